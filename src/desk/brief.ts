import { addDays, parseDay } from "../engine/base/day.js";
import { byCodeUnit } from "../engine/base/span.js";
import type { Ledger } from "../store/index.js";
import { changeOf, contactsBetween, firstSince } from "./before.js";
import { commitmentThreads } from "./commitments.js";
import { dossierOf, recordsOf } from "./contact.js";
import { byDay, contactEntry } from "./entries.js";
import { type ContactGroup, mergeDealings } from "./merge.js";
import { MOST_REPORTS } from "./timeline.js";
import type { Brief, BriefContact, Change, CommitmentThread, ContactDossier, TimelineEntry } from "./types.js";

/** Contacts given when nobody says how many. */
export const BRIEF_CONTACTS = 50;
/** Days ahead, and back, in which what is due is told of. */
const [DUE_AHEAD, DUE_BACK] = [14, 60];
/** Promises whose due day is near that are followed up. */
const MOST_FOLLOW_UPS = 50;

export interface BriefQuery {
  /** ISO day or prefix. */
  readonly since: string;
  /** ISO day. */
  readonly today: string;
  readonly limit?: number | undefined;
  readonly offset?: number | undefined;
}

/**
 * What is new since a day: contacts, what became of announced ones, what the sides tell differently, and promises that
 * are due. The latest `limit` contacts are looked at.
 *
 * @throws StoreError
 */
export async function brief(ledger: Ledger, query: BriefQuery): Promise<Brief> {
  const { since, today, limit = BRIEF_CONTACTS, offset = 0 } = query;
  const found = await ledger.dealings({ since, kinds: ["contact"], limit: MOST_REPORTS });
  const groups = mergeDealings(found)
    .contacts.map((group) => ({ group, entry: contactEntry(group) }))
    .filter(({ entry }) => sidesOf(entry).length >= 2)
    .sort((a, b) => byDay(a.entry, b.entry));
  const end = Math.max(0, groups.length - offset);
  const shown = groups.slice(Math.max(0, end - limit), end);
  const records = await recordsOf(ledger, shown.map(({ group }) => group)); // biome-ignore format: one line reads best
  const contacts: BriefContact[] = [];
  const changes: Change[] = [];
  const contradictions: ContactDossier[] = [];
  const between = remembering((sides) => contactsBetween(ledger, sides));
  for (const { group, entry } of shown) {
    const own = await between(sidesOf(entry).slice(0, 2));
    const dossier = dossierOf(group, records);
    const change = changeOf(entry, own);
    if (change !== null) changes.push(change);
    if (change === null || entry.status === "held")
      contacts.push({ entry, firstSince: firstSince(entry, own), missingSides: missingOf(group, dossier) });
    if (contradicts(dossier)) contradictions.push(dossier);
  }
  const settled = new Set(changes.map(({ before }) => before.id));
  return {
    since,
    today,
    contacts: contacts.filter(({ entry }) => !settled.has(entry.id)),
    changes,
    contradictions,
    followUps: await followUps(ledger, today),
    page: { total: groups.length, offset, limit, cut: found.length >= MOST_REPORTS },
  };
}

/** Sides that publish: what was not held has no readout yet. */
function missingOf({ contacts }: ContactGroup, { missingSides }: ContactDossier): readonly string[] {
  return contacts.some(({ status }) => status === "held") ? missingSides : [];
}

/** Whether reports give another day, channel, place or persons, or both sides published and one is silent on a promise. */
function contradicts({ disagreements, readouts }: ContactDossier): boolean {
  const sides = new Set(readouts.flatMap(({ side }) => side ?? []));
  return disagreements.some(({ field }) => field !== "commitment" || sides.size > 1);
}

function sidesOf({ who }: TimelineEntry): string[] {
  return [...new Set(who.flatMap(({ code }) => code ?? []))].sort(byCodeUnit);
}

/** Promises of any parties that are due soon or were due of late, by due day. */
async function followUps(ledger: Ledger, today: string): Promise<CommitmentThread[]> {
  const day = parseDay(today);
  if (day === null) return [];
  const [from, to] = [addDays(day, -DUE_BACK), addDays(day, DUE_AHEAD)];
  const near = await ledger.commitments({ due: { since: from, until: to }, limit: MOST_FOLLOW_UPS });
  const pairs = new Map<string, readonly string[]>();
  for (const { participants } of near) {
    const sides = [...new Set(participants.flatMap(({ code, key }) => code ?? key))].sort(byCodeUnit).slice(0, 2);
    pairs.set(sides.join(" "), sides);
  }
  const threads = new Map<string, CommitmentThread>();
  for (const sides of pairs.values()) {
    const parties = sides.map((key) => ({ key, name: key }));
    const found = await commitmentThreads(ledger, { parties, open: true, today, limit: MOST_REPORTS });
    for (const thread of found.threads)
      if (thread.due !== null && thread.due >= from && thread.due <= `${to}~`) threads.set(thread.id, thread);
  }
  return [...threads.values()].sort((a, b) => byCodeUnit(a.due ?? "", b.due ?? "") || byCodeUnit(a.id, b.id));
}

/** A question put once for each pair of sides. */
function remembering<T>(ask: (sides: readonly string[]) => Promise<T>): (sides: readonly string[]) => Promise<T> {
  const known = new Map<string, Promise<T>>();
  return (sides) => {
    const key = sides.join(" ");
    const answer = known.get(key) ?? ask(sides);
    known.set(key, answer);
    return answer;
  };
}
