import { childrenBy, isRelation, objectOf, subjectOf } from "../language/tree.js";
import type { Clause } from "./clause.js";
import { subjectAt } from "./parties.js";
import { topicsFrom } from "./topics.js";
import type { Topic } from "./types.js";

/**
 * Topics that nobody calls so: what a participant says, asks, promises or praises something of (“asked Kenya to keep [the
 * supplies of wheat] steady”, “pointed out that [trade between the two countries] had grown”, “On [Sudan] both men …”).
 *
 * @param parties Participants of the contact the sentence speaks of.
 */
export function topicsTold(clause: Clause, parties: readonly number[], text: string): readonly Topic[] {
  const topics = [...topicsListed(clause, text), ...topicInFront(clause, parties, text)];
  const quoted = quotedTokens(clause);
  for (const token of clause.tokens) {
    if (token.upos !== "VERB" || !clause.cues.speaking.has(token.lemma.toLowerCase())) continue;
    if (!subjectAt(clause, token.index).some((p) => parties.includes(p))) continue;
    const thing = thingSaid(clause, token.index);
    if (thing !== null && !quoted.has(thing)) topics.push(...phraseOf(clause, thing, text));
  }
  return topics;
}

/** Tokens inside quotation marks: what a party says there is its own matter. */
function quotedTokens({ tokens }: Clause): ReadonlySet<number> {
  const quoted = new Set<number>();
  let open = false;
  for (const { text, index } of tokens) {
    if (open) quoted.add(index);
    if (/^[“«]$/.test(text)) open = true;
    else if (/^[”»]$/.test(text)) open = false;
    else if (text === '"') open = !open;
  }
  return quoted;
}

/** “with [the fighting in Sudan and money for green power] at the top of their list”. */
function topicsListed(clause: Clause, text: string): readonly Topic[] {
  const { tokens } = clause;
  const word = (at: number): string => tokens[at]?.lower ?? "";
  const list = tokens.findIndex(
    (t, i) => /^(?:list|agenda|table|focus)$/.test(t.lower) && tokens.slice(Math.max(0, i - 6), i).some(isHigh),
  );
  if (list < 0) return [];
  let end = list;
  while (end > 0 && !isHigh(tokens[end] ?? { lower: "" })) end--;
  if (word(end - 1) === "the") end--;
  if (/^(?:at|on|in|high)$/.test(word(end - 1))) end--;
  for (let at = end - 1; at > 0; at--)
    if (word(at) === "with" && (word(at - 1) === "," || tokens[at - 1]?.upos !== "VERB"))
      return topicsFrom(clause, at + 1, end, text);
  return [];
}

function isHigh({ lower }: { readonly lower: string }): boolean {
  return /^(?:top|high|topping|dominating)$/.test(lower);
}

/** “On [Sudan] both men compared notes”, “Regarding [the border], the two sides …”. */
function topicInFront(clause: Clause, parties: readonly number[], text: string): readonly Topic[] {
  const { tokens, mentions, cues } = clause;
  if (!/^(?:on|regarding|concerning)$/.test(tokens[0]?.lower ?? "")) return [];
  const verb = tokens.findIndex((t) => t.upos === "VERB" && /^VB[DPZ]$/.test(t.xpos));
  if (verb < 0 || !subjectAt(clause, verb).some((p) => parties.includes(p))) return [];
  const subject = mentions.find((m) => m.first > 1 && m.last < verb && m.actors.some((a) => parties.includes(a)));
  if (subject === undefined || tokens.slice(1, subject.first).some((t) => /^(?:NUM|VERB|AUX)$/.test(t.upos))) return [];
  const moment = tokens.slice(1, 4).some((t) => cues.moment.has(t.lower)); // “On the eve of …”, “On Tuesday …”
  return moment ? [] : topicsFrom(clause, 1, subject.first, text);
}

/** The noun that what is said speaks of; `null` where it speaks of a party, or of nothing that has a name. */
function thingSaid(clause: Clause, verb: number): number | null {
  const { tree } = clause.sentence;
  const [complement] = childrenBy(tree, verb, "ccomp", "xcomp");
  if (complement === undefined) return firstThing(clause, [objectOf(clause.sentence, verb), ...obliques(clause, verb)]);
  const own = tree.relation(complement) === "ccomp" ? subjectOf(clause.sentence, complement) : null;
  const direct = firstThing(clause, [own, objectOf(clause.sentence, complement), ...obliques(clause, complement)]);
  if (direct !== null) return direct;
  const [deeper] = childrenBy(tree, complement, "xcomp");
  return deeper === undefined
    ? null
    : firstThing(clause, [objectOf(clause.sentence, deeper), ...obliques(clause, deeper)]);
}

const ABOUT: ReadonlySet<string> = new Set(["on", "in", "for", "about", "over", "of", "to"]);

function obliques({ sentence: { tree, tokens } }: Clause, verb: number): readonly number[] {
  return tree
    .children(verb)
    .filter((c) => c > verb && isRelation(tree.relation(c), "obl"))
    .filter((c) => tree.children(c).some((k) => tree.relation(k) === "case" && ABOUT.has(tokens[k]?.lower ?? "")));
}

/** The first noun of several that names a thing; of a bland one (“readiness”, “importance”) what it is of. */
function firstThing(clause: Clause, nouns: readonly (number | null)[], depth = 2): number | null {
  const { tree, tokens } = clause.sentence;
  for (const noun of nouns) {
    const token = noun === null ? undefined : tokens[noun];
    if (noun === null || token === undefined || token.upos !== "NOUN" || isMeant(clause, noun)) continue;
    if (!clause.cues.bland.has(token.lemma.toLowerCase())) return noun;
    const inner = depth === 0 ? null : firstThing(clause, innerNouns(clause, noun), depth - 1);
    if (inner !== null) return inner;
  }
  return null;

  function innerNouns(of: Clause, noun: number): readonly (number | null)[] {
    const below = childrenBy(tree, noun, "acl", "ccomp", "xcomp").map((c) => objectOf(of.sentence, c));
    return [...childrenBy(tree, noun, "nmod"), ...below];
  }
}

/** Whether a noun heads a phrase that means somebody, or says when. */
function isMeant({ all, tokens, cues }: Clause, noun: number): boolean {
  const lemma = tokens[noun]?.lemma.toLowerCase() ?? "";
  if (cues.acting.has(tokens[noun]?.lower ?? "") || cues.delegation.has(lemma)) return true; // “said the negotiators met …”
  return (
    cues.bare.has(lemma) ||
    all.some(
      (m) => m.actors.length > 0 && (m.head === noun || (m.kind === "name" && m.first <= noun && noun <= m.last)),
    )
  );
}

/** Links that end a topic: what they open tells a story of its own. */
const ENDS: ReadonlySet<string> = new Set(["acl:relcl", "appos", "parataxis", "advcl", "ccomp"]);

/** The phrase a noun heads, as topics: lists in it are parted. */
function phraseOf(clause: Clause, noun: number, text: string): readonly Topic[] {
  const { tree } = clause.sentence;
  let [first, last] = [noun, noun];
  const open = [noun];
  for (let at = open.pop(); at !== undefined; at = open.pop())
    for (const child of tree.children(at)) {
      if (ENDS.has(tree.relation(child)) || tree.relation(child) === "punct") continue;
      if (at === noun && tree.relation(child) === "conj" && !isBare(clause, child)) continue;
      if (at === noun && tree.relation(child) === "case") continue; // “informed him [about] the dam”
      if (tree.relation(child) === "nsubj" || tree.relation(child) === "cop") continue;
      first = Math.min(first, child);
      last = Math.max(last, child);
      open.push(child);
    }
  const { tokens } = clause;
  while (last > noun && /^(?:ADJ|ADV|ADP)$/.test(tokens[last]?.upos ?? "")) last--; // “keep [shipments] steady”
  const addressee = clause.mentions.find((m) => m.first === first && m.last < noun);
  if (addressee !== undefined && tokens[addressee.last + 1]?.upos === "NUM") first = addressee.last + 1; // “Kenya 30 million”
  return topicsFrom(clause, first, last + 1, text).slice(0, MOST);
}

/** “combat piracy, [smuggling] and theft”, “its freedom and [security]”: a further noun that stands without words of its own. */
function isBare({ sentence: { tree, tokens } }: Clause, at: number): boolean {
  if (tokens[at]?.upos !== "NOUN") return false;
  return childrenBy(tree, at, "det", "nmod:poss", "nummod", "nsubj", "cop", "case").length === 0;
}

const MOST = 4; // topics of one phrase
