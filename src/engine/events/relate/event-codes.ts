import { PLOVER_EVENTS, type PloverEvent } from "../../base/codes.js";
import { byCodeUnit } from "../../base/span.js";

/** An event with three digits of a CAMEO code of its roots. */
export interface CodeLabel {
  readonly event: PloverEvent;
  readonly cameo: string;
  /** Its event's place among the events, and its code's among the model's codes. */
  readonly at: readonly [event: number, cameo: number];
}

/** An event and three digits of its CAMEO code, with how likely they are together. */
export interface Code {
  readonly event: PloverEvent;
  readonly cameo: string;
  readonly chance: number;
}

/** All events with the codes of their roots. The manual tells CONCEDE from RETREAT, so codes of both stand twice. */
export function codeLabels(cameos: readonly string[]): readonly CodeLabel[] {
  return PLOVER_EVENTS.flatMap((event, e) =>
    cameos.flatMap((cameo, k) => (isOf(event, cameo) ? [{ event, cameo, at: [e, k] as const }] : [])),
  );
}

/** How likely each is: an event's probability parted among the codes of its roots. */
export function codeChances(labels: readonly CodeLabel[], events: Float64Array, cameo: Float64Array): Float64Array {
  const all = new Float64Array(events.length);
  for (const { at } of labels) all[at[0]] = (all[at[0]] ?? 0) + (cameo[at[1]] ?? 0);
  return Float64Array.from(labels, ({ at: [event, code] }) => {
    return ((events[event] ?? 0) * (cameo[code] ?? 0)) / Math.max(all[event] ?? 0, 1e-9);
  });
}

/** Events with their codes, the likeliest first, from `chances` in the order of the labels. */
export function codesOf(labels: readonly CodeLabel[], chances: Float64Array): readonly Code[] {
  return labels
    .map(({ event, cameo }, i) => ({ event, cameo, chance: chances[i] ?? 0 }))
    .sort((a, b) => b.chance - a.chance || byCodeUnit(a.event + a.cameo, b.event + b.cameo));
}

/** The first of {@link codesOf}, without putting the others in order. */
export function likeliestCode(labels: readonly CodeLabel[], chances: Float64Array): Code | null {
  let best: Code | null = null;
  for (const [i, { event, cameo }] of labels.entries()) {
    const chance = chances[i] ?? 0;
    const same = best !== null && chance === best.chance;
    if (best === null || chance > best.chance || (same && byCodeUnit(event + cameo, best.event + best.cameo) < 0))
      best = { event, cameo, chance };
  }
  return best;
}

/** Whether a CAMEO code is of an event's roots. */
export const isOf = (event: PloverEvent, cameo: string): boolean => ROOTS[event].includes(cameo.slice(0, 2));

/** CAMEO roots of each event, the general one first. Source: PLOVER 2.0's conversion table. */
export const ROOTS: Readonly<Record<PloverEvent, readonly string[]>> = {
  AGREE: ["03"], CONSULT: ["04"], SUPPORT: ["05"], CONCEDE: ["08"], COOPERATE: ["06"], AID: ["07"], RETREAT: ["08"],
  REQUEST: ["10", "02"], ACCUSE: ["11", "09"], REJECT: ["12"], THREATEN: ["13"], PROTEST: ["14"], SANCTION: ["16"],
  MOBILIZE: ["15"], COERCE: ["17"], ASSAULT: ["19", "18", "20"],
}; // biome-ignore format: a table
