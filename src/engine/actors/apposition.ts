import type { Phrase } from "./phrase.js";
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
    const titled = left.name === null ? left : right;
    const named = left.name === null ? right : left;
    if (
      titled.titles.length === 0 ||
      titled.titles.some((t) => t.use === "role" && t.phrase === "leader" && titled.det === null)
    )
      continue;
    if (named.titles.some((t) => t.use !== "honorific") && left.name !== null) continue;
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

const LONGEST_PORTFOLIO = 9; // words

/** Where “the minister of economy [and foreign trade]” ends: a portfolio in small letters that goes on up to a comma. */
function portfolioEnd(scan: Scan, { last, titles }: Phrase): number {
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
