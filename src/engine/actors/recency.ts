interface Entry<T> {
  readonly item: T;
  newer: Entry<T> | null;
  older: Entry<T> | null;
}

/** Items in the order in which they were last touched, each once. Touching takes the same time however many there are. */
export class Recency<T> {
  readonly #entries = new Map<T, Entry<T>>();
  #newest: Entry<T> | null = null;

  touch(item: T): void {
    const entry = this.#entries.get(item) ?? { item, newer: null, older: null };
    if (entry === this.#newest) return;
    this.#entries.set(item, entry);
    if (entry.newer !== null) entry.newer.older = entry.older;
    if (entry.older !== null) entry.older.newer = entry.newer;
    entry.newer = null;
    entry.older = this.#newest;
    if (this.#newest !== null) this.#newest.newer = entry;
    this.#newest = entry;
  }

  /** The item touched last of those that fit; `null` where none of the last `most` does. */
  find(fits: (item: T) => boolean, most: number): T | null {
    let entry = this.#newest;
    for (let left = most; left > 0 && entry !== null; left--) {
      if (fits(entry.item)) return entry.item;
      entry = entry.older;
    }
    return null;
  }
}
