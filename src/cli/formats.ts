import type { ReadoutRecord } from "../engine/record.js";
import { isColoured, textWidth } from "./terminal.js";

/** A form of output: what stands before the first record, each record, and what stands after the last. */
export interface Format {
  head(first: ReadoutRecord): string;
  record(record: ReadoutRecord): string;
  readonly foot: string;
}

export interface FormatOptions {
  /** Whether to say why each item is there. */
  readonly explain: boolean;
  /** Where it will be written: its width and colours count for text. */
  readonly stream: NodeJS.WriteStream;
}

const nothing = (): string => "";

/** The format of a name; only the modules of that one are loaded. */
export async function openFormat(name: string, options: FormatOptions): Promise<Format> {
  switch (name) {
    case "json":
      return { head: nothing, record: (record) => `${JSON.stringify(record)}\n`, foot: "" };
    case "text": {
      const { renderText } = await import("../export/text/index.js");
      const setting = {
        width: textWidth(options.stream),
        coloured: isColoured(options.stream, process.env),
        explain: options.explain,
      };
      return { head: nothing, record: (record) => renderText(record, setting), foot: "" };
    }
    case "plover": {
      const { ploverLines } = await import("../export/plover.js");
      return { head: nothing, record: ploverLines, foot: "" };
    }
    case "csv": {
      const { CSV_HEAD, csvLines } = await import("../export/csv.js");
      return { head: () => CSV_HEAD, record: csvLines, foot: "" };
    }
    case "html": {
      const { articleHtml, PAGE_FOOT, pageHead } = await import("../export/html/index.js");
      let number = 0;
      return { head: pageHead, record: (record) => articleHtml(record, ++number, options.explain), foot: PAGE_FOOT };
    }
    default:
      throw new TypeError(`unknown format: ${name}`);
  }
}
