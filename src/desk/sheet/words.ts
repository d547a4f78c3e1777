import { corroborationText, count } from "../reports.js";
import type { Page, Participant, TimelineEntry } from "../types.js";
import type { Item } from "./sheet.js";

const CHANNEL_NAMES: Readonly<Record<NonNullable<TimelineEntry["channel"]>, string>> = {
  phone: "phone call",
  video: "video call",
  visit: "visit",
  meeting: "meeting",
  telegram: "telegram",
  letter: "letter",
  message: "message",
};

/** What a contact is called: “phone call”. */
export function channelName(channel: TimelineEntry["channel"]): string {
  return channel === null ? "contact" : CHANNEL_NAMES[channel];
}

/** “Vladimir Putin (RUS)”. */
export function partyName({ name, code }: Pick<Participant, "name" | "code">): string {
  return code === null || code === name ? name : `${name} (${code})`;
}

/** Sources named in one line. */
const MOST_SOURCES = 6;
const MOST_TOPICS = 4;

/** “+1.5”, “−3”, “0”. */
export function signed(score: number): string {
  return score > 0 ? `+${score}` : score < 0 ? `−${Math.abs(score)}` : "0";
}

/** An entry of a timeline as a line with what is known of it below. */
export function entryItem(entry: TimelineEntry): Item {
  return { mark: entry.day ?? "no day", head: entryHead(entry), details: entryDetails(entry), id: entry.id };
}

/** “Phone call, planned: Vladimir Putin (RUS), Emomali Rahmon (TJK)”. */
export function entryHead(entry: TimelineEntry): string {
  const { kind, events, mode, status, negated, basis } = entry;
  const name =
    kind === "contact" ? capital(channelName(entry.channel)) : [events[0] ?? "", mode ?? ""].join(" ").trim();
  const marks = [
    status === "held" || status === "happened" ? "" : status,
    negated ? "said not to be" : "",
    basis === "entered" ? "entered by hand" : "",
  ].filter((mark) => mark !== "");
  return `${[name, ...marks].join(", ")}: ${whoText(entry)}`;
}

function whoText({ who, from, to, kind }: TimelineEntry): string {
  const names = (keys: readonly string[]): string =>
    who.filter(({ key }) => keys.includes(key)).map(partyName).join(", "); // biome-ignore format: one line reads best
  if (kind === "event" && to.length > 0) return `${names(from)} → ${names(to)}`;
  const sender = who.filter(({ key }) => from.includes(key));
  if (kind === "contact" && sender.length > 0)
    return `${sender.map(partyName).join(", ")} → ${who.filter((one) => !sender.includes(one)).map(partyName).join(", ")}`; // biome-ignore format: one line reads best
  return who.map(partyName).join(", ");
}

function entryDetails(entry: TimelineEntry): string[] {
  const { topics, place, occasion, commitments, events, score, kind, dayBasis, told, basis } = entry;
  const more = topics.length > MOST_TOPICS ? ` and ${topics.length - MOST_TOPICS} more` : "";
  const facts = [
    place === null ? "" : `in ${place}`,
    occasion === null ? "" : `on the occasion of: ${occasion}`,
    commitments === 0 ? "" : count(commitments, "commitment"),
    kind === "contact" && events.length > 0 ? events.join(", ") : "",
    score === null ? "" : `score ${signed(score)}`,
    dayBasis === "published" ? "day of publication" : "",
    dayBasis === null && told !== null ? `told on ${told}` : "",
  ].filter((fact) => fact !== "");
  return [
    topics.length === 0 ? "" : `about: ${topics.slice(0, MOST_TOPICS).join("; ")}${more}`,
    facts.join(" · "),
    basis === "entered" ? `entered by ${entry.author ?? "nobody named"}` : sourcesText(entry),
    entry.note === null ? "" : `note: ${entry.note}`,
  ];
}

/** “7 articles, 2 independent sources: Reuters, TASS”. */
export function sourcesText({ corroboration }: Pick<TimelineEntry, "corroboration">): string {
  const names = corroboration.origins.filter(({ kind }) => kind !== "unknown").map(({ name }) => name);
  const more = names.length > MOST_SOURCES ? " …" : "";
  return `${corroborationText(corroboration)}${names.length === 0 ? "" : `: ${names.slice(0, MOST_SOURCES).join(", ")}${more}`}`;
}

/** What was left out of a list, and how it is to be had; nothing where all is there. */
export function pageText({ total, offset, limit, cut }: Page, things: string): string[] {
  const shown = Math.max(0, Math.min(limit, total - offset));
  const lines =
    shown < total ? [`${shown} of ${total} ${things} shown (--limit ${limit}, --offset ${offset}); --offset ${offset + shown} passes over these.`] : []; // biome-ignore format: one line reads best
  if (cut) lines.push("The ledger holds more reports than were looked at: the oldest are missing. --since and --until narrow the search.");
  return lines;
} // biome-ignore format: the sentences read best on one line

export function capital(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
}
