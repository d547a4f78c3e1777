import type { ContactRecord } from "../../engine/record.js";
import { clean } from "../clean.js";
import { channelName, codeOf, dayRange, partiesOf, placeName } from "../labels.js";
import { pad, widthOf } from "./layout.js";
import { because, block, field, type Page, section } from "./page.js";

export function contactLines(page: Page): string[] {
  const { contacts } = page.labels.record;
  return section(
    page,
    "CONTACTS",
    contacts.flatMap((contact, i) => [...(i === 0 ? [] : [""]), ...oneContact(page, contact)]),
  );
}

const MARKS: Readonly<Record<ContactRecord["status"], string>> = {
  held: "●",
  planned: "○",
  proposed: "○",
  postponed: "◌",
  cancelled: "×",
  denied: "×",
};

function oneContact(page: Page, contact: ContactRecord): string[] {
  const { labels, paint } = page;
  const tint =
    contact.status === "held"
      ? paint.green
      : contact.status === "cancelled" || contact.status === "denied"
        ? paint.red
        : paint.yellow;
  const day = contact.date === null ? "day not stated" : dayRange(contact.date);
  const kind = contact.multilateral ? `${channelName(contact)} (multilateral)` : channelName(contact);
  const whole = labels.record.contacts.find((other) => other.id === contact.partOf);
  return [
    `  ${tint(MARKS[contact.status])} ${paint.bold(kind)}, ${tint(contact.status)} ${paint.dim("·")} ${day}`,
    ...partyLines(page, contact),
    ...(whole === undefined
      ? []
      : field(page, "Part of", [`${channelName(whole)}, ${labels.names(whole.participants)}`])),
    ...(contact.location === null ? [] : field(page, "Place", [placeName(contact.location)])),
    ...(contact.occasion === null
      ? []
      : field(page, "Occasion", [contact.occasion.text + (contact.occasion.inferred ? " (inferred)" : "")])),
    ...(contact.initiator === null ? [] : field(page, "Initiative", [labels.full(contact.initiator)])),
    ...field(
      page,
      "Topics",
      contact.topics.map((topic) => topic.label),
    ),
    ...field(
      page,
      "Commitments",
      contact.commitments.map((commitment) => commitmentText(page, commitment)),
    ),
    ...field(page, "Published by", contact.publishedBy.map(labels.full)),
    ...(page.options.explain && contact.date !== null ? field(page, "Day", [contact.date.why]).map(paint.dim) : []),
    ...because(page, contact.why, contact.confidence),
    ...evidenceLine(page, contact),
  ];
}

function evidenceLine(page: Page, contact: ContactRecord): string[] {
  const first = contact.evidence[0];
  if (!page.options.explain || first === undefined) return [];
  return block(page, `“${page.labels.text(first)}”`, 4, page.paint.dim);
}

/** The parties below each other, codes and offices aligned; the arrow points from sender to addressee. */
function partyLines(page: Page, contact: ContactRecord): string[] {
  const { labels, paint } = page;
  const parties = partiesOf(contact, labels);
  const names = parties.map((party) => clean(labels.name(party.id)));
  const codes = parties.map((party) => {
    const actor = labels.actor(party.id);
    return actor === null ? "" : codeOf(actor);
  });
  const nameWidth = Math.min(36, Math.max(0, ...names.map(widthOf)));
  const codeWidth = Math.max(0, ...codes.map(widthOf));
  return parties.map((party, i) => {
    const arrow = i === 0 ? " " : contact.sender !== null ? "→" : "↔";
    const about = [party.office, contact.sender === null ? party.role : ""]
      .filter((part) => part !== null && part !== "")
      .join(", ");
    return `    ${paint.dim(arrow)} ${paint.bold(pad(names[i] ?? "", nameWidth))}  ${paint.cyan(pad(codes[i] ?? "", codeWidth))}  ${clean(about)}`.trimEnd();
  });
}

function commitmentText(page: Page, commitment: ContactRecord["commitments"][number]): string {
  const { labels } = page;
  const to = commitment.to.length === 0 ? "" : ` to ${labels.names(commitment.to)}`;
  const by = commitment.by.length === 0 ? "" : ` by ${labels.names(commitment.by)}`;
  const due = commitment.due === null ? "" : `, due ${commitment.due}`;
  const condition = commitment.condition === null ? "" : `, if ${commitment.condition}`;
  const stated =
    commitment.stated === "both"
      ? ""
      : commitment.stated === "own"
        ? "; its own side says so"
        : "; the other side says so";
  return `${commitment.text} (${commitment.status}${by}${to}${due}${condition}${stated})`;
}
