import { atomsOf, foldName } from "./atoms.js";
import type { Bearing } from "./bearers.js";
import { type Person, shortForms } from "./people.js";
import { spellingKey } from "./spelling.js";

/**
 * Persons by the short forms of their names. Filled once, then only read; the forms of a person are worked out when
 * an article first has one of the person's words, so that starting costs little.
 */
export class FamilyIndex {
  readonly #byWord = new Map<string, Bearing[]>();
  readonly #forms = new Map<Person, ReadonlySet<string>>();
  readonly #bySpelling = new Map<string, ReadonlyMap<string, readonly string[]>>();

  /** @param written All forms of the bearers' name. */
  add(written: readonly string[], bearers: Bearing): void {
    for (const form of written)
      for (const word of PLAIN.test(form) ? form.split(" ") : form.split(/[\s\-‐‑–]+/))
        this.#addWord(wordKey(word), bearers);
  }

  #addWord(word: string, bearers: Bearing): void {
    const list = this.#byWord.get(word);
    if (list === undefined) this.#byWord.set(word, [bearers]);
    else if (list.at(-1) !== bearers) list.push(bearers);
  }

  /** Persons one of whose short forms is `form` (folded atoms joined by blanks); `undefined` for none. */
  get(form: string): readonly Person[] | undefined {
    const found = this.#people(form.split(" ").at(-1) ?? "").filter((person) => this.#formsOf(person).has(form));
    return found.length === 0 ? undefined : found;
  }

  #people(word: string): readonly Person[] {
    return (this.#byWord.get(word) ?? []).flatMap((bearers) => bearers.people);
  }

  has(form: string): boolean {
    return this.get(form) !== undefined;
  }

  #formsOf(person: Person): ReadonlySet<string> {
    let forms = this.#forms.get(person);
    if (forms === undefined) {
      forms = new Set(shortForms(person));
      this.#forms.set(person, forms);
    }
    return forms;
  }

  /**
   * Persons one of whose names has these spelling keys, outermost words; the family name's first letter must agree. Where
   * both have words in between, two of those begin alike: Kim Yong Chol is not Kim Il-chol.
   *
   * @param between The words between, folded.
   */
  spelled(given: string, family: string, between: readonly string[] = []): readonly Person[] {
    const people = (this.#wordsSpelled(family.charAt(0)).get(family) ?? []).flatMap((word) => this.#people(word));
    return [...new Set(people)].filter((person) =>
      [person.name, ...person.aliases].some((written) => {
        const atoms = atomsOf(written);
        const [first, last] = [atoms[0], atoms.at(-1)];
        return (
          atoms.length > 1 &&
          spellingKey(first ?? "") === given &&
          spellingKey(last ?? "") === family &&
          beginAlike(atoms.slice(1, -1), between)
        );
      }),
    );
  }

  /** The words that begin like a letter, by their spelling keys. */
  #wordsSpelled(initial: string): ReadonlyMap<string, readonly string[]> {
    let keys = this.#bySpelling.get(initial);
    if (keys === undefined) {
      const made = new Map<string, string[]>();
      for (const word of this.#byWord.keys()) {
        if (!startsAlike(word, initial)) continue;
        const key = spellingKey(word);
        const list = made.get(key);
        if (list === undefined) made.set(key, [word]);
        else list.push(word);
      }
      keys = made;
      this.#bySpelling.set(initial, made);
    }
    return keys;
  }
}

/** Words of plain letters parted by single blanks. */
const PLAIN = /^[A-Za-z]+(?: [A-Za-z]+)*$/;

function beginAlike(some: readonly string[], others: readonly string[]): boolean {
  if (some.length === 0 || others.length === 0) return true;
  return some.some((one) => others.some((other) => other.charAt(0) === one.charAt(0)));
}

/** A word as it is looked up: folded, without apostrophes. */
function wordKey(word: string): string {
  return /^[A-Za-z]+$/.test(word) ? word.toLowerCase() : foldName(word).replace(/'/g, "");
}

/** Whether a folded word can have a spelling key that begins with a letter, without working the key out. */
function startsAlike(word: string, initial: string): boolean {
  const first = word.charAt(0);
  if (first === initial) return true;
  return { v: "w", h: "k", f: "p", k: "cqx", i: "jy", u: "o", e: "i" }[initial]?.includes(first) ?? false;
}
