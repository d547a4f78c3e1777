import { childBy } from "../language/tree.js";
import type { Token } from "../language/types.js";
import { type Ask, BESIDE, isSame, type Limits, sameSides, toldBy } from "./answered.js";
import { type Pair, pairsAt } from "./asked-pairs.js";
import { type Clause, isParty } from "./clause.js";
import type { Setting } from "./code.js";
import { tellingAt } from "./telling.js";
import type { Told } from "./told.js";

const MOST_NONE = 0.61; // above this the model thinks that nothing is to be coded
const LEAST_SURE = 0.45; // below this it does not know which event
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
  return found;
}

/** A verb, unless it only says what belongs to what; or an adjective with “be” (“has been responsible for …”), of which the model has to be surer. */
function isPredicate({ tree }: Clause, { upos, index, lemma }: Token, { classes }: Setting["lexicon"]): boolean {
  if (upos === "VERB") return classes.get(lemma.toLowerCase())?.has("containing") !== true;
  return upos === "ADJ" && childBy(tree, index, "cop") !== null;
}

/**
 * Of the parties a predicate may be aimed at the one the model is surest of, of equals the first; where that is one of several who
 * stand together (“to the refugees and their hosts”) and the same is told of all, all of them.
 */
function surest(all: readonly Told[]): Told | null {
  const best = all.reduce<Told | null>(
    (most, told) => (most === null || told.confidence > most.confidence ? told : most),
    null,
  );
  if (best === null) return null;
  const isWider = ({ event, recipient }: Told): boolean =>
    event === best.event &&
    recipient.length > best.recipient.length &&
    best.recipient.every((party) => recipient.includes(party));
  return all.find(isWider) ?? best;
}

/** Of the first party among a verb's arguments. */
export const BY_VERB: Limits = { none: MOST_NONE, sure: LEAST_SURE };
