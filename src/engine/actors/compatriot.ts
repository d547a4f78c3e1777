import type { Discourse, Draft } from "./draft.js";
import type { Country } from "./lexicon.js";
import { countryAt } from "./modifiers.js";
import { isVoice } from "./pairs.js";
import { EMPTY_PHRASE, type Phrase } from "./phrase.js";
import type { Scan } from "./scan.js";

const NEAR = 2; // sentences over which one of several of a country is the one told of

/** “the Libyan”, “the Frenchman”, “the South American”: somebody by where he is from and nothing else, a phrase of a person. */
export function readCompatriot(scan: Scan, at: number): Phrase | null {
  if (scan.lower(at) !== "the" || !scan.capital(at + 1)) return null;
  const found = nationAt(scan, at + 1) ?? regionAt(scan, at + 1);
  if (found === null || !standsAlone(scan, found.last)) return null;
  const { countries, last } = found;
  return {
    ...EMPTY_PHRASE,
    sentence: scan.sentence.index,
    first: at,
    last,
    head: last,
    kind: "person",
    det: "the",
    countries,
  };
}

/** Whether a phrase is one of those that `readCompatriot` reads. */
export function isCompatriot({ kind, titles, name, countries }: Phrase): boolean {
  return kind === "person" && titles.length === 0 && name === null && countries.length > 0;
}

/** The one person of the countries that was told of, of several the only one told of just before; `null` for no such person. */
export function compatriot({ countries, sentence }: Phrase, discourse: Discourse): Draft | null {
  const codes = new Set(countries.map((country) => country.code));
  const fits = (d: Draft): boolean => d.role === "party" && d.code !== null && codes.has(d.code) && !isVoice(d);
  const people = discourse.principals(fits);
  if (people.length < 2) return people[0] ?? null;
  const near = [0, 1, NEAR].flatMap((back) => discourse.tracesIn(sentence - back).map((t) => t.draft));
  const [one, other] = people.filter((d) => near.includes(d));
  return other === undefined ? (one ?? null) : null;
}

/** “Libyan”, “Frenchman”; not “French”, “Chinese”, “Britons”, who are many. */
function nationAt(scan: Scan, at: number): { readonly countries: readonly Country[]; readonly last: number } | null {
  const found = countryAt(scan, at);
  if (found === null || !/^(?:adjective|people)$/.test(found.form)) return null;
  const word = scan.lower(found.last);
  const single = found.form === "people" ? /(?:man|woman)$/.test(word) : !/(?:ese|sh|nch|tch|ss)$/.test(word);
  return single ? { countries: [found.country], last: found.last } : null;
}

/** “South American”: a region by its adjective, of one word or two. */
function regionAt(scan: Scan, at: number): { readonly countries: readonly Country[]; readonly last: number } | null {
  for (const last of [at + 1, at]) {
    const word = last === at ? scan.lower(at) : `${scan.lower(at)} ${scan.lower(last)}`;
    const countries = scan.lexicon.regions.get(word);
    if (countries !== undefined) return { countries, last };
  }
  return null;
}

/** Whether nothing follows that the word describes: “the Libyan asked”, not “the Libyan [leader]”, “the Libyan [and Egyptian] sides”. */
function standsAlone(scan: Scan, at: number): boolean {
  const { tree } = scan.sentence;
  const described = (tree.heads[at] ?? -1) > at && /^(?:amod|compound|flat)/.test(tree.relation(at));
  const next = scan.tokens[at + 1];
  if (described || next === undefined || scan.capital(at + 1)) return next === undefined;
  if (/^(?:and|or|,)$/.test(next.lower) && countryAt(scan, at + 2)?.form === "adjective") return false;
  if (next.upos === "PUNCT") return /^[,.;:)!?—–]$/.test(next.text) && !(scan.joined(at) && /^[—–]$/.test(next.text));
  return /^(?:VERB|AUX|ADV|ADP|CCONJ|SCONJ|PART|PRON)$/.test(next.upos);
}
