import type { Country } from "./lexicon.js";
import type { Person } from "./people.js";

/** An actor while the article is being read: what is known may still grow. */
export interface Draft {
  /** Identity: the same key is the same actor. */
  readonly key: string;
  name: string;
  kind: "person" | "organisation" | "country" | "group" | "unnamed";
  code: string | null;
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
}

/** One earlier mention, for reference. */
export interface Trace {
  readonly draft: Draft;
  readonly sentence: number;
  readonly first: number;
  readonly named: boolean;
  /** Whether the mention meant others too. */
  readonly shared: boolean;
}

/** The actors of an article in the making, and what was mentioned so far. */
export class Discourse {
  /** @param leadFrom First sentence after the title. */
  constructor(readonly leadFrom: number) {}

  readonly #drafts = new Map<string, Draft>();
  readonly #traces: Trace[] = [];
  readonly #acronyms = new Map<string, Draft>();
  readonly #words = new Map<Draft, ReadonlySet<string>>();
  readonly #byWord = new Map<string, Set<Draft>>();
  /** The last mention that meant several actors. */
  lastGroup: { readonly drafts: readonly Draft[]; readonly sentence: number } | null = null;

  get drafts(): readonly Draft[] {
    return [...this.#drafts.values()];
  }

  get traces(): readonly Trace[] {
    return this.#traces;
  }

  get(key: string): Draft | undefined {
    return this.#drafts.get(key);
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
    this.#traces.push(trace);
    let words = this.#words.get(trace.draft);
    if (words === undefined) {
      words = wordsOf(trace.draft);
      this.#words.set(trace.draft, words);
    }
    for (const word of words) {
      const bearers = this.#byWord.get(word) ?? new Set<Draft>();
      bearers.delete(trace.draft); // a set lists in order of addition: the last mentioned comes last
      this.#byWord.set(word, bearers.add(trace.draft));
    }
  }

  /** The most recently mentioned actor of those with a word in their names that fits: `recent` for names, without going through everybody. */
  recentOf(word: string, fits: (draft: Draft) => boolean): Draft | null {
    return [...(this.#byWord.get(word) ?? [])].findLast(fits) ?? null;
  }

  /** The most recently mentioned actor that fits. */
  recent(fits: (draft: Draft) => boolean): Draft | null {
    for (let i = this.#traces.length - 1; i >= 0; i--) {
      const trace = this.#traces[i];
      if (trace !== undefined && fits(trace.draft)) return trace.draft;
    }
    return null;
  }

  /** The actor that fits and was named first. */
  firstNamed(fits: (draft: Draft) => boolean): Draft | null {
    return this.#traces.find((t) => t.named && fits(t.draft))?.draft ?? null;
  }

  /**
   * The persons the article is about, most prominent first: named early and often.
   * Weights: a mention in the first three sentences of the body counts three times, so that a long aside does not outdo the lead.
   */
  principals(fits: (draft: Draft) => boolean, kind: Draft["kind"] = "person"): readonly Draft[] {
    const weight = new Map<Draft, { score: number; at: number }>();
    this.#traces.forEach((trace, at) => {
      if (trace.draft.kind !== kind || !fits(trace.draft)) return;
      const entry = weight.get(trace.draft) ?? { score: 0, at };
      entry.score += trace.sentence >= this.leadFrom && trace.sentence <= this.leadFrom + 2 ? 3 : 1;
      weight.set(trace.draft, entry);
    });
    return [...weight].sort((a, b) => b[1].score - a[1].score || a[1].at - b[1].at).map(([draft]) => draft);
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
