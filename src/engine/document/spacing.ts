import type { Edit, RepairKind } from "./edits.js";

const LINE_END = /\r\n?|[\v\f\u2028\u2029]/g;
const INVISIBLE = /(?:[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]|(?!\s)\p{Cc})+/gu;
const SPACES = /[ \t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+/g;
const BEFORE_MARK = /([\p{L}\p{N}”’"')\]]) ([,;:!?]|\.(?!\.))(?=[\s”’"')\]]|$)/gu;

/** Edits that make every line end a line feed. */
export function unifyLineEnds(text: string): readonly Edit[] {
  return replaceAll(text, LINE_END, "line-break", () => "\n");
}

/** Edits that take out soft hyphens, zero-width and control characters. Joiners of other scripts and emoji stay. */
export function removeInvisible(text: string): readonly Edit[] {
  return replaceAll(text, INVISIBLE, "invisible", (run, at) => {
    const neighbour = Math.max(text.charCodeAt(at - 1) || 0, text.charCodeAt(at + run.length) || 0);
    return /^[\u200c\u200d]+$/.test(run) && neighbour >= 0x0590 && neighbour !== 0x2019 ? run : "";
  });
}

/** Edits that leave one plain space for any run of spaces, and none at either end of a line. */
export function foldSpaces(text: string): readonly Edit[] {
  return replaceAll(text, SPACES, "spacing", (run, at) => {
    const end = at + run.length;
    const outer = at === 0 || text[at - 1] === "\n" || end === text.length || text[end] === "\n";
    return outer ? "" : " ";
  });
}

/** Edits that close the space before a comma, full stop, colon or the like (“reads , the”). */
export function closeMarks(text: string): readonly Edit[] {
  const edits: Edit[] = [];
  for (const match of text.matchAll(BEFORE_MARK)) {
    const start = match.index + (match[1] ?? "").length;
    edits.push({ kind: "spacing", start, end: start + 1, after: "" });
  }
  return edits;
}

/** Edits that take away empty lines before the first line of the text and after the last. */
export function trimText(text: string): readonly Edit[] {
  const end = text.trimEnd().length;
  const start = end === 0 ? 0 : text.length - text.trimStart().length;
  const edits: Edit[] = [];
  if (start > 0) edits.push({ kind: "spacing", start: 0, end: start, after: "" });
  if (end < text.length) edits.push({ kind: "spacing", start: end, end: text.length, after: "" });
  return edits;
}

function replaceAll(
  text: string,
  pattern: RegExp,
  kind: RepairKind,
  replace: (run: string, at: number) => string,
): readonly Edit[] {
  const edits: Edit[] = [];
  for (const match of text.matchAll(pattern)) {
    const [run] = match;
    const after = replace(run, match.index);
    if (after !== run) edits.push({ kind, start: match.index, end: match.index + run.length, after });
  }
  return edits;
}
