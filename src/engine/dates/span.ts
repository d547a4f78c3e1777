import type { Match } from "./context.js";
import { entryAt, isWord, type Scan } from "./scan.js";

/** Determiners that may stand before a stretch: “the beginning of the year”. */
const STAGE_NOUNS = ["beginning", "start", "middle", "end", "close", "outset", "rest"] as const;

/**
 * First word of the span: premodifiers and articles that belong to the expression (TimeML guidelines, section 2.2.1.3),
 * prepositions left out.
 *
 * @param floor First word not taken by the expression before.
 */
export function spanStart(scan: Scan, match: Match, floor: number): number {
  let first = Math.max(match.first, floor);
  for (;;) {
    const next = widened(scan, match, first);
    if (next === first || next < floor) return first;
    first = next;
  }
}

function widened(scan: Scan, match: Match, at: number): number {
  if (match.type === "SET") return at;
  if (isStage(scan, at - 1)) return at - 1;
  if (isWord(scan, at - 1, "of") && isWord(scan, at - 2, ...STAGE_NOUNS)) return at - 2;
  if (isWord(scan, at, ...STAGE_NOUNS) && isWord(scan, at - 1, "the")) return at - 1;
  if (isWord(scan, at - 1, "the")) return takesArticle(scan, match, at) ? at - 1 : at;
  return match.type === "DURATION" || match.type === "DATE" ? approximate(scan, at) : at;
}

function isStage(scan: Scan, at: number): boolean {
  return entryAt(scan, at).stage === true && !isWord(scan, at, ...STAGE_NOUNS);
}

function takesArticle(scan: Scan, match: Match, at: number): boolean {
  if (match.article !== true) return at < match.first && isWord(scan, at, "early", "late", "mid");
  const last = scan.words[match.end - 1];
  const next = scan.words[match.end];
  const premodifies = next?.upos === "NOUN" && last?.glued === true;
  return !premodifies;
}

function approximate(scan: Scan, at: number): number {
  const { number, month } = entryAt(scan, at);
  const counted =
    number !== undefined ||
    month !== undefined ||
    isWord(scan, at, "a", "an", "half", "year") ||
    /^\d/.test(scan.words[at]?.key ?? "");
  if (counted && entryAt(scan, at - 1).approx === true) return at - 1;
  if (isWord(scan, at - 1, "least", "most") && isWord(scan, at - 2, "at")) return at - 2;
  if (isWord(scan, at - 1, "than") && isWord(scan, at - 2, "more", "less", "fewer", "longer"))
    return isWord(scan, at - 3, "no") ? at - 3 : at - 2;
  return isWord(scan, at - 1, "to") && isWord(scan, at - 2, "up") && counted ? at - 2 : at;
}
