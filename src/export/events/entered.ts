import { z } from "zod";
import { scoreOf } from "../../engine/events/scores.js";
import { CHANNELS, type Channel, CONTACT_STATUSES, type ContactRecord, type EventRecord } from "../../engine/record.js"; // biome-ignore format: one line reads best
import { clean } from "../clean.js";
import type { EnteredContact, ExportDocument, ExportEvent, ExportParty } from "./types.js";

const contactSchema = z.object({
  channel: z.enum(CHANNELS),
  status: z.enum(CONTACT_STATUSES),
  participants: z.array(z.object({ name: z.string(), code: z.string().nullable(), key: z.string() })).min(1),
  topics: z.array(z.string()).default([]),
});

type Coded = Pick<EventRecord, "event" | "mode" | "cameo">;
/** How a contact by each channel is coded when no text tells more. */
const CODES: Readonly<Record<Channel, Coded>> = {
  phone: { event: "CONSULT", mode: "phone", cameo: "041" },
  video: { event: "CONSULT", mode: null, cameo: "040" },
  visit: { event: "CONSULT", mode: "visit", cameo: "042" },
  meeting: { event: "CONSULT", mode: null, cameo: "040" },
  telegram: { event: "CONSULT", mode: null, cameo: "040" },
  letter: { event: "CONSULT", mode: null, cameo: "040" },
  message: { event: "CONSULT", mode: null, cameo: "040" },
};

/** A contact that was put off, called off or denied is no event. */
const STATUSES: Readonly<Record<ContactRecord["status"], EventRecord["status"] | null>> = {
  held: "happened",
  planned: "planned",
  proposed: "hypothetical",
  postponed: null,
  cancelled: null,
  denied: null,
};

/** A contact entered by hand as an event, its note among the notes; empty for what is no contact, or did not take place. */
export function enteredEvent({ id, contact, note, author, day }: EnteredContact): ExportEvent[] {
  const parsed = contactSchema.safeParse(contact);
  if (!parsed.success) return [];
  const { channel, status, participants, topics } = parsed.data;
  const happened = STATUSES[status];
  if (happened === null) return [];
  const { event, mode, cameo } = CODES[channel];
  const parties = participants.map(partyOf);
  const visit = channel === "visit";
  return [
    {
      ...{ id, event, mode, cameo, context: ["diplomatic"], quad: 1, score: scoreOf(event, mode), status: happened },
      ...{ negated: false, confidence: 1, why: `entered by ${clean(author)}` },
      day: day === null ? null : { value: day, why: "entered by hand" },
      dayStated: day !== null,
      actors: visit ? parties.slice(0, 1) : parties,
      recipients: visit ? parties.slice(1) : [],
      text: "",
      lead: true,
      mentions: 0,
      reports: [{ document: noDocument(id), place: [0, 0] }],
      story: id,
      sources: 0,
      notes: [...(note === null ? [] : [clean(note)]), ...topics.map((topic) => `topic: ${clean(topic)}`)],
      basis: "entered",
    },
  ];
}

function partyOf({ name, code, key }: { name: string; code: string | null; key: string }): ExportParty {
  const wikidata = /^Q\d+$/.test(key) ? key : null;
  const kind = key === code || name === code ? "country" : "person";
  return { name: clean(name), kind, code, sector: [], office: null, wikidata, text: null };
}

/** There is no article behind what was entered. */
function noDocument(id: string): ExportDocument {
  const nothing = { title: null, outlet: null, agency: null, url: null, published: null };
  return { hash: "", id, ...nothing, language: "", people: [], organisations: [], countries: [] };
}
