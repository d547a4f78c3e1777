import { clean } from "../../export/clean.js";
import { pad, wrap } from "../../export/text/layout.js";
import type { Item, Section, Sheet } from "./sheet.js";

/** Columns of the marks on the left. */
const MARK = 12;

/** A sheet as plain text in so many columns. Nothing in it can steer a terminal. */
export function sheetText({ title, lead, sections, foot }: Sheet, width: number): string {
  const lines = [
    ...wrapped(title, width),
    ...lead.flatMap((line) => wrapped(line, width)),
    ...sections.flatMap((section) => sectionLines(section, width)),
    ...(foot.length === 0 ? [] : ["", ...foot.flatMap((line) => wrapped(line, width))]),
  ];
  return `${lines.join("\n")}\n`;
}

function sectionLines({ title, items, empty }: Section, width: number): string[] {
  if (items.length === 0 && empty === undefined) return [];
  const head = title === "" ? [""] : ["", title.toUpperCase()];
  return items.length === 0
    ? [...head, ...wrapped(empty ?? "", width)]
    : [...head, ...items.flatMap((item) => itemLines(item, width))];
}

function itemLines({ mark, head, details, id }: Item, width: number): string[] {
  const [first = "", ...rest] = wrapped(head, width - MARK);
  const indent = " ".repeat(MARK);
  const below = [...details.filter((line) => line !== ""), ...(id === "" ? [] : [id])];
  return [
    `${pad(clean(mark), MARK)}${first}`.trimEnd(),
    ...rest.map((line) => indent + line),
    ...below.flatMap((line) => wrapped(line, width - MARK).map((one) => indent + one)),
  ];
}

function wrapped(text: string, width: number): string[] {
  return wrap(clean(text), width);
}
