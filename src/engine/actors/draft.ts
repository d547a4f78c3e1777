import type { Country } from "./lexicon.js";
import type { Person } from "./people.js";
import { Recency } from "./recency.js";
import type { Standing } from "./standing.js";

/** An actor while the article is being read: what is known may still grow. */
export interface Draft {
  /** Identity: the same key is the same actor. */
  readonly key: string;
  name: string;
  kind: "person" | "organisation" | "country" | "group" | "unnamed";
  code: string | null;
  /** Whether the code is only the country the report is from, until the text names another. */
  assumed: boolean;
  sector: string[];
  office: string | null;
  officeKey: string | null;
  wikidata: string | null;
  gender: "m" | "f" | null;
  born: string | null;
  role: "party" | "press-service" | "agency" | "outlet";
  why: string;
  readonly person: Person | null;
  /** Title phrases the text gives it, lower case. */
  readonly titles: Set<string>;
  /** Folded words of its name; the last is the short form. */
  readonly words: readonly string[];
  /** Name of the body pattern it is an instance of (“press service”). */
  readonly pattern: string | null;
  /** The noun it is described by (“protester”), where nothing names it. */
  readonly noun: string | null;
  /** What adjectives say of those it describes (“liberal”). */
  readonly qualities?: string;
}

/** One earlier mention, for reference. */
export interface Trace {
  readonly draft: Draft;
  readonly sentence: number;
  readonly first: number;
  readonly last: number;
  readonly named: boolean;
  /** Whether the mention meant others too. */
  readonly shared: boolean;
  /** Whether it means a number of people by a common noun: “the negotiators”, “the Ukrainian delegation”. */
  readonly many: boolean;
  /** Whether it stands inside quotation marks. */
  readonly quoted: boolean;
  /** Its place in the sentence. */
  readonly standing: Standing;
  /** Whether a verb of speech follows it: “…, Merkel said”. */
  readonly speaks: boolean;
}

/** Actors that a title or a name is held against: the last mentioned, or the first named. No report has so many. */
const MOST_HELD_AGAINST = 400;
/** Actors of which it is kept how much the article is about them: the first mentioned. */
const MOST_WEIGHED = 1000;

/** The actors of an article in the making, and what was mentioned so far. */
export class Discourse {
  /** @param leadFrom First sentence after the title. */
  constructor(readonly leadFrom: number) {}

  readonly #drafts = new Map<string, Draft>();
  readonly #traces: Trace[] = [];
  readonly #acronyms = new Map<string, Draft>();
  readonly #words = new Map<Draft, ReadonlySet<string>>();
  readonly #byWord = new Map<string, Recency<Draft>>();
  readonly #bySentence = new Map<number, Trace[]>();
  readonly #recent = new Recency<Draft>();
  readonly #recentlyNamed = new Recency<Draft>();
  readonly #firstNamed = new Set<Draft>();
  readonly #codes = new Set<string>();
  readonly #weights = new Map<Draft, { score: number; readonly at: number }>();
  /** Which tokens of the sentence being read stand inside quotation marks. */
  quoted: readonly boolean[] = [];
  /** Codes of the countries that phrases of the sentence being read name. */
  countriesHere: ReadonlySet<string> = new Set();
  /** Whom a possessive at a token of that sentence means that stands before its subject (“For [his] part, Scholz …”). */
  ahead: { readonly at: number; readonly draft: Draft } | null = null;
  /** The last mention that meant several actors. */
  lastGroup: {
    readonly drafts: readonly Draft[];
    readonly sentence: number;
    /** Whether persons are among them and they act in their sentence. */
    readonly acting?: boolean;
  } | null = null;

  get drafts(): readonly Draft[] {
    return [...this.#drafts.values()];
  }

  get traces(): readonly Trace[] {
    return this.#traces;
  }

  /** What was mentioned in a sentence so far. */
  tracesIn(sentence: number): readonly Trace[] {
    return this.#bySentence.get(sentence) ?? [];
  }

  get(key: string): Draft | undefined {
    return this.#drafts.get(key);
  }

  /** Whether somebody of a country was mentioned so far. */
  tellsOf(code: string): boolean {
    return this.#codes.has(code);
  }

  /** Keeps that something of a country was told of, by its name or another's: “shelled Odesa”. */
  tell(code: string): void {
    this.#codes.add(code);
  }

  /** The actor of a key, made when it is new. */
  obtain(key: string, make: () => Omit<Draft, "key">): Draft {
    let draft = this.#drafts.get(key);
    if (draft === undefined) {
      draft = { key, ...make() };
      this.#drafts.set(key, draft);
    }
    return draft;
  }

  /** Keeps an abbreviation the article introduces. */
  abbreviate(letters: string, draft: Draft): void {
    this.#acronyms.set(letters, draft);
  }

  /** Whom an abbreviation means that the article introduced before. */
  abbreviated(letters: string | null): Draft | undefined {
    return letters === null ? undefined : this.#acronyms.get(letters);
  }

  note(trace: Trace): void {
    const { draft, sentence, named } = trace;
    this.#weigh(trace);
    this.#traces.push(trace);
    const here = this.#bySentence.get(sentence) ?? [];
    here.push(trace);
    this.#bySentence.set(sentence, here);
    this.#recent.touch(draft);
    if (draft.code !== null && !draft.assumed) this.#codes.add(draft.code);
    if (named) {
      this.#recentlyNamed.touch(draft);
      if (this.#firstNamed.size < MOST_HELD_AGAINST) this.#firstNamed.add(draft);
    }
    let words = this.#words.get(draft);
    if (words === undefined) {
      words = wordsOf(draft);
      this.#words.set(draft, words);
    }
    for (const word of words) {
      const bearers = this.#byWord.get(word) ?? new Recency<Draft>();
      bearers.touch(draft);
      this.#byWord.set(word, bearers);
    }
  }

  /** A mention in the first three sentences of the body counts three times, so that a long aside does not outdo the lead. */
  #weigh({ draft, sentence }: Trace): void {
    let weight = this.#weights.get(draft);
    if (weight === undefined) {
      if (this.#weights.size >= MOST_WEIGHED) return;
      weight = { score: 0, at: this.#traces.length };
      this.#weights.set(draft, weight);
    }
    weight.score += sentence >= this.leadFrom && sentence <= this.leadFrom + 2 ? 3 : 1;
  }

  /** The most recently mentioned actor of those with a word in their names that fits: `recent` for names, without going through everybody. */
  recentOf(word: string, fits: (draft: Draft) => boolean): Draft | null {
    return this.#byWord.get(word)?.find(fits, MOST_HELD_AGAINST) ?? null;
  }

  /** The most recently mentioned actor that fits. */
  recent(fits: (draft: Draft) => boolean): Draft | null {
    return this.#recent.find(fits, MOST_HELD_AGAINST);
  }

  /** The most recently named actor that fits. */
  recentlyNamed(fits: (draft: Draft) => boolean): Draft | null {
    return this.#recentlyNamed.find(fits, MOST_HELD_AGAINST);
  }

  /** The actor that fits and was named first. */
  firstNamed(fits: (draft: Draft) => boolean): Draft | null {
    for (const draft of this.#firstNamed) if (fits(draft)) return draft;
    return null;
  }

  /** The persons the article is about, most prominent first: named early and often. */
  principals(fits: (draft: Draft) => boolean, kind: Draft["kind"] = "person"): readonly Draft[] {
    return [...this.#weights]
      .filter(([draft]) => draft.kind === kind && fits(draft))
      .sort(([, a], [, b]) => b.score - a.score || a.at - b.at)
      .map(([draft]) => draft);
  }
}

/** Words by which a name may take an actor up: those of its name, and the last of each other form. */
function wordsOf({ words, person }: Draft): ReadonlySet<string> {
  return new Set([...words, ...(person?.aliases.map(lastWord) ?? [])]);
}

/** The last word of a name, in small letters. */
export function lastWord(name: string): string {
  return (
    name
      .toLowerCase()
      .split(/[\s-]+/)
      .at(-1) ?? ""
  );
}

/** A draft with nothing known but its kind and name. */
export function emptyDraft(name: string, kind: Draft["kind"], why: string): Omit<Draft, "key"> {
  return {
    name,
    kind,
    code: null,
    assumed: false,
    sector: [],
    office: null,
    officeKey: null,
    wikidata: null,
    gender: null,
    born: null,
    role: "party",
    why,
    person: null,
    titles: new Set(),
    words: [],
    pattern: null,
    noun: null,
  };
}

/** Code and sector a country gives an actor. */
export function countrySector(country: Country): readonly string[] {
  return country.pre ? ["PRE"] : [];
}
