import type { ActorTable } from "../actors/types.js";
import { groupBy } from "../base/group-by.js";
import { OverlapIndex } from "../base/overlap-index.js";
import { byCodeUnit, contains, overlaps, type Span } from "../base/span.js";
import type { Claim } from "../claims/types.js";
import type { TimeExpression } from "../dates/types.js";
import type { Sentence } from "../language/types.js";
import { acceptedIn } from "./acceptance.js";
import { type Clause, clauseOf } from "./clause.js";
import { findCommitments } from "./commitments.js";
import { companyOf } from "./company.js";
import { contactDate, dayAhead, dayOfTrigger, occasionOf, type TimeFrame } from "./details.js";
import { type Gathered, gatherContacts } from "./gather.js";
import { initiatorOf } from "./initiator.js";
import type { ContactLexicon } from "./lexicon.js";
import { locationOf } from "./location.js";
import { longBefore } from "./long-before.js";
import { MAX_BACK } from "./look-back.js";
import { openPublishers, type Publishers } from "./publishers.js";
import { type Share, sharesOf } from "./shares.js";
import { aboutOf, type Contexts, contentWords, contextsIn } from "./terms.js";
import { topicsTold } from "./told-topics.js";
import { findTopics, topicsAfterTrigger, uniqueTopics } from "./topics.js";
import { isLive, type Trigger } from "./trigger.js";
import { findTriggers } from "./triggers.js";
import type { Contact, Topic } from "./types.js";

export { type ContactLexicon, makeContactLexicon } from "./lexicon.js";
export type { Commitment, Contact, Topic } from "./types.js";

/** What the stage reads. */
export interface ContactInput {
  readonly text: string;
  readonly sentences: readonly Sentence[];
  readonly actors: ActorTable;
  readonly times: readonly TimeExpression[];
  readonly published: { readonly value: string } | null;
  /** Claims of the article: in whose words a contact is told. */
  readonly claims?: readonly Claim[];
  /** PLOVER contexts by word, for the topics; none when left out. */
  readonly contexts?: Contexts;
}

const NOTHING: Share = { own: [], discussed: [], promised: [] };

/** Topics of a contact that its promises are held against. */
const MOST_TOPICS = 200;

/** Finds the contacts an article tells of, held or not, with what was talked about and agreed. */
export function findContacts(input: ContactInput, lexicon: ContactLexicon): readonly Contact[] {
  const { sentences, actors } = input;
  const clauses = sentences.map((sentence) => clauseOf(sentence, actors, lexicon.cues));
  const timesBySentence = groupBy(input.times, (t) => t.sentence);
  const times: TimeFrame = {
    published: input.published,
    inSentence: (s) => timesBySentence.get(s) ?? [],
  };
  const triggers = clauses.flatMap((clause) => findTriggers(clause, lexicon));
  const triggersBeside = groupBy(triggers, (t) => t.clause);
  const dayOf = (t: Trigger) => dayOfTrigger(t, triggersBeside.get(t.clause) ?? [], times);
  const gathered = gatherContacts(triggers, clauses, dayOf, times);
  const shares = sharesOf(clauses, gathered, lexicon);
  const known = { times, publishers: openPublishers(input.claims ?? [], actors, clauses) };
  const contacts = gathered.map((g) => finish(g, shares.get(g) ?? NOTHING, input, lexicon, known));
  const occasions = contacts.filter((c) => c.occasion !== null && !c.background).slice(0, MAX_BACK);
  return contacts.map((contact) => withOccasion(contact, occasions));
}

/** A message without an occasion of its own has that of another contact between the same parties: a telegram beside a birthday call. */
function withOccasion(contact: Contact, others: readonly Contact[]): Contact {
  if (contact.occasion !== null || isLive(contact.channel)) return contact;
  const other = others.find((o) => contact.participants.every((p) => o.participants.includes(p)));
  return other?.occasion == null ? contact : { ...contact, occasion: { ...other.occasion, inferred: true } };
}

/** What a contact's clauses are held against. */
interface Known {
  readonly times: TimeFrame;
  readonly publishers: Publishers;
}

function finish(g: Gathered, share: Share, input: ContactInput, lexicon: ContactLexicon, known: Known): Contact {
  const { own } = share;
  const { times, publishers } = known;
  const live = isLive(g.channel);
  const told = g.triggers.map((t) => t.clause);
  const evidence = evidenceOf(g, own, input.text, lexicon);
  // What a visit is put off for gives no occasion to it.
  const isOff = live && (g.status === "postponed" || g.status === "cancelled");
  const said = isOff ? null : occasionOf(live ? told : own, lexicon, input.text);
  const accepted = g.status === "proposed" ? acceptedIn(told, own) : null;
  const day = g.day ?? (accepted === null ? null : dayAhead(accepted, times));
  const earlier = told[0]?.tokens[0]?.lower === "earlier" || g.triggers.every((t) => longBefore(t) !== null);
  const spans = evidence.map((c) => c.sentence.span);
  return {
    channel: g.channel,
    status: accepted !== null ? "planned" : g.status,
    participants: g.parties,
    ...companyOf(g, own, lexicon),
    sender: g.sender,
    initiator: initiatorOf(own, g.triggers, g.parties),
    date: contactDate(g.status, day, earlier, times),
    location: locationOf(g.triggers, g.channel, lexicon),
    occasion: said === null ? null : { ...said, inferred: false },
    background: g.background,
    host: g.destination,
    ...talkOf(g, share, input, lexicon, times),
    publishedBy: publishers(spans, clausesOf(own), g.parties),
    evidence: spans,
    passages: clausesOf(own).map((c) => c.sentence.span),
    sentences: evidence.map((c) => c.sentence.index),
    partOf: g.partOf,
    why: [...new Set(g.triggers.map((t) => t.why))].sort(byCodeUnit).slice(0, 3).join("; "),
    confidence: g.confidence,
  };
}

/** The clauses that tell the contact itself or what was talked about. */
function evidenceOf(g: Gathered, own: readonly Clause[], text: string, lexicon: ContactLexicon): readonly Clause[] {
  const telling = new Set(g.triggers.map((t) => t.clause));
  return clausesOf(own.filter((c) => telling.has(c) || findTopics(c, text, lexicon).length > 0));
}

/** What was talked about, and what was promised. */
function talkOf(
  g: Gathered,
  { own, discussed: spoken, promised }: Share,
  input: ContactInput,
  lexicon: ContactLexicon,
  times: TimeFrame,
): Pick<Contact, "topics" | "commitments"> {
  const { text, contexts, actors } = input;
  const triggers = groupBy(g.triggers, (t) => t.clause);
  const called = spoken.flatMap((clause) => topicsIn(clause, triggers.get(clause)?.[0], g, input, lexicon));
  const [inOwn, inAll] = [clauseFinder(own), clauseFinder([...own, ...promised])];
  const topics = uniqueTopics(called).map((t) => ({ ...t, context: contextsOfTopic(t, inOwn, contexts) }));
  const topicWords = topics.slice(0, MOST_TOPICS).map((t) => wordsOf(t.span, inAll));
  const commitments = promised
    .flatMap((clause) => findCommitments(clause, text, lexicon, times))
    .map((c) => ({
      ...c,
      about: aboutOf(wordsOf(c.span, inAll), topicWords),
      by: c.by.length === 0 ? g.parties : partiesMeant(c.by, g.parties, actors),
    }))
    .filter((c) => c.by.length > 0);
  return { topics, commitments };
}

/** Topics a clause calls so, and those it tells without that. */
function topicsIn(
  clause: Clause,
  trigger: Trigger | undefined,
  { parties }: Gathered,
  { text, contexts }: ContactInput,
  lexicon: ContactLexicon,
): readonly Topic[] {
  const called = [
    ...findTopics(clause, text, lexicon),
    ...(trigger === undefined ? [] : topicsAfterTrigger(clause, trigger.last, text)),
  ];
  const untold = topicsTold(clause, parties, text, called.length > 0).filter(
    (t) => says(t, clause, contexts) && (called.length === 0 || t.label.includes(" ")),
  );
  return [...called, ...untold.filter((t) => !called.some((c) => overlaps(c.span, t.span)))];
}

/** Of those who bind themselves the participants; for a country or its government, the one who takes part for it. */
function partiesMeant(by: readonly number[], parties: readonly number[], { actors }: ActorTable): readonly number[] {
  const meant = by.flatMap((one) => {
    const actor = actors[one];
    if (parties.includes(one) || actor === undefined || actor.code === null) return [one];
    if (actor.kind !== "country" && !(actor.kind === "organisation" && actor.sector[0] === "GOV")) return [one];
    return parties.filter((party) => actors[party]?.code === actor.code);
  });
  return [...new Set(meant)].filter((one) => parties.includes(one)).sort((a, b) => a - b);
}

function clausesOf(list: readonly Clause[]): readonly Clause[] {
  return [...new Set(list)].sort((a, b) => a.sentence.index - b.sentence.index);
}

/** Finds the clause a span lies in, the first of several. */
type ClauseFinder = (span: Span) => Clause | undefined;

function clauseFinder(clauses: readonly Clause[]): ClauseFinder {
  const index = new OverlapIndex(clauses.map((c) => c.sentence.span));
  return (span) =>
    index
      .overlapping([span])
      .map((at) => clauses[at])
      .find((clause) => clause !== undefined && contains(clause.sentence.span, span));
}

function contextsOfTopic(topic: Topic, clauseAt: ClauseFinder, contexts: Contexts | undefined): readonly string[] {
  const clause = clauseAt(topic.span);
  return clause === undefined || contexts === undefined ? [] : contextsIn(clause.tokens, topic.span, contexts);
}

/** “[his] leadership”. */
const OWN = /^(?:its|his|her|their|our) /;

/** Whether a topic is more than a word of which nothing is known (“plans”, “advisers”). */
function says({ label, span }: Topic, clause: Clause, contexts: Contexts | undefined): boolean {
  if (label.replace(OWN, "").includes(" ") || /^\p{Lu}/u.test(label)) return true;
  return contexts !== undefined && contextsIn(clause.tokens, span, contexts).length > 0;
}

/** Words by which a commitment and its topic are told to belong together. */
function wordsOf(span: Span, clauseAt: ClauseFinder): ReadonlySet<string> {
  const clause = clauseAt(span);
  return clause === undefined ? new Set() : contentWords(clause.tokens, span);
}
