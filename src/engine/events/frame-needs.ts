import type { Arguments } from "./arguments.js";
import { type Condition, SLOT_KINDS } from "./frames.js";

/** What a frame cannot do without, a bit each; prepositions share those that are left. */
const NEEDS = { object: 1, indirect: 2, agent: 4, inf: 8, that: 16, complement: 32, passive: 64, active: 128 } as const;
const [FIRST_PREPOSITION, PREPOSITIONS] = [8, 22];

const bitOf = (preposition: string): number => {
  let sum = 0;
  for (let i = 0; i < preposition.length; i++) sum = (sum * 31 + preposition.charCodeAt(i)) % PREPOSITIONS;
  return 2 ** (FIRST_PREPOSITION + sum);
};

/**
 * What a frame's conditions need of a predicate, as bits: where one is missing from `givenBy` the frame does not fit, which
 * is told much sooner than by asking what fills its slots.
 */
export function needsOf(conditions: readonly Condition[]): number {
  return conditions.reduce((needs, condition) => needs | needOf(condition), 0);
}

function needOf({ slot, kind, filler }: Condition): number {
  switch (kind) {
    case SLOT_KINDS.obj:
      return filler === "none" ? 0 : NEEDS.object;
    case SLOT_KINDS.subj:
      return filler === "none" ? 0 : NEEDS.agent;
    case SLOT_KINDS.iobj:
      return filler === "none" ? 0 : NEEDS.indirect;
    case SLOT_KINDS.inf:
      return NEEDS.inf;
    case SLOT_KINDS.that:
    case SLOT_KINDS.is:
    case SLOT_KINDS.isnt:
      return NEEDS.that;
    case SLOT_KINDS.will:
    case SLOT_KINDS.must:
    case SLOT_KINDS.subjunctive:
    case SLOT_KINDS.question:
    case SLOT_KINDS.told:
      return NEEDS.complement;
    case SLOT_KINDS.passive:
      return NEEDS.passive;
    case SLOT_KINDS.active:
      return NEEDS.active;
    case SLOT_KINDS.both:
      return NEEDS.agent;
    case SLOT_KINDS.preposition:
      return filler === "none" ? 0 : bitOf(slot);
    default:
      return 0; // of a clause of either kind, or of what something is called, the arguments do not say enough
  }
}

/** What a predicate has, in the same bits. */
export function givenBy({ object, indirect, agent, complement, complementKind, passive, obliques }: Arguments): number {
  let given = passive ? NEEDS.passive : NEEDS.active;
  if (object !== null) given |= NEEDS.object;
  if (indirect !== null) given |= NEEDS.indirect;
  if (agent !== null) given |= NEEDS.agent;
  if (complement !== null) given |= NEEDS.complement;
  if (complementKind !== null) given |= NEEDS[complementKind];
  for (const { preposition } of obliques) given |= bitOf(preposition);
  return given;
}
