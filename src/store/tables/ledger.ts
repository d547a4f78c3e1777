/** The groups a document is in, each named by the least hash of its members. They follow from the merges. */
export interface StoriesTable {
  readonly document: number;
  readonly copy_group: string;
  readonly story: string;
}

/** What decides on copies and story of a document: see `encodeSketch`. */
export interface SketchesTable {
  readonly document: number;
  readonly sketch: Uint8Array;
}

/** What a document is found by when another may be a copy or report of the same; signed 32-bit keys. */
export interface StoryKeysTable {
  /** 1: one in common is enough; 2: three are needed, and days near each other; 3: one, and days near each other. */
  readonly kind: number;
  readonly key: number;
  /** Days since 1970-01-01 of publication; -1000000 where unknown. */
  readonly day: number;
  readonly document: number;
}

/** What somebody, or a rule, decided; never altered, only withdrawn. */
export interface JudgementsTable {
  readonly id: string;
  readonly kind: string;
  /** Hash of the document it is about; of a merge, the lesser of the two. */
  readonly document: string;
  /** Of a merge, the hash of the other document. */
  readonly other: string | null;
  /** Place in the text as received; `null` for the document as a whole. */
  readonly source_start: number | null;
  readonly source_end: number | null;
  readonly field: string;
  /** JSON. */
  readonly value: string;
  readonly score: number | null;
  readonly reasons: string;
  readonly author: string;
  readonly made: string;
  readonly withdrawn: string | null;
  readonly withdrawn_by: string | null;
  /** Lasting id of the item it is attached to, of those the document now has. */
  readonly item: string | null;
  /** JSON: the item it was made on, see `SeenItem`; `null` for merges, and where none was there. */
  readonly seen: string | null;
}

/** Files, feeds and addresses articles came from, with what a later look needs. */
export interface SourcesTable {
  readonly name: string;
  readonly kind: string;
  /** What shows that it has not changed: size and time of a file, validators of an address. JSON. */
  readonly state: string;
  readonly seen: string;
}

/** What was removed and must not come back. */
export interface TombstonesTable {
  readonly kind: "document" | "actor";
  /** Hash of the document, key of the actor. */
  readonly key: string;
  readonly why: string;
  readonly made: string;
}

/** Contacts entered by hand. */
export interface EntriesTable {
  readonly id: string;
  /** JSON: see `Entry`. */
  readonly contact: string;
  readonly note: string | null;
  readonly author: string;
  readonly made: string;
  readonly day_key: string | null;
}
