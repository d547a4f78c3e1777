import { createHash } from "node:crypto";
import { clean } from "../clean.js";

/**
 * Cells of the tab-separated formats, which know no quoting: no tab, line break or straight quotation mark, so that tools
 * that do take quotation marks for quoting read the same.
 */
export function tabCell(value: string | number | null): string {
  if (value === null) return "";
  return typeof value === "number" ? String(value) : clean(value).replaceAll('"', "'");
}

/** One line of a tab-separated format. */
export function tabLine(cells: readonly (string | number | null)[]): string {
  return `${cells.map(tabCell).join("\t")}\n`;
}

/** Hexadecimal digits that make a whole number every tool holds exactly: 52 bits. */
const DIGITS = 13;

/** A lasting whole number for a row or story, from its id. */
export function numberOf(id: string): number {
  return Number.parseInt(createHash("sha256").update(id).digest("hex").slice(0, DIGITS), 16);
}

/** Values of several parties in one cell, kept apart by `;`, of one party by `|`; empty when all are. */
export function partyCells(values: readonly (string | readonly string[] | null)[]): string {
  const cells = values.map((value) => (Array.isArray(value) ? value : [value ?? ""]).map(plain).join("|"));
  return cells.every((cell) => cell === "") ? "" : cells.join(";");
}

function plain(text: string): string {
  return text.replaceAll(";", ",").replaceAll("|", "/");
}

/** A whole ISO day; `null` for a part of one, and for none. */
export function wholeDay(day: { readonly value: string } | null): string | null {
  return day !== null && day.value.length === 10 ? day.value : null;
}
