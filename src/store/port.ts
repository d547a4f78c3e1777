import type { ItemId } from "../engine/item-ids.js";
import type { ItemValues } from "../engine/item-values.js";
import type { ReadoutRecord } from "../engine/record.js";
import type { Origin, Sketch } from "../engine/stories/index.js";
import type { Lookups } from "./lookups/types.js";
import type { Pages } from "./pages/types.js";

/** An article that was read, to be saved. */
export interface NewArticle {
  readonly record: ReadoutRecord;
  /** What decides on its copies and its story. */
  readonly sketch: Sketch;
  /** Version of the engine that read it. */
  readonly engine: string;
  /** Where it came from: file, feed, address. */
  readonly source: string;
  /** When it came in, ISO time in UTC. */
  readonly added: string;
}

/** What became of an article. */
export interface Saved {
  readonly document: string;
  /** `new`; `known`: nothing changed; `read-again`: by another engine, judgements attached again; `forgotten`: kept out. */
  readonly outcome: "new" | "known" | "read-again" | "forgotten";
  /** Whether it is a copy of an article that was there. */
  readonly copy: boolean;
}

/** What a ledger knows of a document besides its record. */
export interface StoredDocument {
  readonly hash: string;
  readonly id: string;
  readonly title: string | null;
  readonly outlet: string | null;
  readonly url: string | null;
  readonly agency: string | null;
  /** ISO day or prefix of publication. */
  readonly published: string | null;
  readonly source: string;
  readonly added: string;
  readonly engine: string;
  readonly origin: Origin;
  /** Name of the group of its copies, and of its story: the least hash of their members. */
  readonly copy: string;
  readonly story: string;
}

/** A document with its record as it was read. */
export interface StoredRecord extends StoredDocument {
  readonly record: ReadoutRecord;
}

/** How much of a record its beginning has. */
export interface Begun {
  /** What begins before this place in the text belongs to it, in UTF-16 code units. */
  readonly at: number;
  /** So many of each list belong to it wherever they stand. */
  readonly first: number;
}

/**
 * The beginning of a record: its whole text, the items whose words begin there, the first of each list, and what those
 * speak of. Of an actor it has the mentions that stand there, and the first.
 */
export interface RecordHead extends StoredRecord {
  /** How much the record holds in all; `null` where this is all of it. */
  readonly whole: Readonly<Record<"contacts" | "events" | "quotes" | "actors", number>> | null;
}

/** Which documents are meant. All conditions hold together; one that is left out holds for all. */
export interface DocumentFilter {
  /** Words that stand in title or text, in any form. */
  readonly words?: string | undefined;
  /** Codes of countries, or keys of actors (see `actorKey`), each of which takes part in one contact or event. */
  readonly actors?: readonly string[] | undefined;
  /** PLOVER events, of which it tells one. */
  readonly events?: readonly string[] | undefined;
  /** ISO days (or prefixes) of publication, inclusive. */
  readonly since?: string | undefined;
  readonly until?: string | undefined;
  /** Only these. */
  readonly hashes?: readonly string[] | undefined;
  readonly story?: string | undefined;
  readonly copy?: string | undefined;
  /** Added at or after this ISO time. */
  readonly addedSince?: string | undefined;
}

/** Which events are looked for. */
export interface EventQuery {
  readonly words?: string | undefined;
  /** Codes of countries or keys of actors; with several, all take part. */
  readonly actors?: readonly string[] | undefined;
  readonly event?: string | undefined;
  /** ISO days (or prefixes) of the event, inclusive. */
  readonly since?: string | undefined;
  readonly until?: string | undefined;
  readonly limit: number;
}

/** An event that was found, as much of it as a line shows. Newest first. */
export interface EventHit {
  readonly id: string;
  readonly event: string;
  readonly mode: string | null;
  readonly status: string;
  readonly negated: boolean;
  readonly day: string | null;
  /** Names with codes: “Emomali Rahmon (TJK)”. */
  readonly actors: readonly string[];
  readonly recipients: readonly string[];
  /** The first passage that reports it. */
  readonly passage: string;
  readonly document: StoredDocument;
}

/** An item of a document, found by its lasting id. */
export interface StoredItem {
  readonly item: ItemId;
  readonly document: StoredRecord;
}

export const JUDGEMENT_KINDS = ["correction", "merge", "comment"] as const;

/** What somebody, or a rule, decides. */
export interface NewJudgement {
  readonly kind: (typeof JUDGEMENT_KINDS)[number];
  /** Hash of the document. */
  readonly document: string;
  /** Of a merge: hash of the other document. */
  readonly other?: string | undefined;
  /** Place in the text as received; left out, it is about the document as a whole. */
  readonly source?: readonly [number, number] | undefined;
  /** Lasting id of the item that is meant, where several of its kind rest on one passage; left out, the place decides. */
  readonly on?: string | undefined;
  /** Kind of item and field: `event/actor`, `contact/channel`; of a merge `copy` or `story`. */
  readonly field: string;
  /** Any value JSON can hold; of a merge `same` or `different`. */
  readonly value: unknown;
  readonly score?: number | undefined;
  readonly reasons: readonly string[];
  readonly author: string;
  /** ISO time in UTC. */
  readonly made: string;
}

/** An item as it was read when it was judged. */
export interface SeenItem {
  readonly id: string;
  readonly values: ItemValues;
}

export interface Judgement extends Omit<NewJudgement, "on"> {
  readonly id: string;
  readonly withdrawn: { readonly at: string; readonly by: string } | null;
  /** Lasting id of the item it is attached to; `null` when the document as it is now read has none there. */
  readonly item: string | null;
  /** The item it was made on; `null` for merges, where none was there, and in judgements of older ledgers. */
  readonly seen: SeenItem | null;
}

export interface JudgementFilter {
  readonly document?: string | undefined;
  readonly kind?: NewJudgement["kind"] | undefined;
  readonly field?: string | undefined;
  /** Only those that fit no item of the document as it is now read. */
  readonly unattached?: boolean | undefined;
  /** Withdrawn ones too. */
  readonly withdrawn?: boolean | undefined;
}

/** A file, feed or address articles came from. */
export interface Source {
  readonly name: string;
  readonly kind: "file" | "feed" | "page" | "archive";
  /** What shows that it has not changed since: size and time of a file, validators of an address. */
  readonly state: Readonly<Record<string, string>>;
  readonly seen: string;
}

/** A contact entered by hand. */
export interface Entry {
  readonly id: string;
  /** The contact as the record writes it, with its actors; basis `entered`. */
  readonly contact: unknown;
  readonly note: string | null;
  readonly author: string;
  readonly made: string;
  /** ISO day or prefix of the contact. */
  readonly day: string | null;
}

/** How much a ledger holds. */
export interface Counts {
  readonly documents: number;
  readonly copies: number;
  readonly stories: number;
  readonly events: number;
  readonly contacts: number;
  readonly commitments: number;
  readonly judgements: number;
  readonly unattached: number;
}

/**
 * A ledger: every article once, every copy and report kept apart, every decision kept. One process writes at a time; any
 * number read. What `save`, `judge` and the like have answered is on the disk. All lists have a total order.
 *
 * Every method may throw a StoreError.
 */
export interface Ledger extends Lookups {
  /** What it was opened as, without a password. */
  readonly name: string;
  readonly dialect: "sqlite" | "postgres";

  /** Saves articles, all or none, in order. The same article twice changes nothing. */
  save(articles: readonly NewArticle[]): Promise<readonly Saved[]>;
  /** Those of the hashes that need not be read: saved by this engine, or forgotten. */
  settled(hashes: readonly string[], engine: string): Promise<ReadonlySet<string>>;

  /** The record of a document, rebuilt from the tables. */
  record(hash: string): Promise<ReadoutRecord | null>;
  /** A document by hash, beginning of a hash (8 digits or more), or the id its input gave. */
  document(id: string): Promise<StoredRecord | null>;
  /** The beginning of a document's record, found as `document` finds it; quicker than the whole of a long one. */
  head(id: string, begun: Begun): Promise<RecordHead | null>;
  /** An item by its lasting id. */
  item(id: string): Promise<StoredItem | null>;
  /** Documents with records, by day of publication (unknown last), then hash. Read in pieces: memory does not grow. */
  records(filter?: DocumentFilter): AsyncIterable<StoredRecord>;
  /** The same story by story: stories by their first day of publication, then name; in each as above. */
  storyRecords(filter?: DocumentFilter): AsyncIterable<StoredRecord>;
  /** The same without the records. */
  documents(filter?: DocumentFilter, limit?: number): Promise<readonly StoredDocument[]>;
  search(query: EventQuery): Promise<readonly EventHit[]>;
  counts(): Promise<Counts>;
  /** Lists by pages, with all that their lines and cards show. */
  readonly pages: Pages;

  /** Keeps a decision; gives its id. The same decision twice is one. A merge regroups the documents. */
  judge(judgement: NewJudgement): Promise<string>;
  /** Takes a decision back; it stays on record as withdrawn. False when there is none, or it was withdrawn before. */
  withdraw(id: string, by: string, at: string): Promise<boolean>;
  judgements(filter?: JudgementFilter): Promise<readonly Judgement[]>;

  /**
   * Removes a document or contact entered by hand, or an actor with every document that names him and every entry in which
   * he takes part, and keeps them out. Gives the documents and entries removed.
   */
  forget(kind: "document" | "actor", key: string, why: string, at: string): Promise<readonly string[]>;

  source(name: string): Promise<Source | null>;
  putSource(source: Source): Promise<void>;

  enter(entry: Omit<Entry, "id">): Promise<string>;
  entries(): Promise<readonly Entry[]>;

  /** What is wrong with the ledger, in words; empty when it is sound. */
  check(): Promise<readonly string[]>;
  /** Writes a copy that can be opened by itself. */
  backup(path: string): Promise<void>;
  close(): Promise<void>;
}
