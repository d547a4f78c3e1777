/** Closed lists of the record that the stages and its definition share. */

/** Ways a diplomatic contact is made. */
export const CHANNELS = ["phone", "video", "visit", "meeting", "telegram", "letter", "message"] as const;
export type Channel = (typeof CHANNELS)[number];

/** The events of PLOVER 2.0. */
export const PLOVER_EVENTS = [
  "AGREE",
  "CONSULT",
  "SUPPORT",
  "CONCEDE",
  "COOPERATE",
  "AID",
  "RETREAT",
  "REQUEST",
  "ACCUSE",
  "REJECT",
  "THREATEN",
  "PROTEST",
  "SANCTION",
  "MOBILIZE",
  "COERCE",
  "ASSAULT",
] as const;
export type PloverEvent = (typeof PLOVER_EVENTS)[number];
