import { clean } from "../clean.js";
import type { Labels } from "../labels.js";
import { pad, wrap } from "./layout.js";
import type { Paint } from "./paint.js";

/** How text is to be set. */
export interface TextOptions {
  /** Columns there are. */
  readonly width: number;
  readonly coloured: boolean;
  /** Whether to say why each item is there. */
  readonly explain: boolean;
}

/** What the sections write on. */
export interface Page {
  readonly labels: Labels;
  readonly paint: Paint;
  readonly options: TextOptions;
}

/** Columns of the names before values (“Published by”). */
const NAME_COLUMNS = 14;

export function section(page: Page, title: string, lines: readonly string[], count: number | null = null): string[] {
  if (lines.length === 0) return [];
  const number = count === null ? "" : page.paint.dim(` ${count}`);
  return ["", page.paint.bold(page.paint.blue(title)) + number, ...lines];
}

/** Wrapped text below an indent; `paint` colours each line. */
export function block(
  page: Page,
  text: string,
  indent: number,
  paint: (line: string) => string = (line) => line,
): string[] {
  return wrap(clean(text), page.options.width - indent).map((line) => " ".repeat(indent) + paint(line));
}

/** A named value; its further lines stand under its first. */
export function field(page: Page, name: string, values: readonly string[], indent = 4): string[] {
  const left = indent + NAME_COLUMNS;
  const lines = values.flatMap((value) =>
    wrap(clean(value), page.options.width - left - 2).map((line, i) => (i === 0 ? line : `  ${line}`)),
  );
  return lines.map((line, i) => " ".repeat(indent) + page.paint.dim(pad(i === 0 ? name : "", NAME_COLUMNS)) + line);
}

/** Why an item is there, where that was asked. */
export function because(page: Page, why: string, confidence: number | null, indent = 4): string[] {
  if (!page.options.explain) return [];
  const sure = confidence === null ? "" : `, ${Math.round(confidence * 100)}% sure`;
  return field(page, "Why", [`${why}${sure}`], indent).map((line) => page.paint.dim(line));
}
