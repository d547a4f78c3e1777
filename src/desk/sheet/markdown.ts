import { clean } from "../../export/clean.js";
import type { Item, Section, Sheet } from "./sheet.js";

/** A sheet as Markdown (CommonMark). What Markdown would read as its own marks is escaped. */
export function sheetMarkdown({ title, lead, sections, foot }: Sheet): string {
  const parts = [
    `# ${escapeMarkdown(title)}`,
    ...lead.map(escapeMarkdown),
    ...sections.flatMap(sectionParts),
    ...foot.map(escapeMarkdown),
  ];
  return `${parts.join("\n\n")}\n`;
}

function sectionParts({ title, items, empty }: Section): string[] {
  if (items.length === 0 && empty === undefined) return [];
  const head = title === "" ? [] : [`## ${escapeMarkdown(title)}`];
  if (items.length === 0) return [...head, escapeMarkdown(empty ?? "")];
  return [...head, items.map(itemLines).join("\n")];
}

function itemLines({ mark, head, details, id }: Item): string {
  const day = mark === "" ? "" : `**${escapeMarkdown(mark)}** `;
  const below = details.filter((line) => line !== "").map((line) => `  - ${escapeMarkdown(line)}`);
  return [`- ${day}${escapeMarkdown(head)}`, ...below, ...(id === "" ? [] : [`  - \`${clean(id).replaceAll("`", "")}\``])].join("\n"); // biome-ignore format: one line reads best
}

/** Text of one line in which no character is a mark of Markdown or HTML, and no address becomes a link by itself. */
export function escapeMarkdown(text: string): string {
  return clean(text)
    .replace(/[\\`*_{}[\]()#+!|~<>&]/g, (character) => (character === "&" ? "&amp;" : character === "<" ? "&lt;" : `\\${character}`))
    .replace(/^(\d+)([.)])/, "$1\\$2")
    .replace(/^-/, "\\-")
    .replace(/:\/\//g, "\\://");
} // biome-ignore format: the characters read best on one line
