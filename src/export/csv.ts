import { eventIds } from "../engine/item-ids.js";
import type { ActorRecord, EventRecord, ReadoutRecord } from "../engine/record.js";
import { excerpt } from "./excerpt.js";
import { eventDay } from "./plover.js";

/** Columns in order; `docs/formats.md` says what each holds. */
export const CSV_COLUMNS = [
  "id", "date", "event", "mode", "status", "negated", "actor", "actor_code", "actor_sector", "recipient", "recipient_code",
  "recipient_sector", "cameo", "quad", "score", "context", "confidence", "text", "title", "agency", "outlet", "published",
  "url", "document_id", "document_hash", "date_why", "why",
] as const; // biome-ignore format: a list in the order of the file

type Row = Readonly<Record<(typeof CSV_COLUMNS)[number], string | number | boolean | null>>;

/** The header line. */
export const CSV_HEAD = `${CSV_COLUMNS.join(",")}\r\n`;

/** One line an event, as RFC 4180 has it; cells a spreadsheet would take for formulas are made text. */
export function csvLines(record: ReadoutRecord): string {
  const ids = eventIds(record);
  return record.events.map((event, i) => `${line(row(record, event, ids[i] ?? ""))}\r\n`).join("");
}

function line(cells: Row): string {
  return CSV_COLUMNS.map((column) => cellOf(cells[column])).join(",");
}

/**
 * One cell. Text that begins as a formula does (`=`, `+`, `-`, `@`, tab or carriage return) is given an apostrophe
 * before it, so that no spreadsheet runs it; numbers keep their sign.
 */
export function cellOf(value: string | number | boolean | null): string {
  if (value === null) return "";
  if (typeof value !== "string") return String(value);
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function row(record: ReadoutRecord, event: EventRecord, id: string): Row {
  const { document } = record;
  const day = eventDay(record, event);
  return {
    id,
    date: day?.value ?? null,
    event: event.event,
    mode: event.mode,
    status: event.status,
    negated: event.negated,
    ...parties(record, event),
    cameo: event.cameo,
    quad: event.quad,
    score: event.score,
    context: listCell(event.context),
    confidence: event.confidence,
    text: excerpt(document.text, event.evidence[0] ?? [0, 0]),
    title: document.title === null ? null : oneLine(document.title),
    agency: document.agency,
    outlet: document.outlet,
    published: document.published?.value ?? null,
    url: document.url,
    document_id: document.id,
    document_hash: document.hash,
    date_why: day?.why ?? null,
    why: event.why,
  };
}

function parties(
  record: ReadoutRecord,
  event: EventRecord,
): Pick<Row, "actor" | "actor_code" | "actor_sector" | "recipient" | "recipient_code" | "recipient_sector"> {
  const of = (ids: readonly string[]): ActorRecord[] =>
    ids.flatMap((id) => record.actors.filter((actor) => actor.id === id));
  const [actor, recipient] = [of(event.actor), of(event.recipient)];
  return {
    actor: listCell(actor.map((a) => a.name)),
    actor_code: listCell(actor.map((a) => a.code ?? "")),
    actor_sector: listCell(actor.map((a) => a.sector.join(" "))),
    recipient: listCell(recipient.map((a) => a.name)),
    recipient_code: listCell(recipient.map((a) => a.code ?? "")),
    recipient_sector: listCell(recipient.map((a) => a.sector.join(" "))),
  };
}

/** Several values in one cell, kept apart by `|`; the lists of one party run side by side. */
export function listCell(values: readonly string[]): string {
  return values.map((value) => oneLine(value).replaceAll("|", "/")).join("|");
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
