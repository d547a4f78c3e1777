import type { Mention } from "../actors/types.js";
import { ancestors } from "../language/tree.js";
import type { Token } from "../language/types.js";
import { surenessOf } from "./answered.js";
import type { Pair } from "./asked-pairs.js";
import { type Clause, isParty } from "./clause.js";
import type { Setting } from "./code.js";
import { foreignTo } from "./known.js";
import { placeOf, viewPair } from "./relate/view.js";
import type { Told } from "./told.js";
import { type Ask, isDoneTo, isSame, type Limits, outerParties, sameSides, toldBy } from "./unframed.js";

const MOST_PARTIES = 3; // mentions of a sentence that are asked about, the first ones
/** Where neither a frame nor a predicate's own arguments lead to two parties the model has to be surer than of a verb's first party. */
const LIMITS: Limits = { none: 0.2, sure: 0.7 };
const NOTHING: ReadonlyMap<number, Told> = new Map();

/**
 * Events of a sentence that neither frames nor predicates' own arguments tell (“[Russia]'s invasion of [Ukraine] has …”): the
 * model is asked about any two of its parties, either way, those that stand nearest to each other first. Where
 * events are told already it is not: on 773 sentences with one event each a fourteenth of the precision went with that.
 *
 * @param silent Predicates that tell nothing.
 */
export function anywhere(clause: Clause, silent: ReadonlySet<number>, setting: Setting, ask: Ask): readonly Told[] {
  const parties = outerParties(clause).slice(0, MOST_PARTIES);
  const found: Told[] = [];
  for (let apart = 1; apart < parties.length; apart++)
    for (const [i, first] of parties.slice(0, -apart).entries()) {
      const second = parties[i + apart];
      if (second === undefined) continue;
      const ways = [pairOf(clause, first, second), pairOf(clause, second, first)].filter((pair) => pair !== null);
      const trigger = triggerOf(clause, first, second);
      if (trigger === null || silent.has(trigger.index) || setting.isQuoted([trigger.start, trigger.end])) continue;
      if (ways.some((pair) => found.some((t) => sameSides(t, pair)))) continue;
      const pair = likelier(ways, ask);
      const source = pair?.source === first.head ? first : second;
      if (pair === null || (trigger.upos === "VERB" && isDoneTo(clause, trigger, source))) continue;
      const told = toldBy(clause, trigger, pair, setting, ask, NOTHING, LIMITS);
      if (told !== null && !found.some((t) => isSame(t, told))) found.push(told);
    }
  return found;
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
