import type { Mention } from "../actors/types.js";
import { childBy, childrenBy, FINITE, isHiddenVerb } from "../language/tree.js";
import type { Clause } from "./clause.js";
import { isBareForm } from "./mood.js";
import { RELATIVES } from "./words.js";

/**
 * A sentence whose root is a name with a participle under it (“Brazil, which …, called on …”, “The Peruvian leader, for his
 * part, praised …”, “Human Rights Watch called for …”) has had its main verb taken for a participle: no sentence that ends
 * in a full stop is a mere noun phrase.
 */
export function isMainVerb(clause: Clause, predicate: number): boolean {
  const { tree, tokens } = clause;
  const head = tree.heads[predicate] ?? -1;
  if (head < 0 || head > predicate || !UNDER_NOUN.has(tree.relation(predicate))) return false;
  if (tokens[predicate]?.xpos !== "VBN" || tokens[tokens.length - 1]?.text !== ".") return false;
  if ((tree.heads[head] ?? -1) >= 0) return isBehindRelative(clause, head, predicate);
  if (isHiddenVerb(clause.sentence, predicate)) return true;
  return isBehindAside(clause, head, predicate) || isOnlyVerb(clause, head, predicate);
}

const UNDER_NOUN: ReadonlySet<string> = new Set(["acl", "amod"]);

/** A participle behind the comma that closes an aside on a name or a party; “accompanied by …” is an aside itself. */
function isBehindAside({ tokens, mentions }: Clause, head: number, predicate: number): boolean {
  if (tokens[predicate - 1]?.text !== "," || tokens[predicate + 1]?.lower === "by") return false;
  if (tokens[head]?.upos === "PROPN") return true;
  const opened = tokens.slice(head, predicate - 1).some((t) => t.text === ",");
  const party = mentions.some((m) => m.actors.length > 0 && m.first <= head && head <= m.last);
  return opened && party;
}

/** “The leader, who chairs the bloc, [called] on Chad …”: behind a relative clause, with what only an active verb has. */
function isBehindRelative(clause: Clause, head: number, predicate: number): boolean {
  const { tree, tokens } = clause;
  if (tokens[predicate - 1]?.text !== "," || tokens[head + 1]?.text !== "," || tree.relation(head) !== "nsubj")
    return false;
  if (!RELATIVES.has(tokens[head + 2]?.lower ?? "") || !isBehindAside(clause, head, predicate)) return false;
  return hasActiveArgument(clause, predicate);
}

/** An object, or “called for”, “called on”: a participle that tells what was done to a noun has neither. */
function hasActiveArgument({ tree, tokens }: Clause, predicate: number): boolean {
  const next = tokens[predicate + 1]?.lower ?? "";
  return childBy(tree, predicate, "obj", "ccomp") !== null || next === "for" || next === "on";
}

/**
 * “Meri Holt [praised] Finland”: right behind a person's name no participle describes the noun after it, nor a name behind “and”
 * (“left the group and [praised] Meri Holt”).
 */
export function isBehindName(clause: Clause, verb: number): boolean {
  const { tree, tokens, mentions, actors } = clause;
  if (goesOnFrom(clause, verb) >= 0) return true;
  if (tokens[verb]?.xpos !== "VBN" || tree.relation(verb) !== "amod" || (tree.heads[verb] ?? -1) < verb) return false;
  return mentions.some(
    (m) => m.last === verb - 1 && m.kind === "name" && m.actors.some((a) => actors.actors[a]?.kind === "person"),
  );
}

/**
 * The verb from which a participle between “and” and somebody's name goes on, where the tree lists the name with a noun before
 * (“broke with [groups] and praised [Meri Holt]”); -1 for none.
 */
export function goesOnFrom({ tree, tokens, mentions, actors }: Clause, verb: number): number {
  if (tokens[verb]?.xpos !== "VBN" || tree.relation(verb) !== "amod") return -1;
  const name = tree.heads[verb] ?? -1;
  const before = tokens[verb - 1]?.upos === "ADV" ? verb - 2 : verb - 1;
  if (name < verb || tree.relation(name) !== "conj" || !/^(?:and|but)$/.test(tokens[before]?.lower ?? "")) return -1;
  const person = (m: Mention): boolean => m.actors.some((a) => actors.actors[a]?.kind === "person");
  if (!mentions.some((m) => m.kind === "name" && m.first <= verb + 1 && name <= m.last && person(m))) return -1;
  for (let at = tree.heads[name] ?? -1, steps = 0; at >= 0 && steps < MAX_CLIMB; at = tree.heads[at] ?? -1, steps++)
    if (tokens[at]?.upos === "VERB") return at < verb ? at : -1;
  return -1;
}

/** A participle right behind a party, with an object or a phrase that only an active verb has, in a sentence without a finite verb. */
function isOnlyVerb(clause: Clause, head: number, predicate: number): boolean {
  const { tokens, mentions } = clause;
  const party = mentions.some((m) => m.actors.length > 0 && m.first <= head && m.last === predicate - 1);
  return party && !tokens.some((t) => FINITE.has(t.xpos)) && hasActiveArgument(clause, predicate);
}

const MAX_CLIMB = 6; // verbs above a coordinated one
const PAST: ReadonlySet<string> = new Set(["did", "had"]);

/**
 * The verb that a coordinated one goes on from. “demanded that Chad pull back and [warned] it …”: a past tense goes on with
 * the past tense above it, not with the clause between, which tells what is still to be. What is reported in the present may
 * have its past (“said that Chad has troops there and invaded …”).
 */
export function coordinatedWith(clause: Clause, verb: number): number {
  const { tree, tokens } = clause;
  const head = tree.heads[verb] ?? -1;
  const goesOn = tree.relation(verb) === "conj" && tokens[verb]?.xpos === "VBD";
  if (!goesOn || !(isBare(clause, head) || isClosedAside(clause, head, verb))) return head; // biome-ignore format: one line reads best
  for (let at = head, steps = 0; at >= 0 && steps < MAX_CLIMB; at = tree.heads[at] ?? -1, steps++)
    if (tokens[at]?.xpos === "VBD" && at < head) return at;
  return head;
}

/** “told him of the raid, which [hit] a port, and thanked …”: a relative clause that a comma opens and one closes again. */
function isClosedAside({ tree, tokens }: Clause, aside: number, verb: number): boolean {
  if (tree.relation(aside) !== "acl:relcl" || tokens[aside]?.xpos !== "VBD") return false;
  const subject = childBy(tree, aside, "nsubj") ?? aside;
  const cc = childBy(tree, verb, "cc") ?? verb;
  return (
    RELATIVES.has(tokens[subject]?.lower ?? "") && tokens[subject - 1]?.text === "," && tokens[cc - 1]?.text === ","
  );
}

/** A bare form that is no past: “will [close]”, “that Chad [open] the road”. */
function isBare(clause: Clause, verb: number): boolean {
  const { tree, tokens } = clause;
  if (!isBareForm(clause, verb)) return false;
  return childrenBy(tree, verb, "aux").every((c) => !PAST.has(tokens[c]?.lower ?? ""));
}
