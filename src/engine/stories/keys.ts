import { hashText, mix } from "./hash.js";
import { bandKeys } from "./minhash.js";
import { topTerms } from "./terms.js";
import type { Sketch } from "./types.js";

/** Terms an article is found again by, and how many of them two articles must share to be compared. */
export const [KEY_TERMS, SHARED_TERMS] = [24, 3];
/**
 * Bands by which copies are found whenever they were published, of four rows: a text of which three quarters are the same
 * is missed once in five hundred, while texts of one pattern seldom meet, however many there are.
 */
const [EVER_BANDS, EVER_ROWS] = [16, 4];
/** Bands by which looser copies are found among articles of the same days: over the whole text and over its head. */
const [NEAR_BANDS, HEAD_BANDS, NEAR_ROWS] = [16, 8, 3];
/** Most sides of a contact of which pairs are made. */
const MOST_SIDES = 6;

/** Under what an article is found by others. Numbers are unsigned and of 32 bits. */
export interface StoryKeys {
  /** One in common, and two articles are compared: bands of their texts, and sides with days of their contacts. */
  readonly ever: readonly number[];
  /** One in common, and two articles are compared, if published near each other. */
  readonly near: readonly number[];
  /** Three in common, and two articles are compared, if published near each other. */
  readonly terms: readonly number[];
}

/** The keys of an article; they depend on nothing else. */
export function keysOf(sketch: Sketch): StoryKeys {
  return {
    ever: [...bandKeys(sketch.shingles.hashes, EVER_BANDS, EVER_ROWS, 1), ...contactKeys(sketch)],
    near: [
      ...bandKeys(sketch.shingles.hashes, NEAR_BANDS, NEAR_ROWS, 2),
      ...bandKeys(sketch.head.hashes, HEAD_BANDS, NEAR_ROWS, 3),
    ],
    terms: topTerms(sketch.terms, KEY_TERMS).map((term) => mix(term ^ 0x5bd1e995)),
  };
}

/** A key for each pair of sides on each day, and on the day after: contacts a day apart meet in one. */
function contactKeys({ contact }: Sketch): number[] {
  if (contact?.days == null) return [];
  const codes = contact.sides.slice(0, MOST_SIDES).map(({ code }) => code);
  const keys: number[] = [];
  for (const [i, a] of codes.entries())
    for (const b of codes.slice(i + 1))
      for (let day = contact.days[0]; day <= contact.days[1] + 1; day++) keys.push(hashText(`${a} ${b} ${day}`, 3));
  return keys;
}
