import type { ClaimRecord, ContactRecord, EventRecord } from "../../engine/record.js";
import { channelWords, eventWords, quadWords, repairWords, statusWords } from "../words/codes.js";
import { dayWords } from "../words/days.js";
import { percent, signed } from "../words/numbers.js";
import { chainOf, codesOf, type Labels, partiesLine } from "./labels.js";

export const LAYERS = ["contact", "event", "quote", "actor", "date", "repair"] as const;
export type Layer = (typeof LAYERS)[number];
export type Span = readonly [number, number];

/** Something the record says of a place in the text. */
export interface Mark {
  readonly span: Span;
  readonly layer: Layer;
  /** Id of its item within the record: `a1`, `e2`; dates and repairs are numbered here: `d1`, `r1`. */
  readonly item: string;
  /** Words of the tag before a passage; words in the text have none. */
  readonly tag: string | null;
  readonly tone: string;
}

/** Everything the record says about places of its text, in order of the text; of the layers that are asked for. */
export function marksOf(labels: Labels, layers: ReadonlySet<Layer>): Mark[] {
  const { record } = labels;
  const marks: Mark[] = [];
  const add = (layer: Layer, item: string, spans: readonly Span[], tag: string | null, tone: string): void => {
    if (layers.has(layer))
      for (const span of spans) marks.push({ span: trimmed(record.document.text, span), layer, item, tag, tone });
  };
  for (const actor of record.actors)
    add("actor", actor.id, actor.mentions.map(({ span }) => span), null, actor.code === null ? "uncoded" : "coded"); // biome-ignore format: one line reads best
  for (const [i, date] of record.dates.entries()) add("date", `d${i + 1}`, [date.span], null, "");
  for (const [i, repair] of record.document.repairs.entries()) add("repair", `r${i + 1}`, [repair.span], null, "");
  for (const claim of record.claims)
    if (claim.act === "speech")
      add("quote", claim.id, [claim.content], claim.kind === "indirect" ? "says" : "quote", claim.kind);
  for (const event of record.events)
    add("event", event.id, event.evidence, eventWords(event.event, event.mode), `quad${event.quad}`);
  for (const contact of record.contacts)
    add("contact", contact.id, contact.evidence, channelWords(contact.channel), "");
  return marks.filter(({ span }) => span[0] < span[1]).sort(inText);
}

function inText(a: Mark, b: Mark): number {
  return (
    a.span[0] - b.span[0] ||
    b.span[1] - a.span[1] ||
    LAYERS.indexOf(a.layer) - LAYERS.indexOf(b.layer) ||
    (a.item < b.item ? -1 : a.item > b.item ? 1 : 0)
  );
}

/** A span without white space at its ends, so that it begins within a paragraph. */
function trimmed(text: string, [start, end]: Span): Span {
  const inner = text.slice(start, end);
  return [start + inner.length - inner.trimStart().length, end - inner.length + inner.trimEnd().length];
}

/** What an item is and why, in lines; the first is its head. Empty for an id the record lacks. */
export function reasonsOf(item: string, labels: Labels): readonly string[] {
  const { record } = labels;
  const number = Number(item.slice(1));
  switch (item[0]) {
    case "a":
      return actorReasons(item, labels);
    case "d":
      return dateReasons(record.dates[number - 1]);
    case "r":
      return repairReasons(record.document.repairs[number - 1]);
    case "c":
      return record.claims.filter(({ id }) => id === item).flatMap((claim) => claimReasons(claim, labels));
    case "e":
      return record.events.filter(({ id }) => id === item).flatMap((event) => eventReasons(event, labels));
    case "k":
      return record.contacts.filter(({ id }) => id === item).flatMap((contact) => contactReasons(contact, labels));
    default:
      return [];
  }
}

function actorReasons(item: string, labels: Labels): readonly string[] {
  const actor = labels.actor(item);
  if (actor === null) return [];
  return [[actor.name, codesOf(actor)].filter((part) => part !== "").join(" · "), actor.office ?? "", actor.why].filter(
    (line) => line !== "",
  );
}

function dateReasons(date: Labels["record"]["dates"][number] | undefined): readonly string[] {
  if (date === undefined) return [];
  return [
    date.type === "DATE" ? dayWords(date.value) : `${date.type.toLowerCase()} ${date.value}`,
    `${date.value}: ${date.why}`,
    sure(date.confidence),
  ];
}

function repairReasons(repair: Labels["record"]["document"]["repairs"][number] | undefined): readonly string[] {
  return repair === undefined ? [] : [`Repaired: ${repairWords(repair.kind)}`, `printed as “${repair.before}”`];
}

function claimReasons(claim: ClaimRecord, labels: Labels): readonly string[] {
  const chain = chainOf(claim, labels).map(({ name, via }) => (via === null ? name : `${name} (${via})`));
  return [
    `${claim.speaker === null ? "Speaker not known" : labels.name(claim.speaker)} ${claim.stance}`,
    ...(chain.length === 0 ? [] : [chain.join(" → ")]),
    claim.why,
    sure(claim.confidence),
  ];
}

function eventReasons(event: EventRecord, labels: Labels): readonly string[] {
  const alleged = labels.allegedBy(event);
  return [
    eventWords(event.event, event.mode),
    partiesLine(event, labels),
    ...(alleged === "" ? [] : [`according to ${alleged}`]),
    `${statusWords(event.status, event.negated)}; PLOVER ${event.event}, CAMEO ${event.cameo}, ${quadWords(event.quad)} (${signed(event.score)})`,
    event.why,
    sure(event.confidence),
  ];
}

function contactReasons(contact: ContactRecord, labels: Labels): readonly string[] {
  return [
    `${channelWords(contact.channel)}, ${contact.status}`,
    labels.names(contact.participants),
    contact.date === null ? "day not stated" : `${dayWords(contact.date.value)}: ${contact.date.why}`,
    contact.why,
    sure(contact.confidence),
  ];
}

function sure(confidence: number): string {
  return `${percent(confidence)} sure that the text says this, not that it happened`;
}
