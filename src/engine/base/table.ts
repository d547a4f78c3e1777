import { DataError } from "./errors.js";

/** One row of a table: the cells by column name, and where it stands. */
export interface Row {
  readonly line: number;
  /** The cell of a column, trimmed; `""` when empty. */
  cell(column: string): string;
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
    const cells = line.split("\t");
    if (cells.length !== spec.columns.length)
      throw new DataError(file, i + 1, `${cells.length} cells where the header has ${spec.columns.length}`);
    const key = spec.keys === 1 ? (cells[0] ?? "") : cells.slice(0, spec.keys).join("\t");
    if (previous !== null && key === previous) throw new DataError(file, i + 1, `duplicate of “${key}”`);
    if (previous !== null && key < previous)
      throw new DataError(file, i + 1, `“${key}” is not sorted: after “${previous}”`);
    previous = key;
    if (spec.codes !== undefined) checkCodes(file, i + 1, cells, columns, spec.codes);
    rows.push(new TableRow(i + 1, cells, columns));
  }
  return rows;
}

function checkCodes(
  file: string,
  line: number,
  cells: readonly string[],
  columns: ReadonlyMap<string, number>,
  specs: Readonly<Record<string, ReadonlySet<string>>>,
): void {
  for (const column in specs) {
    const codes = specs[column];
    const cell = cells[columns.get(column) ?? -1] ?? "";
    if (codes === undefined || codes.has(cell)) continue;
    for (const part of cell.split("|"))
      if (!codes.has(part)) throw new DataError(file, line, `unknown ${column} “${part}”`);
  }
}

const NONE: readonly string[] = [];

/** Tens of thousands of rows are made at every start, so a row holds no functions of its own. */
class TableRow implements Row {
  constructor(
    readonly line: number,
    readonly cells: readonly string[],
    readonly columns: ReadonlyMap<string, number>,
  ) {}

  cell(column: string): string {
    const index = this.columns.get(column);
    if (index === undefined) throw new TypeError(`no column ${column}`);
    return this.cells[index] ?? "";
  }

  list(column: string): readonly string[] {
    const value = this.cell(column);
    return value === "" ? NONE : value.split("|");
  }
}
