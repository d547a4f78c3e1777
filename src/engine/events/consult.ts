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
export function sidesOf(participants: readonly number[], { actors }: ActorTable): number {
  return new Set(participants.flatMap((p) => actors[p]?.code ?? [])).size;
}

/** The CONSULT events of contacts that were held: a call, a meeting, a visit, once each. */
export function consultEvents(contacts: readonly ContactFacts[], actors: ActorTable): readonly CodedEvent[] {
  return contacts.flatMap((contact) => {
    if (contact.status !== "held" || !["phone", "video", "visit", "meeting"].includes(contact.channel)) return [];
    const visit = contact.channel === "visit" && contact.participants.length >= 2;
    const hosts = visit ? hostsOf(contact, actors) : [];
    const visitors = contact.participants.filter((p) => !hosts.includes(p));
    const call = contact.channel === "phone" || contact.channel === "video";
    const seat = contact.location?.country ?? null;
    // Hosted by somebody who is neither side, or mediated.
    const mediated = contact.channel === "meeting" && contact.mediators.length > 0;
    const third =
      mediated ||
      (contact.channel === "meeting" &&
        seat !== null &&
        !contact.participants.some((p) => actors.actors[p]?.code === seat));
    const multilateral = sidesOf(contact.participants, actors) > 2;
    return [
      {
        event: "CONSULT" as const,
        mode: visit
          ? "visit"
          : contact.channel === "phone"
            ? "phone"
            : multilateral && !mediated
              ? "multilateral"
              : third
                ? "third-party"
                : null,
        context: ["diplomatic"],
        cameo: visit
          ? "042"
          : call
            ? "041"
            : mediated
              ? "045"
              : third
                ? "044"
                : /negotiat|talks/.test(contact.why)
                  ? "046"
                  : "040",
        actor:
          hosts.length > 0 ? visitors : [...new Set([...contact.participants, ...(mediated ? contact.mediators : [])])],
        recipient: hosts.length < contact.participants.length ? hosts : [],
        date: contact.date === null ? null : { value: contact.date.value, why: contact.date.why },
        status: contact.background ? ("historical" as const) : ("happened" as const),
        negated: false,
        evidence: contact.evidence,
        through: [],
        claims: [],
        why: `a ${contact.channel === "phone" ? "telephone call" : contact.channel} that was held`,
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
