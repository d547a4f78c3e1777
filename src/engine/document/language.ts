import type { Row } from "../base/table.js";
import type { WordList } from "./words.js";

/** A language as `data/document/languages.tsv` (`code name script words letters source`) tells it from others. */
export interface LanguageProfile {
  readonly code: string;
  readonly name: string;
  readonly script: string;
  readonly words: ReadonlySet<string>;
  readonly letters: ReadonlySet<string>;
}

/** Names the language of a text (ISO 639-1) where words and letters do not decide; `null` when it cannot either. */
export type IdentifyLanguage = (text: string) => string | null;

/** How much of a text is looked at, in UTF-16 code units. */
const SAMPLE = 6000;
/** Share of a text's words that are a language's commonest from which on it is taken without a second opinion. */
const SURE = 0.12;
/** Weight of a letter few other languages have against a common word. */
const LETTER_WEIGHT = 4;

const SCRIPTS: readonly (readonly [script: string, test: RegExp])[] = [
  ["Latn", /\p{Script=Latin}/gu],
  ["Cyrl", /\p{Script=Cyrillic}/gu],
  ["Arab", /\p{Script=Arabic}/gu],
  ["Hani", /\p{Script=Han}/gu],
  ["Kana", /[\p{Script=Hiragana}\p{Script=Katakana}]/gu],
  ["Hang", /\p{Script=Hangul}/gu],
  ["Grek", /\p{Script=Greek}/gu],
  ["Hebr", /\p{Script=Hebrew}/gu],
  ["Deva", /\p{Script=Devanagari}/gu],
  ["Thai", /\p{Script=Thai}/gu],
  ["Geor", /\p{Script=Georgian}/gu],
  ["Armn", /\p{Script=Armenian}/gu],
  ["Beng", /\p{Script=Bengali}/gu],
  ["Taml", /\p{Script=Tamil}/gu],
  ["Ethi", /\p{Script=Ethiopic}/gu],
  ["Khmr", /\p{Script=Khmer}/gu],
  ["Mymr", /\p{Script=Myanmar}/gu],
  ["Laoo", /\p{Script=Lao}/gu],
  ["Sinh", /\p{Script=Sinhala}/gu],
];

/** Reads the profiles, in the table's order. */
export function readProfiles(rows: readonly Row[]): readonly LanguageProfile[] {
  return rows.map((row) => ({
    code: row.cell("code"),
    name: row.cell("name"),
    script: row.cell("script"),
    words: new Set(row.list("words")),
    letters: new Set(row.cell("letters")),
  }));
}

/**
 * The language of a text as an ISO 639-1 code. Script first, then each language's commonest words and its own letters;
 * `identify` is asked only where these do not decide. A text without words of any language counts as English.
 *
 * @param given Code the publisher gave; it wins unless the text clearly speaks against it.
 * @param vocabulary Words of English text: a short text may hold more of another language's commonest words than of English ones.
 */
export function detectLanguage(
  text: string,
  given: string | undefined,
  profiles: readonly LanguageProfile[],
  identify: IdentifyLanguage | null,
  vocabulary: WordList | null = null,
): string {
  const sample = text.slice(0, SAMPLE).normalize("NFC");
  const script = mainScript(sample);
  const stated = given?.trim().toLowerCase().split(/[-_]/)[0] ?? "";
  if (script === null) return stated === "" ? "en" : stated;
  const ranked = rank(
    sample,
    profiles.filter((profile) => profile.script === script),
  );
  const [best, second] = ranked;
  const open = best !== undefined && script === "Latn" && (stated === "" || stated === "en");
  if (open && vocabulary !== null && best.code !== "en" && readsAsEnglish(sample, best, profiles, vocabulary))
    return "en";
  const statedFits = ranked.some(({ code }) => code === stated);
  if (best !== undefined && (ranked.length === 1 || (best.score >= SURE && best.score > (second?.score ?? 0))))
    return best.code;
  if (statedFits) return stated;
  if (best === undefined) return identify?.(sample) ?? "und";
  const english = best.code === "en" || best.score === 0;
  if (script === "Latn" && english && !/[^\p{ASCII}‘’“”–—…]/u.test(sample)) return "en";
  if (
    open &&
    vocabulary !== null &&
    readsAsEnglish(sample, ranked.find((r) => r.code !== "en") ?? best, profiles, vocabulary)
  )
    return "en";
  return identify?.(sample) ?? (best.score === 0 && script === "Latn" ? "en" : best.code);
}

/** The usual English name of a language code, or the code itself. */
export function languageName(code: string, profiles: readonly LanguageProfile[]): string {
  return profiles.find((profile) => profile.code === code)?.name ?? `another language (${code})`;
}

function mainScript(text: string): string | null {
  let best: string | null = null;
  let most = 0;
  let kana = 0;
  for (const [script, test] of SCRIPTS) {
    const count = text.match(test)?.length ?? 0;
    if (script === "Kana") kana = count;
    if (count > most) [best, most] = [script, count];
  }
  return best === "Hani" && kana * 10 > most ? "Kana" : best;
}

/** “U.S.”: no word of any language, though its letters may be some language's words. */
const INITIALS = /\b(?:\p{L}\.){2,}/gu;

/** A word seen this often in English text is English; one of another language's commonest must be seen more often. */
const [SEEN, SEEN_OFTEN] = [5, 200];

/** Whether more than two words speak for English to one that speaks for a rival; names and words of both say nothing. */
function readsAsEnglish(
  sample: string,
  rival: Scored,
  profiles: readonly LanguageProfile[],
  vocabulary: WordList,
): boolean {
  const wordsOf = (code: string): ReadonlySet<string> => profiles.find((p) => p.code === code)?.words ?? new Set();
  const [own, other] = [wordsOf("en"), wordsOf(rival.code)];
  const words = sample.replace(INITIALS, " ").match(/\p{L}+(?:['’]\p{L}+)?/gu) ?? [];
  const headline = words.every((word) => word !== word.toLowerCase() || own.has(word));
  let [english, foreign] = [0, 0];
  words.forEach((word, at) => {
    const lower = word.toLowerCase().replace(/['’].*$/, "");
    const count = vocabulary.count(lower);
    if (own.has(lower)) english += other.has(lower) ? 0 : 1;
    else if (other.has(lower)) foreign += count >= SEEN_OFTEN ? 0 : 1;
    else if (word !== word.toLowerCase() && at > 0 && (!headline || count < SEEN)) return;
    else if (count >= SEEN || isInflected(lower, vocabulary)) english++;
    else if (word === word.toLowerCase()) foreign++;
  });
  return english > 0 && english >= 2 * foreign;
}

/** “telephoned”: a form of a word of English text, though it was not seen itself. */
function isInflected(word: string, vocabulary: WordList): boolean {
  const [, root = "", ending] = /^(\p{L}{4,})(ed|ing|s)$/u.exec(word) ?? [];
  const bases = ending === undefined ? [] : ending === "s" ? [root] : [root, `${root}e`];
  return bases.some((base) => vocabulary.count(base) >= SEEN);
}

interface Scored {
  readonly code: string;
  readonly score: number;
}

function rank(text: string, profiles: readonly LanguageProfile[]): readonly Scored[] {
  const lower = text.toLowerCase();
  const words = lower.replace(INITIALS, " ").match(/\p{L}+/gu) ?? [];
  const letters = new Map<string, number>();
  for (const letter of lower) letters.set(letter, (letters.get(letter) ?? 0) + 1);
  const total = Math.max(1, words.length);
  return profiles
    .map(({ code, words: common, letters: own }) => {
      const hits = words.reduce((sum, word) => sum + (common.has(word) ? 1 : 0), 0);
      let marks = 0;
      for (const letter of own) marks += letters.get(letter) ?? 0;
      return { code, score: hits / total + (LETTER_WEIGHT * marks) / Math.max(1, lower.length) };
    })
    .sort((a, b) => b.score - a.score || (a.code < b.code ? -1 : 1));
}
