import { lengthOf } from "../engine/document/document.js";
import type { Article } from "../engine/document/types.js";
import type { Knowledge } from "../engine/knowledge.js";
import type { ReadOptions } from "../engine/read.js";
import type { Reading } from "./protocol.js";
import { readOne } from "./read-one.js";
import { within } from "./within.js";

/** Time any article may take, in milliseconds: a report takes a tenth of a second, on a crowded machine some tenths. */
const AT_LEAST = 60_000;
/** Time it may take beside that for each thousand code units: ten to twenty times what the slowest texts take. */
const PER_THOUSAND = 500;

/** Longest time that reading may take, in milliseconds. @param length UTF-16 code units of an article. */
export function longestReading(length: number): number {
  return AT_LEAST + (PER_THOUSAND * length) / 1000;
}

/** How a reader reads, where it is not as the program does. */
export interface Reads {
  readonly one: (article: Article, knowledge: Knowledge, options: ReadOptions) => Reading;
  readonly longest: (length: number) => number;
  /** Processor time of the whole process so far, in milliseconds. */
  readonly spent: () => number;
}

/** Reads articles in its own thread, one after another. One that takes too long is broken off: a failure of its own. */
export class Reader {
  #knowledge: Knowledge | null = null;

  /** @param make Makes the knowledge: at first use, and anew after a reading that was broken off. */
  constructor(
    private readonly make: () => Knowledge,
    private readonly options: ReadOptions,
    private readonly reads: Reads = { one: readOne, longest: longestReading, spent },
  ) {}

  read(article: Article): Reading {
    const longest = this.reads.longest(lengthOf(article));
    // Where the machine had no time for the program, or slept, no article is to blame: it has twice as long.
    for (let clock = longest; ; clock *= 2) {
      const before = this.reads.spent();
      const reading = within(clock, () => this.reads.one(article, this.#known(), this.options));
      if (reading !== null) return reading.value;
      this.#knowledge = null;
      if (this.reads.spent() - before >= longest / 2) return { failure: brokenOff(longest) };
    }
  }

  #known(): Knowledge {
    this.#knowledge ??= this.make();
    return this.#knowledge;
  }
}

function brokenOff(longest: number): string {
  return `broken off after ${Math.round(longest / 1000)} seconds, the most for an article of its length`;
}

function spent(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
