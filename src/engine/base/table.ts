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
    const key = cells.slice(0, spec.keys).join("\t");
    if (previous !== null && key === previous) throw new DataError(file, i + 1, `duplicate of “${key}”`);
    if (previous !== null && key < previous)
      throw new DataError(file, i + 1, `“${key}” is not sorted: after “${previous}”`);
    previous = key;
    checkCodes(file, i + 1, cells, columns, spec);
    rows.push(makeRow(i + 1, cells, columns));
  }
  return rows;
}

function checkCodes(
  file: string,
  line: number,
  cells: readonly string[],
  columns: ReadonlyMap<string, number>,
  spec: TableSpec,
): void {
  for (const [column, codes] of Object.entries(spec.codes ?? {})) {
    const cell = cells[columns.get(column) ?? -1] ?? "";
    const parts = cell === "" ? [""] : cell.split("|");
    for (const part of parts) if (!codes.has(part)) throw new DataError(file, line, `unknown ${column} “${part}”`);
  }
}

function makeRow(line: number, cells: readonly string[], columns: ReadonlyMap<string, number>): Row {
  const cell = (column: string): string => {
    const index = columns.get(column);
    if (index === undefined) throw new TypeError(`no column ${column}`);
    return cells[index] ?? "";
  };
  return {
    line,
    cell,
    list: (column) => {
      const value = cell(column);
      return value === "" ? [] : value.split("|");
    },
  };
}
