import type { Channel } from "../base/codes.js";
import { ancestors } from "../language/tree.js";
import type { Clause } from "./clause.js";
import type { ContactLexicon } from "./lexicon.js";

/** How far from a word its way may be said, in tokens before and behind. */
const [BEFORE, BEHIND] = [10, 30];
const ELSEWHERE = /^(?:after|before|following|while|when|;|\.)$/;
/** Verbs inside a noun phrase: “with X, who is visiting Lima, by phone”. */
const INSIDE: ReadonlySet<string> = new Set(["acl", "acl:relcl", "amod", "nmod", "compound"]);

/**
 * A channel said beside a word that leaves it open, in its own clause: “spoke by phone”, “met virtually”, “talks were held by
 * video”; not “spoke by phone and agreed to meet”, where the meeting is another.
 *
 * @param strict Whether no other verb at all may stand between.
 */
export function hintOf(clause: Clause, lexicon: ContactLexicon, at: number, strict = false): Channel | null {
  const { tokens } = clause;
  const inside = INSIDE.has(clause.sentence.tree.relation(at)) && tokens[at]?.upos === "VERB"; // “X, who is visiting Lima, spoke by phone”
  for (const step of [1, -1]) {
    const end = step > 0 ? Math.min(tokens.length, at + BEHIND) : Math.max(-1, at - BEFORE - 1);
    for (let i = at + step; i !== end; i += step) {
      const match = lexicon.hints.match(tokens, i);
      if (match !== null && !(step < 0 && isOfDeedBefore(clause, at, i))) return match.entry;
      if (
        ELSEWHERE.test(tokens[i]?.lower ?? "") ||
        (inside && tokens[i]?.text === ",") ||
        isOtherVerb(clause, i, strict)
      )
        break;
    }
  }
  return null;
}

/** “[spoke] by phone with X, then met with Y”: what is said of a deed to which this one is only added. */
function isOfDeedBefore({ tokens, sentence: { tree } }: Clause, at: number, hint: number): boolean {
  if (!/^(?:conj|parataxis)$/.test(tree.relation(at))) return false;
  const verb = ancestors(tree, hint).find((up) => tokens[up]?.upos === "VERB") ?? hint;
  return verb < hint && verb === tree.heads[at];
}

/** Whether another deed begins with a word: a verb that neither holds the contact nor stands inside a noun phrase. */
function isOtherVerb({ tokens, cues, sentence }: Clause, at: number, strict: boolean): boolean {
  const token = tokens[at];
  if (token?.upos !== "VERB") return false;
  return strict || !(cues.staging.has(token.lemma) || INSIDE.has(sentence.tree.relation(at)));
}
