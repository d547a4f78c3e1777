import { markOf, type PhraseMark, type PhraseWorth, worthOf } from "../../src/engine/events/relate/phrase-votes.js";
import type { SetPhrase } from "../../src/engine/events/set-phrases.js";

/** A sentence as a network that had not seen it scored its codes, and the phrases in it. */
export interface Case {
  /** One score a code. */
  readonly scores: Float32Array;
  /** Which of them is right. */
  readonly right: number;
  readonly phrases: readonly SetPhrase[];
}

/** “EVENT”, “code” of each score; “NONE” alone for nothing. */
export type Codes = readonly (readonly string[])[];

/** What is looked for: the worth of a code, of an event by the phrase's places, and a factor on the scores. */
const SIZES = 5; // none, one, two, three, four and more places
const FACTOR = SIZES + 1;
const CODE = 0;
const PASSES = 80;
const RATE = 0.04;
const [BETA, GAMMA] = [0.9, 0.999]; // Adam's: Kingma and Ba 2015

/** The worths by which the right codes of all cases are likeliest together, found along the gradient. */
export function fitWorth(cases: readonly Case[], codes: Codes): PhraseWorth {
  const worth = new Float64Array(FACTOR + 1);
  worth[FACTOR] = 1;
  const [mean, square] = [new Float64Array(worth.length), new Float64Array(worth.length)];
  const marks = cases.map(({ phrases }) => marksOf(phrases, codes));
  for (let pass = 1; pass <= PASSES; pass++) {
    const slope = new Float64Array(worth.length);
    for (const [i, one] of cases.entries()) addSlope(one, marks[i] ?? new Map(), worth, slope);
    for (let k = 0; k < worth.length; k++) {
      const own = (slope[k] ?? 0) / cases.length;
      mean[k] = BETA * (mean[k] ?? 0) + (1 - BETA) * own;
      square[k] = GAMMA * (square[k] ?? 0) + (1 - GAMMA) * own * own;
      const [m, s] = [(mean[k] ?? 0) / (1 - BETA ** pass), (square[k] ?? 0) / (1 - GAMMA ** pass)];
      worth[k] = (worth[k] ?? 0) + (RATE * m) / (Math.sqrt(s) + 1e-8);
    }
  }
  const round = (x: number | undefined): number => Math.round(100 * (x ?? 0)) / 100;
  return { code: round(worth[CODE]), event: [0, ...worth.slice(CODE + 2, FACTOR)].map(round) };
}

/**
 * Share of cases with an event whose likeliest code is the right one, by the scores as they are; `null` leaves the phrases out.
 */
export function rightShare(cases: readonly Case[], codes: Codes, worth: PhraseWorth | null): number {
  const told = cases.filter(({ right }) => codes[right]?.[1] !== undefined);
  const right = told.filter((one) => {
    let [best, most] = [-1, Number.NEGATIVE_INFINITY];
    for (const [i, [event, code]] of codes.entries()) {
      if (code === undefined) continue;
      const own = worth === null ? 0 : worthOf(markOf(one.phrases, event, code), worth);
      const all = (one.scores[i] ?? 0) + own;
      if (all > most) [best, most] = [i, all];
    }
    return best === one.right;
  });
  return right.length / Math.max(1, told.length);
}

/** What the phrases of a sentence make of the codes; of most of them nothing. */
function marksOf(phrases: readonly SetPhrase[], codes: Codes): ReadonlyMap<number, PhraseMark> {
  const marks = new Map<number, PhraseMark>();
  if (phrases.length === 0) return marks;
  for (const [i, [event, code]] of codes.entries()) {
    const mark = markOf(phrases, event, code);
    if (mark !== null) marks.set(i, { ...mark, size: Math.min(mark.size, SIZES - 1) });
  }
  return marks;
}

/** Adds how the logarithm of the right code's probability changes with each worth. */
function addSlope({ scores, right }: Case, marks: ReadonlyMap<number, PhraseMark>, worth: Float64Array, slope: Float64Array): void {
  const factor = worth[FACTOR] ?? 1;
  const all = Float64Array.from(scores, (score, i) => {
    const mark = marks.get(i);
    const own = mark === undefined ? 0 : (worth[CODE + 1 + mark.size] ?? 0) + (mark.exact ? (worth[CODE] ?? 0) : 0);
    return factor * score + own;
  });
  const most = all.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  const sum = all.reduce((total, one) => total + Math.exp(one - most), 0);
  for (let i = 0; i < all.length; i++) {
    const error = (i === right ? 1 : 0) - Math.exp((all[i] ?? 0) - most) / sum;
    slope[FACTOR] = (slope[FACTOR] ?? 0) + error * (scores[i] ?? 0);
    const mark = marks.get(i);
    if (mark === undefined) continue;
    slope[CODE + 1 + mark.size] = (slope[CODE + 1 + mark.size] ?? 0) + error;
    if (mark.exact) slope[CODE] = (slope[CODE] ?? 0) + error;
  }
} // biome-ignore format: one line reads best
