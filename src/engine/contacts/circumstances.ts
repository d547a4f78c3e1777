import type { Token } from "../language/types.js";
import type { Clause } from "./clause.js";

/** The noun a phrase from here on is about: “the ministry's [website]”. */
export function headFrom(tokens: readonly Token[], from: number): Token | undefined {
  let at = tokens.findIndex((t, i) => i >= from && i < from + 5 && /^(?:NOUN|PROPN)$/.test(t.upos));
  if (at < 0) return undefined;
  for (;;) {
    const owned = tokens[at + 1]?.xpos === "POS" ? 2 : 1;
    const next = tokens.slice(at + owned, at + owned + 3).findIndex((t) => /^(?:NOUN|PROPN)$/.test(t.upos));
    if (next < 0 || tokens.slice(at + owned, at + owned + next).some((t) => t.upos !== "ADJ")) return tokens[at];
    if (owned === 1 && next > 0) return tokens[at]; // “on trade new rules”
    at += owned + next;
  }
}

/**
 * “a deal [on the eve of] …”, “met [on the 10th]”, “talks [on the outskirts of] …”, “[on arrival] in Oslo”: when, where or at
 * whose wish; “on the return of the children”, “on the terms of a truce” are talked about.
 *
 * @param head The noun behind “on”.
 */
export function isElsewhere({ tokens, cues }: Clause, head: Token): boolean {
  if (isVenue(tokens, head, cues.venue) || ORDINAL.test(head.lower) || cues.moment.has(head.lower)) return true;
  return cues.circumstance.has(head.lower) && tokens[head.index - 1]?.lower === "on" && head.xpos !== "NNS";
}

/** “talks [on Thursday]”, “on the sidelines of the summit”, “on its website”: when or where, whatever the words before. */
function isVenue(tokens: readonly Token[], head: Token, venues: ReadonlySet<string>): boolean {
  if (PAGES.test(head.lower)) return OWN_PAGE.test(tokens[head.index - 1]?.lower ?? "");
  return venues.has(head.lower) || WEEKDAY.test(head.lower);
}

/** “on [its] page”, “on a [Telegram] channel”; a nuclear site and a channel of communication are talked about. */
const PAGES = /^(?:sites?|channels?|pages?|accounts?|portals?)$/;
const OWN_PAGE =
  /^(?:its|his|her|their|['’]s|telegram|youtube|facebook|twitter|instagram|x|web|internet|social|official|media)$/;

/** “on the [10th]”. */
const ORDINAL = /^\d+(?:st|nd|rd|th)$/;

export const WEEKDAY = /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$/;
