import type { ActorTable } from "../actors/types.js";
import { byCodeUnit, type Span } from "../base/span.js";
import type { Claim } from "../claims/types.js";
import type { TimeExpression } from "../dates/types.js";
import type { Sentence } from "../language/types.js";
import { type Clause, clauseOf } from "./clause.js";
import { findCommitments } from "./commitments.js";
import { contactDate, dayOfTrigger, initiatorOf, locationOf, occasionOf, type TimeFrame } from "./details.js";
import { type Gathered, gatherContacts } from "./gather.js";
import type { ContactLexicon } from "./lexicon.js";
import { nearSubject } from "./parties.js";
import { publishersOf } from "./publishers.js";
import { aboutOf, type Contexts, contentWords, contextsIn } from "./terms.js";
import { topicsTold } from "./told-topics.js";
import { findTopics, topicsAfterTrigger, uniqueTopics } from "./topics.js";
import { isLive } from "./trigger.js";
import { findTriggers } from "./triggers.js";
import type { Commitment, Contact, Topic } from "./types.js";

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

/** Finds the contacts an article tells of, held or not, with what was talked about and agreed. */
export function findContacts(input: ContactInput, lexicon: ContactLexicon): readonly Contact[] {
  const { sentences, actors } = input;
  const clauses = sentences.map((sentence) => clauseOf(sentence, actors, lexicon.cues));
  const times: TimeFrame = {
    published: input.published,
    inSentence: (s) => input.times.filter((t) => t.sentence === s),
  };
  const triggers = clauses.flatMap((clause) => findTriggers(clause, lexicon));
  const gathered = gatherContacts(
    triggers,
    clauses,
    (t) =>
      dayOfTrigger(
        t,
        triggers.filter((o) => o.clause === t.clause),
        times,
      ),
    times,
  );
  const owners = ownersOf(clauses, gathered, lexicon);
  const contacts = gathered.map((g) => {
    const own = clauses.filter((c) => owners.get(c) === g || g.triggers.some((t) => t.clause === c));
    const promised = clauses.filter((c) => {
      const owner = owners.get(c) ?? null;
      return owner !== null && (agreedIn(owner, c, gathered) ?? owner) === g;
    });
    return finish(g, own, promised, input, lexicon, times);
  });
  return contacts.map((contact) => withOccasion(contact, contacts));
}

/** A message without an occasion of its own has that of another contact between the same parties: a telegram beside a birthday call. */
function withOccasion(contact: Contact, all: readonly Contact[]): Contact {
  if (contact.occasion !== null || isLive(contact.channel)) return contact;
  const other = all.find(
    (o) => o.occasion !== null && !o.background && contact.participants.every((p) => o.participants.includes(p)),
  );
  return other?.occasion == null ? contact : { ...contact, occasion: { ...other.occasion, inferred: true } };
}

/** Which contact each sentence speaks of: the one it tells of, else the last whose parties it has as subject. */
function ownersOf(
  clauses: readonly Clause[],
  gathered: readonly Gathered[],
  lexicon: ContactLexicon,
): ReadonlyMap<Clause, Gathered> {
  const owners = new Map<Clause, Gathered>();
  let last: Gathered | null = null;
  for (const clause of clauses) {
    const told = gathered.find((g) => g.triggers.some((t) => t.clause === clause)) ?? null;
    if (told !== null) last = told;
    const owner: Gathered | null = told ?? ownerBySubject(clause, gathered, last, lexicon);
    if (owner !== null) owners.set(clause, owner);
  }
  return owners;
}

function ownerBySubject(
  clause: Clause,
  gathered: readonly Gathered[],
  last: Gathered | null,
  lexicon: ContactLexicon,
): Gathered | null {
  const candidates = gathered.filter((g) => g.triggers.some((t) => t.clause.sentence.index < clause.sentence.index));
  const verb = clause.tokens.findIndex(
    (t, i) =>
      t.upos === "VERB" &&
      (lexicon.topics.match(clause.tokens, i) !== null || lexicon.commitments.match(clause.tokens, i) !== null),
  );
  const subject = nearSubject(clause, verb < 0 ? clause.tokens.findIndex((t) => t.upos === "VERB") : verb);
  if (subject.length >= 2)
    return (
      [...candidates].reverse().find((g) => isLive(g.channel) && subject.every((s) => g.parties.includes(s))) ?? last
    );
  return last;
}

/** “They agreed to meet in June”: agreed in the contact told before between the same parties, not in the one to come. */
function agreedIn(ahead: Gathered, clause: Clause, all: readonly Gathered[]): Gathered | null {
  if (ahead.status !== "planned" && ahead.status !== "proposed") return null;
  return (
    all.findLast(
      (g) =>
        g.status === "held" &&
        !g.background &&
        ahead.parties.every((p) => g.parties.includes(p)) &&
        g.triggers.some((t) => t.clause.sentence.index <= clause.sentence.index),
    ) ?? null
  );
}

function finish(
  g: Gathered,
  own: readonly Clause[],
  promised: readonly Clause[],
  { text, actors, contexts, claims = [] }: ContactInput,
  lexicon: ContactLexicon,
  times: TimeFrame,
): Contact {
  const topics: Topic[] = [];
  const commitments: Commitment[] = [];
  for (const clause of own) {
    const trigger = g.triggers.find((t) => t.clause === clause);
    const called = [
      ...findTopics(clause, text, lexicon),
      ...(trigger === undefined ? [] : topicsAfterTrigger(clause, trigger.last, text)),
    ];
    topics.push(
      ...(called.length > 0 ? called : topicsTold(clause, g.parties, text).filter((t) => says(t, clause, contexts))),
    );
  }
  for (const clause of promised) commitments.push(...findCommitments(clause, text, lexicon, times));
  const discussed = uniqueTopics(topics).map((t) => ({ ...t, context: contextsOfTopic(t, own, contexts) }));
  const told = g.triggers.map((t) => t.clause);
  const evidence = clausesOf(own.filter((c) => told.includes(c) || findTopics(c, text, lexicon).length > 0));
  const said = occasionOf(isLive(g.channel) ? told : own, lexicon, text);
  const initiator = initiatorOf(own, g.parties);
  const earlier = told[0]?.tokens[0]?.lower === "earlier";
  return {
    channel: g.channel,
    status: g.status,
    participants: g.parties,
    sender: g.sender,
    initiator,
    date: contactDate(g.status, g.day, earlier, times),
    location: locationOf(g.triggers, g.channel),
    occasion: said === null ? null : { ...said, inferred: false },
    background: g.background,
    host: g.destination,
    topics: discussed,
    commitments: commitments
      .map((c) => ({
        ...c,
        about: aboutCommitment(c, discussed, [...own, ...promised]),
        by: c.by.length === 0 ? g.parties : c.by.filter((b) => g.parties.includes(b)),
      }))
      .filter((c) => c.by.length > 0),
    publishedBy: publishersOf(
      evidence.map((c) => c.sentence.span),
      g.parties,
      claims,
      actors,
    ),
    evidence: evidence.map((c) => c.sentence.span),
    passages: clausesOf(own).map((c) => c.sentence.span),
    sentences: evidence.map((c) => c.sentence.index),
    partOf: g.partOf,
    why: [...new Set(g.triggers.map((t) => t.why))].sort(byCodeUnit).slice(0, 3).join("; "),
    confidence: g.confidence,
  };
}

function clausesOf(list: readonly Clause[]): readonly Clause[] {
  return [...new Set(list)].sort((a, b) => a.sentence.index - b.sentence.index);
}

function contextsOfTopic(topic: Topic, own: readonly Clause[], contexts: Contexts | undefined): readonly string[] {
  const clause = own.find((c) => c.sentence.span[0] <= topic.span[0] && topic.span[1] <= c.sentence.span[1]);
  return clause === undefined || contexts === undefined ? [] : contextsIn(clause.tokens, topic.span, contexts);
}

/** Whether a topic is more than a word of which nothing is known (“plans”, “advisers”). */
function says({ label, span }: Topic, clause: Clause, contexts: Contexts | undefined): boolean {
  if (label.includes(" ") || /^\p{Lu}/u.test(label)) return true;
  return contexts !== undefined && contextsIn(clause.tokens, span, contexts).length > 0;
}

/** Which of the topics a commitment is about, by the words they share. */
function aboutCommitment(commitment: Commitment, topics: readonly Topic[], own: readonly Clause[]): number | null {
  const wordsOf = (span: Span): ReadonlySet<string> => {
    const clause = own.find((c) => c.sentence.span[0] <= span[0] && span[1] <= c.sentence.span[1]);
    return clause === undefined ? new Set() : contentWords(clause.tokens, span);
  };
  return aboutOf(
    wordsOf(commitment.span),
    topics.map((t) => wordsOf(t.span)),
  );
}
