import { atomsOf, foldName } from "./atoms.js";
import { type Person, shortForms } from "./people.js";
import { spellingKey } from "./spelling.js";

/**
 * Persons by the short forms of their names. Filled once, then only read; the forms of a person are worked out when
 * an article first has one of the person's words, so that starting costs little.
 */
export class FamilyIndex {
  readonly #byWord = new Map<string, Person[]>();
  readonly #forms = new Map<Person, ReadonlySet<string>>();
  readonly #bySpelling = new Map<string, ReadonlyMap<string, readonly Person[]>>();

  constructor(people: readonly Person[]) {
    for (const person of people) {
      const words = new Set<string>();
      for (const written of [person.name, ...person.aliases])
        for (const word of written.split(/[\s\-‐‑–]+/)) words.add(word);
      for (const word of words) this.#add(foldName(word).replace(/'/g, ""), person);
    }
  }

  #add(word: string, person: Person): void {
    const list = this.#byWord.get(word);
    if (list === undefined) this.#byWord.set(word, [person]);
    else if (list.at(-1) !== person) list.push(person);
  }

  /** Persons one of whose short forms is `form` (folded atoms joined by blanks); `undefined` for none. */
  get(form: string): readonly Person[] | undefined {
    const found = (this.#byWord.get(form.split(" ").at(-1) ?? "") ?? []).filter((person) =>
      this.#formsOf(person).has(form),
    );
    return found.length === 0 ? undefined : found;
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

  /** Persons one of whose names has these spelling keys, outermost words; the family name's first letter must agree. */
  spelled(given: string, family: string): readonly Person[] {
    const initial = family.charAt(0);
    let keys = this.#bySpelling.get(initial);
    if (keys === undefined) {
      keys = this.#spellingsOf(initial);
      this.#bySpelling.set(initial, keys);
    }
    return keys.get(`${given} ${family}`) ?? [];
  }

  #spellingsOf(initial: string): ReadonlyMap<string, readonly Person[]> {
    const keys = new Map<string, Person[]>();
    const seen = new Set<Person>();
    for (const [word, people] of this.#byWord)
      if (startsAlike(word, initial)) for (const person of people) seen.add(person);
    for (const person of seen)
      for (const written of [person.name, ...person.aliases]) {
        const atoms = atomsOf(written);
        const [first, last] = [atoms[0], atoms.at(-1)];
        if (first === undefined || last === undefined || atoms.length < 2) continue;
        const key = `${spellingKey(first)} ${spellingKey(last)}`;
        const list = keys.get(key) ?? [];
        if (!list.includes(person)) list.push(person);
        keys.set(key, list);
      }
    return keys;
  }
}

/** Whether a folded word can have a spelling key that begins with a letter, without working the key out. */
function startsAlike(word: string, initial: string): boolean {
  const first = word.charAt(0);
  if (first === initial) return true;
  return { v: "w", h: "k", f: "p", k: "cqx", i: "jy", u: "o", e: "i" }[initial]?.includes(first) ?? false;
}
