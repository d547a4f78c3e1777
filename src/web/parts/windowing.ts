/** Which items of a long list stand in view, and how much room those before and after them take. Heights in pixels. */
export interface Window {
  readonly first: number;
  /** One past the last. */
  readonly end: number;
  readonly before: number;
  readonly after: number;
}

/**
 * Heights of a list's items, guessed until measured. Sums are kept in a Fenwick tree, so that measuring an item and
 * finding one at a height take time logarithmic in the length of the list.
 */
export class Heights {
  readonly #measured: (number | undefined)[] = [];
  #sums: number[] = [0];

  constructor(private readonly guess: number) {}

  get length(): number {
    return this.#sums.length - 1;
  }

  /** Grows or shrinks the list; what was measured of the items that stay is kept. */
  resize(length: number): void {
    if (length < this.length) {
      this.#measured.length = Math.min(this.#measured.length, length);
      this.#sums.length = length + 1;
    }
    for (let i = this.length + 1; i <= length; i++) {
      const low = i & -i;
      this.#sums.push(this.#height(i - 1) + this.total(i - 1) - this.total(i - low));
    }
  }

  #height(index: number): number {
    return this.#measured[index] ?? this.guess;
  }

  /** Says how high an item is. True when that was not known. */
  measure(index: number, height: number): boolean {
    if (index >= this.length || this.#measured[index] === height) return false;
    const change = height - this.#height(index);
    this.#measured[index] = height;
    for (let i = index + 1; i <= this.length; i += i & -i) this.#sums[i] = (this.#sums[i] ?? 0) + change;
    return true;
  }

  /** Height of the first `count` items together. */
  total(count = this.length): number {
    let sum = 0;
    for (let i = Math.min(count, this.length); i > 0; i -= i & -i) sum += this.#sums[i] ?? 0;
    return sum;
  }

  /** The item at a height; the last when the list is shorter. */
  at(offset: number): number {
    let [index, rest] = [0, offset];
    let step = 1;
    while (step * 2 <= this.length) step *= 2;
    for (; step > 0; step >>= 1) {
      const sum = this.#sums[index + step];
      if (sum !== undefined && index + step <= this.length && sum <= rest) {
        index += step;
        rest -= sum;
      }
    }
    return Math.max(0, Math.min(index, this.length - 1));
  }

  /** What to draw when the list is seen from `top` to `bottom`, with some items more on either side. */
  window(top: number, bottom: number, spare: number): Window {
    if (this.length === 0) return { first: 0, end: 0, before: 0, after: 0 };
    const first = Math.max(0, this.at(Math.max(0, top)) - spare);
    const end = Math.min(this.length, this.at(Math.max(0, bottom)) + 1 + spare);
    const before = this.total(first);
    return { first, end, before, after: this.total() - this.total(end) };
  }
}
