import { type Sheet, sheetHtml, sheetMarkdown, sheetText } from "../desk/index.js";
import { type Ledger, openLedger } from "../store/index.js";
import { UsageError } from "./parties.js";
import { STATUS } from "./status.js";
import { textWidth } from "./terminal.js";

/** Prints what was found: as JSON on one line, or as a sheet set as text, Markdown or HTML. */
export function print(format: string, found: unknown, sheet: () => Sheet): void {
  process.stdout.write(format === "json" ? `${JSON.stringify(found)}\n` : set(format, sheet()));
}

function set(format: string, sheet: Sheet): string {
  if (format === "markdown") return sheetMarkdown(sheet);
  return format === "html" ? sheetHtml(sheet) : sheetText(sheet, textWidth(process.stdout));
}

/** Opens a ledger for some work and closes it; what the user got wrong is said in one line. */
export async function withOpenLedger(
  name: string,
  mode: "read" | "write" | "create",
  work: (ledger: Ledger) => Promise<number>,
): Promise<number> {
  const ledger = await openLedger(name, mode);
  try {
    return await work(ledger);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    process.stderr.write(`readout: ${error.message}\n`);
    return STATUS.misused;
  } finally {
    await ledger.close();
  }
}

/** Says on standard error that there is nothing, where the output is not read by a program. */
export function sayNothingFound(format: string, what: string): void {
  if (format !== "json") process.stderr.write(`readout: ${what}\n`);
}
