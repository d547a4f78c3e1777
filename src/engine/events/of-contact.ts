import { parseDay } from "../base/day.js";
import { OverlapIndex } from "../base/overlap-index.js";
import type { Span } from "../base/span.js";
import type { CodedEvent } from "./types.js";
import { isWord } from "./words.js";

/** What must be known of a contact to say which events belong to it. */
export interface ContactScope {
  readonly channel: string;
  readonly status: string;
  readonly participants: readonly number[];
  readonly background: boolean;
  readonly date: { readonly value: string } | null;
  /** Sentences that speak of it or of what was said in it. */
  readonly passages: readonly Span[];
}

/**
 * Gives what was said in a contact the day of the contact, where the text gives it none and only one contact comes into
 * question (deeds need a day of their own): of several, the one in which it is told first (“In a call he congratulated X. Earlier he had sent a telegram”).
 */
export function dateByContact(events: readonly CodedEvent[], contacts: readonly ContactScope[]): readonly CodedEvent[] {
  const passages = contacts.flatMap((contact) => contact.passages.map((span) => ({ span, contact })));
  const index = new OverlapIndex(passages.map(({ span }) => span));
  return events.map((event) => {
    if (event.date !== null || event.status !== "happened" || !isWord(event.event)) return event;
    const near = (evidence: readonly Span[]): readonly ContactScope[] =>
      [...new Set(index.overlapping(evidence).flatMap((at) => passages[at]?.contact ?? []))].filter((c) =>
        event.actor.every((p) => c.participants.includes(p)),
      );
    const all = near(event.evidence);
    const [contact, other] = all.length > 1 ? near(event.evidence.slice(0, 1)) : all;
    if (contact === undefined || other !== undefined || contact.status !== "held" || contact.background) return event;
    const day = contact.date === null ? null : parseDay(contact.date.value);
    return day === null ? event : { ...event, date: { value: day, why: `said in the ${contact.channel} of that day` } };
  });
}
