import type { Country } from "./lexicon.js";
import { countryAt } from "./modifiers.js";
import { codesOf } from "./named.js";
import { nameWords, readName } from "./names.js";
import type { Person } from "./people.js";
import { EMPTY_PHRASE, type Phrase } from "./phrase.js";
import type { Scan } from "./scan.js";

/**
 * “Italy's Giuseppe Conte”, “Turkey's Erdogan”: a country and, behind its “'s”, the name of somebody who is its; one
 * person. `null` for what else may belong to a country: “Russia's Gazprom”, “France's support”.
 */
export function readOwnedName(scan: Scan, at: number): Phrase | null {
  const country = countryAt(scan, at);
  if (country === null || country.form === "adjective" || country.form === "people") return null;
  const start = country.last + 2;
  if (!/^['’]s?$/.test(scan.lower(start - 1)) || !scan.capital(start)) return null;
  const name = nameOf(scan, start, country.country);
  if (name === null) return null;
  const { last, persons } = name;
  return {
    ...EMPTY_PHRASE,
    sentence: scan.sentence.index,
    first: at,
    last,
    head: last,
    kind: "person",
    countries: [country.country],
    persons,
    name: [start, last],
  };
}

function nameOf(
  scan: Scan,
  at: number,
  country: Country,
): { readonly last: number; readonly persons: readonly Person[] } | null {
  const full = readName(scan, at, false);
  if (full !== null && full.last > at) {
    const theirs = full.persons.filter((person) => isOf(scan, person, country));
    return theirs.length > 0 || full.persons.length === 0 ? { last: full.last, persons: theirs } : null;
  }
  return isFamilyOf(scan, at, country) ? { last: at, persons: [] } : null;
}

function isOf(scan: Scan, person: Person, { code }: Country): boolean {
  return codesOf(person, scan.lexicon).has(code);
}

/** “France's Macron said”: one capitalised word that is the family name of somebody of the country, and nothing goes on behind it. */
function isFamilyOf(scan: Scan, at: number, country: Country): boolean {
  const [token, next] = [scan.tokens[at], scan.tokens[at + 1]];
  if (token?.upos !== "PROPN" || scan.item(at) !== undefined) return false;
  if (next !== undefined && (/^(?:NOUN|PROPN|ADJ|NUM)$/.test(next.upos) || /^(?:[-‐‑]|['’]s?)$/.test(next.text)))
    return false;
  const bearers = scan.lexicon.byShort.get(nameWords(scan, at, at).join(" ")) ?? [];
  return bearers.some((person) => isOf(scan, person, country));
}
