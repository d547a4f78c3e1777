import { byCodeUnit } from "../engine/base/span.js";
import type { ContactRecord } from "../engine/record.js";
import { contactDisagreements } from "../engine/stories/index.js";
import type { Ledger, StoredCommitment, StoredRecord } from "../store/index.js";
import { enteredEntry } from "./entered.js";
import { contactEntry } from "./entries.js";
import { overlapOf, stemsOf } from "./likeness.js";
import { type ContactGroup, mergeDealings } from "./merge.js";
import { linkRepeats, REPEATS_FIELD } from "./repeats.js";
import { publisherOf } from "./sides.js";
import { gatherTellings, tellingOf } from "./tellings.js";
import { MOST_REPORTS } from "./timeline.js";
import type { ContactDossier, Readout, Telling } from "./types.js";

/** Texts of one story that are laid side by side; larger stories are cut. */
const MOST_TEXTS = 200;
/** Likeness from which two readouts tell one topic or commitment. */
const SAME_MATTER = 0.6;

/**
 * All that is known of a contact, by its lasting id or that of one entered by hand: what each side published, what one
 * tells alone, and what the reports tell differently. `null` where there is no such contact.
 *
 * @throws StoreError
 */
export async function contactDossier(ledger: Ledger, id: string): Promise<ContactDossier | null> {
  const item = await ledger.item(id);
  if (item === null || item.item.kind !== "contact") return enteredDossier(ledger, id);
  const { story } = item.document;
  const found = await ledger.dealings({ story, limit: MOST_REPORTS });
  const group = mergeDealings(found).contacts.find(({ contacts }) => contacts.some((one) => one.id === id));
  if (group === undefined) return null;
  const dossier = dossierOf(group, await recordsOf(ledger, [group]));
  return { ...dossier, commitments: await tellingsOf(ledger, group, dossier.sides) };
}

/** Records of the documents that tell of contacts, by hash. Larger stories are cut. */
export async function recordsOf(
  ledger: Ledger,
  groups: readonly ContactGroup[],
): Promise<ReadonlyMap<string, StoredRecord>> {
  const hashes = groups.flatMap(({ contacts }) =>
    [...new Set(contacts.map(({ document }) => document.hash))].sort(byCodeUnit).slice(0, MOST_TEXTS),
  );
  const records = new Map<string, StoredRecord>();
  if (hashes.length > 0) for await (const one of ledger.records({ hashes })) records.set(one.hash, one);
  return records;
}

/** The dossier of a contact whose reports were looked up, but for what was agreed in it. */
export function dossierOf(group: ContactGroup, records: ReadonlyMap<string, StoredRecord>): ContactDossier {
  const entry = contactEntry(group);
  const sides = [...new Set(entry.who.flatMap(({ code }) => code ?? []))].sort(byCodeUnit);
  const texts = textsOf(group, records);
  const readouts = readoutsOf(texts, sides);
  const given = new Set(readouts.map(({ side }) => side));
  return {
    entry,
    sides,
    readouts,
    missingSides: sides.filter((side) => !given.has(side)),
    disagreements: contactDisagreements(texts.map(({ stored, contact }) => ({ copy: stored.copy, record: stored.record, contact }))), // biome-ignore format: one line reads best
    commitments: [],
  };
}

async function enteredDossier(ledger: Ledger, id: string): Promise<ContactDossier | null> {
  const own = (await ledger.entries()).find((one) => one.id === id);
  const entry = own === undefined ? null : enteredEntry(own, false);
  if (entry === null) return null;
  const sides = [...new Set(entry.who.flatMap(({ code }) => code ?? []))].sort(byCodeUnit);
  return { entry, sides, readouts: [], missingSides: sides, disagreements: [], commitments: [] };
}

/** One text of each group of copies that tells of the contact, with how many copies there are. */
interface Text {
  readonly stored: StoredRecord;
  readonly contact: ContactRecord;
  readonly copies: number;
}

function textsOf({ contacts }: ContactGroup, records: ReadonlyMap<string, StoredRecord>): Text[] {
  const locals = new Map<string, string>();
  for (const { document, local } of contacts) if (!locals.has(document.hash)) locals.set(document.hash, local);
  const copies = new Map<string, Set<string>>();
  for (const { document } of contacts) copies.set(document.copy, (copies.get(document.copy) ?? new Set()).add(document.hash)); // biome-ignore format: one line reads best
  const texts = new Map<string, Text>();
  for (const hash of [...locals.keys()].sort(byCodeUnit)) {
    const stored = records.get(hash);
    const contact = stored?.record.contacts.find(({ id }) => id === locals.get(hash));
    if (stored === undefined || contact === undefined || texts.has(stored.copy)) continue;
    texts.set(stored.copy, { stored, contact, copies: copies.get(stored.copy)?.size ?? 1 });
  }
  return [...texts.values()].sort((a, b) => byCodeUnit(a.stored.published ?? "9999", b.stored.published ?? "9999") || byCodeUnit(a.stored.hash, b.stored.hash)); // biome-ignore format: one line reads best
}

function readoutsOf(texts: readonly Text[], sides: readonly string[]): Readout[] {
  const told = texts.map((text) => ({
    text,
    topics: text.contact.topics.map(({ label }) => label),
    commitments: text.contact.commitments.map((one) => one.text),
  }));
  return told.map(({ text: { stored, contact, copies }, topics, commitments }, i) => {
    const others = told.filter((_, j) => j !== i);
    const { side, name } = publisherOf(stored.record, contact, sides);
    return {
      document: stored.hash,
      copy: stored.copy,
      title: stored.title,
      url: stored.url,
      published: stored.published,
      side,
      publisher: name,
      topics,
      commitments,
      onlyHere: {
        topics: others.length === 0 ? [] : onlyIn(topics, others.flatMap((one) => one.topics)),
        commitments: others.length === 0 ? [] : onlyIn(commitments, others.flatMap((one) => one.commitments)),
      },
      copies,
    };
  });
} // biome-ignore format: the lists read best on one line

/** Matters that none of the others is like. */
function onlyIn(own: readonly string[], others: readonly string[]): string[] {
  const stems = others.map(stemsOf);
  return own.filter((matter) => !stems.some((other) => overlapOf(stemsOf(matter), other).score >= SAME_MATTER));
}

/** What was agreed in the contact, each with the earlier promise it repeats. */
async function tellingsOf(ledger: Ledger, { contacts }: ContactGroup, sides: readonly string[]): Promise<Telling[]> {
  const own = new Set(contacts.map(({ id }) => id));
  const isOwn = (one: StoredCommitment): boolean => own.has(one.contact.id);
  if (!contacts.some(({ commitments }) => commitments > 0)) return [];
  const all = await ledger.commitments({ actors: sides.slice(0, 2), limit: MOST_REPORTS });
  const tellings = gatherTellings(all);
  const links = linkRepeats(tellings, await ledger.judgements({ kind: "correction", field: REPEATS_FIELD }));
  return tellings.filter(({ items }) => items.some(isOwn)).map((told) => tellingOf(told, links.get(told) ?? null));
}
