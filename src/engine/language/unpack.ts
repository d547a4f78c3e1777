import { CODE_LENGTHS, codesOf, MOST_BITS } from "./byte-codes.js";

/**
 * Bytes that were written as codes of unlike lengths: first each byte's length of code, two a byte, the lower half first,
 * then the codes one after the other, each from its highest bit on (canonical Huffman codes, as in RFC 1951, section 3.2.2).
 *
 * @param length How many bytes were written.
 * @returns `null` where the codes break off or the lengths leave codes out.
 */
export function unpackBytes(packed: Uint8Array, length: number): Uint8Array | null {
  const table = tableOf(packed);
  if (table === null) return null;
  const out = new Uint8Array(length);
  const [mask, end] = [(1 << MOST_BITS) - 1, packed.length];
  let [at, bits, held] = [CODE_LENGTHS, 0, 0];
  for (let i = 0; i < length; i++) {
    for (; held < MOST_BITS; held += 8, at++) bits = (bits << 8) | (packed[at] ?? 0);
    const entry = table[(bits >>> (held - MOST_BITS)) & mask] ?? 0;
    out[i] = entry & 255;
    held -= entry >> 8;
  }
  return at - (held >> 3) > end ? null : out;
}

/** What the next bits stand for, whatever follows a code in them: the byte and, above it, the length of its code. */
function tableOf(packed: Uint8Array): Uint16Array | null {
  const lengths = Uint8Array.from({ length: 256 }, (_, byte) => ((packed[byte >> 1] ?? 0) >> (4 * (byte & 1))) & 15);
  const codes = codesOf(lengths);
  const table = new Uint16Array(1 << MOST_BITS);
  let filled = 0;
  lengths.forEach((bits, byte) => {
    if (bits === 0) return;
    const [from, count] = [(codes[byte] ?? 0) << (MOST_BITS - bits), 1 << (MOST_BITS - bits)];
    table.fill((bits << 8) | byte, from, from + count);
    filled += count;
  });
  return filled === table.length ? table : null;
}
