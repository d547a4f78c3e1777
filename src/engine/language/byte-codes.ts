/** Longest code of a byte. */
export const MOST_BITS = 12;
/** Bytes before the codes: the lengths of 256 codes in four bits each. */
export const CODE_LENGTHS = 128;

/** The codes of bytes by their lengths: shorter ones first, of one length in the order of the bytes; 0 is no code. */
export function codesOf(lengths: Uint8Array): Uint16Array {
  const counts = new Uint16Array(MOST_BITS + 1);
  for (const bits of lengths) if (bits > 0 && bits <= MOST_BITS) counts[bits] = (counts[bits] ?? 0) + 1;
  const next = new Uint16Array(MOST_BITS + 1);
  for (let bits = 1, code = 0; bits <= MOST_BITS; bits++) {
    code = (code + (counts[bits - 1] ?? 0)) << 1;
    next[bits] = code;
  }
  const codes = new Uint16Array(lengths.length);
  lengths.forEach((bits, byte) => {
    if (bits === 0 || bits > MOST_BITS) return;
    codes[byte] = next[bits] ?? 0;
    next[bits] = (next[bits] ?? 0) + 1;
  });
  return codes;
}
