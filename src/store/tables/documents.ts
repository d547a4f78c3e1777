import type { ItemTable, PartTable } from "./parts.js";

export interface DocumentsTable {
  readonly no: number;
  readonly hash: string;
  readonly id: string;
  readonly title: string | null;
  readonly outlet: string | null;
  readonly url: string | null;
  readonly agency: string | null;
  readonly byline: string | null;
  readonly dateline_place: string | null;
  readonly dateline_country: string | null;
  readonly dateline_start: number | null;
  readonly dateline_end: number | null;
  readonly published: string | null;
  readonly published_earliest: string | null;
  readonly published_latest: string | null;
  readonly published_basis: string | null;
  readonly published_why: string | null;
  readonly language: string;
  readonly translation_from: string | null;
  readonly translation_why: string | null;
  readonly text: string;
  readonly more: string | null;
  /** What read it: a newer engine reads it again. */
  readonly engine: string;
  /** Where it came from: file, feed, address. */
  readonly source: string;
  /** When it came in, ISO time in UTC. */
  readonly added: string;
  /** Whose report it is: see `Origin`. */
  readonly origin_kind: string;
  readonly origin_name: string;
}

export interface RepairsTable extends PartTable {
  readonly kind: string;
  readonly before: string;
  readonly after: string;
  readonly start_at: number;
  readonly end_at: number;
  readonly source_start: number;
  readonly source_end: number;
  readonly more: string | null;
}

export interface NoticesTable extends PartTable {
  readonly code: string;
  readonly message: string;
  readonly start_at: number | null;
  readonly end_at: number | null;
  readonly more: string | null;
}

export interface ActorsTable extends ItemTable {
  readonly name: string;
  readonly kind: string;
  readonly code: string | null;
  readonly sector: string;
  readonly office: string | null;
  readonly wikidata: string | null;
  readonly why: string;
  /** Wikidata id, else the name in small letters: one for an actor in all documents. */
  readonly actor_key: string;
}

export interface MentionsTable extends PartTable {
  readonly actor: string;
  readonly start_at: number;
  readonly end_at: number;
  readonly text: string;
  readonly kind: string;
  readonly more: string | null;
}

export interface DatesTable extends PartTable {
  readonly start_at: number;
  readonly end_at: number;
  readonly text: string;
  readonly type: string;
  readonly value: string;
  readonly why: string;
  readonly confidence: number;
  readonly more: string | null;
}
