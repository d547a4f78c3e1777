import { corroborationText } from "./reports.js";
import type { Item, Sheet } from "./sheet/sheet.js";
import { partyName } from "./sheet/words.js";
import type { ContactDossier, Participant, Telling, TimelineEntry } from "./types.js";

const MONTHS = "January February March April May June July August September October November December".split(" ");

/**
 * A communiqué by template from the facts of a contact's record alone. It quotes nobody, and says what is not reported.
 */
export function draftSheet(dossier: ContactDossier): Sheet {
  const { entry, commitments, missingSides, disagreements } = dossier;
  const topics = entry.topics.map((topic): Item => ({ mark: "", head: topic, details: [], id: "" }));
  return {
    title: "DRAFT communiqué",
    lead: [
      "Drafted from reported facts by template. Not agreed with any side; not to be published unchecked.",
      `${happening(entry)}.`,
    ],
    sections: [
      { title: "Subjects, as reported", items: topics },
      { title: "Agreed, as reported", items: commitments.map(promiseItem) },
      { title: "Not reported", items: gapsOf(dossier).map((gap): Item => ({ mark: "", head: gap, details: [], id: "" })) },
    ],
    foot: [
      `Contact ${entry.id}. ${entry.basis === "entered" ? `Entered by hand by ${entry.author ?? "nobody named"}.` : `${corroborationText(entry.corroboration)}.`}`,
      missingSides.length === 0 ? "" : `No readout of ${missingSides.join(", ")} in the ledger.`,
      disagreements.length === 0 ? "" : `Reports tell differently: ${[...new Set(disagreements.map(({ field }) => field))].join(", ")}.`,
    ].filter((line) => line !== ""),
  };
} // biome-ignore format: the sentences read best on one line

/** “On 7 February 2023, President of Kazakhstan Kassym-Jomart Tokayev and … spoke by telephone”. */
function happening(entry: TimelineEntry): string {
  const { channel, status, who, from, place, occasion } = entry;
  const where = place === null ? "" : ` in ${place}`;
  const why = occasion === null ? "" : ` on the occasion of: ${occasion}`;
  const senders = who.filter(({ key }) => from.includes(key));
  const others = who.filter((one) => !senders.includes(one));
  const all = senders.length > 0 ? [...senders, ...others] : who;
  const written = channel === "telegram" || channel === "letter" || channel === "message";
  const deed = written && senders.length > 0 && others.length > 0
    ? `${names(senders)} sent a ${channel} to ${names(others)}${why}`
    : `${names(all)} ${DEEDS[channel ?? "meeting"]}${where}${why}`;
  return `${when(entry)}${STATUS_WORDS[status] ?? `(${status}) `}${deed}`;
} // biome-ignore format: the two ways read best on one line each

const DEEDS: Readonly<Record<NonNullable<TimelineEntry["channel"]>, string>> = {
  phone: "spoke by telephone",
  video: "held a video conference",
  visit: "met during a visit",
  meeting: "met",
  telegram: "exchanged a telegram",
  letter: "exchanged a letter",
  message: "exchanged a message",
};

/** What is said before a contact that was not held. */
const STATUS_WORDS: Readonly<Record<string, string>> = {
  held: "",
  planned: "It is planned that: ",
  proposed: "It was proposed that: ",
  postponed: "Postponed according to reports: ",
  cancelled: "Cancelled according to reports: ",
  denied: "Denied according to reports: ",
};

function when({ day, status }: TimelineEntry): string {
  if (day === null) return "";
  const [year, month, date] = day.split("-");
  const name = month === undefined ? "" : `${MONTHS[Number(month) - 1] ?? ""} `;
  const text = date === undefined ? `In ${name}${year}` : `On ${Number(date)} ${name}${year}`;
  return status === "held" ? `${text}, ` : `${text}. `;
}

/** “President of Russia Vladimir Putin and A (TJK)”. */
function names(list: readonly Participant[]): string {
  const each = list.map((one) => (one.office === null ? partyName(one) : `${one.office} ${one.name}`));
  return each.length < 2 ? (each[0] ?? "") : `${each.slice(0, -1).join(", ")} and ${each.at(-1)}`;
}

function promiseItem({ text, by, to, due, condition, status, id }: Telling): Item {
  const whose = by.length === 0 ? "Not said by whom" : by.map(partyName).join(", ");
  const aim = to.length === 0 ? "" : ` to ${to.map(partyName).join(", ")}`;
  return {
    mark: "",
    head: `${whose}${aim} (${status}): ${text}`,
    details: [due === null ? "" : `by ${due}`, condition === null ? "" : `condition: ${condition}`],
    id,
  };
}

/** What a communiqué would tell and no report does. */
function gapsOf({ entry, commitments }: ContactDossier): string[] {
  const { day, place, channel, topics } = entry;
  const remote = channel === "phone" || channel === "video" || (channel !== "meeting" && channel !== "visit");
  return [
    day === null ? "the day" : "",
    place === null && !remote ? "the place" : "",
    topics.length === 0 ? "the subjects" : "",
    commitments.length === 0 ? "whether anything was agreed" : "",
  ].filter((gap) => gap !== "");
}
