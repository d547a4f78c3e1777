import type { ContactCard, DocumentSummary, EventCard } from "../api/contract.js";
import { channelWords, eventWords, statusWords } from "./codes.js";
import { dayWords } from "./days.js";
import { joined, percent } from "./numbers.js";

/** Who reported it where and when: “Title”, Outlet (Agency), 5 October 2021, address. */
export function citeDocument(document: DocumentSummary): string {
  const outlet = document.outlet ?? document.agency ?? sourceName(document.source);
  const agency = document.agency !== null && document.agency !== outlet ? ` (${document.agency})` : "";
  const day = document.published === null ? "day unknown" : dayWords(document.published);
  const address = document.url === null ? "" : `, ${document.url}`;
  return `“${document.title ?? "Untitled"}”, ${outlet}${agency}, ${day}${address}`;
}

/** The name of a file without the folders of the machine it was read on; of anything else all. */
export function sourceName(source: string): string {
  return /^https?:/.test(source) ? source : (source.split(/[/\\]/).at(-1) ?? source);
}

/** A contact as it can be cited: what is said, by whom, how sure it is that the text says so, and what to look it up by. */
export function citeContact(contact: ContactCard, version: string): string {
  const day = contact.day === null ? "day not stated" : dayWords(contact.day);
  const names = joined(contact.parties.map(({ name }) => name));
  return `${channelWords(contact.channel)} (${contact.status}): ${names}, ${day}. Reported in ${citeDocument(contact.document)}. ${tail(contact, version)}`;
}

/** An event as it can be cited; an allegation with who makes it. */
export function citeEvent(event: EventCard, version: string): string {
  const who = joined(event.actors.map(({ name }) => name));
  const whom = event.recipients.length === 0 ? "" : ` → ${joined(event.recipients.map(({ name }) => name))}`;
  const alleged =
    event.allegedBy.length === 0 ? "" : `, according to ${joined(event.allegedBy.map(({ name }) => name))}`;
  const day = event.day === null ? "day not stated" : dayWords(event.day);
  return `${eventWords(event.event, event.mode)} (${statusWords(event.status, event.negated)}): ${who}${whom}${alleged}, ${day}. “${event.passage}” Reported in ${citeDocument(event.document)}. ${tail(event, version)}`;
}

function tail(
  item: { readonly id: string; readonly confidence: number; readonly document: DocumentSummary },
  version: string,
): string {
  return `Readout ${version}, item ${item.id} of text ${item.document.hash.slice(0, 12)}; ${percent(item.confidence)} sure that the text says this, not that it happened.`;
}
