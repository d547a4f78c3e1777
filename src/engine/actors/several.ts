import { isRelation } from "../language/tree.js";
import { describedDrafts } from "./described.js";
import type { Discourse, Draft } from "./draft.js";
import type { Circumstances } from "./named.js";
import type { Phrase } from "./phrase.js";
import { resolvePlural } from "./plural.js";
import { resolvePronoun } from "./pronoun.js";
import { countryDraft } from "./reference.js";
import type { Scan } from "./scan.js";
import { meansListed, statesListed, whose } from "./states-listed.js";

const NEAR = 3; // sentences over which “the two sides” are those of the last group
const STATES = /^(?:countries|nations|states|capitals|neighbou?rs|governments|peoples)$/;

/** Whom a plural phrase means: persons named before, the two sides, the two countries, or some nameless people. */
export function severalDrafts(
  scan: Scan,
  phrase: Phrase,
  text: string,
  discourse: Discourse,
  at: Circumstances,
): readonly Draft[] {
  const noun = scan.lower(phrase.head);
  if (isOpenGroup(scan, phrase)) return describedDrafts(scan, phrase, text, discourse);
  if (STATES.test(noun)) {
    if (isSolution(scan, phrase)) return [];
    return meansListed(phrase) ? statesListed(phrase, discourse) : bothCountries(phrase, discourse, at);
  }
  const colleagues = othersOfGroup(scan, phrase, discourse, at);
  if (colleagues.length > 0) return colleagues;
  const sides = /^(?:sides|parties)$/.test(noun);
  if (sides && isActedOn(scan, phrase)) return lastSides(phrase, discourse) ?? bothCountries(phrase, discourse, at);
  // “both presidents” are two who are known, as “the two” are; “two presidents” are not.
  const known = phrase.det === null && scan.lower(phrase.first) === "both" ? { ...phrase, det: "both" } : phrase;
  const of = phrase.countries.length > 0 || phrase.of !== null ? "open" : whose(scan, phrase);
  if (of === "other" && phrase.titles.length > 0) return describedDrafts(scan, phrase, text, discourse);
  if (of === "listed") return leadersListed(known, discourse, at);
  const persons = resolvePlural(known, discourse, at, officeOfCounterparts(scan, known, discourse, at));
  const unnamed = phrase.countries.filter((c) => persons.every((p) => p.code !== c.code));
  if (persons.length > 0 && (phrase.countries.length < 2 || unnamed.length === 0)) return persons;
  const rest = persons.length > 0 ? { ...phrase, countries: unnamed } : phrase;
  if (sides || noun === "two") return lastSides(phrase, discourse) ?? bothCountries(phrase, discourse, at);
  return [...persons, ...describedDrafts(scan, rest, text, discourse)];
}

/** “the leaders of these three countries”: whoever leads those just listed; else nobody who is known. */
function leadersListed(phrase: Phrase, discourse: Discourse, at: Circumstances): readonly Draft[] {
  const codes = statesListed({ ...phrase, count: null }, discourse).map((state) => state.code ?? "");
  const countries = codes.flatMap((code) => at.lexicon.countries.get(code) ?? []);
  return countries.length < 2 ? [] : resolvePlural({ ...phrase, countries }, discourse, at);
}

/** “negotiations for two states”, “two states living side by side”: what is to come of a land, not two states told of. */
function isSolution(scan: Scan, { first, last, det, count, head }: Phrase): boolean {
  if (det !== null || count !== 2 || scan.lower(head) !== "states" || scan.lower(first) === "both") return false;
  return (
    /^(?:for|into|solution)$/.test(scan.lower(first - 1)) || /^(?:for|living|side|solution)$/.test(scan.lower(last + 1))
  );
}

/** “called on both sides”: who is called on is a state more often than whoever spoke for it. */
function isActedOn(scan: Scan, { first, head }: Phrase): boolean {
  if (isRelation(scan.sentence.tree.relation(head), "nsubj")) return false; // “said both sides agreed”
  return /^(?:ADP|PART|VERB)$/.test(scan.tokens[first - 1]?.upos ?? "");
}

/** “the two governments”: a body's noun in the plural, of countries named before. */
export function isOfBoth(scan: Scan, { count, countries, of, head, entry }: Phrase): boolean {
  if (entry?.kind !== "pattern" && entry?.kind !== "group") return false;
  return count !== null && countries.length === 0 && of === null && STATES.test(scan.lower(head));
}

/** “all parties”, “the relevant sides”, “the countries concerned”: whoever they are, not those named before. */
function isOpenGroup(scan: Scan, { first, last }: Phrase): boolean {
  for (let i = first; i <= last + 1; i++) if (scan.is(i, "open")) return true;
  return false;
}

/** “his counterparts”, “her colleagues”. */
function areCounterparts({ titles, det }: Phrase, at: Circumstances): boolean {
  return titles.some((t) => at.lexicon.words("counterpart").has(t.phrase)) && /^(?:his|her)$/.test(det ?? "");
}

/** “his colleagues”: the others of the last group that he is one of. */
function othersOfGroup(scan: Scan, phrase: Phrase, discourse: Discourse, at: Circumstances): readonly Draft[] {
  const group = discourse.lastGroup;
  if (!areCounterparts(phrase, at) || group === null || phrase.countries.length > 0) return [];
  const [self] = resolvePronoun(phrase, scan, discourse);
  if (self === undefined || !group.drafts.includes(self)) return [];
  const others = group.drafts.filter((d) => d !== self);
  return phrase.count === null || phrase.count === others.length ? others : [];
}

/** “his British and French counterparts”: the office that the one whose counterparts they are holds himself. */
function officeOfCounterparts(scan: Scan, phrase: Phrase, discourse: Discourse, at: Circumstances): string | null {
  if (!areCounterparts(phrase, at) || phrase.countries.length < 2) return null;
  return resolvePronoun(phrase, scan, discourse)[0]?.officeKey ?? null;
}

/**
 * The sides of the meeting just told of: “Russian and Ukrainian negotiators met. Both sides …”; those who came for either,
 * where the last group is of one side only.
 */
function lastSides(phrase: Phrase, discourse: Discourse): readonly Draft[] | null {
  const group = discourse.lastGroup;
  const most = phrase.count ?? 2;
  const near = group !== null && phrase.sentence - group.sentence <= NEAR && group.drafts.length === most;
  if (near && (most > 2 || codesOf(group.drafts).size === most)) return group.drafts;
  return most === 2 ? sidesTold(phrase, discourse) : null;
}

/** Everybody of the nearest sentence that tells of people of just two countries: “A and B met with the Ukrainian delegation”. */
function sidesTold({ sentence }: Phrase, discourse: Discourse): readonly Draft[] | null {
  for (let at = sentence - 1; at >= sentence - NEAR; at--) {
    const told = discourse.tracesIn(at).filter((t) => !t.quoted && (t.draft.kind === "person" || t.many));
    const people = [...new Set(told.map((t) => t.draft))].filter((d) => d.role === "party" && d.code !== null);
    const codes = codesOf(people).size;
    if (codes === 2) return people;
    if (codes > 2) return null;
  }
  return null;
}

function codesOf(drafts: readonly Draft[]): ReadonlySet<string | null> {
  return new Set(drafts.map((d) => d.code));
}

function bothCountries(phrase: Phrase, discourse: Discourse, at: Circumstances): readonly Draft[] {
  const most = phrase.count ?? 2;
  const people = discourse.principals((d) => d.code !== null && at.lexicon.countries.has(d.code));
  const codes = [...new Set(people.map((d) => d.code ?? ""))].slice(0, most);
  if (codes.length < 2) {
    const named = discourse.principals(() => true, "country").slice(0, most);
    return named.length < most ? [] : named; // “the four countries” are more than the two named
  }
  return codes.flatMap((code) => {
    const country = at.lexicon.countries.get(code);
    return country === undefined ? [] : [countryDraft(discourse, country)];
  });
}
