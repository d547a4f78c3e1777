import type { Clause } from "./clause.js";
import type { Relation } from "./relate/index.js";
import { namesPhone } from "./words.js";

/** Nobody telephones where no word says so. */
export function withoutPhone({ tokens }: Clause, relation: Relation): Relation {
  if (relation.mode !== "phone" || namesPhone(tokens)) return relation;
  return { ...relation, mode: null, cameo: "040" };
}

/** How sure an event is that the model tells: that anything is told, and that it is this. Two digits. */
export function surenessOf({ confidence, none }: Relation): number {
  return Math.round(confidence * (1 - none) * 100) / 100;
}
