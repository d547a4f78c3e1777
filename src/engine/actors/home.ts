import type { Sentence } from "../language/types.js";
import type { Discourse } from "./draft.js";
import type { ActorLexicon } from "./lexicon.js";
import type { Circumstances } from "./named.js";
import type { Phrase } from "./phrase.js";
import type { Scan } from "./scan.js";

const LONGEST_DATELINE = 60; // characters before the first sentence

/** Whether what stands before an article's first sentence names a seat of the world's bodies: “GENEVA (Reuters) –”. */
export function isFromThirdPlace(text: string, lead: Sentence | undefined, lexicon: ActorLexicon): boolean {
  const start = lead?.tokens[0]?.start ?? 0;
  const before = text.slice(Math.max(0, start - LONGEST_DATELINE), start).toLowerCase();
  return before !== "" && [...lexicon.words("third-place")].some((place) => before.includes(place));
}

/**
 * Whose “the army” is: the country's that the report is from. Where a report by foreigners names nobody of that country, it
 * is of the one country told of late: “CAIRO (AP) — Sudan's army and the militia resumed talks. The government said …”; of
 * several, of the one that acted last: “NEW YORK (AP) – Mali accused France. The government said …”. A country that the
 * sentence itself names is another's: “The army arrested two French soldiers”.
 */
export function homeOf({ sentence }: Phrase, discourse: Discourse, at: Circumstances): string | null {
  const { home, press } = at;
  if (home === null || home === at.publisher || discourse.tellsOf(home)) return home;
  if (home === press && !discourse.fromThirdPlace) return home;
  const near = [sentence, sentence - 1, sentence - 2].flatMap((s) => discourse.tracesIn(s));
  const told = near.filter(({ draft }) => draft.role === "party" && !draft.assumed && isCountry(draft.code, at));
  const codes = new Set(told.map(({ draft }) => draft.code));
  if (codes.size === 0) return home;
  const acted = codes.size === 1 ? told[0] : told.find((t) => t.standing === "subject");
  const code = acted?.draft.code ?? null;
  return code !== null && discourse.countriesHere.has(code) ? home : code;
}

function isCountry(code: string | null, { lexicon }: Circumstances): boolean {
  return code !== null && lexicon.countries.has(code);
}

/** “[the country's] foreign ministry”: a phrase with the country that acted last. */
export function ofTheCountry(scan: Scan, phrase: Phrase, discourse: Discourse, at: Circumstances): Phrase {
  const { first, sentence } = phrase;
  if (phrase.countries.length > 0 || !/^['’]s$/.test(scan.lower(first - 1))) return phrase;
  if (!/^(?:country|nation)$/.test(scan.lower(first - 2)) || scan.lower(first - 3) !== "the") return phrase;
  for (let s = sentence; s >= sentence - FARTHEST; s--) {
    const traces = discourse.tracesIn(s).filter(({ draft }) => draft.role === "party" && isCountry(draft.code, at));
    const meant = traces.find((t) => t.standing === "subject") ?? traces[0];
    const country = at.lexicon.countries.get(meant?.draft.code ?? "");
    if (country !== undefined) return { ...phrase, countries: [country] };
  }
  return phrase;
}

const FARTHEST = 3; // sentences over which “the country” is the one told of

/**
 * “the Security Council”: a common name that a body of the world has too is that body's where the article tells of it, is
 * from one of its seats, or speaks of what only it decides.
 */
export function ofTheWorld(scan: Scan, phrase: Phrase, discourse: Discourse, at: Circumstances): Phrase {
  const { entry, countries, head } = phrase;
  if (entry?.kind !== "pattern" || countries.length > 0 || phrase.of !== null) return phrase;
  const named = scan.entry(head, "body") ?? bodyEndingAt(scan, phrase);
  const code = named?.entry.code ?? null;
  if (named === null || code === null || isCountry(code, at)) return phrase;
  const told = discourse.recent((d) => d.kind === "organisation" && d.code === code) !== null;
  const decides = scan.tokens.some((_, i) => scan.is(i, "council-act"));
  if (!told && !decides && !discourse.fromThirdPlace) return phrase;
  return { ...phrase, entry: named.entry };
}

/** The body's entry of the item that ends with the phrase. */
function bodyEndingAt(scan: Scan, { first, head }: Phrase): ReturnType<typeof scan.entry<"body">> {
  for (let at = first; at <= head; at++) {
    const found = scan.entry(at, "body");
    if (found !== null && found.item.last === head) return found;
  }
  return null;
}
