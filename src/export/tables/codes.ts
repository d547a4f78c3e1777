import { DataError } from "../../engine/base/errors.js";
import { type Row, readTable, type TableSpec } from "../../engine/base/table.js";

const SPECS: Readonly<Record<string, TableSpec>> = {
  "export/cameo.tsv": { columns: ["code", "name", "goldstein", "source"], keys: 1 },
  "export/sectors.tsv": { columns: ["sector", "cameo", "icews", "source"], keys: 1 },
  "export/countries.tsv": { columns: ["code", "gdelt", "icews", "source"], keys: 1 },
  "export/organisations.tsv": { columns: ["name", "cameo", "group", "source"], keys: 1 },
  "actors/countries.tsv": { columns: ["code", "name", "names", "adjectives", "peoples", "capitals", "iso2", "fips", "wikidata", "source"], keys: 1 },
}; // biome-ignore format: a line for each table

/** Tables that exports need, by path relative to `data/`. */
export const EXPORT_TABLES: readonly string[] = Object.keys(SPECS);

/** Folders of `data/` they are in. */
export const EXPORT_FOLDERS: readonly string[] = ["actors", "export"];

/** What is known of a CAMEO code. */
export interface CameoCode {
  readonly name: string;
  /** Goldstein's score: from -10, conflict, to 10, cooperation. */
  readonly goldstein: number;
  /** The first two digits, and the first three. */
  readonly root: string;
  readonly base: string;
  /** CAMEO's class by the root: 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict. */
  readonly quad: 1 | 2 | 3 | 4;
}

/** What the formats of others call things. */
export interface ExportCodes {
  /** @throws RangeError for a code of no known root. */
  cameo(code: string): CameoCode;
  /** A PLOVER sector as CAMEO and ICEWS call it; empty where they do not. */
  sector(sector: string): { readonly cameo: string; readonly icews: string };
  country(code: string): { readonly gdelt: string; readonly icews: string } | null;
  organisation(name: string): { readonly cameo: string; readonly group: string } | null;
}

/**
 * Reads the tables of exports.
 *
 * @param tables Texts by path relative to `data/`.
 * @throws DataError naming file and line where a table breaks its rules.
 */
export function makeExportCodes(tables: ReadonlyMap<string, string>): ExportCodes {
  const rows = (file: string): readonly Row[] => {
    const [text, spec] = [tables.get(file), SPECS[file]];
    if (text === undefined || spec === undefined) throw new DataError(`data/${file}`, 0, "it is missing");
    return readTable(`data/${file}`, text, spec);
  };
  const cameo = new Map(rows("export/cameo.tsv").map((row) => [row.cell("code"), cameoCode(row)]));
  const sectors = pairs(rows("export/sectors.tsv"), "sector", (row) => ({ cameo: row.cell("cameo"), icews: row.cell("icews") })); // biome-ignore format: one line reads best
  const named = pairs(rows("export/organisations.tsv"), "name", (row) => ({ cameo: row.cell("cameo"), group: row.cell("group") })); // biome-ignore format: one line reads best
  const others = pairs(rows("export/countries.tsv"), "code", (row) => row);
  const countries = pairs(rows("actors/countries.tsv"), "code", (row) => {
    const [code, own] = [row.cell("code"), others.get(row.cell("code"))];
    return { gdelt: own?.cell("gdelt") || code, icews: own?.cell("icews") || row.cell("name") };
  });
  return {
    cameo: (code) => {
      // A code the table lacks has what is known of the nearest above it.
      for (let end = code.length; end >= 2; end--) {
        const found = cameo.get(code.slice(0, end));
        if (found !== undefined) return { ...found, base: code.slice(0, 3), root: code.slice(0, 2) };
      }
      throw new RangeError(`no CAMEO code ${code}`);
    },
    sector: (sector) => sectors.get(sector) ?? { cameo: "", icews: "" },
    country: (code) => countries.get(code) ?? null,
    organisation: (name) => named.get(name) ?? null,
  };
}

function pairs<T>(rows: readonly Row[], key: string, value: (row: Row) => T): Map<string, T> {
  return new Map(rows.map((row) => [row.cell(key), value(row)]));
}

function cameoCode(row: Row): CameoCode {
  const [code, goldstein] = [row.cell("code"), Number(row.cell("goldstein"))];
  const root = Number(code.slice(0, 2));
  if (!/^\d{2,4}$/.test(code) || !(root >= 1 && root <= 20))
    throw new DataError("data/export/cameo.tsv", row.line, `“${code}” is no CAMEO code`);
  if (!(Math.abs(goldstein) <= 10)) throw new DataError("data/export/cameo.tsv", row.line, "a score is from -10 to 10");
  return { name: row.cell("name"), goldstein, root: code.slice(0, 2), base: code.slice(0, 3), quad: quadOf(root) };
}

/** CAMEO's own rule: roots 01–05, 06–09, 10–14, 15–20. */
function quadOf(root: number): CameoCode["quad"] {
  return root <= 5 ? 1 : root <= 9 ? 2 : root <= 14 ? 3 : 4;
}
