import { accordFollows } from "./accords.js";
import { readBody, readBridge, readGroup, readUnknownBody } from "./body-phrase.js";
import { actsBy, isCalendar } from "./calendar.js";
import { isCompatriot, readCompatriot } from "./compatriot.js";
import { twoFamilies } from "./hyphens.js";
import { countryAt, readModifiers } from "./modifiers.js";
import { withName } from "./named-body.js";
import type { TokenRange } from "./noun-phrase.js";
import { readOwnedName } from "./owned-name.js";
import { readParties } from "./party-phrase.js";
import { readPerson } from "./person-phrase.js";
import { EMPTY_PHRASE, type Phrase } from "./phrase.js";
import type { Scan } from "./scan.js";

/**
 * Finds every phrase of a sentence that may mean an actor. Phrases may nest; the outer comes first, but “the office of
 * [Prime Minister Albanese]” comes behind whose it is.
 */
export function findPhrases(scan: Scan): readonly Phrase[] {
  const phrases: Phrase[] = [];
  for (let at = 0; at < scan.tokens.length; ) {
    const phrase = readPhrase(scan, at);
    if (phrase === null) {
      at++;
      continue;
    }
    phrases.push(phrase, ...inner(scan, phrase), ...ownOffice(scan, phrase), ...officeOf(scan, phrase));
    at = phrase.last + 1;
  }
  return phrases;
}

function readPhrase(scan: Scan, at: number): Phrase | null {
  const token = scan.tokens[at];
  if (token === undefined || token.upos === "PUNCT" || !mayOpen(scan, at, token.lower)) return null;
  if (counted(scan, at)) return null;
  const person = readPerson(scan, at) ?? readOwnedName(scan, at);
  if (person !== null) return person;
  const body = readBody(scan, at);
  const group = body === null ? (readParties(scan, at) ?? readGroup(scan, at)) : null;
  const called = body ?? group;
  return (
    (called === null ? null : withName(scan, called)) ??
    called ??
    readBridge(scan, at) ??
    readUnknownBody(scan, at) ??
    readCompatriot(scan, at) ??
    readCountry(scan, at) ??
    readSingle(scan, at)
  );
}

/** “a two-[state] solution”, “the six-[party] talks”, “4 [pm]”: a measure, nobody. */
function counted(scan: Scan, at: number): boolean {
  if (/^[ap]m$/.test(scan.lower(at)) && scan.tokens[at - 1]?.upos === "NUM") return true;
  if (!/^[-‐‑]$/.test(scan.lower(at - 1)) || !scan.joined(at - 2) || !scan.joined(at - 1)) return false;
  return /^(?:one|two|three|four|five|six|seven|eight|nine|ten|single|multi|\d+)$/.test(scan.lower(at - 2));
}

/** A quick look: most words open no phrase, so that the readers need not be asked. */
function mayOpen(scan: Scan, at: number, lower: string): boolean {
  if (
    scan.item(at) !== undefined ||
    scan.capital(at) ||
    scan.lexicon.words("pronoun").has(lower) ||
    scan.lexicon.words("parties").has(lower)
  )
    return true;
  const { next, any, det } = readModifiers(scan, at);
  return any || det !== null || next > at;
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
  if (found.form === "adjective" && scan.lexicon.words("side").has(side))
    return { ...base, last: found.last + 1, head: found.last + 1, kind: "country" };
  const of = found.form !== "adjective";
  return of
    ? {
        ...base,
        last: found.last,
        head: found.last,
        kind: isPlaceHere(scan, at, start, found.last) ? "place" : "country",
      }
    : null;
}

/** “in Paris”, “the Paris Agreement”: a city where something was, no government. */
function isPlaceHere(scan: Scan, at: number, start: number, last: number): boolean {
  return scan.entry(start, "place") !== null && (located(scan, at) || accordFollows(scan, last + 1));
}

function readSingle(scan: Scan, at: number): Phrase | null {
  const place = scan.entry(at, "place");
  const base = { ...EMPTY_PHRASE, sentence: scan.sentence.index, first: at };
  if (place !== null)
    return { ...base, last: place.item.last, head: place.item.last, kind: "place", entry: place.entry };
  const token = scan.tokens[at];
  if (token === undefined) return null;
  // “the office”, “his office said”
  const follows = scan.tokens[at + 2]?.upos ?? "PUNCT";
  const owned = /^(?:his|her)$/.test(token.lower) && follows === "VERB";
  if (scan.lower(at + 1) === "office" && (owned || (token.lower === "the" && /^(?:VERB|AUX|PUNCT)$/.test(follows))))
    return {
      ...base,
      last: at + 1,
      head: at + 1,
      kind: "body",
      det: token.lower,
      entry: { kind: "pattern", name: "office", sector: "GOV", office: null },
    };
  const own = ownCountryAt(scan, at);
  if (own !== null) return { ...base, last: own, head: own, kind: "country", det: token.lower };
  if (scan.lexicon.words("pronoun").has(token.lower) && (token.text !== "US" || token.upos === "PRON"))
    return { ...base, last: at, head: at, kind: "pronoun" };
  // A name alone is somebody only where the article or the tables know the bearer; that is decided later.
  if (
    /^(?:PROPN|NOUN|VERB|AUX|ADJ|X)$/.test(token.upos) &&
    scan.capital(at) &&
    token.text.length > 1 &&
    (!isCalendar(scan, token.lower) || actsBy(scan, at))
  ) {
    const last = shortEnd(scan, at);
    return { ...base, last, head: last, kind: "person", name: [at, last] };
  }
  return null;
}

/** Where “his country”, “her own nation” ends; `null` for anything else. */
function ownCountryAt(scan: Scan, at: number): number | null {
  if (!/^(?:his|her|its)$/.test(scan.lower(at))) return null;
  const noun = scan.lower(at + 1) === "own" ? at + 2 : at + 1;
  const closed = !/^(?:NOUN|PROPN)$/.test(scan.tokens[noun + 1]?.upos ?? "");
  return closed && /^(?:country|nation|homeland)$/.test(scan.lower(noun)) ? noun : null;
}

/** The longest short form of the tables at a token: “al-Sisi”, “von der Leyen”, “Putin”. */
function shortEnd(scan: Scan, at: number): number {
  const hyphened = /^[-‐‑]$/.test(scan.lower(at + 1)) && scan.joined(at) && scan.joined(at + 1) && scan.capital(at + 2);
  return hyphened && !twoFamilies(scan, at + 1) ? at + 2 : at;
}

function located(scan: Scan, at: number): boolean {
  return ["in", "at", "near", "outside", "around", "from", "to"].includes(scan.lower(at - 1));
}

const OFFICES = /^(?:office|cabinet|administration)$/;

/** “Albanese's office”: a body by the person whose it is. */
function ownOffice(scan: Scan, owner: Phrase): readonly Phrase[] {
  const noun = owner.last + 2;
  if (!/^['’]s?$/.test(scan.lower(owner.last + 1))) return [];
  return officeAt(scan, owner, [owner.first, noun], noun);
}

/** “the office of Prime Minister Albanese”: the same, read after the person so that he is known. */
function officeOf(scan: Scan, owner: Phrase): readonly Phrase[] {
  const noun = owner.first - 2;
  if (owner.name === null || scan.lower(noun + 1) !== "of" || scan.lower(noun - 1) !== "the") return [];
  return officeAt(scan, owner, [noun - 1, owner.last], noun);
}

function officeAt(scan: Scan, { kind, sentence }: Phrase, [first, last]: TokenRange, noun: number): readonly Phrase[] {
  if (kind !== "person" || !OFFICES.test(scan.lower(noun))) return [];
  const entry = { kind: "pattern", name: scan.lower(noun), sector: "GOV", office: null } as const;
  return [{ ...EMPTY_PHRASE, sentence, first, last, head: noun, kind: "body", det: "'s", entry }];
}

/** Countries and persons named inside a longer phrase: “the leader of [Tajikistan]”, “the press service of [the head of state]”. */
function inner(scan: Scan, outer: Phrase): readonly Phrase[] {
  const found: Phrase[] = [];
  if (isCompatriot(outer)) return found;
  if ((outer.kind === "country" && outer.countries.length > 0) || outer.kind === "place" || outer.kind === "pronoun")
    return found;
  const possessive = scan.lower(outer.first);
  if (scan.lexicon.words("pronoun").has(possessive) && outer.det === possessive)
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
