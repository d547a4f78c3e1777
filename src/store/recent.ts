/** Things kept in memory by number, as many as were used last. */
export class Recent<T> {
  readonly #kept = new Map<number, T>();

  constructor(private readonly most: number) {}

  get(number: number): T | undefined {
    const found = this.#kept.get(number);
    if (found === undefined) return undefined;
    this.#kept.delete(number); // put last again
    this.#kept.set(number, found);
    return found;
  }

  put(number: number, thing: T): void {
    this.#kept.delete(number);
    this.#kept.set(number, thing);
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
