import type { Mention } from "../actors/types.js";
import { ancestors, childBy, childrenBy, negated } from "../language/tree.js";
import type { Token } from "../language/types.js";
import { allegedBy } from "./allegation.js";
import { surenessOf, withoutPhone } from "./answered.js";
import { argumentsOf } from "./arguments.js";
import { type Pair, pairsAt } from "./asked-pairs.js";
import { type Clause, isParty, mentionAt, ownerOfDeed, partiesAt } from "./clause.js";
import { isHeadline, type Setting, stands } from "./code.js";
import { foreignTo, isKnown } from "./known.js";
import { timesOfWord } from "./matter.js";
import { realityOf } from "./reality.js";
import type { Relater, Relation } from "./relate/index.js";
import { placeOf } from "./relate/view.js";
import { spanOf } from "./span-of.js";
import { tellingAt } from "./telling.js";
import type { Told } from "./told.js";
import { whenOf } from "./when.js";
import { isWord, OWN_WORD } from "./words.js";

const MOST_NONE = 0.55; // above this the model thinks that nothing is to be coded
const LEAST_SURE = 0.5; // below this it does not know which event
const SURE_BESIDE = 0.75; // beside what frames have coded the model has to be surer
const MOST_PAIRS = 6; // pairs of one sentence that are asked about

/**
 * Events of a sentence that no frame tells: the model is asked about each predicate's agent and the parties among its
 * arguments. Where a frame has coded a predicate the model is silent: asked to whom, it answers for the wrong party more often than not.
 *
 * @param acts What frames have coded in the sentence, by predicate.
 * @param silent Predicates that tell nothing.
 */
export function unframed(
  clause: Clause,
  acts: ReadonlyMap<number, Told>,
  silent: ReadonlySet<number>,
  setting: Setting,
  ask: Ask,
): readonly Told[] {
  const parties = new Set(clause.mentions.flatMap((m) => m.actors.filter((a) => isParty(clause.actors, a))));
  if (parties.size < 2) return [];
  const coded = [...acts.values()];
  const spoken = new Set([...acts.keys(), ...silent, ...coded.map((t) => t.trigger)]);
  const found: Told[] = [];
  let asked = 0;
  for (const token of clause.tokens) {
    if (!isPredicate(clause, token, setting.lexicon) || spoken.has(token.index) || asked >= MOST_PAIRS) continue;
    // “announced that it would reopen …” is coded by what was announced.
    if (acts.has(tellingAt(clause, token, setting.lexicon)?.content ?? -1)) continue;
    const pairs = pairsAt(clause, token, setting).filter((pair) => !coded.some((t) => sameSides(t, pair)));
    asked += pairs.length;
    // Of those named first the model need not be as sure as of those further on.
    const limits = ({ recipient }: Pair, i: number): Limits =>
      token.upos === "VERB" && i === 0 && recipient.length > 0 ? BY_VERB : BESIDE;
    const told = surest(pairs.flatMap((p, i) => toldBy(clause, token, p, setting, ask, acts, limits(p, i)) ?? []));
    if (told === null || coded.some((t) => isSame(t, told)) || (coded.length > 0 && told.confidence < SURE_BESIDE))
      continue;
    if (!found.some((t) => t.event === told.event && sameSides(t, told))) found.push(told);
  }
  if (found.length > 0 || coded.length > 0) return found;
  return beside(clause, silent, setting, ask);
}

/** A verb, unless it only says what belongs to what; or an adjective with “be” (“has been responsible for …”), of which the model has to be surer. */
function isPredicate({ tree }: Clause, { upos, index, lemma }: Token, { classes }: Setting["lexicon"]): boolean {
  if (upos === "VERB") return classes.get(lemma.toLowerCase())?.has("containing") !== true;
  return upos === "ADJ" && childBy(tree, index, "cop") !== null;
}

/** Of the parties a predicate may be aimed at the one the model is surest of; of equals the first. */
function surest(all: readonly Told[]): Told | null {
  return all.reduce<Told | null>(
    (best, told) => (best === null || told.confidence > best.confidence ? told : best),
    null,
  );
}

/** One event of the same parties who act. The model, asked about any two parties, tends to tell the sentence's main event. */
export function isSame(a: Told, b: Told): boolean {
  return a.event === b.event && a.actor.length === b.actor.length && a.actor.every((actor) => b.actor.includes(actor));
}

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

/** Of the first party among a verb's arguments. */
export const BY_VERB: Limits = { none: MOST_NONE, sure: LEAST_SURE };
const BESIDE: Limits = { none: 0.3, sure: 0.7 }; // with no verb's word for it, the model has to be surer
const NONE: ReadonlyMap<number, Told> = new Map();
const MOST_BESIDE = 3; // neighbouring parties that are asked about

/** Mentions of parties that stand in no other mention. */
export function outerParties(clause: Clause): readonly Mention[] {
  return clause.mentions.filter(
    (m) =>
      m.actors.some((a) => isParty(clause.actors, a)) &&
      !clause.mentions.some(
        (o) => o !== m && o.first <= m.first && m.last <= o.last && o.last - o.first > m.last - m.first,
      ),
  );
}

/** Where the tree names nobody's deed (“Japan on Friday lifted …” with its verb taken for an adjective): neighbouring parties. */
function beside(clause: Clause, silent: ReadonlySet<number>, setting: Setting, ask: Ask): readonly Told[] {
  const outer = outerParties(clause);
  const found: Told[] = [];
  for (const [i, first] of outer.slice(0, MOST_BESIDE).entries()) {
    const second = outer[i + 1];
    if (second === undefined || found.length > 0) break;
    const verb = clause.tokens.slice(first.last + 1, second.first).find((t) => t.upos === "VERB");
    const actor = first.actors.filter((a) => isParty(clause.actors, a));
    const recipient = foreignTo(
      clause,
      actor,
      second.actors.filter((a) => isParty(clause.actors, a) && !actor.includes(a)),
    );
    if (verb === undefined || silent.has(verb.index) || recipient.length === 0) continue;
    if (setting.isQuoted([verb.start, verb.end]) || isDoneTo(clause, verb, first) || isInRelative(clause, second)) continue; // biome-ignore format: one line reads best
    const pair = { actor, recipient, source: first.head, target: second.head };
    const told = toldBy(clause, verb, pair, setting, ask, NONE, BESIDE);
    if (told !== null) found.push(told);
  }
  return found;
}

/** “Two diplomats were expelled from Austria”, “were denied entry”: whoever stands first is whom it is done to. */
export function isDoneTo(clause: Clause, verb: Token, { first, last }: Mention): boolean {
  const { passive, object, indirect } = argumentsOf(clause, verb.index);
  return passive && [object, indirect].some((at) => at !== null && first <= at && at <= last);
}

/** “supplies two fifths of the gas that Japan burns”: what a clause tells of a thing is another story. */
function isInRelative({ tree }: Clause, { head }: Mention): boolean {
  return [head, ...ancestors(tree, head)].some((at) => tree.relation(at) === "acl:relcl");
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

export function sameSides(a: Pick<Pair, "actor" | "recipient">, b: Pick<Pair, "actor" | "recipient">): boolean {
  const all = (p: Pick<Pair, "actor" | "recipient">): ReadonlySet<number> => new Set([...p.actor, ...p.recipient]);
  const [left, right] = [all(a), all(b)];
  return [...right].every((p) => left.has(p));
}

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
  if (isDeniedDeed(clause, token, pair.target) || isLeftOpen(clause, token, pair.target, setting)) return null;
  const reality = realityOf(clause, token.index, setting.lexicon, new Set(acts.keys()));
  const telling = tellingAt(clause, token, setting.lexicon);
  if (reality.status === "content" || telling?.afterwards === true) return null;
  const relation = withoutPhone(clause, ask(pair.source, pair.target));
  if (relation.none > limits.none || relation.confidence < limits.sure) return null;
  if (pair.recipient.length === 0 && relation.event !== "ASSAULT") return null; // of what two do together it only knows fighting
  if (telling !== null && !OWN_WORD.has(relation.event) && (telling.clausal || isOthers(clause, token, pair.actor)))
    return null; // who tells of a deed has not done it
  if (relation.event === "REJECT" && isUnanswered(clause, token, setting)) return null;
  if (relation.event === "AID" && isSent(clause, pair)) return null;
  if (relation.event === "CONSULT" && isAside(clause, pair.target)) return null;
  if (!stands(relation, { ...pair, direct: true }, clause)) return null;
  if (allegedBy(clause, reality, relation, { ...pair, direct: true }) !== null) return null;
  const status = reality.status === "happened" ? relation.status : reality.status; // “unless Ethiopia frees …” is no release
  // “will provide Ukraine with shells” is a promise
  const promised = reality.status === "planned" ? setting.lexicon.reversals.get(`plan ${relation.event}`) : undefined;
  const real =
    promised === undefined
      ? { ...relation, status }
      : { ...relation, ...promised, status: relation.event === "CONSULT" ? status : ("happened" as const) }; // a meeting's plan is the contact's
  return told(clause, token, pair, setting, real, reality.reporters.length === 0);
}

/** “noted [Germany]'s help”: what is told of is another's, not the teller's own (“Berlin confirmed [Germany]'s help”). */
function isOthers(clause: Clause, token: Token, actor: readonly number[]): boolean {
  const { object } = argumentsOf(clause, token.index);
  const owner = object === null ? null : ownerOfDeed(clause, object);
  return owner !== null && foreignTo(clause, actor, partiesAt(clause, owner)).length > 0;
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
