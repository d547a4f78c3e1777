import { hashPair, mix } from "./hash.js";

/**
 * Keys under which a set of shingles is found again by sets like it: MinHash signatures cut into bands of a few rows. Two
 * sets share a key with a chance of 1 − (1 − s^rows)^bands, where s is the share of their shingles they have in common.
 * Source: Broder, “On the resemblance and containment of documents”, 1997; Leskovec et al., Mining of Massive Datasets, 3.4.
 *
 * @param salt Tells the keys of one use from those of another.
 */
export function bandKeys(shingles: Uint32Array, bands: number, rows: number, salt: number): number[] {
  if (shingles.length === 0) return [];
  const keys: number[] = [];
  for (let band = 0; band < bands; band++) {
    let key = mix(salt * 1000 + band);
    for (let row = 0; row < rows; row++) key = hashPair(key, leastUnder(shingles, band * rows + row));
    keys.push(key);
  }
  return keys;
}

/** The least hash under one of many orders. */
function leastUnder(shingles: Uint32Array, order: number): number {
  const factor = mix(order * 2 + 1) | 1; // odd, so that no two hashes fall together
  const shift = mix(order * 2 + 2);
  let least = 0xffffffff;
  for (let i = 0; i < shingles.length; i++) {
    const product = Math.imul(shingles[i] ?? 0, factor) ^ shift;
    const value = (product ^ (product >>> 15)) >>> 0;
    if (value < least) least = value;
  }
  return least;
}
