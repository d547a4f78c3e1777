import type { Token } from "../language/types.js";
import type { Actor } from "./types.js";

/** Sentences at either end of an article of which one may be the line that says whose it is. */
export const SIGNED_WITHIN = 6;
const SPOKES = /\bspokes(?:man|woman|person)\b|\bpress secretary\b/i;

/** Whether somebody speaks for others by office, as the tables or the text call it. */
export function isSpokesperson({ officeKey, office, name }: Actor): boolean {
  return officeKey === "spokesperson" || SPOKES.test(office ?? "") || SPOKES.test(name);
}

/** “The following is attributable [to] Spokesperson X:”: the token behind which it says who answers for a text; -1 for none. */
export function attributedAt(tokens: readonly Token[]): number {
  return tokens.findIndex((t, i) => t.lower === "to" && tokens[i - 1]?.lower === "attributable");
}
