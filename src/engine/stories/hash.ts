/** 32-bit hash of a string's code units (FNV-1a with a final mix). The same everywhere and for ever: ledgers keep it. */
export function hashText(text: string, seed = 0): number {
  let hash = 0x811c9dc5 ^ seed;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return mix(hash);
}

/** 32-bit hash of two hashes, in order. */
export function hashPair(a: number, b: number): number {
  return mix(Math.imul(a ^ (a >>> 15), 0x85ebca6b) + b);
}

/** Spreads the bits of a number over all 32. Source: MurmurHash3's finaliser. */
export function mix(value: number): number {
  let hash = value;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
