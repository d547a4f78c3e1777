import type { Sentence, Token } from "../language/types.js";
import { atomsOfTokens } from "./atoms.js";
import type { ActorLexicon, Entry, WordClass } from "./lexicon.js";

/** A name or common noun of the tables, found in a sentence. */
export interface Item {
  readonly first: number;
  readonly last: number;
  readonly entries: readonly Entry[];
}

/** Kinds whose words are common nouns, and adjectives too. */
const COMMON: ReadonlySet<string> = new Set(["title", "group"]);

/** A sentence with the table entries that begin at each token. */
export class Scan {
  readonly #items: readonly (Item | undefined)[];

  constructor(
    readonly sentence: Sentence,
    readonly lexicon: ActorLexicon,
  ) {
    this.#items = findItems(sentence, lexicon);
  }

  get tokens(): readonly Token[] {
    return this.sentence.tokens;
  }

  item(at: number): Item | undefined {
    return this.#items[at];
  }

  /** The first entry of a kind that begins at a token. */
  entry<K extends Entry["kind"]>(
    at: number,
    kind: K,
  ): { readonly item: Item; readonly entry: Extract<Entry, { kind: K }> } | null {
    const item = this.#items[at];
    if (item === undefined || (COMMON.has(kind) && item.first === item.last && this.#isAdjective(at, kind)))
      return null;
    for (const entry of item.entries) if (isKind(entry, kind)) return { item, entry };
    return null;
  }

  /** “private”, “green”, “national” before or after a noun name nobody; “Chinese official Zhou Bo” is one's title. */
  #isAdjective(at: number, kind: Entry["kind"]): boolean {
    const token = this.tokens[at];
    if (token === undefined || !/^(?:ADJ|ADV|VERB|AUX)$/.test(token.upos)) return false;
    // “the [National] Security Strategy”
    if (this.capital(at)) return kind === "group" && token.upos === "ADJ" && this.capital(at + 1);
    if (kind === "title" && this.lower(at - 1) === "the" && this.#actsAsNoun(at)) return false;
    return !(
      kind === "title" &&
      this.#isNational(at - 1) &&
      this.capital(at + 1) &&
      this.tokens[at + 1]?.upos === "PROPN"
    );
  }

  /** “assures the [addressee] that …”: a word taken for an adjective that has a noun's place. */
  #actsAsNoun(at: number): boolean {
    return /^(?:nsubj|obj|iobj|obl)(?::|$)/.test(this.sentence.tree.relation(at));
  }

  #isNational(at: number): boolean {
    const item = [at, at - 1].map((i) => this.#items[i]).find((known) => known?.last === at); // “South Korean”
    return item?.entries.some((entry) => entry.kind === "country" && entry.form === "adjective") === true;
  }

  lower(at: number): string {
    return this.tokens[at]?.lower ?? "";
  }

  /** Whether a word, or the word it is a form of, belongs to a class. */
  is(at: number, wordClass: WordClass): boolean {
    const token = this.tokens[at];
    const words = this.lexicon.words(wordClass);
    return token !== undefined && (words.has(token.lower) || words.has(token.lemma));
  }

  capital(at: number): boolean {
    const token = this.tokens[at];
    return token !== undefined && /^[\p{Lu}]/u.test(token.text);
  }

  /** Whether two neighbouring tokens stand without a space between them. */
  joined(at: number): boolean {
    const [a, b] = [this.tokens[at], this.tokens[at + 1]];
    return a !== undefined && b !== undefined && a.end === b.start;
  }
}

function isKind<K extends Entry["kind"]>(entry: Entry, kind: K): entry is Extract<Entry, { kind: K }> {
  return entry.kind === kind;
}

/** Longest names first, left to right; a shorter name inside a longer one is not an item. */
function findItems(sentence: Sentence, lexicon: ActorLexicon): readonly (Item | undefined)[] {
  const items: (Item | undefined)[] = new Array(sentence.tokens.length);
  const atoms = atomsOfTokens(sentence.tokens);
  for (let at = 0; at < atoms.length; ) {
    const hit = lexicon.names.match(atoms, at);
    if (hit === null) {
      at++;
      continue;
    }
    if (!isThing(sentence, hit.firstToken, hit.lastToken, lexicon))
      items[hit.firstToken] ??= { first: hit.firstToken, last: hit.lastToken, entries: hit.entries };
    at = hit.nextAtom;
  }
  return items;
}

/** “customs duties”, “a press release”, “the state of the talks”: a noun of the tables in a phrase that means nobody. */
function isThing({ tokens }: Sentence, first: number, last: number, lexicon: ActorLexicon): boolean {
  const [token, next] = [tokens[first], tokens[first + 1]];
  if (first !== last || token === undefined || next === undefined) return false;
  if (!lexicon.words("thing").has(`${token.lower} ${next.lower}`)) return false;
  if (next.lower !== "of") return true;
  const object = tokens[first + 2]?.lower === "the" ? tokens[first + 3] : tokens[first + 2];
  return object !== undefined && /^\p{Ll}/u.test(object.text) && lexicon.names.lookup(object.text).length === 0;
}
