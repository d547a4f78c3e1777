import { hashPair, hashText } from "./hash.js";

/** Words of a shingle. At 3 templated readouts of one press service share a fifth more, at 5 typing errors cost more. */
const SHINGLE_WORDS = 4;
/** Most shingles kept of one text; longer texts are sampled by hash, which keeps shares comparable. */
const MOST = 4096;

/** The overlapping word sequences of a text, hashed. */
export interface Shingles {
  /** Distinct hashes, ascending. */
  readonly hashes: Uint32Array;
  /** Only hashes that are multiples of this power of two are kept; 1 for all but very long texts. */
  readonly sampling: number;
}

/** The shingles of a text given as its words. A text shorter than a shingle is one shingle. */
export function shinglesOf(words: readonly string[]): Shingles {
  const codes = words.map((word) => hashText(word));
  const found = new Set<number>();
  const last = Math.max(0, codes.length - SHINGLE_WORDS);
  for (let i = 0; i <= last && codes.length > 0; i++) {
    let hash = 0;
    for (let k = i; k < Math.min(i + SHINGLE_WORDS, codes.length); k++) hash = hashPair(hash, codes[k] ?? 0);
    found.add(hash);
  }
  let sampling = 1;
  let kept = [...found];
  while (kept.length > MOST) {
    sampling *= 2;
    kept = kept.filter((hash) => hash % sampling === 0);
  }
  return { hashes: Uint32Array.from(kept).sort(), sampling };
}

/** What two texts have in common. */
export interface Overlap {
  /** Share of the shorter text's shingles that stand in the other, 0 to 1. */
  readonly containment: number;
  /** Shingles of the shorter and of the longer text. */
  readonly shorter: number;
  readonly longer: number;
}

/**
 * How much of the shorter text stands in the longer; `null` where it is less than `leastOf` asks for a shorter text of so
 * many shingles, which shows as soon as too many of its shingles are missing.
 */
export function overlapOf(a: Shingles, b: Shingles, leastOf: (shorter: number) => number): Overlap | null {
  const sampling = Math.max(a.sampling, b.sampling);
  const [one, other] = [thin(a, sampling), thin(b, sampling)];
  const [x, y] = one.length <= other.length ? [one, other] : [other, one];
  const least = leastOf(x.length * sampling);
  const common = x.length === 0 ? 0 : commonOf(x, y, least);
  const containment = x.length === 0 ? 0 : common / x.length;
  return containment < least ? null : { containment, shorter: x.length * sampling, longer: y.length * sampling };
}

/** Numbers of `x` that stand in `y`, both ascending; 0 as soon as they cannot be the least share of `x`. */
function commonOf(x: Uint32Array, y: Uint32Array, least: number): number {
  let [i, j, missing] = [0, 0, 0];
  while (i < x.length && j < y.length) {
    const p = x[i] ?? 0;
    const q = y[j] ?? 0;
    if (p === q) {
      i++;
      j++;
    } else if (p > q) j++;
    else {
      i++;
      missing++;
      if ((x.length - missing) / x.length < least) return 0;
    }
  }
  return i - missing;
}

/** Hashes below this are a sample of a sixteenth: hashes are spread evenly. */
const SAMPLE_END = 2 ** 28;
/** Fewer shingles in a sample say nothing. */
const LEAST_SAMPLE = 12;

/** Whether two texts plainly share next to nothing, from a sample of their shingles: most pairs need no closer look. */
export function areStrangers(a: Shingles, b: Shingles): boolean {
  if (a.sampling !== 1 || b.sampling !== 1) return false;
  let [i, j, common] = [0, 0, 0];
  for (;;) {
    const [p, q] = [a.hashes[i] ?? SAMPLE_END, b.hashes[j] ?? SAMPLE_END];
    if (p >= SAMPLE_END && q >= SAMPLE_END) break;
    if (p === q) common++;
    if (p <= q) i++;
    if (q <= p) j++;
  }
  return Math.min(i, j) >= LEAST_SAMPLE && common * 5 < Math.min(i, j);
}

function thin({ hashes, sampling }: Shingles, wanted: number): Uint32Array {
  return sampling === wanted ? hashes : hashes.filter((hash) => hash % wanted === 0);
}
