import type { Country } from "./lexicon.js";
import { countryAt, readModifiers } from "./modifiers.js";
import { ORGANISATION_WORDS } from "./names.js";
import { readPerson } from "./person-phrase.js";
import { type BodyEntry, EMPTY_PHRASE, type Phrase } from "./phrase.js";
import type { Scan } from "./scan.js";

const PRONOUNS: ReadonlySet<string> = new Set([
  "he", "him", "his", "himself", "she", "her", "hers", "herself", "they", "them", "their", "themselves", "i", "me", "my", "we", "us", "our", "you", "your",
]); // biome-ignore format: a list
/** Nouns that turn a country's adjective into its government: “the Tajik side”. */
const SIDES: ReadonlySet<string> = new Set([
  "side",
  "delegation",
  "authorities",
  "officials",
  "leadership",
  "party",
  "partners",
  "team",
  "regime",
  "administration",
  "counterparts",
]);
/** Collective nouns for both parties to a contact. */
const PARTIES: ReadonlySet<string> = new Set([
  "sides",
  "parties",
  "interlocutors",
  "countries",
  "nations",
  "states",
  "two",
  "pair",
  "delegations",
  "capitals",
  "neighbours",
  "neighbors",
  "governments",
  "men",
  "peoples",
]);

/** Finds every phrase of a sentence that may mean an actor, in order of its first token; phrases may nest. */
export function findPhrases(scan: Scan): readonly Phrase[] {
  const phrases: Phrase[] = [];
  for (let at = 0; at < scan.tokens.length; ) {
    const phrase = readPhrase(scan, at);
    if (phrase === null) {
      at++;
      continue;
    }
    phrases.push(phrase, ...inner(scan, phrase));
    at = phrase.last + 1;
  }
  return phrases;
}

function readPhrase(scan: Scan, at: number): Phrase | null {
  const token = scan.tokens[at];
  if (token === undefined || token.upos === "PUNCT" || !mayOpen(scan, at, token.lower)) return null;
  const person = readPerson(scan, at);
  if (person !== null) return person;
  return (
    readBody(scan, at) ??
    readParties(scan, at) ??
    readGroup(scan, at) ??
    readUnknownBody(scan, at) ??
    readCountry(scan, at) ??
    readSingle(scan, at)
  );
}

/** A quick look: most words open no phrase, so that the readers need not be asked. */
function mayOpen(scan: Scan, at: number, lower: string): boolean {
  if (scan.item(at) !== undefined || scan.capital(at) || PRONOUNS.has(lower) || PARTIES.has(lower)) return true;
  const { next, any, det } = readModifiers(scan, at);
  return any || det !== null || next > at;
}

/** “the Kremlin press service”, “Tajikistan's Foreign Ministry”, “the press service of the head of state”, “NATO”. */
function readBody(scan: Scan, at: number): Phrase | null {
  const before = readModifiers(scan, at);
  const pattern = scan.entry(before.next, "pattern");
  const base = { ...EMPTY_PHRASE, sentence: scan.sentence.index, first: at, det: before.det };
  if (pattern !== null) {
    const last = pattern.item.last;
    const tail =
      scan.lower(last + 1) === "of" || scan.lower(last + 1) === "in"
        ? countryAt(scan, scan.lower(last + 2) === "the" ? last + 3 : last + 2)
        : null;
    const owner = tail === null && scan.lower(last + 1) === "of" ? readPerson(scan, last + 2) : null;
    const titled = owner !== null && owner.titles.length > 0 ? owner : null;
    const seat = tail === null && titled === null && scan.lower(last + 1) === "of" ? bodyAt(scan, scan.lower(last + 2) === "the" ? last + 3 : last + 2) : null;
    const countries = [
      ...before.countries,
      ...(tail !== null && tail.form !== "adjective" ? [tail.country] : []),
      ...(titled?.countries ?? []),
    ];
    const end = seat?.last ?? titled?.last ?? (tail !== null && tail.form !== "adjective" ? tail.last : last);
    return {
      ...base,
      last: end,
      head: last,
      kind: "body",
      countries,
      of: before.of,
      entry: pattern.entry,
      titles: titled?.titles ?? [],
    };
  }
  const found = scan.entry(before.next, "body") ?? scan.entry(before.next, "organisation");
  if (found !== null)
    return {
      ...base,
      last: found.item.last,
      head: found.item.last,
      kind: "body",
      countries: before.countries,
      entry: found.entry,
    };
  const agency = scan.entry(before.next, "agency");
  if (agency === null || scan.entry(before.next, "country") !== null) return null;
  return { ...base, last: agency.item.last, head: agency.item.last, kind: "agency", entry: agency.entry };
}

function bodyAt(scan: Scan, at: number): { readonly body: BodyEntry; readonly last: number } | null {
  const found = scan.entry(at, "body") ?? scan.entry(at, "organisation");
  return found === null ? null : { body: found.entry, last: found.item.last };
}

/** “the two sides”, “the interlocutors”, “both countries”: all parties at once. */
function readParties(scan: Scan, at: number): Phrase | null {
  const before = readModifiers(scan, at);
  const word = scan.lower(before.next);
  const bareTwo =
    before.count !== null && before.det === "the" && /^(?:VERB|AUX|ADV)$/.test(scan.tokens[before.next]?.upos ?? "");
  const base = {
    ...EMPTY_PHRASE,
    sentence: scan.sentence.index,
    first: at,
    kind: "people" as const,
    det: before.det,
    count: before.count,
  };
  if (bareTwo) return { ...base, last: before.next - 1, head: before.next - 1 };
  if (!PARTIES.has(word) || before.countries.length > 0 || before.of !== null) return null;
  if (before.det === null && before.count === null)
    return word === "interlocutors" ? { ...base, last: before.next, head: before.next } : null;
  return { ...base, last: before.next, head: before.next };
}

function readGroup(scan: Scan, at: number): Phrase | null {
  const before = readModifiers(scan, at);
  const group = scan.entry(before.next, "group");
  if (group === null) return null;
  const tail =
    scan.lower(group.item.last + 1) === "of" || scan.lower(group.item.last + 1) === "in"
      ? countryAt(scan, group.item.last + 2)
      : null;
  const countries =
    tail !== null && tail.form === "name" && before.countries.length === 0 ? [tail.country] : before.countries;
  return {
    ...EMPTY_PHRASE,
    sentence: scan.sentence.index,
    first: at,
    last: group.item.last,
    head: group.item.last,
    kind: "group",
    det: before.det,
    countries,
    entry: group.entry,
    count: before.count,
  };
}

/** A run of capitalised words that ends in a noun of bodies: “the Minsk Group”, “Federal Security Council”. */
function readUnknownBody(scan: Scan, at: number): Phrase | null {
  const start = scan.lower(at) === "the" ? at + 1 : at;
  let end = start;
  let closed = -1;
  while (scan.capital(end) && end - start < 8 && scan.tokens[end]?.upos !== "PRON") {
    if (end > start && ORGANISATION_WORDS.has(scan.lower(end))) closed = end;
    end++;
    if (
      (scan.lower(end) === "of" || scan.lower(end) === "for" || scan.lower(end) === "and") &&
      scan.capital(end + 1) &&
      closed >= 0
    )
      end++;
  }
  if (closed < 0) return null;
  const country = countryAt(scan, start);
  if (country !== null && country.last >= closed) return null; // “the Russian Federation”
  const tail =
    scan.lower(closed + 1) === "of"
      ? countryAt(scan, scan.lower(closed + 2) === "the" ? closed + 3 : closed + 2)
      : null;
  const countries: Country[] = [];
  if (country !== null && country.last < closed) countries.push(country.country);
  if (tail !== null && tail.form === "name") countries.push(tail.country);
  return {
    ...EMPTY_PHRASE,
    sentence: scan.sentence.index,
    first: at,
    last: tail !== null && tail.form === "name" ? tail.last : closed,
    head: closed,
    kind: "body",
    det: start > at ? "the" : null,
    countries,
  };
}

function readCountry(scan: Scan, at: number): Phrase | null {
  const start = scan.lower(at) === "the" ? at + 1 : at;
  const found = countryAt(scan, start);
  if (found === null) return null;
  const base = {
    ...EMPTY_PHRASE,
    sentence: scan.sentence.index,
    first: at,
    countries: [found.country],
    det: start > at ? "the" : null,
  };
  const side = scan.lower(found.last + 1);
  if (found.form === "adjective" && SIDES.has(side))
    return { ...base, last: found.last + 1, head: found.last + 1, kind: "country" };
  const of = found.form !== "adjective";
  return of
    ? {
        ...base,
        last: found.last,
        head: found.last,
        kind: scan.entry(start, "place") !== null && located(scan, at) ? "place" : "country",
      }
    : null;
}

function readSingle(scan: Scan, at: number): Phrase | null {
  const place = scan.entry(at, "place");
  const base = { ...EMPTY_PHRASE, sentence: scan.sentence.index, first: at };
  if (place !== null)
    return { ...base, last: place.item.last, head: place.item.last, kind: "place", entry: place.entry };
  const token = scan.tokens[at];
  if (token === undefined) return null;
  if (PRONOUNS.has(token.lower) && (token.text !== "US" || token.upos === "PRON"))
    return { ...base, last: at, head: at, kind: "pronoun" };
  if (token.upos === "PROPN" && scan.capital(at) && scan.lexicon.byShort.has(shortKey(scan, at))) {
    const last = shortEnd(scan, at);
    return { ...base, last, head: last, kind: "person", name: [at, last] };
  }
  return null;
}

/** The longest short form of the tables at a token: “al-Sisi”, “von der Leyen”, “Putin”. */
function shortEnd(scan: Scan, at: number): number {
  const hyphened = /^[-‐‑]$/.test(scan.lower(at + 1)) && scan.joined(at) && scan.joined(at + 1) && scan.capital(at + 2);
  return hyphened ? at + 2 : at;
}

function shortKey(scan: Scan, at: number): string {
  return scan.lower(at).replace(/['’]/g, "");
}

function located(scan: Scan, at: number): boolean {
  return ["in", "at", "near", "outside", "around", "from", "to"].includes(scan.lower(at - 1));
}

/** Countries and persons named inside a longer phrase: “the leader of [Tajikistan]”, “the press service of [the head of state]”. */
function inner(scan: Scan, outer: Phrase): readonly Phrase[] {
  const found: Phrase[] = [];
  if (outer.kind === "country" || outer.kind === "place" || outer.kind === "pronoun") return found;
  const possessive = scan.lower(outer.first);
  if (PRONOUNS.has(possessive) && outer.det === possessive)
    found.push({
      ...EMPTY_PHRASE,
      sentence: outer.sentence,
      first: outer.first,
      last: outer.first,
      head: outer.first,
      kind: "pronoun",
    });
  for (let at = outer.first; at <= outer.last; at++) {
    if (outer.name !== null && at >= outer.name[0] && at <= outer.name[1]) continue;
    const country = countryAt(scan, at);
    if (country === null || country.last > outer.last) continue;
    if (country.form === "adjective" || (at === outer.first && country.last === outer.last)) continue;
    found.push({
      ...EMPTY_PHRASE,
      sentence: outer.sentence,
      first: at,
      last: country.last,
      head: country.last,
      kind: "country",
      countries: [country.country],
    });
  }
  return found;
}
