import { keepsCase } from "../../language/lemmas.js";
import type { Token } from "../../language/types.js";

/** A word's row in the table of vectors, -1 where it has none. */
export type RowOf = (form: string) => number;

/**
 * The row of a token's vector: that of its form, else of its lemma (“provisioned”: provision), of the American spelling of either
 * (“regularise”, “counselled”), or of the last part of a compound (“non-recognition”). Names, numbers and
 * foreign words have that of their form alone.
 */
export function rowOfToken({ text, lemma, xpos }: Pick<Token, "text" | "lemma" | "xpos">, rowOf: RowOf): number {
  const own = rowOf(text);
  if (own >= 0 || keepsCase(xpos)) return own;
  for (const form of [lemma, american(text), american(lemma), lastPart(text), lastPart(lemma)]) {
    const row = form === "" ? -1 : rowOf(form);
    if (row >= 0) return row;
  }
  return -1;
}

const american = (form: string): string =>
  form
    .replace(/is(?=(?:e|es|ed|er|ers|ing|ation|ations)$)/, "iz")
    .replace(/ys(?=(?:e|es|ed|er|ers|ing)$)/, "yz")
    .replace(/ll(?=(?:ed|er|ers|ing)$)/, "l")
    .replace(/our(?=(?:s|ed|ing|able)?$)/, "or");

const SHORTEST = 4; // letters of a part that says what the whole is

function lastPart(form: string): string {
  const at = form.lastIndexOf("-");
  return at >= 0 && form.length - at > SHORTEST ? form.slice(at + 1) : "";
}
