import type { Row } from "../base/table.js";
import { addPlace, nextFrom, type WordPlaces } from "./word-places.js";

/** One place of a phrase: any of these words. */
type Place = readonly string[];

/** An expression of several words, or a rare one alone, that tells an event: “hold … in abeyance”. */
export interface SetPhrase {
  /** As its row has it. */
  readonly text: string;
  /** Parts that may stand apart, each of them places in a row; the first begins with the head. */
  readonly parts: readonly (readonly Place[])[];
  /** Count of places. */
  readonly size: number;
  readonly event: string;
  /** CAMEO code, three digits. */
  readonly cameo: string;
}

const BETWEEN = 2; // words let through between two words of a part: articles, adjectives
const APART = 10; // words between the head and another part, on either side
const REACH = APART + 5 * (BETWEEN + 1); // from the head to the last of six places
const GAP = " … ";

/** A word of a sentence as phrases look for it: lemma and form in small letters. */
export interface PhraseWord {
  readonly lemma: string;
  readonly form: string;
}

/** The phrases of a head: those of one place, and the others by each word of one of their further places. */
interface Head {
  readonly lone: readonly SetPhrase[];
  readonly by: ReadonlyMap<string, readonly SetPhrase[]>;
}

/** Set phrases of `data/frames/phrases.tsv`, cut into places when a head is first met: few are in an article. */
export class SetPhrases {
  /** Rows by each of their heads; made when a phrase is first looked for. */
  private byHead: ReadonlyMap<string, readonly Row[]> | null = null;
  private readonly heads = new Map<string, Head>();

  /** @param rows Reads the table: only when a phrase is first looked for, since most runs never ask. */
  constructor(private readonly rows: () => readonly Row[]) {}

  /** The phrases in a sentence: of several with one head only those of the most places. Each once, in the order of their heads. */
  in(words: readonly PhraseWord[]): readonly SetPhrase[] {
    const places = placesOf(words);
    return [...new Set(words.flatMap((_, at) => this.at(at, words, places)))];
  }

  private at(at: number, words: readonly PhraseWord[], places: WordPlaces): readonly SetPhrase[] {
    const { lemma = "", form = "" } = words[at] ?? {};
    const found = new Set<SetPhrase>();
    for (const head of lemma === form ? [lemma] : [lemma, form]) {
      const known = this.headOf(head);
      if (known === null) continue;
      for (const phrase of known.lone) found.add(phrase);
      for (let i = Math.max(0, at - REACH); known.by.size > 0 && i < words.length && i <= at + REACH; i++) {
        const word = words[i];
        for (const phrase of known.by.get(word?.lemma ?? "") ?? NONE) if (fits(phrase, at, places)) found.add(phrase);
        if (word?.form === word?.lemma) continue;
        for (const phrase of known.by.get(word?.form ?? "") ?? NONE) if (fits(phrase, at, places)) found.add(phrase);
      }
    }
    if (found.size === 0) return NONE;
    const most = Math.max(...[...found].map(({ size }) => size));
    return [...found].filter(({ size }) => size === most);
  }

  private headOf(head: string): Head | null {
    const known = this.heads.get(head);
    if (known !== undefined) return known;
    this.byHead ??= rowsByHead(this.rows());
    const rows = this.byHead.get(head);
    if (rows === undefined) return null;
    const phrases = rows.map(phraseOf);
    const by = new Map<string, SetPhrase[]>();
    for (const phrase of phrases) for (const word of new Set(tellingPlace(phrase))) put(by, word, phrase);
    const made = { lone: phrases.filter(({ size }) => size === 1), by };
    this.heads.set(head, made);
    return made;
  }
}

const NONE: readonly SetPhrase[] = [];

function placesOf(words: readonly PhraseWord[]): WordPlaces {
  const places = new Map<string, number[]>();
  words.forEach(({ lemma, form }, at) => {
    addPlace(places, lemma, at);
    if (form !== lemma) addPlace(places, form, at);
  });
  return places;
}

function rowsByHead(rows: readonly Row[]): ReadonlyMap<string, readonly Row[]> {
  const byHead = new Map<string, Row[]>();
  for (const row of rows) for (const head of headsOf(row.peek("phrase"))) put(byHead, head, row);
  return byHead;
}

function headsOf(phrase: string): readonly string[] {
  const end = phrase.indexOf(" ");
  return (end < 0 ? phrase : phrase.slice(0, end)).split("/");
}

/** The further place whose shortest word is the longest: it is in the fewest sentences. */
function tellingPlace({ parts }: SetPhrase): Place {
  const [, ...others] = parts.flat();
  let [best, most]: [Place, number] = [[], 0];
  for (const place of others) {
    const shortest = Math.min(...place.map(({ length }) => length));
    if (shortest > most) [best, most] = [place, shortest];
  }
  return best;
}

function phraseOf(row: Row): SetPhrase {
  const text = row.cell("phrase");
  const parts = text.split(GAP).map((part) => part.split(" ").map((place) => place.split("/")));
  const size = parts.reduce((sum, part) => sum + part.length, 0);
  return { text, parts, size, event: row.cell("event"), cameo: row.cell("cameo") };
}

function fits({ parts: [own = [], ...others] }: SetPhrase, at: number, places: WordPlaces): boolean {
  return follows(own, at, places) && others.every((part) => isNear(part, at, places));
}

/** Whether the words of a part stand behind one another, the first of them at a place. */
function follows(part: readonly Place[], at: number, places: WordPlaces): boolean {
  let last = at;
  for (const place of part.slice(1)) {
    last = firstIn(place, last + 1, last + 1 + BETWEEN, places);
    if (last < 0) return false;
  }
  return true;
}

function isNear(part: readonly Place[], head: number, places: WordPlaces): boolean {
  const [first = []] = part;
  for (let at = head - APART; ; at++) {
    at = firstIn(first, at, head + APART, places);
    if (at < 0) return false;
    if (follows(part, at, places)) return true;
  }
}

/** Where the first of some words stands in a range; -1 where none does. */
function firstIn(words: Place, low: number, high: number, places: WordPlaces): number {
  let first = -1;
  for (const word of words) {
    const at = nextFrom(places.get(word), low);
    if (at >= 0 && at <= high && (first < 0 || at < first)) first = at;
  }
  return first;
}

function put<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
