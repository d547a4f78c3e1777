/** FNV-1a over UTF-16 code units. */
export function hashText(text: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return h | 0;
}

/** Joins two hashes into one, in order (the finisher of MurmurHash3). */
export function join(a: number, b: number): number {
  let h = Math.imul(a, 0x9e3779b1) ^ (b + 0x7f4a7c15);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}

/** Names of features, each a hash that depends on its template and its values. */
export class FeatureList {
  #names = new Int32Array(256);
  count = 0;

  clear(): void {
    this.count = 0;
  }

  /** Adds a feature of template `kind` with up to three values. */
  add(kind: number, a = 0, b = 0, c = 0): void {
    if (this.count === this.#names.length) {
      const wider = new Int32Array(this.count * 2);
      wider.set(this.#names);
      this.#names = wider;
    }
    this.#names[this.count++] = join(join(join(kind, a), b), c);
  }

  get names(): Int32Array {
    return this.#names.subarray(0, this.count);
  }
}
