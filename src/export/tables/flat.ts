import { CSV_COLUMNS, cellOf, listCell } from "../csv.js";
import type { ExportEvent, ExportParty } from "../events/types.js";
import { wholeDay } from "./cells.js";
import type { ExportCodes } from "./codes.js";

/** One value of a flat row; a `Date` is a day. */
export type FlatValue = string | number | boolean | Date | null;

/** A column with the type its values have in Parquet. */
export interface FlatColumn {
  readonly name: string;
  readonly type: "STRING" | "INT32" | "DOUBLE" | "BOOLEAN" | "DATE";
}

const TYPES: Readonly<Record<string, FlatColumn["type"]>> = {
  negated: "BOOLEAN", quad: "INT32", score: "DOUBLE", confidence: "DOUBLE", articles: "INT32", sources: "INT32",
  mentions: "INT32", start: "INT32", end: "INT32", cameo_quad: "INT32", goldstein: "DOUBLE", day: "DATE",
}; // biome-ignore format: a table

/** Columns after those of `csv` for single articles: what the ledger adds. */
const ADDED = ["story", "articles", "sources", "mentions", "start", "end", "cameo_quad", "goldstein", "basis"] as const;

/** Columns of `csv` in order; with comments a last one for them. */
export function csvColumns(withNotes: boolean): readonly string[] {
  return [...CSV_COLUMNS, ...ADDED, ...(withNotes ? ["notes"] : [])];
}

/** Columns of Parquet: those of `csv`, and the day as a date where it is whole. */
export function parquetColumns(withNotes: boolean): readonly FlatColumn[] {
  return [...csvColumns(withNotes), "day"].map((name) => ({ name, type: TYPES[name] ?? "STRING" }));
}

/** An event as a flat row, by name of column. */
export function flatRow(event: ExportEvent, codes: ExportCodes): Readonly<Record<string, FlatValue>> {
  const { goldstein, quad: cameo_quad } = codes.cameo(event.cameo);
  const { document, place } = event.reports[0];
  const entered = event.basis === "entered";
  const day = wholeDay(event.day);
  const { id, event: name, mode, status, negated, cameo, quad, score, confidence, why, text, story, mentions } = event;
  return {
    ...{ id, date: event.day?.value ?? null, event: name, mode, status, negated },
    ...sideCells("actor", event.actors),
    ...sideCells("recipient", event.recipients),
    ...{ cameo, quad, score, context: listCell(event.context), confidence, text },
    ...{ title: document.title, agency: document.agency, outlet: document.outlet, published: document.published },
    ...{ url: document.url, document_id: document.id, document_hash: document.hash },
    ...{ date_why: event.day?.why ?? null, why, story, mentions, cameo_quad, goldstein, basis: event.basis },
    articles: entered ? 0 : event.reports.length,
    sources: event.sources,
    start: entered ? null : place[0],
    end: entered ? null : place[1],
    notes: listCell(event.notes),
    day: day === null ? null : new Date(`${day}T00:00:00Z`),
  };
}

function sideCells(side: "actor" | "recipient", parties: readonly ExportParty[]): Record<string, string> {
  return {
    [side]: listCell(parties.map(({ name }) => name)),
    [`${side}_code`]: listCell(parties.map(({ code }) => code ?? "")),
    [`${side}_sector`]: listCell(parties.map(({ sector }) => sector.join(" "))),
  };
}

/** One line of `csv`: as RFC 4180 has it, cells a spreadsheet would take for formulas made text. */
export function csvLine(event: ExportEvent, codes: ExportCodes, columns: readonly string[]): string {
  const row = flatRow(event, codes);
  const cells = columns.map((column) => {
    const value = row[column] ?? null;
    return cellOf(value instanceof Date ? value.toISOString().slice(0, 10) : value);
  });
  return `${cells.join(",")}\r\n`;
}
