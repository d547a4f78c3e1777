import { foldName } from "./atoms.js";
import { type Person, shortForms } from "./people.js";

/**
 * Persons by the short forms of their names. Filled once, then only read; the forms of a person are worked out when
 * an article first has one of the person's words, so that starting costs little.
 */
export class FamilyIndex {
  readonly #byWord = new Map<string, Person[]>();
  readonly #forms = new Map<Person, ReadonlySet<string>>();
  readonly #byInitial = new Map<string, readonly Person[]>();

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

  /** Persons any of whose words begins with a letter, for spellings that differ further on. */
  startingWith(initial: string): readonly Person[] {
    let found = this.#byInitial.get(initial);
    if (found === undefined) {
      const set = new Set<Person>();
      for (const [word, people] of this.#byWord)
        if (word.startsWith(initial)) for (const person of people) set.add(person);
      found = [...set];
      this.#byInitial.set(initial, found);
    }
    return found;
  }
}
