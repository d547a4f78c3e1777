import { findContacts } from "../../../src/engine/contacts/index.js";
import type { Contact } from "../../../src/engine/contacts/types.js";
import { findTimes } from "../../../src/engine/dates/index.js";
import { knowledge } from "../../data/knowledge.js";
import { type Cast, castOf, type Setting } from "../actors/support.js";

/** What a text tells of contacts, with its cast. */
export interface Told extends Cast {
  readonly contacts: readonly Contact[];
}

/** Reads the contacts of a text; 2021-10-05 was a Tuesday. */
export function contactsIn(text: string, setting: Setting = {}): Told {
  const day = setting.day === undefined ? "2021-10-05" : setting.day;
  const cast = castOf(text, { ...setting, day });
  const times = findTimes(cast.sentences, text, { published: day, country: null }, knowledge.times);
  const published = day === null ? null : { value: day };
  return {
    ...cast,
    contacts: findContacts(
      { text, sentences: cast.sentences, actors: cast.actors, times, published, contexts: knowledge.events.contexts },
      knowledge.contacts,
    ),
  };
}

/** Last words of the participants' names, in order of their code units: “Macron, Putin”. */
export function partiesOf(told: Told, contact: Contact): string {
  return contact.participants
    .map((p) => shortName(told, p))
    .sort()
    .join(", ");
}

/** The last word of an actor's name; a dash for nobody. */
export function shortName(told: Told, actor: number | null): string {
  if (actor === null) return "–";
  return told.actors.actors[actor]?.name.split(" ").at(-1) ?? "?";
}

/** “phone held: Macron, Putin @2021-10-04” for each contact, in order. */
export function summaries(told: Told): readonly string[] {
  return told.contacts.map(
    (c) => `${c.channel} ${c.status}: ${partiesOf(told, c)}${c.date === null ? "" : ` @${c.date.value}`}`,
  );
}
