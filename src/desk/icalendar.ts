import { addDays, parseDay } from "../engine/base/day.js";
import { clean } from "../export/clean.js";
import type { Occasion } from "./types.js";

/** Octets of a line before it is folded, its end not counted. Source: RFC 5545, 3.1. */
const LINE_OCTETS = 75;
const ENDED = "\r\n";

/**
 * Occasions as a calendar (RFC 5545): whole days, stable uids. The same occasions on the same day are the same bytes.
 *
 * @param stamp ISO day the calendar was made on.
 */
export function iCalendar(occasions: readonly Occasion[], stamp: string): string {
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Readout//Occasions//EN",
    "CALSCALE:GREGORIAN",
    ...occasions.flatMap((one) => eventLines(one, stamp)),
    "END:VCALENDAR",
  ];
  return lines.map((line) => fold(line) + ENDED).join("");
}

function eventLines({ day, kind, title, uid, lastYear }: Occasion, stamp: string): string[] {
  const next = parseDay(day);
  if (next === null) return [];
  const greetings = lastYear.map((one) => `${one.from} to ${one.to}, ${one.channel}${one.day === null ? "" : ` of ${one.day}`}`); // biome-ignore format: one line reads best
  return [
    "BEGIN:VEVENT",
    `UID:${escapeText(uid)}`,
    `DTSTAMP:${plain(stamp)}T000000Z`,
    `DTSTART;VALUE=DATE:${plain(day)}`,
    `DTEND;VALUE=DATE:${plain(addDays(next, 1))}`,
    `SUMMARY:${escapeText(title)}`,
    ...(greetings.length === 0 ? [] : [`DESCRIPTION:${escapeText(["Greetings the year before:", ...greetings])}`]),
    `CATEGORIES:${escapeText(kind)}`,
    "TRANSP:TRANSPARENT",
    "END:VEVENT",
  ];
}

function plain(day: string): string {
  return day.replaceAll("-", "");
}

/** Text of a property: backslash, semicolon and comma escaped, lines joined by `\n`. Source: RFC 5545, 3.3.11. */
function escapeText(text: string | readonly string[]): string {
  const lines = typeof text === "string" ? [text] : text;
  return lines.map((line) => clean(line).replace(/[\\;,]/g, (character) => `\\${character}`)).join("\\n");
}

/** Folds a line so that none is longer than 75 octets; characters are kept whole. */
function fold(line: string): string {
  const parts: string[] = [];
  let [part, octets] = ["", 0];
  for (const character of line) {
    const size = new TextEncoder().encode(character).length;
    if (octets + size > LINE_OCTETS) {
      parts.push(part);
      [part, octets] = ["", 1]; // the blank before a further line counts
    }
    part += character;
    octets += size;
  }
  return [...parts, part].join(`${ENDED} `);
}
