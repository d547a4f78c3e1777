import { childrenBy, isRelation, objectOf, subjectOf, subtree } from "../language/tree.js";
import type { Clause } from "./clause.js";
import { subjectAt } from "./parties.js";
import { topicsFrom } from "./topics.js";
import type { Topic } from "./types.js";

/**
 * Topics that nobody calls so: what a participant says, asks, promises or praises something of (“asked Kenya to keep [the
 * supplies of wheat] steady”, “pointed out that [trade between the two countries] had grown”, “On [Sudan] both men …”).
 *
 * @param parties Participants of the contact the sentence speaks of.
 * @param beside Whether the sentence calls other things topics: then only what its main verbs tell is one.
 */
export function topicsTold(clause: Clause, parties: readonly number[], text: string, beside = false): readonly Topic[] {
  const topics = beside ? [] : [...topicsListed(clause, text), ...topicInFront(clause, parties, text)];
  const quoted = quotedTokens(clause);
  for (const token of clause.tokens) {
    if (token.upos !== "VERB" || !clause.cues.speaking.has(token.lemma.toLowerCase())) continue;
    if (beside && !isMainVerb(clause, token.index)) continue;
    if (!subjectAt(clause, token.index).some((p) => parties.includes(p))) continue;
    for (const thing of thingsSaid(clause, token.index))
      if (!quoted.has(thing)) topics.push(...phraseOf(clause, thing, text));
  }
  return topics;
}

/** “They discussed gas, and she [stressed] the need for peace”: a verb of the main clause, or one joined to it. */
function isMainVerb({ sentence: { tree } }: Clause, verb: number): boolean {
  if (tree.relation(verb) === "root") return true;
  return tree.relation(verb) === "conj" && tree.relation(tree.heads[verb] ?? -1) === "root";
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

/** The nouns that what is said speaks of; none where it speaks of a party, or of nothing that has a name. */
function thingsSaid(clause: Clause, verb: number): readonly number[] {
  const { tree } = clause.sentence;
  const [complement] = childrenBy(tree, verb, "ccomp", "xcomp");
  if (complement === undefined) {
    const nouns = [objectOf(clause.sentence, verb), ...obliques(clause, verb)];
    const first = firstThing(clause, nouns);
    return first === null ? [] : [first, ...furtherDeeds(clause, first)];
  }
  const own = tree.relation(complement) === "ccomp" ? subjectOf(clause.sentence, complement) : null;
  const direct = firstThing(clause, [own, objectOf(clause.sentence, complement), ...obliques(clause, complement)]);
  if (direct !== null) return [direct];
  const [deeper] = childrenBy(tree, complement, "xcomp");
  const inner = deeper === undefined ? null : firstThing(clause, [objectOf(clause.sentence, deeper), ...obliques(clause, deeper)]); // biome-ignore format: one line reads best
  return inner === null ? [] : [inner];
}

/** “the need to lower tensions and [prevent a famine]”: what else is to be done. */
function furtherDeeds(clause: Clause, thing: number): readonly number[] {
  const { tree } = clause.sentence;
  const deed = tree.heads[thing] ?? -1;
  if (tree.relation(deed) !== "acl" || tree.relation(thing) !== "obj") return [];
  const objects = childrenBy(tree, deed, "conj").map((c) =>
    firstThing(clause, [objectOf(clause.sentence, c), ...obliques(clause, c)]),
  );
  return objects.filter((o) => o !== null);
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
    if (noun === null || token === undefined || isMeant(clause, noun) || isEncounter(clause, noun)) continue;
    if (token.upos !== "NOUN" && !isNamedThing(clause, noun)) continue;
    if (!clause.cues.bland.has(token.lemma.toLowerCase())) return noun;
    const inner = depth === 0 ? null : firstThing(clause, innerNouns(clause, noun), depth - 1);
    if (inner !== null) return inner;
  }
  return null;

  function innerNouns(of: Clause, noun: number): readonly (number | null)[] {
    const below = childrenBy(tree, noun, "acl", "ccomp", "xcomp").map((c) => objectOf(of.sentence, c));
    const aim = tokens[noun + 1]?.lower === "to" && tokens[noun + 2]?.xpos === "VB" ? noun + 2 : null; // “efforts [to reach] a deal”
    return [...childrenBy(tree, noun, "nmod"), ...below, aim === null ? null : objectOf(of.sentence, aim)];
  }
}

/** “the Free Trade [Agreement]”: a name that means nobody and no place. */
function isNamedThing({ sentence: { tree, tokens }, actors, sentence }: Clause, noun: number): boolean {
  if (tokens[noun]?.upos !== "PROPN") return false;
  if (actors.places.some((p) => p.sentence === sentence.index && p.first <= noun && noun <= p.last)) return false;
  return childrenBy(tree, noun, "det").some((d) => tokens[d]?.lower === "the");
}

/** “informed him of the talks [with the leaders of A, B and C]”: whom somebody met, not what of. */
function isEncounter({ tokens, sentence: { tree } }: Clause, noun: number): boolean {
  if (!/^(?:talk|meeting|conversation|negotiation)$/.test(tokens[noun]?.lemma ?? "")) return false;
  return childrenBy(tree, noun, "nmod").some((c) =>
    childrenBy(tree, c, "case").some((k) => tokens[k]?.lower === "with"),
  );
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
      if (tree.relation(child) === "punct" || (ENDS.has(tree.relation(child)) && !isAim(clause, at, child))) continue;
      if (at === noun && tree.relation(child) === "conj" && !isBare(clause, child)) continue;
      if (at === noun && tree.relation(child) === "case") continue; // “informed him [about] the dam”
      if (tree.relation(child) === "nsubj" || tree.relation(child) === "cop") continue;
      first = Math.min(first, child);
      last = Math.max(last, child);
      open.push(child);
    }
  const { tokens } = clause;
  while (last > noun && /^(?:ADJ|ADV|ADP)$/.test(tokens[last]?.upos ?? "") && !isOfParticiple(clause, last)) last--; // “keep [shipments] steady”
  last = withAim(clause, noun, withPlace(clause, noun, wholeWord(clause, last)));
  const addressee = clause.mentions.find((m) => m.first === first && m.last < noun);
  if (addressee !== undefined && tokens[addressee.last + 1]?.upos === "NUM") first = addressee.last + 1; // “Kenya 30 million”
  return topicsFrom(clause, first, last + 1, text).slice(0, MOST);
}

/** “initiatives aimed [at ending the war]”: what a participle behind a noun goes on with. */
function isAim({ sentence: { tree, tokens } }: Clause, participle: number, child: number): boolean {
  return (
    tree.relation(child) === "advcl" &&
    tree.relation(participle) === "acl" &&
    tokens[participle]?.xpos === "VBN" &&
    tokens[child]?.xpos === "VBG"
  );
}

/** “the demands made [earlier]”. */
function isOfParticiple({ sentence: { tree, tokens } }: Clause, at: number): boolean {
  const head = tree.heads[at] ?? -1;
  return tokens[at]?.upos === "ADV" && tree.relation(head) === "acl" && tokens[head]?.xpos === "VBN";
}

/** “efforts to [de-escalate the war]”: a phrase that would end inside a word goes on with that word and what belongs to it. */
function wholeWord({ tokens, sentence }: Clause, last: number): number {
  const [end, mark, rest] = [tokens[last], tokens[last + 1], tokens[last + 2]];
  if (end === undefined || mark?.text !== "-" || rest === undefined) return last;
  if (mark.start !== end.end || rest.start !== mark.end) return last;
  const own = new Set(subtree(sentence, rest.index));
  let at = rest.index;
  while (own.has(at + 1) && tokens[at + 1]?.upos !== "PUNCT") at++;
  return at;
}

/** “our shared goal [to see the dam finished]”: of a noun that says nothing without its aim, which the tree may hang elsewhere. */
function withAim({ tokens, sentence, cues }: Clause, noun: number, last: number): number {
  const verb = tokens[last + 2];
  if (!cues.aiming.has(tokens[noun]?.lemma.toLowerCase() ?? "")) return last;
  if (tokens[last + 1]?.lower !== "to" || verb?.xpos !== "VB") return last;
  const own = new Set(subtree(sentence, verb.index));
  let end = verb.index;
  while (own.has(end + 1) && tokens[end + 1]?.upos !== "PUNCT" && tokens[end + 1]?.lower !== "and") end++;
  return end;
}

const WHERE = /^(?:across|along|among|around|between|in|inside|on|over|throughout|within)$/;

/** “the importance of keeping peace [across the strait]”: where a thing is, which the tree hangs on what is done with it. */
function withPlace({ tokens, sentence, cues }: Clause, noun: number, last: number): number {
  const { tree } = sentence;
  const [deed, link] = [tree.heads[noun] ?? -1, last + 1];
  if (tree.relation(noun) !== "obj" || !/^(?:acl|xcomp|conj)$/.test(tree.relation(deed))) return last;
  if (cues.speaking.has(tokens[deed]?.lemma ?? "") || !WHERE.test(tokens[link]?.lower ?? "")) return last;
  const place = tree.heads[link] ?? -1;
  if (tree.heads[place] !== deed || tree.relation(place) !== "obl") return last;
  const head = tokens[place];
  if (head === undefined || !/^(?:NOUN|PROPN)$/.test(head.upos)) return last;
  if (cues.moment.has(head.lower) || cues.measure.has(head.lower) || TIME.test(head.lemma)) return last;
  const own = subtree(sentence, place).filter((i) => i >= link);
  let end = link;
  while (own.includes(end + 1) && tokens[end + 1]?.upos !== "PUNCT") end++;
  return end >= place ? end : last;
}

const TIME = /^(?:day|week|month|year|future|period|time|term|meeting|talks?|call|conversation|summit)$/;

/** “combat piracy, [smuggling] and theft”, “its freedom and [security]”: a further noun that stands without words of its own. */
function isBare({ sentence: { tree, tokens } }: Clause, at: number): boolean {
  if (tokens[at]?.upos !== "NOUN") return false;
  return childrenBy(tree, at, "det", "nmod:poss", "nummod", "nsubj", "cop", "case").length === 0;
}

const MOST = 6; // topics of one phrase
