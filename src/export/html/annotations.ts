import { byCodeUnit, bySpan, type Span } from "../../engine/base/span.js";
import { chainLine, channelName, codeOf, dayRange, type Labels, partiesLine, percent, statusOf } from "../labels.js";

/** What is marked in the text: words (actors, dates, repairs) where they stand, passages by a tag before them. */
export interface Annotation {
  readonly span: Span;
  readonly layer: "actor" | "date" | "repair" | "event" | "contact" | "quote";
  /** Id of its item on the page. */
  readonly item: string;
  /** Short text of its tag; words have none. */
  readonly tag: string | null;
  /** Further class of its marking. */
  readonly tone: string;
  /** What it is, and why, in lines. */
  readonly reasons: readonly string[];
}

/** Everything the record says about places in the text, in order of the text. */
export function annotationsOf(labels: Labels, prefix: string): Annotation[] {
  const all = [
    ...actors(labels, prefix),
    ...dates(labels, prefix),
    ...repairs(labels, prefix),
    ...events(labels, prefix),
    ...contacts(labels, prefix),
    ...quotes(labels, prefix),
  ];
  const { text } = labels.record.document;
  return all
    .map((annotation) => ({ ...annotation, span: trimmed(text, annotation.span) }))
    .filter(({ span }) => span[0] < span[1])
    .sort(
      (a, b) =>
        bySpan(a.span, b.span) || LAYERS.indexOf(a.layer) - LAYERS.indexOf(b.layer) || byCodeUnit(a.item, b.item),
    );
}

/** A span without white space at its ends, so that it begins within a paragraph. */
function trimmed(text: string, [start, end]: Span): Span {
  const inner = text.slice(start, end);
  return [start + inner.length - inner.trimStart().length, end - inner.length + inner.trimEnd().length];
}

/** The order of what stands at one place. */
const LAYERS: readonly Annotation["layer"][] = ["contact", "event", "quote", "actor", "date", "repair"];

function actors({ record }: Labels, prefix: string): Annotation[] {
  return record.actors.flatMap((actor) =>
    actor.mentions.map((mention) => ({
      span: mention.span,
      layer: "actor" as const,
      item: `${prefix}-${actor.id}`,
      tag: null,
      tone: actor.code === null ? "uncoded" : "coded",
      reasons: [
        [actor.name, codeOf(actor)].filter((part) => part !== "").join(" · "),
        actor.office ?? "",
        `${mention.kind}: ${actor.why}`,
      ],
    })),
  );
}

function dates({ record }: Labels, prefix: string): Annotation[] {
  return record.dates.map((date, i) => ({
    span: date.span,
    layer: "date" as const,
    item: `${prefix}-d${i + 1}`,
    tag: null,
    tone: "",
    reasons: [`${date.type} ${date.value}`, `${date.why}, ${percent(date.confidence)} sure`],
  }));
}

function repairs({ record }: Labels, prefix: string): Annotation[] {
  return record.document.repairs.map((repair, i) => ({
    span: repair.after.trim() === "" ? ([0, 0] as const) : repair.span,
    layer: "repair" as const,
    item: `${prefix}-r${i + 1}`,
    tag: null,
    tone: "",
    reasons: [`Repaired (${repair.kind})`, `printed as “${repair.before}”`],
  }));
}

function events(labels: Labels, prefix: string): Annotation[] {
  return labels.record.events.flatMap((event) =>
    event.evidence.map((span) => ({
      span,
      layer: "event" as const,
      item: `${prefix}-${event.id}`,
      tag: event.mode === null ? event.event : `${event.event} ${event.mode}`,
      tone: `quad${event.quad}`,
      reasons: [
        `${event.event} · CAMEO ${event.cameo} · ${statusOf(event)}`,
        partiesLine(event, labels.full),
        `${event.why}, ${percent(event.confidence)} sure`,
      ],
    })),
  );
}

function contacts(labels: Labels, prefix: string): Annotation[] {
  return labels.record.contacts.flatMap((contact) =>
    contact.evidence.map((span) => ({
      span,
      layer: "contact" as const,
      item: `${prefix}-${contact.id}`,
      tag: channelName(contact),
      tone: "",
      reasons: [
        `${channelName(contact)}, ${contact.status}`,
        labels.names(contact.participants),
        contact.date === null ? "" : dayRange(contact.date),
        `${contact.why}, ${percent(contact.confidence)} sure`,
      ],
    })),
  );
}

/** What is said; beliefs, intentions and perceptions stand in the record alone. */
function quotes(labels: Labels, prefix: string): Annotation[] {
  return labels.record.claims
    .filter((claim) => claim.act === "speech")
    .map((claim) => ({
      span: claim.content,
      layer: "quote" as const,
      item: `${prefix}-${claim.id}`,
      tag: claim.kind === "indirect" ? "says" : "quote",
      tone: claim.kind,
      reasons: [
        claim.speaker === null ? "speaker not known" : labels.full(claim.speaker),
        chainLine(claim, labels),
        `${claim.why}, ${percent(claim.confidence)} sure`,
      ],
    }));
}
