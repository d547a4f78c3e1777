import type { Mention } from "../actors/types.js";
import { ancestors, childrenBy } from "../language/tree.js";
import type { Token } from "../language/types.js";
import { type Ask, BESIDE, isSame, type Limits, sameSides, surenessOf, toldBy } from "./answered.js";
import { argumentsOf } from "./arguments.js";
import { type Pair, standsOnEdge } from "./asked-pairs.js";
import { type Clause, isParty } from "./clause.js";
import type { Setting } from "./code.js";
import { foreignTo } from "./known.js";
import { placeOf, viewPair } from "./relate/view.js";
import type { Told } from "./told.js";

const MOST_PARTIES = 3; // mentions of a sentence that are asked about, the first ones
/** Where neither a frame nor a predicate's own arguments lead to two parties the model has to be surer than of a verb's first party. */
const LIMITS: Limits = { none: 0.2, sure: 0.7 };
const NO_ACTS: ReadonlyMap<number, Told> = new Map();
const MOST_BESIDE = 3; // neighbouring parties that are asked about

/**
 * Events of a sentence that neither frames nor predicates' own arguments tell: of neighbouring parties with a verb between, else
 * of any two. Where events are told already it is not asked: on 773 sentences with one event each a twelfth of the precision
 * went with that.
 *
 * @param silent Predicates that tell nothing.
 */
export function anywhere(clause: Clause, silent: ReadonlySet<number>, setting: Setting, ask: Ask): readonly Told[] {
  const parties = outerParties(clause, setting);
  const found = beside(clause, parties, silent, setting, ask);
  return found.length > 0 ? found : between(clause, parties.slice(0, MOST_PARTIES), silent, setting, ask);
}

/** Events between any two (“[Russia]'s invasion of [Ukraine] has …”), asked about either way, those that stand nearest to each other first. */
function between(
  clause: Clause,
  parties: readonly Mention[],
  silent: ReadonlySet<number>,
  setting: Setting,
  ask: Ask,
): readonly Told[] {
  const found: Told[] = [];
  for (let apart = 1; apart < parties.length; apart++)
    for (const [i, first] of parties.slice(0, -apart).entries()) {
      const second = parties[i + apart];
      if (second === undefined) continue;
      const ways = [pairOf(clause, first, second), pairOf(clause, second, first)].filter((pair) => pair !== null);
      const trigger = triggerOf(clause, first, second);
      if (trigger === null || isWhence(clause, trigger, first, second)) continue;
      if (silent.has(trigger.index) || setting.isQuoted([trigger.start, trigger.end])) continue;
      if (ways.some((pair) => found.some((t) => sameSides(t, pair)))) continue;
      const owner = possessorOf(clause, trigger, first, second);
      const pair = likelier(owner === null ? ways : ways.filter(({ source }) => source === owner.head), ask);
      const source = pair?.source === first.head ? first : second;
      if (pair === null || (trigger.upos === "VERB" && isDoneTo(clause, trigger, source))) continue;
      const told = toldBy(clause, trigger, pair, setting, ask, NO_ACTS, LIMITS);
      if (told !== null && !found.some((t) => isSame(t, told))) found.push(told);
    }
  return found;
}

/** “[Ukraine]'s attack on Russian forces”: whose deed a noun tells, where the other stands behind a preposition of whom it befalls. */
function possessorOf(
  { tree, tokens }: Clause,
  { index, upos }: Token,
  first: Mention,
  second: Mention,
): Mention | null {
  if (upos !== "NOUN") return null;
  const owns = ({ head }: Mention): boolean => tree.heads[head] === index && tree.relation(head) === "nmod:poss";
  const befallen = ({ head }: Mention): boolean =>
    tree.heads[head] === index && childrenBy(tree, head, "case").some((c) => BEFALLS.has(tokens[c]?.lower ?? ""));
  if (owns(first) && befallen(second)) return first;
  return owns(second) && befallen(first) ? second : null;
}

/** Prepositions behind which a noun of doing has whom it befalls. */
const BEFALLS: ReadonlySet<string> = new Set(["against", "into", "of", "on", "to", "towards", "upon"]);

/** “refugees from Greece”: where those come from of whom it is told, who does them nothing. */
function isWhence(clause: Clause, { index }: Token, first: Mention, second: Mention): boolean {
  const { tree, tokens } = clause;
  const from = ({ head }: Mention): boolean =>
    tree.heads[head] === index && childrenBy(tree, head, "case").some((c) => tokens[c]?.lower === "from");
  return [first, second].some(from) && [first, second].some((m) => m.head === index);
}

/** Mentions of parties that stand in no other mention. */
function outerParties(clause: Clause, setting: Setting): readonly Mention[] {
  return clause.mentions.filter(
    (m) =>
      m.actors.some((a) => isParty(clause.actors, a)) &&
      !standsOnEdge(clause, m.head, setting) &&
      !clause.mentions.some(
        (o) => o !== m && o.first <= m.first && m.last <= o.last && o.last - o.first > m.last - m.first,
      ),
  );
}

/** Where the tree names nobody's deed (“Japan on Friday lifted …” with its verb taken for an adjective): neighbouring parties. */
function beside(
  clause: Clause,
  outer: readonly Mention[],
  silent: ReadonlySet<number>,
  setting: Setting,
  ask: Ask,
): readonly Told[] {
  const found: Told[] = [];
  for (const [i, first] of outer.slice(0, MOST_BESIDE).entries()) {
    const second = outer[i + 1];
    if (second === undefined || found.length > 0) break;
    const verb = clause.tokens.slice(first.last + 1, second.first).find((t) => t.upos === "VERB");
    const pair = pairOf(clause, first, second);
    if (verb === undefined || silent.has(verb.index) || pair === null) continue;
    if (setting.isQuoted([verb.start, verb.end]) || isDoneTo(clause, verb, first) || isInRelative(clause, second)) continue; // biome-ignore format: one line reads best
    const told = toldBy(clause, verb, pair, setting, ask, NO_ACTS, BESIDE);
    if (told !== null) found.push(told);
  }
  return found;
}

/** “Two diplomats were expelled from Austria”, “were denied entry”: whoever stands first is whom it is done to. */
function isDoneTo(clause: Clause, verb: Token, { first, last }: Mention): boolean {
  const { passive, object, indirect } = argumentsOf(clause, verb.index);
  return passive && [object, indirect].some((at) => at !== null && first <= at && at <= last);
}

/** “supplies two fifths of the gas that Japan burns”: what a clause tells of a thing is another story. */
function isInRelative({ tree }: Clause, { head }: Mention): boolean {
  return [head, ...ancestors(tree, head)].some((at) => tree.relation(at) === "acl:relcl");
}

const SURER = 0.1; // by so much the model has to be surer that the party named second acts

/**
 * Of the two ways in which an event may go that of which the model is surer, of two alike that of the party named first: the other
 * is none, even where this one is refused.
 */
function likelier([there, back]: readonly Pair[], ask: Ask): Pair | null {
  if (there === undefined || back === undefined) return there ?? null;
  const sure = ({ source, target }: Pair): number => surenessOf(ask(source, target));
  return sure(back) > sure(there) + SURER ? back : there;
}

function pairOf(clause: Clause, source: Mention, target: Mention): Pair | null {
  const actor = source.actors.filter((a) => isParty(clause.actors, a));
  const others = target.actors.filter((a) => isParty(clause.actors, a) && !actor.includes(a));
  const recipient = foreignTo(clause, actor, others);
  return recipient.length === 0 ? null : { actor, recipient, source: source.head, target: target.head };
}

const TELLING: ReadonlySet<string> = new Set(["VERB", "NOUN", "ADJ"]);

/** The word in which the ways of the two meet in the tree, or the next above it that may tell an act. */
function triggerOf({ sentence, tokens, tree }: Clause, first: Mention, second: Mention): Token | null {
  const place = (m: Mention) => placeOf(sentence, m.first, m.last);
  const { top } = viewPair(sentence, place(first), place(second));
  if (top === null) return null;
  const at = [top, ...ancestors(tree, top)].find((token) => TELLING.has(tokens[token]?.upos ?? ""));
  return tokens[at ?? -1] ?? null;
}
