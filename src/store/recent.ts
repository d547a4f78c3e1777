/** Things kept in memory by a key, as many as were used last. */
export class Recent<T, K = number> {
  readonly #kept = new Map<K, T>();

  constructor(private readonly most: number) {}

  get(key: K): T | undefined {
    const found = this.#kept.get(key);
    if (found === undefined) return undefined;
    this.#kept.delete(key); // put last again
    this.#kept.set(key, found);
    return found;
  }

  put(key: K, thing: T): void {
    this.#kept.delete(key);
    this.#kept.set(key, thing);
    if (this.#kept.size <= this.most) return;
    const [oldest] = this.#kept.keys();
    if (oldest !== undefined) this.#kept.delete(oldest);
  }

  clear(): void {
    this.#kept.clear();
  }
}

/** Sketches kept: about 10 kB each. */
export const SKETCHES_KEPT = 3000;
