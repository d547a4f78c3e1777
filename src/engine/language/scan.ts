import { CONTRACTIONS, DOMAIN_ENDS, JOINING_PREFIXES } from "./words.js";

/** A token's place in the text: start and end in UTF-16 code units. */
export type Place = readonly [start: number, end: number];

// Every repeat is over one class, or over groups that begin with a mark the class lacks, so each pattern is linear; those
// that may match and then be passed over are bounded, so that the whole is. Words and numbers are bounded too: the pattern's
// own stack does not hold millions of letters.
const WHITE = /\s+/uy;
const LINK = /(?:https?:\/\/|www\.)[^\s<>"“”]{1,2000}/iuy;
const MAIL = /[\p{L}\p{N}_.+%-]{1,64}@[\p{L}\p{N}-]{1,64}(?:\.[\p{L}\p{N}-]{1,64}){0,4}/uy;
const HANDLE = /[@#][\p{L}_][\p{L}\p{N}_]{0,63}/uy;
const NUMBER = /\d{1,10000}(?:[.,:/]\d{1,10000}){0,100}/uy;
const DASHED_NUMBER =
  /(?:\d-)?(?:\d{3}-)?\d{3}-\d{4}(?!\d)|\d-\d{4}(?!\d)|\d{5}-\d{4}(?!\d)|\d{4}-\d{2}-\d{2}(?!\d)|\d{1,2}-\d{1,2}-\d{2,4}(?!\d)/uy;
const AFTER_NUMBER = /(?:st|nd|rd|th|s)(?![\p{L}\p{N}])|(?<=0)['’]s(?![\p{L}\p{N}])/iuy;
const UNIT =
  /(?:a\.m\.|p\.m\.|am|pm|k|m|mm|cm|km|kg|g|lb|lbs|ft|b|bn|mn|tn|x|t|kw|mw|gw|hz|mhz|ghz|gb|mb|tb|p\.m|a\.m)(?![\p{L}\p{N}])/iuy;
const DOTTED_LETTERS = /\p{L}(?:\.\p{L}(?![\p{L}\p{N}])){1,100}\.?/uy;
const DOUBLE_INITIAL = /\p{Lu}\.-\p{Lu}\./uy; // “J.-P.”
const PARTED_ENDING = /['’] ?s(?=\s|$)/iuy; // “Egypt 's”, “Egypt ’ s”: a possessive that typesetting has parted
const SHORT_FORM = /\p{L}\/\p{L}(?![\p{L}\p{N}])/uy; // “w/o”, “b/c”
const WORD = /[\p{L}\p{M}\p{N}_]{1,10000}(?:['’&][\p{L}\p{M}\p{N}]{1,10000}){0,100}/uy;
const DOTTED_WORD = /[\p{L}\p{N}_-]{1,64}(?:\.[\p{L}\p{N}_-]{1,64}){1,10}/uy;
const MARK_RUN = /\.{2,}|[!?]{2,}|-{2,}|[–—―]+|\*+|=+|_+|~+|\^+|\++|[:;]-?[()DP](?!\p{L})|<+|>+|``|''/uy;
const ONE = /[\s\S]/uy;

const LETTER = /\p{L}/u;
const UPPER = /\p{Lu}/u;

function match(pattern: RegExp, text: string, at: number): string {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? "";
}

/** Tells whether the word that ends before a full stop owns it (“Gen.”, “U.S.”). */
export type OwnsStop = (word: string, text: string, stop: number) => boolean;

/** Finds words and marks in `text` between two offsets, as Universal Dependencies splits English, contractions whole. */
export function scan(text: string, from: number, to: number, ownsStop: OwnsStop): Place[] {
  const part = text.slice(0, to); // so that no pattern looks past the end
  const places: Place[] = [];
  let at = from;
  while (at < to) {
    const white = match(WHITE, part, at).length;
    if (white > 0) {
      at += white;
      continue;
    }
    const length = Math.max(1, lengthAt(part, at, ownsStop));
    places.push([at, at + length]);
    at += length;
  }
  return places;
}

function lengthAt(text: string, at: number, ownsStop: OwnsStop): number {
  const first = text.charCodeAt(at);
  const digit = first >= 48 && first <= 57;
  if (digit) return numberLength(text, at);
  if (LETTER.test(text.charAt(at))) return wordLength(text, at, ownsStop);
  const ending = partedEnding(text, at);
  if (ending > 0) return ending;
  const special = match(HANDLE, text, at) || match(MARK_RUN, text, at);
  if (special !== "") return special.length;
  const word = match(WORD, text, at);
  return word.length || match(ONE, text, at).length;
}

/** Length of a possessive ending that a blank parts from its word; 0 where the mark opens a quotation or ends a plural. */
function partedEnding(text: string, at: number): number {
  if (text.charCodeAt(at - 1) !== 32 || !/[\p{L}.)]/u.test(text.charAt(at - 2))) return 0;
  return match(PARTED_ENDING, text, at).length;
}

function numberLength(text: string, at: number): number {
  const dashed = match(DASHED_NUMBER, text, at).length;
  if (dashed > 0) return dashed;
  const number = match(NUMBER, text, at).length;
  const suffix = match(AFTER_NUMBER, text, at + number).length;
  if (suffix > 0) return number + suffix;
  if (match(UNIT, text, at + number) !== "") return number;
  // “3143C”, “4x4”: letters that are no unit belong to the number
  return LETTER.test(text.charAt(at + number)) ? Math.max(number, match(WORD, text, at).length) : number;
}

function wordLength(text: string, at: number, ownsStop: OwnsStop): number {
  const address = match(LINK, text, at) || mailAt(text, at);
  if (address !== "") return trimmed(address);
  const short = match(SHORT_FORM, text, at) || match(DOUBLE_INITIAL, text, at);
  if (short !== "") return short.length;
  const letters = match(DOTTED_LETTERS, text, at);
  if (letters.length > 1) return letters.length;
  const name = dottedName(text, at);
  if (name > 0) return name;
  const word = match(WORD, text, at);
  const end = at + word.length;
  if (text.charCodeAt(end) === 45 && JOINING_PREFIXES.has(word.toLowerCase())) {
    const next = match(WORD, text, end + 1);
    if (next !== "") return word.length + 1 + next.length;
  }
  return text.charCodeAt(end) === 46 && ownsStop(word, text, end) ? word.length + 1 : word.length;
}

function mailAt(text: string, at: number): string {
  return text.slice(at, at + 65).includes("@") ? match(MAIL, text, at) : "";
}

/** “readout.org”, “notes.doc”: letters joined by a stop are one name if the last part says so. */
function dottedName(text: string, at: number): number {
  const name = match(DOTTED_WORD, text, at);
  const stop = name.lastIndexOf(".");
  if (/^[a-z]+\.[a-z]+\.[a-z.-]+$/u.test(name)) return name.length;
  return stop > 0 && DOMAIN_ENDS.has(name.slice(stop + 1).toLowerCase()) ? name.length : 0;
}

function trimmed(address: string): number {
  let end = address.length;
  while (end > 1 && ".,;:!?)]}'’”".includes(address.charAt(end - 1))) end--;
  return end;
}

const ENDING = /^(.+?)(n['’]t|['’](?:s|m|d|re|ve|ll))$/iu;

/** Where a word is cut: “doesn't” after 4 units, “Rahmon's” after 6; 0 where it stays whole. */
export function cutOf(word: string): number {
  const listed = CONTRACTIONS.get(word.toLowerCase());
  if (listed !== undefined) return listed;
  if (word.length < 3 || word.length > 40) return 0;
  const ending = ENDING.exec(word)?.[2] ?? "";
  if (ending === "") return 0;
  // “80's” is a decade
  return /^\d*0$/u.test(word.slice(0, -ending.length)) ? 0 : word.length - ending.length;
}

/** Whether a letter stands in capitals. */
export function startsUpper(word: string): boolean {
  return UPPER.test(word.charAt(0));
}
