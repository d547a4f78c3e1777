import type { Country } from "./lexicon.js";
import { readModifiers } from "./modifiers.js";
import { readName } from "./names.js";
import { bodyInTitle, readOf, readPortfolio, type Tail } from "./of-phrase.js";
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
  const titles = readTitles(scan, before.next, before.det === "the");
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

/**
 * “Ambassador Ada Holm to Peru”; but “thanked President Boric for Chile's help”: only a mission goes somewhere; and “assured
 * President Boric of Peru's support”: what is Peru's is not where he is from.
 */
function tailOf(scan: Scan, at: number, title: string): Tail | null {
  const word = scan.lower(at);
  const tail = word === "of" || word === "at" || isMission(word, title) ? readOf(scan, at) : null;
  return tail !== null && /^['’]s?$/.test(scan.lower(tail.last + 1)) ? null : tail;
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

/** Titles that take a subject after “on” or a seat after “at”. */
const PORTFOLIO = /(?:representative|envoy|advis[eo]r|coordinator|rapporteur|director|head|chief|secretary|counsel)/;

/** “Special Envoy for Yemen”, “Ambassador to Japan”: where somebody is sent, not who sent him. */
function isMission(word: string, title: string): boolean {
  return (word === "for" || word === "to") && MISSIONS.test(title);
}

const MISSIONS = /(?:envoy|emissary|representative|ambassador|coordinator|rapporteur)/;

/** One or more titles in a row, with what their of-phrases name. */
function readTitles(scan: Scan, at: number, definite: boolean): Titles | null {
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
  for (let next: number | null = at; next !== null; next = nextTitle(scan, read.last + 1, definite)) {
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
  const [style, ...own] = read.titles;
  if (own.length > 0 && style?.use === "honorific" && /^(?:his|her|their) /.test(style.phrase))
    read.titles = [...own, style];
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
    if (tail === null || sentTo(scan, read, tail)) return;
    if (isMission(scan.lower(read.last + 1), read.titles.at(-1)?.phrase ?? "")) read.post ??= tail.countries[0] ?? null;
    else read.countries.push(...tail.countries);
    // “Head of Cabinet to the President of the European Commission”: the body that has a code says whose office it is.
    if (read.of === null || read.of.code === null) read.of = tail.of ?? read.of;
    read.last = tail.last;
  }
}

/** “telegrams of the head of state to Bratislava”: where something goes, not whose he is. */
function sentTo(scan: Scan, { last, titles }: Titles, { of, countries }: Tail): boolean {
  const leads = /^head-of-(?:state|government)$/.test(titles.at(-1)?.office ?? "");
  return leads && scan.lower(last + 1) === "to" && of === null && countries.length > 0;
}

/** “… of the Secretary-General (SRSG)”: the short form in brackets of what stands before it. */
function isAbbreviation(scan: Scan, at: number): boolean {
  return (
    scan.lower(at) === "(" &&
    scan.lower(at + 2) === ")" &&
    /^\p{Lu}[\p{Lu}-]{1,7}$/u.test(scan.tokens[at + 1]?.text ?? "")
  );
}

/**
 * Where the next of several titles begins: after “and”, “,”, “/” or “-”, or at once; `null` when none follows. “The
 * Secretary and the Foreign Minister” are two.
 */
function nextTitle(scan: Scan, at: number, definite: boolean): number | null {
  const direct = scan.entry(at, "title");
  if (direct !== null) return scan.capital(at) || direct.entry.use === "honorific" ? at : null;
  const word = scan.lower(at);
  const styled = word === "the" ? scan.entry(at + 1, "title") : null; // “His Highness [the Amir]”
  if (styled !== null && isStyle(scan, at - 1)) return styled.entry.use === "title" ? at + 1 : null;
  let next = at;
  if (word === "," || word === "/" || word === "-" || word === "–") next++;
  if (scan.lower(next) === "and" || scan.lower(next) === "&") next++;
  if (next === at || (definite && scan.lower(next - 1) !== "," && scan.lower(next) === "the")) return null;
  while (["his", "her", "the"].includes(scan.lower(next)) && word !== ",") next++;
  const found = scan.entry(next, "title");
  return found !== null && scan.capital(next) && !found.entry.plural && found.entry.use !== "role" ? next : null;
}

/** Whether “His Highness” or the like ends at a token: a style, behind which a title stands with “the”. */
function isStyle(scan: Scan, at: number): boolean {
  const found = /^(?:his|her|their)$/.test(scan.lower(at - 1)) ? scan.entry(at - 1, "title") : null;
  return found?.item.last === at && found.entry.use === "honorific";
}

function nameAfter(scan: Scan, titles: Titles, det: string | null): ReturnType<typeof readName> {
  const at = titles.last + 1;
  const direct = readName(scan, at, scan.capital(titles.head) || det !== "a");
  if (direct !== null) return direct;
  return null;
}
