import { type AbbreviationKind, type Abbreviations, kindOf } from "./abbreviations.js";
import type { Place } from "./scan.js";
import { startsUpper } from "./scan.js";
import { STARTERS } from "./words.js";

const END = /^(?:[.!?…]+|\.{2,})$/u;
const CLOSER = /^(?:["”’'»)\]}]|'')$/u;
const OPENER = /^(?:["“‘'«([{]|``)$/u;
const SAYING =
  /^(?:said|says|asked|asks|told|added|wrote|replied|shouted|cried|joked|quipped|declared|exclaimed|wondered)$/u;
const ZONE = /^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$|^(?:Eastern|Pacific|Central|Mountain|[A-Z]{2,4})$/u;
const LONGEST = 250; // tokens; beyond it a text without stops is cut, so that time stays linear
const MOST_CUTS = 40; // of one sentence: ten thousand words; no speech goes on so long without a stop

/** Where the sentences of a paragraph begin. */
export interface SentenceStarts {
  /** The index of each sentence's first token. */
  readonly starts: number[];
  /** Those of them at which a sentence that is cut goes beyond what is read of one. */
  readonly beyond: ReadonlySet<number>;
}

/** Cuts the tokens of one paragraph into sentences. */
export function sentenceStarts(text: string, places: readonly Place[], known: Abbreviations): SentenceStarts {
  const word: WordAt = (i) => {
    const place = places[i];
    return place === undefined ? "" : text.slice(place[0], place[1]);
  };
  const gap: GapBefore = (i) => i >= places.length || /\s/u.test(text.charAt((places[i]?.[0] ?? 0) - 1));
  // who begins a paragraph in lower case will begin its other sentences so
  const casual = /^\p{Ll}/u.test(word(0));
  const starts = places.length > 0 ? [0] : [];
  const beyond = new Set<number>();
  let [last, cuts] = [0, 0];
  for (let i = 0; i < places.length; i++) {
    const end = cutAfter(i, word, gap, known, casual);
    const cut = end || (i - last >= LONGEST ? i + 1 : 0);
    if (cut === 0 || cut >= places.length) continue;
    cuts = end === 0 ? cuts + 1 : 0;
    if (cuts > MOST_CUTS) beyond.add(cut);
    starts.push(cut);
    last = cut;
    i = cut - 1;
  }
  return { starts, beyond };
}

type WordAt = (index: number) => string;
/** Whether white space, or the end, stands before a token. */
type GapBefore = (index: number) => boolean;

/** Index of the first token of the next sentence if token `i` ends one, else 0. */
function cutAfter(i: number, word: WordAt, gap: GapBefore, known: Abbreviations, casual: boolean): number {
  const token = word(i);
  const kind = token.length > 1 && token.endsWith(".") ? kindOf(token, known) : null;
  if (kind === null && !END.test(token)) return 0;
  let next = i + 1;
  while (isCloser(next, word, gap)) next++;
  const opened = OPENER.test(word(next));
  const first = opened ? word(next + 1) : word(next);
  if (first === "" || !gap(next)) return 0;
  if (kind !== null && /^[([{]$/u.test(word(next))) return 0; // “RENO, Nev. (AP)”
  if (kind === "time" && ZONE.test(first)) return 0;
  const zone = kind === "time" && /^time$/iu.test(word(next + 1)); // “5 p.m. Moscow time”
  if (kind !== null) return !zone && endsAfterAbbreviation(kind, first, opened || next > i + 1) ? next : 0;
  if (END.test(first)) return 0; // “word . . . Next”
  return opensSentence(token, first, next, i, word, casual) ? next : 0;
}

/** A mark closes if it stands against the token before it, or apart from both its neighbours (“word . " Next”). */
function isCloser(i: number, word: WordAt, gap: GapBefore): boolean {
  return CLOSER.test(word(i)) && (!gap(i) || (word(i) !== '"' ? true : gap(i + 1)));
}

function opensSentence(end: string, first: string, next: number, i: number, word: WordAt, casual: boolean): boolean {
  const lower = !startsUpper(first) && /^\p{L}/u.test(first);
  if (lower) return casual || (next === i + 1 && /^[!?]+$/u.test(end));
  if (/^[,;:)\]]$/u.test(first)) return false;
  // “Why?” Powell asked.
  const quoted = next > i + 1;
  if (quoted && end !== "." && [1, 2, 3].some((k) => SAYING.test(word(next + k - 1)))) return false;
  if (/^\.{2,}$|^…$/u.test(end)) return startsUpper(first);
  return true;
}

function endsAfterAbbreviation(kind: AbbreviationKind, first: string, marked: boolean): boolean {
  const starter = startsUpper(first) && STARTERS.has(first.toLowerCase());
  switch (kind) {
    case "title":
    case "link":
    case "number":
      return false;
    case "month":
    case "day":
    case "initial":
      return starter && !marked;
    case "time":
      return startsUpper(first);
    case "latin":
    case "firm":
    case "place":
    case "state":
      return starter || (marked && startsUpper(first) && kind !== "place");
    default:
      throw new TypeError(`unknown kind: ${kind satisfies never}`);
  }
}
