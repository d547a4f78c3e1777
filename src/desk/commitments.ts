import { daysOf } from "../engine/base/day.js";
import { byCodeUnit } from "../engine/base/span.js";
import type { Ledger, StoredCommitment, StoredContact } from "../store/index.js";
import { overlapOf, stemsOf } from "./likeness.js";
import { judgedItems, linkRepeats, REPEATS_FIELD } from "./repeats.js";
import { areMeant, daysBetween, mergeParties, participant } from "./reports.js";
import { gatherTellings, placeOf, type Told, tellingOf } from "./tellings.js";
import { entriesOf, MOST_REPORTS } from "./timeline.js";
import type { CommitmentThread, CommitmentThreads, DayPrefix, Party, Telling, TimelineEntry } from "./types.js";

/** Threads given when nobody says how many. */
export const COMMITMENT_THREADS = 50;
/** Field of a judgement on how a commitment stands: `done`, `dropped`, or `open`. */
export const STATE_FIELD = "commitment/state";
/** Later contacts named that speak of a promise's topic. */
const MOST_MENTIONS = 10;
/** Likeness from which a topic is that of a promise. */
const SAME_TOPIC = 0.6;

export interface CommitmentQuery {
  /** Two; one alone gives all he takes part in, none all there are. */
  readonly parties: readonly Party[];
  /** Only what is not done, dropped, or merely offered. */
  readonly open?: boolean | undefined;
  /** Only threads with a telling between these days. */
  readonly since?: string | undefined;
  readonly until?: string | undefined;
  /** Only documents that hold these words. */
  readonly words?: string | undefined;
  readonly limit?: number | undefined;
  readonly offset?: number | undefined;
  /** ISO day. */
  readonly today: string;
}

/**
 * What was agreed between parties, each promise with its repetitions, those repeated last first.
 *
 * @throws StoreError
 */
export async function commitmentThreads(ledger: Ledger, query: CommitmentQuery): Promise<CommitmentThreads> {
  const { parties, words, today, limit = COMMITMENT_THREADS, offset = 0 } = query;
  const actors = parties.map(({ key }) => key);
  const found = await ledger.commitments({ actors, words, limit: MOST_REPORTS });
  const told = found.filter((one) => areMeant(one.participants, actors) && isMade(one));
  const contacts = await ledger.dealings({ actors, kinds: ["contact"], limit: MOST_REPORTS });
  const held = entriesOf(contacts.filter((one): one is StoredContact => one.kind === "contact" && areMeant(one.parties, actors) && one.status === "held")); // biome-ignore format: one line reads best
  const threads = (await threadsOf(ledger, told, held, today))
    .filter((thread) => query.open !== true || thread.state === "open" || thread.state === "overdue")
    .filter((thread) => thread.tellings.some(({ day }) => isWithin(day, query)));
  const lastContact = lastDay(held, today);
  return {
    parties,
    threads: threads.slice(offset, offset + limit),
    lastContact,
    page: { total: threads.length, offset, limit, cut: new Set(found.map(({ contact }) => contact.id)).size >= MOST_REPORTS }, // biome-ignore format: one line reads best
  };
}

/** What was said in a contact that was denied or called off was not agreed. */
function isMade({ contact }: StoredCommitment): boolean {
  return contact.status !== "denied" && contact.status !== "cancelled";
}

function isWithin(day: DayPrefix | null, { since, until }: CommitmentQuery): boolean {
  if (since === undefined && until === undefined) return true;
  return day !== null && day >= (since ?? "") && day <= `${until ?? ""}~`;
}

/** Threads of commitments, those told last first. `held` are the contacts of their parties. */
export async function threadsOf(
  ledger: Ledger,
  commitments: readonly StoredCommitment[],
  held: readonly TimelineEntry[],
  today: string,
): Promise<CommitmentThread[]> {
  const tellings = gatherTellings(commitments);
  const links = linkRepeats(tellings, await ledger.judgements({ kind: "correction", field: REPEATS_FIELD }));
  const states = judgedItems(await ledger.judgements({ kind: "correction", field: STATE_FIELD }));
  const byId = new Map(tellings.map((told) => [told.lead.id, told]));
  const labels = new Map(held.flatMap(({ topics }) => topics.map((label) => [label, stemsOf(label)] as const)));
  const threads = new Map<Told, Told[]>();
  for (const told of tellings) {
    const first = firstOf(told, (one) => byId.get(links.get(one)?.id ?? ""));
    threads.set(first, [...(threads.get(first) ?? []), told]);
  }
  return [...threads.values()]
    .map((own) => {
      const given = own.map((told) => tellingOf(told, links.get(told) ?? null));
      const judged = own.flatMap(({ items }) => items.flatMap(({ id }) => states.get(id) ?? []));
      return threadOf(own, given, String(judged.at(-1)?.value ?? ""), { held, labels, today });
    })
    .sort((a, b) => byCodeUnit(b.lastRepeated ?? "", a.lastRepeated ?? "") || byCodeUnit(a.id, b.id));
}

/** Links lead back in time, so they end. */
function firstOf(told: Told, before: (told: Told) => Told | undefined): Told {
  let first = told;
  const seen = new Set([told]);
  for (let next = before(first); next !== undefined && !seen.has(next); next = before(first)) {
    first = next;
    seen.add(next);
  }
  return first;
}

/** What threads are told against: contacts of their parties, the stems of those contacts' topics, and the day. */
interface Surroundings {
  readonly held: readonly TimelineEntry[];
  readonly labels: ReadonlyMap<string, ReadonlySet<string>>;
  readonly today: string;
}

function threadOf(
  own: readonly Told[],
  tellings: readonly Telling[],
  judged: string,
  { held, labels, today }: Surroundings,
): CommitmentThread {
  const [first, last] = [tellings[0], tellings.at(-1)];
  const told = own[0];
  if (first === undefined || last === undefined || told === undefined) throw new TypeError("a thread of no tellings");
  const due = [...tellings].reverse().find((one) => one.due !== null)?.due ?? null;
  const about = tellings.find((one) => one.about !== null)?.about ?? null;
  const parties = mergeParties(own.flatMap(({ items }) => items.map(({ participants }) => participants)));
  const between = held.filter(({ who }) => told.sides.every((side) => who.some(({ code, key }) => (code ?? key) === side)));
  return {
    id: first.id,
    text: first.text,
    about,
    parties: parties.map(participant),
    since: first.day,
    lastRepeated: last.day,
    due,
    state: stateOf(tellings, judged, due, today),
    daysSinceContact: daysBetween(lastDay(between, today), today),
    tellings,
    mentionedIn: mentionsOf(own, about, between, labels),
  };
} // biome-ignore format: the conditions read best on one line

function stateOf(tellings: readonly Telling[], judged: string, due: DayPrefix | null, today: string): CommitmentThread["state"] {
  if (judged === "done" || judged === "dropped") return judged;
  const end = due === null ? null : (daysOf(due)?.[1] ?? null);
  if (end !== null && end < today) return "overdue";
  return tellings.every(({ status }) => status === "offered") ? "offered" : "open";
} // biome-ignore format: the signature reads best on one line

/** Day of the last contact that was held, not later than today. */
function lastDay(held: readonly TimelineEntry[], today: string): DayPrefix | null {
  return held.reduce<DayPrefix | null>((last, { day }) => (day !== null && day <= today && day > (last ?? "") ? day : last), null); // biome-ignore format: one line reads best
}

/** Later contacts of the parties that speak of a promise's topic, in order of day. */
function mentionsOf(
  own: readonly Told[],
  about: string | null,
  between: readonly TimelineEntry[],
  labels: Surroundings["labels"],
): CommitmentThread["mentionedIn"] {
  const first = own[0] === undefined ? "" : placeOf(own[0]);
  const words = [stemsOf(about ?? ""), ...own.map((told) => told.words)].filter(({ size }) => size > 1);
  const stories = new Set(own.flatMap(({ items }) => items.map(({ document }) => document.hash)));
  return between
    .filter(({ day, reports }) => day !== null && day > first && !reports.some(({ document }) => stories.has(document)))
    .flatMap(({ id, day, channel, topics }) => {
      const topic = topics.find((label) =>
        words.some((one) => overlapOf(one, labels.get(label) ?? new Set()).score >= SAME_TOPIC),
      );
      return topic === undefined ? [] : [{ id, day, channel: channel ?? "contact", topic }];
    })
    .sort((a, b) => byCodeUnit(a.day ?? "", b.day ?? "") || byCodeUnit(a.id, b.id))
    .slice(0, MOST_MENTIONS);
}
