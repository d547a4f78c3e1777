import type { ClaimRecord, ContactRecord, EventRecord } from "../../engine/record.js";
import {
  chainLine,
  channelName,
  codeOf,
  dayRange,
  type Labels,
  partiesLine,
  partiesOf,
  placeName,
  signed,
  statusOf,
} from "../labels.js";
import { escapeHtml } from "./escape.js";
import { backHtml, termsHtml, whyHtml, words } from "./parts.js";

/** How the items of a record are shown. */
export interface CardOptions {
  readonly labels: Labels;
  /** Before the ids of this article's items. */
  readonly prefix: string;
  /** Whether the reasons stand open. */
  readonly explain: boolean;
}

export function contactCard(contact: ContactRecord, { labels, prefix, explain }: CardOptions): string {
  const id = `${prefix}-${contact.id}`;
  const whole = labels.record.contacts.find((other) => other.id === contact.partOf);
  const parties = partiesOf(contact, labels).map((party) => {
    const actor = labels.actor(party.id);
    const about = [party.office, party.role].filter((part) => part !== null && part !== "").join(", ");
    return `<li><b>${words(labels.name(party.id))}</b> ${code(actor === null ? "" : codeOf(actor))}<span class="office">${words(about)}</span></li>`;
  });
  return `<div class="card" id="${id}">
<p class="head"><b class="kind">${words(channelName(contact))}</b> <span class="status ${contact.status}">${contact.status}</span>${contact.multilateral ? ' <span class="status">multilateral</span>' : ""} <span class="day">${words(contact.date === null ? "day not stated" : dayRange(contact.date))}</span>${backHtml(id)}</p>
<ul class="parties${contact.sender === null ? "" : " directed"}">${parties.join("")}</ul>
${termsHtml([
  ["Part of", whole === undefined ? [] : [words(`${channelName(whole)}, ${labels.names(whole.participants)}`)]],
  ["Place", contact.location === null ? [] : [words(placeName(contact.location))]],
  [
    "Occasion",
    contact.occasion === null ? [] : [words(contact.occasion.text + (contact.occasion.inferred ? " (inferred)" : ""))],
  ],
  ["Initiative", contact.initiator === null ? [] : [words(labels.full(contact.initiator))]],
  ["Topics", contact.topics.map((topic) => words(topic.label))],
  ["Commitments", contact.commitments.map((commitment) => commitmentHtml(commitment, labels))],
  ["Published by", contact.publishedBy.map((actor) => words(labels.full(actor)))],
])}
${whyHtml(contact.date === null ? contact.why : `${contact.why}; the day: ${contact.date.why}`, contact.confidence, explain)}
</div>`;
}

function commitmentHtml(commitment: ContactRecord["commitments"][number], labels: Labels): string {
  const to = commitment.to.length === 0 ? "" : ` to ${labels.names(commitment.to)}`;
  const by = commitment.by.length === 0 ? "" : ` by ${labels.names(commitment.by)}`;
  const due = commitment.due === null ? "" : `, due ${commitment.due}`;
  const condition = commitment.condition === null ? "" : `, if ${commitment.condition}`;
  return `${words(commitment.text)} <span class="note line">${words(`${commitment.status}${by}${to}${due}${condition}`)}</span>`;
}

export function eventCard(event: EventRecord, { labels, prefix, explain }: CardOptions): string {
  const id = `${prefix}-${event.id}`;
  const passages = event.evidence.length === 1 ? "" : ` <span class="note">${event.evidence.length} passages</span>`;
  return `<div class="card quad${event.quad}" id="${id}">
<p class="head"><b class="kind">${event.event}</b>${event.mode === null ? "" : ` <span class="mode">${words(event.mode)}</span>`} ${code(event.cameo)} <span class="score">${signed(event.score)}</span> <span class="status ${event.negated ? "denied" : event.status}">${statusOf(event)}</span> <span class="day">${words(event.date?.value ?? "")}</span>${backHtml(id)}</p>
<p>${words(partiesLine(event, labels.full))}${passages}</p>
${event.context.length === 0 ? "" : `<p class="note">${words(event.context.join(", "))}</p>`}
${whyHtml(event.date === null ? event.why : `${event.why}; the day: ${event.date.why}`, event.confidence, explain)}
</div>`;
}

export function quoteCard(claim: ClaimRecord, { labels, prefix, explain }: CardOptions): string {
  const id = `${prefix}-${claim.id}`;
  const source = claim.source === null ? "speaker not known" : labels.text(claim.source);
  const manner = [
    claim.stance === "asserts" ? "" : claim.stance,
    claim.act === "speech" ? "" : claim.act,
    claim.kind === "direct" ? "" : claim.kind,
  ].filter((part) => part !== "");
  return `<div class="card" id="${id}">
<p class="head"><b>${words(claim.speaker === null ? source : labels.name(claim.speaker))}</b>${claim.addressee === null ? "" : ` <span class="note">to ${words(labels.name(claim.addressee))}</span>`}${manner.map((part) => ` <span class="status">${part}</span>`).join("")}${claim.act === "speech" ? backHtml(id) : ""}</p>
<blockquote class="${claim.kind}">${words(labels.text(claim.content))}</blockquote>
${claim.chain.length < 2 ? "" : `<p class="chain">${words(chainLine(claim, labels))}</p>`}
${whyHtml(claim.why, claim.confidence, explain)}
</div>`;
}

function code(text: string): string {
  return text === "" ? "" : `<code>${escapeHtml(text)}</code>`;
}
