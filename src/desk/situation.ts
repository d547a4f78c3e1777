import { byCodeUnit } from "../engine/base/span.js";
import type { Ledger, StoredContact } from "../store/index.js";
import { threadsOf } from "./commitments.js";
import { byDay, contactEntry } from "./entries.js";
import { mergeDealings } from "./merge.js";
import { mergeStatements } from "./statements.js";
import type { CountryNames } from "./tables.js";
import { MOST_REPORTS } from "./timeline.js";
import { readTopic } from "./topic.js";
import type { Page, Situation, TimelineEntry } from "./types.js";

/** Entries of each list given when nobody says how many. */
export const SITUATION_ENTRIES = 20;
/** Articles whose statements are looked at, the latest. */
const MOST_ARTICLES = 500;

export interface SituationQuery {
  readonly topic: string;
  readonly since?: string | undefined;
  readonly until?: string | undefined;
  readonly limit?: number | undefined;
  readonly offset?: number | undefined;
  /** ISO day. */
  readonly today: string;
  readonly countries: CountryNames;
}

/**
 * Contacts, statements and commitments that speak of a topic, the latest first. `null` for a topic without a word that
 * tells anything.
 *
 * @throws StoreError
 */
export async function situation(ledger: Ledger, query: SituationQuery): Promise<Situation | null> {
  const { topic, since, until, today } = query;
  const read = readTopic(topic, query.countries);
  if (read === null) return null;
  const { words, holds } = read;
  const found = await ledger.dealings({ words, since, until, kinds: ["contact"], limit: MOST_REPORTS });
  const told = await ledger.commitments({ words, since, until, limit: MOST_REPORTS });
  const said = await ledger.statements({ words, since, until, limit: MOST_ARTICLES });
  const promises = told.filter(
    ({ text, about, participants }) => holds(text, participants) || (about !== null && holds(about, participants)),
  );
  const agreed = new Set(promises.map(({ contact }) => contact.id));
  const isOn = ({ id, topics, parties }: StoredContact): boolean =>
    agreed.has(id) || topics.some(({ label }) => holds(label, parties));
  const contacts = found.filter((one) => one.kind === "contact");
  const onTopic = mergeDealings(contacts)
    .contacts.filter((group) => group.contacts.some(isOn))
    .map(contactEntry)
    .sort((a, b) => byDay(b, a));
  const statements = mergeStatements(said.filter(({ text }) => holds(text)));
  const held = onTopic.filter(({ status }) => status === "held");
  const threads = await threadsOf(ledger, promises, held, today);
  const pages = {
    contacts: pageOf(query, onTopic.length, found.length >= MOST_REPORTS),
    statements: pageOf(query, statements.length, new Set(said.map(({ document }) => document.hash)).size >= MOST_ARTICLES), // biome-ignore format: one line reads best
    commitments: pageOf(query, threads.length, false),
  };
  return {
    topic,
    since: since ?? null,
    until: until ?? null,
    contacts: cut(onTopic, pages.contacts),
    statements: cut(statements, pages.statements),
    commitments: cut(threads, pages.commitments),
    parties: partiesOf(onTopic),
    pages,
  };
}

function pageOf({ limit = SITUATION_ENTRIES, offset = 0 }: SituationQuery, total: number, isCut: boolean): Page {
  return { total, offset, limit, cut: isCut };
}

function cut<T>(list: readonly T[], { offset, limit }: Page): T[] {
  return list.slice(offset, offset + limit);
}

/** Countries and bodies that take part, most contacts first, then by code. */
function partiesOf(entries: readonly TimelineEntry[]): Situation["parties"] {
  const counts = new Map<string, number>();
  for (const { who } of entries)
    for (const code of new Set(who.flatMap((one) => one.code ?? []))) counts.set(code, (counts.get(code) ?? 0) + 1);
  return [...counts]
    .map(([code, contacts]) => ({ code, contacts }))
    .sort((a, b) => b.contacts - a.contacts || byCodeUnit(a.code, b.code));
}
