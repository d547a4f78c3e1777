import { byCodeUnit } from "../engine/base/span.js";
import type { StoredContact, StoredDealing, StoredEvent } from "../store/index.js";
import type { ContactGroup } from "./merge.js";
import { corroborationOf, dayOfMost, mean, mergeParties, participant, reportsOf } from "./reports.js";
import type { TimelineEntry } from "./types.js";

/** Topics shown of one contact. */
const MOST_TOPICS = 12;

/** A contact as all its reports together tell it; the fullest report that states its day stands for all. */
export function contactEntry({ contacts, events }: ContactGroup): TimelineEntry {
  const [best] = [...contacts].sort(byFullness);
  if (best === undefined) throw new TypeError("a contact that nothing tells of");
  const told = [best, ...contacts.filter((one) => one !== best)];
  const stated = dayOfMost(contacts.filter(({ dayStated }) => dayStated));
  return {
    ...NOTHING,
    ...whenOf(stated, contacts),
    id: best.id,
    kind: "contact",
    channel: channelOf(told),
    events: kindsOf(events),
    status: best.status,
    who: mergeParties(told.map(({ parties }) => parties)).map(participant),
    topics: distinct(told.flatMap(({ topics }) => topics.map(({ label }) => label))).slice(0, MOST_TOPICS),
    place: placeOf(told),
    occasion: told.find(({ occasion }) => occasion !== null)?.occasion ?? null,
    from: told.flatMap(({ sender }) => sender ?? []).slice(0, 1),
    commitments: Math.max(...told.map(({ commitments }) => commitments)),
    score: scoreOf(events),
    corroboration: corroborationOf(contacts),
    reports: reportsOf(told),
  };
}

/** An event that belongs to no contact, as all its reports tell it. */
export function eventEntry(events: readonly StoredEvent[]): TimelineEntry {
  const [best] = [...events].sort((a, b) => Number(b.dayStated) - Number(a.dayStated) || b.confidence - a.confidence || byCodeUnit(a.id, b.id)); // biome-ignore format: one line reads best
  if (best === undefined) throw new TypeError("an event that nothing tells of");
  const stated = dayOfMost(events.filter(({ dayStated }) => dayStated));
  const keys = (role: string): string[] => best.parties.filter((one) => one.role === role).map(({ key }) => key);
  return {
    ...NOTHING,
    ...whenOf(stated, events),
    id: best.id,
    kind: "event",
    events: [best.event],
    mode: best.mode,
    status: best.status,
    negated: best.negated,
    who: best.parties.map(participant),
    from: keys("actor"),
    to: keys("recipient"),
    score: scoreOf(events),
    corroboration: corroborationOf(events),
    reports: reportsOf([best, ...events]),
  };
}

/** What an entry has that none of its reports gives. */
export const NOTHING = {
  channel: null,
  events: [],
  mode: null,
  negated: false,
  from: [],
  to: [],
  topics: [],
  place: null,
  occasion: null,
  commitments: 0,
  basis: "reported",
  note: null,
  author: null,
} as const;

/** In order of day, what has none by that of its first report; then contacts before events, then by id. */
export function byDay(a: TimelineEntry, b: TimelineEntry): number {
  return (
    byCodeUnit(a.day ?? a.told ?? "", b.day ?? b.told ?? "") ||
    Number(a.kind === "event") - Number(b.kind === "event") ||
    byCodeUnit(a.id, b.id)
  );
}

function whenOf(
  stated: string | null,
  items: readonly StoredDealing[],
): Pick<TimelineEntry, "day" | "dayBasis" | "told"> {
  const [told = null] = items.flatMap(({ document }) => document.published ?? []).sort(byCodeUnit);
  const day = stated ?? dayOfMost(items);
  return { day, told, dayBasis: stated !== null ? "stated" : day !== null ? "published" : null };
}

function byFullness(a: StoredContact, b: StoredContact): number {
  const weight = ({ parties, topics, commitments }: StoredContact): number =>
    parties.length + topics.length + commitments;
  return Number(b.dayStated) - Number(a.dayStated) || weight(b) - weight(a) || byCodeUnit(a.id, b.id);
}

/** What most reports call it; “meeting” says least. */
function channelOf(told: readonly StoredContact[]): StoredContact["channel"] | null {
  return (told.find(({ channel }) => channel !== "meeting" && channel !== "message") ?? told[0])?.channel ?? null;
}

function placeOf(told: readonly StoredContact[]): string | null {
  const place = told.find(({ location }) => location !== null)?.location;
  if (place === undefined || place === null) return null;
  return place.country === null ? place.name : `${place.name} (${place.country})`;
}

function kindsOf(events: readonly StoredEvent[]): StoredEvent["event"][] {
  return [...new Set(events.filter(({ negated }) => !negated).map(({ event }) => event))].sort(byCodeUnit);
}

/** Mean of the scores of what happened, each kind of event once: what is told often weighs no more. */
function scoreOf(events: readonly StoredEvent[]): number | null {
  const kinds = new Map<string, number>();
  for (const { event, mode, score, negated, status } of events)
    if (!negated && (status === "happened" || status === "historical")) kinds.set(`${event} ${mode ?? ""}`, score);
  return mean([...kinds.values()]);
}

/** Labels told once, whatever their capitals; the first form stands. */
export function distinct(labels: readonly string[]): string[] {
  const found = new Map<string, string>();
  for (const label of labels) if (!found.has(label.toLowerCase())) found.set(label.toLowerCase(), label);
  return [...found.values()];
}
