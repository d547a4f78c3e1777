import { type Kysely, sql } from "kysely";
import { createTable, type DialectName, type TableDraft } from "./columns.js";

const ITEM = { document: "int", n: "int", local: "text", item: "text", more: "text?" } as const;
const SPAN = { start_at: "int", end_at: "int" } as const;
const OPTIONAL_SPAN = { start_at: "int?", end_at: "int?" } as const;
const MORE = { more: "text?" } as const;

const DOCUMENTS: readonly TableDraft[] = [
  {
    name: "documents",
    columns: {
      no: "int", hash: "text", id: "text", title: "text?", outlet: "text?", url: "text?", agency: "text?", byline: "text?",
      dateline_place: "text?", dateline_country: "text?", dateline_start: "int?", dateline_end: "int?",
      published: "text?", published_earliest: "text?", published_latest: "text?", published_basis: "text?", published_why: "text?",
      language: "text", translation_from: "text?", translation_why: "text?", text: "text", ...MORE,
      engine: "text", source: "text", added: "text", origin_kind: "text", origin_name: "text",
    }, // biome-ignore format: a line for each group reads best
    key: ["no"],
    unique: [["hash"]],
    indexes: [["published"], ["added"], ["url"], ["id"]],
  },
  {
    name: "repairs",
    columns: { document: "int", n: "int", kind: "text", before: "text", after: "text", ...SPAN, source_start: "int", source_end: "int", ...MORE }, // biome-ignore format: one line reads best
    key: ["document", "n"],
    ofDocument: true,
  },
  {
    name: "notices",
    columns: { document: "int", n: "int", code: "text", message: "text", ...OPTIONAL_SPAN, ...MORE },
    key: ["document", "n"],
    ofDocument: true,
  },
  {
    name: "actors",
    columns: { ...ITEM, name: "text", kind: "text", code: "text?", sector: "text", office: "text?", wikidata: "text?", why: "text", actor_key: "text" }, // biome-ignore format: one line reads best
    key: ["document", "n"],
    ofDocument: true,
    indexes: [["actor_key"], ["code"], ["item"]],
  },
  {
    name: "mentions",
    columns: { document: "int", actor: "text", n: "int", ...SPAN, text: "text", kind: "text", ...MORE },
    key: ["document", "actor", "n"],
    ofDocument: true,
  },
  {
    name: "dates",
    columns: { document: "int", n: "int", ...SPAN, text: "text", type: "text", value: "text", why: "text", confidence: "real", ...MORE }, // biome-ignore format: one line reads best
    key: ["document", "n"],
    ofDocument: true,
  },
];

const ITEMS: readonly TableDraft[] = [
  {
    name: "claims",
    columns: {
      ...ITEM, kind: "text", act: "text", content_start: "int", content_end: "int", cue_start: "int?", cue_end: "int?",
      source_start: "int?", source_end: "int?", speaker: "text?", addressee: "text?", stance: "text", why: "text", confidence: "real",
    }, // biome-ignore format: a line for each group reads best
    key: ["document", "n"],
    ofDocument: true,
    indexes: [["item"]],
  },
  {
    name: "chain_links",
    columns: { document: "int", claim: "text", n: "int", actor: "text", role: "text", via: "text?", ...MORE },
    key: ["document", "claim", "n"],
    ofDocument: true,
  },
  {
    name: "events",
    columns: {
      ...ITEM, event: "text", mode: "text?", context: "text", quad: "int", score: "real", cameo: "text",
      day: "text?", day_why: "text?", day_key: "text?", status: "text", negated: "int", why: "text", confidence: "real",
    }, // biome-ignore format: a line for each group reads best
    key: ["document", "n"],
    ofDocument: true,
    indexes: [["item"], ["event", "day_key"], ["day_key"]],
  },
  {
    name: "event_parties",
    columns: {
      document: "int",
      event: "text",
      n: "int",
      role: "text",
      actor: "text",
      code: "text?",
      actor_key: "text?",
    },
    key: ["document", "event", "n"],
    ofDocument: true,
    indexes: [["code", "document", "event"], ["actor_key", "document", "event"]], // biome-ignore format: one line reads best
  },
  {
    name: "event_claims",
    columns: { document: "int", event: "text", n: "int", claim: "text" },
    key: ["document", "event", "n"],
    ofDocument: true,
  },
  {
    name: "contacts",
    columns: {
      ...ITEM, channel: "text", status: "text", sender: "text?", initiator: "text?",
      day: "text?", day_earliest: "text?", day_latest: "text?", day_why: "text?", day_key: "text?",
      location_name: "text?", location_country: "text?", part_of: "text?", multilateral: "int",
      occasion: "text?", occasion_start: "int?", occasion_end: "int?", occasion_inferred: "int?", why: "text", confidence: "real",
    }, // biome-ignore format: a line for each group reads best
    key: ["document", "n"],
    ofDocument: true,
    indexes: [["item"], ["day_key"]],
  },
  {
    name: "contact_parties",
    columns: {
      document: "int", contact: "text", n: "int", list: "text", actor: "text", code: "text?", actor_key: "text?",
      side: "text?", role: "text?", level: "text?", office: "text?", ...MORE,
    }, // biome-ignore format: a line for each group reads best
    key: ["document", "contact", "list", "n"],
    ofDocument: true,
    indexes: [["code", "document", "contact"], ["actor_key", "document", "contact"]], // biome-ignore format: one line reads best
  },
  {
    name: "contact_events",
    columns: { document: "int", contact: "text", n: "int", event: "text" },
    key: ["document", "contact", "n"],
    ofDocument: true,
  },
  {
    name: "topics",
    columns: { document: "int", contact: "text", n: "int", local: "text", label: "text", context: "text", ...SPAN, ...MORE }, // biome-ignore format: one line reads best
    key: ["document", "contact", "n"],
    ofDocument: true,
  },
  {
    name: "commitments",
    columns: {
      ...ITEM, contact: "text", text: "text", status: "text", about: "text?", due: "text?", condition: "text?", stated: "text",
    }, // biome-ignore format: a line for each group reads best
    key: ["document", "n"],
    ofDocument: true,
    indexes: [["item"]],
  },
  {
    name: "commitment_parties",
    columns: { document: "int", commitment: "text", n: "int", role: "text", actor: "text", code: "text?", actor_key: "text?" }, // biome-ignore format: one line reads best
    key: ["document", "commitment", "role", "n"],
    ofDocument: true,
    indexes: [["code", "document", "commitment"]],
  },
  {
    name: "evidence",
    columns: { document: "int", local: "text", n: "int", ...SPAN },
    key: ["document", "local", "n"],
    ofDocument: true,
  },
];

const LEDGER: readonly TableDraft[] = [
  {
    name: "stories",
    columns: { document: "int", copy_group: "text", story: "text" },
    key: ["document"],
    ofDocument: true,
    indexes: [["copy_group"], ["story"]],
  },
  { name: "sketches", columns: { document: "int", sketch: "bytes" }, key: ["document"], ofDocument: true },
  {
    name: "story_keys",
    columns: { kind: "int", key: "int", day: "int", document: "int" },
    key: ["kind", "key", "day", "document"],
    ofDocument: true,
    indexes: [["document"]],
  },
  {
    name: "judgements",
    columns: {
      id: "text", kind: "text", document: "text", other: "text?", source_start: "int?", source_end: "int?", field: "text",
      value: "text", score: "real?", reasons: "text", author: "text", made: "text", withdrawn: "text?", withdrawn_by: "text?", item: "text?",
    }, // biome-ignore format: a line for each group reads best
    key: ["id"],
    indexes: [["document"], ["other"]],
  },
  {
    name: "sources",
    columns: { name: "text", kind: "text", state: "text", seen: "text" },
    key: ["name"],
  },
  {
    name: "tombstones",
    columns: { kind: "text", key: "text", why: "text", made: "text" },
    key: ["kind", "key"],
  },
  {
    name: "entries",
    columns: { id: "text", contact: "text", note: "text?", author: "text", made: "text", day_key: "text?" },
    key: ["id"],
    indexes: [["day_key"]],
  },
];

const TABLES: readonly TableDraft[] = [...DOCUMENTS, ...ITEMS, ...LEDGER];

/** Full-text index over titles and texts: kept up by the database itself. */
const SEARCH: Readonly<Record<DialectName, readonly string[]>> = {
  sqlite: [
    `create virtual table documents_search using fts5(title, text, content='documents', content_rowid='no', tokenize='porter unicode61 remove_diacritics 2')`,
    `create trigger documents_search_insert after insert on documents begin
       insert into documents_search(rowid, title, text) values (new.no, new.title, new.text); end`,
    `create trigger documents_search_delete after delete on documents begin
       insert into documents_search(documents_search, rowid, title, text) values ('delete', old.no, old.title, old.text); end`,
    `create trigger documents_search_update after update of title, text on documents begin
       insert into documents_search(documents_search, rowid, title, text) values ('delete', old.no, old.title, old.text);
       insert into documents_search(rowid, title, text) values (new.no, new.title, new.text); end`,
  ],
  postgres: [
    `alter table documents add column search tsvector
       generated always as (to_tsvector('english', coalesce(title, '') || ' ' || left(text, 500000))) stored`,
    `create index documents_search on documents using gin (search)`,
  ],
};

/** The first form of the ledger. */
export async function up(db: Kysely<unknown>, dialect: DialectName): Promise<void> {
  for (const table of TABLES) await createTable(db, dialect, table);
  for (const statement of SEARCH[dialect]) await sql.raw(statement).execute(db);
}
