/** How much may be under way at once. */
export interface Room {
  readonly items: number;
  /** In whatever unit the sizes are; one item is taken however large it is. */
  readonly size: number;
}

/** Keeps the order of what is finished in any order, and holds back whoever brings more than there is room for. */
export class Line {
  #last: Promise<void> = Promise.resolve();
  readonly #underWay: { readonly size: number; readonly used: Promise<void> }[] = [];
  #size = 0;
  #stopped = false;

  constructor(private readonly room: Room) {}

  /**
   * Puts something under way at the end of the line; it is used when it is there and everything before it was used.
   *
   * @returns Settled when there is room for another; rejected where it, or one before it, could not be had or used.
   */
  async put<T>(size: number, given: Promise<T>, use: (value: T) => Promise<void> | void): Promise<void> {
    const before = this.#last;
    const used = given.then(async (value) => {
      await before;
      if (!this.#stopped) await use(value);
    });
    used.catch(() => undefined); // told by `put` or `end`
    this.#last = used;
    this.#underWay.push({ size, used });
    this.#size += size;
    while (this.#isFull()) await this.#waitForFirst();
  }

  /** Settled when all was used. */
  async end(): Promise<void> {
    await this.#last;
  }

  /** Nothing is used from now on. */
  stop(): void {
    this.#stopped = true;
  }

  #isFull(): boolean {
    const { length } = this.#underWay;
    return length > this.room.items || (length > 1 && this.#size > this.room.size);
  }

  async #waitForFirst(): Promise<void> {
    const first = this.#underWay.shift();
    await first?.used;
    this.#size -= first?.size ?? 0;
  }
}
