import type { ItemId } from "./item-ids.js";
import type { ReadoutRecord } from "./record.js";

/** Somebody as an item names him. */
export interface PartyValue {
  readonly name: string;
  readonly code: string | null;
  readonly wikidata: string | null;
}

/** What one field of an item says. */
export type ItemValue = string | boolean | null | PartyValue | readonly string[] | readonly PartyValue[];

/** What an item says, field by field, without the ids and places of its record: it can be kept and compared later. */
export type ItemValues = Readonly<Record<string, ItemValue>>;

/** The fields of an item that a person can judge, as its record has them; `null` when the record has no such item. */
export function itemValues(record: ReadoutRecord, { kind, local }: Pick<ItemId, "kind" | "local">): ItemValues | null {
  const party = partiesOf(record);
  switch (kind) {
    case "actor": {
      const actor = record.actors.find(({ id }) => id === local);
      if (actor === undefined) return null;
      const { name, code, sector, office, wikidata } = actor;
      return { name, code, sector, office, wikidata };
    }
    case "event":
      return eventValues(record, local, party);
    case "contact":
      return contactValues(record, local, party);
    case "claim": {
      const claim = record.claims.find(({ id }) => id === local);
      if (claim === undefined) return null;
      const [speaker, addressee] = [claim.speaker, claim.addressee].map((id) => (id === null ? null : party(id)));
      return { speaker: speaker ?? null, addressee: addressee ?? null, stance: claim.stance, content: record.document.text.slice(...claim.content) }; // biome-ignore format: one line reads best
    }
    case "commitment": {
      const found = record.contacts.flatMap(({ commitments }) => commitments).find(({ id }) => id === local);
      if (found === undefined) return null;
      return {
        text: found.text,
        by: found.by.map(party),
        to: found.to.map(party),
        status: found.status,
        due: found.due,
      };
    }
    default:
      throw new TypeError(`unknown kind: ${kind satisfies never}`);
  }
}

type Party = (id: string) => PartyValue;

function partiesOf({ actors }: ReadoutRecord): Party {
  const byId = new Map(actors.map(({ id, name, code, wikidata }) => [id, { name, code, wikidata }]));
  return (id) => byId.get(id) ?? { name: id, code: null, wikidata: null };
}

function eventValues({ events }: ReadoutRecord, local: string, party: Party): ItemValues | null {
  const found = events.find(({ id }) => id === local);
  if (found === undefined) return null;
  const { event, mode, cameo, actor, recipient, date, status, negated, context } = found;
  return { event, mode, cameo, actor: actor.map(party), recipient: recipient.map(party), date: date?.value ?? null, status, negated, context }; // biome-ignore format: one line reads best
}

function contactValues({ contacts }: ReadoutRecord, local: string, party: Party): ItemValues | null {
  const found = contacts.find(({ id }) => id === local);
  if (found === undefined) return null;
  const { channel, status, participants, date, location, occasion, topics } = found;
  return {
    channel,
    status,
    participants: participants.map(party),
    date: date?.value ?? null,
    location: location?.name ?? null,
    occasion: occasion?.text ?? null,
    topics: topics.map(({ label }) => label),
  };
}
