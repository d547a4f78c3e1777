import type { Span } from "../base/span.js";
import { type Abbreviations, stopOwner } from "./abbreviations.js";
import { sentenceStarts } from "./boundaries.js";
import { cutOf, type Place, scan } from "./scan.js";

/** A paragraph in tokens, contractions cut. */
export interface CutParagraph {
  readonly sentences: readonly Place[][];
  /** What is left out: where a sentence is longer than any that is read. */
  readonly left: readonly Span[];
}

/** Tokens of one paragraph, sentence by sentence. */
export function cutParagraph(text: string, [from, to]: Span, known: Abbreviations): CutParagraph {
  const places = scan(text, from, to, stopOwner(known));
  const { starts, beyond } = sentenceStarts(text, places, known);
  const sentences: Place[][] = [];
  const left: [start: number, end: number][] = [];
  for (const [k, first] of starts.entries()) {
    const end = starts[k + 1] ?? places.length;
    if (!beyond.has(first)) {
      sentences.push(places.slice(first, end).flatMap((place) => cut(text, place)));
      continue;
    }
    const [start, stop] = [places[first]?.[0] ?? from, places[end - 1]?.[1] ?? to];
    const before = left.at(-1);
    if (before !== undefined && beyond.has(starts[k - 1] ?? -1)) before[1] = stop;
    else left.push([start, stop]);
  }
  return { sentences, left };
}

/** The sentences alone. */
export function sentencePlaces(text: string, paragraph: Span, known: Abbreviations): readonly Place[][] {
  return cutParagraph(text, paragraph, known).sentences;
}

function cut(text: string, [start, end]: Place): readonly Place[] {
  const at = cutOf(text.slice(start, end));
  if (at === 0) return [[start, end]];
  return [
    [start, start + at],
    [start + at, end],
  ];
}
