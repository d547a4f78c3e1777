import type { Token } from "./types.js";

const PARTS: ReadonlySet<string> = new Set([
  "dawn",
  "daybreak",
  "sunrise",
  "noon",
  "midday",
  "dusk",
  "nightfall",
  "sunset",
  "midnight",
  "overnight",
]);
const NAMED = /^(?:morning|afternoon|evening|night|day)$/;

/**
 * Whether words name a part of the day that news tells of (“by noon”, “at dawn”, “earlier in the day”): what had happened
 * by then is news too, not history.
 */
export function namesPartOfDay(tokens: readonly Token[]): boolean {
  return tokens.some(({ lower }, i) => {
    const [before, link] = [tokens[i - 1]?.lower ?? "", tokens[i - 2]?.lower ?? ""];
    if (PARTS.has(lower)) return /^(?:at|by|before|since|around|after|until)$/.test(before) || lower === "overnight";
    return (
      NAMED.test(lower) && before === "the" && /^(?:in|during)$/.test(link) && !/^of$/.test(tokens[i + 1]?.lower ?? "")
    );
  });
}
