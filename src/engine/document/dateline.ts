import type { Span } from "../base/span.js";
import type { Agency, AgencyIndex } from "./agencies.js";
import { inUsualCase, type Place, type PlaceIndex } from "./places.js";
import { findPrintedDay, type PrintedDay } from "./printed-day.js";

export interface DatelineLexicon {
  readonly places: PlaceIndex;
  readonly agencies: AgencyIndex;
}

/** A dateline at the head of a paragraph. Offsets count from the paragraph's first code unit. */
export interface Dateline {
  /** Where the dateline ends, without white space, and where the news begins. */
  readonly headLength: number;
  readonly end: number;
  readonly place: { readonly name: string; readonly country: string | null; readonly span: Span } | null;
  readonly agency: { readonly name: string; readonly span: Span } | null;
  readonly day: PrintedDay | null;
}

/** A dateline ends within these many code units. */
const MAX_HEAD = 110;
const MAX_AGENCY = 45;
const NOT_PLACES = new Set(
  "breaking update updated exclusive analysis opinion watch video live factbox corrected correction explainer editorial comment interview feature urgent alert note photo photos read more background summary highlights timeline profile".split(
    " ",
  ),
);

/** The mark that ends the place and date: a bracket with the agency, a dash or a colon. */
interface Mark {
  readonly start: number;
  readonly end: number;
  /** What stands in the brackets; `null` for a dash or colon. */
  readonly inside: Span | null;
}

/**
 * Reads a dateline: “MOSCOW (TASS):”, “WASHINGTON, Oct 5 (Reuters) -”, “KYIV — ”, “BEIJING, May 3 /Xinhua/”,
 * “ASTANA. October 5. KAZINFORM –”, “TASHKENT, Uzbekistan (AP) —”, “MOSCOW, October 5. /TASS/.”, “(ANSA) - ROME, MAY 6 -”.
 *
 * @param strict Asks for an agency or a date beside the place: for a paragraph that is not the first.
 */
export function readDateline(paragraph: string, lexicon: DatelineLexicon, strict: boolean): Dateline | null {
  return readAfterAgency(paragraph, lexicon) ?? readFromPlace(paragraph, lexicon, strict);
}

/** A dateline that opens with the agency in brackets: “(ANSA) - ROME, MAY 6 -”; `null` where no place and day follow it. */
function readAfterAgency(paragraph: string, lexicon: DatelineLexicon): Dateline | null {
  const mark = markAt(paragraph.slice(0, MAX_HEAD), 0);
  if (mark?.inside == null) return null;
  const known = lexicon.agencies.find(paragraph.slice(mark.inside[0], mark.inside[1]));
  const from = skipJoint(paragraph.slice(0, MAX_HEAD), mark.end, true);
  const rest = known === null ? null : readFromPlace(paragraph.slice(from), lexicon, true);
  if (known === null || rest === null || rest.place === null || rest.day === null) return null;
  const moved = ([start, end]: Span): Span => [start + from, end + from];
  return {
    headLength: rest.headLength + from,
    end: rest.end + from,
    place: { ...rest.place, span: moved(rest.place.span) },
    agency: { name: known.name, span: mark.inside },
    day: { ...rest.day, span: moved(rest.day.span) },
  };
}

function readFromPlace(paragraph: string, lexicon: DatelineLexicon, strict: boolean): Dateline | null {
  const head = paragraph.slice(0, MAX_HEAD);
  const mark = findMark(head);
  if (mark === null) return null;
  const parts = readParts(head.slice(0, mark.start), lexicon);
  if (parts === null) return null;
  const inside = mark.inside === null ? "" : head.slice(mark.inside[0], mark.inside[1]);
  const known = inside === "" ? null : lexicon.agencies.find(inside);
  let end = skipJoint(head, mark.end, mark.inside !== null);
  const later = known === null && parts.agency === null ? agencyAfter(head, end, lexicon.agencies) : null;
  if (later !== null) end = later.end;
  const rest = paragraph.slice(end);
  if (rest.trim() !== "" && !/^["“‘'«(]?[\p{Lu}\p{N}]/u.test(rest)) return null;
  const named: Dateline["agency"] =
    mark.inside === null ? (parts.agency ?? later?.agency ?? null) : { name: known?.name ?? inside, span: mark.inside };
  const joint = head.slice(mark.end, end).trim() !== "";
  if (!isCredible(parts, { mark: head.slice(mark.start, mark.end), inside, known: known !== null, joint, strict }))
    return null;
  return { end, headLength: head.slice(0, end).trimEnd().length, place: parts.place, agency: named, day: parts.day };
}

function findMark(head: string): Mark | null {
  for (let i = 0; i < head.length; i++) {
    const mark = markAt(head, i);
    if (mark !== null) return mark;
    if (/["“”;?!\n]/.test(head[i] ?? "")) return null;
  }
  return null;
}

const CLOSING: Readonly<Record<string, string>> = { "(": ")", "[": "]", "/": "/" };

function markAt(head: string, at: number): Mark | null {
  const [letter = "", before = " ", after = ""] = [head[at], head[at - 1], head[at + 1]];
  const closing = CLOSING[letter];
  if (closing !== undefined && (letter !== "/" || /[\s.,]/.test(before) || at === 0)) {
    const end = head.indexOf(closing, at + 1);
    return end <= at + 1 || end - at > MAX_AGENCY ? null : { start: at, end: end + 1, inside: [at + 1, end] };
  }
  if (letter === ":" && after === " ") return { start: at, end: at + 1, inside: null };
  if (/[–—]/.test(letter) || (letter === "_" && /\s/.test(before))) return { start: at, end: at + 1, inside: null };
  const dashes = /^-{1,2} /.exec(head.slice(at, at + 3))?.[0].length ?? 0;
  return dashes > 0 && at > 0 ? { start: at, end: at + dashes - 1, inside: null } : null;
}

/** Skips what joins the dateline to the news: spaces, and after a bracket a dash, colon or full stop too. */
function skipJoint(head: string, from: number, afterBracket: boolean): number {
  const joint = (afterBracket ? /^\s?[.,:]?\s?[-–—_]{0,2}:?\s{0,2}/ : /^\s{0,2}/).exec(head.slice(from));
  return from + (joint?.[0].length ?? 0);
}

/** An agency between the dash and a second one: “KYIV, Oct 5 – Ukrinform – The …”. */
function agencyAfter(
  head: string,
  from: number,
  agencies: AgencyIndex,
): { agency: NonNullable<Dateline["agency"]>; end: number } | null {
  const match = /^([^–—:./(-]{2,30}?)(?:\s?[–—:/]|\s-|\.)\s{1,2}/.exec(head.slice(from));
  const agency = match === null ? null : agencies.find(match[1] ?? "");
  if (match === null || agency === null) return null;
  return { agency: { name: agency.name, span: [from, from + (match[1] ?? "").length] }, end: from + match[0].length };
}

interface Parts {
  readonly place: Dateline["place"];
  readonly isKnown: boolean;
  readonly isCapitals: boolean;
  readonly isCountry: boolean;
  readonly hasRegion: boolean;
  readonly agency: Dateline["agency"];
  readonly day: PrintedDay | null;
}

/** Place, region, date and agency before the mark; `null` where anything else stands there. */
function readParts(before: string, lexicon: DatelineLexicon): Parts | null {
  const day = findPrintedDay(before);
  const blank =
    day === null
      ? before
      : before.slice(0, day.span[0]) + ",".repeat(day.span[1] - day.span[0]) + before.slice(day.span[1]);
  const segments = [...blank.matchAll(/(?:[^,.]|\.(?=\p{L})|(?<=\b(?:St|ST|Ft|FT|Mt|MT|\p{Lu}))\.)+/gu)]
    .map((match) => ({ text: match[0].trim(), start: match.index + match[0].length - match[0].trimStart().length }))
    .filter(({ text }) => text !== "" && !/^(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|\d{4})$/i.test(text));
  const [first, ...others] = segments;
  if (first === undefined) return before.trim() === "" ? NO_PARTS : null;
  let [agency, region, hasRegion]: [Agency | null, readonly Place[], boolean] = [null, [], false];
  let agencySpan: Span = [0, 0];
  for (const { text, start } of others) {
    const found = lexicon.agencies.find(text);
    if (found !== null && agency === null) [agency, agencySpan] = [found, [start, start + text.length]];
    else if (!hasRegion && /^\p{Lu}[\p{L}.' -]{1,30}$/u.test(text))
      [region, hasRegion] = [lexicon.places.regions(text), true];
    else return null;
  }
  const name = /^[^/]{2,40}/.exec(first.text)?.[0].trim() ?? "";
  if (!/^\p{Lu}[\p{L}'’.-]*(?: (?:de|da|do|del|la|le|el|al|of|and|the|upon|\p{Lu}[\p{L}'’.-]*)){0,3}$/u.test(name))
    return null;
  const chosen = choosePlace(lexicon.places.find(name), hasRegion ? region : null);
  return {
    place: {
      name: chosen === null || isMarked(name) ? inUsualCase(name) : chosen.name,
      country: chosen?.country ?? region[0]?.country ?? null,
      span: [first.start, first.start + name.length],
    },
    isKnown: chosen !== null,
    isCapitals: name === name.toUpperCase() && name.length > 2,
    isCountry: chosen?.isCountry ?? false,
    hasRegion: hasRegion,
    agency: agency === null ? null : { name: agency.name, span: agencySpan },
    day,
  };
}

/** Whether a name keeps marks that tables may lack: “Asunción”. */
function isMarked(name: string): boolean {
  return name !== name.toUpperCase() && /[\u00c0-\u024f]/.test(name);
}

const NO_PARTS: Parts = {
  place: null, isKnown: false, isCapitals: false, isCountry: false, hasRegion: false, agency: null, day: null,
}; // biome-ignore format: one line reads best

/** The place of that name in the region's country; without a region the likeliest. */
function choosePlace(places: readonly Place[], region: readonly Place[] | null): Place | null {
  const found =
    region === null ? places[0] : places.find(({ country }) => region.some((other) => other.country === country));
  return found ?? null;
}

interface Signs {
  /** The mark itself: a bracket, dash or colon. */
  readonly mark: string;
  readonly inside: string;
  readonly known: boolean;
  /** Whether a dash or the like joins the bracket to the news. */
  readonly joint: boolean;
  readonly strict: boolean;
}

/** Whether place and signs together make a dateline rather than the beginning of a sentence. */
function isCredible(parts: Parts, { mark, inside, known, joint, strict }: Signs): boolean {
  const { place, isKnown, isCapitals, isCountry, hasRegion, agency, day } = parts;
  if (place === null) return known && (joint || mark.startsWith("/"));
  if (NOT_PLACES.has(place.name.toLowerCase())) return false;
  const isPlace = isKnown || isCapitals;
  if (inside !== "") {
    if (known) return isPlace || joint;
    return isPlace && !isCountry && joint && /^\p{Lu}[\p{L}\p{N}.&' -]{1,30}$/u.test(inside);
  }
  if (agency !== null || day !== null) return isPlace || hasRegion;
  if (strict || isCountry) return false;
  if (mark === ":") return isCapitals && isKnown;
  return isKnown || (isCapitals && (hasRegion || place.name.length >= 5));
}
