import { LEVELS } from "../../engine/record.js";
import { independentOrigins } from "../../engine/stories/index.js";
import type { Judgement, ListedClaim, ListedContact, ListedDocument, ListedEvent, ListedParty, StoredDocument } from "../../store/index.js"; // biome-ignore format: one line reads best
import type { ClaimCard } from "../api/claims.js";
import type { ContactCard } from "../api/contacts.js";
import type { DocumentCard } from "../api/documents.js";
import type { EventCard } from "../api/events.js";
import type { Corroboration, DocumentSummary, JudgementView, Party } from "../api/parts.js";
import { corrected } from "./corrections.js";

const ROLES = ["principal", "member", "mediator", "sender", "addressee"] as const;

/** What a ledger gives, in the words of the API. */

export function documentSummary(document: StoredDocument): DocumentSummary {
  const { hash, id, title, outlet, url, agency, published, added, source, origin, copy, story } = document;
  return { hash, id, title, outlet, url: safeAddress(url), agency, published, added, source, origin, copy, story };
}

/** An address a page may make a link of: one that begins `javascript:` is none. */
export function safeAddress(url: string | null): string | null {
  return url !== null && /^https?:\/\//i.test(url) ? url : null;
}

/** “7 articles, 2 independent sources”. */
export function corroborationOf(reports: readonly StoredDocument[]): Corroboration {
  const origins = independentOrigins(reports);
  return {
    articles: reports.length,
    sources: origins.length,
    origins: origins.flatMap(({ kind, name }) => (kind === "unknown" ? [] : [name])),
  };
}

export function partyView({ key, name, code, office }: ListedParty): Party {
  return { key, name, code, office };
}

/** The card of a contact, made once for as long as the ledger keeps the contact. */
export function contactCard(contact: ListedContact): ContactCard {
  const known = cards.get(contact);
  if (known !== undefined) return known;
  const made = makeContactCard(contact);
  cards.set(contact, made);
  return made;
}

const cards = new WeakMap<ListedContact, ContactCard>();

function makeContactCard(contact: ListedContact): ContactCard {
  const { publishers, reports, review, commitments } = contact;
  const sides = sidesOf(contact);
  const missingSides = sides.filter((side) => !publishers.includes(side));
  return corrected(review, {
    id: contact.id,
    channel: contact.channel,
    status: contact.status,
    day: contact.day,
    dayWhy: contact.dayWhy,
    multilateral: contact.multilateral,
    location: contact.location,
    parties: contact.parties.map((party) => ({ ...partyView(party), ...rolesOf(party) })),
    sender: contact.sender,
    initiator: contact.initiator,
    occasion: contact.occasion,
    topics: contact.topics,
    commitments: commitments.map(({ by, to, ...rest }) => ({
      ...rest,
      by: by.map(partyView),
      to: to.map(partyView),
    })),
    passage: contact.passage,
    confidence: contact.confidence,
    corroboration: corroborationOf(reports),
    missingSides,
    oneSided: sides.length - missingSides.length < 2,
    comments: review.comments,
    verdict: review.verdict,
    corrections: review.corrections,
    entered: false,
    document: documentSummary(contact.document),
  });
}

function rolesOf({
  side,
  role,
  level,
}: ListedContact["parties"][number]): Omit<ContactCard["parties"][number], keyof Party> {
  return { side, role: ROLES.find((one) => one === role) ?? null, level: LEVELS.find((one) => one === level) ?? null };
}

/** The countries that take part, in order of code. */
export function sidesOf({ parties }: Pick<ListedContact, "parties">): readonly string[] {
  return [...new Set(parties.flatMap(({ side, code }) => side ?? code ?? []))].sort();
}

export function eventItem(event: ListedEvent) {
  const { review } = event;
  return corrected(review, {
    id: event.id,
    event: event.event,
    mode: event.mode,
    context: event.context,
    quad: event.quad,
    score: event.score,
    cameo: event.cameo,
    day: event.day,
    dayWhy: event.dayWhy,
    status: event.status,
    negated: event.negated,
    actors: event.actors.map(partyView),
    recipients: event.recipients.map(partyView),
    allegedBy: event.claimants.map(partyView),
    passage: event.passage,
    confidence: event.confidence,
    verdict: review.verdict,
    corrections: review.corrections,
  });
}

export function eventCard(event: ListedEvent): EventCard {
  return {
    ...eventItem(event),
    corroboration: corroborationOf(event.reports),
    document: documentSummary(event.document),
  };
}

export function claimItem(claim: ListedClaim) {
  const { review } = claim;
  return corrected(review, {
    id: claim.id,
    kind: claim.kind,
    act: claim.act,
    stance: claim.stance,
    content: claim.passage,
    speaker: claim.speaker === null ? null : partyView(claim.speaker),
    addressee: claim.addressee === null ? null : partyView(claim.addressee),
    chain: claim.chain,
    confidence: claim.confidence,
    verdict: review.verdict,
    corrections: review.corrections,
  });
}

export function claimCard(claim: ListedClaim): ClaimCard {
  return { ...claimItem(claim), day: claim.day, document: documentSummary(claim.document) };
}

/** Letters of an English word with what stands between words, by long experience. */
const WORD = 6;

export function documentCard({ document, events, contacts, claims, length }: ListedDocument): DocumentCard {
  return { ...documentSummary(document), events, contacts, claims, words: Math.round(length / WORD) };
}

export function judgementView(judgement: Judgement): JudgementView {
  const { id, kind, document, other, item, source, field, value, score, reasons, author, made, withdrawn } = judgement;
  return {
    id,
    kind,
    document,
    other: other ?? null,
    item,
    source: source ?? null,
    field,
    value,
    score: score ?? null,
    reasons,
    author,
    made,
    withdrawn,
  };
}
