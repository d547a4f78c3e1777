import type { Mention } from "../actors/types.js";
import type { Relater, Relation } from "./relate/index.js";
import { type PairView, type Place, placeOf, type Step, viewPair } from "./relate/view.js";
import type { Told } from "./told.js";
import { namesPhone } from "./words.js";

/** The places of an event's two sides in its clause: those named nearest to the word that tells it. */
function placesOf({ clause, actor, recipient, trigger }: Told): readonly [Place, Place] | null {
  const [source, target] =
    recipient.length > 0 ? [actor, recipient] : [actor.slice(0, 1), actor.slice(1)]; /* all act on each other */
  const nearest = (parties: readonly number[]): Mention | null =>
    clause.mentions
      .filter((m) => m.actors.some((a) => parties.includes(a)))
      .reduce<Mention | null>((best, m) => (best === null || distance(m) < distance(best) ? m : best), null);
  const distance = ({ head }: Mention): number => Math.abs(head - trigger);
  const [s, t] = [nearest(source), nearest(target)];
  if (s === null || t === null || s === t) return null;
  return [placeOf(clause.sentence, s.first, s.last), placeOf(clause.sentence, t.first, t.last)];
}

const BY_PHONE = "041"; // CAMEO: discuss by telephone
const SURE = 0.6; // of a code's share of its root from which it goes before a frame's general one; at 0.4 more of them were wrong in plain news

/**
 * A frame that tells only the root of CAMEO (“refused”: 120) takes the third digit from the trained model, where both see
 * the same event and the model is sure enough. What frames tell more closely stays.
 */
export function refined(told: Told, relations: Relater): Told {
  if (told.cameo.length !== 3 || !told.cameo.endsWith("0")) return told;
  const places = placesOf(told);
  const relation = places === null ? null : relations.between(told.clause.sentence, ...places, "manual");
  if (relation === null) return told;
  const root = told.cameo.slice(0, 2);
  const family = relation.codes.filter((c) => c.event === told.event && c.cameo.startsWith(root));
  const all = family.reduce((sum, { chance }) => sum + chance, 0);
  const [best] = family;
  if (best === undefined || best.cameo === told.cameo || best.chance < SURE * all) return told;
  if (best.cameo === BY_PHONE && !namesPhone(told.clause.tokens)) return told;
  const share = Math.round((100 * best.chance) / all);
  return { ...told, cameo: best.cameo, why: `${told.why}; the model makes it ${best.cameo} (${share} % of ${root})` };
}

const OTHERS = 3; // codes that are named

/** Why an event is coded as it is, at length: the way between its sides in the tree, and what the model thinks of them. */
export function explained(told: Told, relations: Relater | null): string {
  const places = placesOf(told);
  if (places === null) return told.why;
  const way = wayOf(viewPair(told.clause.sentence, ...places));
  if (relations === null) return `${told.why}; in the tree: ${way}`;
  const relation = relations.between(told.clause.sentence, ...places, "manual");
  return `${told.why}; in the tree: ${way}; by the model: ${alternatives(relation)}`;
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
