import type { Span } from "../base/span.js";
import { type Dateline, readDateline } from "./dateline.js";
import { type HeaderLexicon, type HeaderLine, readCreditLine, readHeaderLine, readTrailingAgency } from "./header.js";
import { findLines, findWraps } from "./lines.js";
import { isHeadline } from "./title.js";
import type { SourceDocument } from "./types.js";

/** The parts of a document that are no running text, told apart from those that are. */
export type Frame = Pick<
  SourceDocument,
  "paragraphs" | "title" | "frame" | "agency" | "byline" | "dateline" | "printedDay"
>;

/** Header lines stand among this many paragraphs at the head. */
const MAX_HEADER = 14;
/** A dateline stands in one of the first paragraphs of the body. */
const DATELINE_WITHIN = 3;
/** Credit lines stand among this many paragraphs at the end. */
const MAX_CREDITS = 5;

/** What is known while the paragraphs are read from the top. */
interface Draft {
  title: Span | null;
  paragraphs: Span[];
  frame: Span[];
  agency: SourceDocument["agency"];
  byline: string | null;
  dateline: SourceDocument["dateline"];
  printedDay: SourceDocument["printedDay"];
}

/**
 * Tells title, header lines, dateline and credits from the body.
 *
 * @param titleEnd End of a title that was given apart, at the text's beginning; 0 where there is none.
 */
export function findFrame(text: string, titleEnd: number, lexicon: HeaderLexicon): Frame {
  const all = findParagraphs(text);
  const given = all.filter((span) => span[0] < titleEnd);
  const [first, last] = [given[0], given.at(-1)];
  const draft: Draft = {
    title: first === undefined || last === undefined ? null : [first[0], last[1]],
    paragraphs: [],
    frame: [],
    agency: null,
    byline: null,
    dateline: null,
    printedDay: null,
  };
  const rest = all.slice(given.length);
  const bodyFrom = readHeader(text, rest, draft, lexicon);
  const body = readDatelines(text, rest.slice(bodyFrom), draft, lexicon);
  const news = readCredits(text, body, draft, lexicon);
  draft.frame.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  return { ...draft, paragraphs: draft.title === null ? news : [draft.title, ...news] };
}

/** The paragraphs of a text: lines, those of hard-wrapped text taken together. */
export function findParagraphs(text: string): readonly Span[] {
  const lines = findLines(text);
  const wraps = findWraps(lines);
  const paragraphs: [number, number][] = [];
  lines.forEach((line, i) => {
    const open = paragraphs.at(-1);
    if (wraps[i] === true && open !== undefined) open[1] = line.span[1];
    else paragraphs.push([line.span[0], line.span[1]]);
  });
  return paragraphs;
}

/** Reads title and header lines; returns how many paragraphs they take. */
function readHeader(text: string, paragraphs: readonly Span[], draft: Draft, lexicon: HeaderLexicon): number {
  for (let i = 0; i < Math.min(MAX_HEADER, paragraphs.length); i++) {
    const span = paragraphs[i] ?? [0, 0];
    const line = text.slice(span[0], span[1]);
    const isLast = i === paragraphs.length - 1;
    const header = isLast ? null : readHeaderLine(line, lexicon);
    if (header !== null) takeHeader(header, span, line, draft);
    else if (draft.title !== null && line === text.slice(draft.title[0], draft.title[1]) && !isLast)
      draft.frame.push(span);
    else if (draft.title === null && isTitle(text, paragraphs, i, lexicon)) draft.title = span;
    else return i;
  }
  return Math.min(MAX_HEADER, paragraphs.length);
}

function isTitle(text: string, paragraphs: readonly Span[], at: number, lexicon: HeaderLexicon): boolean {
  const [span, next] = [paragraphs[at], paragraphs[at + 1]];
  if (span === undefined || next === undefined) return false;
  const line = text.slice(span[0], span[1]);
  if (readDateline(line, lexicon, false) !== null) return false;
  const after = text.slice(next[0], next[1]);
  const apart = /\n\s*\n/.test(text.slice(span[1], next[0]));
  const dated = readDateline(after, lexicon, false) !== null;
  return isHeadline(line, { apart, dated, framed: readHeaderLine(after, lexicon) !== null, next: after });
}

function takeHeader(header: HeaderLine, span: Span, line: string, draft: Draft): void {
  draft.frame.push(span);
  draft.byline ??= header.byline;
  if (header.agency !== null) draft.agency ??= { name: header.agency, span };
  if (header.day !== null && header.day.value !== null)
    draft.printedDay ??= {
      value: header.day.value,
      span: [span[0] + header.day.span[0], span[0] + header.day.span[1]],
    };
  if (header.place !== null && draft.dateline === null) {
    const at = Math.max(0, line.lastIndexOf(header.place.name));
    const end = at + Math.min(header.place.name.length, line.length - at);
    draft.dateline = { place: header.place.name, country: header.place.country, span: [span[0] + at, span[0] + end] };
  }
}

/** Cuts datelines off the first paragraphs of the body, and takes bylines and dates that stand between them. */
function readDatelines(text: string, body: readonly Span[], draft: Draft, lexicon: HeaderLexicon): readonly Span[] {
  const news: Span[] = [];
  let found = false;
  body.forEach((span, i) => {
    const line = i < DATELINE_WITHIN && !found ? text.slice(span[0], span[1]) : "";
    const header = i > 0 && i < DATELINE_WITHIN && i < body.length - 1 ? readHeaderLine(line, lexicon) : null;
    const dateline = line === "" ? null : readDateline(line, lexicon, i > 0);
    if (dateline !== null) {
      found = true;
      const rest = takeDateline(dateline, span, draft);
      if (rest[0] < rest[1]) news.push(rest);
    } else if (header !== null && (header.byline !== null || header.day !== null || header.agency !== null))
      takeHeader(header, span, line, draft);
    else news.push(span);
  });
  return news;
}

function takeDateline({ end, headLength, place, agency, day }: Dateline, span: Span, draft: Draft): Span {
  const shifted = (inner: Span): Span => [span[0] + inner[0], span[0] + inner[1]];
  const cut = span[0] + end;
  draft.frame.push([span[0], span[0] + headLength]);
  if (place !== null) draft.dateline = { place: place.name, country: place.country, span: shifted(place.span) };
  if (agency !== null) draft.agency = { name: agency.name, span: shifted(agency.span) };
  // A day without its year (“Oct 5”) says less than a full date printed in a line above.
  const fuller = draft.printedDay !== null && /^\d{4}/.test(draft.printedDay.value);
  if (day !== null && day.value !== null && (!fuller || /^\d{4}/.test(day.value)))
    draft.printedDay = { value: day.value, span: shifted(day.span) };
  return [cut, span[1]];
}

/** Takes credit lines off the end, and an agency's name after the last sentence. */
function readCredits(text: string, body: readonly Span[], draft: Draft, lexicon: HeaderLexicon): readonly Span[] {
  let end = body.length;
  while (end > 1 && body.length - end < MAX_CREDITS) {
    const span = body[end - 1] ?? [0, 0];
    const line = text.slice(span[0], span[1]);
    const credit = readCreditLine(line, lexicon);
    if (credit === null) break;
    takeHeader({ ...credit, place: null }, span, line, draft);
    end--;
  }
  const news = body.slice(0, end);
  const last = news.at(-1);
  const trailing = last === undefined ? null : readTrailingAgency(text.slice(last[0], last[1]), lexicon);
  if (last === undefined || trailing === null) return news;
  const start = last[0] + trailing.start;
  draft.frame.push([start, last[1]]);
  draft.agency ??= { name: trailing.name, span: [start, last[1]] };
  const cut = text.slice(last[0], start).trimEnd().length;
  return [...news.slice(0, -1), [last[0], last[0] + cut]];
}
