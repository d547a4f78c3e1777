import type { Row } from "../base/table.js";
import type { DatelineLexicon } from "./dateline.js";
import { besideDate, findPrintedDay, type PrintedDay } from "./printed-day.js";

/** How a row of `data/document/frame.tsv` (`phrase rule source`) is met: whole line, beginning, credit at the end. */
export const FRAME_RULES = new Set(["line", "start", "credit"]);

export interface HeaderLexicon extends DatelineLexicon {
  /** Phrases by rule, in small letters. */
  readonly frameLines: ReadonlyMap<string, readonly string[]>;
}

/** What a header or credit line says; all `null` for one that only labels the text. */
export interface HeaderLine {
  readonly byline: string | null;
  readonly agency: string | null;
  readonly day: PrintedDay | null;
  readonly place: { readonly name: string; readonly country: string | null } | null;
}

const LABEL: HeaderLine = { byline: null, agency: null, day: null, place: null };
/** Header lines are short; a longer line is read as news. */
const MAX_LINE = 130;
const STOPPED = /[\p{Ll}\p{N}][.!?]["'”’)\]]{0,3}$/u;
const BYLINE =
  /^(?:[Bb]y|BY|[Aa]uthor:?|[Ww]ritten by|[Rr]eported by|[Ss]tory by|[Tt]ext by)[: ]\s?(\p{Lu}[\p{L}.'’-]*(?:(?:, ?| |\/| and | & )(?:(?:in|for|of|the|de|al|van|bin) )?\p{Lu}[\p{L}.'’-]*){1,11})$/u;
/** What a byline has in any case; most lines have not, which spares them the patterns for names. */
const MAY_SIGN = /^(?:by|author|written|reported|story|text)\b|, |[|/]| [-–] /i;
const SIGNED = /^(\p{Lu}[\p{L}.'’-]*(?: \p{Lu}[\p{L}.'’-]*){1,3})(?:, | \| | - | – |\/)([\p{L}][\p{L} .&'-]{1,40})$/u;

/** Reads the phrases from the rows of the table. */
export function readFrameLines(rows: readonly Row[]): ReadonlyMap<string, readonly string[]> {
  const byRule = new Map<string, string[]>();
  for (const row of rows) byRule.set(row.cell("rule"), [...(byRule.get(row.cell("rule")) ?? []), row.cell("phrase")]);
  return byRule;
}

/** What a line at the head of an article says if it is no news, or `null` if it is (title, lead, body). */
export function readHeaderLine(line: string, lexicon: HeaderLexicon): HeaderLine | null {
  if (line.length > MAX_LINE) return null;
  const lower = line.toLowerCase().replaceAll("’", "'");
  const dated = readDateLine(line, lexicon);
  if (dated !== null) return dated;
  const byline = readByline(line, lexicon);
  if (byline !== null) return byline;
  if (STOPPED.test(line) && !lower.startsWith("source:")) return null;
  const agency = readAgencyLine(line, lexicon);
  if (agency !== null) return agency;
  const phrase = lower.replace(/[\s:.|–—*-]+$/, "").replace(/^[\s|–—*-]+/, "");
  const lines = lexicon.frameLines.get("line") ?? [];
  if (phrase === "" || lines.includes(phrase)) return LABEL;
  const starts = (lexicon.frameLines.get("start") ?? []).some((start) => startsAsLabel(lower, start));
  if (starts && line.length <= 90) return LABEL;
  return readPlaceLine(line, lexicon);
}

/** Whether a line begins with a label phrase and goes on in names only: no “said”, no verb of a lead. */
function startsAsLabel(lower: string, start: string): boolean {
  if (!lower.startsWith(start)) return false;
  return (
    start.endsWith(":") ||
    !/\b(?:is|are|was|were|has|have|had|will|says?|said|to|on|after|over|with|calls?|urges?|denies|warns?)\b/.test(
      lower,
    )
  );
}

/** “October 5, 2021”, “Published: 5 October 2021, 14:30 (GMT+5)”, “Moscow, October 5, 2021”, “14:30”. */
function readDateLine(line: string, lexicon: HeaderLexicon): HeaderLine | null {
  const rest = besideDate(line);
  if (rest === null) return null;
  const day = findPrintedDay(line);
  if (rest === "") return { ...LABEL, day };
  const place = rest.length <= 40 ? lexicon.places.find(rest)[0] : undefined;
  if (place !== undefined) return { ...LABEL, day, place };
  const agency = rest.length <= 40 ? lexicon.agencies.find(rest) : null;
  if (agency !== null) return { ...LABEL, day, agency: agency.name };
  const labels = [...(lexicon.frameLines.get("line") ?? [])];
  if (labels.includes(rest.toLowerCase())) return { ...LABEL, day };
  const byline = readByline(rest.replace(/[\s|,–—-]+$/, ""), lexicon);
  return byline === null ? null : { ...byline, day };
}

/** “By John Smith”, “By JOHN SMITH, Associated Press”, “John Smith, The Associated Press”. */
function readByline(line: string, lexicon: HeaderLexicon): HeaderLine | null {
  if (line.length > 100 || !MAY_SIGN.test(line)) return null;
  const names = BYLINE.exec(line)?.[1];
  const last = names?.split(/,\s*|\s+(?:for|of)\s+/).at(-1) ?? "";
  if (names !== undefined) return { ...LABEL, byline: names, agency: lexicon.agencies.find(last)?.name ?? null };
  const [, name, house] = SIGNED.exec(line) ?? [];
  const signed = house === undefined ? null : lexicon.agencies.find(house);
  return name === undefined || signed === null ? null : { ...LABEL, byline: name, agency: signed.name };
}

/** “TASS”, “Source: TASS”, “(Reuters)” alone on a line. */
function readAgencyLine(line: string, lexicon: HeaderLexicon): HeaderLine | null {
  if (line.length > 50) return null;
  const name = line.replace(/^(?:source|via|agency)\s?[:-]\s?/i, "").replace(/^[\s([/–—-]+|[\s)\]/.–—-]+$/g, "");
  const agency = lexicon.agencies.find(name);
  return agency === null ? null : { ...LABEL, agency: agency.name };
}

/** “The Kremlin, Moscow”, “Sochi”: where the reported thing took place, on a line of its own. */
function readPlaceLine(line: string, lexicon: HeaderLexicon): HeaderLine | null {
  const parts = line.length <= 50 ? line.split(/,\s*/) : [];
  const [first, region] = parts;
  const inRegion = region === undefined ? [] : lexicon.places.regions(region);
  const city = lexicon.places.find(first ?? "").find((p) => inRegion.some((r) => r.country === p.country)); // “Ottawa, Ontario”
  const place =
    parts.length > 2 ? undefined : (city ?? lexicon.places.find(parts.at(-1) ?? "").find((found) => !found.isCountry));
  return place === undefined || /\p{Ll} \p{Ll}/u.test(line) ? null : { ...LABEL, place };
}

/** Whether a line at an article's end only says who wrote or carried it. */
export function readCreditLine(line: string, lexicon: HeaderLexicon): HeaderLine | null {
  const lower = line.toLowerCase().replaceAll("’", "'");
  const isCredit =
    line.length <= 300 && (lexicon.frameLines.get("credit") ?? []).some((phrase) => lower.startsWith(phrase));
  const agency = readAgencyLine(line.replace(/^[-–—\s]+/, ""), lexicon);
  if (agency !== null) return agency;
  if (isCredit) return LABEL;
  if ((lexicon.frameLines.get("line") ?? []).includes(lower) && line.length <= 6) return LABEL;
  return line.length <= 60 ? readDateLine(line, lexicon) : null;
}

const LAST_BRACKET =
  /\s(?:\(([\p{L}][\p{L} .&'-]{1,30})\)|\/([\p{L}][\p{L} .&'-]{1,30})\/\.?|[–—-]{1,2} ?([\p{L}][\p{L} .&'-]{1,30}))$/u;

/** An agency's name after the last sentence: “… the ministry said. (Reuters)”; offsets within the paragraph. */
export function readTrailingAgency(
  paragraph: string,
  lexicon: HeaderLexicon,
): { readonly name: string; readonly start: number } | null {
  const from = Math.max(0, paragraph.length - 40);
  if (!/[)/]\.?$|[–—-] ?[\w .&'-]{2,31}$/.test(paragraph.slice(from))) return null;
  const match = LAST_BRACKET.exec(paragraph.slice(from));
  if (match === null) return null;
  const agency = lexicon.agencies.find(match[1] ?? match[2] ?? match[3] ?? "");
  const start = from + match.index + 1;
  const stopped = /[.!?…”"]$/.test(paragraph.slice(0, start).trimEnd());
  return agency === null || agency.kind !== "agency" || !stopped ? null : { name: agency.name, start };
}
