import type { Discourse, Draft } from "./draft.js";
import type { Attributes, Circumstances } from "./named.js";
import { nearestSubject } from "./nearest.js";
import type { Phrase } from "./phrase.js";

/** Offices whose holders are called diplomats. */
const DIPLOMATS: ReadonlySet<string> = new Set(["ambassador", "foreign-deputy", "foreign-minister", "special-envoy"]);

/**
 * Whom a title means that fits many of whom the article tells, by who was told of last: “the diplomat” is the ambassador or
 * foreign minister nearest to it, “the minister” the only one of whom the last sentence tells what he did; `null` for other
 * titles, and where nobody is.
 */
export function toldLast(phrase: Phrase, said: Attributes, discourse: Discourse, at: Circumstances): Draft | null {
  const title = phrase.titles[0]?.phrase;
  if (phrase.det !== "the" || said.former || said.deputy || phrase.titles.length > 1) return null;
  if (title === "diplomat" && said.of === null) return diplomat(phrase, said, discourse);
  const bare = said.countries.length === 0 && said.of === null;
  return title === "minister" && bare && at.publisher === null ? onlyMinister(phrase, discourse) : null;
}

function diplomat(phrase: Phrase, { countries }: Attributes, discourse: Discourse): Draft | null {
  const codes = new Set(countries.map((country) => country.code));
  return nearestSubject(phrase, discourse, (d) => {
    if (!/^(?:person|unnamed)$/.test(d.kind) || (codes.size > 0 && (d.code === null || !codes.has(d.code))))
      return false;
    return d.titles.has("diplomat") || isDiplomat(d);
  });
}

function isDiplomat({ officeKey, titles }: Draft): boolean {
  if (officeKey !== null && DIPLOMATS.has(officeKey)) return true;
  return [...titles].some((t) => /\b(?:ambassador|chargé d'affaires|consul|envoy)\b/.test(t));
}

/** The minister who acts in the sentence before, where up to the phrase no other is told of outside quotation marks. */
function onlyMinister({ first, sentence }: Phrase, discourse: Discourse): Draft | null {
  const here = discourse.tracesIn(sentence).filter((t) => t.last < first);
  const told = [...discourse.tracesIn(sentence - 1), ...here].filter((t) => !t.quoted && isMinister(t.draft));
  const [only, ...others] = new Set(told.map((t) => t.draft));
  const acts = told.some((t) => t.standing === "subject");
  return only !== undefined && others.length === 0 && acts ? only : null;
}

function isMinister({ kind, officeKey, titles }: Draft): boolean {
  if (kind !== "person") return false;
  return (
    officeKey?.endsWith("-minister") === true ||
    [...titles].some((t) => /\bminister\b/.test(t) && !t.startsWith("prime "))
  );
}
