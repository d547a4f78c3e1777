import type { Days, LeadContact, LeadEvent, Side } from "./types.js";

/** Days one contact may lie apart in two reports: time zones, and readouts that come out the day after. */
export const CONTACT_DAYS_APART = 1;

const WRITTEN: ReadonlySet<string> = new Set(["telegram", "letter", "message"]);
const REMOTE: ReadonlySet<string> = new Set(["phone", "video"]);

/** Days between two periods; 0 where they meet, `null` where one is unknown. */
export function daysApart(a: Days | null, b: Days | null): number | null {
  return a === null || b === null ? null : Math.max(0, b[0] - a[1], a[0] - b[1]);
}

/** Why two articles tell of one contact, or that they do not; `null` where what they give does not decide. */
export type ContactVerdict = { readonly same: true; readonly reasons: readonly string[] } | { readonly same: false };

/** Whether two lead contacts are one: sides, persons, channel and day must all agree. */
export function compareContacts(a: LeadContact, b: LeadContact): ContactVerdict | null {
  const shared = a.sides.filter(({ code }) => b.sides.some((side) => side.code === code)).map(({ code }) => code);
  const fewest = Math.min(a.sides.length, b.sides.length);
  if (shared.length < Math.max(2, Math.ceil((fewest * 2) / 3))) return { same: false };
  if (!agreeOnChannel(a, b)) return { same: false };
  const apart = daysApart(a.days, b.days);
  if (apart === null) return null;
  if (apart > CONTACT_DAYS_APART) return { same: false };
  const persons = shared.map((code) => comparePersons(sideOf(a, code), sideOf(b, code)));
  if (shared.length === 2 && persons.includes("other")) return { same: false };
  const named = persons.includes("same");
  if (a.status !== b.status || (!named && a.channel !== b.channel)) return null;
  return {
    same: true,
    reasons: [
      `${named ? "same persons" : "same sides"}: ${shared.join(", ")}`,
      a.channel === b.channel ? `same channel: ${a.channel}` : `channels that may be one: ${a.channel}, ${b.channel}`,
      apart === 0 ? "same day" : `${apart} day apart`,
    ],
  };
}

/** Talks may turn out to be a call; a visit and a call are two contacts, and so are a letter and its answer. */
function agreeOnChannel(a: LeadContact, b: LeadContact): boolean {
  if (WRITTEN.has(a.channel) !== WRITTEN.has(b.channel)) return false;
  if (WRITTEN.has(a.channel)) return a.sender === b.sender;
  const channels = [a.channel, b.channel];
  return !(channels.includes("visit") && channels.some((channel) => REMOTE.has(channel)));
}

function sideOf(contact: LeadContact, code: string): Side {
  return contact.sides.find((side) => side.code === code) ?? { code, persons: [] };
}

function comparePersons(a: Side, b: Side): "same" | "other" | "unnamed" {
  if (a.persons.length === 0 || b.persons.length === 0) return "unnamed";
  return a.persons.some((person) => b.persons.includes(person)) ? "same" : "other";
}

/** Whether two articles are about one deed: its kind, who did it, to whom, and when. */
export function isSameEvent(a: LeadEvent, b: LeadEvent): boolean {
  const meet = (x: readonly string[], y: readonly string[]): boolean => x.some((code) => y.includes(code));
  const apart = daysApart(a.days, b.days);
  if (a.event !== b.event || apart === null || apart > CONTACT_DAYS_APART || !meet(a.actors, b.actors)) return false;
  return a.recipients.length > 0 && meet(a.recipients, b.recipients);
}
