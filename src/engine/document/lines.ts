import type { Span } from "../base/span.js";
import type { Edit } from "./edits.js";

/** A line that is not empty: its span without outer white space, and the empty lines before it. */
export interface Line {
  readonly span: Span;
  readonly text: string;
  /** Whether an empty line (or the text's beginning) stands before it. */
  readonly opens: boolean;
}

/** Lines of hard-wrapped text are at most this long; a longer one is a paragraph by itself. */
const MAX_WRAP = 120;
const MIN_WRAP = 30;
/** Lines of one wrapped text break within these many code units of its width. */
const SLACK = 3;
/** A text counts as hard-wrapped from this many fitting breaks on. */
const MIN_BREAKS = 3;

const STOPPED = /[.!?:;…]["'”’)\]]{0,3}$/;

/** The lines of a text that are not empty, in order. */
export function findLines(text: string): readonly Line[] {
  const lines: Line[] = [];
  let opens = true;
  let at = 0;
  for (const raw of text.split(/\r\n|[\n\r\u2028\u2029]/)) {
    const trimmed = raw.trim();
    if (trimmed === "") opens = true;
    else {
      const start = at + raw.indexOf(trimmed);
      lines.push({ span: [start, start + trimmed.length], text: trimmed, opens });
      opens = false;
    }
    at += raw.length + (text.startsWith("\r\n", at + raw.length) ? 2 : 1);
  }
  return lines;
}

/**
 * Which lines go on with the sentence of the line before: breaks of hard-wrapped text, told by the width at which they
 * break, and breaks after a word that ends no sentence before a small letter.
 *
 * @returns For each line, whether it continues the one before.
 */
export function findWraps(lines: readonly Line[]): readonly boolean[] {
  const pairs = lines.map((line, i) => (i > 0 && !line.opens ? lines[i - 1] : undefined));
  const lengths = pairs.map((before) => before?.text.length ?? 0).filter((length) => length <= MAX_WRAP);
  const width = lengths.reduce((widest, length) => Math.max(widest, length), 0); // too many for arguments of a call
  const full = (before: Line, line: Line): boolean => {
    const word = line.text.split(/\s/, 1)[0] ?? "";
    return before.text.length <= MAX_WRAP && before.text.length + 1 + word.length > width - SLACK;
  };
  const broken = pairs.filter((before): before is Line => before !== undefined);
  const fitting = lines.filter((line, i) => isFull(pairs[i], line, full)).length;
  const wrapped = width >= MIN_WRAP && fitting >= MIN_BREAKS && fitting * 2 >= broken.length;
  return lines.map((line, i) => {
    const before = pairs[i];
    if (before === undefined) return false;
    return runsOn(before.text, line.text) || (wrapped && full(before, line));
  });
}

function isFull(before: Line | undefined, line: Line, full: (before: Line, line: Line) => boolean): boolean {
  return before !== undefined && full(before, line);
}

/** Whether a line break falls inside a sentence by its words alone. */
function runsOn(before: string, line: string): boolean {
  return before.length >= MIN_WRAP && !STOPPED.test(before) && /^\p{Ll}/u.test(line) && /[\p{L}\p{N},]$/u.test(before);
}

/** Edits that put a space for each line break inside a paragraph. Line-break hyphens are mended before. */
export function unwrapLines(text: string): readonly Edit[] {
  const lines = findLines(text);
  const wraps = findWraps(lines);
  const edits: Edit[] = [];
  lines.forEach((line, i) => {
    const before = lines[i - 1];
    if (wraps[i] !== true || before === undefined) return;
    edits.push({ kind: "line-break", start: before.span[1], end: line.span[0], after: " " });
  });
  return edits;
}
