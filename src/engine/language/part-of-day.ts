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
 * Whether words around a verb name a part of the day that news tells of (“by noon”, “at dawn”, “earlier in the day”): what had happened
 * by then is news too, not history.
 */
export function namesPartOfDay(tokens: readonly Token[], verb: number): boolean {
  const [from, to] = ownWords(tokens, verb);
  return tokens.slice(from, to).some(({ lower }, at) => {
    const i = from + at;
    const [before, link] = [tokens[i - 1]?.lower ?? "", tokens[i - 2]?.lower ?? ""];
    if (PARTS.has(lower)) return /^(?:at|by|before|since|around|after|until)$/.test(before) || lower === "overnight";
    return (
      NAMED.test(lower) && before === "the" && /^(?:in|during)$/.test(link) && !/^of$/.test(tokens[i + 1]?.lower ?? "")
    );
  });
}

/** The words that may tell when a verb's deed was: behind “who” and “which”, and up to the next comma behind the verb. */
function ownWords(tokens: readonly Token[], verb: number): readonly [from: number, to: number] {
  let from = verb;
  while (from > 0 && !/^(?:who|which)$/.test(tokens[from - 1]?.lower ?? "")) from--;
  let to = verb + 1;
  while (to < tokens.length && tokens[to]?.text !== ",") to++;
  return [from, to];
}
