import type { ContactRecord, EventRecord } from "../../engine/record.js";

/** Words for what the record writes as codes. */

const CHANNELS: Readonly<Record<ContactRecord["channel"], string>> = {
  phone: "Phone call",
  video: "Video call",
  visit: "Visit",
  meeting: "Meeting",
  telegram: "Telegram",
  letter: "Letter",
  message: "Message",
};
export const CHANNEL_LIST = Object.entries(CHANNELS);

const EVENTS: Readonly<Record<EventRecord["event"], string>> = {
  AGREE: "Agreed or promised",
  CONSULT: "Consulted",
  SUPPORT: "Supported",
  CONCEDE: "Conceded",
  COOPERATE: "Cooperated",
  AID: "Gave aid",
  RETREAT: "Eased or withdrew",
  REQUEST: "Requested",
  ACCUSE: "Accused or criticised",
  REJECT: "Rejected",
  THREATEN: "Threatened",
  PROTEST: "Protested",
  SANCTION: "Reduced relations",
  MOBILIZE: "Showed force",
  COERCE: "Coerced",
  ASSAULT: "Attacked",
};
export const EVENT_LIST = Object.entries(EVENTS);

/** Alternatives of an event that say more than its name. */
const MODES: Readonly<Record<string, string>> = {
  phone: "by phone",
  visit: "visit",
  multilateral: "several sides",
  "third-party": "through a third party",
};

export const STATUS_LIST = ["held", "planned", "proposed", "postponed", "cancelled", "denied"] as const;
export const EVENT_STATUS_LIST = ["happened", "planned", "hypothetical", "historical"] as const;

const QUADS = ["", "cooperation in words", "cooperation in deeds", "conflict in words", "conflict in deeds"] as const;
const REPAIRS: Readonly<Record<string, string>> = {
  "broken-word": "word broken in print",
  "line-break": "line broken in print",
  spacing: "stray or missing space",
  invisible: "invisible character",
  encoding: "wrong encoding",
  furniture: "page furniture",
};
const LINKS: Readonly<Record<string, string>> = {
  outlet: "outlet",
  agency: "news agency",
  "press-service": "press service",
  speaker: "speaker",
  anonymous: "unnamed source",
};

export function channelWords(channel: string): string {
  return lookUp(CHANNELS, channel) ?? channel;
}

/** “Consulted by phone”. */
export function eventWords(event: string, mode: string | null): string {
  const name = lookUp(EVENTS, event) ?? event.toLowerCase();
  return mode === null ? name : `${name}: ${lookUp(MODES, mode) ?? mode.replaceAll("-", " ")}`;
}

export function quadWords(quad: number): string {
  return QUADS[quad] ?? "";
}

export function contextWords(context: string): string {
  return context.replaceAll("_", " ");
}

export function repairWords(kind: string): string {
  return lookUp(REPAIRS, kind) ?? kind;
}

export function linkWords(as: string): string {
  return lookUp(LINKS, as) ?? as;
}

/** “planned, negated”: a negated event is told as not having been. */
export function statusWords(status: string, negated = false): string {
  return negated ? `said not to have happened (${status})` : status;
}

function lookUp(table: Readonly<Record<string, string>>, key: string): string | null {
  return Object.hasOwn(table, key) ? (table[key] ?? null) : null;
}
