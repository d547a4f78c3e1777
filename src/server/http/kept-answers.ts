/** An answer that was given, with the tag that says what state of the ledger it is of. */
interface Kept {
  readonly tag: string;
  readonly body: Uint8Array<ArrayBuffer>;
}

/** Most memory that kept answers take, in bytes of their bodies. */
const MOST = 24_000_000;
/** A longer answer is not worth keeping. */
const LONGEST = 1_000_000;

/** Answers given before, by address: the ledger changes seldom, and pages are asked for again and again. */
export class KeptAnswers {
  readonly #answers = new Map<string, Kept>();
  #size = 0;

  /** The answer given at an address when the ledger was as it is now. */
  find(address: string, tag: string): Uint8Array<ArrayBuffer> | null {
    const kept = this.#answers.get(address);
    if (kept === undefined) return null;
    if (kept.tag === tag) {
      this.#answers.delete(address); // the oldest come first: this one is used
      this.#answers.set(address, kept);
      return kept.body;
    }
    this.#drop(address, kept);
    return null;
  }

  keep(address: string, tag: string, body: Uint8Array<ArrayBuffer>): void {
    if (body.length > LONGEST) return;
    const before = this.#answers.get(address);
    if (before !== undefined) this.#drop(address, before);
    this.#answers.set(address, { tag, body });
    this.#size += body.length;
    for (const [oldest, kept] of this.#answers) {
      if (this.#size <= MOST) break;
      this.#drop(oldest, kept);
    }
  }

  #drop(address: string, kept: Kept): void {
    this.#answers.delete(address);
    this.#size -= kept.body.length;
  }
}
