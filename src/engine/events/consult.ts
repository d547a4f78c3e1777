import type { ActorTable } from "../actors/types.js";
import { OverlapIndex } from "../base/overlap-index.js";
import type { Span } from "../base/span.js";
import type { Channel } from "../record.js";
import type { CodedEvent } from "./types.js";

/** What a contact must tell for its CONSULT event. */
export interface ContactFacts {
  readonly channel: Channel;
  readonly status: "held" | "planned" | "proposed" | "postponed" | "cancelled" | "denied";
  readonly participants: readonly number[];
  readonly mediators: readonly number[];
  readonly date: { readonly value: string; readonly why: string } | null;
  readonly location: { readonly country: string | null } | null;
  readonly background: boolean;
  readonly host: string | null;
  readonly why: string;
  readonly evidence: readonly Span[];
  readonly confidence: number;
}

/** Whom a visit is paid to: the country it goes to, and beside persons every country (“visited Ukraine and Moldova”). */
function hostsOf({ participants, host }: ContactFacts, { actors }: ActorTable): readonly number[] {
  const guests = new Set(participants.filter((p) => actors[p]?.kind === "person" && actors[p]?.code !== host).map((p) => actors[p]?.code)); // biome-ignore format: one line reads best
  return participants.filter((p) => {
    const actor = actors[p];
    if (actor === undefined || actor.code === host) return actor !== undefined;
    return host !== null && actor.kind === "country" && guests.size > 0 && !guests.has(actor.code);
  });
}

/** How many countries and bodies take part; who is of no known one is of no further side. */
export function countSides(participants: readonly number[], { actors }: ActorTable): number {
  return new Set(participants.flatMap((p) => actors[p]?.code ?? [])).size;
}

/** How the parties of a contact came together. */
interface Manner {
  readonly contact: ContactFacts;
  /** Somebody pays somebody a visit. */
  readonly visit: boolean;
  readonly mediated: boolean;
  /** Hosted by somebody who is neither side, or mediated. */
  readonly third: boolean;
}

function mannerOf(contact: ContactFacts, { actors }: ActorTable): Manner {
  const { channel, participants, mediators } = contact;
  const seat = contact.location?.country ?? null;
  const mediated = channel === "meeting" && mediators.length > 0;
  const away = channel === "meeting" && seat !== null && !participants.some((p) => actors[p]?.code === seat);
  return { contact, visit: channel === "visit" && participants.length >= 2, mediated, third: mediated || away };
}

function modeOf({ contact, visit, mediated, third }: Manner, actors: ActorTable): string | null {
  if (visit) return "visit";
  if (contact.channel === "phone") return "phone";
  if (countSides(contact.participants, actors) > 2 && !mediated) return "multilateral";
  return third ? "third-party" : null;
}

function cameoOf({ contact: { channel, why }, visit, mediated, third }: Manner): string {
  if (visit) return "042";
  if (channel === "phone" || channel === "video") return "041";
  if (mediated) return "045";
  if (third) return "044";
  return /negotiat|talks/.test(why) ? "046" : "040";
}

/** The CONSULT events of contacts that were held: a call, a meeting, a visit, once each. */
export function consultEvents(contacts: readonly ContactFacts[], actors: ActorTable): readonly CodedEvent[] {
  return contacts.flatMap((contact) => {
    const { channel, status, participants, mediators, date } = contact;
    if (status !== "held" || !["phone", "video", "visit", "meeting"].includes(channel)) return [];
    const manner = mannerOf(contact, actors);
    const hosts = manner.visit ? hostsOf(contact, actors) : [];
    const visitors = participants.filter((p) => !hosts.includes(p));
    return [
      {
        event: "CONSULT" as const,
        mode: modeOf(manner, actors),
        context: ["diplomatic"],
        cameo: cameoOf(manner),
        actor: [...new Set([...visitors, ...(manner.mediated ? mediators : [])])],
        recipient: hosts.length < participants.length ? hosts : [],
        date: date === null ? null : { value: date.value, why: date.why },
        status: contact.background ? ("historical" as const) : ("happened" as const),
        negated: false,
        evidence: contact.evidence,
        through: [],
        claims: [],
        why: `a ${channel === "phone" ? "telephone call" : channel} that was held`,
        confidence: contact.confidence,
      },
    ];
  });
}

/**
 * Events without the CONSULT events that the contacts tell already, by their passages or by their sides: what is left
 * are talks in which nobody is named, or which are no contact between states.
 */
export function besideContacts(
  events: readonly CodedEvent[],
  contacts: readonly (ContactFacts & { readonly passages: readonly Span[] })[],
  actors: ActorTable,
): readonly CodedEvent[] {
  const sideOf = (party: number): string => actors.actors[party]?.code ?? `#${party}`;
  const told = new OverlapIndex(contacts.flatMap(({ passages, evidence }) => [...passages, ...evidence]));
  const known = contactsBySide(contacts, sideOf);
  return events.filter((event) => {
    if (event.event !== "CONSULT") return true;
    if (told.overlapping(event.evidence).length > 0) return false;
    const parties = [...event.actor, ...event.recipient];
    const sides = new Set(parties.map(sideOf));
    // Talks within one country are told by a contact only where the same persons take part in it.
    const [first, ...others] = sides.size > 1 ? [...sides] : parties.map((party) => `#${party}`);
    const shared = known.get(first ?? "") ?? new Set();
    return ![...shared].some((contact) => others.every((side) => known.get(side)?.has(contact) === true));
  });
}

/** The contacts in which a side, or a single party (`#` and its number), takes part: by place, so that nothing is searched for. */
function contactsBySide(
  contacts: readonly ContactFacts[],
  sideOf: (party: number) => string,
): ReadonlyMap<string, ReadonlySet<number>> {
  const known = new Map<string, Set<number>>();
  for (const [at, { participants }] of contacts.entries())
    for (const side of participants.flatMap((party) => [sideOf(party), `#${party}`])) {
      const own = known.get(side) ?? new Set();
      known.set(side, own.add(at));
    }
  return known;
}
