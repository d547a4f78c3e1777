import type { Phrase } from "./phrase.js";
import type { Scan } from "./scan.js";

/** The title to which another is joined by “and”, both without a name: “the secretary and [the minister]”; `null` for none. */
export function joinedTo(scan: Scan, phrase: Phrase, before: Iterable<Phrase>): Phrase | null {
  if (!isBare(phrase) || scan.lower(phrase.first - 1) !== "and") return null;
  for (const one of before) if (isBare(one) && one.last === phrase.first - 2) return one;
  return null;
}

function isBare({ kind, titles, name }: Phrase): boolean {
  return kind === "person" && titles.length > 0 && name === null;
}

/** “Oman's premier and [foreign minister]”: a title without a word of its own before it is of the country of the one it is joined to. */
export function withCountryOf(phrase: Phrase, before: Phrase): Phrase {
  if (phrase.det !== null || phrase.countries.length > 0 || phrase.of !== null || before.countries.length !== 1)
    return phrase;
  return { ...phrase, countries: before.countries };
}
