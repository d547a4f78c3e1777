import { byCodeUnit } from "../engine/base/span.js";
import type { Ledger } from "../store/index.js";
import { byDay, contactEntry } from "./entries.js";
import { mergeDealings } from "./merge.js";
import { daysBetween } from "./reports.js";
import { AHEAD } from "./same.js";
import { MOST_REPORTS } from "./timeline.js";
import type { BriefContact, Change, TimelineEntry } from "./types.js";

/** A contact after fewer days than this is no “first since”. */
const LONG = 90;
/** Days before a change in which its announcement is looked for. */
const ANNOUNCED = 120;
/** Days by which an announced day and that of the change may differ. */
const DAY_MOVED = 3;
const OFF: ReadonlySet<string> = new Set(["postponed", "cancelled", "denied"]);

/** What kind of contact a channel makes: talks at a distance, meetings, and writing are counted apart. */
function kindOf({ channel }: TimelineEntry): "call" | "meeting" | "letter" {
  if (channel === "phone" || channel === "video") return "call";
  return channel === "telegram" || channel === "letter" || channel === "message" ? "letter" : "meeting";
}

/** The contacts of two sides, in order of day. */
export async function contactsBetween(ledger: Ledger, sides: readonly string[]): Promise<TimelineEntry[]> {
  const found = await ledger.dealings({ actors: sides, kinds: ["contact"], limit: MOST_REPORTS });
  return mergeDealings(found).contacts.map(contactEntry).sort(byDay);
}

/** How long it is since the same persons (the same sides, where none are named) were last in contact so. */
export function firstSince(entry: TimelineEntry, own: readonly TimelineEntry[]): BriefContact["firstSince"] {
  const { day } = entry;
  if (entry.status !== "held" || day === null || kindOf(entry) === "letter") return null;
  const before = own.filter((one) => one.id !== entry.id && one.status === "held" && one.day !== null && one.day < day && kindOf(one) === kindOf(entry) && sharePersons(one, entry)); // biome-ignore format: one line reads best
  const last = before.at(-1);
  if (last === undefined || last.day === null) return null;
  const days = daysBetween(last.day, day);
  return days === null || days < LONG ? null : { day: last.day, days, channel: kindOf(entry) };
}

/** What became of an announced contact: whether it was held, put off or called off, or its day changed; `null` for news. */
export function changeOf(after: TimelineEntry, own: readonly TimelineEntry[]): Change | null {
  const before = own
    .filter((one) => one.id !== after.id && AHEAD.has(one.status) && isToldBefore(one, after))
    .filter((one) => kindOf(one) === kindOf(after) && sharePersons(one, after))
    .filter((one) => (AHEAD.has(after.status) ? isMoved(one, after) : isSameDate(one, after)))
    .sort((a, b) => byCodeUnit(a.told ?? "", b.told ?? "") || byCodeUnit(a.id, b.id))
    .at(-1);
  if (before === undefined) return null;
  const what = AHEAD.has(after.status) ? `moved from ${before.day} to ${after.day}` : `${before.status}, now ${after.status}`; // biome-ignore format: one line reads best
  return { before, after, what };
}

function isToldBefore(one: TimelineEntry, after: TimelineEntry): boolean {
  const days = daysBetween(one.told, after.told);
  return days !== null && days > 0 && days <= ANNOUNCED;
}

function isSameDate(a: TimelineEntry, b: TimelineEntry): boolean {
  const days = daysBetween(a.day, b.day);
  if (days !== null) return Math.abs(days) <= DAY_MOVED || a.day?.startsWith(b.day ?? " ") === true || b.day?.startsWith(a.day ?? " ") === true; // biome-ignore format: one line reads best
  return OFF.has(b.status); // what is put off or called off need not say again which day it was for
}

function isMoved(a: TimelineEntry, b: TimelineEntry): boolean {
  return a.day?.length === 10 && b.day?.length === 10 && a.day !== b.day && (a.place ?? b.place) === (b.place ?? a.place); // biome-ignore format: one line reads best
}

/** Whether both sides are of the same persons, as far as persons are named. */
function sharePersons(a: TimelineEntry, b: TimelineEntry): boolean {
  const keys = new Set(a.who.map(({ key }) => key));
  const shared = new Set(b.who.filter(({ key }) => keys.has(key)).map(({ code }) => code));
  return shared.size >= 2 || !isNamed(a) || !isNamed(b);
}

function isNamed({ who }: TimelineEntry): boolean {
  return who.some(({ level, office }) => level !== null || office !== null);
}
