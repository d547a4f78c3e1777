import { DataError } from "./errors.js";

/** One row of a table: the cells by column name, and where it stands. */
export interface Row {
  readonly line: number;
  /** The cell of a column; `""` when empty. */
  cell(column: string): string;
  /** The same without cutting the whole row: for rows of which most are never read. */
  peek(column: string): string;
  /** The alternatives of a cell, separated by `|`; empty when the cell is. */
  list(column: string): readonly string[];
}

/** What a table must hold. */
export interface TableSpec {
  /** All columns, in order. */
  readonly columns: readonly string[];
  /** How many of the first columns make the key; rows ascend by it, without a repeat. */
  readonly keys: number;
  /** Columns that hold one of a closed list (empty allowed only when the list has `""`). */
  readonly codes?: Readonly<Record<string, ReadonlySet<string>>>;
}

/**
 * Reads a reviewed table: tab-separated, `#` comments above a header line, rows sorted by key in code units.
 *
 * @param file Name for messages.
 * @throws DataError for a wrong header, a wrong number of cells, a duplicate, an unsorted row or an unknown code.
 */
export function readTable(file: string, text: string, spec: TableSpec): readonly Row[] {
  const lines = text.split("\n");
  let at = 0;
  while (at < lines.length && (lines[at] ?? "").startsWith("#")) at++;
  const header = (lines[at] ?? "").split("\t");
  if (header.join("\t") !== spec.columns.join("\t"))
    throw new DataError(file, at + 1, `the header should be: ${spec.columns.join(" ⇥ ")}`);
  const columns = new Map(spec.columns.map((name, index) => [name, index]));
  const rows: Row[] = [];
  let previous: string | null = null;
  for (let i = at + 1; i < lines.length; i++) {
    const line = lines[i] ?? "";
    if (line === "") continue;
    const count = countTabs(line) + 1;
    if (count !== spec.columns.length)
      throw new DataError(file, i + 1, `${count} cells where the header has ${spec.columns.length}`);
    const key = line.slice(0, tabAfter(line, spec.keys));
    if (previous !== null && key === previous) throw new DataError(file, i + 1, `duplicate of “${key}”`);
    if (previous !== null && key < previous)
      throw new DataError(file, i + 1, `“${key}” is not sorted: after “${previous}”`);
    previous = key;
    const row = new TableRow(i + 1, line, columns);
    if (spec.codes !== undefined) checkCodes(file, row, spec.codes);
    rows.push(row);
  }
  return rows;
}

function countTabs(line: string): number {
  let count = 0;
  for (let at = line.indexOf("\t"); at >= 0; at = line.indexOf("\t", at + 1)) count++;
  return count;
}

/** Where the `count`-th cell ends. */
function tabAfter(line: string, count: number): number {
  let at = -1;
  for (let i = 0; i < count; i++) {
    at = line.indexOf("\t", at + 1);
    if (at < 0) return line.length;
  }
  return at;
}

function checkCodes(file: string, row: Row, specs: Readonly<Record<string, ReadonlySet<string>>>): void {
  for (const column in specs) {
    const codes = specs[column];
    const cell = row.peek(column);
    if (codes === undefined || codes.has(cell)) continue;
    for (const part of cell.split("|"))
      if (!codes.has(part)) throw new DataError(file, row.line, `unknown ${column} “${part}”`);
  }
}

const NONE: readonly string[] = [];

/** Tens of thousands of rows are made at every start and few are read, so a row is cut into cells when first asked. */
class TableRow implements Row {
  #cells: readonly string[] | null = null;

  constructor(
    readonly line: number,
    readonly text: string,
    readonly columns: ReadonlyMap<string, number>,
  ) {}

  peek(column: string): string {
    if (this.#cells !== null) return this.cell(column);
    const index = this.#index(column);
    const start = index === 0 ? 0 : tabAfter(this.text, index) + 1;
    const end = this.text.indexOf("\t", start);
    return this.text.slice(start, end < 0 ? this.text.length : end);
  }

  cell(column: string): string {
    this.#cells ??= this.text.split("\t");
    return this.#cells[this.#index(column)] ?? "";
  }

  list(column: string): readonly string[] {
    const value = this.peek(column);
    return value === "" ? NONE : value.split("|");
  }

  #index(column: string): number {
    const index = this.columns.get(column);
    if (index === undefined) throw new TypeError(`no column ${column}`);
    return index;
  }
}
