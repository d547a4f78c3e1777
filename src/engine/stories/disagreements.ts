import { byCodeUnit } from "../base/span.js";
import type { ContactRecord, ReadoutRecord } from "../record.js";
import { contactSides, leadContact, leadContactRecord } from "./lead.js";
import { wordsOf } from "./words.js";

/** A report of a story: its record and the group of copies it is in. */
export interface Report {
  readonly copy: string;
  readonly record: ReadoutRecord;
}

/** What the texts of a story tell differently of its contact. */
export interface Disagreement {
  /** `persons/RUS`: who stood for a side; `commitment`: agreed according to some texts, while others are silent. */
  readonly field: string;
  /** What is told, with the groups of copies that tell it, ascending; at least two, but for a commitment. */
  readonly told: readonly { readonly value: string; readonly copies: readonly string[] }[];
}

/** Commitments that share this part of the shorter one's words are told alike. */
const SAME_WORDS = 0.5;

/**
 * Where the texts of one story disagree about the contact they are about: its day, channel and place, who stood for a
 * side, and what was agreed. Copies count as one text. Nothing is decided: everything told is given.
 */
export function disagreements(reports: readonly Report[]): Disagreement[] {
  const texts = new Map<string, ReadoutRecord>();
  for (const { copy, record } of reports) if (!texts.has(copy) && leadContact(record) !== null) texts.set(copy, record);
  const told = [...texts].flatMap(([copy, record]) => {
    const contact = leadContactRecord(record);
    return contact === null ? [] : { copy, record, contact };
  });
  return contactDisagreements(told);
}

/** A contact as one text tells it. */
export interface ToldContact extends Report {
  readonly contact: ContactRecord;
}

/** Where texts, one of each group of copies, disagree about one contact. */
export function contactDisagreements(texts: readonly ToldContact[]): Disagreement[] {
  const told = [...texts].sort((a, b) => byCodeUnit(a.copy, b.copy));
  const fields = new Map<string, Map<string, string[]>>();
  for (const { copy, record, contact } of told)
    for (const [field, value] of valuesOf(record, contact)) {
      const values = fields.get(field) ?? new Map<string, string[]>();
      fields.set(field, values.set(value, [...(values.get(value) ?? []), copy]));
    }
  const different = [...fields].flatMap(([field, values]) => (values.size > 1 ? toldOf(field, values) : []));
  return [...different, ...onlyHere(told)];
}

function toldOf(field: string, values: ReadonlyMap<string, readonly string[]>): Disagreement {
  const told = [...values].map(([value, copies]) => ({ value, copies })).sort((a, b) => byCodeUnit(a.value, b.value));
  return { field, told };
}

/** What a text gives of its contact, field by field; what it leaves open is no disagreement. */
function valuesOf(record: ReadoutRecord, contact: ContactRecord): [string, string][] {
  const { date, channel, location } = contact;
  const values: [string, string][] = [["channel", channel]];
  if (date !== null && date.value.length === 10) values.unshift(["day", date.value]);
  if (location !== null) values.push(["place", location.country ?? location.name]);
  for (const { code, persons } of contactSides(record, contact))
    if (persons.length > 0)
      values.push([`persons/${code}`, persons.map((person) => nameOf(record, person)).join(", ")]);
  return values;
}

function nameOf(record: ReadoutRecord, person: string): string {
  return record.actors.find(({ wikidata, name }) => person === (wikidata ?? name))?.name ?? person;
}

/** Commitments that some texts tell of while another, which tells of commitments too, is silent. */
function onlyHere(told: readonly { readonly copy: string; readonly contact: ContactRecord }[]): Disagreement[] {
  const telling = told.filter(({ contact }) => contact.commitments.length > 0);
  if (told.length < 2) return [];
  const found: { readonly text: string; readonly words: ReadonlySet<string>; readonly copies: string[] }[] = [];
  for (const { copy, contact } of telling)
    for (const { text } of contact.commitments) {
      const words = new Set(wordsOf(text).map(({ form }) => form).filter((form) => form.length > 3)); // biome-ignore format: one line reads best
      const same = found.find((one) => alike(one.words, words));
      if (same === undefined) found.push({ text, words, copies: [copy] });
      else if (!same.copies.includes(copy)) same.copies.push(copy);
    }
  return found
    .filter(({ copies }) => copies.length < told.length)
    .map(({ text, copies }) => ({ field: "commitment", told: [{ value: text, copies }] }));
}

function alike(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const shorter = Math.min(a.size, b.size);
  return shorter > 0 && [...a].filter((word) => b.has(word)).length >= shorter * SAME_WORDS;
}
