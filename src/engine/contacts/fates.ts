import {
  ancestors,
  childBy,
  childrenBy,
  FINITE,
  isPassive,
  isRelation,
  objectOf,
  subjectOf,
} from "../language/tree.js";
import type { Sentence, Token } from "../language/types.js";
import { type Clause, wordsIn } from "./clause.js";
import type { Fate } from "./cues.js";

/** A word of fate, and what befalls it. */
export interface ToldFate {
  readonly at: number;
  readonly fate: "postponed" | "cancelled";
  /** Whether it only describes the contact (“the summit [postponed] from March will be held in May”). */
  readonly beside: boolean;
  /** The verb that tells of the contact itself, where the word of fate stands beside. */
  readonly main: number;
}

/** Words before and behind a contact's own in which its fate is looked for. */
const BEFORE = 9;
const BEHIND = 40;

/**
 * What the clause tells of the fate of the contact that stands at `first` to `last`: “postponed”, “called off”, “will not go
 * ahead”. What befalls something else (“a meeting at which they agreed to postpone the vote”) is none.
 */
export function fatesOf(clause: Clause, first: number, last: number): readonly ToldFate[] {
  const { tokens, cues, sentence } = clause;
  const found: ToldFate[] = [];
  const isCore = isRelation(sentence.tree.relation(last), "nsubj") || isRelation(sentence.tree.relation(last), "obj");
  for (let at = Math.max(0, first - BEFORE); at < Math.min(tokens.length, last + BEHIND); at++) {
    const match = cues.fates.match(tokens, at);
    if (match === null || !/^(?:VERB|NOUN|ADJ)$/.test(tokens[at]?.upos ?? "")) continue;
    const fate = fateTold(clause, { at, last: match.last, fate: match.entry }, first);
    if (fate === null || !befalls(clause, at, last)) continue;
    const main = verbBehindAside(tokens, at);
    const beside = main >= 0 || ancestors(sentence.tree, at).includes(last) || opens(sentence, at, last);
    found.push({ at, fate, beside, main: main >= 0 || !isCore ? main : (sentence.tree.heads[last] ?? -1) });
  }
  return found;
}

/** “was due to meet X, but the trip was cancelled”, “will no longer travel to Rome, where he had hoped to meet X”: what became of the plan a verb tells of. */
export function fateOfPlan(clause: Clause, verb: number): ToldFate["fate"] | null {
  const { tokens, cues, sentence } = clause;
  const main = fatesOf(clause, 0, verb).find((t) => !t.beside);
  if (main !== undefined) return main.fate;
  const isOff = (up: number): boolean => {
    const near = wordsIn(tokens, up - 3, up);
    return /(?:^| )(?:no longer|(?:will|wo|would) (?:not|n't)|not to)(?: |$)/.test(near);
  };
  const journeys = ancestors(sentence.tree, verb).slice(1).filter((up) => cues.motion.has(tokens[up]?.lemma ?? "") || cues.journey.has(tokens[up]?.lemma ?? "")); // biome-ignore format: one line reads best
  return journeys.some(isOff) ? "cancelled" : null;
}

/** “the visit, [postponed] in May, began on Monday”: the verb behind the commas a word of fate stands between; -1 for none. */
function verbBehindAside(tokens: readonly Token[], at: number): number {
  if (tokens[at - 1]?.text !== "," || !/^VB[DN]$/.test(tokens[at]?.xpos ?? "")) return -1;
  const comma = tokens.findIndex((t, i) => i > at && i <= at + ASIDE && t.text === ",");
  if (comma < 0 || !FINITE.has(tokens[comma + 1]?.xpos ?? "")) return -1;
  return tokens.findIndex((t, i) => i > comma && i <= comma + 5 && t.upos === "VERB");
}

/** Words of “twice because of the pandemic”. */
const ASIDE = 12;

/** “[Delayed] by fog, the meeting began late”: a participle that opens the sentence whose subject the contact is. */
function opens({ tokens, tree }: Sentence, at: number, noun: number): boolean {
  const verb = tree.heads[at] ?? -1;
  return tokens[at]?.xpos === "VBN" && at < noun && tree.relation(at) === "advcl" && tree.heads[noun] === verb && isRelation(tree.relation(noun), "nsubj"); // biome-ignore format: one line reads best
}

interface Word {
  readonly at: number;
  readonly last: number;
  readonly fate: Fate;
}

/** “asked whether … had cancelled”, “nobody called off”: not said to be so. */
const OPEN: ReadonlySet<string> = new Set(["whether", "if", "nobody", "not", "n't", "never", "denied", "denies"]);
const NOT: ReadonlySet<string> = new Set(["not", "n't", "never"]);

/** What a word of fate comes to: one of being held counts where it is denied (“[will not] go ahead”, “the planned call never took place”). */
function fateTold({ tokens, cues }: Clause, { at, fate }: Word, first: number): ToldFate["fate"] | null {
  const before = tokens.slice(Math.max(0, at - 6), at);
  if (fate !== "held") return before.some((t) => OPEN.has(t.lower)) ? null : fate;
  const near = before.slice(-3);
  const gone = near.some((t, i) => t.lower === "longer" && near[i - 1]?.lower === "no");
  if (!gone && !near.some((t) => NOT.has(t.lower))) return null;
  if (near.some((t) => /^(?:will|wo|would)$/.test(t.lower))) return "cancelled";
  const from = tokens.slice(0, first).some((t) => t.lower === "but") ? 0 : Math.max(0, first - 4);
  const planned = tokens.slice(from, at).some((t) => cues.ahead.has(t.lower) || (cues.plan.has(t.lemma) && /^(?:VBN|JJ)$/.test(t.xpos))); // biome-ignore format: one line reads best
  return planned ? "cancelled" : null;
}

/** Whether what the word of fate at `at` befalls is the contact at `noun`, or what it is told of as part of (“a trip on which he was to meet X”). */
function befalls({ tokens, sentence, actors, cues }: Clause, at: number, noun: number): boolean {
  const what = undergoer(sentence, at);
  if (what === null) return tokens[at]?.upos !== "NOUN";
  if (cues.within.has(tokens[what]?.lemma ?? "") && isWhere(sentence, noun, at)) return true;
  if (what === noun || tokens[what]?.upos === "PRON") return true;
  if (isWithin(sentence, noun, what)) return true;
  if (tokens[what]?.upos !== "PROPN") return false;
  // a clause that the tree hangs on the last name before it: “the visit of X to Athens, which …”
  return actors.inSentence(sentence.index).length > 0 && ancestors(sentence.tree, what).includes(noun);
}

/** “scrapped his trip to Rome, [where he was to meet X]”: a clause that the tree hangs on the verb of fate. */
function isWhere({ tokens, tree }: Sentence, noun: number, verb: number): boolean {
  const up = ancestors(tree, noun);
  const clause = up[up.indexOf(verb) - 1] ?? -1;
  return childrenBy(tree, clause, "advmod").some((c) => c > verb && tokens[c]?.lower === "where");
}

/** “plans for [talks]”, “a trip on which he was to [meet] X”: part of what a noun names; not “the loan discussed at [talks]”. */
function isWithin({ tokens, tree }: Sentence, noun: number, what: number): boolean {
  let inClause = false;
  for (const up of ancestors(tree, noun)) {
    if (up === what) return true;
    if (isRelation(tree.relation(up), "acl:relcl")) inClause = true;
    if (inClause || tokens[up]?.upos === "VERB") continue;
    if (childrenBy(tree, up, "case").some((c) => c < up && !/^(?:of|for|to)$/.test(tokens[c]?.lower ?? "")))
      return false;
  }
  return false;
}

/** What a word of fate befalls: its object, the subject of its passive, the noun it describes; `null` where none is told. */
function undergoer(sentence: Sentence, at: number): number | null {
  const { tokens, tree } = sentence;
  const relation = tree.relation(at);
  const head = tree.heads[at] ?? -1;
  if (tokens[at]?.upos === "NOUN") return owned(sentence, at);
  const own = isPassive(sentence, at) ? subjectOf(sentence, at) : (objectOf(sentence, at) ?? bareObject(sentence, at));
  if (own !== null && tokens[own]?.lower !== "place") return meant(sentence, own, at);
  if (/^(?:amod|acl)$/.test(relation)) return head;
  if (relation === "conj" && tokens[head]?.upos === "VERB" && childBy(tree, at, "nsubj") === null)
    return isPassive(sentence, head) ? subjectOf(sentence, head) : null;
  const subject = childBy(tree, at, "nsubj");
  return subject === null || isTransitive(tokens[at]) ? null : meant(sentence, subject, at);
}

/** Those who put something off are not what is put off; what “falls through” or “goes ahead” is. */
function isTransitive(verb: Token | undefined): boolean {
  return verb !== undefined && !/^(?:fall|go|take|happen|proceed|come|materiali[sz]e)$/.test(verb.lemma);
}

/** “put off until Friday [a call]”: an object that the tree takes for a time. */
function bareObject({ tree }: Sentence, at: number): number | null {
  return (
    childrenBy(tree, at, "obl").find(
      (o) =>
        o > at && tree.relation(o) === "obl" && childBy(tree, o, "case") === null && childBy(tree, o, "det") !== null,
    ) ?? null
  );
}

/** “the postponement of [the visit]”, “[the visit]'s cancellation”. */
function owned({ tokens, tree }: Sentence, at: number): number | null {
  const of = (i: number): boolean => childrenBy(tree, i, "case").some((c) => /^(?:of|'s|’s|'|’)$/.test(tokens[c]?.lower ?? "")); // biome-ignore format: one line reads best
  return childrenBy(tree, at, "nmod").find(of) ?? null;
}

/** For “which” and “that” of a relative clause the noun before it. */
function meant({ tokens, tree }: Sentence, word: number, verb: number): number {
  if (!/^(?:which|that)$/.test(tokens[word]?.lower ?? "")) return word;
  for (let at = verb, steps = 0; steps < tokens.length; steps++) {
    const head = tree.heads[at] ?? -1;
    if (head < 0) return word;
    if (isRelation(tree.relation(at), "acl")) return head;
    at = head;
  }
  return word;
}
