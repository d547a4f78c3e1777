import { type Sheet, sheetHtml, sheetMarkdown, sheetText } from "../desk/index.js";
import { type Ledger, openLedger } from "../store/index.js";
import { textWidth } from "./terminal.js";

/** Arguments that every report on a ledger takes. */
export interface ReportArguments {
  readonly ledger: string;
  readonly since?: string;
  readonly until?: string;
  readonly today?: string;
  readonly limit: number;
  readonly offset: number;
  readonly format: string;
}

/** Prints what was found: as JSON on one line, or as a sheet set as text, Markdown or HTML. */
export function print(format: string, found: unknown, sheet: () => Sheet): void {
  process.stdout.write(format === "json" ? `${JSON.stringify(found)}\n` : set(format, sheet()));
}

function set(format: string, sheet: Sheet): string {
  if (format === "markdown") return sheetMarkdown(sheet);
  return format === "html" ? sheetHtml(sheet) : sheetText(sheet, textWidth(process.stdout));
}

/** Opens a ledger for some work and closes it. */
export async function withOpenLedger(
  name: string,
  mode: "read" | "write" | "create",
  work: (ledger: Ledger) => Promise<number>,
): Promise<number> {
  const ledger = await openLedger(name, mode);
  try {
    return await work(ledger);
  } finally {
    await ledger.close();
  }
}
