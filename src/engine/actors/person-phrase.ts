import type { Country } from "./lexicon.js";
import { countryAt, readModifiers, unlistedBody } from "./modifiers.js";
import { readName } from "./names.js";
import { type BodyEntry, EMPTY_PHRASE, type Phrase, type TitleEntry } from "./phrase.js";
import type { Scan } from "./scan.js";

interface Titles {
  titles: TitleEntry[];
  countries: Country[];
  of: BodyEntry | null;
  post: Country | null;
  head: number;
  /** Last token read so far. */
  last: number;
  elect: boolean;
  former: boolean;
  deputy: boolean;
}

/**
 * Reads a phrase for one person, or for several by a plural title, at token `at`: “the Russian president”,
 * “President of the Republic of Tajikistan Emomali Rahmon”, “Ignazio Cassis”, “the heads of state”.
 */
export function readPerson(scan: Scan, at: number): Phrase | null {
  const before = readModifiers(scan, at);
  const titles = readTitles(scan, before.next);
  if (titles === null)
    return (before.any || before.det !== null) && !isGivenName(scan, at) ? null : readBareName(scan, at);
  const plural = titles.titles.some((t) => t.plural);
  const honorific = titles.titles.every((t) => t.use === "honorific");
  const name = plural ? null : nameAfter(scan, titles, before.det);
  if (honorific && name === null) return null;
  const last = name?.last ?? titles.last;
  const tail = name === null ? null : tailOf(scan, last + 1, titles.titles.at(-1)?.phrase ?? "");
  const countries = [...before.countries, ...titles.countries, ...(tail?.countries ?? [])];
  return {
    ...EMPTY_PHRASE,
    sentence: scan.sentence.index,
    first: at,
    last: tail?.last ?? last,
    head: name?.last ?? titles.head,
    kind: plural ? "people" : "person",
    det: before.det,
    countries,
    of: titles.of ?? before.of ?? tail?.of ?? null,
    titles: titles.titles,
    post: titles.post,
    former: before.former || titles.former,
    elect: titles.elect,
    deputy: before.deputy || titles.deputy,
    persons: name?.persons ?? [],
    name: name === null ? null : [name.first, name.last],
    count: before.count,
  };
}

/** “Jordan Lee”: a country's name that is a given name too, before a word that is a personal name. */
function isGivenName(scan: Scan, at: number): boolean {
  const { givenNames, byShort } = scan.lexicon;
  if (!givenNames.has(scan.lower(at)) || scan.entry(at, "country") === null || !scan.capital(at + 1)) return false;
  const next = scan.lower(at + 1);
  const { tree } = scan.sentence;
  const flat = tree.heads[at + 1] === at && tree.relation(at + 1) === "flat" && scan.item(at + 1) === undefined;
  return flat || byShort.has(next) || (givenNames.has(next) && scan.item(at + 1) === undefined);
}

/** “Ambassador Ada Holm to Peru”; but “thanked President Boric for Chile's help”: only a mission goes somewhere. */
function tailOf(scan: Scan, at: number, title: string): Tail | null {
  const word = scan.lower(at);
  return word === "of" || word === "at" || isMission(word, title) ? readOf(scan, at) : null;
}

function readBareName(scan: Scan, at: number): Phrase | null {
  const name = readName(scan, at, false);
  if (name === null) return null;
  const tail = tailOf(scan, name.last + 1, "");
  return {
    ...EMPTY_PHRASE,
    sentence: scan.sentence.index,
    first: at,
    last: tail?.last ?? name.last,
    head: name.last,
    kind: "person",
    persons: name.persons,
    name: [name.first, name.last],
    countries: tail?.countries ?? [],
    of: tail?.of ?? null,
  };
}

/** One or more titles in a row, with what their of-phrases name. */
function readTitles(scan: Scan, at: number): Titles | null {
  const first = scan.entry(at, "title");
  if (first === null) return null;
  const read: Titles = {
    titles: [],
    countries: [],
    of: null,
    post: null,
    head: at,
    last: at,
    elect: false,
    former: false,
    deputy: false,
  };
  for (let next: number | null = at; next !== null; next = nextTitle(scan, read.last + 1)) {
    const found = scan.entry(next, "title");
    if (found === null) break;
    const { item, entry } = found;
    if (read.titles.length === 0) read.head = / (?:of|for|to) /.test(entry.phrase) ? item.first : item.last;
    read.titles.push(entry);
    read.last = item.last;
    read.of ??= bodyInTitle(scan, entry.phrase);
    read.former ||= scan.lower(item.first).startsWith("ex-");
    readElect(scan, read);
    readAttachments(scan, read);
  }
  return read;
}

function readElect(scan: Scan, read: Titles): void {
  const hyphen = /^[-‐‑]$/.test(scan.lower(read.last + 1)) ? 1 : 0;
  if (scan.lower(read.last + 1 + hyphen) !== "elect") return;
  read.elect = true;
  read.last += 1 + hyphen;
}

/** “of the Russian Federation”, “for Foreign Affairs”, “of the Federal Department … of the Swiss Confederation”. */
function readAttachments(scan: Scan, read: Titles): void {
  for (let steps = 0; steps < 5; steps++) {
    if (isAbbreviation(scan, read.last + 1)) read.last += 3;
    const open = /^(?:on|at)$/.test(scan.lower(read.last + 1)) && !PORTFOLIO.test(read.titles.at(-1)?.phrase ?? "");
    const tail = readOf(scan, read.last + 1) ?? (open ? null : readPortfolio(scan, read.last + 1));
    if (tail === null) return;
    if (isMission(scan.lower(read.last + 1), read.titles.at(-1)?.phrase ?? "")) read.post ??= tail.countries[0] ?? null;
    else read.countries.push(...tail.countries);
    // “Head of Cabinet to the President of the European Commission”: the body that has a code says whose office it is.
    if (read.of === null || read.of.code === null) read.of = tail.of ?? read.of;
    read.last = tail.last;
  }
}

/** “… of the Secretary-General (SRSG)”: the short form in brackets of what stands before it. */
function isAbbreviation(scan: Scan, at: number): boolean {
  return (
    scan.lower(at) === "(" &&
    scan.lower(at + 2) === ")" &&
    /^\p{Lu}[\p{Lu}-]{1,7}$/u.test(scan.tokens[at + 1]?.text ?? "")
  );
}

/** “Special Envoy for Yemen”, “Ambassador to Japan”: where somebody is sent, not who sent him. */
function isMission(word: string, title: string): boolean {
  return (word === "for" || word === "to") && MISSIONS.test(title);
}

const MISSIONS = /(?:envoy|emissary|representative|ambassador|coordinator|rapporteur)/;

/** Titles that take a subject after “on” or a seat after “at”. */
const PORTFOLIO = /(?:representative|envoy|advis[eo]r|coordinator|rapporteur|director|head|chief|secretary|counsel)/;

interface Tail {
  readonly last: number;
  readonly countries: readonly Country[];
  readonly of: BodyEntry | null;
}

/** “of [the] COUNTRY [and COUNTRY]”, “of [the] BODY”. */
function readOf(scan: Scan, at: number): Tail | null {
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
    const countries = [first.country];
    let last = first.last;
    for (let steps = 0; steps < 6; steps++) {
      const next = nextInList(scan, last + 1);
      const more = next === null ? null : countryAt(scan, next);
      if (more === null || more.form !== "name") break;
      countries.push(more.country);
      last = more.last;
    }
    return { last, countries, of: null };
  }
  const adjective = first !== null && first.form === "adjective" ? first : null;
  const body = scan.entry(adjective === null ? start : adjective.last + 1, "body") ?? scan.entry(start, "organisation");
  if (body !== null) return { last: body.item.last, countries: [], of: body.entry };
  const pattern = scan.entry(adjective === null ? start : adjective.last + 1, "pattern");
  if (word === "at" && body === null && pattern === null && adjective === null) return null;
  const inner = scan.entry(adjective === null ? start : adjective.last + 1, "title");
  if (inner !== null && !inner.entry.plural) {
    const tail = readOf(scan, inner.item.last + 1);
    const own = adjective === null ? [] : [adjective.country];
    if (tail !== null || own.length > 0)
      return {
        last: tail?.last ?? inner.item.last,
        countries: [...own, ...(tail === null || scan.lower(inner.item.last + 1) === "for" ? [] : tail.countries)],
        of: tail?.of ?? bodyInTitle(scan, inner.entry.phrase),
      };
    return { last: inner.item.last, countries: [], of: bodyInTitle(scan, inner.entry.phrase) };
  }
  if (pattern !== null)
    return {
      last: pattern.item.last,
      countries: adjective === null ? [] : [adjective.country],
      of: {
        kind: "body",
        name: pattern.entry.name,
        code: adjective?.country.code ?? null,
        sector: pattern.entry.sector,
        office: null,
      },
    };
  // “Head of the Polish National Security Bureau”: a body no table lists, of a country named before it.
  const unlisted = adjective === null ? null : unlistedBody(scan, adjective.last + 1);
  return unlisted === null || adjective === null ? null : { last: unlisted, countries: [adjective.country], of: null };
}

/** The body that a listed title has in its own words: “president of the European Commission”, “UN secretary-general”. */
function bodyInTitle(scan: Scan, phrase: string): BodyEntry | null {
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

function nextInList(scan: Scan, at: number): number | null {
  let next = at;
  if (scan.lower(next) === ",") next++;
  if (scan.lower(next) === "and") next++;
  if (next === at) return null;
  return scan.lower(next) === "the" ? next + 1 : next;
}

/** “of/for Capitalised Words”: a portfolio nobody's table lists. Stops where a person's name begins. */
function readPortfolio(scan: Scan, at: number, from = scan.lower(at + 1) === "the" ? at + 2 : at + 1): Tail | null {
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

/** Where the next of several titles begins: after “and”, “,”, “/” or “-”, or at once; `null` when none follows. */
function nextTitle(scan: Scan, at: number): number | null {
  const direct = scan.entry(at, "title");
  if (direct !== null) return scan.capital(at) || direct.entry.use === "honorific" ? at : null;
  const word = scan.lower(at);
  let next = at;
  if (word === "," || word === "/" || word === "-" || word === "–") next++;
  if (scan.lower(next) === "and" || scan.lower(next) === "&") next++;
  if (next === at) return null;
  while (["his", "her", "the"].includes(scan.lower(next)) && word !== ",") next++;
  const found = scan.entry(next, "title");
  return found !== null && scan.capital(next) && !found.entry.plural && found.entry.use !== "role" ? next : null;
}

function nameAfter(scan: Scan, titles: Titles, det: string | null): ReturnType<typeof readName> {
  const at = titles.last + 1;
  const direct = readName(scan, at, scan.capital(titles.head) || det !== "a");
  if (direct !== null) return direct;
  return null;
}
