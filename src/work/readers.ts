import { lengthOf } from "../engine/document/document.js";
import type { Article } from "../engine/document/types.js";
import { type KnowledgeFiles, makeKnowledge } from "../engine/knowledge.js";
import type { ReadOptions } from "../engine/read.js";
import { readSafely } from "./ingest.js";
import { openPool, type Pool } from "./pool.js";
import type { Reading } from "./protocol.js";
import { Reader } from "./reader.js";

/**
 * Text read in the program's own thread before others are started, in UTF-16 code units: reading it takes as long as their
 * start. What is longer goes to a thread whatever came before it, where neither its time nor its memory stops the program.
 */
const FEW = 60_000;

/** Reads any number of articles: a few here and at once, many in threads. What is known to be many goes there from the first. */
export class Readers {
  #here: Reader | null;
  #pool: Pool | null = null;
  #text = 0;

  /** @param expected Text that will come at least, in UTF-16 code units, where that is known. */
  constructor(
    private readonly files: KnowledgeFiles,
    private readonly options: ReadOptions,
    private readonly threads: number,
    expected = 0,
  ) {
    this.#here = expected > FEW ? null : new Reader(() => makeKnowledge(files), options);
  }

  async read(article: Article): Promise<Reading> {
    this.#text += lengthOf(article);
    if (this.#here !== null && this.#text <= FEW) return this.#here.read(article);
    this.#here = null; // its memory is the threads'
    this.#pool ??= openPool(this.files, this.threads, this.options);
    const [reading] = await readSafely(this.#pool, [article]);
    return reading ?? { failure: "not read" };
  }

  /** Ends the threads, whatever they are at. */
  async close(): Promise<void> {
    await this.#pool?.close();
  }
}
