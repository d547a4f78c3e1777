import { appendFile } from "node:fs/promises";
import { itemIds } from "../engine/item-ids.js";
import type { ReadoutRecord } from "../engine/record.js";
import { excerpt } from "../export/excerpt.js";
import { isAddress } from "../intake/fetch-address.js";
import type { Messages } from "./messages.js";

/** What somebody wants to be told of. With none of them, of every event. */
export interface AlertWishes {
  /** Codes, apart by commas: all must take part. */
  readonly alertActors?: string;
  readonly alertEvent?: string;
  readonly alertTopic?: string;
}

/** One thing told of: facts, a link, and few words of the text. */
export interface Alert {
  readonly document: string;
  readonly title: string | null;
  readonly url: string | null;
  readonly outlet: string | null;
  readonly published: string | null;
  readonly id: string;
  readonly event: string;
  readonly day: string | null;
  readonly actors: readonly string[];
  readonly recipients: readonly string[];
  readonly topics: readonly string[];
  readonly excerpt: string;
}

/** The events of a new article that are asked for, as alerts. */
export function alertsOf(record: ReadoutRecord, { alertActors, alertEvent, alertTopic }: AlertWishes): Alert[] {
  const { document } = record;
  const actors = new Map(record.actors.map((actor) => [actor.id, actor]));
  const ids = new Map(itemIds(record).map(({ local, id }) => [local, id]));
  const wanted = (alertActors ?? "").split(",").map((code) => code.trim()).filter((code) => code !== ""); // biome-ignore format: one line reads best
  const words = (alertTopic ?? "")
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== "");
  return record.events.flatMap((event) => {
    const topics = record.contacts.filter(({ events }) => events.includes(event.id)).flatMap((contact) => contact.topics.map(({ label }) => label)); // biome-ignore format: one line reads best
    const codes = [...event.actor, ...event.recipient].map((id) => actors.get(id)?.code);
    if (event.negated || (alertEvent !== undefined && event.event !== alertEvent)) return [];
    if (!wanted.every((code) => codes.includes(code))) return [];
    if (!words.every((word) => topics.some((topic) => topic.toLowerCase().includes(word)))) return [];
    const names = (list: readonly string[]): string[] => list.map((id) => actors.get(id)?.name ?? id);
    return {
      document: document.hash,
      title: document.title,
      url: document.url,
      outlet: document.outlet ?? document.agency,
      published: document.published?.value ?? null,
      id: ids.get(event.id) ?? "",
      event: event.event,
      day: event.date?.value ?? null,
      actors: names(event.actor),
      recipients: names(event.recipient),
      topics,
      excerpt: excerpt(document.text, event.evidence[0] ?? [0, 0]),
    };
  });
}

/** Where alerts go. */
export interface Alerts {
  send(alert: Alert, messages: Messages): Promise<void>;
}

/** Time a webhook has to answer, in milliseconds, and how often it is tried. */
const [PATIENCE, TRIES] = [10_000, 2];

/** @param target `-` for standard output, an address alerts are posted to as JSON, else a file they are added to. */
export function openAlerts(target: string): Alerts {
  return {
    async send(alert, messages) {
      const line = JSON.stringify(alert);
      if (target === "-") process.stdout.write(`${line}\n`);
      else if (!isAddress(target)) await appendFile(target, `${line}\n`);
      else if (!(await post(target, line))) messages.say(`${target}: did not take an alert (${alert.document})`);
    },
  };
}

async function post(address: string, body: string): Promise<boolean> {
  for (let attempt = 1; attempt <= TRIES; attempt++) {
    try {
      const headers = { "content-type": "application/json" };
      const signal = AbortSignal.timeout(PATIENCE);
      // A redirect is no answer: the address was named, where it points to was not.
      const answer = await fetch(address, { method: "POST", body, headers, signal, redirect: "manual" });
      if (answer.ok) return true;
    } catch {
      // tried again, then said by the caller
    }
  }
  return false;
}
