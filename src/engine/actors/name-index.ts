import { type Atom, atomsOf } from "./atoms.js";

/** A name of the tables: its atoms, how it must be written, and what it stands for. */
interface Name<T> {
  readonly atoms: readonly string[];
  readonly writing: "any" | "capital" | "exact";
  readonly entry: T;
}

/** A name as it was added; taken apart only when an article has its first word. */
interface Raw<T> {
  readonly written: string;
  readonly entry: T;
  readonly anyCase: boolean;
  readonly wins: boolean;
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

/**
 * Finds the longest names of a table in a sentence. Filled once, then only read.
 *
 * Tens of thousands of names are kept as printed, by their first word; those of a word are taken apart when an article
 * first has it, so that starting costs little.
 */
export class NameIndex<T> {
  readonly #raw = new Map<string, Raw<T>[]>();
  readonly #ready = new Map<string, readonly Name<T>[]>();

  /**
   * @param written The name as printed; an all-capital name of up to eight letters (“US”, “WHO”) is matched in capitals only.
   * @param anyCase Whether small initials match too (common nouns).
   * @param wins Whether it drives out other entries of the same name.
   */
  add(written: string, entry: T, anyCase = false, wins = false): void {
    const bare = written.startsWith("the ") || written.startsWith("The ") ? written.slice(4) : written;
    const key = firstAtom(bare);
    if (key === "") return;
    const list = this.#raw.get(key);
    if (list === undefined) this.#raw.set(key, [{ written: bare, entry, anyCase, wins }]);
    else list.push({ written: bare, entry, anyCase, wins });
    if (this.#ready.size > 0) this.#ready.delete(key);
  }

  /** Names that begin with an atom, longer ones first, else in table order. */
  #names(first: string): readonly Name<T>[] {
    const known = this.#ready.get(first);
    if (known !== undefined) return known;
    const made = (this.#raw.get(first) ?? []).map(({ written, entry, anyCase, wins }, at) => {
      const acronym = /^[A-Z][A-Z.&]{0,7}$/.test(written);
      const writing = anyCase ? ("any" as const) : acronym ? ("exact" as const) : ("capital" as const);
      return { at, wins, name: { atoms: atomsOf(written), writing, entry } };
    });
    made.sort((a, b) => b.name.atoms.length - a.name.atoms.length || a.at - b.at);
    const won = new Set(made.flatMap(({ wins, name }) => (wins ? [name.atoms.join(" ")] : [])));
    const names = made.filter(({ wins, name }) => wins || !won.has(name.atoms.join(" "))).map(({ name }) => name);
    this.#ready.set(first, names);
    return names;
  }

  /** The longest name that begins at atom `at`, or `null`. */
  match(atoms: readonly Atom[], at: number): NameHit<T> | null {
    const start = atoms[at];
    if (start === undefined || !this.#raw.has(start.text)) return null;
    let length = 0;
    const entries: T[] = [];
    let found: Name<T> | null = null;
    for (const name of this.#names(start.text)) {
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
    return this.#names(atoms[0] ?? "")
      .filter((n) => n.atoms.length === atoms.length && n.atoms.every((a, i) => a === atoms[i]))
      .map((n) => n.entry);
  }
}

const PLAIN_SIGNS = "0123456789.&";

/** The first atom of a name, without taking the rest apart. */
function firstAtom(written: string): string {
  const blank = written.indexOf(" ");
  const end = blank < 0 ? written.length : blank;
  for (let i = 0; i < end; i++) {
    const unit = written.charCodeAt(i) | 32; // small letters for capitals
    const plain = (unit >= 97 && unit <= 122) || PLAIN_SIGNS.includes(written.charAt(i));
    if (!plain) return atomsOf(written)[0] ?? "";
  }
  return end === 0 ? (atomsOf(written)[0] ?? "") : written.slice(0, end).toLowerCase();
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
