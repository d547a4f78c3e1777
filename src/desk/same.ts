import type { StoredContact, StoredDealing, StoredEvent } from "../store/index.js";
import { daysBetween } from "./reports.js";

/** A passage that begins later than this many code units is background: see `engine/stories/lead.ts`. */
const LEAD_LENGTH = 900;
/** Days one contact or event may lie apart in two reports of one story: time zones, readouts of the day after. */
const DAYS_APART = 1;
const WRITTEN: ReadonlySet<string> = new Set(["telegram", "letter", "message"]);
const REMOTE: ReadonlySet<string> = new Set(["phone", "video"]);
/** Statuses of a contact that lies ahead. */
export const AHEAD: ReadonlySet<string> = new Set(["planned", "proposed"]);

/** Whether two tellings are of one contact: in one story by sides, persons, channel and day; else a later mention of it. */
export function isSameContact(a: StoredContact, b: StoredContact): boolean {
  if (a.status !== b.status || !areOneChannel(a, b) || personsDiffer(a, b)) return false;
  if (a.document.story === b.document.story) return areNear(a, b);
  return a.channel === b.channel && isMention(a, b);
}

/** Whether two tellings are of one event. */
export function isSameEvent(a: StoredEvent, b: StoredEvent): boolean {
  if (a.event !== b.event || a.negated !== b.negated || a.status !== b.status) return false;
  if (!sameCodes(a, b, "actor") || !sameCodes(a, b, "recipient")) return false;
  return a.document.story === b.document.story ? areNear(a, b) : a.mode === b.mode && isMention(a, b);
}

/** What is said in a contact rather than done beside it. */
const SPOKEN: ReadonlySet<string> = new Set(["AGREE", "CONSULT", "SUPPORT"]);

/**
 * Whether an event is told as part of a contact of its story: something said, by those who take part, at that time; of a contact
 * that lies ahead also that it will be, which is said before.
 */
export function isPartOf(event: StoredEvent, contact: StoredContact): boolean {
  if (event.document.story !== contact.document.story || !SPOKEN.has(event.event) || event.negated) return false;
  const known = event.parties.filter(({ code }) => code !== null);
  if (known.length < 2 || !known.every((one) => takesPart(one, contact))) return false;
  return areNear(event, contact) || (AHEAD.has(contact.status) && event.cameo.startsWith(TO_MEET));
}

const TO_MEET = "036"; // CAMEO: express intent to meet or negotiate

function takesPart({ key, kind, code }: StoredEvent["parties"][number], { parties }: StoredContact): boolean {
  return parties.some((one) => one.key === key || (kind === "country" && one.code === code));
}

/** Talks may turn out to be a call; a visit and a call are two contacts, and so are a letter and its answer. */
function areOneChannel(a: StoredContact, b: StoredContact): boolean {
  if (WRITTEN.has(a.channel) !== WRITTEN.has(b.channel)) return false;
  if (WRITTEN.has(a.channel)) return a.sender === b.sender || a.sender === null || b.sender === null;
  const channels = [a.channel, b.channel];
  return !(channels.includes("visit") && channels.some((channel) => REMOTE.has(channel)));
}

/** Whether both name persons, and none of one side in common. */
function personsDiffer(a: StoredDealing, b: StoredDealing): boolean {
  const persons = (one: StoredDealing): readonly { readonly code: string | null; readonly key: string }[] =>
    one.parties.filter(({ kind }) => kind === "person");
  const [x, y] = [persons(a), persons(b)];
  const sides = new Set(x.map(({ code }) => code).filter((code) => y.some((other) => other.code === code)));
  for (const side of sides) {
    const keys = new Set(x.filter(({ code }) => code === side).map(({ key }) => key));
    if (!y.some(({ code, key }) => code === side && keys.has(key))) return true;
  }
  return false;
}

function areNear(a: StoredDealing, b: StoredDealing): boolean {
  const apart = daysBetween(a.day, b.day);
  return apart === null || Math.abs(apart) <= DAYS_APART || a.day?.startsWith(b.day ?? " ") === true;
}

/** Whether one mentions in passing, with its whole day, what the other tells of. */
function isMention(a: StoredDealing, b: StoredDealing): boolean {
  if (!a.dayStated || !b.dayStated || a.day !== b.day || a.day?.length !== 10) return false;
  return a.start > LEAD_LENGTH || b.start > LEAD_LENGTH;
}

function sameCodes(a: StoredEvent, b: StoredEvent, role: string): boolean {
  const codes = ({ parties }: StoredEvent): string =>
    [...new Set(parties.filter((party) => party.role === role).map(({ code, key }) => code ?? key))].sort().join(" ");
  return codes(a) === codes(b);
}
