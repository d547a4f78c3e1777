import type { ExportEvent } from "../events/types.js";
import type { ExportFormat } from "../formats.js";
import { CAMEO_COLUMNS, cameoRows } from "./cameo.js";
import type { ExportCodes } from "./codes.js";
import { csvColumns, csvLine } from "./flat.js";
import { gdeltRows } from "./gdelt.js";
import { ICEWS_COLUMNS, icewsRows } from "./icews.js";
import { ploverRows } from "./plover.js";
import { POLECAT_COLUMNS, polecatRows } from "./polecat.js";

export { EXPORT_FOLDERS, EXPORT_TABLES, type ExportCodes, makeExportCodes } from "./codes.js";
export { ParquetExport, type WriteBytes } from "./parquet.js";

/** Forms whose tools take every row for something that happened: plans and suppositions are left out unless asked for. */
const FACTS: ReadonlySet<ExportFormat> = new Set(["cameo", "gdelt", "icews", "polecat"]);
/** Statuses that are exported in a form when none are named; empty for all. */
export function defaultStatuses(format: ExportFormat): readonly string[] {
  return FACTS.has(format) ? ["happened", "historical"] : [];
}

/** A form made of lines. */
export interface LineFormat {
  readonly head: string;
  /** The lines of an event; `null` where the form cannot hold it: negated, or without a whole day. */
  lines(event: ExportEvent): readonly string[] | null;
}

/** What a form is told of the run. */
export interface LineSettings {
  readonly codes: ExportCodes;
  readonly version: string;
  readonly withNotes: boolean;
}

/** The form of a name. */
export function lineFormat(format: Exclude<ExportFormat, "parquet">, settings: LineSettings): LineFormat {
  const { codes, version, withNotes } = settings;
  const header = (columns: readonly string[]): string => `${columns.join("\t")}\n`;
  const asserted = (rows: (event: ExportEvent) => readonly string[] | null) => (event: ExportEvent) =>
    event.negated ? null : rows(event);
  switch (format) {
    case "plover":
      return { head: "", lines: (event) => ploverRows(event, withNotes) };
    case "cameo":
      return { head: header(CAMEO_COLUMNS), lines: asserted((event) => cameoRows(event, codes)) };
    case "gdelt":
      return { head: "", lines: asserted((event) => gdeltRows(event, codes)) };
    case "icews":
      return { head: header(ICEWS_COLUMNS), lines: asserted((event) => icewsRows(event, codes)) };
    case "polecat":
      return { head: header(POLECAT_COLUMNS), lines: asserted((event) => polecatRows(event, version)) };
    case "csv": {
      const columns = csvColumns(withNotes);
      return { head: `${columns.join(",")}\r\n`, lines: (event) => [csvLine(event, codes, columns)] };
    }
    default:
      throw new TypeError(`unknown format: ${format satisfies never}`);
  }
}
