import { hashText } from "./hash.js";
import type { WordCounts } from "./lexicon.js";
import type { Word } from "./words.js";

/** Words of the head of an article, title included, which tell what it is about. */
export const LEAD_WORDS = 45;
/** Words so common that they say nothing: those commoner than one in e³ (1 in 20). */
const COMMON = 3;
/** Occurrences counted in the background list, roughly; it fixes the scale of rarity. */
const BACKGROUND_WORDS = 1_450_000;
/** Most terms kept of one text: the weightiest. */
const MOST_TERMS = 600;
/** Steps of a kept rarity and most occurrences kept: what fits a byte. */
const [STEPS, BYTE] = [20, 255];

/** The words of an article with what they weigh, hashed, ascending by hash. */
export interface Terms {
  readonly hashes: Uint32Array;
  /** Rarity of each in ordinary news, in twentieths. */
  readonly rarity: Uint8Array;
  /** How often each stands in the text, as a name, in the head. */
  readonly total: Uint8Array;
  readonly asName: Uint8Array;
  readonly inLead: Uint8Array;
}

/** The terms of an article given as its words. */
export function termsOf(words: readonly Word[], background: WordCounts): Terms {
  const found = new Map<string, { total: number; asName: number; inLead: number }>();
  words.forEach(({ form, isName }, at) => {
    const term = found.get(form) ?? { total: 0, asName: 0, inLead: 0 };
    term.total++;
    if (isName) term.asName++;
    if (at < LEAD_WORDS) term.inLead++;
    found.set(form, term);
  });
  const rows = [...found]
    .map(([form, counts]) => ({ hash: hashText(form), rarity: rarityOf(form, background), ...counts }))
    .filter(({ rarity }) => rarity > 0)
    .sort((a, b) => weigh(b.total, b.rarity) - weigh(a.total, a.rarity) || a.hash - b.hash)
    .slice(0, MOST_TERMS)
    .sort((a, b) => a.hash - b.hash);
  const bytes = (pick: (row: (typeof rows)[number]) => number): Uint8Array =>
    Uint8Array.from(rows, (row) => Math.min(BYTE, pick(row)));
  return {
    hashes: Uint32Array.from(rows, ({ hash }) => hash),
    rarity: bytes(({ rarity }) => rarity),
    total: bytes(({ total }) => total),
    asName: bytes(({ asName }) => asName),
    inLead: bytes(({ inLead }) => inLead),
  };
}

/** A plural that lost its s is looked up both ways. */
function rarityOf(form: string, background: WordCounts): number {
  const count = Math.max(background.count(form), background.count(`${form}s`));
  const rarity = Math.log(BACKGROUND_WORDS / (count + 1)) - COMMON;
  return Math.max(0, Math.min(BYTE, Math.round(rarity * STEPS)));
}

function weigh(count: number, rarity: number): number {
  return count === 0 ? 0 : (1 + Math.log(count)) * rarity;
}

/** Hashes of the weightiest terms: articles without any three of them in common are not compared. */
export function topTerms({ hashes, rarity, total }: Terms, count: number): number[] {
  return [...hashes]
    .map((hash, i) => ({ hash, weight: weigh(total[i] ?? 0, rarity[i] ?? 0) }))
    .sort((a, b) => b.weight - a.weight || a.hash - b.hash)
    .slice(0, count)
    .map(({ hash }) => hash);
}

/**
 * How alike two articles are in what they speak of, 0 to 1: the mean of three cosines, of all words, of names, and of one
 * head with the other's whole text (the better of the two).
 */
export function likeness(a: Terms, b: Terms): number {
  const [x, y] = [weightsOf(a), weightsOf(b)];
  let [i, j] = [0, 0];
  let [all, names, headOfA, headOfB] = [0, 0, 0, 0];
  while (i < a.hashes.length && j < b.hashes.length) {
    const [p, q] = [a.hashes[i] ?? 0, b.hashes[j] ?? 0];
    if (p === q) {
      all += (x.all[i] ?? 0) * (y.all[j] ?? 0);
      names += (x.names[i] ?? 0) * (y.names[j] ?? 0);
      headOfA += (x.head[i] ?? 0) * (y.all[j] ?? 0);
      headOfB += (x.all[i] ?? 0) * (y.head[j] ?? 0);
    }
    if (p <= q) i++;
    if (q <= p) j++;
  }
  return (all + names + Math.max(headOfA, headOfB)) / 3;
}

/** Weights of an article's terms in text, names and head, each list of length 1 as a vector (or 0 where it is empty). */
interface Weights {
  readonly all: Float64Array;
  readonly names: Float64Array;
  readonly head: Float64Array;
}

const weighed = new WeakMap<Terms, Weights>(); // an article is compared with many: its weights are worked out once

function weightsOf(terms: Terms): Weights {
  const known = weighed.get(terms);
  if (known !== undefined) return known;
  const { rarity, total, asName, inLead } = terms;
  const weights = { all: unit(rarity, total), names: unit(rarity, asName), head: unit(rarity, inLead) };
  weighed.set(terms, weights);
  return weights;
}

function unit(rarity: Uint8Array, counts: Uint8Array): Float64Array {
  const weights = Float64Array.from(counts, (count, i) => weigh(count, rarity[i] ?? 0));
  let squares = 0;
  for (const weight of weights) squares += weight * weight;
  const length = Math.sqrt(squares);
  return length === 0 ? weights : weights.map((weight) => weight / length);
}
