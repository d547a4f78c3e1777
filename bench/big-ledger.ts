/** A ledger of many events for the measures of looking things up: coded once, saved many times with other days. */
import { createHash } from "node:crypto";
import type { ReadoutRecord } from "../src/engine/record.js";
import type { Sketch } from "../src/engine/stories/index.js";
import { readArticle } from "../src/index.js";
import { type Ledger, type NewArticle, openLedger } from "../src/store/index.js";
import { generateArticles } from "./articles.js";

/** Articles that are coded; all others are these on other days. */
const CODED = 240;
/** Articles saved at a time, and published on one day. */
const [BATCH, A_DAY] = [200, 5];
const FIRST_DAY = Date.UTC(2014, 0, 1);
const DAY_MS = 86_400_000;

/**
 * Opens the ledger of that name, filled until it holds so many events: a tenth of its articles are copies of the one
 * before. What is there already stays.
 */
export async function openBigLedger(name: string, events: number): Promise<Ledger> {
  const ledger = await openLedger(name, "create");
  let { events: held, documents } = await ledger.counts();
  if (held >= events) return ledger;
  const coded = [...generateArticles(CODED)].map(({ copyOf: _, ...article }) => readArticle(article));
  while (held < events) {
    const batch = Array.from({ length: BATCH }, (_, i) => articleOf(coded, documents + i));
    await ledger.save(batch);
    documents += BATCH;
    for (const { record } of batch) held += record.events.length;
    if (documents % 2000 === 0) console.error(`${documents} articles, ${held} events`);
  }
  return ledger;
}

function articleOf(coded: readonly ReadoutRecord[], number: number): NewArticle {
  const isCopy = number % 10 === 9;
  const original = isCopy ? number - 1 : number;
  const template = coded[original % coded.length];
  if (template === undefined) throw new RangeError("nothing was coded");
  const record = onDay(template, FIRST_DAY + Math.floor(original / A_DAY) * DAY_MS, number);
  return {
    record,
    sketch: sketchOf(record, original),
    engine: "bench",
    source: "bench",
    added: "2024-01-01T00:00:00Z",
  };
}

/** The same record as of another day, with a hash and a word of its own. */
function onDay(record: ReadoutRecord, time: number, number: number): ReadoutRecord {
  const { document } = record;
  const hash = createHash("sha256").update(`${number}`).digest("hex");
  const from = document.published === null ? time : Date.parse(document.published.value);
  const moved = (day: string): string =>
    day.length < 10 ? day : new Date(Date.parse(day) + time - from).toISOString().slice(0, 10);
  const published = document.published && { ...document.published, value: moved(document.published.value), earliest: moved(document.published.earliest), latest: moved(document.published.latest) }; // biome-ignore format: one line reads best
  return {
    ...record,
    document: { ...document, id: `b${number}`, hash, published, text: `${document.text} Number${number}.` },
    events: record.events.map((event) => ({ ...event, date: event.date && { ...event.date, value: moved(event.date.value) } })),
    contacts: record.contacts.map((contact) => ({ ...contact, date: contact.date && { ...contact.date, value: moved(contact.date.value), earliest: moved(contact.date.earliest), latest: moved(contact.date.latest) } })),
  }; // biome-ignore format: a line for each part
}

/** A sketch by which a copy is found again, and no other article. */
function sketchOf({ document }: ReadoutRecord, original: number): Sketch {
  const digest = createHash("sha512").update(`sketch ${original}`).digest();
  const hashes = Uint32Array.from({ length: 16 }, (_, i) => digest.readUInt32LE(i * 4)).sort();
  const day = Math.floor(Date.parse(document.published?.value ?? "2014-01-01") / DAY_MS);
  const none = new Uint8Array(0);
  const terms = { hashes: new Uint32Array(0), rarity: none, total: none, asName: none, inLead: none };
  const shingles = { hashes, sampling: 1 };
  return {
    document: document.hash,
    published: [day, day],
    shingles,
    head: shingles,
    terms,
    contact: null,
    event: null,
  };
}
