import type { Span } from "../base/span.js";
import { forgottenEnd, type ReportWords } from "./forgotten-mark.js";

/** A passage in quotation marks; the span includes the marks. One that runs over paragraphs is one. */
export interface Quotation {
  readonly span: Span;
  /** False when the closing mark is missing and the paragraph's end was taken. */
  readonly closed: boolean;
}

interface Open {
  readonly start: number;
  readonly mark: string;
}

const CLOSERS: Readonly<Record<string, readonly string[]>> = {
  "“": ["”", "’’", '"'],
  "„": ["“", "”"],
  "«": ["»"],
  '"': ['"', "”"],
  "”": ["”"],
  "‘’": ["”", "’’", "‘’"],
  "''": ["''"],
  "``": ["''"],
  "‘": ["’"],
  "'": ["'"],
};

/**
 * Finds the outer quotations of a text: straight, typographic and angle marks, single marks where they open a quotation
 * of their own. Marks inside a quotation of another kind are part of it. A quotation left open at a paragraph's end goes
 * on in the next when that one reopens it with the same mark; one whose closing mark was forgotten ends where its report
 * begins (““The road is open, said Holm.”).
 *
 * @param paragraphs Spans in order.
 */
export function findQuotations(text: string, paragraphs: readonly Span[], words: ReportWords): readonly Quotation[] {
  const found: Quotation[] = [];
  let carried: Open | null = null;
  paragraphs.forEach((paragraph, index) => {
    const [from, to] = paragraph;
    let open: Open | null = carried;
    let inner = 0; // quotations of the same marks that stand inside the open one
    let left = MOST_NESTED;
    let at = carried === null ? from : from + carried.mark.length;
    carried = null;
    while (at < to) {
      const mark = markAt(text, at);
      if (mark === null) at += 1;
      else if (open !== null) {
        const forgotten = mayReopen(text, at, mark, open) && left-- > 0 ? reportEnd(text, open, at, words) : -1;
        if (forgotten > 0) {
          found.push({ span: [open.start, forgotten], closed: false });
          open = { start: at, mark };
          inner = 0;
        } else if (mark === open.mark && left-- > 0 && isNested(text, at, to, mark)) inner++;
        else if (inner > 0 && mark === SAME[open.mark] && !reopens(text, at)) inner--;
        else if (closes(text, at, to, mark, open)) {
          found.push({ span: [open.start, at + mark.length], closed: true });
          open = null;
          inner = 0;
        }
        at += mark.length;
      } else {
        if (opens(text, at, from, to, mark)) open = { start: at, mark };
        at += mark.length;
      }
    }
    if (open === null) return;
    const end = reportEnd(text, open, to, words);
    if (end > 0) {
      found.push({ span: [open.start, end], closed: false });
      return;
    }
    const next = paragraphs[index + 1];
    if (next !== undefined && open.mark.length > 0 && text.startsWith(open.mark, next[0])) carried = open;
    else if (standsAlone(text, open.start, from)) found.push({ span: [open.start, to], closed: false });
  });
  return found;
}

/** A mark that opens a quotation behind a sentence's end, while another of its kind stands open. */
function mayReopen(text: string, at: number, mark: string, open: Open): boolean {
  const opener = mark === "“" || (mark === '"' && reopens(text, at));
  return opener && mark === open.mark && /[.!?]\s{1,2}$/.test(text.slice(Math.max(0, at - 3), at));
}

/** Where an open quotation ends by the report behind it; one in single marks never does. */
function reportEnd(text: string, { start, mark }: Open, to: number, words: ReportWords): number {
  return mark === "“" || mark === '"' ? forgottenEnd(text, start + 1, to, words) : -1;
}

/** Marks that may stand inside a quotation of the same marks, by their closing ones. */
const SAME: Readonly<Record<string, string>> = { '"': '"', "“": "”" };
const MOST_NESTED = 100; // marks of a paragraph that are taken for such, so that time grows with its length only
const LONGEST_NESTED = 3000; // code units looked through for the end of a quotation that holds others

/** ““There is the “Normandy Four” and …””: a mark opens a quotation inside one if as many close behind it as are open. */
function isNested(text: string, at: number, to: number, mark: string): boolean {
  const closer = SAME[mark];
  if (closer === undefined || (mark === closer && !reopens(text, at))) return false;
  let depth = 2;
  for (let i = at + 1; i < Math.min(to, at + LONGEST_NESTED); i++) {
    const next = text[i];
    if (next === mark && (mark !== closer || reopens(text, i))) depth++;
    else if (next === closer) depth--;
    if (depth === 0) return true;
  }
  return false;
}

/** A straight mark that opens: a blank before it, a word behind it. */
function reopens(text: string, at: number): boolean {
  return /[\s(]/.test(text[at - 1] ?? " ") && WORD.test(text[at + 1] ?? " ");
}

function markAt(text: string, at: number): string | null {
  const char = text[at] ?? "";
  if (/['`’]/.test(char) && text[at + 1] === char) return char + char;
  if (char === "‘" && text[at + 1] === "’") return "‘’";
  return char === "“" ||
    char === "”" ||
    char === '"' ||
    char === "«" ||
    char === "»" ||
    char === "„" ||
    char === "‘" ||
    char === "’" ||
    char === "'"
    ? char
    : null;
}

const WORD = /[\p{L}\p{N}]/u;

function opens(text: string, at: number, from: number, to: number, mark: string): boolean {
  if (!(mark in CLOSERS)) return false;
  const before = at > from ? (text[at - 1] ?? "") : "";
  const after = text[at + mark.length] ?? "";
  if (mark === "“" || mark === "„" || mark === "«" || mark === "``") return true;
  if (mark === "”" && !/[\s(]|^$/.test(before)) return false;
  if (WORD.test(before) || /\s/.test(after) || after === "") return false;
  if (mark === "'" || mark === "‘")
    return /[\s(—–:]|^$/.test(before) && /[\p{L}"“\p{N}]/u.test(after) && hasSingleClose(text, at + 1, to, mark);
  return true;
}

function closes(text: string, at: number, to: number, mark: string, open: Open): boolean {
  if (!(CLOSERS[open.mark] ?? []).includes(mark)) return false;
  if (open.mark === "'" || open.mark === "‘") return isSingleClose(text, at, to);
  if (mark === '"' && (reopens(text, at) || (open.mark === "“" && WORD.test(text[at + 1] ?? " ")))) return false;
  return true;
}

/** An apostrophe that ends a quotation: no letter follows, and it does not look like a plural possessive. */
function isSingleClose(text: string, at: number, to: number): boolean {
  const before = text[at - 1] ?? "";
  const after = at + 1 < to ? (text[at + 1] ?? "") : "";
  if (WORD.test(after) || /\s/.test(before)) return false;
  return /[.,?!…;]/.test(before) || (before !== "s" && WORD.test(before)) || /[^\s]|^$/.test(after);
}

function hasSingleClose(text: string, from: number, to: number, mark: string): boolean {
  const closer = mark === "‘" ? "’" : "'";
  const limit = Math.min(to, from + 1500);
  for (let at = from; at < limit; at++) {
    if (text[at] === closer && isSingleClose(text, at, to)) return true;
  }
  return false;
}

/** Whether an unclosed mark may still be believed: it opens its paragraph, or follows a colon, a comma or a sentence's end. */
function standsAlone(text: string, start: number, from: number): boolean {
  return start === from || /(?:[:,]\s{0,3}|[.!?]\s{1,2})$/.test(text.slice(Math.max(from, start - 4), start));
}
