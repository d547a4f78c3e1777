import type { Country } from "./lexicon.js";
import type { BodyEntry } from "./phrase.js";
import type { Scan } from "./scan.js";

/** What stands before a title, a body or a collective noun. */
export interface Modifiers {
  /** First token after them. */
  readonly next: number;
  readonly det: string | null;
  readonly countries: readonly Country[];
  readonly of: BodyEntry | null;
  readonly former: boolean;
  readonly deputy: boolean;
  readonly count: number | null;
  /** Whether anything but a determiner was read. */
  readonly any: boolean;
}

const DETERMINERS: ReadonlySet<string> = new Set([
  "the",
  "a",
  "an",
  "this",
  "that",
  "these",
  "those",
  "any",
  "some",
  "all",
  "every",
  "each",
  "many",
  "several",
]);
const POSSESSIVES: ReadonlySet<string> = new Set(["his", "her", "their", "its", "our", "my", "your"]);
const COUNTS: ReadonlyMap<string, number> = new Map([
  ["two", 2],
  ["both", 2],
  ["three", 3],
  ["four", 4],
  ["five", 5],
  ["six", 6],
  ["seven", 7],
  ["2", 2],
  ["3", 3],
]);

interface Reading {
  next: number;
  det: string | null;
  countries: Country[];
  of: BodyEntry | null;
  former: boolean;
  deputy: boolean;
  count: number | null;
  any: boolean;
}

const memo = new WeakMap<Scan, (Modifiers | undefined)[]>(); // results are pure; every reader of a phrase asks for the same ones

/** Reads determiners, countries, bodies and adjectives from token `at` on. */
export function readModifiers(scan: Scan, at: number): Modifiers {
  let known = memo.get(scan);
  if (known === undefined) {
    known = [];
    memo.set(scan, known);
  }
  const found = known[at];
  if (found !== undefined) return found;
  const made = read(scan, at);
  known[at] = made;
  return made;
}

function read(scan: Scan, at: number): Modifiers {
  const reading: Reading = {
    next: at,
    det: null,
    countries: [],
    of: null,
    former: false,
    deputy: false,
    count: null,
    any: false,
  };
  const word = scan.lower(at);
  if (word === "both" && scan.lower(at + 1) === "the") {
    reading.count = 2;
    reading.next = at + 1;
  }
  const det = scan.lower(reading.next);
  // “His Majesty” is a title, its “his” nobody's.
  const honorific = POSSESSIVES.has(det) && scan.entry(reading.next, "title") !== null;
  // “a report that President X …”: a conjunction determines nobody.
  const conjunction = det === "that" && scan.tokens[reading.next]?.upos === "SCONJ";
  if (!honorific && !conjunction && (DETERMINERS.has(det) || POSSESSIVES.has(det))) {
    reading.det = det;
    reading.next++;
  }
  for (let steps = 0; steps < 8 && readOne(scan, reading); steps++) reading.any = true;
  return reading;
}

function readOne(scan: Scan, reading: Reading): boolean {
  const at = reading.next;
  const word = scan.lower(at);
  const count = COUNTS.get(word);
  if (count !== undefined && reading.count === null && scan.item(at) === undefined) {
    reading.count = count;
    reading.next++;
    return true;
  }
  if (isRegional(scan, at + 1)) {
    reading.next += 2;
    return true;
  }
  const item = scan.item(at);
  const country = countryAt(scan, at);
  if (country !== null) return takeCountry(scan, reading, country.last, country.country, country.form);
  if (item !== undefined && takeBody(scan, reading)) return true;
  if (takeUnlisted(scan, reading)) return true;
  if (item !== undefined && !ranks(scan, at)) return false;
  if (scan.lexicon.words("former").has(word)) reading.former = true;
  else if (
    scan.lexicon.words("rank").has(word) &&
    (word !== "under" || /^(?:secretary|[-‐‑])/.test(scan.lower(at + 1)))
  )
    reading.deputy = true;
  else if ((reading.countries.length > 0 || reading.of !== null) && describes(scan, at)) {
    reading.next++;
    return true;
  } else if (!scan.lexicon.words("modifier").has(word) && !(scan.tokens[at]?.upos === "ADJ" && !scan.capital(at)))
    return false;
  reading.next++;
  if (/^[-‐‑]$/.test(scan.lower(reading.next)) && scan.joined(at) && scan.item(reading.next + 1) !== undefined)
    reading.next++;
  return true;
}

/** “[Deputy] Attorney General”, “[incumbent] president”: a title of its own that before another only says which. */
function ranks(scan: Scan, at: number): boolean {
  if (scan.item(at)?.last !== at || scan.entry(at + 1, "title") === null) return false;
  const word = scan.lower(at);
  return scan.lexicon.words("rank").has(word) || scan.lexicon.words("modifier").has(word);
}

/** “Central [American]”, “East [African]”: the second word of a region, no country's adjective. */
function isRegional(scan: Scan, at: number): boolean {
  return scan.is(at, "continental") && scan.is(at - 1, "compass") && scan.item(at - 1)?.last !== at;
}

/** A country named at a token, with the capital that stands for its government. */
export function countryAt(
  scan: Scan,
  at: number,
): { readonly country: Country; readonly last: number; readonly form: string } | null {
  const found = scan.entry(at, "country");
  if (found === null || isRegional(scan, at)) return null;
  return {
    country: { code: found.entry.code, pre: found.entry.pre, name: found.entry.name, wikidata: found.entry.wikidata },
    last: found.item.last,
    form: found.entry.form,
  };
}

/** The country that a place named at a token lies in, or the country named there. */
export function countryOfPlace(scan: Scan, at: number): { readonly country: Country; readonly last: number } | null {
  const place = scan.entry(at, "place");
  if (place !== null) {
    const country = place.entry.code === null ? undefined : scan.lexicon.countries.get(place.entry.code);
    return country === undefined ? null : { country, last: place.item.last };
  }
  const country = countryAt(scan, at);
  return country === null ? null : { country: country.country, last: country.last };
}

/** “Russian”, “Russia's”, “U.S.” before something else; not “Russian-Tajik”, which is a relation, nobody's attribute. */
function takeCountry(scan: Scan, reading: Reading, last: number, country: Country, form: string): boolean {
  const abbreviated = scan.lower(last + 1) === "(" && scan.lower(last + 3) === ")";
  const end = abbreviated ? last + 3 : last;
  const next = scan.lower(end + 1);
  if (/^[-‐‑–]$/.test(next) && scan.joined(last) && scan.entry(last + 2, "country") !== null) return false;
  const possessive = next === "'s" || next === "'" || next === "’s" || next === "’";
  // “On Sudan both men compared notes”: a bare name before a determiner is no attribute of what follows.
  if (form !== "adjective" && !possessive && (COUNTS.has(next) || DETERMINERS.has(next))) return false;
  reading.countries.push(country);
  reading.next = possessive ? end + 2 : end + 1;
  // “the Afghan and Tajik presidents”, “Chinese, Indonesian foreign ministers”
  const attribute = form === "adjective" || /^\p{Lu}{2}/u.test((scan.tokens[end]?.text ?? "").replaceAll(".", ""));
  // “In Moscow, [Turkish and Syrian ministers] met”: a place before a comma is none of theirs
  const joint = attribute ? /^(?:and|,)$/ : /^and$/;
  const joined = joint.test(scan.lower(reading.next)) ? countryAt(scan, reading.next + 1) : null;
  if (
    joined !== null &&
    joined.form === "adjective" &&
    (opensNoun(scan, joined.last + 1) || goesOn(scan, joined.last + 1))
  )
    reading.next++;
  return true;
}

/** “British, [French and German] counterparts”: two more of a list before what they all are. */
function goesOn(scan: Scan, at: number): boolean {
  const comma = scan.lower(at) === "," && scan.lower(at + 1) === "and" ? 2 : 1;
  if (!/^(?:and|,)$/.test(scan.lower(at))) return false;
  const next = countryAt(scan, at + comma);
  return next !== null && next.form === "adjective" && opensNoun(scan, next.last + 1);
}

function takeBody(scan: Scan, reading: Reading): boolean {
  const found = scan.entry(reading.next, "body") ?? scan.entry(reading.next, "organisation");
  if (found === null) return takePattern(scan, reading);
  const after = overAbbreviation(scan, found.item.last + 1);
  const next = ["'s", "'", "’s", "’"].includes(scan.lower(after)) ? after + 1 : after;
  const ofGroup = next === after && scan.entry(next, "group") !== null && !scan.capital(next);
  if (!ofGroup && !opensNoun(scan, next)) return false;
  reading.of = found.entry;
  reading.next = next;
  return true;
}

/** “Kurdistan Workers' Party [(PKK)] militants”: behind an abbreviation in brackets, where a noun goes on. */
function overAbbreviation(scan: Scan, at: number): number {
  if (scan.lower(at) !== "(" || scan.lower(at + 2) !== ")" || scan.capital(at + 3)) return at;
  const isShort = /^\p{Lu}[\p{Lu}\p{N}.-]{1,9}$/u.test(scan.tokens[at + 1]?.text ?? "");
  return isShort && scan.tokens[at + 3]?.upos === "NOUN" ? at + 3 : at;
}

/** “MFA Secretary General”, “Foreign Ministry spokesman”, “presidency's press office”: a common body before a title or a body of its own. */
function takePattern(scan: Scan, reading: Reading): boolean {
  const found = scan.entry(reading.next, "pattern");
  if (found === null) return false;
  const after = found.item.last + 1;
  const owned = ["'s", "'", "’s", "’"].includes(scan.lower(after));
  if (scan.entry(owned ? after + 1 : after, owned ? "pattern" : "title") === null) return false;
  const { name, sector } = found.entry;
  if (!owned) reading.of ??= { kind: "body", name, code: null, sector, office: null };
  reading.next = owned ? after + 1 : after;
  return true;
}

/** “Japanese National Security Secretariat Secretary General”: after a country, a body no table lists before a title. */
function takeUnlisted(scan: Scan, reading: Reading): boolean {
  if (reading.countries.length === 0 || reading.of !== null) return false;
  const last = unlistedBody(scan, reading.next);
  if (last === null || !scan.capital(last + 1) || scan.entry(last + 1, "title") === null) return false;
  reading.next = last + 1;
  return true;
}

/** Last token of a run of two to eight capitalised words that ends in a noun of bodies; `null` for none. */
export function unlistedBody(scan: Scan, at: number): number | null {
  for (let i = at; i < at + 8 && (scan.capital(i) || (i > at && /^(?:and|of|for|&)$/.test(scan.lower(i)))); i++)
    if (i > at && scan.lexicon.words("body-noun").has(scan.lower(i))) return i;
  return null;
}

const WIDEST = 3; // nouns before a title: “human rights expert”

/** Whether a noun only says in what somebody holds a title: “Argentina's [finance] chief”, “Ukrainian [drone] forces”. */
function describes(scan: Scan, at: number): boolean {
  for (let i = at; i < at + WIDEST; i++) {
    const token = scan.tokens[i];
    if (token === undefined || scan.capital(i) || scan.item(i) !== undefined) return false;
    if (!/^(?:NOUN|ADJ)$/.test(token.upos)) return false;
    const opens = scan.entry(i + 1, "title") ?? scan.entry(i + 1, "group");
    if (opens !== null && scan.tokens[i + 1]?.upos === "NOUN") return token.upos === "NOUN";
  }
  return false;
}

/** Whether a title, a body pattern or a rank word stands here, so that what precedes is its attribute. */
function opensNoun(scan: Scan, at: number): boolean {
  const word = scan.lower(at);
  if (scan.entry(at, "title") !== null || scan.entry(at, "pattern") !== null) return true;
  if (describes(scan, at)) return true;
  return (
    (scan.lexicon.words("rank").has(word) || scan.lexicon.words("modifier").has(word)) &&
    (scan.entry(at + 1, "title") !== null || scan.entry(at + 2, "title") !== null)
  );
}
