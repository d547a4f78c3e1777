import { CODE_LENGTHS, codesOf, MOST_BITS } from "../../src/engine/language/byte-codes.js";

/** Writes bytes as codes of unlike lengths, as `src/engine/language/unpack.ts` reads them: about as short as their frequencies alone allow. */
export function packBytes(bytes: Uint8Array): Uint8Array {
  const counts = new Array<number>(256).fill(0);
  for (const byte of bytes) counts[byte] = (counts[byte] ?? 0) + 1;
  const lengths = codeLengths(counts, MOST_BITS);
  const codes = codesOf(lengths);
  const size = counts.reduce((sum, count, byte) => sum + count * (lengths[byte] ?? 0), 0);
  const out = new Uint8Array(CODE_LENGTHS + Math.ceil(size / 8));
  lengths.forEach((bits, byte) => {
    out[byte >> 1] = (out[byte >> 1] ?? 0) | (bits << (4 * (byte & 1)));
  });
  let [at, held, bits] = [CODE_LENGTHS, 0, 0];
  for (const byte of bytes) {
    const length = lengths[byte] ?? 0;
    bits = (bits << length) | (codes[byte] ?? 0);
    held += length;
    for (; held >= 8; held -= 8) out[at++] = (bits >>> (held - 8)) & 255;
  }
  if (held > 0) out[at] = (bits << (8 - held)) & 255;
  return out;
}

interface Package {
  readonly weight: number;
  readonly bytes: readonly number[];
}

/**
 * Best lengths of codes that are no longer than a limit, 0 for what is not there. Source: package-merge, Larmore and
 * Hirschberg 1990. Two codes at least, so that they are a full set.
 */
export function codeLengths(counts: readonly number[], most: number): Uint8Array {
  const lengths = new Uint8Array(counts.length);
  const used = counts.flatMap((weight, byte) => (weight > 0 ? [{ weight, bytes: [byte] }] : []));
  for (let byte = 0; used.length < 2; byte++) if ((counts[byte] ?? 0) === 0) used.push({ weight: 0, bytes: [byte] });
  const byWeight = (a: Package, b: Package): number => a.weight - b.weight; // of like ones a byte before a package, as they are listed
  const leaves = used.sort((a, b) => byWeight(a, b) || (a.bytes[0] ?? 0) - (b.bytes[0] ?? 0));
  let level: readonly Package[] = leaves;
  for (let i = 1; i < most; i++) level = [...leaves, ...pairsOf(level)].sort(byWeight);
  for (const { bytes } of level.slice(0, 2 * leaves.length - 2))
    for (const byte of bytes) lengths[byte] = (lengths[byte] ?? 0) + 1;
  return lengths;
}

function pairsOf(level: readonly Package[]): readonly Package[] {
  const pairs: Package[] = [];
  for (let i = 0; i + 1 < level.length; i += 2) {
    const [a, b] = [level[i], level[i + 1]];
    if (a !== undefined && b !== undefined)
      pairs.push({ weight: a.weight + b.weight, bytes: [...a.bytes, ...b.bytes] });
  }
  return pairs;
}
