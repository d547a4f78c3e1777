import { hasClause } from "./clauses.js";
import { kindOf, spanOf } from "./draft.js";
import type { ClaimLexicon } from "./lexicon.js";
import { phraseEnd, type Range } from "./phrases.js";
import { isStop, type Piece } from "./pieces.js";
import type { Unit } from "./units.js";
import type { UnitReading } from "./verb-claims.js";
import { wholePhrase } from "./verb-sources.js";

/** Headlines: “Putin: talks will go on”, “Talks will go on: Putin”. */
export function readHeadline(unit: Unit, lexicon: ClaimLexicon, reading: UnitReading): void {
  const { pieces } = unit;
  const colon = pieces.findIndex((p) => p.lower === ":");
  if (colon <= 0 || reading.drafts.length > 0) return;
  const end = phraseEnd(pieces, 0, () => false);
  const last = pieces.length - 1;
  if (end === colon - 1 && colon <= 8 && pieces.length - colon > 3)
    push(unit, [0, end], [colon + 1, stopless(pieces, last)], reading);
  else if (hasClause(pieces, 0)) {
    const source = wholePhrase(pieces, colon + 1, lexicon);
    if (source !== null && source[1] >= stopless(pieces, last) && source[1] - source[0] < 6)
      push(unit, source, [0, colon - 1], reading);
  }
}

function stopless(pieces: readonly Piece[], last: number): number {
  return isStop(pieces[last]) ? last - 1 : last;
}

function push(unit: Unit, source: Range, range: Range, reading: UnitReading): void {
  const { pieces } = unit;
  for (let i = range[0]; i <= range[1]; i++) if (pieces[i]?.quote != null) reading.used.add(i);
  reading.drafts.push({
    unit,
    kind: kindOf(pieces, range),
    act: "speech",
    stance: "asserts",
    content: spanOf(pieces, range),
    cue: null,
    source,
    addressee: null,
    reporter: null,
    missing: "none",
    why: "a headline with its speaker before or after a colon",
    confidence: 0.75,
  });
}
