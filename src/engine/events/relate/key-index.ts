/** Finds a hash among the model's keys. */
export class KeyIndex {
  private readonly slots: Int32Array;
  private readonly mask: number;

  constructor(private readonly keys: Int32Array) {
    let size = 1024;
    while (size < 2 * keys.length) size *= 2;
    this.mask = size - 1;
    this.slots = new Int32Array(size).fill(-1);
    keys.forEach((key, id) => {
      let at = key & this.mask;
      while ((this.slots[at] ?? -1) >= 0) at = (at + 1) & this.mask;
      this.slots[at] = id;
    });
  }

  /** The key's number, -1 where the model does not know it. */
  find(key: number): number {
    const wanted = key | 0;
    for (let at = wanted & this.mask; ; at = (at + 1) & this.mask) {
      const id = this.slots[at] ?? -1;
      if (id < 0 || this.keys[id] === wanted) return id;
    }
  }
}
