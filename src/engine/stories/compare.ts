import { compareContacts, daysApart, isSameEvent } from "./same-contact.js";
import { areStrangers, overlapOf } from "./shingles.js";
import { likeness } from "./terms.js";
import type { Relation, Sketch } from "./types.js";

/**
 * Share of the shorter text that must stand in the longer for the two to be copies, by its shingles. Two readouts that
 * one press service writes by one pattern share up to 0.67 of forty shingles, 0.53 of a hundred and 0.49 of a hundred and
 * fifty; releases taken from two pages share 0.95 and more, a text with every twentieth word mistyped about 0.8.
 */
const COPY_SHARES: readonly (readonly [shingles: number, share: number])[] = [
  [150, 0.6],
  [60, 0.7],
  [12, 0.85],
  [0, 1],
];
/** Texts published further apart are copies only where nearly all of the shorter stands in a longer of nearly its length. */
export const COPY_DAYS_APART = 3;
const [LATE_COPY_SHARE, LATE_COPY_PART] = [0.85, 0.8];
/** A text that is less than this share of the other is quoted there rather than reprinted, unless it is the other's head. */
const LEAST_PART = 0.2;
/** Share of the head that must be the same. */
const HEAD_SHARE = 0.6;
/** Reports of one event appear within this many days. */
export const REPORT_DAYS_APART = 2;
/** Likeness from which texts outside diplomacy are reports of one event: see docs/stories.md for the curve. */
const ALIKE = 0.25;
/** The same where both are about one deed of the same parties. */
const ALIKE_ON_ONE_EVENT = 0.18;
/** The same where only one of the texts has a day. */
const ALIKE_UNDATED = 0.32;
/** Score of reports joined by their contact. */
const SAME_CONTACT_SCORE = 0.95;

/**
 * What two articles are to each other, from these two alone: no count of other articles comes into it, so that the order
 * in which articles arrive changes nothing. Symmetric. `null` for articles that have nothing to do with each other.
 */
export function compare(a: Sketch, b: Sketch): Relation | null {
  return compareTexts(a, b) ?? compareReports(a, b);
}

function compareTexts(a: Sketch, b: Sketch): Relation | null {
  if (areStrangers(a.shingles, b.shingles)) return null;
  const apart = daysApart(a.published, b.published);
  const late = apart !== null && apart > COPY_DAYS_APART;
  const leastOf = (shorter: number): number => Math.max(copyShare(shorter), late ? LATE_COPY_SHARE : 0);
  const overlap = overlapOf(a.shingles, b.shingles, leastOf);
  if (overlap === null || overlap.shorter === 0) return null;
  const part = overlap.shorter / overlap.longer;
  if (late && part < LATE_COPY_PART) return null;
  if (part < LEAST_PART && overlapOf(a.head, b.head, () => HEAD_SHARE) === null) return null;
  return {
    kind: "copy",
    score: rounded(overlap.containment),
    reasons: [`${Math.floor(overlap.containment * 100)} % of the shorter text stands in the longer`],
  };
}

function copyShare(shorter: number): number {
  return COPY_SHARES.find(([shingles]) => shorter >= shingles)?.[1] ?? 1;
}

function compareReports(a: Sketch, b: Sketch): Relation | null {
  const contact = a.contact === null || b.contact === null ? null : compareContacts(a.contact, b.contact);
  if (contact !== null) return contact.same ? report(SAME_CONTACT_SCORE, contact.reasons) : null;
  const apart = daysApart(a.published, b.published);
  if (apart !== null && apart > REPORT_DAYS_APART) return null;
  const alike = likeness(a.terms, b.terms);
  const undated = (a.published === null) !== (b.published === null);
  const event = a.event !== null && b.event !== null && isSameEvent(a.event, b.event);
  if (alike < (event ? ALIKE_ON_ONE_EVENT : undated ? ALIKE_UNDATED : ALIKE)) return null;
  const reasons = [`likeness of what they speak of: ${alike.toFixed(2)}`];
  if (event) reasons.push(`one deed: ${a.event?.event} by ${a.event?.actors.join(", ")}`);
  return report(alike, reasons);
}

function report(score: number, reasons: readonly string[]): Relation {
  return { kind: "report", score: rounded(score), reasons };
}

function rounded(score: number): number {
  return Math.round(score * 1000) / 1000;
}
