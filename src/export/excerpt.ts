import type { Span } from "../engine/base/span.js";

/** A quotation short enough to stand in a table of events without reprinting the article. */
const MOST_WORDS = 25;

/** The first words of a passage, at most 25, on one line; “…” stands where more follows. */
export function excerpt(text: string, span: Span): string {
  const words = text
    .slice(...span)
    .split(/\s+/)
    .filter((word) => word !== "");
  return words.length <= MOST_WORDS ? words.join(" ") : `${words.slice(0, MOST_WORDS).join(" ")} …`;
}
