import { childrenBy, subtree } from "../language/tree.js";
import type { Clause } from "./clause.js";
import type { Trigger } from "./trigger.js";

/**
 * “Ishiba, who took office on Oct 1, met …”, “the first call since the war began in 2022”, “the first since May”: what stands
 * in a clause about a person, or about since when, is no day or place of a contact outside of it.
 *
 * @param at First token of the time or place.
 */
export function isOfOtherClause(trigger: Trigger, at: number): boolean {
  const { tokens, sentence } = trigger.clause;
  const { first, last } = trigger;
  const { tree } = sentence;
  if (tokens[at - 1]?.lower === "since") return true;
  const above = new Set<number>(); // the trigger and all that governs it: from there on the clause is its own
  for (let up = first; up >= 0 && !above.has(up); up = tree.heads[up] ?? -1) above.add(up);
  for (let up = at; up >= 0 && !above.has(up) && (up < first || up > last); up = tree.heads[up] ?? -1) {
    if (childrenBy(tree, up, "mark").some((m) => m > last && m < at && SINCE.test(tokens[m]?.lower ?? ""))) return true;
    if (tree.relation(up) !== "acl:relcl") continue;
    if (up < at && tokens.slice(up, at).some((t) => t.text === ",")) continue; // “…, who was re-elected in 2022, in Paris”
    if ([up, ...subtree(sentence, up)].some((i) => /^(?:who|whom|whose)$/.test(tokens[i]?.lower ?? ""))) return true;
  }
  return isOfLaterVerb(trigger, at);
}

const SINCE = /^(?:since|after|before)$/;

/**
 * “met X and will travel to Minsk on Friday”, “spoke by telephone and agreed to sign the agreement this summer”: what a later
 * verb tells as still to come, or a later journey, has its own day and place.
 */
function isOfLaterVerb(trigger: Trigger, at: number): boolean {
  if (at <= trigger.last || AHEAD.has(trigger.reality)) return false;
  const verb = verbOver(trigger.clause, at);
  if (verb <= trigger.last || verb > at) return false;
  const { tokens, sentence, cues } = trigger.clause;
  const relation = sentence.tree.relation(verb);
  if (relation === "conj" && cues.journey.has(tokens[verb]?.lemma ?? "")) return true;
  return /^(?:conj|xcomp|ccomp|parataxis)$/.test(relation) && liesAhead(trigger.clause, verb);
}

/** Contacts whose own verb lies ahead. */
const AHEAD: ReadonlySet<string> = new Set(["planned", "proposed"]);

/**
 * “A will meet B, the Kremlin said on Tuesday, days after they spoke by phone”: told in a clause of its own, behind “after”; a
 * day outside of it is not its own.
 */
export function afterClause({ clause: { tokens, sentence }, first }: Trigger): number | null {
  const { tree } = sentence;
  for (let up = first, steps = 0; up >= 0 && steps < MOST_STEPS; up = tree.heads[up] ?? -1, steps++) {
    const mark = childrenBy(tree, up, "mark").find((m) => m < first && /^(?:after|before|since)$/.test(tokens[m]?.lower ?? "")); // biome-ignore format: one line reads best
    if (mark !== undefined) return mark;
  }
  return null;
}

/** “days after they spoke”: longer before the news than its own days. */
export function isLongBefore(trigger: Trigger): boolean {
  const mark = afterClause(trigger);
  if (mark === null || trigger.clause.tokens[mark]?.lower !== "after") return false;
  return /^(?:days?|weeks?|months?|years?)$/.test(trigger.clause.tokens[mark - 1]?.lower ?? "");
}

/** Whether the tree ties a time to a trigger's own verb: “visited Riga [on May 3] and met its president”. */
export function isOfOwnVerb({ clause, first }: Trigger, at: number): boolean {
  const own = clause.tokens[first]?.upos === "VERB" ? first : verbOver(clause, first);
  return own >= 0 && verbOver(clause, at) === own;
}

/**
 * “talks on the security of miners in Mitrovica”: a place inside what is talked about, not where.
 *
 * @param at First token of the place.
 */
export function isInTopic({ clause, last }: Trigger, at: number): boolean {
  const { tokens, cues, sentence } = clause;
  if (tokens[last]?.upos !== "NOUN" || at <= last) return false;
  const { tree } = sentence;
  for (let up = tree.heads[at] ?? -1, steps = 0; up > last && steps < MOST_STEPS; up = tree.heads[up] ?? -1, steps++) {
    const about = childrenBy(tree, up, "case").some((c) => c < up && /^(?:on|about|over|regarding|concerning)$/.test(tokens[c]?.lower ?? "")); // biome-ignore format: one line reads best
    if (about && !cues.venue.has(tokens[up]?.lower ?? "")) return true;
  }
  return false;
}

/** The nearest verb that a token hangs on; -1 for none. */
function verbOver({ tokens, sentence: { tree } }: Clause, at: number): number {
  for (let up = tree.heads[at] ?? -1, steps = 0; up >= 0 && steps < MOST_STEPS; up = tree.heads[up] ?? -1, steps++)
    if (tokens[up]?.upos === "VERB") return up;
  return -1;
}

const MOST_STEPS = 20;

/** “will travel”, “agreed to sign”. */
function liesAhead({ tokens, sentence: { tree } }: Clause, verb: number): boolean {
  if (childrenBy(tree, verb, "aux").some((aux) => /^(?:will|'ll|would|shall)$/.test(tokens[aux]?.lower ?? "")))
    return true;
  return tokens[verb]?.xpos === "VB" && tokens[verb - 1]?.lower === "to";
}
