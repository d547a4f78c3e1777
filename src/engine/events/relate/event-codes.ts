import { PLOVER_EVENTS, type PloverEvent } from "../../base/codes.js";
import { byCodeUnit } from "../../base/span.js";
import type { PairModel, PairScores } from "./model.js";

/** An event and three digits of its CAMEO code, with how likely they are together. */
export interface Code {
  readonly event: PloverEvent;
  readonly cameo: string;
  readonly chance: number;
}

/**
 * Events with their codes, the likeliest first: an event's probability parted among the codes of its roots. The manual
 * tells CONCEDE from RETREAT, so they stand by themselves.
 */
export function codesOf(model: PairModel, scores: PairScores): readonly Code[] {
  return familiesOf(model)
    .flatMap((family, i) => codesIn(family, i, model, scores))
    .sort((a, b) => b.chance - a.chance || byCodeUnit(a.event + a.cameo, b.event + b.cameo));
}

/** The first of {@link codesOf}, without putting the others in order. */
export function likeliestCode(model: PairModel, scores: PairScores): Code | null {
  let best: Code | null = null;
  for (const [i, family] of familiesOf(model).entries())
    for (const code of codesIn(family, i, model, scores)) {
      const closer = best === null || code.chance > best.chance;
      const same = best !== null && code.chance === best.chance;
      if (closer || (same && byCodeUnit(code.event + code.cameo, `${best?.event}${best?.cameo}`) < 0)) best = code;
    }
  return best;
}

function codesIn(family: readonly number[], event: number, model: PairModel, scores: PairScores): readonly Code[] {
  const all = family.reduce((sum, k) => sum + (scores.cameo[k] ?? 0), 0);
  const [own, name] = [scores.events[event] ?? 0, PLOVER_EVENTS[event]];
  if (name === undefined) return [];
  return family.map((k) => ({
    event: name,
    cameo: model.cameoLabels[k] ?? "",
    chance: (own * (scores.cameo[k] ?? 0)) / Math.max(all, 1e-9),
  }));
}

const families = new WeakMap<PairModel, readonly (readonly number[])[]>();

/** Of each event the codes of its roots, by their places among the model's labels. */
function familiesOf(model: PairModel): readonly (readonly number[])[] {
  const kept = families.get(model);
  if (kept !== undefined) return kept;
  const made = PLOVER_EVENTS.map((event) => model.cameoLabels.flatMap((cameo, k) => (isOf(event, cameo) ? [k] : [])));
  families.set(model, made);
  return made;
}

/** Whether a CAMEO code is of an event's roots. */
export const isOf = (event: PloverEvent, cameo: string): boolean => ROOTS[event].includes(cameo.slice(0, 2));

/** CAMEO roots of each event, the general one first. Source: PLOVER 2.0's conversion table. */
export const ROOTS: Readonly<Record<PloverEvent, readonly string[]>> = {
  AGREE: ["03"], CONSULT: ["04"], SUPPORT: ["05"], CONCEDE: ["08"], COOPERATE: ["06"], AID: ["07"], RETREAT: ["08"],
  REQUEST: ["10", "02"], ACCUSE: ["11", "09"], REJECT: ["12"], THREATEN: ["13"], PROTEST: ["14"], SANCTION: ["16"],
  MOBILIZE: ["15"], COERCE: ["17"], ASSAULT: ["19", "18", "20"],
}; // biome-ignore format: a table
