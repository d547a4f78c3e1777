import { byCodeUnit } from "../engine/base/span.js";
import type { StoredCommitment } from "../store/index.js";
import { distinct } from "./entries.js";
import { overlapOf, stemsOf } from "./likeness.js";
import { corroborationOf, daysBetween, mergeParties, participant, reportsOf } from "./reports.js";
import type { DayPrefix, RepeatLink, Telling } from "./types.js";

/** Likeness from which two reports of one contact tell one promise. */
const SAME_TELLING = 0.6;
/** Days the contact may lie apart in two reports of one story. */
const DAYS_APART = 1;

/** A promise as all reports of one contact tell it, with what decides on whether it repeats another. */
export interface Told {
  readonly items: StoredCommitment[];
  /** The report that stands for all. */
  readonly lead: StoredCommitment;
  readonly day: DayPrefix | null;
  readonly words: ReadonlySet<string>;
  readonly topic: ReadonlySet<string>;
  /** Codes of the sides that take part, ascending. */
  readonly sides: readonly string[];
}

/** Gathers commitments by the promise and the contact they tell of, in order of day. */
export function gatherTellings(commitments: readonly StoredCommitment[]): Told[] {
  const told: Told[] = [];
  const byStory = new Map<string, Told[]>();
  for (const one of [...commitments].sort(byReport)) {
    const words = stemsOf(one.text);
    const story = byStory.get(one.document.story) ?? [];
    byStory.set(one.document.story, story);
    const known = story.find((other) => isSameTelling(other, one, words));
    if (known !== undefined) {
      known.items.push(one);
      continue;
    }
    const topic = one.about ?? "";
    const made: Told = { items: [one], lead: one, day: one.day, words, topic: stemsOf(topic), sides: sidesOf(one) };
    told.push(made);
    story.push(made);
  }
  return told.sort((a, b) => byCodeUnit(placeOf(a), placeOf(b)) || byCodeUnit(a.lead.id, b.lead.id));
}

function isSameTelling(other: Told, one: StoredCommitment, words: ReadonlySet<string>): boolean {
  const apart = daysBetween(other.day, one.day);
  if (apart !== null && Math.abs(apart) > DAYS_APART) return false;
  return overlapOf(other.words, words).score >= SAME_TELLING;
}

function sidesOf({ participants }: StoredCommitment): string[] {
  return [...new Set(participants.flatMap(({ code, key }) => code ?? key))].sort(byCodeUnit);
}

/** What places a promise in time: the day of its contact, else that of its report. */
export function placeOf({ day, lead }: Told): string {
  return day ?? lead.document.published ?? "";
}

/** The first report first: a due day and a topic speak for a report, else the day and the hash decide. */
function byReport(a: StoredCommitment, b: StoredCommitment): number {
  const fullness = ({ due, about }: StoredCommitment): number => Number(due !== null) * 2 + Number(about !== null);
  return (
    byCodeUnit(a.document.story, b.document.story) ||
    fullness(b) - fullness(a) ||
    byCodeUnit(a.document.published ?? "9999", b.document.published ?? "9999") ||
    byCodeUnit(a.document.hash, b.document.hash) ||
    a.start - b.start ||
    byCodeUnit(a.id, b.id)
  );
}

/** A telling as it is given out. */
export function tellingOf({ items, lead, day }: Told, repeats: RepeatLink | null): Telling {
  const parties = (role: string) =>
    mergeParties(items.map((item) => item.parties.filter((party) => party.role === role))).map(participant);
  return {
    id: lead.id,
    day,
    text: lead.text,
    wordings: distinct([lead.text, ...items.map(({ text }) => text).sort(byCodeUnit)]),
    status: items.some(({ status }) => status === "reaffirmed") ? "reaffirmed" : lead.status,
    by: parties("by"),
    to: parties("to"),
    about: lead.about,
    due: items.find(({ due }) => due !== null)?.due ?? null,
    condition: items.find(({ condition }) => condition !== null)?.condition ?? null,
    contact: { id: lead.contact.id, channel: lead.contact.channel },
    corroboration: corroborationOf(items),
    reports: reportsOf(items),
    repeats,
  };
}
