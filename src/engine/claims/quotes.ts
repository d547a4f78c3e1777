import { type Draft, spanOf } from "./draft.js";
import { phraseEnd, type Range } from "./phrases.js";
import { isComma, type Piece } from "./pieces.js";
import { quoteRun } from "./quote-places.js";
import { clauseSubject } from "./sources.js";
import type { Unit } from "./units.js";
import type { UnitReading } from "./verb-claims.js";

/** Quotations shorter than this many words inside a clause without a cue are names or scare quotes. */
const FRAGMENT_WORDS = 5;

/** Finds claims in the quotations no cue has taken: “X: “…””, quotations that stand alone, and long quoted fragments. */
export function readLooseQuotes(unit: Unit, text: string, reading: UnitReading): void {
  const { pieces } = unit;
  for (let at = 0; at < pieces.length; at++) {
    const quote = pieces[at]?.quote;
    if (quote == null || reading.used.has(at)) continue;
    const run: Range = [at, quoteRun(pieces, at)];
    const draft = looseQuote(unit, run, text);
    if (draft !== null) reading.drafts.push(draft);
    for (let i = run[0]; i <= run[1]; i++) reading.used.add(i);
    at = run[1];
  }
}

function looseQuote(unit: Unit, run: Range, text: string): Draft | null {
  const { pieces } = unit;
  const content = spanOf(pieces, run);
  const speech = { act: "speech", stance: "asserts", cue: null, addressee: null, reporter: null } as const;
  const base = { unit, ...speech, content };
  const direct = directQuote(pieces, run, text);
  if (direct !== null) return { ...base, kind: "direct", ...direct };
  if (isTitle(text.slice(...content))) return null;
  if (wordsIn(text, pieces, run) < FRAGMENT_WORDS || pieces[run[1] + 1]?.tag.startsWith("NN")) return null;
  const source = clauseSubject(pieces, run[0]);
  if (source === null) return null;
  const why = "a quoted passage in a clause about its source";
  return { ...base, kind: "mixed", source, missing: "none", why, confidence: 0.7 };
}

/** A quotation that somebody speaks whole: after a colon, alone, or at the head of its sentence. */
function directQuote(
  pieces: readonly Piece[],
  run: Range,
  text: string,
): Pick<Draft, "source" | "missing" | "why" | "confidence"> | null {
  const words = wordsIn(text, pieces, run);
  const before = pieces[run[0] - 1];
  if (/^[:—–]$/.test(before?.lower ?? "") && words >= 3) {
    const source = colonSource(pieces, run[0] - 1);
    return { source, missing: source === null ? "last" : "none", why: "a quotation after a colon", confidence: 0.8 };
  }
  const sentenceLike = /[.?!,…]\W{0,2}$/.test(text.slice(pieces[run[1]]?.start ?? 0, pieces[run[1]]?.end ?? 0));
  const goesOn = { source: null, missing: "last" } as const;
  if (outsideWords(pieces) === 0 && words >= 2 && (sentenceLike || words >= 8))
    return { ...goesOn, why: "a quotation that stands alone goes on from the last speaker", confidence: 0.8 };
  if (before === undefined && words >= 6 && sentenceLike)
    return { ...goesOn, why: "a quotation without a cue", confidence: 0.7 };
  return null;
}

function wordsIn(text: string, pieces: readonly Piece[], run: Range): number {
  return text.slice(pieces[run[0]]?.start ?? 0, pieces[run[1]]?.end ?? 0).split(/\s+/).length;
}

/** The name of a work: nearly all its longer words have a capital. */
function isTitle(quoted: string): boolean {
  const words = quoted.split(/[^\p{L}’']+/u).filter((w) => w.length > 3);
  const capitals = words.filter((w) => /^\p{Lu}/u.test(w));
  return words.length > 0 && capitals.length >= words.length * 0.75;
}

function outsideWords(pieces: readonly Piece[]): number {
  return pieces.filter((p) => p.quote === null && /\p{L}|\p{N}/u.test(p.lower)).length;
}

/** “The minister: “…””: the phrase before the colon, when it is all there is; otherwise the clause's subject. */
function colonSource(pieces: readonly Piece[], colon: number): Range | null {
  const end = phraseEnd(pieces, 0, () => false);
  if (end === colon - 1) return [0, end];
  if (isComma(pieces[end + 1]) && colon - end < 12) return [0, end];
  return clauseSubject(pieces, colon);
}
