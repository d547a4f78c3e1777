import type { Ledger, StoredContact, StoredEvent } from "../store/index.js";
import { concerns, enteredEntry } from "./entered.js";
import { byDay, contactEntry, eventEntry } from "./entries.js";
import { mergeDealings } from "./merge.js";
import { areMeant, mean } from "./reports.js";
import type { Party, Period, Timeline, TimelineEntry } from "./types.js";

/** Reports of each kind looked at, the latest first. */
export const MOST_REPORTS = 2000;
/** Entries given when nobody says how many. */
export const TIMELINE_ENTRIES = 100;

export interface TimelineQuery {
  /** Two; one alone gives all that he takes part in. */
  readonly parties: readonly Party[];
  readonly since?: string | undefined;
  readonly until?: string | undefined;
  readonly limit?: number | undefined;
  /** Latest entries to pass over. */
  readonly offset?: number | undefined;
  /** Also what is told as not having happened, or as no more than possible. */
  readonly all?: boolean | undefined;
  /** Also the notes of contacts entered by hand. */
  readonly withNotes?: boolean | undefined;
  /** Leave out contacts entered by hand. */
  readonly reportedOnly?: boolean | undefined;
}

/**
 * Contacts and events between two parties in order of day, each once however often it is told. The latest `limit` entries
 * are given; `page` says of how many.
 *
 * @throws StoreError
 */
export async function timeline(ledger: Ledger, query: TimelineQuery): Promise<Timeline> {
  const { parties, since, until, limit = TIMELINE_ENTRIES, offset = 0, all = false } = query;
  const actors = parties.map(({ key }) => key);
  const found = await ledger.dealings({ actors, since, until, limit: MOST_REPORTS });
  const entries = entriesOf(found.filter((one) => isBetween(one, actors) && (all || isAsserted(one))));
  if (query.reportedOnly !== true)
    for (const entry of await ledger.entries()) {
      const entered = enteredEntry(entry, query.withNotes === true);
      if (entered !== null && concerns(entered, { actors, since, until })) entries.push(entered);
    }
  entries.sort(byDay);
  const end = Math.max(0, entries.length - offset);
  return {
    parties,
    since: since ?? null,
    until: until ?? null,
    entries: entries.slice(Math.max(0, end - limit), end),
    periods: periodsOf(entries),
    score: mean(entries.flatMap(({ score }) => score ?? [])),
    page: { total: entries.length, offset, limit, cut: isCut(found) },
  };
}

/** Entries of what was looked up, in no order. */
export function entriesOf(found: readonly (StoredContact | StoredEvent)[]): TimelineEntry[] {
  const { contacts, events } = mergeDealings(found);
  return [...contacts.map(contactEntry), ...events.map(eventEntry)];
}

/** Whether as many reports of a kind were found as were looked for. */
export function isCut(found: readonly (StoredContact | StoredEvent)[]): boolean {
  const contacts = found.filter(({ kind }) => kind === "contact").length;
  return contacts >= MOST_REPORTS || found.length - contacts >= MOST_REPORTS;
}

function isAsserted(one: StoredContact | StoredEvent): boolean {
  return one.kind === "contact" || (!one.negated && one.status !== "hypothetical");
}

/** Two who act together on a third do nothing between them. */
function isBetween({ kind, parties }: StoredContact | StoredEvent, actors: readonly string[]): boolean {
  if (!areMeant(parties, actors)) return false;
  const [a, b] = actors;
  if (kind === "contact" || a === undefined || b === undefined) return true;
  const recipients = parties.filter(({ role }) => role === "recipient");
  if (recipients.length === 0) return true;
  const doers = parties.filter(({ role }) => role === "actor");
  const meant = (list: typeof parties, key: string): boolean => list.some((one) => one.code === key || one.key === key);
  return (meant(doers, a) && meant(recipients, b)) || (meant(doers, b) && meant(recipients, a));
}

/** Years a timeline may span and still be told month by month. */
const MONTHLY_YEARS = 3;

function periodsOf(entries: readonly TimelineEntry[]): Period[] {
  const years = entries.flatMap(({ day }) => (day === null ? [] : Number(day.slice(0, 4))));
  const monthly = Math.max(...years) - Math.min(...years) <= MONTHLY_YEARS;
  const periods = new Map<string, TimelineEntry[]>();
  for (const entry of entries) {
    if (entry.day === null) continue;
    const period = entry.day.slice(0, monthly ? 7 : 4);
    periods.set(period, [...(periods.get(period) ?? []), entry]);
  }
  return [...periods].map(([period, own]) => ({
    period,
    entries: own.length,
    score: mean(own.flatMap(({ score }) => score ?? [])),
  }));
}
