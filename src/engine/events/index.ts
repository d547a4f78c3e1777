import type { ActorTable } from "../actors/types.js";
import { groupBy } from "../base/group-by.js";
import { OverlapIndex } from "../base/overlap-index.js";
import { contains, type Span } from "../base/span.js";
import type { Claim } from "../claims/types.js";
import { isRelation } from "../language/tree.js";
import type { Sentence } from "../language/types.js";
import { remembering } from "./answered.js";
import { anywhere } from "./anywhere.js";
import { clauseOf, isParty, partiesAt } from "./clause.js";
import { codeMatch, type Setting } from "./code.js";
import { contextsOf } from "./contexts.js";
import { evidenceOf, type Joined, joinTold } from "./join.js";
import type { EventLexicon } from "./lexicon.js";
import { findMatches } from "./match.js";
import { explained, refined } from "./refine.js";
import type { Relater } from "./relate/index.js";
import { withTakenUp } from "./taken-up.js";
import { throughPhrases } from "./through.js";
import type { Told } from "./told.js";
import type { CodedEvent, EventInput } from "./types.js";
import { unframed } from "./unframed.js";

export { type EventLexicon, makeEventLexicon } from "./lexicon.js";
export type { CodedEvent, EventInput } from "./types.js";

/**
 * Finds who did what to whom: verb and noun frames over the trees, tense and negation, each event once however often it
 * is told. The trained model weighs what they tell; where no frame fits it is asked about the parties of a predicate, and where
 * a sentence tells nothing then about any two of its parties. Talks that a contact also tells are among them;
 * {@link besideContacts} leaves those to the contact.
 *
 * @returns Events in order of their first passage.
 */
export function findEvents(
  input: EventInput,
  lexicon: EventLexicon,
  relations: Relater | null = null,
): readonly CodedEvent[] {
  const quoted = ownWords(input);
  const quotes = new OverlapIndex(quoted);
  const times = groupBy(input.times, (t) => t.sentence);
  const setting: Setting = {
    input,
    lexicon,
    timesIn: ({ index }) => times.get(index) ?? [],
    isQuoted: (span) =>
      quotes.overlapping([span]).some((at) => {
        const quote = quoted[at];
        return quote !== undefined && contains(quote, span);
      }),
    antecedent: (pronoun, sentence, token) => antecedentOf(input, pronoun, sentence, token),
    counterpart: (actor, sentence) => counterpartOf(input.actors, actor, sentence),
  };
  const found: Told[] = [];
  for (const sentence of input.sentences) {
    const silent = new Set<number>();
    const matches = findMatches(clauseOf(sentence, input.actors), lexicon, silent);
    const acts = new Set(matches.filter((m) => m.coding.event !== "CONSULT").map((m) => m.args.predicate));
    const byPredicate = new Map<number, Told>();
    const coded = matches.flatMap((match) => {
      const event = codeMatch(match, acts, setting);
      return event === null ? [] : [{ event, predicate: match.args.predicate }];
    });
    const all = coded.map(({ event }) => event);
    const told = coded.flatMap(({ event, predicate }) => {
      const weighed = relations === null ? event : refined(event, all, relations, lexicon);
      if (weighed !== null) byPredicate.set(predicate, weighed);
      else for (const at of [predicate, event.trigger]) silent.add(at);
      return weighed ?? [];
    });
    const open = clauseOf(sentence, input.actors);
    if (relations === null) {
      found.push(...told);
      continue;
    }
    const ask = remembering(open, relations);
    const asked = [...told, ...unframed(open, byPredicate, silent, setting, ask)];
    found.push(...(asked.length > 0 ? asked : anywhere(open, silent, setting, ask)));
  }
  const answered = withTakenUp(found, lexicon);
  const told = input.explain === true ? answered.map((t) => ({ ...t, why: explained(t, relations) })) : answered;
  const saidIn = new OverlapIndex(input.claims.map((claim) => claim.content));
  const spans = new OverlapIndex(input.times.map(({ span }) => span));
  const isTime = (span: Span): boolean => spans.overlapping([span]).length > 0;
  return joinTold(told).map((joined) => eventOf(joined, saidIn, isTime, lexicon, relations));
}

function eventOf(
  { lead, all }: Joined,
  saidIn: OverlapIndex,
  isTime: (span: Span) => boolean,
  lexicon: EventLexicon,
  relations: Relater | null,
): CodedEvent {
  const evidence = evidenceOf(all);
  const told = Math.min(0.97, all.reduce((most, t) => Math.max(most, t.confidence), 0) + (all.length > 1 ? 0.04 : 0));
  return {
    event: lead.event,
    mode: lead.mode,
    context: contextsOf(all, lexicon, relations),
    cameo: lead.cameo,
    actor: lead.actor,
    recipient: lead.recipient.length > 0 ? lead.recipient : (all.find((t) => t.recipient.length > 0)?.recipient ?? []),
    date: dateOf(lead, all),
    status: lead.status,
    negated: lead.negated,
    evidence,
    through: all.flatMap((t) => throughPhrases(t, isTime)),
    claims: saidIn.overlapping(evidence),
    why: lead.why,
    confidence: Math.round(told * 100) / 100,
  };
}

function dateOf(lead: Told, all: readonly Told[]): CodedEvent["date"] {
  const said = [lead, ...all].filter((t) => t.date !== null);
  return (said.find((t) => !t.headline) ?? said[0])?.date ?? null;
}

/** Quoted words of a party: what it says in them is its word, not the report's. A press service's quotes are the report. */
function ownWords({ text, sentences, claims, actors }: EventInput): readonly Span[] {
  const direct = claims.filter((c) => c.kind !== "indirect" && !reports(c, actors)).map((c) => quotePart(c, text));
  const seen = claims.filter((c) => c.kind !== "indirect").map((c) => c.content);
  const loose = sentences.flatMap((s) => (FIRST_PERSON.test(text.slice(...s.span)) ? quotesIn(text, s.span) : []));
  const known = new OverlapIndex(seen);
  return [...direct, ...loose.filter((q) => known.overlapping([q]).length === 0)];
}

const FIRST_PERSON = /\b(?:I|[Ww]e|[Oo]ur|[Uu]s|[Mm]y|[Yy]ou|[Yy]our)\b/;

function quotePart(claim: Claim, text: string): Span {
  return claim.kind === "direct"
    ? claim.content
    : (quotesIn(text, claim.content)[0] ?? [claim.content[0], claim.content[0]]);
}

function quotesIn(text: string, [start, end]: Span): readonly Span[] {
  const spans: Span[] = [];
  const pattern = /[“"«][^“”"«»]{1,2000}[”"»]?/g;
  for (const match of text.slice(start, end).matchAll(pattern))
    spans.push([start + match.index, start + match.index + match[0].length]);
  return spans;
}

/** Whether a claim's speaker only reports. */
function reports(claim: Claim, actors: ActorTable): boolean {
  return claim.speaker !== null && !isParty(actors, claim.speaker);
}

/**
 * Whom a pronoun means that the actor stage left open: the speaker of its own sentence (“Turkey says it will …”), or for
 * “it” the body or country that was the subject of the sentence before.
 */
function antecedentOf(
  { sentences, actors }: EventInput,
  pronoun: string,
  sentence: number,
  token: number,
): readonly number[] {
  const here = sentences[sentence];
  if (here === undefined || !["it", "he", "she", "they"].includes(pronoun)) return [];
  const own = subjectsOf(here, actors, token).filter((p) => pronoun !== "it" || actors.actors[p]?.kind !== "person");
  if (own.length > 0) return own;
  const before = sentences[sentence - 1];
  if (pronoun !== "it" || before === undefined) return [];
  return subjectsOf(before, actors, before.tokens.length).filter((p) =>
    ["country", "organisation"].includes(actors.actors[p]?.kind ?? ""),
  );
}

/** Parties of the first subject in a sentence that names any, before a token. */
function subjectsOf(sentence: Sentence, actors: ActorTable, before: number): readonly number[] {
  const clause = clauseOf(sentence, actors);
  for (const { index } of sentence.tokens.slice(0, before)) {
    if (!isRelation(clause.tree.relation(index), "nsubj")) continue;
    const parties = partiesAt(clause, index);
    if (parties.length > 0) return parties;
  }
  return [];
}

const LOOK_BACK = 2; // sentences in which the other side of an exchange is still meant

/** The other side of an exchange told in the sentences before: the person of another country named last. */
function counterpartOf(actors: ActorTable, actor: readonly number[], sentence: number): readonly number[] {
  const own = actors.actors[actor[0] ?? -1];
  if (own === undefined || own.kind !== "person" || own.code === null) return [];
  for (let at = sentence; at >= Math.max(0, sentence - LOOK_BACK); at--)
    for (const mention of [...actors.inSentence(at)].reverse())
      for (const index of mention.actors) {
        const other = actors.actors[index];
        const person = other?.kind === "person" || (other?.kind === "unnamed" && other.sector[0] === "GOV");
        if (person && other.code !== null && other.code !== own.code && isParty(actors, index)) return [index];
      }
  return [];
}
