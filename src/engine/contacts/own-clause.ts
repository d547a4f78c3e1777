import { ancestors, childrenBy, subtree } from "../language/tree.js";
import type { Sentence, Token } from "../language/types.js";
import { isElsewhere, WEEKDAY } from "./circumstances.js";
import type { Clause } from "./clause.js";
import { liesAhead } from "./status.js";
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
  const above = new Set(ancestors(tree, first)); // the trigger and all that governs it: from there on the clause is its own
  for (const up of ancestors(tree, at)) {
    if (above.has(up) || (up >= first && up <= last)) break;
    const mark = sinceMark(sentence, up);
    if (mark !== undefined && mark > last && mark < at) return true;
    if (at < first && sinceWord(sentence, up, at)) return true; // “Since taking office [in May], he has spoken with X”
    if (
      /^(?:acl|advcl)$/.test(tree.relation(up)) &&
      (up < first ? isToBeDone(sentence, up) : isOfOtherThing(trigger, up))
    )
      return true;
    if (tree.relation(up) !== "acl:relcl") continue;
    if (up < at && tokens.slice(up, at).some((t) => t.text === ",")) continue; // “…, who was re-elected in 2022, in Paris”
    if ([up, ...subtree(sentence, up)].some((i) => /^(?:who|whom|whose)$/.test(tokens[i]?.lower ?? ""))) return true;
  }
  return isOfLaterVerb(trigger, at);
}

/** “discussed the pact [reached in Minsk on May 3]”: when and where something came about that is spoken of; not “met at a fair [held in Rome]”. */
function isOfOtherThing({ clause: { tokens, sentence, cues }, first, last }: Trigger, verb: number): boolean {
  const isAside = sentence.tree.relation(verb) === "advcl"; // “…, reached in Minsk”
  const thing = isAside ? verb - 2 : (sentence.tree.heads[verb] ?? -1);
  if (isAside && (tokens[verb - 1]?.lower !== "," || !/^(?:NOUN|PROPN)$/.test(tokens[thing]?.upos ?? ""))) return false;
  if (tokens[verb]?.xpos !== "VBN" || thing <= last || cues.staging.has(tokens[verb]?.lemma ?? "")) return false;
  return verb > first;
}

/** “the anniversary, [to be marked] in April”: what is still to happen to a thing. */
function isToBeDone({ tree, tokens }: Sentence, verb: number): boolean {
  if (tokens[verb]?.xpos !== "VBN") return false;
  return childrenBy(tree, verb, "mark").some((m) => tokens[m]?.lower === "to");
}

/** Whether “since” opens the phrase or clause of a word, before a time in it. */
function sinceWord({ tree, tokens }: Sentence, up: number, at: number): boolean {
  return childrenBy(tree, up, "mark", "case").some((c) => c < at && tokens[c]?.lower === "since");
}

/** The “since”, “after” or “before” that opens the clause of a verb. */
export function sinceMark({ tree, tokens }: Sentence, verb: number): number | undefined {
  return childrenBy(tree, verb, "mark").find((m) => /^(?:since|after|before)$/.test(tokens[m]?.lower ?? ""));
}

/**
 * “met X and will travel to Minsk on Friday”, “spoke by telephone and agreed to sign the agreement this summer”: what a later
 * verb tells as still to come, or a later journey, has its own day and place; not “called X [to congratulate] him on Friday”,
 * the day of the call (“to congratulate him on his inauguration in January” has another).
 */
function isOfLaterVerb(trigger: Trigger, at: number): boolean {
  if (at <= trigger.last || AHEAD.has(trigger.reality)) return false;
  const { tokens, sentence, cues } = trigger.clause;
  const verb = verbOver(trigger.clause, at);
  if (verb <= trigger.last || verb > at) return false;
  const relation = sentence.tree.relation(verb);
  if (relation === "conj" && cues.journey.has(tokens[verb]?.lemma ?? "")) return true;
  if (isPurposesDay(trigger, verb, at)) return false;
  if (!/^(?:conj|xcomp|ccomp|parataxis)$/.test(relation)) return false;
  return liesAhead(trigger.clause, verb) || isInfinitive(tokens, verb);
}

/** “agreed [to sign]”. */
function isInfinitive(tokens: readonly Token[], verb: number): boolean {
  return tokens[verb]?.xpos === "VB" && tokens[verb - 1]?.lower === "to";
}

/**
 * “phoned X [to congratulate] him on Tuesday”: the day of what the contact was for is its own; not “to congratulate him on his
 * victory on Tuesday”, nor a month.
 *
 * @param at First token of the time.
 */
export function isPurposesDay(trigger: Trigger, verb: number, at: number): boolean {
  const { tokens, sentence } = trigger.clause;
  const { tree } = sentence;
  if (!WEEKDAY.test(tokens[at]?.lower ?? "") || tree.heads[at] !== verb) return false;
  if (!isInfinitive(tokens, verb) || tree.heads[verb] !== ownVerb(trigger)) return false;
  return /^(?:xcomp|ccomp|advcl)$/.test(tree.relation(verb));
}

/** Contacts whose own verb lies ahead. */
const AHEAD: ReadonlySet<string> = new Set(["planned", "proposed"]);

/** Whether the tree ties a time to a trigger's own verb: “visited Riga [on May 3] and met its president”. */
export function isOfOwnVerb(trigger: Trigger, at: number): boolean {
  const own = ownVerb(trigger);
  return own >= 0 && verbOver(trigger.clause, at) === own;
}

/** The verb a trigger is, or hangs on. */
export function ownVerb({ clause, first }: Trigger): number {
  return clause.tokens[first]?.upos === "VERB" ? first : verbOver(clause, first);
}

/**
 * “talks on the security of miners in Mitrovica”: a place inside what is talked about, not where.
 *
 * @param at First token of the place.
 */
export function isInTopic({ clause, last }: Trigger, at: number): boolean {
  const { tokens, cues, sentence } = clause;
  const isVerb = tokens[last]?.upos === "VERB"; // “talked [about] work in Asia”, but “met over lunch in Rome”
  if ((tokens[last]?.upos !== "NOUN" && !isVerb) || at <= last) return false;
  const { tree } = sentence;
  const isAbout = (word: string): boolean =>
    isVerb ? /^(?:about|regarding|concerning)$/.test(word) : cues.about.has(word);
  for (const up of ancestors(tree, at).slice(1)) {
    const noun = tokens[up];
    if (noun === undefined || up <= last) return false;
    const about = childrenBy(tree, up, "case").some((c) => c < up && isAbout(tokens[c]?.lower ?? ""));
    if (about && !isElsewhere(clause, noun)) return true;
  }
  return false;
}

/** The nearest verb that a token hangs on; -1 for none. */
function verbOver({ tokens, sentence: { tree } }: Clause, at: number): number {
  return ancestors(tree, at).find((up) => up !== at && tokens[up]?.upos === "VERB") ?? -1;
}
