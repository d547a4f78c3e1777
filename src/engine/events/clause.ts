import type { ActorTable, Mention } from "../actors/types.js";
import { groupBy } from "../base/group-by.js";
import { isRelation } from "../language/tree.js";
import type { Sentence, Token, Tree } from "../language/types.js";

/** A sentence as the event stage reads it: its tokens, its tree and the mentions in it. */
export interface Clause {
  readonly sentence: Sentence;
  readonly tokens: readonly Token[];
  readonly tree: Tree;
  readonly mentions: readonly Mention[];
  readonly actors: ActorTable;
}

/** Opens a sentence; its tree is made only when an accessor asks for it. */
export function clauseOf(sentence: Sentence, actors: ActorTable): Clause {
  return {
    sentence,
    tokens: sentence.tokens,
    get tree() {
      return sentence.tree;
    },
    mentions: actors.inSentence(sentence.index),
    actors,
  };
}

/** Whether an actor can be party to an event: who only reports is party to nothing. */
export function isParty(actors: ActorTable, index: number): boolean {
  return actors.actors[index]?.role === "party";
}

/** The mention a token heads, else the longest one it stands in. */
export function mentionAt(clause: Clause, token: number): Mention | null {
  let best: Mention | null = null;
  for (const mention of clause.mentions) {
    if (mention.first > token || mention.last < token || mention.actors.length === 0) continue;
    if (best === null || rank(mention, token) > rank(best, token)) best = mention;
  }
  return best;
}

function rank(mention: Mention, token: number): number {
  return (mention.head === token ? 1000 : 0) + mention.last - mention.first;
}

/** Stand-ins by sentence, worked out once for a table. */
const STAND_INS = new WeakMap<ActorTable["standIns"], ReadonlyMap<number, ActorTable["standIns"]>>();

/** The phrases of a sentence that stand for somebody. */
export function standInsIn({ standIns }: ActorTable, sentence: number): ActorTable["standIns"] {
  let bySentence = STAND_INS.get(standIns);
  if (bySentence === undefined) {
    bySentence = groupBy(standIns, (s) => s.sentence);
    STAND_INS.set(standIns, bySentence);
  }
  return bySentence.get(sentence) ?? [];
}

/** The parties that a phrase names, those coordinated with it included, in order. */
export function partiesAt(clause: Clause, token: number): readonly number[] {
  const found = new Set<number>();
  for (const head of coordinated(clause, token))
    for (const actor of mentionAt(clause, head)?.actors ?? []) if (isParty(clause.actors, actor)) found.add(actor);
  if (found.size === 0)
    for (const s of standInsIn(clause.actors, clause.sentence.index))
      if (s.head === token && isParty(clause.actors, s.actor)) found.add(s.actor);
  return [...found];
}

const NOMINAL: ReadonlySet<string> = new Set(["NOUN", "PROPN", "PRON", "NUM", "ADJ"]);

/** A token and the nouns coordinated with it; in headlines also those in apposition (“Portugal, Cabo Verde sign”). */
export function coordinated(clause: Clause, token: number): readonly number[] {
  const { tree, tokens, mentions } = clause;
  const more = tree.children(token).filter((child) => {
    const relation = tree.relation(child);
    if (relation === "conj") return NOMINAL.has(tokens[child]?.upos ?? "") || mentions.some((m) => m.head === child);
    return (
      relation === "appos" && tokens[child]?.upos === "PROPN" && child === token + 2 && tokens[token + 1]?.text === ","
    );
  });
  const [before, listed] = [stateBefore(clause, token), more.length > 0 ? null : nextInHeadline(clause, token)];
  return [before, token, ...more.flatMap((child) => coordinated(clause, child)), listed].filter(
    (head) => head !== null,
  );
}

/** “[Mali] and Tuareg rebels signed”: a state before “and” that the tree takes for an adjective of the other party. */
function stateBefore({ tree, tokens, mentions, actors }: Clause, token: number): number | null {
  const own = mentions.find((m) => m.head === token);
  if (own === undefined || tokens[own.first - 1]?.lower !== "and") return null;
  const state = mentions.find((m) => m.last === own.first - 2 && m.kind === "name");
  if (state === undefined || tree.heads[state.head] !== token || !ADJECTIVAL.has(tree.relation(state.head)))
    return null;
  return state.actors.every((a) => actors.actors[a]?.kind === "country") ? state.head : null;
}

const ADJECTIVAL: ReadonlySet<string> = new Set(["amod", "compound"]);

/** Headlines list without “and”: “Portugal, Cabo Verde sign accords”. */
function nextInHeadline({ sentence, tokens, mentions }: Clause, token: number): number | null {
  if (sentence.index > 0 || tokens[tokens.length - 1]?.upos === "PUNCT") return null;
  const own = mentions.find((m) => m.head === token || (m.first <= token && token <= m.last));
  if (own === undefined || tokens[own.last + 1]?.text !== ",") return null;
  // “condolences to Rome, rescuers leave”, “receives Ruiz, Peru protests”: another clause begins
  if (/^(?:ADP|PART|VERB)$/.test(tokens[own.first - 1]?.upos ?? "")) return null;
  const next = mentions.find((m) => m.first === own.last + 2 && m.actors.length > 0);
  return next !== undefined && tokens[next.last + 1]?.upos === "VERB" ? next.head : null;
}

/** Links by which a noun names whose it is, nearest tie first. */
const OWNING: readonly string[] = ["by", "poss", "from", "of", "name", "like", "including", "such"];

/** Links by which what is said names who says it: “India's accusation”, “a charge by Kyiv”, “U.S. claims”. */
const VOICING: readonly string[] = ["by", "poss", "from", "name"];

/** Who says what a noun names; what it is “of” is what it tells. */
export function voicesOf(clause: Clause, token: number): readonly number[] {
  return ownersOf(clause, token, 1, VOICING);
}

/**
 * The parties a noun that is no party itself belongs to: “the demand from Georgetown”, “Jakarta's work”, “the efforts of
 * his colleague”, “a Russian proposal”. What stands after “in” or “on” is a place or a topic and owns nothing.
 */
export function ownersOf(clause: Clause, token: number, depth = 3, kinds = OWNING): readonly number[] {
  if (depth === 0) return [];
  const { tree } = clause;
  const links = tree.children(token).map((child) => ({ child, link: linkOf(clause, child) }));
  for (const kind of kinds)
    for (const { child, link } of links) {
      if (link !== kind) continue;
      const parties = partiesAt(clause, child);
      if (parties.length > 0) return parties;
      const capital = kind === "from" || kind === "by" || kind === "poss" ? countryOfPlace(clause, child) : null;
      if (capital !== null) return [capital];
      const deeper = ownersOf(clause, child, depth - 1, kinds);
      if (deeper.length > 0) return deeper;
    }
  return [];
}

/** Links by which a noun names who is to do the deed of an infinitive under it. */
const DOING: readonly string[] = ["poss", "of", "by", "name"];

/** “[Chad]'s decision to send …”, “the decision of [Chad] to …”: the word for whose it is; a pronoun (“its”) is whoever else the clause says. */
export function ownerOfDeed(clause: Clause, noun: number): number | null {
  const children = clause.tree
    .children(noun)
    .filter((c) => clause.tokens[c]?.upos !== "PRON" && partiesAt(clause, c).length > 0);
  return DOING.flatMap((link) => children.filter((c) => linkOf(clause, c) === link))[0] ?? null;
}

/** “the demand from Georgetown”: a city that demands is its country, when the article names that. */
export function countryOfPlace({ actors, sentence }: Clause, token: number): number | null {
  const place = actors.places.find((p) => p.sentence === sentence.index && p.first <= token && token <= p.last);
  if (place === undefined || place.country === null) return null;
  return (
    actors.actors.find((a) => a.kind === "country" && a.code === place.country && a.role === "party")?.index ?? null
  );
}

/** How a word hangs on its noun: `poss`, `name` for what stands before it, or its preposition. */
export function linkOf(clause: Clause, child: number): string | null {
  const { tree, tokens } = clause;
  const relation = tree.relation(child);
  if (relation === "nmod:poss") return "poss";
  if (relation === "compound" || relation === "amod") return "name";
  if (!isRelation(relation, "nmod") && !isRelation(relation, "obl")) return null;
  const marker = tree.children(child).find((c) => isRelation(tree.relation(c), "case")) ?? markOfName(clause, child);
  return marker === null ? null : (tokens[marker]?.lower ?? null);
}

/** “behind [Emmanuel] Macron”: the preposition before a name, which the tree may hang on a word of it that is not its head. */
export function markOfName({ tree, tokens, mentions }: Clause, head: number): number | null {
  const name = mentions.find((m) => m.kind === "name" && m.first < head && head <= m.last);
  const before = name === undefined ? -1 : name.first - 1;
  if (name === undefined || tokens[before]?.upos !== "ADP" || tree.relation(before) !== "case") return null;
  const under = tree.heads[before] ?? -1;
  return name.first <= under && under <= name.last ? before : null;
}
