import type { Country } from "./lexicon.js";
import { countryAt, unlistedBody } from "./modifiers.js";
import type { BodyEntry } from "./phrase.js";
import type { Scan } from "./scan.js";

/** What a phrase after a title or a name says: of what country or body. */
export interface Tail {
  readonly last: number;
  readonly countries: readonly Country[];
  readonly of: BodyEntry | null;
}

/** “of [the] COUNTRY [and COUNTRY]”, “of [the] BODY”. */
export function readOf(scan: Scan, at: number): Tail | null {
  const word = scan.lower(at);
  if (word !== "of" && word !== "for" && word !== "to" && word !== "at") return null;
  const start = scan.lower(at + 1) === "the" ? at + 2 : at + 1;
  if (word === "at" && isOccasion(scan, start)) return null;
  const first = countryAt(scan, start);
  if (first !== null && /^['’]s?$/.test(scan.lower(first.last + 1))) {
    // “of Japan's National Security Secretariat”
    const body = readPortfolio(scan, at, first.last + 2);
    return { last: body?.last ?? first.last, countries: [first.country], of: null };
  }
  if (word !== "at" && first !== null && first.form !== "adjective" && first.form !== "people") {
    const more = countriesListed(scan, first.last);
    return { last: more.last, countries: [first.country, ...more.countries], of: null };
  }
  const adjective = first !== null && first.form === "adjective" ? first : null;
  const head = adjective === null ? start : adjective.last + 1;
  const body = scan.entry(head, "body") ?? scan.entry(start, "organisation");
  if (body !== null) return { last: body.item.last, countries: [], of: body.entry };
  if (word === "at" && adjective === null && scan.entry(head, "pattern") === null) return null;
  const own = adjective === null ? [] : [adjective.country];
  const holder = ofHolder(scan, at, head, own);
  if (holder !== undefined) return holder;
  return ofPattern(scan, head, own) ?? ofUnlisted(scan, head, own);
}

/** “[spokesman] for the Namibian president”: the country and body of whoever holds a title; `undefined` where no title stands. */
function ofHolder(scan: Scan, at: number, head: number, own: readonly Country[]): Tail | null | undefined {
  const inner = scan.entry(head, "title");
  if (inner === null || inner.entry.plural) return undefined;
  const { last } = inner.item;
  const tail = readOf(scan, last + 1);
  // “a spokesman for Namibian President X”: the name is the president's; “aide to the President X”: the aide's.
  const isTheirs = scan.lower(at) !== "at" && scan.lower(at + 1) !== "the";
  if (isTheirs && isNameAt(scan, (tail?.last ?? last) + 1)) return null;
  const theirs = tail === null || scan.lower(last + 1) === "for" ? [] : tail.countries;
  return {
    last: tail?.last ?? last,
    countries: [...own, ...theirs],
    of: tail?.of ?? bodyInTitle(scan, inner.entry.phrase),
  };
}

/** “of the Polish army”, “of the government's delegation”: a body of some kind. */
function ofPattern(scan: Scan, head: number, own: readonly Country[]): Tail | null {
  const pattern = scan.entry(head, "pattern");
  if (pattern === null) return null;
  const after = pattern.item.last + 1;
  const owned = /^['’]s?$/.test(scan.lower(after)) ? scan.entry(after + 1, "pattern") : null;
  const { name, sector } = pattern.entry;
  return {
    last: owned?.item.last ?? pattern.item.last,
    countries: own,
    of: { kind: "body", name, code: own[0]?.code ?? null, sector, office: null },
  };
}

/** “Head of the Polish National Security Bureau”: a body no table lists, of a country named before it. */
function ofUnlisted(scan: Scan, head: number, own: readonly Country[]): Tail | null {
  const last = own.length === 0 ? null : unlistedBody(scan, head);
  return last === null ? null : { last, countries: own, of: null };
}

/** Whether a personal name may begin at a token. */
function isNameAt(scan: Scan, at: number): boolean {
  if (!scan.capital(at) || scan.tokens[at]?.upos !== "PROPN") return false;
  const item = scan.item(at);
  return item === undefined || item.entries.some((e) => e.kind === "person");
}

/** The body that a listed title has in its own words: “president of the European Commission”, “UN secretary-general”. */
export function bodyInTitle(scan: Scan, phrase: string): BodyEntry | null {
  const [before = "", after] = phrase.replace(/\./g, "").split(" of the ");
  const words = before.split(" ");
  for (const name of [after, ...words.map((_, i) => words.slice(0, words.length - 1 - i).join(" "))]) {
    const found = name === undefined || name === "" ? [] : scan.lexicon.names.lookup(name);
    for (const entry of found) if (entry.kind === "organisation" || entry.kind === "body") return entry;
  }
  return null;
}

/** “at the German side's initiative”, “at the president's request”: how it came about, nobody's seat. */
function isOccasion(scan: Scan, start: number): boolean {
  for (let i = start; i < start + 5; i++)
    if (/^(?:initiative|invitation|request|suggestion)$/.test(scan.lower(i))) return true;
  return false;
}

const MOST_LISTED = 6; // countries after the first

/**
 * “of Brazil[, Chile and Argentina]”: countries listed after one that ends at a token, and where the last ends. A list has
 * “and” before its last: “After talks with officials from Iran, Russia said …” lists none.
 */
export function countriesListed(
  scan: Scan,
  after: number,
): { readonly countries: readonly Country[]; readonly last: number } {
  const countries: Country[] = [];
  let last = after;
  while (countries.length < MOST_LISTED) {
    const next = nextInList(scan, last + 1);
    const more = next === null ? null : countryAt(scan, next.at);
    if (next === null || more === null || more.form !== "name" || /^['’]s?$/.test(scan.lower(more.last + 1))) break;
    countries.push(more.country);
    last = more.last;
    if (next.closes) return { countries, last };
  }
  // “the Prime Ministers of Britain, Poland and the President of Turkey”: another office-holder is the list's last.
  const behind = countries.length === 0 ? null : nextInList(scan, last + 1);
  if (behind?.closes === true && scan.entry(behind.at, "title") !== null) return { countries, last };
  return { countries: [], last: after };
}

/** Where the next member of a list begins, and whether it is the last: the one behind “and”. */
function nextInList(scan: Scan, at: number): { readonly at: number; readonly closes: boolean } | null {
  const comma = scan.lower(at) === "," ? 1 : 0;
  const closes = scan.lower(at + comma) === "and";
  const next = at + comma + (closes ? 1 : 0);
  if (next === at) return null;
  return { at: scan.lower(next) === "the" ? next + 1 : next, closes };
}

/** “of/for Capitalised Words”: a portfolio nobody's table lists. Stops where a person's name begins. */
export function readPortfolio(
  scan: Scan,
  at: number,
  from = scan.lower(at + 1) === "the" ? at + 2 : at + 1,
): Tail | null {
  const word = scan.lower(at);
  if (word !== "of" && word !== "for" && word !== "on" && word !== "at") return null;
  let next = from;
  const begin = next;
  for (; next < scan.tokens.length && next - begin < 9; next++) {
    const joins =
      (scan.lower(next) === "and" || scan.lower(next) === "," || scan.lower(next) === "&") &&
      scan.capital(next + 1) &&
      next > begin;
    if (joins) continue;
    if (
      !scan.capital(next) ||
      scan.entry(next, "person") !== null ||
      scan.entry(next, "country") !== null ||
      scan.entry(next, "title") !== null
    )
      break;
    if (
      next > begin &&
      scan.lexicon.givenNames.has(scan.lower(next)) &&
      scan.capital(next + 1) &&
      !scan.lexicon.words("organisation-noun").has(scan.lower(next + 1))
    )
      break;
  }
  const joined = scan.lower(next - 1) === "and" || scan.lower(next - 1) === ",";
  const last = joined ? next - 2 : next - 1;
  return last < begin ? null : { last, countries: [], of: null };
}
