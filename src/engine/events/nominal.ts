import { childBy, childrenBy, isRelation, negated } from "../language/tree.js";
import { type Clause, linkOf, mentionAt, partiesAt } from "./clause.js";
import { isVerbless } from "./headline.js";
import { isSomebody } from "./known.js";
import type { Coding, EventLexicon, NounFrame } from "./lexicon.js";
import type { Match } from "./match.js";
import { obliquesOf } from "./obliques.js";
import { namesAt } from "./phrases.js";

/** Events whose nouns tell a deed or a word that was done; a meeting or an agreement that is talked about need not be new. */
const TOLD_BY_NOUN: ReadonlySet<string> = new Set([
  ...["SUPPORT", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT", "THREATEN"],
  ...["PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"],
]);

const WEIGHT = 8; // of a noun by itself: less than one that a light verb carries

/**
 * Nouns that tell an event as the subject of their clause: “clashes between Thai and Cambodian troops continued”, “Israel's
 * bombardment of Gaza resumed”, “there was criticism of Egypt by …”. Both sides must hang on the noun itself. What its verb
 * ends is ended; under any other verb that governs clauses (“is expected”, “failed”) nothing is told.
 *
 * @param taken Words that have told an event already, as verbs or as nouns of a light verb.
 */
export function nominalMatches(clause: Clause, lexicon: EventLexicon, taken: ReadonlySet<number>): readonly Match[] {
  return clause.tokens.flatMap(({ index, upos }) => {
    if (upos !== "NOUN" || taken.has(index)) return [];
    const named = nounAt(clause, index, lexicon);
    if (named === null || mentionAt(clause, index)?.head === index || isConversation(clause, index)) return [];
    const predicate = predicateOf(clause, index);
    if (predicate === null || taken.has(predicate)) return [];
    const coding = codingUnder(clause, predicate, named.frame, lexicon);
    const match = coding === null ? null : matchOf(clause, index, predicate, coding, named.key);
    return match ?? [];
  });
}

/** “the call between the two leaders”, “a phone call with X”: no call for anything. */
function isConversation(clause: Clause, noun: number): boolean {
  if (clause.tokens[noun]?.lemma.toLowerCase() !== "call") return false;
  return obliquesOf(clause, noun).some(({ preposition }) => preposition === "between" || preposition === "with");
}

interface NamedNoun {
  readonly frame: NounFrame;
  readonly key: string;
}

const KINDS = ["do", "say", "give", "put", "harm"]; // of several meanings the one that comes first here

function nounAt(clause: Clause, index: number, lexicon: EventLexicon): NamedNoun | null {
  const key = namesAt(clause.tokens, index).find((name) => lexicon.nouns.has(name));
  const frames = key === undefined ? [] : (lexicon.nouns.get(key) ?? []);
  const frame = KINDS.flatMap((kind) => frames.find((f) => f.kind === kind) ?? [])[0];
  return frame === undefined || key === undefined || !TOLD_BY_NOUN.has(frame.event) ? null : { frame, key };
}

/**
 * The verb whose subject a noun is, where it says that something was or is so, or the noun itself: where it is all that a headline
 * says, or what something came of.
 */
function predicateOf(clause: Clause, noun: number): number | null {
  const { tree, tokens } = clause;
  const head = tree.heads[noun] ?? -1;
  if (head < 0) return clause.sentence.index === 0 && isVerbless(clause) ? noun : null;
  if (isOccasion(clause, noun)) return noun;
  if (tokens[head]?.upos !== "VERB" || !(isRelation(tree.relation(noun), "nsubj") || isCause(clause, noun, head)))
    return null;
  const aux = childrenBy(tree, head, "aux").some((c) => !PLAIN_AUX.has(tokens[c]?.lemma ?? ""));
  return aux || negated(clause.sentence, head) || childBy(tree, head, "cop") !== null ? null : head;
}

/** “fell after [Chad]'s attack on …”, “was stunned by [her] support for …”: what is somebody's, and what something else came of, was done. */
function isOccasion(clause: Clause, noun: number): boolean {
  const { tree, tokens } = clause;
  if (!isRelation(tree.relation(noun), "obl") && tree.relation(noun) !== "nmod") return false;
  if (tokens[noun]?.lemma.toLowerCase() === "call") return false; // it may be one by telephone
  if (!tree.children(noun).some((c) => linkOf(clause, c) === "poss" && partiesAt(clause, c).length > 0)) return false;
  return childrenBy(tree, noun, "case").some((c) => OCCASIONS.has(tokens[c]?.lower ?? ""));
}

const OCCASIONS: ReadonlySet<string> = new Set(["after", "amid", "at", "by", "following", "over", "since"]);

/** “died in a Russian missile strike”, “were wounded during an Israeli raid”: what somebody came to harm in. */
function isCause({ tree, tokens }: Clause, noun: number, verb: number): boolean {
  if (!isRelation(tree.relation(noun), "obl") || !HARM.has(tokens[verb]?.lemma ?? "")) return false;
  return childrenBy(tree, noun, "case").some((c) => CAUSES.has(tokens[c]?.lower ?? ""));
}

const HARM: ReadonlySet<string> = new Set(["die", "perish", "kill", "wound", "injure", "hurt", "damage", "destroy"]);
const CAUSES: ReadonlySet<string> = new Set(["in", "during", "by"]);
const PLAIN_AUX: ReadonlySet<string> = new Set(["have", "be", "do"]);

/** What the noun tells under its verb: what an ending verb makes of it, or itself; `null` where the verb leaves it open. */
function codingUnder(clause: Clause, predicate: number, frame: NounFrame, lexicon: EventLexicon): Coding | null {
  if (clause.tokens[predicate]?.upos !== "VERB") return frame;
  const verb = clause.tokens[predicate]?.lemma.toLowerCase() ?? "";
  const kind = lexicon.governors.get(verb);
  if (kind === "end") {
    const ended = lexicon.reversals.get(`end ${frame.event}`);
    return ended === undefined ? null : { ...ended, recipient: frame.recipient };
  }
  const open = kind !== undefined && kind !== "aspect" && kind !== "perform" && kind !== "report";
  const governs = childrenBy(clause.tree, predicate, "xcomp", "ccomp").some((c) => clause.tokens[c]?.upos === "VERB");
  return open || governs ? null : frame;
}

function matchOf(clause: Clause, noun: number, predicate: number, coding: Coding, key: string): Match | null {
  const own = obliquesOf(clause, noun);
  const phrases = predicate === noun ? own : [...own, ...obliquesOf(clause, predicate)]; // “clashes erupted between …”
  const between = phrases.find((o) => o.preposition === "between" || o.preposition === "among")?.token ?? null;
  const together = between !== null && partiesAt(clause, between).length > 1;
  const agent = together ? between : ownerOf(clause, noun, coding.event);
  if (agent === null) return null;
  const obliques = [...own, ...obliquesOf(clause, agent)]; // “an attack by Pakistani forces on Afghan posts”
  return {
    clause,
    args: { predicate, passive: false, agent, object: noun, indirect: null, obliques, complement: null, complementKind: null },
    coding: { ...coding, recipient: together ? ["each"] : [...coding.recipient.filter(isPlace), "needed"] },
    trigger: noun,
    turned: false,
    key,
    why: `the noun “${key}” as what happened`,
    weight: WEIGHT,
  }; // biome-ignore format: the arguments read best in one line
}

/** Places that a noun has: whose it is is who acts. */
const isPlace = (place: string): boolean => !["owner", "iobj", "obj", "content", "counterpart"].includes(place);

const ARMED: ReadonlySet<string> = new Set(["MIL", "COP", "REB", "PRM", "UAF"]);

function isArmed(clause: Clause, token: number): boolean {
  return partiesAt(clause, token).some((party) => ARMED.has(clause.actors.actors[party]?.sector[0] ?? ""));
}

/** Events whose noun tells of whom it is what those do. */
const MOVES: ReadonlySet<string> = new Set(["RETREAT", "MOBILIZE"]);

/** “[Israel]'s bombardment”, “a [Russian] attack”, “an attack by [Hamas]”: the word for whose it is. */
function ownerOf(clause: Clause, noun: number, event: string): number | null {
  const children = clause.tree
    .children(noun)
    .filter((child) => partiesAt(clause, child).some((party) => isSomebody(clause, party)));
  const links = ["by", "poss", "name", ...(MOVES.has(event) ? ["of"] : [])]; // “the withdrawal of French troops”
  const isOf = (c: number, kind: string): boolean =>
    linkOf(clause, c) === kind && (kind !== "of" || isArmed(clause, c));
  return links.flatMap((kind) => children.filter((c) => isOf(c, kind)))[0] ?? null;
}
