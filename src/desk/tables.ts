import { COLUMNS } from "../engine/actors/columns.js";
import type { Row } from "../engine/base/table.js";
import { readTable, type TableSpec } from "../engine/base/table.js";

/** Texts of the tables below `data/`, by path relative to it. */
export type Tables = ReadonlyMap<string, string>;

/** A table's rows; none where it is not among those given. */
export function rowsOf(tables: Tables, file: string, spec: TableSpec): readonly Row[] {
  const text = tables.get(file);
  return text === undefined ? [] : readTable(`data/${file}`, text, spec);
}

/** Countries by code, and codes by every name a user may write, in small letters. */
export interface CountryNames {
  readonly byCode: ReadonlyMap<string, string>;
  readonly byName: ReadonlyMap<string, string>;
}

/** @throws DataError where the table breaks its rules. */
export function countryNames(tables: Tables): CountryNames {
  const [byCode, byName] = [new Map<string, string>(), new Map<string, string>()];
  const spec = COLUMNS["countries"];
  for (const row of spec === undefined ? [] : rowsOf(tables, "actors/countries.tsv", spec)) {
    const [code, name] = [row.cell("code"), row.cell("name")];
    byCode.set(code, name);
    const names = [name, ...row.list("names"), ...row.list("adjectives"), ...row.list("peoples"), row.cell("iso2")];
    for (const one of names) if (one !== "" && !byName.has(one.toLowerCase())) byName.set(one.toLowerCase(), code);
  }
  return { byCode, byName };
}
