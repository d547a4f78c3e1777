import { createHash } from "node:crypto";
import { readArticle } from "../src/engine/read.js";
import type { ReadoutRecord } from "../src/engine/record.js";
import { originOf, type Sketch } from "../src/engine/stories/index.js";
import { defaultKnowledge } from "../src/knowledge.js";
import { type Ledger, type NewArticle, openLedger } from "../src/store/index.js";
import { generateArticles } from "./articles.js";

/** Articles that are read; all others are these with another day. */
const READ = 240;
const BATCH = 200;
/** Articles a day; every tenth is a copy of one of the same day. */
const [A_DAY, COPIES] = [40, 10];
const FIRST_DAY = Date.UTC(2019, 0, 1);
const DAY = 86_400_000;
const SHINGLES = 30;

/** Fills a new ledger with at least so many events, without reading each article: measures of looking things up need no more. */
export async function prepareLedger(name: string, events: number): Promise<Ledger> {
  const ledger = await openLedger(name, "create");
  let held = (await ledger.counts()).events;
  if (held >= events) return ledger;
  const records = [...generateArticles(READ)].map((article) => readArticle(article, defaultKnowledge()));
  for (let i = (await ledger.counts()).documents; held < events; i += BATCH) {
    const batch = Array.from({ length: BATCH }, (_, n) => preparedArticle(records[(i + n) % READ], i + n));
    const articles = batch.filter((one) => one !== null);
    await ledger.save(articles);
    for (const { record } of articles) held += record.events.length;
  }
  return ledger;
}

/** The i-th article: a record that was read before, as if of another day. */
function preparedArticle(base: ReadoutRecord | undefined, i: number): NewArticle | null {
  if (base === undefined) return null;
  const time = FIRST_DAY + Math.floor(i / A_DAY) * DAY;
  const day = new Date(time).toISOString().slice(0, 10);
  const hash = createHash("sha256").update(`prepared ${i}`).digest("hex");
  const { published, outlet } = base.document;
  const record: ReadoutRecord = {
    ...base,
    document: {
      ...base.document,
      id: `p${i}`,
      hash,
      outlet: outlet === null ? null : `${outlet} ${i % 7}`,
      published: published === null ? null : { ...published, value: day, earliest: day, latest: day },
    },
    events: base.events.map((event) => ({
      ...event,
      date: event.date === null ? null : { ...event.date, value: day },
    })),
    contacts: base.contacts.map((one) => ({
      ...one,
      date: one.date === null ? null : { ...one.date, value: day, earliest: day, latest: day },
    })),
  };
  return { record, sketch: sketchFor(hash, i, time / DAY), engine: "prepared", source: originOf(record).name, added: new Date(time).toISOString() }; // biome-ignore format: one line reads best
}

/** A sketch like no other but, for every tenth article, that of the one before. */
function sketchFor(document: string, i: number, day: number): Sketch {
  const text = i % COPIES === COPIES - 1 ? i - 1 : i;
  const hashes = Uint32Array.from({ length: SHINGLES }, (_, n) => Math.imul(text * SHINGLES + n + 1, 2654435761) >>> 0);
  const shingles = { hashes: hashes.sort(), sampling: 1 };
  const none = new Uint8Array(0);
  const terms = { hashes: new Uint32Array(0), rarity: none, total: none, asName: none, inLead: none };
  return { document, published: [day, day], shingles, head: shingles, terms, contact: null, event: null };
}
