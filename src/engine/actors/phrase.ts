import type { Country, Entry } from "./lexicon.js";
import type { TokenRange } from "./noun-phrase.js";
import type { Person } from "./people.js";

export type TitleEntry = Extract<Entry, { kind: "title" }>;
export type BodyEntry = Extract<Entry, { kind: "body" | "organisation" }>;

/** A noun phrase that may mean an actor, before anybody knows which. Token positions are within its sentence. */
export interface Phrase {
  readonly sentence: number;
  readonly first: number;
  readonly last: number;
  readonly head: number;
  /** The whole noun phrase, as the record shows it; `first` to `last` is its core, without what only describes. */
  readonly extent: TokenRange | null;
  readonly kind: "person" | "people" | "country" | "body" | "agency" | "group" | "place" | "pronoun";
  /** Determiner or possessive it opens with: the, a, his, their …; `null` for none. */
  readonly det: string | null;
  /** Countries its adjectives and of-phrases name, in order. */
  readonly countries: readonly Country[];
  /** Organisation or body its modifiers name (“NATO Secretary General”). */
  readonly of: BodyEntry | null;
  readonly titles: readonly TitleEntry[];
  /** Where an envoy is sent (“ambassador to Japan”). */
  readonly post: Country | null;
  readonly former: boolean;
  readonly elect: boolean;
  readonly deputy: boolean;
  /** Persons of the tables that bear the full name. */
  readonly persons: readonly Person[];
  /** Token range of the personal name. */
  readonly name: readonly [first: number, last: number] | null;
  /** Entry of a body, organisation, agency, group, country or place. */
  readonly entry: Entry | null;
  /** Number word before a plural (“the two leaders”), where one stands. */
  readonly count: number | null;
}

/** What all phrases share before anything is read. */
export const EMPTY_PHRASE = {
  extent: null,
  det: null,
  countries: [],
  of: null,
  titles: [],
  post: null,
  former: false,
  elect: false,
  deputy: false,
  persons: [],
  name: null,
  entry: null,
  count: null,
} as const;
