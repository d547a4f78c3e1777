import type { Mention } from "../actors/types.js";
import { surenessOf, withoutPhone } from "./answered.js";
import type { EventLexicon } from "./lexicon.js";
import { type Relater, type Relation, YIELDING } from "./relate/index.js";
import { type PairView, type Place, placeOf, type Step, viewPair } from "./relate/view.js";
import { stands } from "./stands.js";
import type { Told } from "./told.js";
import { namesPhone } from "./words.js";

const MOST_PLACES = 3; // mentions of one side that are asked about

/** Pairs of places of an event's two sides in its clause, those named nearest to the word that tells it first. */
function placesOf({ clause, actor, recipient, trigger }: Told): readonly (readonly [Place, Place])[] {
  const [source, target] =
    recipient.length > 0 ? [actor, recipient] : [actor.slice(0, 1), actor.slice(1)]; /* all act on each other */
  const distance = ({ head }: Mention): number => Math.abs(head - trigger);
  const nearest = (parties: readonly number[]): readonly Mention[] =>
    clause.mentions
      .filter((m) => m.actors.some((a) => parties.includes(a)))
      .sort((a, b) => distance(a) - distance(b) || a.first - b.first || a.last - b.last)
      .slice(0, MOST_PLACES);
  const targets = nearest(target);
  const place = ({ first, last }: Mention): Place => placeOf(clause.sentence, first, last);
  return nearest(source).flatMap((s) => targets.flatMap((t) => (s === t ? [] : [[place(s), place(t)] as const])));
}

/** What the model holds of two places. */
interface Held {
  readonly places: readonly [Place, Place];
  readonly relation: Relation;
}

/**
 * What the model holds of an event's two sides. A side may be named twice (“Peru, which …, praised Chile for its patience”): where
 * it sees nothing between the nearest it is asked about the others.
 */
function heldOf(told: Told, relations: Relater): Held | null {
  let best: Held | null = null;
  for (const places of placesOf(told)) {
    const relation = relations.between(told.clause.sentence, ...places, "record");
    if (best === null || relation.none < best.relation.none) best = { places, relation };
    if (best.relation.none < NOTHING) break;
  }
  return best;
}

const BY_PHONE = "041"; // CAMEO: discuss by telephone
const SURE = 0.6; // of a code's share of its root from which it goes before a frame's general one; at 0.4 more of them were wrong in plain news

/** So sure that nothing passes between its two sides the model overrules a frame. */
const NOTHING = 0.97;
/** So sure of another event it overrules one too: of 20 such frames none was right, the model in fourteen. */
const ANOTHER = { none: 0.3, sure: 0.85 };

/**
 * What a frame tells, weighed by the trained model. Where the model is sure that nothing passes between the two sides the
 * frame has taken words for an act that are none here (`null`); where it is sure of another event, it is that. A frame that tells
 * only the root of CAMEO (“refused”: 120) takes the third digit from the model, where both see the same event and the
 * model is sure enough. What frames tell more closely stays.
 *
 * @param framed What frames tell in the sentence.
 */
export function refined(told: Told, framed: readonly Told[], relations: Relater, lexicon: EventLexicon): Told | null {
  const relation = heldOf(told, relations)?.relation;
  if (relation === undefined) return told;
  if (relation.none >= NOTHING) return null;
  // What another word of the sentence tells (“rejected the demand and accused Guyana”) is not this one's.
  if (isAnother(told, relation, lexicon) && !framed.some(({ event }) => event === relation.event))
    return overruled(told, relation);
  if (told.cameo.length !== 3 || !told.cameo.endsWith("0")) return told;
  const root = told.cameo.slice(0, 2);
  const family = relation.codes.filter((c) => c.event === told.event && c.cameo.startsWith(root));
  const all = family.reduce((sum, { chance }) => sum + chance, 0);
  const [best] = family;
  if (best === undefined || best.cameo === told.cameo || best.chance < SURE * all) return told;
  if (best.cameo === BY_PHONE && !namesPhone(told.clause.tokens)) return told;
  const share = Math.round((100 * best.chance) / all);
  return { ...told, cameo: best.cameo, why: `${told.why}; the model makes it ${best.cameo} (${share} % of ${root})` };
}

const CHANGES = ["plan", "end", "decline"];

/** Whether the model is sure of another plain deed of one side to the other. What is planned, ended or declined frames know better. */
function isAnother(told: Told, relation: Relation, { reversals }: EventLexicon): boolean {
  const { event, none, confidence } = relation;
  if (none > ANOTHER.none || confidence < ANOTHER.sure || told.recipient.length === 0) return false;
  if ([told, relation].some(({ status, negated }) => negated || status !== "happened")) return false;
  if (event === told.event || [event, told.event].every((e) => YIELDING.some((y) => y === e))) return false;
  if (CHANGES.some((change) => reversals.get(`${change} ${event}`)?.event === told.event)) return false;
  return stands(relation, { actor: told.actor, recipient: told.recipient, direct: true }, told.clause);
}

function overruled(told: Told, relation: Relation): Told {
  const { event, mode, cameo, confidence } = withoutPhone(told.clause, relation);
  const why = `${told.why}; the model makes it ${event} (${Math.round(100 * confidence)} %)`;
  return { ...told, event, mode, cameo, why, confidence: surenessOf(relation) };
}

const OTHERS = 3; // codes that are named

/** Why an event is coded as it is, at length: the way between its sides in the tree, and what the model thinks of them. */
export function explained(told: Told, relations: Relater | null): string {
  const held = relations === null ? null : heldOf(told, relations);
  const places = held?.places ?? placesOf(told)[0];
  if (places === undefined) return told.why;
  const way = `${told.why}; in the tree: ${wayOf(viewPair(told.clause.sentence, ...places))}`;
  return held === null ? way : `${way}; by the model: ${alternatives(held.relation)}`;
}

function alternatives({ codes, none }: Relation): string {
  const named = codes.slice(0, OTHERS).map(({ event, cameo, chance }) => `${event} ${cameo} ${percent(chance)}`);
  return [...named, `nothing ${percent(none)}`].join(", ");
}

const percent = (share: number): string => `${Math.round(100 * share)} %`;

/** “Estonia –nsubj→ accused ←obj– Belarus”: from either side up to the word where the ways meet. */
function wayOf({ tokens, source, target, up, down, top }: PairView): string {
  const word = (token: number | undefined): string => tokens[token ?? -1]?.text ?? "";
  const rise = (steps: readonly Step[]): string => steps.map(({ link, token }) => ` –${link}→ ${word(token)}`).join("");
  const fall = (steps: readonly Step[]): string =>
    [...steps.keys()]
      .reverse()
      .map((i) => ` ←${steps[i]?.link ?? ""}– ${word(i === 0 ? target?.head : steps[i - 1]?.token)}`)
      .join("");
  const joined = top !== null && (up.length > 0 || down.length > 0);
  return joined ? `${word(source?.head)}${rise(up)}${fall(down)}` : `${word(source?.head)} and ${word(target?.head)}`;
}
