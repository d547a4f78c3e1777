import type { ReadoutRecord } from "../../engine/record.js";
import { makeLabels } from "../labels.js";
import { contactLines } from "./contacts.js";
import { actorLines, dateLines, noticeLines, repairLines } from "./details.js";
import { eventLines } from "./events.js";
import { headingLines } from "./heading.js";
import type { Page, TextOptions } from "./page.js";
import { makePaint } from "./paint.js";
import { quoteLines } from "./quotes.js";

export type { TextOptions } from "./page.js";

/** One record for a person at a terminal: contacts first, then events, quotes, and what they rest on. Ends in two empty lines. */
export function renderText(record: ReadoutRecord, options: TextOptions): string {
  const page: Page = { labels: makeLabels(record), paint: makePaint(options.coloured), options };
  const lines = [
    ...headingLines(page),
    ...contactLines(page),
    ...eventLines(page),
    ...quoteLines(page),
    ...actorLines(page),
    ...dateLines(page),
    ...repairLines(page),
    ...noticeLines(page),
  ];
  return `${lines.map((line) => line.trimEnd()).join("\n")}\n\n\n`;
}
