import { type Atom, atomsOf } from "./atoms.js";

/** A name of the tables: its atoms, how it must be written, and what it stands for. */
interface Name<T> {
  readonly atoms: readonly string[];
  readonly writing: "any" | "capital" | "exact";
  readonly entry: T;
}

/** A name found in a sentence, by its atoms. */
export interface NameHit<T> {
  readonly firstToken: number;
  readonly lastToken: number;
  readonly nextAtom: number;
  /** Everything the longest name found here may stand for, in table order. */
  readonly entries: readonly T[];
  readonly atoms: readonly string[];
}

/** Finds the longest names of a table in a sentence. Filled once, then only read. */
export class NameIndex<T> {
  readonly #byFirst = new Map<string, Name<T>[]>();

  /**
   * @param written The name as printed; an all-capital name of up to six letters (“US”, “WHO”) is matched in capitals only.
   * @param anyCase Whether small initials match too (common nouns).
   */
  add(written: string, entry: T, anyCase = false): void {
    const atoms = atomsOf(written.replace(/^the /i, ""));
    const [first] = atoms;
    if (first === undefined) return;
    const acronym = /^[A-Z][A-Z.&]{0,7}$/.test(written);
    const writing = anyCase ? "any" : acronym ? "exact" : "capital";
    const list = this.#byFirst.get(first);
    const name: Name<T> = { atoms, writing, entry };
    if (list === undefined) this.#byFirst.set(first, [name]);
    else list.push(name);
  }

  /** Puts longer names first; to be called once after the last `add`. */
  seal(): this {
    for (const list of this.#byFirst.values()) {
      const order = list.map((name, at) => ({ name, at }));
      order.sort((a, b) => b.name.atoms.length - a.name.atoms.length || a.at - b.at);
      list.splice(0, list.length, ...order.map(({ name }) => name));
    }
    return this;
  }

  /** The longest name that begins at atom `at`, or `null`. */
  match(atoms: readonly Atom[], at: number): NameHit<T> | null {
    const start = atoms[at];
    if (start === undefined) return null;
    const list = this.#byFirst.get(start.text);
    if (list === undefined) return null;
    let length = 0;
    const entries: T[] = [];
    let found: Name<T> | null = null;
    for (const name of list) {
      if (name.atoms.length < length) break;
      if (!fits(name, atoms, at)) continue;
      length = name.atoms.length;
      found ??= name;
      entries.push(name.entry);
    }
    const end = atoms[at + length - 1];
    if (found === null || end === undefined) return null;
    return { firstToken: start.token, lastToken: end.token, nextAtom: at + length, entries, atoms: found.atoms };
  }

  /** What a name as printed stands for. */
  lookup(written: string): readonly T[] {
    const atoms = atomsOf(written);
    const list = this.#byFirst.get(atoms[0] ?? "") ?? [];
    return list
      .filter((n) => n.atoms.length === atoms.length && n.atoms.every((a, i) => a === atoms[i]))
      .map((n) => n.entry);
  }
}

function fits<T>(name: Name<T>, atoms: readonly Atom[], at: number): boolean {
  const end = atoms[at + name.atoms.length - 1];
  if (end === undefined || !end.closes) return false;
  for (let i = 0; i < name.atoms.length; i++) {
    const atom = atoms[at + i];
    if (atom === undefined || atom.text !== name.atoms[i]) return false;
    if (name.writing === "exact" && !atom.allCapitals) return false;
  }
  const start = atoms[at];
  return name.writing === "any" || start === undefined || start.capital || end.capital;
}
