import type { Token } from "../language/types.js";

/** Marks that end what a topic or a commitment says. */
export const STOPS: ReadonlySet<string> = new Set([";", ".", "?", "!", "”", '"', "»", "—", "–"]);
const SAYING =
  /^(?:said|says|noted|notes|added|adds|stressed|stresses|according|reported|reports|stated|states|wrote|writes|reads|concluded|specified|announced)$/;
/** Words after a comma that open a clause of their own. */
export const RELATIVES: ReadonlySet<string> = new Set([
  "which",
  "who",
  "whom",
  "whose",
  "while",
  "whereas",
  "where",
  "when",
  "because",
  "although",
  "though",
  "after",
  "before",
  "taking",
  "following",
  "stressing",
  "noting",
  "adding",
  "against",
]);

/** “…, the press service noted” or “…, according to …” at a sentence's end: who says it, no part of what is said. */
export function sourceFollows(tokens: readonly Token[], comma: number): boolean {
  if (tokens[comma + 1]?.lower === "according") return true;
  return comma + 9 >= tokens.length && tokens.slice(comma + 1).some((t) => SAYING.test(t.lower));
}
