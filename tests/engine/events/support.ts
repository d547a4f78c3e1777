import { findTimes } from "../../../src/engine/dates/index.js";
import { type CodedEvent, findEvents } from "../../../src/engine/events/index.js";
import { knowledge } from "../../data/knowledge.js";
import { type Cast, castOf } from "../actors/support.js";

/** What a text tells of events, with its cast. */
export interface Told extends Cast {
  readonly events: readonly CodedEvent[];
}

/** Reads the events of a text of 2021-10-05, a Tuesday. */
export function eventsIn(text: string): Told {
  const day = "2021-10-05";
  const cast = castOf(text, { day });
  const times = findTimes(cast.sentences, text, { published: day, country: null }, knowledge.times);
  const { sentences, actors } = cast;
  return {
    ...cast,
    events: findEvents({ text, sentences, actors, times, claims: [], published: { value: day } }, knowledge.events),
  };
}

/** “SUPPORT 051: Putin → Rahmon” for each event; a reciprocal one has no arrow, what did not happen says so. */
export function summaries(text: string): readonly string[] {
  const told = eventsIn(text);
  const names = (list: readonly number[]): string =>
    list.map((i) => told.actors.actors[i]?.name.split(" ").at(-1) ?? "?").join(", ");
  return told.events.map((e) => {
    const mode = e.mode === null ? "" : ` ${e.mode}`;
    const status = e.status === "happened" ? "" : ` (${e.status})`;
    const arrow = e.recipient.length === 0 ? "" : ` → ${names(e.recipient)}`;
    return `${e.event}${mode} ${e.cameo}: ${names(e.actor)}${arrow}${status}${e.negated ? " not" : ""}`;
  });
}
