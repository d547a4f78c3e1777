import { isRelation } from "../language/tree.js";
import type { Discourse, Trace } from "./draft.js";
import type { Circumstances } from "./named.js";
import { markerOf } from "./noun-phrase.js";
import type { Phrase } from "./phrase.js";
import type { Scan } from "./scan.js";

/** Whether the report is from a seat of the world's bodies (“GENEVA (Reuters) –”), where governments of elsewhere are told of. */
function isFromThirdPlace({ place, lexicon }: Circumstances): boolean {
  return place !== null && lexicon.words("third-place").has(place.toLowerCase());
}

/**
 * Whose “the army” is: the country's that the report is from. Where a report by foreigners names nobody of that country, it
 * is of the one country told of late: “CAIRO (AP) — Sudan's army and the militia resumed talks. The government said …”; of
 * several, of the one that acted last: “NEW YORK (AP) – Mali accused France. The government said …”. A country that the
 * sentence names behind it is another's (“The army arrested two French soldiers”), one named before it may be its own
 * (“Syria said the army shelled rebels”).
 */
export function homeOf({ sentence }: Phrase, discourse: Discourse, at: Circumstances): string | null {
  const { home, press } = at;
  if (home === null || home === at.publisher || discourse.tellsOf(home)) return home;
  if (home === press && !isFromThirdPlace(at)) return home;
  const told = [sentence, sentence - 1, sentence - 2].flatMap((s) => countriesTold(s, discourse, at));
  const codes = new Set(told.map(({ draft }) => draft.code));
  if (codes.size === 0) return home;
  const code = (codes.size === 1 ? told[0] : actedIn(told))?.draft.code ?? null;
  const before = discourse.tracesIn(sentence).some(({ draft }) => draft.code === code);
  return code !== null && discourse.countriesHere.has(code) && !before ? home : code;
}

/** Whoever of some country was told of in a sentence so far. */
function countriesTold(sentence: number, discourse: Discourse, at: Circumstances): readonly Trace[] {
  const told = discourse.tracesIn(sentence);
  return told.filter(({ draft }) => draft.role === "party" && !draft.assumed && isCountry(draft.code, at));
}

/** The one of those told of who acts. */
function actedIn(told: readonly Trace[]): Trace | undefined {
  return told.find(({ standing }) => standing === "subject");
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
    const told = countriesTold(s, discourse, at);
    const meant = actedIn(told) ?? told[0];
    const country = at.lexicon.countries.get(meant?.draft.code ?? "");
    if (country !== undefined) return { ...phrase, countries: [country] };
  }
  return phrase;
}

/** “a government source”, “ministry sources”: people of a state's who, where nothing says whose, are of the country a report is from. */
export function ofTheState(scan: Scan, phrase: Phrase, discourse: Discourse, at: Circumstances): Phrase {
  const { entry, countries, head } = phrase;
  if (entry?.kind !== "group" || countries.length > 0 || phrase.of !== null) return phrase;
  if (!/^(?:government|ministry) /.test(entry.phrase) || /^(?:at|from|in|of)$/.test(scan.lower(head + 1)))
    return phrase;
  const country = at.lexicon.countries.get(homeOf(phrase, discourse, at) ?? "");
  return country === undefined ? phrase : { ...phrase, countries: [country] };
}

const FARTHEST = 3; // sentences over which “the country” is the one told of

/**
 * “the Security Council”: a common name that a body of the world has too is that body's where the article tells of it, is
 * from one of its seats, or speaks of what only it decides.
 */
export function ofTheWorld(scan: Scan, phrase: Phrase, discourse: Discourse, at: Circumstances): Phrase {
  const { entry, countries, head } = phrase;
  if (entry?.kind !== "pattern" || countries.length > 0 || phrase.of !== null) return phrase;
  const named = bodyEndingAt(scan, phrase);
  const code = named?.entry.code ?? null;
  if (named === null || code === null || isCountry(code, at)) return phrase;
  const told = discourse.recent((d) => d.kind === "organisation" && d.code === code) !== null;
  return told || isFromThirdPlace(at) || hasCouncilAct(scan, head) ? { ...phrase, entry: named.entry } : phrase;
}

/** The body's entry of the item that ends with the phrase. */
function bodyEndingAt(scan: Scan, { first, head }: Phrase): ReturnType<typeof scan.entry<"body">> {
  for (let at = first; at <= head; at++) {
    const found = scan.entry(at, "body");
    if (found !== null && found.item.last === head) return found;
  }
  return null;
}

const MOST_CLIMBED = 6; // words from an act of the council's to the verb it is done with

/** “The Security Council voted on a [resolution]”, “Russia's [veto] in the Security Council”: what only that council decides, in one clause with it. */
function hasCouncilAct(scan: Scan, council: number): boolean {
  const around = clauseOf(scan, council);
  return scan.tokens.some(({ upos }, at) => {
    if (!scan.is(at, "council-act")) return false;
    if (around.includes(at)) return true;
    return upos !== "VERB" && !isSomebodyElses(scan, at) && clauseOf(scan, at).some((word) => around.includes(word));
  });
}

/** “the resolution of the conflict”, “his veto”: no act of a council's. */
function isSomebodyElses(scan: Scan, act: number): boolean {
  const { tree } = scan.sentence;
  const children = tree.children(act);
  if (children.some((c) => isRelation(tree.relation(c), "nmod:poss") && /^(?:his|her)$/.test(scan.lower(c))))
    return true;
  return children.some((c) => c > act && tree.relation(c) === "nmod" && /^(?:of|to)$/.test(markerOf(scan, c)));
}

/** A word, the nouns it hangs on and the verb of its clause, with whatever that verb only completes or tells of. */
function clauseOf({ sentence: { tree } }: Scan, word: number): readonly number[] {
  const found = [word];
  for (let at = word; found.length <= MOST_CLIMBED; ) {
    const relation = tree.relation(at);
    const up = tree.heads[at] ?? -1;
    if (up < 0 || !IN_CLAUSE.test(relation)) break;
    found.push(up);
    at = up;
  }
  return found;
}

const IN_CLAUSE = /^(?:nsubj|obj|iobj|obl|nmod|compound|conj|appos|xcomp|acl)(?::|$)/;
