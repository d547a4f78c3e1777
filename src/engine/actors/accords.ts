import type { Scan } from "./scan.js";

/** “the Minsk [Agreements]”, “the Belfast/Good Friday [Agreement]”: the noun of a treaty's own name, which a place gives it. */
export function isAccord(scan: Scan, at: number): boolean {
  if (!/^(?:NOUN|PROPN)$/.test(scan.tokens[at]?.upos ?? "")) return false;
  if (scan.capital(at)) return scan.is(at, "accord") || scan.is(at, "treaty");
  return scan.is(at, "treaty") && isOfCity(scan, at - 1);
}

const FARTHEST_CITY = 4; // tokens before the noun: “the Paris [climate] agreement”
const FARTHEST_ARTICLE = 3; // tokens before the city: “the [2015] Paris agreement”

/** “the Algiers [agreement]”, “the Paris climate [accord]”: whether what stands before a noun in small letters is “the” and a city. */
function isOfCity(scan: Scan, before: number): boolean {
  for (let at = before; at > before - FARTHEST_CITY && at >= 0; at--) {
    const place = scan.entry(at, "place");
    if (place === null) {
      if (scan.capital(at) || /^(?:NOUN|ADJ)$/.test(scan.tokens[at]?.upos ?? "")) continue; // “San [Jose]”
      return false;
    }
    for (let i = at - 1; i > at - 1 - FARTHEST_ARTICLE && i >= 0; i--) {
      if (scan.lower(i) === "the") return true;
      if (!/^(?:NUM|ADJ)$/.test(scan.tokens[i]?.upos ?? "")) return false;
    }
    return false;
  }
  return false;
}

/** Whether the noun of a treaty's own name stands at a token or behind small nouns there: “[climate accord]”. */
export function accordFollows(scan: Scan, at: number): boolean {
  for (let i = at; i < at + FARTHEST_CITY - 1; i++) {
    if (isAccord(scan, i)) return true;
    if (scan.capital(i) || !/^(?:NOUN|ADJ)$/.test(scan.tokens[i]?.upos ?? "")) return false;
  }
  return false;
}
