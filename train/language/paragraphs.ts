import type { Span } from "../../src/engine/base/span.js";

/** Spans of a text's lines that are not empty. */
export function paragraphSpans(text: string): Span[] {
  const spans: Span[] = [];
  for (let start = 0; start <= text.length; ) {
    const stop = text.indexOf("\n", start);
    const end = stop < 0 ? text.length : stop;
    if (text.slice(start, end).trim() !== "") spans.push([start, end]);
    start = end + 1;
  }
  return spans;
}
