import type { Country } from "./lexicon.js";
import type { Phrase, TitleEntry } from "./phrase.js";
import type { Scan } from "./scan.js";

/** A named person of a list under one plural title, with what the list says of each. */
export interface Listed {
  readonly phrase: Phrase;
  readonly countries: readonly Country[];
  readonly titles: readonly TitleEntry[];
}

const MOST = 12; // names under one title

/**
 * The persons a plural title introduces by name: “the Presidents of Colombia, Iván Duque; Mexico, …; and Peru, …”,
 * “their foreign ministers, A of Ghana and B of Benin”. Empty where fewer than two follow.
 */
export function listedBehind(scan: Scan, phrases: readonly Phrase[], index: number): readonly Listed[] {
  const group = phrases[index];
  if (group === undefined || group.kind !== "people" || !group.titles.some((t) => t.plural)) return [];
  const titles = group.titles.map((t) => ({ ...t, plural: false }));
  const found: Listed[] = [];
  let end = group.last;
  const direct = scan.capital(group.head) && scan.capital(group.last + 1); // “Presidents A of Chad and B of Niger”
  let country: Country | null = group.countries.length === 1 ? (group.countries[0] ?? null) : null;
  for (const phrase of phrases.slice(index + 1)) {
    if (phrase.first <= end) continue;
    const opens = found.length === 0 && direct && phrase.first === end + 1 && phrase.kind === "person";
    if (found.length >= MOST || !(opens || joins(scan, end + 1, phrase.first - 1))) break;
    if (phrase.kind === "country" && phrase.countries.length === 1) country = phrase.countries[0] ?? null;
    else if (
      phrase.kind === "person" &&
      phrase.name !== null &&
      phrase.titles.length === 0 &&
      (opens || end < phrase.first - 1)
    ) {
      const own = phrase.countries.length > 0 || country === null ? phrase.countries : [country];
      found.push({ phrase, titles, countries: own });
      country = null;
    } else break;
    end = phrase.last;
  }
  return found.length < 2 || country !== null || !(direct || parted(scan, group.last + 1)) ? [] : found;
}

function parted(scan: Scan, at: number): boolean {
  return /^[,:(–—-]$/.test(scan.lower(at));
}

/** Whether only commas, semicolons and “and” stand in a range, and at least one of them. */
function joins(scan: Scan, from: number, to: number): boolean {
  if (to < from || to - from > 2) return false;
  for (let i = from; i <= to; i++) if (!/^(?:[,;:()–—-]|and|of)$/.test(scan.lower(i))) return false;
  return true;
}
