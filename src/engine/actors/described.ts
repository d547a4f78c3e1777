import { readBody } from "./body-phrase.js";
import { type Discourse, type Draft, emptyDraft } from "./draft.js";
import type { Country } from "./lexicon.js";
import { countryAt, countryOfPlace } from "./modifiers.js";
import { countriesListed } from "./of-phrase.js";
import { isSingular } from "./people.js";
import type { BodyEntry, Phrase } from "./phrase.js";
import type { Scan } from "./scan.js";

/** Offices whose plural without more (“the ministers”) means persons named before or nobody. */
const DEFINITE = /^(?:the|these|those|both|his|her|its|their|our|my|your)$/;

/**
 * Who is meant by a description alone: “protesters”, “Afghan police”, “Turkish officials”, “Russian and Ukrainian
 * negotiators” (two). Empty when the words say nothing but a bare plural title (“the ministers”).
 */
export function describedDrafts(scan: Scan, phrase: Phrase, text: string, discourse: Discourse): readonly Draft[] {
  const { entry } = phrase;
  const title = phrase.titles[0] ?? null;
  if (entry?.kind !== "group" && title === null) return [];
  const own = phrase.countries.length > 0 ? phrase.countries : countriesBehind(scan, phrase);
  const countries = isRelated(scan, phrase) ? own.filter((country) => isAdjective(scan, phrase, country)) : own;
  if (title !== null && countries.length === 0 && phrase.of === null && !isOpen(scan, phrase)) return [];
  if (countries.length < 2 || (title === null && phrase.countries.length > 0 && !isJoint(scan, phrase)))
    return [described(scan, phrase, plainName(text), countries[0] ?? null, discourse)];
  return countries.map((country) => {
    const noun = entry?.kind === "group" ? nounOf(phrase) : `${nounOf(phrase)}s`;
    return described(scan, phrase, `${country.name}'s ${noun}`, country, discourse);
  });
}

/** “Ukraine's partners”, “neighbours of Chad”: who stands in some relation to a country is not of it; “our Polish partners” are. */
function isRelated(scan: Scan, { head }: Phrase): boolean {
  return scan.is(head, "relation");
}

/** “[Indonesia]'s donors”: the friends and lenders of a state are states. */
function isStates(scan: Scan, phrase: Phrase): boolean {
  const owned = phrase.countries.length > 0 || countriesBehind(scan, phrase).length > 0;
  return owned && scan.is(phrase.head, "state-like");
}

function isAdjective(scan: Scan, { first, extent, head }: Phrase, { code }: Country): boolean {
  for (let at = extent?.[0] ?? first; at < head; at++) {
    const found = countryAt(scan, at);
    if (found?.country.code === code && found.form === "adjective") return true;
  }
  return false;
}

/** “Finnish and Swedish forces”, “the Turkish and Greek defence ministries”: the same of each of several countries. */
export function isJoint(scan: Scan, { countries, first, head, last }: Phrase): boolean {
  if (countries.length < 2 || scan.tokens[head]?.xpos === "NN") return false;
  for (let i = first; i < last; i++) if (scan.lower(i) === "and" && countryAt(scan, i + 1) !== null) return true;
  return false;
}

/** Whether a plural title means some people of that sort: “officials”, “Jewish leaders”, “two men”; not “the officials”, nor “presidents”. */
function isOpen(scan: Scan, phrase: Phrase): boolean {
  const modified = isModified(scan, phrase);
  if (phrase.det !== null && DEFINITE.test(phrase.det)) return modified && phrase.det === "the";
  const counted = phrase.count !== null && scan.lower(phrase.first) !== "both";
  return phrase.titles.every(
    (t) => (t.office === null || phrase.former) && t.use !== "honorific" && (t.sector !== "" || modified || counted),
  );
}

/** Whether the phrase says more of them than how many. */
function isModified(scan: Scan, { extent, first, last, head }: Phrase): boolean {
  const [from, to] = extent ?? [first, last];
  if (to > last || last > head) return true;
  for (let i = from; i < head; i++)
    if (/^(?:ADJ|NOUN|PROPN)$/.test(scan.tokens[i]?.upos ?? "") && !scan.is(i, "quantity")) return true;
  return false;
}

/** “a source at [the ministry in Bern]”, “an insider of the Kremlin”: the body that somebody of no known part is said to be in. */
function bodyBehind(scan: Scan, { entry, head, extent }: Phrase): { code: string | null; sector: string } | null {
  if (entry?.kind !== "group" || entry.sector !== "UNK") return null;
  if (!/^(?:at|from|in|inside|of|within)$/.test(scan.lower(head + 1)) || (extent?.[1] ?? head) <= head + 1) return null;
  const body = readBody(scan, head + 2);
  // “participants of the [NATO] summit”
  if (body !== null && /^(?:NOUN|PROPN)$/.test(scan.tokens[body.last + 1]?.upos ?? "")) return null;
  if (body?.entry?.kind === "pattern") return { code: body.countries[0]?.code ?? null, sector: body.entry.sector };
  return body?.entry?.kind === "body" || body?.entry?.kind === "organisation" ? body.entry : null;
}

function described(scan: Scan, phrase: Phrase, name: string, country: Country | null, discourse: Discourse): Draft {
  const noun = nounOf(phrase);
  const body = bodyBehind(scan, phrase);
  const own = phrase.entry?.kind === "group" ? phrase.entry.code : null;
  const code = body?.code ?? country?.code ?? phrase.of?.code ?? own;
  const definite = DEFINITE.test(phrase.det ?? "");
  const qualities = qualitiesOf(scan, phrase);
  const fits = (d: Draft): boolean => qualities === "" || (d.qualities ?? "") === "" || d.qualities === qualities;
  const same = definite
    ? discourse.recent((d) => d.noun === noun && (code === null || d.code === code) && fits(d))
    : null;
  if (same !== null) return same;
  const count = phrase.count ?? (definite ? null : numberOf(scan, phrase));
  const office = phrase.titles[0]?.office ?? null;
  if (country !== null && office !== null && !phrase.former && isSingular(office))
    return holder(phrase, noun, office, country, discourse);
  return discourse.obtain(
    `group:${noun}:${code ?? ""}:${count ?? ""}${qualities === "" ? "" : `:${qualities}`}`,
    () => ({
      ...emptyDraft(name, isOne(scan, phrase) ? "unnamed" : "group", "a common noun of the tables"),
      code,
      sector:
        body !== null && body.sector !== ""
          ? body.sector.split("|")
          : country === null && isRelated(scan, phrase) && isStates(scan, phrase)
            ? ["GOV"]
            : sectorOf(phrase, phrase.of),
      noun,
      qualities,
      officeKey: null,
    }),
  );
}

/** What adjectives say of them: “liberal” of “Liberal politicians”, whom “conservative politicians” are not. */
function qualitiesOf(scan: Scan, phrase: Phrase): string {
  const words: string[] = [];
  for (let at = phrase.extent?.[0] ?? phrase.first; at < phrase.head; at++) {
    const { upos, lower } = scan.tokens[at] ?? { upos: "", lower: "" };
    if (!/^(?:ADJ|PROPN)$/.test(upos) || scan.is(at, "quantity") || countryAt(scan, at) !== null) continue;
    if (!/^(?:other|many|several|such|same|own|few|more|most|all|former|local|new)$/.test(lower)) words.push(lower);
  }
  return phrase.countries.length > 0 || phrase.of !== null ? "" : words.join(" ");
}

/** What they are called: “protester”, “official”, “former president”. */
function nounOf({ entry, titles, former }: Phrase): string {
  const noun = entry?.kind === "group" ? entry.phrase : (titles[0]?.phrase ?? "");
  return former ? `former ${noun}` : noun;
}

/** “a doctor” is one nameless person; “a militia” is many. */
function isOne(scan: Scan, { entry, head }: Phrase): boolean {
  return entry?.kind === "group" && !entry.plural && !scan.is(head, "collective");
}

/** “the Russian and Ukrainian foreign ministers”, where no table says who they were: one holder of the office for each. */
function holder(phrase: Phrase, noun: string, office: string, country: Country, discourse: Discourse): Draft {
  const name = `${noun} of ${country.name}`;
  return discourse.obtain(`title:${name}`, () => ({
    ...emptyDraft(name, "unnamed", "an office-holder the text does not name"),
    code: country.code,
    sector: sectorOf(phrase, null),
    officeKey: office,
  }));
}

/** “two Russian diplomats” are named “Russian diplomats”. */
function plainName(text: string): string {
  return text.replace(
    /^(?:(?:the|an?|some|these|those|both|two|three|four|five|six|seven|eight|nine|ten|\d+)\s+)+(?=\S)/i,
    "",
  );
}

/** The number before a collective: two groups of different size are two groups. */
function numberOf(scan: Scan, phrase: Phrase): string | null {
  const [first] = phrase.extent ?? [phrase.first];
  for (let i = first; i < phrase.head; i++) if (scan.tokens[i]?.upos === "NUM") return scan.lower(i);
  return null;
}

function sectorOf(phrase: Phrase, of: BodyEntry | null): string[] {
  const own = phrase.entry?.kind === "group" ? phrase.entry.sector : (phrase.titles[0]?.sector ?? "");
  if (phrase.former) return ["ELI"];
  const theirs = of?.sector ?? "";
  const sector = own === "" || (own === "GOV" && theirs !== "") ? theirs : own;
  return sector === "" ? (phrase.titles.length > 0 && phrase.countries.length > 0 ? ["GOV"] : []) : sector.split("|");
}

/** Countries the rest of the phrase names: “workers in Haiti”, “diplomats from Poland”, “police in Lyon”. */
function countriesBehind(scan: Scan, phrase: Phrase): readonly Country[] {
  const abroad = scan.is(phrase.head, "abroad");
  const [, last] = phrase.extent ?? [phrase.first, phrase.last];
  for (let i = phrase.head + 1; i < last; i++) {
    if (!(abroad ? /^from$/ : /^(?:in|of|from)$/).test(scan.lower(i))) continue;
    const found = countryAt(scan, scan.lower(i + 1) === "the" ? i + 2 : i + 1);
    if (found === null || found.form !== "name") continue;
    // “officials from France and Germany”
    const others = /^(?:of|from)$/.test(scan.lower(i)) ? countriesListed(scan, found.last).countries : [];
    return [found.country, ...others];
  }
  const place = abroad || !isLocal(phrase) ? null : placeBehind(scan, phrase);
  return place === null ? [] : [place];
}

/** Sectors whose people belong where they are said to be; officials and soldiers travel. */
const LOCAL: ReadonlySet<string> = new Set(["COP", "CVL", "EDU", "JUD", "LAB", "MED", "OPP", "REL"]);

function isLocal({ entry }: Phrase): boolean {
  return entry?.kind === "group" && LOCAL.has(entry.sector.split("|")[0] ?? "");
}

/** “protesters in Minsk”, “a hospital in the city of Aden”: the country of the place right behind. */
function placeBehind(scan: Scan, { head }: Phrase): Country | null {
  if (!/^(?:in|of|from|near|outside)$/.test(scan.lower(head + 1))) return null;
  const at = scan.lower(head + 2) === "the" ? head + 3 : head + 2;
  const named = /^(?:city|town|village|port|province|region)$/.test(scan.lower(at))
    ? at + (scan.lower(at + 1) === "of" ? 2 : 1)
    : at;
  return countryOfPlace(scan, named)?.country ?? null;
}
