import { startsUpper } from "./scan.js";
import { STARTERS } from "./words.js";

/**
 * What an abbreviation's full stop does: after a title, a number's sign or a link (“vs.”) it never ends a sentence, nor after a
 * month before what it takes; after the others it may.
 */
export type AbbreviationKind =
  | "title"
  | "month"
  | "day"
  | "number"
  | "firm"
  | "place"
  | "state"
  | "time"
  | "latin"
  | "link"
  | "initial";

const KINDS: ReadonlySet<string> = new Set([
  "title",
  "month",
  "day",
  "number",
  "firm",
  "place",
  "state",
  "time",
  "latin",
  "link",
]);

function isKind(kind: string): kind is AbbreviationKind {
  return KINDS.has(kind);
}

/** Abbreviations with their full stop (“Gen.”), by form. */
export type Abbreviations = ReadonlyMap<string, AbbreviationKind>;

/** Reads rows `form ⇥ kind ⇥ source` under a header line. */
export function readAbbreviations(table: string): Abbreviations {
  const found = new Map<string, AbbreviationKind>();
  for (const line of table.split("\n").slice(1)) {
    const [form = "", kind = ""] = line.split("\t");
    if (form !== "" && isKind(kind)) found.set(form, kind);
  }
  return found;
}

const DOTTED_INITIALS = /^\p{L}(?:\.\p{L}){1,8}\.?$/u;
const INITIAL = /^\p{Lu}\.(?:-\p{Lu}\.)?$/u;

/** Kind of a token that ends in a full stop, or null where it is no abbreviation. */
export function kindOf(token: string, known: Abbreviations): AbbreviationKind | null {
  const kind = known.get(token);
  if (kind !== undefined) return kind;
  if (INITIAL.test(token)) return "initial";
  return DOTTED_INITIALS.test(token) && token.endsWith(".") ? "place" : null;
}

const DIGIT_NEXT = /^\s{1,3}[\d#$£€]/u;
const WORD_NEXT = /^\s{1,3}["“‘'(]?(\p{L}[\p{L}\p{M}'’-]{0,40})/u;
const COMMA_BEFORE = /[,(]\s{0,2}$/u;

/** Decides for one document whether a word owns the full stop after it. */
export function stopOwner(known: Abbreviations) {
  return (word: string, text: string, stop: number): boolean => {
    const after = text.slice(stop + 1, stop + 50);
    if (/^\p{Lu}$/u.test(word)) return ownsAsInitial(word, text, stop, after);
    const kind = known.get(`${word}.`);
    if (kind === undefined) return false;
    if (kind === "number") return DIGIT_NEXT.test(after);
    if (kind === "state") return COMMA_BEFORE.test(text.slice(Math.max(0, stop - word.length - 3), stop - word.length));
    if (kind === "day") return !/^\s*$/u.test(after) && !STARTERS.has((WORD_NEXT.exec(after)?.[1] ?? "").toLowerCase());
    return true;
  };
}

/** “W.” in “George W. Bush” and “J.R.”; not the pronoun in “So do I. The …”, nor “plan B. The …”. */
function ownsAsInitial(word: string, text: string, stop: number, after: string): boolean {
  if (/^\p{Lu}\./u.test(after)) return true;
  const next = WORD_NEXT.exec(after)?.[1] ?? "";
  if (next === "" || !startsUpper(next)) return /^\s{0,2},/u.test(after) && word !== "I";
  if (word === "I") return /\p{Lu}[\p{L}.]{0,30}\s$/u.test(text.slice(Math.max(0, stop - 40), stop - 1));
  // “row J. No. 3”
  return !STARTERS.has(next.toLowerCase()) || next.length === 1 || /^\s{1,3}Nos?\.\s{0,2}\d/u.test(after);
}
