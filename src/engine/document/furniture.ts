import type { Row } from "../base/table.js";
import type { Edit } from "./edits.js";
import { findLines, type Line } from "./lines.js";

/** How a row of `data/document/furniture.tsv` (`phrase rule source`) is met by a line of the page. */
export const FURNITURE_RULES = new Set([
  "line", // the whole line
  "start", // a short line that begins so
  "tail", // a short line that ends so
  "share", // a button: a line of two such and more, or of one that says it all
  "comments", // the head of the comment box: what follows goes too
  "marker", // words only a comment box has
  "related", // the head of a list of links: the titles below go too
]);

/** The phrases of page furniture by rule, in small letters. */
export type Furniture = ReadonlyMap<string, readonly string[]>;

/** A line that begins like furniture and is longer than this is a paragraph of the article. */
const MAX_START = 220;
const MAX_TAIL = 120;
const MAX_LINK_TITLE = 120;
const MAX_LINKS = 12;
/** Lines that show a comment box (“Aziz says:”, “2 hours ago”) are short. */
const MAX_MARKER = 80;
/** Without a comment box's own words, no more than this share of the text is taken for comments. */
const MAX_COMMENT_SHARE = 0.4;

const SPEECH = /["“”]/;
const STOPPED = /[.!?…]["'”’)\]]{0,3}$/;
const COUNT =
  /^(?:views?:? *)?[\d.,]{1,9}[kK]?(?: *(?:comments?|replies|views?|shares?|likes?|reads?|min(?:ute)?s? read))$/i;
const COMMENT_HEAD = /^(?:\(?\d{1,6}\)? )?(.{1,40}?)(?: ?\(\d{1,6}\)| \d{1,6})?:?$/;

/** Reads the phrases from the rows of the table. */
export function readFurniture(rows: readonly Row[]): Furniture {
  const byRule = new Map<string, string[]>();
  for (const row of rows) byRule.set(row.cell("rule"), [...(byRule.get(row.cell("rule")) ?? []), row.cell("phrase")]);
  return byRule;
}

/**
 * Edits that take page furniture out: whole lines only, never a body sentence, never the whole text.
 *
 * @param from Offset before which nothing goes: the end of a title that was given apart.
 */
export function removeFurniture(text: string, furniture: Furniture, from: number): readonly Edit[] {
  const lines = findLines(text);
  const first = lines.findIndex((line) => line.span[0] >= from);
  if (first === -1) return [];
  const gone = markFurniture(lines, first, furniture);
  if (gone.every((is, i) => is || i < first)) return [];
  const edits: Edit[] = [];
  for (let i = first; i < lines.length; i++) {
    if (gone[i] !== true) continue;
    let end = i + 1;
    while (end < lines.length && gone[end] === true) end++;
    edits.push(removal(text, lines, i, end));
    i = end;
  }
  return edits;
}

/** Takes the lines out with the white space after them; at the text's end, with the white space before. */
function removal(text: string, lines: readonly Line[], from: number, to: number): Edit {
  const next = lines[to];
  const start = next === undefined ? (lines[from - 1]?.span[1] ?? 0) : (lines[from]?.span[0] ?? 0);
  return { kind: "furniture", start, end: next?.span[0] ?? text.length, after: "" };
}

function markFurniture(lines: readonly Line[], first: number, furniture: Furniture): readonly boolean[] {
  const gone = lines.map(() => false);
  for (let i = first; i < lines.length; i++) {
    const line = lines[i]?.text ?? "";
    const lower = line.toLowerCase().replaceAll("’", "'");
    if (isCommentHead(lower, furniture)) {
      gone[i] = true;
      if (endsArticle(lines, first, i, furniture)) return gone.fill(true, i);
    } else if (has(furniture, "related", bare(lower))) {
      gone.fill(true, i, i + 1 + linksAfter(lines, i));
    } else if (isFurnitureLine(line, lower, furniture)) gone[i] = true;
  }
  return gone;
}

function isFurnitureLine(line: string, lower: string, furniture: Furniture): boolean {
  if (line.length > MAX_START) return false;
  if (COUNT.test(line) || has(furniture, "line", bare(lower))) return true;
  if (isShareBar(lower, furniture) || isMenu(lower, furniture)) return true;
  // “You may also like: Ten lakes to see this winter”: head and link in one line
  const linked = !STOPPED.test(line) && line.length <= MAX_LINK_TITLE;
  if (linked && some(furniture, "related", (phrase) => lower.startsWith(`${phrase}:`))) return true;
  if (some(furniture, "start", (phrase) => lower.startsWith(phrase) && !SPEECH.test(line))) return true;
  return (
    line.length <= MAX_TAIL && some(furniture, "tail", (phrase) => bare(lower).endsWith(phrase) && !SPEECH.test(line))
  );
}

/** “Share Tweet Email Print”: two buttons and more, each a phrase of the table, and nothing else. */
function isShareBar(lower: string, furniture: Furniture): boolean {
  const phrases = furniture.get("share") ?? [];
  let rest = lower;
  let buttons = 0;
  while (rest !== "") {
    const hit = phrases.filter(
      (phrase) => rest.startsWith(phrase) && !/^[\p{L}\p{N}]/u.test(rest.slice(phrase.length)),
    );
    if (hit.length === 0 || buttons > 30) return false;
    const longest = hit.reduce((a, b) => (b.length > a.length ? b : a));
    rest = rest
      .slice(longest.length)
      .replace(/^[\s,|/·•:+-]{1,9}/, "")
      .replace(/^\d{1,6}[\s,|/·•]{0,9}/, "");
    buttons++;
  }
  return buttons >= 2;
}

/** Rules whose phrases may stand beside each other in a menu. */
const MENU_RULES = ["line", "share", "comments"];

/** “Print version | Send to a friend”: phrases of the table in one line, with bars between them. */
function isMenu(lower: string, furniture: Furniture): boolean {
  const parts = lower.split(/[|•·]/);
  return parts.length >= 2 && parts.every((part) => MENU_RULES.some((rule) => has(furniture, rule, bare(part))));
}

function isCommentHead(lower: string, furniture: Furniture): boolean {
  const head = COMMENT_HEAD.exec(lower)?.[1] ?? "";
  return (
    lower.length <= 50 && (has(furniture, "comments", head) || /^\d{1,6} (?:comments?|replies|responses)$/.test(lower))
  );
}

/** Whether everything from the head of a comment box on is readers' words: news stands before it, none after. */
function endsArticle(lines: readonly Line[], first: number, head: number, furniture: Furniture): boolean {
  const body = lines.slice(first, head).filter((line) => line.text.length >= 60 && STOPPED.test(line.text));
  if (body.length === 0) return false;
  const after = lines.slice(head + 1).map((line) => line.text.toLowerCase());
  const isMarked = (text: string): boolean =>
    text.length <= MAX_MARKER && some(furniture, "marker", (phrase) => text.includes(phrase));
  const length = after.reduce((sum, text) => sum + text.length, 0);
  const before = lines.slice(first, head).reduce((sum, line) => sum + line.text.length, 0);
  return length <= (before + length) * MAX_COMMENT_SHARE || after.slice(0, 20).some(isMarked);
}

/** How many lines after the head of a list of links are titles: short and without a full stop. */
function linksAfter(lines: readonly Line[], head: number): number {
  let count = 0;
  for (const line of lines.slice(head + 1, head + 1 + MAX_LINKS)) {
    if (line.text.length > MAX_LINK_TITLE || STOPPED.test(line.text)) break;
    count++;
  }
  return count;
}

function bare(lower: string): string {
  return lower.replace(/^[\s•·»>|*-]{1,9}/, "").replace(/[\s:.!|»>…*-]{1,9}$/, "");
}

function has(furniture: Furniture, rule: string, phrase: string): boolean {
  return some(furniture, rule, (other) => other === phrase);
}

function some(furniture: Furniture, rule: string, test: (phrase: string) => boolean): boolean {
  return (furniture.get(rule) ?? []).some(test);
}
