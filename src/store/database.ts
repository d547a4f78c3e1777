import type { Kysely, RawBuilder, Transaction } from "kysely";
import type { Sketch } from "../engine/stories/index.js";
import type { DialectName } from "./migrations/columns.js";
import type { Recent } from "./recent.js";
import type { Tables } from "./tables/index.js";

/** Something queries can be put to: the ledger's database, or a transaction in it. */
export type Queries = Kysely<Tables> | Transaction<Tables>;

/** A sketch as some version of the engine made it: one of another version may differ. */
export interface KeptSketch {
  readonly sketch: Sketch;
  readonly engine: string;
}

/** The day of an article without one, in `story_keys`. */
export const NO_DAY = -1_000_000;

/** First and last day, as in `story_keys`; `null` for all. */
export type KeyDays = readonly [first: number, last: number] | null;

/** An open database under a ledger. What differs between the two kinds is here; all else is one code. */
export interface Database {
  readonly name: string;
  readonly dialect: DialectName;
  readonly db: Kysely<Tables>;
  /** Runs work that writes: alone, all or nothing. A second writer waits a while, then gets `busy`. */
  write<T>(work: (db: Queries) => Promise<T>): Promise<T>;
  /** Adds rows to a table: many and often, so each kind of database does it its fastest way. */
  insert<K extends keyof Tables>(db: Queries, table: K, rows: readonly Tables[K][]): Promise<void>;
  /**
   * Numbers of the documents that have one of these keys of a kind (`story_keys`), as often as they have some: those
   * published in these days and those without a day, or all.
   */
  keyed(db: Queries, kind: number, keys: readonly number[], days: KeyDays): Promise<readonly number[]>;
  /** Sketches used of late, by number of their document. */
  readonly sketches: Recent<KeptSketch>;
  /** Whether sketches are let go when another process has written, so that those kept are those of the database. */
  readonly forgetsSketches: boolean;
  /** Numbers of documents whose title or text hold the words, as a condition on `documents.no`. */
  matching(words: string): RawBuilder<boolean>;
  /** The numbers (`no`) of documents that hold words, found one after another: for counting some of them. */
  holders(words: string): RawBuilder<unknown>;
  /** Whether `documents` holds words, looked up for a document at a time: where few are asked about. */
  holding(words: string): RawBuilder<boolean>;
  /** Changes whenever something may have been written, by whichever process. */
  stamp(): Promise<string>;
  /** Takes what was deleted from the disk too, as far as the database can. */
  scrub(): Promise<void>;
  /** What the database itself finds wrong. */
  verify(): Promise<readonly string[]>;
  backup(path: string): Promise<void>;
}
