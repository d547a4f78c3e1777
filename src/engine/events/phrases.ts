import type { Token } from "../language/types.js";

/**
 * The names under which a table may hold the word at an index, longest first: with the two words before it (“joint naval
 * exercise”), the parts of a compound that the tokeniser cut (“sit-in”), with the word before, alone.
 */
export function namesAt(tokens: readonly Token[], index: number): readonly string[] {
  const lemma = tokens[index]?.lemma.toLowerCase() ?? "";
  const before = tokens[index - 1];
  if (before === undefined) return [lemma];
  const first = tokens[index - 2];
  if (before.text === "-" && first !== undefined) return [`${first.lower}-${lemma}`, `${first.lower}${lemma}`, lemma];
  const two = [`${before.lower} ${lemma}`, `${before.lemma.toLowerCase()} ${lemma}`];
  return [...(first === undefined ? [] : [`${first.lower} ${before.lower} ${lemma}`]), ...two, lemma];
}

const INFLECTED: ReadonlySet<string> = new Set(["VBD", "VBN", "VBG", "VBZ"]);
const VOWEL = /[aeiou]/;

/**
 * Spellings of a verb's base form, the lemma first. The lemma of a rare inflected form may keep a letter too many or too few
 * (“pleade”, “boycot”, “signall”, “ston”).
 */
export function verbSpellings({ lemma, xpos, upos }: Token): readonly string[] {
  const word = lemma.toLowerCase();
  if (upos !== "VERB" || !INFLECTED.has(xpos) || word.length < 4) return [word];
  const last = word[word.length - 1] ?? "";
  if (last === "e") return [word, word.slice(0, -1)];
  if (VOWEL.test(last)) return [word];
  const doubled = word[word.length - 2] === last;
  return [word, doubled ? word.slice(0, -1) : `${word}${last}`, `${word}e`];
}
