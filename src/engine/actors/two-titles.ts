import type { Discourse, Draft } from "./draft.js";
import type { ActorLexicon } from "./lexicon.js";
import { type Circumstances, knownPerson } from "./named.js";
import { seatOf } from "./offices.js";
import type { Phrase, TitleEntry } from "./phrase.js";
import type { Scan } from "./scan.js";
import { holderByTable, holds } from "./titled.js";

/**
 * “The Vice President and Prime Minister agreed”, “the Secretary and Foreign Minister Rau”: two persons of the article, each
 * of whom bears one of the titles, where nobody bears both (“Vice President and Foreign Minister Saint Malo”); else `null`.
 *
 * @param named Finds whom the name at the end of the phrase means by the second title alone, where one stands; asked only
 *   once somebody bears the first, since it keeps that title as the person's.
 */
export function twoByTitles(
  phrase: Phrase,
  [left, right]: readonly [TitleEntry, TitleEntry],
  named: (() => Draft | null) | null,
  discourse: Discourse,
  at: Circumstances,
): readonly Draft[] | null {
  const [title, ...more] = phrase.titles;
  if (title !== undefined && more.length === 0 && discourse.recent((d) => d.titles.has(title.phrase)) !== null)
    return null;
  const bears = (draft: Draft, title: TitleEntry): boolean => draft.kind === "person" && isCalled(draft, title, at);
  const bearer = discourse.recent((d) => bears(d, left));
  if (bearer === null) return null;
  const second = named?.() ?? discourse.recent((d) => d !== bearer && bears(d, right));
  const first = discourse.recent((d) => d !== second && bears(d, left));
  if (first === null || second === null || first.code === second.code) return null;
  return first.titles.has(right.phrase) || second.titles.has(left.phrase) ? null : [first, second];
}

/**
 * “Japan's prime minister and foreign minister”: two persons, where the tables have one holder of each office and they are
 * not the same; “the deputy prime minister and foreign minister of Jordan” is mostly one.
 */
export function twoOfOneState(
  scan: Scan,
  phrase: Phrase,
  discourse: Discourse,
  at: Circumstances,
): readonly Draft[] | null {
  const { countries, of, name, post, former, elect, deputy } = phrase;
  const [only, ...others] = phrase.titles;
  const titles = only !== undefined && others.length === 0 ? (halvesOf(only, scan.lexicon) ?? []) : phrase.titles;
  const [left, right, ...more] = titles;
  if (left === undefined || right === undefined || more.length > 0 || name !== null || post !== null) return null;
  if ((countries.length !== 1 && of?.code == null) || former || elect || deputy || !isJoined(scan, phrase)) return null;
  if ([...titles, ...phrase.titles].some((t) => /^(?:deputy|vice|assistant)\b/.test(t.phrase))) return null;
  const isBoth = (d: Draft): boolean => d.titles.has(left.phrase) && d.titles.has(right.phrase);
  if (discourse.recent((d) => isBoth(d) || d.titles.has(`${left.phrase} and ${right.phrase}`)) !== null) return null;
  const held = [left, right].map((title) => {
    const said = { ...phrase, titles: [title] };
    const person = holderByTable(seatOf(title, countries[0]?.code ?? of?.code ?? null, at.day, at.lexicon), said, at);
    return person === null ? null : { person, said };
  });
  const [first, second] = held;
  if (first == null || second == null || first.person === second.person) return null;
  return [first, second].map(({ person, said }) => knownPerson(discourse, person, said, at));
}

/** Whether “and” stands between the titles of a phrase. */
function isJoined(scan: Scan, { first, last }: Phrase): boolean {
  for (let i = first; i <= last; i++) if (/^(?:and|&)$/.test(scan.lower(i))) return true;
  return false;
}

/** Whether somebody was called by a title (“Secretary” of a Secretary of State), or holds its office. */
function isCalled(draft: Draft, title: TitleEntry, { day, lexicon }: Circumstances): boolean {
  if ([...draft.titles].some((t) => t === title.phrase || t.startsWith(`${title.phrase} of `))) return true;
  return title.office !== null && holds(draft, seatOf(title, draft.code, day, lexicon));
}

/** The two titles of “the …” that may be two persons'; also where a table has them as one (“vice president and prime minister”). */
export function joinedTitles(scan: Scan, phrase: Phrase): readonly [TitleEntry, TitleEntry] | null {
  const { titles, countries, det, post, of, first, last, name } = phrase;
  if (det !== "the" || countries.length > 0 || of !== null || post !== null) return null;
  const [left, right, ...more] = titles;
  if (left === undefined || more.length > 0) return null;
  if (right === undefined) return halvesOf(left, scan.lexicon);
  const end = name === null ? last : name[0] - 1;
  for (let i = first; i <= end; i++) if (/^(?:and|&)$/.test(scan.lower(i))) return [left, right];
  return null;
}

function halvesOf({ phrase }: TitleEntry, { names }: ActorLexicon): readonly [TitleEntry, TitleEntry] | null {
  const [left, right] = phrase.split(" and ").map((half) => names.lookup(half).find((e) => e.kind === "title"));
  return left?.kind === "title" && right?.kind === "title" ? [left, right] : null;
}
