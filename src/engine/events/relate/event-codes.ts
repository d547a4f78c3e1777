import { PLOVER_EVENTS, type PloverEvent } from "../../base/codes.js";
import { byCodeUnit } from "../../base/span.js";

/** An event with three digits of a CAMEO code of its roots. */
export interface CodeLabel {
  readonly event: PloverEvent;
  readonly cameo: string;
  /** Its event's place among the events, and its own among the outputs that tell codes. */
  readonly at: readonly [event: number, output: number];
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

/** Labels of outputs that tell an event together with its code, “EVENT code” each; “NONE” has no label. */
export function jointLabels(names: readonly string[]): readonly CodeLabel[] {
  return names.flatMap((name, output) => {
    if (name === "NONE") return [];
    const [known, cameo = ""] = name.split(" ");
    const at = PLOVER_EVENTS.findIndex((event) => event === known);
    const event = PLOVER_EVENTS[at];
    if (event === undefined || !isOf(event, cameo)) throw new RangeError(`“${name}” is no event with its code`);
    return [{ event, cameo, at: [at, output] as const }];
  });
}

/**
 * What outputs that tell events together with codes say of the events alone: scores in the events' order, the last of what has
 * no label.
 */
export function eventScores(labels: readonly CodeLabel[], outputs: Float64Array, events: number): Float64Array {
  const event = new Int32Array(outputs.length).fill(events - 1);
  for (const { at } of labels) event[at[1]] = at[0];
  const most = outputs.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  const sums = new Float64Array(events);
  for (let i = 0; i < outputs.length; i++)
    sums[event[i] ?? 0] = (sums[event[i] ?? 0] ?? 0) + Math.exp((outputs[i] ?? 0) - most);
  return sums.map((sum) => Math.log(Math.max(sum, Number.MIN_VALUE)));
}

/** How likely each is: an event's probability parted among its codes, as the outputs that tell codes weigh them. */
export function codeChances(labels: readonly CodeLabel[], events: Float64Array, outputs: Float64Array): Float64Array {
  const all = new Float64Array(events.length);
  for (const { at } of labels) all[at[0]] = (all[at[0]] ?? 0) + (outputs[at[1]] ?? 0);
  return Float64Array.from(labels, ({ at: [event, output] }) => {
    return ((events[event] ?? 0) * (outputs[output] ?? 0)) / Math.max(all[event] ?? 0, LEAST);
  });
}

const LEAST = 1e-9; // of a sum that is divided by

/** Events with their codes, the likeliest first, from `chances` in the order of the labels. */
export function codesOf(labels: readonly CodeLabel[], chances: Float64Array): readonly Code[] {
  return labels
    .map(({ event, cameo }, i) => ({ event, cameo, chance: chances[i] ?? 0 }))
    .sort((a, b) => b.chance - a.chance || byCodeUnit(a.event + a.cameo, b.event + b.cameo));
}

/** The first of {@link codesOf}, of one event where it is given, without putting the others in order. */
export function likeliestCode(labels: readonly CodeLabel[], chances: Float64Array, of?: PloverEvent): Code | null {
  let best: Code | null = null;
  for (const [i, { event, cameo }] of labels.entries()) {
    if (of !== undefined && event !== of) continue;
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
