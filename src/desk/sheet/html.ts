import { clean } from "../../export/clean.js";
import { escapeHtml } from "../../export/html/escape.js";
import type { Item, Section, Sheet } from "./sheet.js";

const STYLE =
  "body{font:16px/1.5 system-ui,sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem;color:#1c2126;background:#fff}h1{font-size:1.5rem}h2{font-size:1.1rem;margin-top:2rem;border-bottom:1px solid #c9d1d9}li{margin:.6rem 0}li li{margin:0;color:#3d4650}ul ul{list-style:none;padding-left:1rem}time{font-weight:600;margin-right:.5rem}code{color:#57606a;font-size:.8rem}";

/** A sheet as one HTML page that needs nothing else. Every text is escaped; there are no links and no scripts. */
export function sheetHtml({ title, lead, sections, foot }: Sheet): string {
  const paragraphs = (lines: readonly string[]): string[] => lines.map((line) => `<p>${text(line)}</p>`);
  return [
    "<!doctype html>",
    `<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${text(title)}</title><style>${STYLE}</style></head><body><main>`,
    `<h1>${text(title)}</h1>`,
    ...paragraphs(lead),
    ...sections.flatMap(sectionParts),
    ...paragraphs(foot),
    "</main></body></html>",
    "",
  ].join("\n");
}

function sectionParts({ title, items, empty }: Section): string[] {
  if (items.length === 0 && empty === undefined) return [];
  const head = title === "" ? [] : [`<h2>${text(title)}</h2>`];
  if (items.length === 0) return [...head, `<p>${text(empty ?? "")}</p>`];
  return [...head, "<ul>", ...items.map(itemLine), "</ul>"];
}

function itemLine({ mark, head, details, id }: Item): string {
  const day = mark === "" ? "" : `<time>${text(mark)}</time>`;
  const below = details.filter((line) => line !== "").map((line) => `<li>${text(line)}</li>`);
  if (id !== "") below.push(`<li><code>${text(id)}</code></li>`);
  return `<li>${day}${text(head)}${below.length === 0 ? "" : `<ul>${below.join("")}</ul>`}</li>`;
}

function text(line: string): string {
  return escapeHtml(clean(line));
}
