import { count, daysBetween } from "../reports.js";
import type { CommitmentThread, CommitmentThreads, Telling } from "../types.js";
import type { Item, Sheet } from "./sheet.js";
import { channelName, pageText, partyName, sourcesText } from "./words.js";

/** Tellings and mentions of one promise that are shown, the latest. */
const MOST_SHOWN = 5;

/** Commitments as a sheet. */
export function commitmentsSheet({ parties, threads, lastContact, page }: CommitmentThreads, today: string): Sheet {
  const between = parties.map(({ name }) => name).join(" – ");
  const last =
    lastContact === null ? "No contact with a day." : `Last contact ${lastContact}${ago(lastContact, today)}.`;
  return {
    title: between === "" ? "Commitments" : `Commitments: ${between}`,
    lead: [`${count(page.total, "commitment")}. ${last}`],
    sections: [
      { title: "", items: threads.map((thread) => threadItem(thread, today)), empty: "Nothing in the ledger." },
    ],
    foot: pageText(page, "commitments"),
  };
}

/** A promise with its repetitions as a line with what is known of it below. */
export function threadItem(thread: CommitmentThread, today: string): Item {
  const { id, text, about, since, state, tellings, daysSinceContact, mentionedIn } = thread;
  const repeats = tellings.slice(1);
  const mentions = mentionedIn.slice(-MOST_SHOWN).map(({ day, channel, topic }) => `${day ?? "no day"} ${channel}: ${topic}`); // biome-ignore format: one line reads best
  return {
    mark: since ?? "no day",
    head: `${whose(tellings[0])}: ${text}`,
    details: [
      [state, ...dueText(thread, today), repeats.length === 0 ? "never repeated" : `repeated ${count(repeats.length, "time")}, last ${thread.lastRepeated ?? "no day"}`].join(" · "),
      [about === null ? "" : `about: ${about}`, daysSinceContact === null ? "" : `${count(daysSinceContact, "day")} since the last contact`].filter((part) => part !== "").join(" · "),
      ...(tellings[0]?.wordings ?? []).slice(1, MOST_SHOWN).map((wording) => `also told as: ${wording}`),
      ...repeats.slice(-MOST_SHOWN).map(repeatText),
      ...mentions.map((mention) => `spoken of ${mention}`),
      tellings[0] === undefined ? "" : sourcesText(tellings[0]),
    ],
    id,
  };
} // biome-ignore format: the details read best on one line each

function whose(telling: Telling | undefined): string {
  if (telling === undefined || telling.by.length === 0) return "not said by whom";
  const to = telling.to.length === 0 ? "" : ` to ${telling.to.map(partyName).join(", ")}`;
  return `${telling.by.map(partyName).join(", ")}${to}`;
}

function dueText({ due, state }: CommitmentThread, today: string): string[] {
  if (due === null) return [];
  const days = daysBetween(due, today);
  return [state === "overdue" && days !== null ? `due ${due}, ${count(days, "day")} ago` : `due ${due}`];
}

/** “2023-09-20 meeting: reaffirmed; repeats 1f2e… (0.84: same parties …)”. */
function repeatText({ day, contact, status, repeats, text, id }: Telling): string {
  const link = repeats === null ? "" : `; repeats ${repeats.id} by ${repeats.by} (${repeats.score}: ${repeats.reasons.join("; ")})`; // biome-ignore format: one line reads best
  return `${day ?? "no day"} ${contact.channel}, ${status}: ${text} [${id}]${link}`;
}

function ago(day: string, today: string): string {
  const days = daysBetween(day, today);
  return days === null || days < 0 ? "" : `, ${count(days, "day")} ago`;
}

/** What was agreed in one contact, each a line. */
export function tellingItem(telling: Telling): Item {
  const { day, text, status, due, repeats, id, contact } = telling;
  const more = [status, due === null ? "" : `due ${due}`, repeats === null ? "" : `repeats ${repeats.id}`];
  return {
    mark: "",
    head: `${whose(telling)}: ${text}`,
    details: [more.filter((part) => part !== "").join(" · "), `${channelName(null)} ${contact.id}, ${day ?? "no day"}`].slice(0, 1),
    id,
  };
} // biome-ignore format: the details read best on one line
