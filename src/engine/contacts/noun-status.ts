import { ancestors, childrenBy, isRelation } from "../language/tree.js";
import type { Token } from "../language/types.js";
import type { Clause } from "./clause.js";
import { isDeniedNoun } from "./denial.js";
import { auxiliaries, fateAround, isHearsay, type Reality, realityOfVerb } from "./status.js";

/** Reality of the noun phrase whose noun covers `first` to `last`, from its adjectives, its preposition and its verb. */
export function realityOfNoun(clause: Clause, first: number, last: number): Reality {
  const { tokens } = clause;
  if (isHearsay(clause, first)) return "none";
  const fates = fateAround(clause, first, last);
  if (fates !== null) return fates;
  let start = first;
  for (let i = first - 1; i >= Math.max(0, first - 7); i--) {
    const token = tokens[i];
    if (token?.xpos === "VBN" && clause.sentence.tree.relation(i) === "amod")
      start = i; // “his failed summit”
    else if (
      token === undefined ||
      (["VERB", "AUX", "ADP", "SCONJ", "CCONJ", "PUNCT"].includes(token.upos) &&
        !/^(?:[-‐‑]|ongoing|continued)$/.test(token.lower))
    )
      break;
    if (token.lower === "no") return tookPlace(tokens, last) ? "denied" : "none";
    if (clause.cues.uncertain.has(token.lower)) return "none";
    if (clause.cues.ahead.has(token.lower)) return "planned";
    if (clause.cues.earlier.has(token.lower)) return "background";
    start = i;
  }
  const preposition = tokens[start - 1]?.lower ?? "";
  const two = `${tokens[start - 2]?.lower ?? ""} ${preposition}`;
  if (preposition === "without") return "none";
  if (isDeniedNoun(tokens, start)) return "denied";
  if (preposition === "for" && isThanked(clause, start)) return "background";
  if (preposition === "for" && arrivalBefore(clause, start) !== null)
    return realityOfVerb(clause, arrivalBefore(clause, start) ?? start); // “arrived in Armenia for a two-day visit”
  if (two === "eve of") return "planned";
  if (/^(?:reports?|rumou?rs?|claims?|talk|allegations?) of$/.test(two))
    return tokens.slice(Math.max(0, start - 5), start).some((t) => t.lemma === "deny") ? "denied" : "none";
  if (preposition === "for" && askedFor(clause, start) !== null) return "proposed";
  if (preposition === "for" && /^(?:call|appeal|push|press|hope|ask|demand|wish)$/.test(tokens[start - 2]?.lemma ?? ""))
    return "proposed";
  if (two === "ahead of" || two === "prior to" || two === "readiness for" || clause.cues.before.has(preposition))
    return "planned";
  if (onlyWeighed(clause, start)) return "none";
  if (tokens.slice(last + 1, last + 10).some((t) => clause.cues.lately.has(t.lower))) return "background";
  if (toldAfter(clause, start)) return "held";
  if (
    clause.cues.since.has(preposition) &&
    two !== "end of" &&
    !/^(?:part|course|framework|agenda|items?) of$/.test(two)
  )
    return "background";
  if (/^(?:up to|up on|follow-?up to|up from|continuation of|accordance with|account)/.test(two)) return "background";
  return realityOfGovernor(clause, start, last);
}

/** “the importance of concluding the talks”, “the possibility of a meeting”: only its worth is spoken of. */
function onlyWeighed(clause: Clause, start: number): boolean {
  const { tokens } = clause;
  for (let i = start - 1; i >= Math.max(0, start - 9); i--) {
    const token = tokens[i];
    if (token === undefined || token.upos === "PUNCT") return false;
    if (token.upos === "SCONJ" ? token.lower !== "of" : /^(?:after|at|during|following|in|before)$/.test(token.lower)) return false; // biome-ignore format: one line reads best
    if (clause.cues.worth.has(token.lemma) && /^(?:of|for|to|in)$/.test(tokens[i + 1]?.lower ?? "")) return true;
  }
  return false;
}

/** “thanked X for the visit”, “commended him for his trip”: it is over. */
function isThanked(clause: Clause, start: number): boolean {
  for (let i = start - 2; i >= Math.max(0, start - 9); i--) {
    const token = clause.tokens[i];
    if (token?.upos === "VERB") return clause.cues.thanking.has(token.lemma);
  }
  return false;
}

/** The verb of motion that brings somebody to what a noun after “for” names, or of the host who has them there. */
function arrivalBefore(clause: Clause, start: number): number | null {
  for (let i = start - 2; i >= Math.max(0, start - 10); i--) {
    const token = clause.tokens[i];
    if (token?.upos === "VERB")
      return clause.cues.motion.has(token.lemma) || clause.cues.hosting.has(token.lemma) ? i : null;
  }
  return null;
}

/** “asked X for a meeting”: the token of the asking; `null` when nobody asks. */
export function askedFor(clause: Clause, start: number): number | null {
  if (clause.tokens[start - 1]?.lower !== "for") return null;
  for (let i = start - 2; i >= Math.max(0, start - 9); i--) {
    const token = clause.tokens[i];
    if (token?.upos === "VERB") return /^(?:ask|request|press)$/.test(token.lemma) ? i : null;
  }
  return null;
}

/** “no meeting … took place”, “no talks were held”. */
function tookPlace(tokens: readonly Token[], last: number): boolean {
  return tokens
    .slice(last + 1, last + 16)
    .some(
      (t, i, list) =>
        (t.lower === "took" && list[i + 1]?.lower === "place") || /^(?:held|happened|occurred)$/.test(t.lower),
    );
}

/** “After his talks with X, Y said”: the sentence opens with what went before. */
function opensAfter(tokens: readonly Token[], start: number): boolean {
  return /^(?:after|following)$/.test(tokens[0]?.lower ?? "") && start <= 4;
}

/** “Speaking in Riga after talks with X, Y praised …”. */
function speaksAfter(tokens: readonly Token[], start: number): boolean {
  if (tokens[0]?.lower !== "speaking" || !/^(?:after|following)$/.test(tokens[start - 1]?.lower ?? "")) return false;
  return !tokens.slice(0, start).some((t) => t.lower === ",");
}

/** “said after talks with X”, “a news conference following the negotiations”: what the words follow was held. */
function toldAfter(clause: Clause, start: number): boolean {
  const { tokens } = clause;
  if (speaksAfter(tokens, start)) return true;
  if (!/^(?:after|following)$/.test(tokens[start - 1]?.lower ?? "") && !opensAfter(tokens, start)) return false;
  if (opensAfter(tokens, start))
    return tokens.slice(start).some((t) => t.upos === "VERB" && clause.cues.saying.has(t.lemma));
  return tokens.slice(Math.max(0, start - 9), start - 1).some((t) => clause.cues.telling.has(t.lemma));
}

/** What is talked about is told of by no such verb. */
const DISCUSSING: ReadonlySet<string> = new Set(["discuss", "raise", "review"]);
const DENYING: ReadonlySet<string> = new Set(["decline", "deny", "refuse", "reject", "rule"]);

/** “blocked [the talks]”, “opposed the opening of [talks]”: what the verb does befalls the noun; not “blocked the loan at talks”. */
function isUndergone({ tokens, sentence: { tree } }: Clause, verb: number, noun: number): boolean {
  for (const up of ancestors(tree, noun)) {
    if (up === verb) return true;
    const led = childrenBy(tree, up, "case").some((c) => c < up && !/^(?:of|for|to)$/.test(tokens[c]?.lower ?? ""));
    if (led || isRelation(tree.relation(up), "obl")) return false;
  }
  return false;
}

/** The verb that governs a noun phrase from the left, else the one that follows it. */
function realityOfGovernor(clause: Clause, start: number, last: number): Reality {
  const { tokens } = clause;
  for (let i = start - 1; i >= Math.max(0, start - 10); i--) {
    const token = tokens[i];
    if (token === undefined || token.lower === "," || (token.lower === "that" && token.upos !== "DET")) break;
    if (token.upos === "VERB") {
      if (clause.cues.proposal.has(token.lemma) && token.lemma !== "seek") return "proposed";
      if (token.lemma === "rule" && auxiliaries(tokens, i, clause).some((t) => /^(?:not|n't|never)$/.test(t.lower)))
        return "proposed"; // “did not rule out a meeting”
      if (DENYING.has(token.lemma) && isUndergone(clause, i, last)) return "denied";
      // “the help agreed upon during his meeting with X”
      if (/^VB[DN]$/.test(token.xpos) && tokens[start - 1]?.lower === "during") return "held";
      if (DISCUSSING.has(token.lemma) && token.xpos !== "VBG" && isUndergone(clause, i, last)) return "none"; // “discussed his June trip to X”
      if (clause.cues.preventing.has(token.lemma) && isUndergone(clause, i, last)) return "none";
      if (clause.cues.plan.has(token.lemma) && token.lemma !== "set" && token.lemma !== "go") return "planned";
      return realityOfVerb(clause, i);
    }
  }
  for (let i = start + 1; i < tokens.length - 1; i++) {
    if (tokens[i]?.lemma !== "be") continue;
    if (/^(?:possible|likely|unlikely|impossible|needed|necessary|conceivable)$/.test(tokens[i + 1]?.lower ?? ""))
      return "none";
    const denied = /^(?:not|n't)$/.test(tokens[i + 1]?.lower ?? ""); // “A call is not planned”
    if (/^(?:planned|due|expected|scheduled)$/.test(tokens[i + (denied ? 2 : 1)]?.lower ?? ""))
      return denied ? "denied" : "planned";
  }
  for (let i = start + 1; i < tokens.length; i++) {
    const token = tokens[i];
    if (token === undefined || token.upos !== "VERB") continue;
    if (clause.cues.plan.has(token.lemma) && token.xpos === "VBN") return "planned";
    return realityOfVerb(clause, i);
  }
  return "held";
}
