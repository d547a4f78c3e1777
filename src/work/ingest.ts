import { hashOf, lengthOf, receivedText } from "../engine/document/document.js";
import type { Article } from "../engine/document/types.js";
import type { Input } from "../intake/files.js";
import { type Ledger, type NewArticle, type Saved, StoreError } from "../store/index.js";
import type { Pool } from "./pool.js";
import type { Reading } from "./protocol.js";

/** What happened to an input. */
export type Outcome =
  | { readonly name: string; readonly kind: "failed"; readonly why: string }
  | {
      readonly name: string;
      readonly kind: Saved["outcome"];
      readonly document: string;
      readonly copy: boolean;
      /** The article as it was saved, where it was. */
      readonly article: NewArticle | null;
    };

/** What a run needs. */
export interface IngestOptions {
  readonly ledger: Ledger;
  readonly pool: Pool;
  /** What reads, by version: see `NewArticle`. */
  readonly engine: string;
  /** The time now, ISO in UTC. */
  readonly now: () => string;
  /** Asked between batches: whether to stop. */
  readonly stopped: () => Promise<boolean>;
}

/** Articles of a batch: enough to spare the disk, few enough that little is read again after a break. */
const BATCH = 24;
/** Text of a batch, in UTF-16 code units: long articles travel alone. */
const BATCH_TEXT = 200_000;
/** Text of all batches under way, in UTF-16 code units: records take some ten times the memory of their texts. */
const TEXT_UNDER_WAY = 4_000_000;

interface Batch {
  readonly inputs: readonly { readonly name: string; readonly article: Article; readonly hash: string }[];
  readonly failures: readonly Outcome[];
  /** Length of its texts, in UTF-16 code units. */
  readonly size: number;
}

/**
 * Reads inputs and saves them, in order. Articles the ledger knows are not read again. What was answered for is on the
 * disk: a run that breaks off anywhere can be started again and goes on where it stopped.
 */
export async function* ingest(inputs: AsyncIterable<Input>, options: IngestOptions): AsyncGenerator<Outcome> {
  const { pool } = options;
  const underWay: { readonly saving: Promise<readonly Outcome[]>; readonly size: number }[] = [];
  let text = 0;
  const finishFirst = async (): Promise<readonly Outcome[]> => {
    const first = underWay.shift();
    text -= first?.size ?? 0;
    return (await first?.saving) ?? [];
  };
  let last: Promise<unknown> = Promise.resolve();
  for await (const batch of batches(inputs)) {
    // Threads read ahead, the ledger is written in order.
    const reading = readBatch(batch, options);
    reading.catch(() => undefined); // it is awaited below, after those before it
    const before = last;
    const saving = reading.then(async (read) => {
      await before;
      return saveBatch(read, batch, options);
    });
    saving.catch(() => undefined);
    last = saving.catch(() => undefined);
    underWay.push({ saving, size: batch.size });
    text += batch.size;
    while (underWay.length > pool.threads * 2 || (underWay.length > 1 && text > TEXT_UNDER_WAY))
      yield* await finishFirst();
    if (await options.stopped()) break;
  }
  while (underWay.length > 0) yield* await finishFirst();
}

async function* batches(inputs: AsyncIterable<Input>): AsyncGenerator<Batch> {
  let [articles, failures, size]: [Batch["inputs"][number][], Outcome[], number] = [[], [], 0];
  for await (const input of inputs) {
    if ("failure" in input) failures.push({ name: input.name, kind: "failed", why: input.failure.message });
    else {
      articles.push({ ...input, hash: hashOf(receivedText(input.article)) });
      size += lengthOf(input.article);
    }
    if (articles.length < BATCH && failures.length < BATCH && size < BATCH_TEXT) continue;
    yield { inputs: articles, failures, size };
    [articles, failures, size] = [[], [], 0];
  }
  if (articles.length + failures.length > 0) yield { inputs: articles, failures, size };
}

/** Readings of a batch; `null` for an article that need not be read. */
async function readBatch({ inputs }: Batch, { ledger, pool, engine }: IngestOptions): Promise<(Reading | null)[]> {
  const settled = await ledger.settled(inputs.map(({ hash }) => hash), engine); // biome-ignore format: one line reads best
  const wanted = inputs.filter(({ hash }) => !settled.has(hash));
  if (wanted.length === 0) return inputs.map(() => null);
  const readings = await readSafely(
    pool,
    wanted.map(({ article }) => article),
  );
  // By place, not by hash: of two articles with one text each has its own reading, and the first is the one that is kept.
  const inOrder = readings.values();
  return inputs.map(({ hash }) => (settled.has(hash) ? null : (inOrder.next().value ?? { failure: "not read" })));
}

/** A thread that dies takes its batch with it: its articles are tried one by one, so that one alone is lost. */
export async function readSafely(pool: Pool, articles: readonly Article[]): Promise<readonly Reading[]> {
  try {
    return await pool.read(articles);
  } catch (error) {
    if (articles.length === 1) return [{ failure: error instanceof Error ? error.message : String(error) }];
    const readings: Reading[] = [];
    for (const article of articles) readings.push(...(await readSafely(pool, [article])));
    return readings;
  }
}

async function saveBatch(
  readings: readonly (Reading | null)[],
  batch: Batch,
  options: IngestOptions,
): Promise<Outcome[]> {
  const { ledger, engine, now } = options;
  const outcomes: Outcome[] = [...batch.failures];
  const added = now();
  const articles: { readonly name: string; readonly article: NewArticle }[] = [];
  for (const [i, { name, hash }] of batch.inputs.entries()) {
    const reading = readings[i] ?? null;
    if (reading === null) outcomes.push({ name, kind: "known", document: hash, copy: false, article: null });
    else if ("failure" in reading)
      outcomes.push({ name, kind: "failed", why: `${name}: could not be read: ${reading.failure}` });
    else articles.push({ name, article: { ...reading, engine, source: name, added } });
  }
  await saveSafely(
    articles,
    ({ article }) => article,
    (some) => ledger.save(some),
    ({ name, article }, saved) => {
      if (saved instanceof StoreError)
        outcomes.push({ name, kind: "failed", why: `${name}: could not be saved: ${saved.message}` });
      else outcomes.push({ name, kind: saved.outcome, document: saved.document, copy: saved.copy, article });
    },
  );
  return outcomes;
}

/**
 * Saves articles in one transaction; where the ledger refuses one, each in its own, so that one alone fails.
 *
 * @param items What each article stands for.
 * @param settled Told of each item as soon as its transaction is through, before the next one begins.
 */
export async function saveSafely<T>(
  items: readonly T[],
  articleOf: (item: T) => NewArticle,
  save: (articles: readonly NewArticle[]) => Promise<readonly Saved[]>,
  settled: (item: T, saved: Saved | StoreError) => Promise<void> | void,
): Promise<void> {
  const saveAll = async (some: readonly T[]): Promise<readonly (Saved | StoreError)[] | null> => {
    try {
      return await save(some.map(articleOf));
    } catch (error) {
      if (!(error instanceof StoreError && error.code === "failed")) throw error;
      return some.length === 1 ? [error] : null;
    }
  };
  if (items.length === 0) return;
  const saved = await saveAll(items);
  if (saved === null) {
    for (const item of items) await saveSafely([item], articleOf, save, settled);
    return;
  }
  for (const [i, item] of items.entries()) {
    const one = saved[i];
    if (one !== undefined) await settled(item, one);
  }
}
