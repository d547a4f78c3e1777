import { countrySector, type Discourse, type Draft, emptyDraft } from "./draft.js";
import { homeOf } from "./home.js";
import type { Country } from "./lexicon.js";
import type { Circumstances } from "./named.js";
import { ownSpell } from "./own/entries.js";
import type { Phrase } from "./phrase.js";

/** The actor of a country itself. */
export function countryDraft(discourse: Discourse, country: Country): Draft {
  return discourse.obtain(`country:${country.code}:${country.name}`, () => ({
    ...emptyDraft(country.name, "country", "named in the table of countries"),
    code: country.code,
    sector: [...countrySector(country)],
    wikidata: country.wikidata,
  }));
}

/** Somebody of whom the text gives a name and nothing else: person or body is open. */
export function nameDraft(discourse: Discourse, text: string): Draft {
  const name = text.replace(/^(?:the|an?)\s+/i, "");
  return discourse.obtain(`alone:${name}`, () => emptyDraft(name, "unnamed", `“${name}”, a name alone`));
}

/** The actor of a body, organisation or agency; `null` when a generic noun has nothing to refer to. */
export function bodyDraft(
  phrase: Phrase,
  text: string,
  discourse: Discourse,
  owner: Draft | null,
  at: Circumstances,
): Draft | null {
  const { entry } = phrase;
  if (phrase.name !== null) return calledBody(phrase, text, discourse, at.lexicon.bodyNouns);
  if (entry === null) return unknownBody(phrase, text, discourse, at.lexicon.bodyNouns);
  switch (entry.kind) {
    case "organisation":
    case "body": {
      const own = entry.kind === "organisation" ? ownSpell(entry.own, at.day) : null;
      return discourse.obtain(`body:${entry.name}`, () => ({
        ...emptyDraft(
          entry.name,
          "organisation",
          own === null ? "named in the tables of bodies and organisations" : "named in the rows given",
        ),
        code: own === null ? entry.code : own.code,
        sector: own !== null ? [...own.sector] : entry.sector === "" ? [] : entry.sector.split("|"),
        wikidata: entry.kind === "organisation" ? entry.wikidata : null,
        role: isPressService(entry.name) ? "press-service" : "party",
      }));
    }
    case "agency":
      return discourse.obtain(`agency:${entry.name}`, () => ({
        ...emptyDraft(entry.name, "organisation", "named in the table of agencies and outlets"),
        code: entry.code,
        sector: ["JRN"],
        role: entry.outlet ? "outlet" : "agency",
      }));
    case "pattern":
      return patternDraft(phrase, entry.name, entry.sector, text, discourse, owner, at);
    default:
      return null;
  }
}

/** “the Kremlin press service”, then “the press service of the head of state”, then “the press service”: one actor. */
function patternDraft(
  phrase: Phrase,
  pattern: string,
  sector: string,
  text: string,
  discourse: Discourse,
  owner: Draft | null,
  at: Circumstances,
): Draft | null {
  const country = phrase.countries[0] ?? null;
  const stated = country?.code ?? phrase.of?.code ?? null;
  if (/^(?:my|our|your)$/.test(phrase.det ?? "")) return null;
  const same = discourse.recent(
    (d) =>
      (d.pattern === pattern ||
        d.name.toLowerCase().endsWith(` ${pattern}`) ||
        (d.pattern?.endsWith(` ${pattern}`) && !isPressService(pattern)) || // “the foreign ministry in Bern”, then “the ministry”
        (pattern === "office" && d.name.toLowerCase().startsWith("office of"))) &&
      (stated === null || d.code === stated) &&
      (owner === null || !/^(?:'s|his|her|its)$/.test(phrase.det ?? "") || d.code === owner.code),
  );
  if (same !== null && (stated !== null || phrase.det !== "a")) return same;
  const seat = phrase.det === "the" || stated !== null ? namedSeat(phrase, stated, discourse, at) : null;
  if (seat !== null) return seat;
  if (pattern === "office" && owner === null) return null;
  const code =
    stated ?? owner?.code ?? (/^(?:GOV|MIL|LEG|JUD)/.test(sector) ? homeOf(phrase, discourse, at) : at.publisher);
  const bare = text.replace(/^(?:the|a|an|its|his|her|their)\s+/i, "");
  const name = pattern === "office" && owner !== null ? `${owner.name}'s office` : bare;
  return discourse.obtain(`pattern:${pattern}:${code ?? ""}`, () => ({
    ...emptyDraft(name, code === null ? "unnamed" : "organisation", "a body by its common name and its country"),
    code,
    sector: sector === "" ? [] : sector.split("|"),
    role: isPressService(pattern) || isPressService(name) ? "press-service" : sector === "JRN" ? "outlet" : "party",
    pattern,
  }));
}

/** “Wisma Putra”, then “the Foreign Ministry”: the ministry by its own name, where the common one can be no other country's. */
function namedSeat(phrase: Phrase, stated: string | null, discourse: Discourse, at: Circumstances): Draft | null {
  const office = phrase.entry?.kind === "pattern" ? phrase.entry.office : null;
  if (office === null || !office.endsWith("-minister")) return null;
  const code = stated ?? homeOf(phrase, discourse, at);
  const sits = (d: Draft): boolean =>
    at.lexicon.names.lookup(d.name).some((e) => e.kind === "body" && e.name === d.name && e.office === office);
  return discourse.recent((d) => d.key === `body:${d.name}` && (code === null || d.code === code) && sits(d));
}

/** “the Kenyan charity [Maji Safi]”: a body no table has, of the sector of its noun; its name alone means it from there on. */
function calledBody(phrase: Phrase, name: string, discourse: Discourse, nouns: ReadonlyMap<string, string>): Draft {
  const { entry, countries } = phrase;
  const sector = entry?.kind === "group" || entry?.kind === "pattern" ? entry.sector : "";
  const draft = discourse.obtain(`body:${name}`, () => ({
    ...emptyDraft(name, "organisation", "a name behind the noun that says what it is"),
    code: countries[0]?.code ?? null,
    sector: sector === "" ? sectorOfName(name, nouns) : sector.split("|"),
    role: sector === "JRN" ? "outlet" : "party",
  }));
  discourse.abbreviate(name, draft);
  return draft;
}

function unknownBody(phrase: Phrase, text: string, discourse: Discourse, nouns: ReadonlyMap<string, string>): Draft {
  const name = text.replace(/^the\s+/i, "");
  return discourse.obtain(`body:${name}`, () => ({
    ...emptyDraft(name, "organisation", "capitalised words that end in a noun of bodies"),
    code: phrase.countries[0]?.code ?? null,
    sector: sectorOfName(name, nouns),
    role: isPressService(name) ? "press-service" : "party",
  }));
}

/** “Kachin Police Service” is a police: by the last of its words that says what it is, before “of” where it has one. */
function sectorOfName(name: string, nouns: ReadonlyMap<string, string>): string[] {
  const [own = ""] = name.toLowerCase().split(/ (?:of|for|in) /);
  const sector = own
    .split(/[\s-]+/)
    .map((word) => nouns.get(word))
    .findLast((s) => s !== undefined);
  return sector === undefined ? [] : sector.split("|");
}

function isPressService(name: string): boolean {
  return PRESS_SERVICE.test(name);
}

const PRESS_SERVICE =
  /\b(?:press|information|communications?|media) (?:service|office|department|directorate|bureau|centre|center|secretariat)\b|\bdirectorate of communications\b|\bspokes/i;
