import type { CodeLabel } from "./event-codes.js";

const LEAST = 1e-6; // of a probability: what the other answer is sure of is not made impossible

/** How likely the events are, “NONE” last, and the events with their codes, in the order of their labels. */
export interface CodeChances {
  readonly events: Float64Array;
  readonly codes: Float64Array;
}

/** Of each label its place among those of a layer (“EVENT code”), -1 for none. */
export function layerPlaces(labels: readonly CodeLabel[], layer: readonly string[]): readonly number[] {
  const at = new Map(layer.map((label, i) => [label, i]));
  return labels.map(({ event, cameo }) => at.get(`${event} ${cameo}`) ?? -1);
}

/**
 * Events with their codes by the networks and the code layer together. The events are left to the networks; an event's
 * probability is parted among its codes by the root of the product of what both say of them.
 */
export function partCodes(
  labels: readonly CodeLabel[],
  { events, codes }: CodeChances,
  layer: Float64Array,
  places: readonly number[],
): Float64Array {
  const both = codes.map((own, i) => Math.sqrt((own + LEAST) * Math.max(layer[places[i] ?? -1] ?? 0, LEAST)));
  const sums = new Float64Array(events.length);
  for (const [i, { at }] of labels.entries()) sums[at[0]] = (sums[at[0]] ?? 0) + (both[i] ?? 0);
  return both.map((chance, i) => {
    const event = labels[i]?.at[0] ?? -1;
    return ((events[event] ?? 0) * chance) / (sums[event] ?? 1);
  });
}
