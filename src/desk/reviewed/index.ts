import type { Article } from "../../engine/document/types.js";
import type { ReadoutRecord } from "../../engine/record.js";
import type { Sketch } from "../../engine/stories/index.js";
import type { Ledger, StoredRecord } from "../../store/index.js";
import { articleAgain } from "./article.js";
import { type Gold, goldOf } from "./gold.js";
import { type Finding, measureItem, measurePair, type PairFinding } from "./measure.js";

export type { Gold } from "./gold.js";
export type { Finding, PairFinding } from "./measure.js";
export { type Tally, tally } from "./tally.js";
export { findingWords, pairWords } from "./words.js";

/** An article as today's engine reads it, or in words why it could not. */
export type Reading = { readonly record: ReadoutRecord; readonly sketch: Sketch } | { readonly failure: string };

/** What reads, and who is told how far it is. */
export interface MeasureOptions {
  /** As many readings as articles, in their order. */
  readonly read: (articles: readonly Article[]) => Promise<readonly Reading[]>;
  /** Called when the number of articles is known, and with every article. */
  readonly onArticles?: ((count: number) => void) | undefined;
  readonly onArticle?: (() => void) | undefined;
  /** Asked between batches: whether to stop. */
  readonly stopped?: (() => Promise<boolean>) | undefined;
}

export interface Measured {
  readonly items: readonly Finding[];
  readonly pairs: readonly PairFinding[];
  /** Articles that were read. */
  readonly articles: number;
  /** Hashes of articles that could not be read, or that the ledger lacks, with the reason. */
  readonly failures: readonly (readonly [hash: string, why: string])[];
}

/** Articles read at one time: several threads have work, and memory does not grow with the ledger. */
const BATCH = 16;

/** What people decided in a ledger. */
export async function goldIn(ledger: Ledger): Promise<Gold> {
  const judgements = [...(await ledger.judgements({ kind: "correction" })), ...(await ledger.judgements({ kind: "merge" }))]; // biome-ignore format: one line reads best
  return goldOf(judgements, (author) => author.startsWith("rule:"));
}

/** Reads every judged article again and compares: what people decided in a ledger, and what today's engine says of it. */
export async function measureReviewed(ledger: Ledger, gold: Gold, options: MeasureOptions): Promise<Measured> {
  const hashes = [...new Set([...gold.items.map(({ document }) => document), ...gold.pairs.flatMap(({ documents }) => documents)])]; // biome-ignore format: one line reads best
  const paired = new Set(gold.pairs.flatMap(({ documents }) => documents));
  const sketches = new Map<string, Sketch>();
  const items: Finding[] = [];
  const failures: (readonly [string, string])[] = [];
  options.onArticles?.(hashes.length);
  for (let at = 0; at < hashes.length; at += BATCH) {
    if ((await options.stopped?.()) === true) break;
    const stored = await recordsOf(ledger, hashes.slice(at, at + BATCH), failures);
    const readings = await options.read(stored.map(articleAgain));
    for (const [i, one] of stored.entries()) {
      const reading = readings[i] ?? { failure: "no answer" };
      options.onArticle?.();
      if ("failure" in reading) {
        failures.push([one.hash, reading.failure]);
        continue;
      }
      if (paired.has(one.hash)) sketches.set(one.hash, reading.sketch);
      const own = gold.items.filter(({ document }) => document === one.hash);
      items.push(...own.map((item) => measureItem(item, one.record, reading.record)));
    }
  }
  const pairs = gold.pairs.flatMap((pair) => {
    const [a, b] = pair.documents.map((hash) => sketches.get(hash));
    return a === undefined || b === undefined ? [] : measurePair(pair, a, b);
  });
  return { items, pairs, articles: hashes.length - failures.length, failures };
}

async function recordsOf(
  ledger: Ledger,
  hashes: readonly string[],
  failures: (readonly [string, string])[],
): Promise<StoredRecord[]> {
  const found: StoredRecord[] = [];
  for (const hash of hashes) {
    const stored = await ledger.document(hash);
    if (stored === null) failures.push([hash, "the ledger has no such article"]);
    else found.push(stored);
  }
  return found;
}
