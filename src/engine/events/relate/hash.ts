/** FNV-1a's offset and prime. */
export const HASH_START = 0x811c9dc5;
const PRIME = 0x01000193;
const PRIME_SQUARED = Math.imul(PRIME, PRIME);

/** Goes on with a hash over the low and high bytes of a text's UTF-16 code units. */
export function hashOn(hash: number, text: string): number {
  let h = hash;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    // A high byte of 0 only multiplies once more.
    if (unit < 256) h = Math.imul(h ^ unit, PRIME_SQUARED);
    else h = Math.imul(Math.imul(h ^ (unit & 255), PRIME) ^ (unit >>> 8), PRIME);
  }
  return h;
}

/** The hash of all that was gone over, as an unsigned 32-bit number. */
export const hashEnd = (hash: number): number => (hash ^ (hash >>> 15)) >>> 0;

/** FNV-1a over the low and high bytes of UTF-16 code units, as an unsigned 32-bit number: the name a feature has in the model. */
export const hashOf = (text: string): number => hashEnd(hashOn(HASH_START, text));
