/** What stands around a line that may be a headline. */
export interface TitleContext {
  /** Whether an empty line follows. */
  readonly apart: boolean;
  /** Whether the next paragraph begins with a dateline. */
  readonly dated: boolean;
  /** Whether the next paragraph is a header line (byline, date). */
  readonly framed: boolean;
  readonly next: string;
}

const MIN_LENGTH = 8;
const MAX_LENGTH = 220;
const MAX_WORDS = 32;
/** Fewer words are too few to tell title case from a name. */
const MIN_TITLE_WORDS = 4;

const OPENS = /^["'“‘«(]?[\p{Lu}\p{N}]/u;
const CUT_OFF = /[:;,–—-]$/;
const STOPPED = /[.…]["'”’)\]]{0,3}$/;
const ASKS = /[?!]["'”’)\]]{0,3}$/;
/** A longer question at the head is the first sentence of the text. */
const MAX_QUESTION_WORDS = 20;
const SMALL_WORDS = new Set(
  "a an the and or nor but as at by for from in into of off on onto out over per than to up via vs with without amid after before against between is its it their his her not".split(
    " ",
  ),
);

/**
 * Whether a first line is a headline: short, without a full stop, and followed by an empty line, a dateline or header
 * lines. One with a full stop still is one before a dateline, or when it is written in title case.
 */
export function isHeadline(line: string, { apart, dated, framed, next }: TitleContext): boolean {
  const words = line.split(/\s+/);
  if (line.length < MIN_LENGTH || line.length > MAX_LENGTH || words.length < 2 || words.length > MAX_WORDS)
    return false;
  if (line.includes("\n") || !OPENS.test(line) || CUT_OFF.test(line)) return false;
  if (!(apart || dated || framed)) return false;
  if (STOPPED.test(line)) return isOneSentence(line) && (dated || (apart && isTitleCase(words)));
  if (ASKS.test(line) && words.length > MAX_QUESTION_WORDS) return false;
  return dated || framed || STOPPED.test(next) || next.length > line.length;
}

function isOneSentence(line: string): boolean {
  return !/[\p{Ll}\p{N}]{2}[.!?]["”’)]{0,2} \p{Lu}/u.test(line);
}

/** Whether all words but the smallest have a capital: “Hillary Clinton Wins South Dakota Primary.” */
function isTitleCase(words: readonly string[]): boolean {
  const bare = words.map((word) => word.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, "")).filter((word) => word !== "");
  return bare.length >= MIN_TITLE_WORDS && bare.every((word) => /^\p{Lu}/u.test(word) || SMALL_WORDS.has(word));
}
