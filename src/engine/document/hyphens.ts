import type { Edit } from "./edits.js";
import type { PlaceIndex } from "./places.js";
import type { WordList } from "./words.js";

/** What decides whether a hyphen is the writer's or the printer's. */
export interface HyphenLexicon {
  readonly words: WordList;
  /** First parts that form compounds (“re”, “al”, “co”): such a hyphen stays wherever the rest is a word. */
  readonly prefixes: ReadonlySet<string>;
  /** Letters that end words and begin none (“ed”, “ly”): whatever they mean alone, after a hyphen they are half a word. */
  readonly endings: ReadonlySet<string>;
  /** Compounds that stay although the joined word exists too (“re-sign”). */
  readonly kept: ReadonlySet<string>;
  /** Places, whose names keep their hyphens (“Nur-Sultan”). */
  readonly places: PlaceIndex;
}

const HYPHENATED = /(?<![\p{L}\p{N}-])\p{L}{1,20}(?:[-‐¬]\p{L}{1,20}){1,4}(?![\p{L}\p{N}-])/gu;
const AT_LINE_END = /(?<![\p{L}\p{N}-])(\p{L}{1,20})[-‐¬][ \t]*\n[ \t]*(\p{L}{1,20})(?![\p{N}-])/gu;
const WITH_SPACE = /(?<![\p{L}\p{N}-])(\p{L}{2,20})[-‐¬] (\p{Ll}{2,20})(?![\p{L}\p{N}-])/gu;

/** A joined word must stand this often in the list. */
const MIN_JOINED = 2;
/** From this count on, a half counts as a word by itself. */
const MIN_HALF = 3;
/** Two halves that are words stay apart unless the joined word is this frequent … */
const MIN_OUTWEIGHING = 12;
/** … and this many times as frequent as the rarer of them. */
const OUTWEIGHS = 2;
/** The same where the first half forms compounds freely (“re-port” against “re-open”). */
const MIN_OUTWEIGHING_PREFIX = 60;
const OUTWEIGHS_PREFIX = 4;

/** So many words surely broken in mid-line make a text one that the printer has damaged. */
const MIN_DAMAGE = 3;

/** Edits that join words broken by a hyphen at a line's end, before a stray space or in mid-line (“tele-gram”). */
export function joinBrokenWords(text: string, lexicon: HyphenLexicon): readonly Edit[] {
  const sure = joinInLine(text, (word) => joinParts(word, lexicon));
  const damaged = sure.length >= MIN_DAMAGE;
  const inLine = damaged ? joinInLine(text, (word) => joinDamaged(joinParts(word, lexicon), lexicon)) : sure;
  return [...joinAcrossLines(text, lexicon), ...joinAcrossSpace(text, lexicon), ...inLine]
    .sort((a, b) => a.start - b.start || a.end - b.end)
    .filter((edit, i, all) => edit.start >= (all[i - 1]?.end ?? 0));
}

/** Whether a hyphen belongs to a compound: one on the list, or a place written with it (“NUR-SULTAN”, not “Viet-nam”). */
function isCompound(a: string, b: string, { kept, places }: HyphenLexicon): boolean {
  const form = `${a}-${b}`;
  return kept.has(form.toLowerCase()) || places.find(form).some(({ name }) => name.includes("-"));
}

function joinInLine(text: string, join: (word: string) => string): readonly Edit[] {
  return [...text.matchAll(HYPHENATED)].flatMap(({ 0: word, index }) => {
    const after = join(word);
    return after === word ? [] : [{ kind: "broken-word" as const, start: index, end: index + word.length, after }];
  });
}

/**
 * In a text the printer is known to have broken, a hyphen nobody writes is his too: between halves whose joined word is
 * known and whose compound is not (“down-stream”).
 */
function joinDamaged(word: string, { words, kept, prefixes }: HyphenLexicon): string {
  const [a = "", b = "", ...more] = word.split(/[-‐¬]/);
  const form = `${a}-${b}`.toLowerCase();
  if (more.length > 0 || b === "" || word !== word.toLowerCase() || words.count(form) > 0 || kept.has(form))
    return word;
  const joined = words.count(a + b);
  return joined >= (prefixes.has(a) ? MIN_OUTWEIGHING : MIN_JOINED) ? a + b : word;
}

function joinAcrossLines(text: string, lexicon: HyphenLexicon): readonly Edit[] {
  const edits: Edit[] = [];
  for (const match of text.matchAll(AT_LINE_END)) {
    const [whole, a = "", b = ""] = match;
    const after = breaksAtLineEnd(a, b, lexicon) ? a + b : `${a}-${b}`;
    edits.push({ kind: "broken-word", start: match.index, end: match.index + whole.length, after });
  }
  return edits;
}

function joinAcrossSpace(text: string, lexicon: HyphenLexicon): readonly Edit[] {
  const edits: Edit[] = [];
  for (const match of text.matchAll(WITH_SPACE)) {
    const [whole, a = "", b = ""] = match;
    const suspended = lexicon.words.count(a) >= MIN_HALF && lexicon.words.count(b) >= MIN_HALF; // “pre- and post-war”
    if (suspended || !isBroken(a, b, lexicon)) continue;
    edits.push({ kind: "broken-word", start: match.index, end: match.index + whole.length, after: a + b });
  }
  return edits;
}

/** At a line's end the printer's hyphen is the rule: it goes unless the compound is known or the case speaks for one. */
function breaksAtLineEnd(a: string, b: string, lexicon: HyphenLexicon): boolean {
  const { words, prefixes } = lexicon;
  if (!sameWordCase(a, b) || isCompound(a, b, lexicon)) return false;
  const [joined, compound] = [words.count(a + b), words.count(`${a}-${b}`.toLowerCase())];
  if (joined > 0 || compound > 0) return joined > compound;
  const bothWords = words.count(a) >= MIN_HALF && words.count(b) >= MIN_HALF;
  return !bothWords && !(prefixes.has(a.toLowerCase()) && words.count(b) >= MIN_HALF);
}

/** The word with its printer's hyphens taken out: the longest runs of parts that make a word are joined first. */
function joinParts(word: string, lexicon: HyphenLexicon): string {
  const parts = word.split(/[-‐¬]/);
  const form = word.replace(/[‐¬]/g, "-").toLowerCase();
  if (parts.length > 2 && (lexicon.words.count(form) > 0 || lexicon.kept.has(form))) return word;
  for (let size = parts.length; size >= 2; size--) {
    for (let i = 0; i + size <= parts.length; i++) {
      const run = parts.slice(i, i + size);
      if (!isBrokenRun(run, lexicon)) continue;
      const before = word.slice(0, lengthOf(parts.slice(0, i)));
      const after = word.slice(word.length - lengthOf(parts.slice(i + size)));
      return joinParts(before + run.join("") + after, lexicon);
    }
  }
  return word;
}

function lengthOf(parts: readonly string[]): number {
  return parts.reduce((sum, part) => sum + part.length + 1, 0);
}

function isBrokenRun(run: readonly string[], lexicon: HyphenLexicon): boolean {
  const [first = "", ...rest] = run;
  if (rest.length > 1 && run.some((part) => part.length < 2)) return false;
  return isBroken(first, rest.join(""), lexicon) && rest.every((part) => sameWordCase(first, part));
}

/** Whether `a-b` in mid-line is one word broken by the printer. */
function isBroken(a: string, b: string, lexicon: HyphenLexicon): boolean {
  const { words, prefixes, endings } = lexicon;
  if (!sameWordCase(a, b)) return false;
  const joined = words.count(a + b) || pluralOf(a, b, lexicon);
  if (joined < MIN_JOINED || words.count(`${a}-${b}`.toLowerCase()) > 0 || isCompound(a, b, lexicon)) return false;
  const [left, right] = [words.count(a), endings.has(b.toLowerCase()) ? 0 : words.count(b)];
  if (prefixes.has(a.toLowerCase()) && right >= MIN_JOINED)
    return joined >= MIN_OUTWEIGHING_PREFIX && joined > right * OUTWEIGHS_PREFIX;
  const rarer = Math.min(left, right);
  return rarer < MIN_HALF || (joined >= MIN_OUTWEIGHING && joined > rarer * OUTWEIGHS);
}

/** How often the joined word stands in the list in its plural alone, where neither half is a word: “visi-tor” by “visitors”. */
function pluralOf(a: string, b: string, { words }: HyphenLexicon): number {
  return words.count(a) === 0 && words.count(b) === 0 ? words.count(`${a}${b}s`) : 0;
}

/** Whether two halves can be one word by their case: “Presi-dent”, “TELE-GRAM”, not “Tajik-Afghan”, “US-led”. */
function sameWordCase(a: string, b: string): boolean {
  if (b === b.toLowerCase()) return a.slice(1) === a.slice(1).toLowerCase();
  return a.length > 1 && b === b.toUpperCase() && a === a.toUpperCase();
}
