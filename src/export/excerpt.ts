import type { Span } from "../engine/base/span.js";

/** A quotation short enough to stand in a table of events without reprinting the article. */
export const MOST_WORDS = 25;

/** The first words of a passage, at most 25 or the number given, on one line; “…” stands where more follows. */
export function excerpt(text: string, span: Span, most: number = MOST_WORDS): string {
  const words = text
    .slice(...span)
    .split(/\s+/)
    .filter((word) => word !== "");
  const kept = Math.min(most, MOST_WORDS);
  if (kept <= 0) return "";
  return words.length <= kept ? words.join(" ") : `${words.slice(0, kept).join(" ")} …`;
}
