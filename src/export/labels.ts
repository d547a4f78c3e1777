import type { ActorRecord, ClaimRecord, ContactRecord, EventRecord, ReadoutRecord } from "../engine/record.js";

/** The words a person reads for what a record holds, alike in text and on the page. */
export interface Labels {
  readonly record: ReadoutRecord;
  actor(id: string): ActorRecord | null;
  /** Name of an actor; its id where the record lacks it. */
  name(id: string): string;
  /** Name with code and sector: “Fumio Kishida (JPN GOV)”. */
  full(id: string): string;
  /** “A and B”, “A, B and C”. */
  names(ids: readonly string[]): string;
  text(span: readonly [number, number]): string;
}

export function makeLabels(record: ReadoutRecord): Labels {
  const actors = new Map(record.actors.map((actor) => [actor.id, actor]));
  const name = (id: string): string => clip(actors.get(id)?.name ?? id);
  return {
    record,
    actor: (id) => actors.get(id) ?? null,
    name,
    full: (id) => {
      const actor = actors.get(id);
      const code = actor === undefined ? "" : codeOf(actor);
      return code === "" ? name(id) : `${name(id)} (${code})`;
    },
    names: (ids) => joinNames(ids.map(name)),
    text: (span) => record.document.text.slice(...span),
  };
}

/** Descriptions may run on as long as their clause does. */
const LONGEST_NAME = 60;

function clip(name: string): string {
  if (name.length <= LONGEST_NAME) return name;
  const end = name.lastIndexOf(" ", LONGEST_NAME);
  return `${name.slice(0, end > 0 ? end : LONGEST_NAME)} …`;
}

/** Code and sectors of an actor: “RUS GOV”; empty where neither is known. */
export function codeOf(actor: ActorRecord): string {
  return [actor.code ?? "", ...actor.sector.filter((sector) => sector !== "UNK")]
    .filter((part) => part !== "")
    .join(" ");
}

export function joinNames(names: readonly string[]): string {
  return names.length < 2 ? (names[0] ?? "") : `${names.slice(0, -1).join(", ")} and ${names[names.length - 1]}`;
}

const CHANNEL_NAMES: Readonly<Record<ContactRecord["channel"], string>> = {
  phone: "Phone call",
  video: "Video call",
  visit: "Visit",
  meeting: "Meeting",
  telegram: "Telegram",
  letter: "Letter",
  message: "Message",
};

export function channelName(contact: ContactRecord): string {
  return CHANNEL_NAMES[contact.channel];
}

const ROLE_NAMES: Readonly<Record<ContactRecord["delegation"][number]["role"], string>> = {
  principal: "",
  member: "member of the delegation",
  mediator: "mediator",
  sender: "sender",
  addressee: "addressee",
};

export function roleName(member: ContactRecord["delegation"][number]): string {
  return ROLE_NAMES[member.role];
}

/** The parties of a contact in order, the sender of a message first; an actor outside the delegation has no office. */
export function partiesOf(
  contact: ContactRecord,
  labels: Labels,
): { id: string; office: string | null; role: string }[] {
  const ordered = [...contact.participants].sort((a, b) => Number(b === contact.sender) - Number(a === contact.sender));
  return ordered.map((id) => {
    const member = contact.delegation.find((one) => one.actor === id);
    return {
      id,
      office: member?.office ?? labels.actor(id)?.office ?? null,
      role: member === undefined ? "" : roleName(member),
    };
  });
}

/** Who does it to whom: “A ↔ B” among equals, “A → B” else. */
export function partiesLine(event: EventRecord, name: (id: string) => string): string {
  if (event.recipient.length > 0)
    return `${event.actor.map(name).join(" + ")} → ${event.recipient.map(name).join(" + ")}`;
  return event.actor
    .map(name)
    .join(event.event === "CONSULT" || event.event === "AGREE" || event.event === "SUPPORT" ? " ↔ " : " + ");
}

/** “happened”, “planned, negated” … */
export function statusOf(event: EventRecord): string {
  return event.negated ? `${event.status}, negated` : event.status;
}

/** A PLOVER score with its sign: “+1.5”, “−3”. */
export function signed(score: number): string {
  return score > 0 ? `+${score}` : score < 0 ? `−${Math.abs(score)}` : "0";
}

export function percent(confidence: number): string {
  return `${Math.round(confidence * 100)}%`;
}

/** The way of a claim to this text, outermost first: “TASS → Kremlin press service (statement) → Vladimir Putin”. */
export function chainLine(claim: ClaimRecord, labels: Labels): string {
  return claim.chain
    .map((link) => {
      const via = link.via === null ? "" : ` (${link.via})`;
      const as = link.as === "anonymous" && labels.actor(link.actor)?.kind === "unnamed" ? " (unnamed)" : "";
      return `${labels.name(link.actor)}${as}${via}`;
    })
    .join(" → ");
}

/** Place with the code of its country. */
export function placeName(place: {
  readonly name?: string;
  readonly place?: string;
  readonly country: string | null;
}): string {
  const name = place.name ?? place.place ?? "";
  return place.country === null ? name : `${name} (${place.country})`;
}

/** A day, or the range it lies in where it is not known exactly. */
export function dayRange(day: { readonly value: string; readonly earliest: string; readonly latest: string }): string {
  const exact = day.earliest === day.latest || (day.earliest.startsWith(day.value) && day.latest.startsWith(day.value));
  return exact ? day.value : `${day.value} (${day.earliest} to ${day.latest})`;
}
