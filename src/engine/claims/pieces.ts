import type { Token } from "../language/types.js";
import type { Quotation } from "./quotations.js";

const TIME_WORDS: ReadonlySet<string> = new Set([
  "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "today", "yesterday", "tomorrow", "tonight",
  "mon", "tue", "tues", "wed", "thu", "thurs", "fri", "sat", "sun", "january", "february", "march", "april", "may", "june", "july", "august",
  "september", "october", "november", "december", "jan.", "feb.", "aug.", "sept.", "oct.", "nov.", "dec.", "morning", "afternoon", "evening", "night",
  "week", "month", "year", "weekend", "years", "months", "weeks", "days", "decades", "hours", "minutes", "earlier", "later", "recently", "afterwards", "afterward", "beforehand", "monday's", "noon", "midnight", "spring", "summer", "fall", "autumn", "winter",
]); // biome-ignore format: a list

export const WEEKDAY = /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$|^(?:today|yesterday|tomorrow|tonight)$/;

export function isTimeWord(piece: Piece | undefined): boolean {
  return (
    piece !== undefined &&
    TIME_WORDS.has(piece.lower) &&
    !(piece.lower === "may" && piece.tag === "MD") &&
    piece.lower !== "march"
  );
}

export function isNominal(piece: Piece | undefined): boolean {
  return piece !== undefined && /^(?:NNP?S?|PRP|CD|WP|EX)$/.test(piece.tag);
}

export function isVerbal(piece: Piece | undefined): boolean {
  return piece !== undefined && /^(?:VB[DZPNG]?|MD)$/.test(piece.tag);
}

/** A verb that can only be the verb of a clause: past, present or modal. */
export function isFiniteVerb(piece: Piece | undefined): boolean {
  return piece !== undefined && /^(?:VBD|VBZ|VBP|MD)$/.test(piece.tag);
}

/** “Themselves”, “herself”. */
export function isReflexive(piece: Piece | undefined): boolean {
  return piece !== undefined && /^(?:my|him|her|it)self$|^(?:our|your|them)selves$/.test(piece.lower);
}

export function isComma(piece: Piece | undefined): boolean {
  return piece !== undefined && piece.lower === ",";
}

export function isDash(piece: Piece | undefined): boolean {
  return piece !== undefined && /^(?:[—–]|--|-)$/.test(piece.lower) && piece.tag !== "HYPH";
}

export function isStop(piece: Piece | undefined): boolean {
  return piece === undefined || /^(?:[.!?;…]|\.\.\.|[.!?]{2,4})$/.test(piece.lower);
}

/** A word that can stand inside a base noun phrase, left of its head. */
export function inside(piece: Piece | undefined): boolean {
  if (piece === undefined) return false;
  return /^(?:DT|PDT|PRP\$|POS|JJ[RS]?|NNP?S?|CD|HYPH|WP\$|\$|#|AFX|FW|SYM)$/.test(piece.tag) || piece.lower === "/";
}

/** One place of a unit: a word outside quotation marks, or a whole quotation. */
export interface Piece {
  readonly start: number;
  readonly end: number;
  /** `null` for a quotation. */
  readonly token: Token | null;
  readonly quote: Quotation | null;
  /** The word in lower case; `""` for a quotation. */
  readonly lower: string;
  /** Penn tag; `QUOTE` for a quotation. */
  readonly tag: string;
  readonly sentence: number;
  /** A quotation that ends in a comma inside its marks. */
  readonly pause: boolean;
  /** The head of a phrase that means somebody. */
  readonly actor: boolean;
}

export function wordPiece(token: Token, sentence: number, actor: boolean): Piece {
  return {
    start: token.start,
    end: token.end,
    token,
    quote: null,
    lower: token.lower,
    tag: token.xpos,
    sentence,
    pause: false,
    actor,
  };
}
