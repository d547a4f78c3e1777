import { isRelation } from "../language/tree.js";
import { bridgeAt } from "./bridge.js";
import type { Country } from "./lexicon.js";
import { countryAt, countryOfPlace, type Modifiers, readModifiers } from "./modifiers.js";
import { markerOf } from "./noun-phrase.js";
import { countriesListed } from "./of-phrase.js";
import { readPerson } from "./person-phrase.js";
import { type BodyEntry, EMPTY_PHRASE, type Phrase } from "./phrase.js";
import type { Scan } from "./scan.js";

/** “the Kremlin press service”, “Tajikistan's Foreign Ministry”, “the press service of the head of state”, “NATO”. */
export function readBody(scan: Scan, at: number): Phrase | null {
  const before = readModifiers(scan, at);
  if (scan.item(before.next) === undefined) return null;
  const pattern = patternAt(scan, before.next);
  if (pattern !== null && (describesThing(scan, before.next) || isSide(scan, before))) return null;
  const base = { ...EMPTY_PHRASE, sentence: scan.sentence.index, first: at, det: before.det };
  if (pattern !== null) return { ...base, ...patternBody(scan, at, before, pattern) };
  const found = scan.entry(before.next, "body") ?? scan.entry(before.next, "organisation");
  if (found !== null && !isAnother(scan, before, found)) {
    const { last } = found.item;
    return { ...base, last, head: last, kind: "body", countries: before.countries, entry: found.entry };
  }
  const agency = scan.entry(before.next, "agency");
  if (agency === null || scan.entry(before.next, "country") !== null || onlyQualifies(scan, agency.item)) return null;
  // “the National Institute of …”: a longer name goes before the newspaper's.
  if ((bodyRun(scan, scan.lower(at) === "the" ? at + 1 : at)?.last ?? -1) > agency.item.last) return null;
  return { ...base, last: agency.item.last, head: agency.item.last, kind: "agency", entry: agency.entry };
}

const patternAt = (scan: Scan, at: number) => scan.entry(at, "pattern");

/** “the armies of Brazil and Argentina”, “the press service of the head of state”: a body of some kind, with whose it is. */
function patternBody(
  scan: Scan,
  at: number,
  before: Modifiers,
  { item: { last }, entry }: NonNullable<ReturnType<typeof patternAt>>,
): Pick<Phrase, "last" | "head" | "kind" | "countries" | "of" | "entry" | "titles" | "count"> {
  const possessed = before.countries.length === 0 && /^['’]s?$/.test(scan.lower(at - 1));
  const isOf = scan.lower(last + 1) === "of";
  const tail = possessed && scan.lower(last + 1) === "in" ? null : seatOf(scan, last); // “[Putin]'s forces in Bucha”
  const owner = tail === null && isOf ? readPerson(scan, last + 2) : null;
  const titled = owner !== null && owner.titles.length > 0 ? owner : null;
  const inside = tail === null && titled === null && isOf;
  const seat = inside ? bodyAt(scan, scan.lower(last + 2) === "the" ? last + 3 : last + 2) : null;
  const more = tail?.form === "name" && scan.tokens[last]?.xpos !== "NN" ? countriesListed(scan, tail.last) : null;
  const named = tail !== null && tail.form !== "adjective" ? tail : null;
  return {
    last: seat?.last ?? titled?.last ?? (named === null ? last : (more?.last ?? named.last)),
    head: last,
    kind: "body",
    countries: [
      ...before.countries,
      ...(named === null ? [] : [named.country]),
      ...(more?.countries ?? []),
      ...(titled?.countries ?? []),
    ],
    of: before.of ?? seat?.body ?? null,
    entry,
    titles: titled?.titles ?? [],
    count: before.count,
  };
}

/** “the Ukrainian party agreed”, as “side” is said in translations: singular, definite, with nothing but its country before it. */
function isSide(scan: Scan, { next, det, countries, count }: Modifiers): boolean {
  if (scan.lower(next) !== "party" || scan.capital(next) || det !== "the" || countries.length !== 1 || count !== null)
    return false;
  const bare = countryAt(scan, next - 1);
  const alone = scan.lower(next - 2) === "the" && bare !== null && bare.form === "adjective";
  return alone && !/^(?:NOUN|PROPN)$/.test(scan.tokens[next + 1]?.upos ?? "") && scan.lower(next + 1) !== "of";
}

/** “the U.S.-Japan [Alliance]”: a noun by which one body is called, said of what other countries have. */
function isAnother(
  scan: Scan,
  { countries, next }: Modifiers,
  { item, entry }: { readonly item: { readonly last: number }; readonly entry: BodyEntry },
): boolean {
  if (countries.length === 0 || item.last !== next || !scan.is(next, "organisation-noun")) return false;
  return countries.every((country) => country.code !== entry.code);
}

/** “threatened military action against Syria”: nobody, but of what kind the action is; and words of other meanings. */
function describesThing(scan: Scan, at: number): boolean {
  const word = scan.lower(at);
  if (scan.lexicon.words("thing").has(`${scan.lower(at - 1)} ${word}`)) return true; // “artificial intelligence”
  if (word === "military" && scan.tokens[at]?.upos === "ADJ") return scan.is(at + 1, "military-thing");
  if (word === "force") return /^(?:into|by|in)$/.test(scan.lower(at - 1)); // “entered into force”
  if (word === "leadership") return isQuality(scan, at);
  if (word === "patrol") return scan.is(at + 1, "vehicle"); // “gave patrol vessels to …”
  return word === "press" && scan.tokens[at]?.upos === "VERB"; // “to press India”
}

/** “gratitude for France's firm leadership”, “praised Germany's leadership”: what somebody shows, not those who lead. */
function isQuality(scan: Scan, at: number): boolean {
  const { tree } = scan.sentence;
  if (isRelation(tree.relation(at), "nsubj")) return false;
  const marker = markerOf(scan, at);
  if (scan.is(at - 1, "of-leading") || marker === "under") return true;
  const up = tree.heads[at] ?? -1;
  if (marker === "for") return scan.is(up, "praise") || scan.is(up, "thanks");
  return scan.is(up, "praise") && isRelation(tree.relation(at), "obj");
}

/** “East African presidents”, “the National Day”: an adjective that a newspaper is called by too, before what it qualifies. */
function onlyQualifies(scan: Scan, { first, last }: { readonly first: number; readonly last: number }): boolean {
  const next = scan.tokens[last + 1];
  const noun = /^(?:NOUN|PROPN)$/.test(next?.upos ?? "") && !PAPERS.test(next?.lower ?? "");
  return !scan.capital(first) || (noun && scan.tokens[last]?.upos === "ADJ");
}

const PAPERS = /^(?:newspaper|daily|weekly|magazine|website|newsroom|correspondent|reporter)s?$/;

/** “the foreign ministry of Peru”, “police in Lyon”: the country, or the place in it, that says whose body it is. */
function seatOf(
  scan: Scan,
  last: number,
): { readonly country: Country; readonly last: number; readonly form: string } | null {
  const link = scan.lower(last + 1);
  if (link !== "of" && link !== "in") return null;
  const at = scan.lower(last + 2) === "the" ? last + 3 : last + 2;
  const place = link === "in" && scan.entry(at, "place") !== null ? countryOfPlace(scan, at) : null;
  return countryAt(scan, at) ?? (place === null ? null : { ...place, form: "place" });
}

function bodyAt(scan: Scan, at: number): { readonly body: BodyEntry; readonly last: number } | null {
  const found = scan.entry(at, "body") ?? scan.entry(at, "organisation");
  return found === null ? null : { body: found.entry, last: found.item.last };
}

/** “protesters”, “Afghan police”, “soldiers of Chad”. */
export function readGroup(scan: Scan, at: number): Phrase | null {
  const before = readModifiers(scan, at);
  const group = scan.entry(before.next, "group");
  if (group === null || (scan.capital(before.next) && namesOn(scan, group.item.last))) return null;
  if (
    describesThing(scan, before.next) ||
    (scan.is(group.item.last, "of-leading") && scan.lower(group.item.last + 1) === "leadership")
  )
    return null;
  // “the National Liberation Movement”
  if (scan.capital(before.next) && (bodyRun(scan, before.next)?.last ?? -1) > group.item.last) return null;
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
    of: before.of,
    entry: group.entry,
    count: before.count,
  };
}

/** “the alliance”, where it may take up somebody named before. */
export function readBridge(scan: Scan, at: number): Phrase | null {
  if (!bridgeAt(scan, at)) return null;
  return {
    ...EMPTY_PHRASE,
    sentence: scan.sentence.index,
    first: at,
    last: at + 1,
    head: at + 1,
    kind: "group",
    det: "the",
  };
}

/** “Organisation of Blue …”, “Union for Peace …” */
function namesOn(scan: Scan, at: number): boolean {
  return /^(?:of|for)$/.test(scan.lower(at + 1)) && scan.capital(at + 2) && scan.item(at + 2) === undefined;
}

/** A run of capitalised words with a noun of bodies in it: “the Minsk Group”, “Federal Security Council”, “Union for Peace”. */
export function readUnknownBody(scan: Scan, at: number): Phrase | null {
  const start = scan.lower(at) === "the" ? at + 1 : at;
  const run = bodyRun(scan, start);
  if (run === null) return null;
  const country = countryAt(scan, start);
  if (country !== null && country.last >= run.last) return null; // “the Russian Federation”
  if ((scan.entry(start, "place")?.item.last ?? -1) >= run.last) return null; // “the West Bank”
  const tail =
    scan.lower(run.last + 1) === "of"
      ? countryAt(scan, scan.lower(run.last + 2) === "the" ? run.last + 3 : run.last + 2)
      : null;
  const countries: Country[] = [];
  if (country !== null && country.last < run.last) countries.push(country.country);
  const owner = /^['’]s?$/.test(scan.lower(start - 1)) ? countryAt(scan, start - 2) : null;
  if (owner !== null && countries.length === 0) countries.push(owner.country);
  if (tail !== null && tail.form === "name") countries.push(tail.country);
  return {
    ...EMPTY_PHRASE,
    sentence: scan.sentence.index,
    first: at,
    last: tail !== null && tail.form === "name" ? tail.last : run.last,
    head: run.head,
    kind: "body",
    det: start > at ? "the" : null,
    countries,
  };
}

const LONGEST_NAME = 8; // words

/** The noun of bodies that names the run, and where the name ends; `null` for a run without one. */
function bodyRun(scan: Scan, start: number): { readonly head: number; readonly last: number } | null {
  let [head, last, open] = [-1, -1, false];
  for (let end = start; scan.capital(end) && end - start < LONGEST_NAME; end++) {
    if (scan.tokens[end]?.upos === "PRON") break;
    const goesOn = namesOn(scan, end);
    // “the Organisation of Blue Rivers”: a noun that opens the name needs the rest of it.
    if (scan.lexicon.words("organisation-noun").has(scan.lower(end)) && (end > start || goesOn))
      [head, last, open] = [end, end, goesOn];
    else if (open) last = end;
    const link = scan.lower(end + 1);
    if (head < 0 || !/^(?:of|for|and)$/.test(link) || !scan.capital(end + 2)) continue;
    open &&= link !== "and"; // whoever follows “and” may be somebody else
    end++;
  }
  return head < 0 ? null : { head, last };
}
