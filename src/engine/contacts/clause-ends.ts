import type { Token } from "../language/types.js";

/** Marks that end what a topic or a commitment says. */
export const STOPS: ReadonlySet<string> = new Set([";", ".", "?", "!", "”", '"', "»", "—", "–"]);
const SAYING =
  /^(?:said|says|noted|notes|added|adds|stressed|stresses|according|reported|reports|stated|states|told|tells|wrote|writes|reads|concluded|specified|announced)$/;
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

/** Words of a source before its verb. */
const SOURCE_REACH = 12;
const SOURCE_WORDS = /^(?:PROPN|NOUN|ADJ|DET|PART|ADP|PUNCT)$/;

/** “…, the press service noted” or “…, according to …” at a sentence's end: who says it, no part of what is said. */
export function sourceFollows(tokens: readonly Token[], comma: number): boolean {
  if (tokens[comma + 1]?.lower === "according") return true;
  const rest = tokens.slice(comma + 1);
  if (comma + 9 >= tokens.length) return rest.some((t) => SAYING.test(t.lower));
  // “, China's state-run news agency Xinhua reported from the Laotian capital”: a name, then the verb of saying.
  const verb = rest.slice(0, SOURCE_REACH).findIndex((t) => /^VB[DZP]$/.test(t.xpos));
  if (verb <= 0 || !SAYING.test(rest[verb]?.lower ?? "")) return false;
  if (!rest.slice(0, verb).every((t) => SOURCE_WORDS.test(t.upos))) return false;
  const said = rest[verb]?.lower ?? "";
  if (said === "announced") return false; // “the plan Trump announced last week”
  return !/^(?:told|tells)$/.test(said) || /^(?:NOUN|PROPN|PRON|DET)$/.test(rest[verb + 1]?.upos ?? "");
}
