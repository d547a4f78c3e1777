import type { Span } from "../base/span.js";
import { type Abbreviations, stopOwner } from "./abbreviations.js";
import { sentenceStarts } from "./boundaries.js";
import { cutOf, type Place, scan } from "./scan.js";

/** Tokens of one paragraph, sentence by sentence; contractions are cut. */
export function sentencePlaces(text: string, [from, to]: Span, known: Abbreviations): Place[][] {
  const places = scan(text, from, to, stopOwner(known));
  const starts = sentenceStarts(text, places, known);
  return starts.map((first, k) => places.slice(first, starts[k + 1] ?? places.length).flatMap((p) => cut(text, p)));
}

function cut(text: string, [start, end]: Place): readonly Place[] {
  const at = cutOf(text.slice(start, end));
  if (at === 0) return [[start, end]];
  return [
    [start, start + at],
    [start + at, end],
  ];
}
