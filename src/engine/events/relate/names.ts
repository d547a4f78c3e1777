import { HASH_START, hashEnd, hashOn } from "./hash.js";

/** Takes the names of features, piece by piece, each name once. */
export interface Names {
  /** A name that these pieces make. */
  add(first: string, second: string, third?: string, fourth?: string, fifth?: string): void;
  /** The name last given, new or not, with this at its end, as one more. */
  grow(more: string, still: string): void;
}

/** The names themselves. */
export class SpelledNames implements Names {
  private readonly known = new Set<string>();
  private last = "";

  add(first: string, second: string, third = "", fourth = "", fifth = ""): void {
    this.last = first + second + third + fourth + fifth;
    this.known.add(this.last);
  }

  grow(more: string, still: string): void {
    this.last += more + still;
    this.known.add(this.last);
  }

  get list(): readonly string[] {
    return [...this.known];
  }
}

/**
 * The hashes of names, in the same order. The model knows a feature by its hash alone, so for most pairs no name is ever
 * spelled, which would take a twentieth of a pair's time.
 */
export class HashedNames implements Names {
  private hashes = new Uint32Array(2048);
  private count = 0;
  /** First hash of the list that is open; what stands in the lists before may come again. */
  private start = 0;
  /** Hashes of the open list at the places they point to, and the number of the list they are of. Of a power of two. */
  private met = new Uint32Array(4096);
  private lists = new Uint32Array(4096);
  private list = 0;
  private state = 0;

  /** Forgets all. */
  clear(): void {
    this.count = 0;
    this.open();
  }

  /** Begins another list. */
  open(): void {
    this.start = this.count;
    this.list = (this.list + 1) >>> 0;
    if (this.list === 0) this.lists.fill(0);
    if (this.list === 0) this.list = 1;
  }

  get length(): number {
    return this.count;
  }

  /** All hashes since they were forgotten. */
  get all(): Uint32Array {
    return this.hashes.slice(0, this.count);
  }

  add(first: string, second: string, third = "", fourth = "", fifth = ""): void {
    let h = hashOn(hashOn(HASH_START, first), second);
    if (third !== "") h = hashOn(h, third);
    if (fourth !== "") h = hashOn(h, fourth);
    if (fifth !== "") h = hashOn(h, fifth);
    this.state = h;
    this.keep(hashEnd(h));
  }

  grow(more: string, still: string): void {
    this.state = hashOn(hashOn(this.state, more), still);
    this.keep(hashEnd(this.state));
  }

  private keep(hash: number): void {
    if (!this.meet(hash)) return;
    if (this.count === this.hashes.length) this.hashes = wider(this.hashes);
    this.hashes[this.count++] = hash;
    if (2 * (this.count - this.start) < this.met.length) return;
    [this.met, this.lists] = [wider(this.met), new Uint32Array(2 * this.lists.length)];
    for (let i = this.start; i < this.count; i++) this.meet(this.hashes[i] ?? 0);
  }

  /** Whether the open list meets a hash for the first time. */
  private meet(hash: number): boolean {
    const mask = this.met.length - 1;
    let at = hash & mask;
    for (; this.lists[at] === this.list; at = (at + 1) & mask) if (this.met[at] === hash) return false;
    this.lists[at] = this.list;
    this.met[at] = hash;
    return true;
  }
}

function wider(numbers: Uint32Array): Uint32Array<ArrayBuffer> {
  const more = new Uint32Array(2 * numbers.length);
  more.set(numbers);
  return more;
}
