import type { Token } from "../language/types.js";

/** How far before a verb its denial may stand, with “that” and without. */
const REACH = 12;
const BARE_REACH = 8;
const NOUN_REACH = 4;

/** Whether somebody denies what the verb at a token tells: “denied that X had phoned Y”, “denies X phoned Y”. */
export function isDenied(tokens: readonly Token[], at: number): boolean {
  const before = tokens.slice(Math.max(0, at - REACH), at);
  const told = before.some((t, i) => t.lemma === "deny" && before.slice(i + 1).some((n) => n.lower === "that"));
  return told || isDeniedBare(tokens, at);
}

/** “denied that [a call between X and Y] is being prepared”: what the clause denied is about. */
export function isDeniedNoun(tokens: readonly Token[], start: number): boolean {
  if (tokens[start - 1]?.lower !== "that") return false;
  return tokens.slice(Math.max(0, start - NOUN_REACH), start - 1).some((t) => t.lemma === "deny");
}

/** A headline leaves out “that”: the next verb is what is denied. */
function isDeniedBare(tokens: readonly Token[], at: number): boolean {
  if (!/^VB[DZPN]$/.test(tokens[at]?.xpos ?? "")) return false;
  for (let i = at - 1; i >= Math.max(0, at - BARE_REACH); i--) {
    const token = tokens[i];
    if (token !== undefined && /^den(?:y|ies|ied)$/.test(token.lower)) return i < at - 1;
    if (token === undefined || /^(?:VERB|AUX|ADP|SCONJ|CCONJ|PUNCT)$/.test(token.upos)) return false;
  }
  return false;
}
