import { ancestors, childrenBy, negated } from "../language/tree.js";
import type { Token } from "../language/types.js";
import { allegationCode, allegedBy } from "./allegation.js";
import { argumentsOf } from "./arguments.js";
import type { Pair } from "./asked-pairs.js";
import { type Clause, mentionAt, ownerOfDeed, partiesAt } from "./clause.js";
import { isHeadline, type Setting } from "./code.js";
import { foreignTo, isKnown } from "./known.js";
import { timesOfWord } from "./matter.js";
import { governsInfinitive } from "./mood.js";
import { isOnly, realityOf } from "./reality.js";
import type { Relater, Relation } from "./relate/index.js";
import { placeOf } from "./relate/view.js";
import { spanOf } from "./span-of.js";
import { stands } from "./stands.js";
import { tellingAt } from "./telling.js";
import type { Told } from "./told.js";
import { whenOf } from "./when.js";
import { isWord, namesPhone, OWN_WORD } from "./words.js";

/** The model's answer for the parties whose heads two tokens are. */
export type Ask = (source: number, target: number) => Relation;

/** Asks the model about each pair of a sentence once: several of its predicates may have the same two parties. */
export function remembering(clause: Clause, relations: Relater): Ask {
  const known = new Map<string, Relation>();
  const place = (head: number) => {
    const mention = mentionAt(clause, head);
    return placeOf(clause.sentence, mention?.first ?? head, mention?.last ?? head);
  };
  return (source, target) => {
    const key = `${source} ${target}`;
    const relation = known.get(key) ?? relations.between(clause.sentence, place(source), place(target), "record");
    known.set(key, relation);
    return relation;
  };
}

/** What the model has to hold: how likely at most that nothing is told, how likely at least that it is this event. */
export interface Limits {
  readonly none: number;
  readonly sure: number;
}

/** With no verb's word for it. */
export const BESIDE: Limits = { none: 0.3, sure: 0.7 };

/** One event of the same parties who act. The model, asked about any two parties, tends to tell the sentence's main event. */
export function isSame(a: Told, b: Told): boolean {
  return a.event === b.event && a.actor.length === b.actor.length && a.actor.every((actor) => b.actor.includes(actor));
}

/** Nobody telephones where no word says so. */
export function withoutPhone({ tokens }: Clause, relation: Relation): Relation {
  if (relation.mode !== "phone" || namesPhone(tokens)) return relation;
  return { ...relation, mode: null, cameo: "040" };
}

/** How sure an event is that the model tells: that anything is told, and that it is this. Two digits. */
export function surenessOf({ confidence, none }: Relation): number {
  return Math.round(confidence * (1 - none) * 100) / 100;
}

/** “denied bombing the hospital”: whoever is reached by the deed denied. */
function isDeniedDeed({ tree, tokens }: Clause, { index, lemma }: Token, target: number): boolean {
  if (lemma.toLowerCase() !== "deny") return false;
  for (let at = tree.heads[target] ?? -1, steps = 0; at >= 0 && at !== index && steps < tokens.length; steps++) {
    if (tokens[at]?.upos === "VERB") return true;
    at = tree.heads[at] ?? -1;
  }
  return false;
}

/** Whether one of two has all the sides of the other, whoever acts. */
export function sameSides(a: Pick<Pair, "actor" | "recipient">, b: Pick<Pair, "actor" | "recipient">): boolean {
  const all = (p: Pick<Pair, "actor" | "recipient">): ReadonlySet<number> => new Set([...p.actor, ...p.recipient]);
  const [left, right] = [all(a), all(b)];
  return [...right].every((p) => left.has(p));
}

/**
 * What the model's answer for a pair tells, where it is sure enough and nothing around the word that tells it speaks against that.
 *
 * @param token The word that tells it; `acts` what frames tell in the sentence, by predicate.
 */
export function toldBy(
  clause: Clause,
  token: Token,
  pair: Pair,
  setting: Setting,
  ask: Ask,
  acts: ReadonlyMap<number, Told>,
  limits: Limits,
): Told | null {
  if (![...pair.actor, ...pair.recipient].some((party) => isKnown(clause, party))) return null; // no event would stand
  if (isCounterfactual(clause, token) || hasToDo(clause, token)) return null;
  if (isDeniedDeed(clause, token, pair.target) || isLeftOpen(clause, token, pair.target, setting)) return null;
  const reality = realityOf(clause, token.index, setting.lexicon, new Set(acts.keys()));
  const telling = tellingAt(clause, token, setting.lexicon);
  if (reality.status === "content" || telling?.afterwards === true) return null;
  if (onlyReports(clause, token, pair.source, reality.reporters)) return null;
  const relation = withoutPhone(clause, ask(pair.source, pair.target));
  if (relation.none > limits.none || relation.confidence < limits.sure) return null;
  if (pair.recipient.length === 0 && relation.event !== "ASSAULT") return null; // of what two do together it only knows fighting
  if (telling !== null && !OWN_WORD.has(relation.event) && (telling.clausal || isOthers(clause, token, pair.actor)))
    return null; // who tells of a deed has not done it
  if (relation.event === "REJECT" && (isUnanswered(clause, token, setting) || isOnly(clause, token.index))) return null;
  if (relation.event === "AID" && isSent(clause, pair)) return null;
  if (relation.event === "CONSULT" && isAside(clause, pair.target)) return null;
  if (!stands(relation, { ...pair, direct: true }, clause)) return null;
  if (allegationCode(relation) !== null && allegedBy(clause, reality, relation, { ...pair, direct: true }) !== null)
    return null;
  const status = reality.status === "happened" ? relation.status : reality.status; // “unless Ethiopia frees …” is no release
  // “will provide Ukraine with shells” is a promise
  const promised = reality.status === "planned" ? setting.lexicon.reversals.get(`plan ${relation.event}`) : undefined;
  const real =
    promised === undefined ? { ...relation, status } : { ...relation, ...promised, status: "happened" as const };
  return told(clause, token, pair, setting, real, reality.reporters.length === 0);
}

/** “were killed by a bomb, [the army] said”: whoever only says by what it was done. */
function onlyReports(clause: Clause, { index }: Token, source: number, reporters: readonly number[]): boolean {
  const { passive, agent } = argumentsOf(clause, index);
  if (!passive || agent === null) return false;
  return reporters.some((verb) => childrenBy(clause.tree, verb, "nsubj").includes(source));
}

/** “noted [Germany]'s help”: what is told of is another's, not the teller's own (“Berlin confirmed [Germany]'s help”). */
function isOthers(clause: Clause, token: Token, actor: readonly number[]): boolean {
  const { object } = argumentsOf(clause, token.index);
  const owner = object === null ? null : ownerOfDeed(clause, object);
  return owner !== null && foreignTo(clause, actor, partiesAt(clause, owner)).length > 0;
}

/** “If Russia had known …”: it did not. */
function isCounterfactual({ tree, tokens }: Clause, { index }: Token): boolean {
  if (!childrenBy(tree, index, "aux").some((a) => tokens[a]?.lower === "had")) return false;
  return childrenBy(tree, index, "mark").some((m) => tokens[m]?.lower === "if");
}

/** “has to criticise Hungary”, “has yet to criticise it”: what somebody has to do he has not done. */
function hasToDo(clause: Clause, { index, lemma }: Token): boolean {
  return lemma.toLowerCase() === "have" && governsInfinitive(clause, index, "xcomp");
}

/** “did not react to the ruling”: silence refuses nobody. */
function isUnanswered({ sentence }: Clause, { index, lemma }: Token, { lexicon }: Setting): boolean {
  return lexicon.classes.get(lemma.toLowerCase())?.has("answering") === true && negated(sentence, index);
}

/** “stressed the need to impose sanctions on Belarus”: whoever is reached by what ought to be done is not told so. */
function isLeftOpen(clause: Clause, token: Token, target: number, { lexicon }: Setting): boolean {
  const { object } = argumentsOf(clause, token.index);
  const kinds = object === null ? undefined : lexicon.classes.get(clause.tokens[object]?.lemma.toLowerCase() ?? "");
  return object !== null && kinds?.has("requirement") === true && ancestors(clause.tree, target).includes(object);
}

/** “sent 300 [rescuers]”: nameless people who are sent are the help, not whom it reaches. */
function isSent({ tree, actors }: Clause, { recipient, target }: Pair): boolean {
  const nameless = (party: number): boolean =>
    actors.actors[party]?.kind === "unnamed" && actors.actors[party]?.code === null;
  return tree.relation(target) === "obj" && recipient.every(nameless);
}

/** “discuss the dam [on] the fringe of a Ghana summit”: where one talks, or what about, is nobody one talks to. */
function isAside({ tree, tokens }: Clause, target: number): boolean {
  for (let at = target, steps = 0; steps < 4 && tokens[at] !== undefined; at = tree.heads[at] ?? -1, steps++) {
    if (tokens[at]?.upos === "VERB") return false;
    if (childrenBy(tree, at, "case").some((c) => ASIDE.has(tokens[c]?.lower ?? ""))) return true;
  }
  return false;
}
const ASIDE: ReadonlySet<string> = new Set(["about", "at", "in", "near", "on", "over"]);

function told(
  clause: Clause,
  token: Token,
  { actor, recipient }: Pair,
  { input, timesIn, lexicon }: Setting,
  relation: Relation,
  plain: boolean,
): Told {
  const headline = isHeadline(clause.sentence);
  const news = (headline || clause.sentence.index <= 1) && plain && relation.status === "happened" && !relation.negated;
  const times = timesIn(clause.sentence);
  const { object } = argumentsOf(clause, token.index);
  const own = isWord(relation.event) ? timesOfWord(clause, token.index, object, times, lexicon) : times;
  const when = whenOf(clause, token.index, null, own, input.published?.value ?? null, news);
  return {
    clause,
    event: relation.event,
    mode: relation.mode,
    cameo: relation.cameo,
    actor,
    recipient,
    status: relation.status === "happened" && when.past ? "historical" : relation.status,
    negated: relation.negated,
    span: spanOf(clause, token.index, token.index),
    trigger: token.index,
    lemma: token.lemma.toLowerCase(),
    words: [],
    date: when.date,
    headline,
    why: `the model, asked about “${token.text}”: ${relation.why}`,
    confidence: surenessOf(relation),
  };
}
