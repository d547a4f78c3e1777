import { readModifiers } from "./modifiers.js";
import { EMPTY_PHRASE, type Phrase } from "./phrase.js";
import type { Scan } from "./scan.js";

/** “the two sides”, “the interlocutors”, “both countries”: all parties at once. */
export function readParties(scan: Scan, at: number): Phrase | null {
  const before = readModifiers(scan, at);
  const word = scan.lower(before.next);
  const bareTwo =
    before.count !== null && before.det === "the" && /^(?:VERB|AUX|ADV)$/.test(scan.tokens[before.next]?.upos ?? "");
  const ordinal = (before.det === "the" || scan.lower(at) === "the") && /^(?:latter|former)$/.test(scan.lower(at + 1));
  if (!bareTwo && !ordinal && !scan.lexicon.words("parties").has(word)) return null;
  const base = {
    ...EMPTY_PHRASE,
    sentence: scan.sentence.index,
    first: at,
    kind: "people" as const,
    det: before.det,
    count: before.count,
  };
  if (ordinal && !/^(?:NOUN|PROPN|ADJ)$/.test(scan.tokens[at + 2]?.upos ?? ""))
    return { ...base, kind: "pronoun", last: at + 1, head: at + 1 };
  if (bareTwo && !scan.lexicon.words("parties").has(word))
    return { ...base, last: before.next - 1, head: before.next - 1 };
  if (!scan.lexicon.words("parties").has(word) || before.countries.length > 0 || before.of !== null) return null;
  if (before.count === null && before.det !== null && !/^(?:the|these|those|their|our)$/.test(before.det)) return null;
  // “the Southeast Asian nations” are more than the two of the article.
  if (before.count === null && regional(scan, at, before.next)) return null;
  if (before.count === null && narrowed(scan, before.next + 1)) return null;
  if (word === "men" && before.det === null && scan.lower(at) !== "both") return null; // “two men” are some men
  if (before.det === null && before.count === null)
    return word === "interlocutors" ? { ...base, last: before.next, head: before.next } : null;
  return { ...base, last: before.next, head: before.next };
}

/** “the states that oppose it”, “the countries of the region”: those of whom the rest is true. */
function narrowed(scan: Scan, at: number): boolean {
  const word = scan.lower(at);
  if (/^(?:who|whose|where)$/.test(word)) return true;
  if (word === "that" || word === "which") return /^(?:VERB|AUX|ADV|PRON)$/.test(scan.tokens[at + 1]?.upos ?? "");
  return word === "of" && scan.lower(at + 1) !== "both";
}

function regional(scan: Scan, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (scan.is(i, "continental")) return true;
  return false;
}
