import { isComma, isDash, isStop, type Piece } from "./pieces.js";

/** Index of a quotation that opens here, over a colon or comma; -1 when none does. */
export function quoteAt(pieces: readonly Piece[], at: number): number {
  if (pieces[at]?.quote != null) return at;
  if (/^[:,—–]$|^--$/.test(pieces[at]?.lower ?? "") && pieces[at + 1]?.quote != null) return at + 1;
  return -1;
}

/** The last of quotations that stand side by side. */
export function quoteRun(pieces: readonly Piece[], at: number): number {
  let last = at;
  while (pieces[last + 1]?.quote != null) last++;
  return last;
}

/** A quotation that is part of a clause that goes on in the reporter's words. */
export function isFragment(pieces: readonly Piece[], run: number): boolean {
  const next = pieces[run + 1];
  return (
    next !== undefined &&
    !isStop(next) &&
    !isComma(next) &&
    !/^(?:CC|IN)$/.test(next.tag) &&
    next.lower !== ")" &&
    !isDash(next)
  );
}
