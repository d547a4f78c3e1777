import type { Sentence, Token, Upos } from "../language/types.js";
import type { Entry, Phrase, TimeLexicon } from "./lexicon.js";

/** A word as the rules see it: tokens split at hyphens and possessive endings, hyphens dropped. */
interface Word {
  /** Lower case without a closing full stop. */
  readonly key: string;
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Token it comes from. */
  readonly token: number;
  /** Joined to the word before by a hyphen or dash without space. */
  readonly glued: boolean;
  readonly upos: Upos;
  readonly entry: Entry;
}

/** A sentence ready for the rules. */
export interface Scan {
  readonly sentence: Sentence;
  readonly words: readonly Word[];
  readonly lexicon: TimeLexicon;
}

const NOTHING: Entry = {};
const HYPHEN = /^[-‐‑–—]$/;
const PIECE = /[^-‐‑–—]+/g;
const CLOCK_GLUED = /^(\d{1,2}(?:[:.]\d{2})?)([ap]\.?m\.?)$/;

/** The words of a sentence, in order. */
export function scanSentence(sentence: Sentence, lexicon: TimeLexicon): Scan {
  const words: Word[] = [];
  let glue = false;
  for (const token of sentence.tokens) {
    if (HYPHEN.test(token.lower)) {
      glue = words.at(-1)?.end === token.start;
      if (!glue) words.push(makeWord(token, 0, token.lower.length, false, lexicon));
      continue;
    }
    const joined = glue && words.at(-1)?.end === token.start - 1;
    glue = false;
    const whole = SIMPLE.test(token.lower) || token.lower.length !== token.text.length; // offsets inside would be off
    if (whole) words.push(makeWord(token, 0, token.lower.length, joined, lexicon));
    else glue = splitToken(token, joined, lexicon, words);
  }
  return { sentence, words, lexicon };
}

const SIMPLE = /^[a-z.]+$|^\d+$/;

/** Adds the pieces of a token; returns whether it ends in a hyphen, so that the next word hangs on it. */
function splitToken(token: Token, joined: boolean, lexicon: TimeLexicon, words: Word[]): boolean {
  const lower = token.lower;
  const clock = CLOCK_GLUED.exec(lower);
  if (clock !== null) {
    const cut = (clock[1] ?? "").length;
    words.push(makeWord(token, 0, cut, joined, lexicon), makeWord(token, cut, lower.length, false, lexicon));
    return false;
  }
  let first = true;
  for (const piece of lower.matchAll(PIECE)) {
    const [from, to] = [piece.index, piece.index + piece[0].length];
    const ending = piece[0].length > 2 && piece[0].endsWith("'s") ? 2 : 0;
    words.push(makeWord(token, from, to - ending, first ? joined : true, lexicon));
    if (ending > 0) words.push(makeWord(token, to - ending, to, false, lexicon));
    first = false;
  }
  return lower.length > 1 && HYPHEN.test(lower.slice(-1));
}

function makeWord(token: Token, from: number, to: number, glued: boolean, lexicon: TimeLexicon): Word {
  const lower = token.lower.slice(from, to);
  const key = lower.length > 1 && lower.endsWith(".") ? lower.slice(0, -1) : lower;
  return {
    key,
    text: token.text.slice(from, to),
    start: token.start + from,
    end: to === token.lower.length ? token.end : token.start + to,
    token: token.index,
    glued,
    upos: token.upos,
    entry: lexicon.words.get(key) ?? NOTHING,
  };
}

/** Words with which an expression may begin though no table holds them. */
const OPENERS = new Set("every each per half year day eve comparable corresponding most same couple number".split(" "));

/** Whether an expression may begin with the word at `at`; saves trying the rules at every other word. */
export function mayOpen(scan: Scan, at: number): boolean {
  if (!isWord(scan, at, "the", "a", "an", "that")) return opens(scan, at);
  return opens(scan, at + 1) || scan.lexicon.seconds.has(scan.words[at + 1]?.key ?? "");
}

function opens(scan: Scan, at: number): boolean {
  const word = scan.words[at];
  if (word === undefined) return false;
  if (word.entry !== NOTHING || OPENERS.has(word.key) || /\d/.test(word.key)) return true;
  const { relative, vague, holidays } = scan.lexicon;
  return relative.has(word.key) || vague.has(word.key) || holidays.has(word.key);
}

/** Whether the word at `at` is one of `keys`. */
export function isWord(scan: Scan, at: number, ...keys: readonly string[]): boolean {
  const word = scan.words[at];
  return word !== undefined && keys.includes(word.key);
}

/** The entry of the word at `at`; an empty one outside the sentence. */
export function entryAt(scan: Scan, at: number): Entry {
  return scan.words[at]?.entry ?? NOTHING;
}

/** Whether the word begins with a capital. */
export function isCapital(scan: Scan, at: number): boolean {
  const first = scan.words[at]?.text.charAt(0) ?? "";
  return first !== first.toLowerCase();
}

/** The longest phrase of an index that stands at `at`. */
export function phraseAt<Meaning>(
  scan: Scan,
  at: number,
  index: ReadonlyMap<string, readonly Phrase<Meaning>[]>,
): Phrase<Meaning> | null {
  for (const phrase of index.get(scan.words[at]?.key ?? "") ?? [])
    if (phrase.words.every((word, k) => scan.words[at + k]?.key === word)) return phrase;
  return null;
}

/** The text of words `first` to `end` (not included) with single spaces. */
export function wordsText(scan: Scan, first: number, end: number): string {
  const words = scan.words.slice(first, end);
  return words.map((word) => word.text).join(" ");
}
