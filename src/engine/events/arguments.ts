import type { Mention } from "../actors/types.js";
import { childBy, childrenBy, isPassive } from "../language/tree.js";
import { type Clause, ownerOfDeed, partiesAt } from "./clause.js";
import { isAnnounced } from "./headline.js";
import { coordinatedWith, goesOnFrom, isBehindName, isMainVerb } from "./main-verb.js";
import {
  antecedentOf,
  complementOf,
  countedObject,
  feelingAt,
  isFiniteVerb,
  isUndergone,
  NOBODY,
  objectByPosition,
  partyBehind,
  sharedObject,
  whoIsAsked,
  whoIsHeld,
} from "./objects.js";
import { nameBehindPreposition, type Oblique, obliquesOf } from "./obliques.js";
import { doubledSubject, relativeObject } from "./relative-object.js";
import { RELATIVES } from "./words.js";

/** What belongs to a predicate, as tokens of its sentence; `null` where the text says none. */
export interface Arguments {
  readonly predicate: number;
  readonly passive: boolean;
  /** Who acts: the subject, or the “by” phrase of a passive. */
  readonly agent: number | null;
  /** On whom or what: the object, or the subject of a passive. */
  readonly object: number | null;
  readonly indirect: number | null;
  /** Phrases of the predicate and of its object. */
  readonly obliques: readonly Oblique[];
  /** Head of the clause that tells the content: “to …”, “that …”. */
  readonly complement: number | null;
  readonly complementKind: "inf" | "that" | null;
  /** What the object is called, where the verb calls it something. */
  readonly called?: readonly number[];
}

/** Reads the arguments of the predicate at a token, through relatives, participles and shared subjects. */
export function argumentsOf(clause: Clause, predicate: number): Arguments {
  const passive = isPassiveAt(clause, predicate);
  const subject = (passive ? whoIsHeld(clause, predicate) : null) ?? subjectAt(clause, predicate, passive);
  const objects = childrenBy(clause.tree, predicate, "obj");
  const double = objects.length === 2 ? (objects[0] ?? null) : null; // “promised [Ghana] [a loan]”, both taken for objects
  const behind = passive ? NOBODY : partyBehind(clause, predicate, objects.at(-1) ?? null);
  const indirect = childBy(clause.tree, predicate, "iobj") ?? double ?? behind.indirect;
  const doubled = doubledSubject(clause, predicate);
  const direct =
    antecedentOf(clause, predicate, objects.at(-1)) ??
    objectByPosition(clause, predicate) ??
    sharedObject(clause, predicate) ??
    behind.object ??
    countedObject(clause, predicate) ??
    feelingAt(clause, predicate) ??
    relativeObject(clause, predicate) ??
    doubled?.object ??
    indirect; // “asked [Australia] to …” has an indirect object alone
  // “Zambia was given [a loan]”: what is given is the object, who gets it the subject
  const given = passive && subject !== null && objects.length > 0;
  const object = passive && !given ? (subject ?? direct) : direct;
  const complement = complementOf(clause, predicate);
  return {
    predicate,
    passive,
    agent: passive ? agentPhrase(clause, predicate) : subject,
    object,
    indirect: indirect ?? (given ? subject : passive ? direct : null),
    obliques: phrasesOf(clause, predicate, object),
    complement: complement?.token ?? null,
    complementKind: complement?.kind ?? null,
  };
}

/** Phrases of a predicate, of its object and of what hangs on that. */
function phrasesOf(clause: Clause, predicate: number, object: number | null): readonly Oblique[] {
  const participles = object === null ? [] : childrenBy(clause.tree, object, "acl").filter((c) => clause.tokens[c]?.xpos === "VBN"); // biome-ignore format: one line reads best
  const heads = object === null ? [predicate] : [predicate, object, ...participles, ...ofWhat(clause, object)];
  const own = [...new Set(heads)].flatMap((head) => obliquesOf(clause, head));
  return [...own, ...nameBehindPreposition(clause, predicate)];
}

/** “a suspension [of aid] to Egypt”: the noun whose phrases are the object's too. */
function ofWhat({ tree, tokens }: Clause, object: number): readonly number[] {
  return childrenBy(tree, object, "nmod").filter((noun) =>
    childrenBy(tree, noun, "case").some((mark) => tokens[mark]?.lower === "of"),
  );
}

function isPassiveAt(clause: Clause, predicate: number): boolean {
  const { sentence, tree, tokens } = clause;
  if (whoIsHeld(clause, predicate) !== null || isUndergone(clause, predicate)) return true;
  if (isMainVerb(clause, predicate) || isBehindName(clause, predicate)) return false;
  if (isPassive(sentence, predicate)) return !isFalsePassive(clause, predicate);
  if (tokens[predicate]?.xpos !== "VBN" || childBy(tree, predicate, "aux") !== null) return false;
  const relation = tree.relation(predicate);
  if (relation === "acl") return childBy(tree, predicate, "obj") === null;
  const head = tree.heads[predicate] ?? -1;
  return (
    relation === "conj" && childBy(tree, predicate, "nsubj", "obj") === null && head >= 0 && isPassiveAt(clause, head)
  );
}

/** A root participle with a subject but neither auxiliary nor “by” is a past tense; only headlines leave “was” out. */
function isFalsePassive({ tree, tokens }: Clause, predicate: number): boolean {
  if (tree.relation(predicate) !== "root" || tokens[tokens.length - 1]?.text !== ".") return false;
  return childBy(tree, predicate, "aux", "cop", "obl:agent") === null;
}

const MAX_CLIMB = 12; // clauses climbed for a shared subject

/** The grammatical subject, its own or the one it shares; a relative pronoun stands for its noun. */
function subjectAt(clause: Clause, predicate: number, passive: boolean): number | null {
  const { tree, tokens } = clause;
  let at = predicate;
  for (let climbed = 0; climbed < MAX_CLIMB; climbed++) {
    const own = doubledSubject(clause, at)?.subject ?? childBy(tree, at, "nsubj");
    const relation = tree.relation(at);
    if (own !== null) return whoIsMeant(clause, own, at);
    const before = goesOnFrom(clause, at);
    if (before >= 0) {
      at = before;
      continue;
    }
    const head = coordinatedWith(clause, at);
    if (at === predicate && isFiniteVerb(clause, at)) {
      const near = subjectByPosition(clause, at);
      if (near !== null && (relation !== "conj" || opensClause(clause, near))) return near;
    }
    if (head < 0 || relation === "acl:relcl") return null;
    if (isMainVerb(clause, at) || (relation === "acl" && isAnnounced(clause, at))) return head;
    const toDo = relation === "acl" && tokens[at]?.xpos === "VB";
    const named =
      relation === "acl" ? (doerOfInfinitive(clause, at) ?? (toDo ? ownerOfDeed(clause, head) : null)) : null;
    if (named !== null) return named;
    const carrier = tree.heads[head] ?? -1;
    if (toDo && tokens[carrier]?.upos === "VERB") {
      at = carrier; // “used the occasion to urge …”: who used it urges
      continue;
    }
    if (relation === "acl")
      return at === predicate && tokens[at]?.xpos !== "VB" && (passive || tokens[at]?.xpos === "VBG") ? head : null;
    const asked = whoIsAsked(clause, at, head);
    if (asked !== null) return asked;
    if (!["conj", "xcomp", "advcl", "parataxis"].includes(relation)) return null;
    if (tokens[head]?.upos !== "VERB" && tokens[head]?.upos !== "ADJ" && childBy(tree, head, "cop") === null)
      return null;
    at = head;
  }
  return null;
}

/** A verb's own subject; of a relative pronoun whom it stands for. */
function whoIsMeant(clause: Clause, subject: number, verb: number): number {
  const relative = clause.tree.relation(verb) === "acl:relcl" && RELATIVES.has(clause.tokens[subject]?.lower ?? "");
  const head = relative ? coordinatedWith(clause, verb) : -1;
  return head >= 0 ? whatActs(clause, head, verb) : subject;
}

/** “the need for [Chad] to free the sailors”: who is to do it, between “for” and “to”, whatever it hangs on. */
function doerOfInfinitive({ tree, tokens, mentions }: Clause, verb: number): number | null {
  const marks = childrenBy(tree, verb, "mark");
  const from = marks.find((m) => tokens[m]?.lower === "for");
  const to = marks.find((m) => tokens[m]?.lower === "to");
  if (from === undefined || to === undefined) return null;
  return mentions.find((m) => m.first > from && m.last < to && m.actors.length > 0)?.head ?? null;
}

/** “a fire in Dhaka that killed”: what a clause right behind a place tells is told of what is there. */
function whatActs(clause: Clause, head: number, verb: number): number {
  const { tree, tokens } = clause;
  const one = whoIsOneOf(clause, head);
  if (one !== null) return one;
  const noun = tree.heads[head] ?? -1;
  const marks = tree.children(head).map((c) => tokens[c]?.lower ?? "");
  const isPlace = tokens[head]?.upos === "PROPN" && marks.some((m) => m === "in" || m === "at" || m === "near");
  const isClose = !tokens.slice(head, verb).some((t) => t.text === ",");
  return isPlace && isClose && tokens[noun]?.upos === "NOUN" ? noun : head;
}

/** “[Chad] was among those who left”, “[Chad] is one of the states that signed”: who is said to be one of whom a clause tells. */
function whoIsOneOf(clause: Clause, noun: number): number | null {
  const { tree, mentions } = clause;
  if (mentions.some((m) => m.kind === "name" && m.first <= noun && noun <= m.last)) return null;
  const above = tree.relation(noun) === "nmod" ? (tree.heads[noun] ?? -1) : -1;
  const said = [noun, above].find((at) => at >= 0 && childBy(tree, at, "cop") !== null);
  const subject = said === undefined ? null : childBy(tree, said, "nsubj");
  return subject !== null && subject < noun && partiesAt(clause, subject).length > 0 ? subject : null;
}

/** Where the tree gives a finite verb no subject: the name right before it, unless a preposition or a verb governs that. */
function subjectByPosition({ tokens, mentions }: Clause, predicate: number): number | null {
  let at = predicate - 1;
  while (at >= 0 && ["ADV", "AUX"].includes(tokens[at]?.upos ?? "") && !mentions.some((m) => m.last === at)) at--;
  const mention = mentions.find(
    (m) => m.last === at && m.actors.length > 0 && !mentions.some((o) => o !== m && o.last === at && o.first < m.first),
  );
  if (mention === undefined) return null;
  const first = firstOfList({ tokens, mentions }, mention);
  const before = tokens[first.first - 1];
  if (OPENING.has(before?.lower ?? "")) return first.head;
  return ["ADP", "VERB"].includes(before?.upos ?? "") ? null : first.head;
}

/** “hours after [Armenia and Azerbaijan] agreed”: words that a clause of its own begins with, though they are prepositions too. */
const OPENING: ReadonlySet<string> = new Set(["after", "before", "until", "till", "since", "as"]);

function opensClause({ tokens, mentions }: Clause, head: number): boolean {
  const named = mentions.find((m) => m.head === head && m.actors.length > 0);
  return named !== undefined && OPENING.has(tokens[named.first - 1]?.lower ?? "");
}

/** “[A] and B signed”: the first of names joined by “and” and commas. */
function firstOfList({ tokens, mentions }: Pick<Clause, "tokens" | "mentions">, last: Mention): Mention {
  let first = last;
  for (let steps = 0; steps < 8; steps++) {
    const link = tokens[first.first - 1]?.lower;
    const before =
      link === "and" || link === ","
        ? mentions.find((m) => m.last === first.first - 2 && m.actors.length > 0)
        : undefined;
    if (before === undefined) return first;
    first = before;
  }
  return first;
}

function agentPhrase(clause: Clause, predicate: number): number | null {
  const { tree } = clause;
  return (
    childBy(tree, predicate, "obl:agent") ??
    obliquesOf(clause, predicate).find((o) => o.preposition === "by")?.token ??
    agentFurtherDown(clause, predicate)
  );
}

/**
 * The parser may hang the agent on a noun or an adjective before it: “was shot on the steps of a college by [guards]”. A
 * party after the first “by”, below the passive through nouns alone, is its agent.
 */
function agentFurtherDown({ tree, tokens, mentions }: Clause, predicate: number): number | null {
  for (let i = predicate + 1; i < tokens.length; i++) {
    if (tokens[i]?.lower !== "by" || tree.relation(i) !== "case") continue;
    const noun = tree.heads[i] ?? -1;
    if (!mentions.some((m) => m.actors.length > 0 && m.first <= noun && noun <= m.last)) return null;
    for (let at = noun, steps = 0; steps < MAX_CLIMB; steps++) {
      at = tree.heads[at] ?? -1;
      if (at === predicate) return noun;
      if (childrenBy(tree, at, "case").some((c) => BESIDE.has(tokens[c]?.lower ?? ""))) return null; // “despite killings by …”
      if (at < predicate || !["NOUN", "PROPN", "ADJ", "ADV", "NUM", "SYM"].includes(tokens[at]?.upos ?? ""))
        return null;
    }
  }
  return null;
}

/** Prepositions of what went on beside an act: whoever did that is not its agent. */
const BESIDE: ReadonlySet<string> = new Set([
  "after",
  "amid",
  "amidst",
  "before",
  "despite",
  "during",
  "following",
  "since",
  "until",
]);
