import type { Attributes } from "./named.js";

/** “Prime Minister X”, “Foreign Ministry spokesman Y”: an office that, without more, is one of the country a report is from. */
export function isNational({ titles, of, countries }: Pick<Attributes, "titles" | "of" | "countries">): boolean {
  if (countries.length > 0 || (of !== null && (of.code !== null || !PUBLIC.test(of.sector)))) return false;
  return titles.some(
    (t) => (of !== null && t.office === "spokesperson") || (PUBLIC.test(t.sector) && NATIONAL.test(t.phrase)),
  );
}

/**
 * “a government spokesman”, “a ministry official”: somebody nameless who, without more, is of the country a report is from; “the
 * minister” may be any.
 */
export function isNationalOfficial(said: Pick<Attributes, "titles" | "of" | "countries">): boolean {
  const [title] = said.titles;
  if (title === undefined || !/^(?:official|spokesperson)$/.test(title.office ?? title.level ?? "")) return false;
  return said.of === null
    ? isNational(said) && BODY.test(title.phrase)
    : said.of.code === null && PUBLIC.test(said.of.sector);
}

const PUBLIC = /^(?:GOV|MIL|COP|LEG|SPY)/;
const BODY = /\b(?:presidential|government|ministry|cabinet|palace)\b/;
const NATIONAL =
  /\b(?:ministers?|ministry|premier|president|presidential|parliament|speaker|spokes\w+|press secretary|government|cabinet|palace|police|army|military|governor|mayor|senator|lawmaker)\b/;
