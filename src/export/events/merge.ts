import { dayNumber, parseDay } from "../../engine/base/day.js";
import { byCodeUnit } from "../../engine/base/span.js";
import { independentOrigins, type StoryMember } from "../../engine/stories/index.js";
import type { ExportEvent, ExportParty, ExportReport, ReportedEvent } from "./types.js";

/** News without a day of its own is published on the day of the event, or this many days after it. */
const MOST_DAYS_LATE = 3;

/** Reports of one event, the one it is told by first. */
interface Cluster {
  readonly first: ReportedEvent;
  readonly others: ReportedEvent[];
}

/**
 * The events of one story, each once: alike in code, status, parties and day. A party that one report names and another
 * calls by country is the same; so is a day that one report gives and another, published just after, does not. The report
 * that gives a day, and of those the earliest, tells the row; what came in first makes no difference.
 */
export function mergeReports(reported: readonly ReportedEvent[]): ExportEvent[] {
  const clusters = new Map<string, Cluster[]>();
  for (const event of [...reported].sort(byReport)) {
    const key = keyOf(event);
    const list = clusters.get(key) ?? [];
    clusters.set(key, list);
    const same = nearest(event, list);
    if (same === null) list.push({ first: event, others: [] });
    else same.others.push(event);
  }
  return [...clusters.values()].flat().map(merged).sort(inOrder);
}

/** Events of one story in order: by day, unknown last, then id. */
export function inOrder(a: ExportEvent, b: ExportEvent): number {
  return byCodeUnit(a.day?.value ?? "9999", b.day?.value ?? "9999") || byCodeUnit(a.id, b.id);
}

function byReport(a: ReportedEvent, b: ReportedEvent): number {
  const [left, right] = [a.reports[0].document, b.reports[0].document];
  return (
    dayRank(a) - dayRank(b) ||
    byCodeUnit(left.published ?? "9999", right.published ?? "9999") ||
    byCodeUnit(left.hash, right.hash) ||
    byCodeUnit(a.id, b.id)
  );
}

/** Whole days the text gives go before parts of them, these before days of publication. */
function dayRank({ day, dayStated }: ReportedEvent): number {
  if (day === null) return 3;
  return !dayStated ? 2 : day.value.length === 10 ? 0 : 1;
}

function keyOf({ event, mode, cameo, status, negated, actors, recipients }: ReportedEvent): string {
  return JSON.stringify([event, mode, cameo, status, negated, codesOf(actors), codesOf(recipients)]);
}

/** Codes of a side, each once; who has none stands by name. */
function codesOf(parties: readonly ExportParty[]): string[] {
  return [...new Set(parties.map(({ code, name }) => code ?? `:${name.toLowerCase()}`))].sort(byCodeUnit);
}

function nearest(event: ReportedEvent, clusters: readonly Cluster[]): Cluster | null {
  let [best, least] = [null as Cluster | null, Number.POSITIVE_INFINITY];
  for (const cluster of clusters) {
    if (!sameSide(event.actors, cluster.first.actors) || !sameSide(event.recipients, cluster.first.recipients))
      continue;
    const apart = daysApart(event, cluster);
    if (apart !== null && apart < least) [best, least] = [cluster, apart];
  }
  return best;
}

/** Whether no code stands for persons of different names on the two sides. */
function sameSide(a: readonly ExportParty[], b: readonly ExportParty[]): boolean {
  const codes = new Set(a.map(({ code }) => code));
  for (const code of codes) {
    const [left, right] = [personsOf(a, code), personsOf(b, code)];
    if (left.length > 0 && right.length > 0 && !left.some((one) => right.some((other) => samePerson(one, other))))
      return false;
  }
  return true;
}

function personsOf(parties: readonly ExportParty[], code: string | null): ExportParty[] {
  return parties.filter((party) => party.kind === "person" && party.code === code);
}

function samePerson(a: ExportParty, b: ExportParty): boolean {
  if (a.wikidata !== null && b.wikidata !== null) return a.wikidata === b.wikidata;
  return lastWord(a.name) === lastWord(b.name);
}

function lastWord(name: string): string {
  return name.toLowerCase().slice(name.lastIndexOf(" ") + 1);
}

/** How many days an event lies from a cluster it may belong to; `null` when it cannot. */
function daysApart(event: ReportedEvent, { first, others }: Cluster): number | null {
  if (event.day === null || first.day === null) return event.day === null && first.day === null ? 0 : null;
  if (event.day.value === first.day.value) return 0;
  if (event.dayStated) {
    const isPart = first.dayStated && event.day.value.length < 10 && first.day.value.startsWith(event.day.value);
    return isPart ? 1 : null;
  }
  if ([first, ...others].some(({ member }) => member.copy === event.member.copy)) return 1;
  const [day, published] = [parseDay(first.day.value), parseDay(event.day.value)];
  if (!first.dayStated || day === null || published === null) return null;
  const late = dayNumber(published) - dayNumber(day);
  return late > 0 && late <= MOST_DAYS_LATE ? late : null;
}

function merged({ first, others }: Cluster): ExportEvent {
  const { member, ...event } = first;
  const reports = new Map<string, ExportReport>([[first.reports[0].document.hash, first.reports[0]]]);
  const members: StoryMember[] = [member];
  const notes = new Set(event.notes);
  let { mentions, lead } = event;
  for (const other of others) {
    const [report] = other.reports;
    if (!reports.has(report.document.hash)) reports.set(report.document.hash, report);
    members.push(other.member);
    for (const note of other.notes) notes.add(note);
    mentions += other.mentions;
    lead ||= other.lead;
  }
  const [own, ...rest] = reports.values();
  return {
    ...event,
    mentions,
    lead,
    reports: [own ?? first.reports[0], ...rest],
    sources: independentOrigins(members).length,
    notes: [...notes],
  };
}
