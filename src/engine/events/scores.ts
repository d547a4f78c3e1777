import type { PloverEvent } from "../record.js";

/** Quad class of each PLOVER event: 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict. Source: PLOVER 2.0. */
export const QUAD: Readonly<Record<PloverEvent, 1 | 2 | 3 | 4>> = {
  AGREE: 1, CONSULT: 1, SUPPORT: 1, CONCEDE: 1,
  COOPERATE: 2, AID: 2, RETREAT: 2,
  REQUEST: 3, ACCUSE: 3, REJECT: 3, THREATEN: 3,
  PROTEST: 4, SANCTION: 4, MOBILIZE: 4, COERCE: 4, ASSAULT: 4,
}; // biome-ignore format: one row a quad

/** Conflict–cooperation score of an event; a mode's own score goes before it. Source: PLOVER 2.0. */
const SCORE: Readonly<Record<PloverEvent, number>> = {
  AGREE: 2.5, CONSULT: 2.5, SUPPORT: 5, CONCEDE: 4.5, COOPERATE: 9.5, AID: 10, RETREAT: 6.5, REQUEST: 0,
  ACCUSE: -3, REJECT: -2, THREATEN: -3.5, PROTEST: -5, SANCTION: -6, MOBILIZE: -5.5, COERCE: -7, ASSAULT: -9,
}; // biome-ignore format: a table

const MODE_SCORE: Readonly<Record<string, number>> = {
  "CONSULT/visit": 4, "CONSULT/third-party": 1, "CONSULT/multilateral": 4, "CONSULT/phone": 1.5,
  "RETREAT/withdraw": 8, "RETREAT/release": 6.5, "RETREAT/disarm": 10, "RETREAT/ceasefire": 7.5, "RETREAT/access": 6.5, "RETREAT/resign": 4.5,
  "REQUEST/assist": 0.5, "REQUEST/change": -1, "REQUEST/yield": -1, "REQUEST/meet": 0,
  "ACCUSE/disapprove": -2, "ACCUSE/investigate": -3.5, "ACCUSE/allege": -3.5, "REJECT/assist": -1.5,
  "THREATEN/restrict": -3, "THREATEN/territory": -4,
  "PROTEST/riot": -7, "PROTEST/hunger": -4.5, "PROTEST/boycott": -4.5, "PROTEST/obstruct": -4.5,
  "SANCTION/expel": -5.5, "MOBILIZE/troops": -6.5, "MOBILIZE/weapons": -6.5, "MOBILIZE/militia": -6,
  "COERCE/censor": -6.5, "COERCE/curfew": -6.5, "COERCE/misinformation": -6.5, "COERCE/martial-law": -7.5,
  "ASSAULT/abduct": -8.5, "ASSAULT/torture": -8.5, "ASSAULT/sexual": -8.5, "ASSAULT/destroy": -8.5, "ASSAULT/beat": -7.5,
  "ASSAULT/crowd-control": -7.5, "ASSAULT/primitive": -8, "ASSAULT/targeted": -9.5, "ASSAULT/suicide-attack": -9.5,
  "ASSAULT/aerial": -9.5, "ASSAULT/drone": -9.5, "ASSAULT/heavy-weapons": -9.5, "ASSAULT/unconventional": -10,
}; // biome-ignore format: a table

/** PLOVER's score of an event and mode. */
export function scoreOf(event: PloverEvent, mode: string | null): number {
  return (mode === null ? undefined : MODE_SCORE[`${event}/${mode}`]) ?? SCORE[event];
}
