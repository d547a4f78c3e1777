import { createHash } from "node:crypto";
import { seenItem } from "./attach.js";
import { checkLedger, countAll } from "./check.js";
import type { Database } from "./database.js";
import { asStoreError, StoreError } from "./errors.js";
import { forget } from "./forget.js";
import { findHead } from "./head.js";
import { findItem } from "./items.js";
import { insertJudgement, listJudgements, markWithdrawn } from "./judgements.js";
import { lookUpActors, lookUpCommitments, lookUpDealings, lookUpStatements } from "./lookups/index.js";
import type * as lookups from "./lookups/types.js";
import { pagesOf } from "./pages/index.js";
import type * as port from "./port.js";
import { findDocument, listDocuments, streamRecords } from "./read.js";
import { regroup } from "./regroup.js";
import { saveArticles } from "./save.js";
import { searchEvents } from "./search.js";

/** A ledger in a relational database. What it does stands in the files beside this one; here troubles get their names. */
export class KyselyLedger implements port.Ledger {
  readonly name: string;
  readonly dialect: "sqlite" | "postgres";
  readonly pages: port.Ledger["pages"];
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
    this.name = database.name;
    this.dialect = database.dialect;
    this.pages = pagesOf(database);
  }

  save(articles: readonly port.NewArticle[]): Promise<readonly port.Saved[]> {
    return this.#try(() => saveArticles(this.#database, articles));
  }

  settled(hashes: readonly string[], engine: string): Promise<ReadonlySet<string>> {
    return this.#try(async () => {
      if (hashes.length === 0) return new Set<string>();
      const { db } = this.#database;
      const known = await db
        .selectFrom("documents")
        .select("hash")
        .where("engine", "=", engine)
        .where("hash", "in", [...hashes])
        .execute();
      const kept = await db
        .selectFrom("tombstones")
        .select("key")
        .where("kind", "=", "document")
        .where("key", "in", [...hashes])
        .execute();
      return new Set([...known.map(({ hash }) => hash), ...kept.map(({ key }) => key)]);
    });
  }

  record(hash: string) {
    return this.#try(async () => (await findDocument(this.#database, hash))?.record ?? null);
  }

  document(id: string) {
    return this.#try(() => findDocument(this.#database, id));
  }

  head(id: string, begun: port.Begun) {
    return this.#try(() => findHead(this.#database, id, begun));
  }

  item(id: string) {
    return this.#try(() => findItem(this.#database, id));
  }

  records(filter: port.DocumentFilter = {}): AsyncGenerator<port.StoredRecord> {
    return this.#stream(filter, "published");
  }

  storyRecords(filter: port.DocumentFilter = {}): AsyncGenerator<port.StoredRecord> {
    return this.#stream(filter, "story");
  }

  async *#stream(filter: port.DocumentFilter, order: "published" | "story"): AsyncGenerator<port.StoredRecord> {
    try {
      yield* streamRecords(this.#database, filter, order);
    } catch (error) {
      throw asStoreError(this.name, error);
    }
  }

  documents(filter: port.DocumentFilter = {}, limit?: number) {
    return this.#try(() => listDocuments(this.#database, filter, limit));
  }

  search(query: port.EventQuery) {
    return this.#try(() => searchEvents(this.#database, query));
  }

  dealings(query: lookups.LookupQuery) {
    return this.#try(() => lookUpDealings(this.#database, query));
  }

  commitments(query: lookups.LookupQuery) {
    return this.#try(() => lookUpCommitments(this.#database, query));
  }

  statements(query: lookups.LookupQuery & { readonly words: string }) {
    return this.#try(() => lookUpStatements(this.#database, query));
  }

  actors(query: Parameters<lookups.Lookups["actors"]>[0]) {
    return this.#try(() => lookUpActors(this.#database.db, query));
  }

  counts() {
    return this.#try(() => countAll(this.#database));
  }

  judge(judgement: port.NewJudgement): Promise<string> {
    return this.#try(async () => {
      const stored = await findDocument(this.#database, judgement.document);
      if (stored === null) throw new StoreError("missing", `${this.name}: no document ${judgement.document}`);
      const seen = seenItem(stored.record, judgement);
      return this.#database.write(async (db) => {
        const { kind, document, other } = judgement;
        if (kind !== "merge" || other === undefined) return insertJudgement(db, judgement, seen);
        const [left, right] = document < other ? [document, other] : [other, document];
        const id = await insertJudgement(db, { ...judgement, document: left, other: right }, null);
        await regroup(db, [left, right]);
        return id;
      });
    });
  }

  withdraw(id: string, by: string, at: string): Promise<boolean> {
    return this.#try(() =>
      this.#database.write(async (db) => {
        const judgement = await markWithdrawn(db, id, by, at);
        if (judgement?.kind === "merge" && judgement.other !== undefined)
          await regroup(db, [judgement.document, judgement.other]);
        return judgement !== null;
      }),
    );
  }

  judgements(filter: port.JudgementFilter = {}) {
    return this.#try(() => listJudgements(this.#database.db, filter));
  }

  forget(kind: "document" | "actor", key: string, why: string, at: string) {
    return this.#try(() => forget(this.#database, kind, key, why, at));
  }

  source(name: string): Promise<port.Source | null> {
    return this.#try(async () => {
      const row = await this.#database.db.selectFrom("sources").selectAll().where("name", "=", name).executeTakeFirst();
      const kind = (["file", "feed", "page", "archive"] as const).find((one) => one === row?.kind);
      if (row === undefined || kind === undefined) return null;
      const state: unknown = JSON.parse(row.state);
      const pairs = typeof state === "object" && state !== null ? Object.entries(state) : [];
      return {
        name,
        kind,
        seen: row.seen,
        state: Object.fromEntries(pairs.map(([key, value]) => [key, String(value)])),
      };
    });
  }

  putSource({ name, kind, state, seen }: port.Source): Promise<void> {
    return this.#try(() =>
      this.#database.write(async (db) => {
        const row = { kind, state: JSON.stringify(state), seen };
        await db
          .insertInto("sources")
          .values({ name, ...row })
          .onConflict((conflict) => conflict.column("name").doUpdateSet(row))
          .execute();
      }),
    );
  }

  enter({ contact, note, author, made, day }: Omit<port.Entry, "id">): Promise<string> {
    return this.#try(() =>
      this.#database.write(async (db) => {
        const text = JSON.stringify(contact);
        const id = createHash("sha256")
          .update(JSON.stringify([text, note, author, made]))
          .digest("hex")
          .slice(0, 16);
        await db
          .insertInto("entries")
          .values({ id, contact: text, note, author, made, day_key: day })
          .onConflict((conflict) => conflict.column("id").doNothing())
          .execute();
        return id;
      }),
    );
  }

  entries(): Promise<readonly port.Entry[]> {
    return this.#try(async () => {
      const rows = await this.#database.db.selectFrom("entries").selectAll().orderBy("made").orderBy("id").execute();
      return rows.map(({ contact, day_key, ...row }) => ({
        ...row,
        contact: JSON.parse(contact) as unknown,
        day: day_key,
      }));
    });
  }

  check() {
    return this.#try(() => checkLedger(this.#database));
  }

  backup(path: string): Promise<void> {
    return this.#try(() => this.#database.backup(path));
  }

  close(): Promise<void> {
    return this.#database.db.destroy();
  }

  async #try<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      throw asStoreError(this.name, error);
    }
  }
}
