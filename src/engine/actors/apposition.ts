import { FINITE } from "../language/tree.js";
import { countryOfPlace } from "./modifiers.js";
import { codesOf } from "./named.js";
import type { Phrase, TitleEntry } from "./phrase.js";
import type { Scan } from "./scan.js";

/** The body whose abbreviation stands in brackets after it: “the Ministry of External Affairs (MEA)”. */
export function abbreviationOf(scan: Scan, phrases: readonly Phrase[], index: number): Phrase | null {
  const phrase = phrases[index];
  if (phrase === undefined || scan.lower(phrase.first - 1) !== "(" || scan.lower(phrase.last + 1) !== ")") return null;
  const long = phrases.slice(0, index).findLast((p) => p.last === phrase.first - 2 && p.kind === "body") ?? null;
  if (phrase.kind === "body" || long === null) return long;
  const letters = acronymAt(scan, phrase);
  return letters !== null && standsFor(scan, letters, long) ? long : null;
}

/** A phrase of one word in capitals, as abbreviations are: “OBR”, “U.N.”; `null` for another. */
export function acronymAt(scan: Scan, { first, last }: Phrase): string | null {
  const text = scan.tokens[first]?.text.replace(/\./g, "") ?? "";
  return first === last && /^\p{Lu}[\p{Lu}\p{N}-]{1,9}$/u.test(text) ? text : null;
}

/** Whether the letters begin words of a name, in order. */
function standsFor(scan: Scan, letters: string, { first, last }: Phrase): boolean {
  let at = 0;
  for (let i = first; i <= last && at < letters.length; i++)
    if (scan.tokens[i]?.text.charAt(0).toUpperCase() === letters.charAt(at)) at++;
  return at === letters.length;
}

/**
 * The body named before a comma that a phrase behind it, between commas, says what it is: “The Nepali Congress, [the main
 * opposition party], …”; `null` in a list, and for any other phrase.
 */
export function bodyDescribed(scan: Scan, phrases: readonly Phrase[], index: number): Phrase | null {
  const phrase = phrases[index];
  if (phrase === undefined || !/^(?:the|an?)$/.test(phrase.det ?? scan.lower(phrase.first)) || phrase.count !== null)
    return null;
  const common = phrase.entry?.kind === "group" || phrase.entry?.kind === "pattern";
  if (!common || scan.tokens[phrase.head]?.xpos !== "NN" || !scan.is(phrase.head, "organisation-noun")) return null;
  const [first, last] = phrase.extent ?? [phrase.first, phrase.last];
  if (scan.lower(first - 1) !== "," || !/^[,.;)]$/.test(scan.lower(last + 1))) return null;
  if (scan.lower(last + 1) === "," && !GOES_ON.test(scan.tokens[last + 2]?.upos ?? "")) return null;
  const named = (p: Phrase): boolean =>
    p.name === null && (p.entry === null || /^(?:body|organisation|agency)$/.test(p.entry.kind));
  return phrases.slice(0, index).find((p) => p.kind === "body" && p.last === first - 2 && named(p)) ?? null;
}

/** What may follow the comma that closes an apposition; in a list “and” or another noun would. */
const GOES_ON = /^(?:VERB|AUX|ADV|ADP|SCONJ|PRON|PART)$/;

/** “After talks with his Polish counterpart, [Kuleba] asked …”: the comma closes what opens the sentence, and the name is its subject. */
function opensBefore({ tokens }: Scan, left: Phrase, right: Phrase): boolean {
  const [opening] = tokens;
  const next = tokens[right.last + 1];
  if (opening === undefined || next === undefined || left.first === 0) return false;
  const opens = opening.upos === "ADP" || opening.upos === "SCONJ" || /^VB[GN]$/.test(opening.xpos);
  return opens && /^(?:VERB|AUX)$/.test(next.upos) && FINITE.has(next.xpos) && !tokens.slice(0, left.first).some((t) => t.lower === ","); // biome-ignore format: one line reads best
}

/** The phrase beside this one, parted by a comma only, that names the same person by title or by name. */
export function appositionOf(scan: Scan, phrases: readonly Phrase[], index: number): Phrase | null {
  const phrase = phrases[index];
  if (phrase === undefined || phrase.kind !== "person") return null;
  const persons = phrases.filter((p) => p.kind === "person");
  const at = persons.indexOf(phrase);
  for (const [left, right] of [
    [persons[at - 1], phrase],
    [phrase, persons[at + 1]],
  ] as const) {
    if (left === undefined || right === undefined) continue;
    if ((left.name === null) === (right.name === null)) continue;
    const behind = left.name === null ? portfolioEnd(scan, left) : left.last;
    if (scan.lower(behind + 1) !== "," || right.first !== behind + 2) continue;
    if (left.name === null && opensBefore(scan, left, right)) continue;
    const titled = left.name === null ? left : right;
    const named = left.name === null ? right : left;
    if (
      titled.titles.length === 0 ||
      titled.titles.some((t) => t.use === "role" && t.phrase === "leader" && titled.det === null)
    )
      continue;
    if (left.name !== null && named.titles.some((t) => !isRank(t))) continue;
    if (left.name !== null && (isAnother(scan, right) || isOfAnotherCountry(scan, left, right))) continue;
    const closes = scan.tokens[right.last + 1];
    if (
      closes !== undefined &&
      !/^[,.;:)—–-]$/.test(closes.text) &&
      !["VERB", "AUX", "ADP", "SCONJ", "CCONJ"].includes(closes.upos)
    )
      continue;
    return left === phrase ? right : left;
  }
  return null;
}

/** “Mr.”, “Ambassador”: what goes before a name whatever its bearer is; “Ambassador X, [head of the mission to the UN], …”. */
function isRank({ use, phrase }: TitleEntry): boolean {
  return use === "honorific" || phrase === "ambassador";
}

/**
 * “Lavrov, [Turkish counterpart] discuss grain”: in a headline a counterpart after a name and a comma is somebody else, and so is
 * one whom the verb follows at once; “Wang Yi, his counterpart, …” is one person.
 */
function isAnother(scan: Scan, { titles, det, last }: Phrase): boolean {
  if (!titles.some((t) => scan.lexicon.words("counterpart").has(t.phrase))) return false;
  return det === null || /^(?:VERB|AUX)$/.test(scan.tokens[last + 1]?.upos ?? "");
}

/** “Asked about Vladimir Putin, [the Polish president] said …”: who acts behind a comma and is of another country than whom it closes with. */
function isOfAnotherCountry(scan: Scan, { persons, countries }: Phrase, right: Phrase): boolean {
  if (right.countries.length === 0 || !/^(?:VERB|AUX)$/.test(scan.tokens[right.last + 1]?.upos ?? "")) return false;
  const own = new Set([...countries.map((c) => c.code), ...persons.flatMap((p) => [...codesOf(p, scan.lexicon)])]);
  return own.size > 0 && right.countries.every((country) => !own.has(country.code));
}

const LONGEST_BODY = 5; // words

/** “The leader of the opposition [Democratic Party], …”: where the body ends that a title's last noun stands before. */
function bodyBehind(scan: Scan, last: number, title: string): number | null {
  if (!/ of (?:the )?(?:opposition|government|ruling coalition)$/.test(title)) return null;
  let [end, body] = [last, false];
  while (end - last < LONGEST_BODY && scan.capital(end + 1)) body = scan.is(++end, "organisation-noun");
  return body ? end : null;
}

const LONGEST_PORTFOLIO = 9; // words

/**
 * Where “the minister of economy [and foreign trade]” ends: a portfolio in small letters that goes on up to a comma; and “the
 * ambassador [in Ankara]”.
 */
function portfolioEnd(scan: Scan, { last, titles }: Phrase): number {
  const party = bodyBehind(scan, last, titles[0]?.phrase ?? "");
  if (party !== null) return party;
  if (/\b(?:ambassador|consul|envoy)\b/.test(titles[0]?.phrase ?? "") && /^(?:in|at)$/.test(scan.lower(last + 1)))
    return countryOfPlace(scan, last + 2)?.last ?? last;
  if (!/\b(?:minister|secretary|commissioner|advis[eo]r)\b/.test(titles[0]?.phrase ?? "")) return last;
  if (!/^(?:of|for|in|and|on)$/.test(scan.lower(last + 1))) return last;
  for (let i = last + 1; i <= last + LONGEST_PORTFOLIO; i++) {
    const token = scan.tokens[i];
    if (token === undefined || (scan.lower(i) === "," && scan.capital(i + 1)))
      return token === undefined ? last : i - 1;
    if (scan.capital(i) || !/^(?:NOUN|ADJ|ADP|DET|CCONJ|PUNCT)$/.test(token.upos)) return last;
    if (token.upos === "PUNCT" && !/^[,-]$/.test(token.text)) return last;
  }
  return last;
}
