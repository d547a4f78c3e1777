/** An item of a document: its place in the record's list, its id there, and its lasting id. */
export interface ItemTable {
  readonly document: number;
  readonly n: number;
  readonly local: string;
  readonly item: string;
  readonly more: string | null;
}

/** A part of a document or of an item of it, in order. */
export interface PartTable {
  readonly document: number;
  readonly n: number;
}
