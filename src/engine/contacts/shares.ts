import { FINITE, subjectOf } from "../language/tree.js";
import type { Token } from "../language/types.js";
import { type Clause, subjectBefore } from "./clause.js";
import type { Gathered } from "./gather.js";
import type { ContactLexicon } from "./lexicon.js";
import { type Before, lookBack } from "./look-back.js";
import { nearSubject, subjectAt } from "./parties.js";
import { fits } from "./sides.js";
import { liesAhead } from "./status.js";
import { isLive, type Trigger } from "./trigger.js";

/** The sentences of a contact, in order. */
export interface Share {
  /** Those that speak of it. */
  readonly own: Clause[];
  /** Of those the ones that tell what was talked about in it. */
  readonly discussed: Clause[];
  /** Those whose promises were made in it. */
  readonly promised: Clause[];
}

/** Gives each sentence to its contacts: once through the text, however many contacts there are. */
export function sharesOf(
  clauses: readonly Clause[],
  gathered: readonly Gathered[],
  lexicon: ContactLexicon,
): ReadonlyMap<Gathered, Share> {
  const told = toldIn(gathered);
  const owners = ownersOf(clauses, gathered, told, lexicon);
  const shares = new Map(gathered.map((g): [Gathered, Share] => [g, { own: [], discussed: [], promised: [] }]));
  const heldBefore = lookBack(gathered.filter((g) => g.status === "held" && !g.background));
  const words = new Map(gathered.map((g) => [g, wordsOf(g)]));
  for (const clause of clauses) {
    const owner = owners.get(clause);
    const speaking = new Set([...(told.get(clause) ?? []), ...(owner === undefined ? [] : [owner])]);
    const discussing = new Set(
      [...speaking].map((g) => spokenIn(g, words.get(g)?.get(clause), clause, heldBefore, lexicon)),
    );
    for (const g of new Set([...speaking, ...discussing])) shares.get(g)?.own.push(clause);
    for (const g of discussing) shares.get(g)?.discussed.push(clause);
    if (owner !== undefined) shares.get(agreedIn(owner, clause, heldBefore) ?? owner)?.promised.push(clause);
  }
  return shares;
}

/** The contacts whose passages stand in a sentence, in their order. */
function toldIn(gathered: readonly Gathered[]): ReadonlyMap<Clause, readonly Gathered[]> {
  const told = new Map<Clause, Gathered[]>();
  for (const g of gathered)
    for (const clause of new Set(g.triggers.map((t) => t.clause))) told.set(clause, [...(told.get(clause) ?? []), g]);
  return told;
}

/** Which contact each sentence speaks of: the one it tells of, else the last whose parties it has as subject. */
function ownersOf(
  clauses: readonly Clause[],
  gathered: readonly Gathered[],
  toldIn: ReadonlyMap<Clause, readonly Gathered[]>,
  lexicon: ContactLexicon,
): ReadonlyMap<Clause, Gathered> {
  const owners = new Map<Clause, Gathered>();
  const before = lookBack(gathered);
  let last: Gathered | null = null;
  let held: Gathered | null = null; // the last that took place, as news
  for (const clause of clauses) {
    const told = toldIn.get(clause)?.[0] ?? null;
    if (told !== null) last = told;
    if (told !== null && isNews(told)) held = told;
    const owner: Gathered | null = told ?? ownerBySubject(clause, before, { last, held }, lexicon);
    const whose = owner ?? (last === null ? ownerAhead(clause, gathered, lexicon) : null);
    if (whose !== null) owners.set(clause, whose);
  }
  return owners;
}

/** “Ruto and Museveni have agreed to … They met on Sunday”: what the lead says was agreed or talked about, before it is told where. */
function ownerAhead(clause: Clause, gathered: readonly Gathered[], lexicon: ContactLexicon): Gathered | null {
  if (gathered.length === 0) return null;
  const { commitments, topics } = lexicon;
  const verb = clause.tokens.findIndex(
    (t, i) =>
      t.upos === "VERB" &&
      (commitments.match(clause.tokens, i) !== null ||
        topics.match(clause.tokens, i) !== null ||
        clause.cues.sealing.has(t.lemma)),
  );
  const subject = verb < 0 ? [] : nearSubject(clause, verb);
  if (subject.length < 2) return null;
  const held = gathered.slice(0, MOST_AHEAD).filter(isNews);
  return held.find((g) => subject.every((s) => g.parties.includes(s))) ?? null;
}

/** Contacts of an article among which one is looked for that its lead speaks of. */
const MOST_AHEAD = 8;

/** The contacts told last when a sentence is reached: of all, and of those that took place. */
interface Last {
  readonly last: Gathered | null;
  readonly held: Gathered | null;
}

function ownerBySubject(clause: Clause, before: Before, last: Last, lexicon: ContactLexicon): Gathered | null {
  const verb = clause.tokens.findIndex(
    (t, i) =>
      t.upos === "VERB" &&
      (lexicon.topics.match(clause.tokens, i) !== null || lexicon.commitments.match(clause.tokens, i) !== null),
  );
  const deed = verb < 0 ? clause.tokens.findIndex((t) => t.upos === "VERB") : verb;
  const subject = nearSubject(clause, deed);
  const groups = groupsActing(clause, deed);
  if (groups.length > 0 && groups.every((s) => isOutsider(clause, s, last.last))) return null;
  if (subject.length < 2) return ownerByTense(clause, subject, last);
  const live = before(clause.sentence.index).filter((g) => isLive(g.channel));
  const known = live.filter((g) => subject.every((s) => g.parties.includes(s)));
  const ahead = liesAhead(clause, verb) ? known.find((g) => g.status !== "held") : undefined;
  const now = isDoneNow(clause) ? known.find(isNews) : undefined;
  const found = ahead ?? now ?? known[0] ?? live.find((g) => subject.every((s) => fits(s, g.parties, clause.actors)));
  if (found !== undefined && last.held !== null && isNotYet(found) && isDoneNow(clause) && !isNamed(clause, deed)) return last.held; // biome-ignore format: one line reads best
  if (found !== undefined) return found;
  const sure = subjectAt(clause, deed); // by the tree: a list before a verb may be another's
  if (sure.length > 1 && sure.some((s) => isOutsider(clause, s, last.last))) return null;
  return ownerByTense(clause, sure, last);
}

/** “The Polish and Czech ministers signed”: people of countries who are the subject without being party to anything. */
function groupsActing({ sentence, mentions, actors: { actors } }: Clause, verb: number): readonly number[] {
  const isForeign = (a: number): boolean => actors[a]?.kind === "group" && actors[a]?.code !== "IGO"; // “the G7 ministers” are of many
  const groups = mentions.filter((m) => m.last < verb && m.actors.every(isForeign));
  const subject = groups.length === 0 ? null : subjectOf(sentence, verb);
  return groups.find((m) => subject !== null && m.first <= subject && subject <= m.last)?.actors ?? [];
}

/** “Poland and [Lithuania] pledged …” after a call of Poland with France: nobody of that country took part. */
function isOutsider({ actors: { actors } }: Clause, party: number, last: Gathered | null): boolean {
  const code = actors[party]?.code ?? null;
  return code !== null && last !== null && !last.parties.some((p) => actors[p]?.code === code);
}

/** “They will meet in May. The war was discussed”: what has been done is no part of what lies ahead or long back. */
function ownerByTense(clause: Clause, subject: readonly number[], { last, held }: Last): Gathered | null {
  if (last === null || held === null || isNews(last) || !isDoneNow(clause)) return last;
  if (last.status !== "planned" && last.status !== "proposed" && !last.background) return last;
  return subject.every((s) => fits(s, held.parties, clause.actors)) ? held : last;
}

function isNotYet({ status }: Gathered): boolean {
  return status === "planned" || status === "proposed";
}

/** “[Biden and Xi] discussed …”, not “[The two sides] discussed …”: whom the words mean is sure. */
function isNamed(clause: Clause, verb: number): boolean {
  return clause.mentions[subjectBefore(clause, verb)]?.kind === "name";
}

function isNews({ status, background, channel }: Gathered): boolean {
  return status === "held" && !background && isLive(channel);
}

/** “They discussed …”, “… has been raised”: neither to come nor long past (“had agreed”), and no word of an invitation. */
function isDoneNow({ tokens }: Clause): boolean {
  if (tokens.some((t) => t.lemma === "invitation" || t.lemma === "invite")) return false;
  const verb = tokens.find((t) => FINITE.has(t.xpos) && /^(?:VERB|AUX)$/.test(t.upos));
  if (verb === undefined || verb.lower === "had") return false;
  if (/^(?:is|are|was|were)$/.test(verb.lower) && tokens[verb.index + 1]?.lower === "to") return false; // “were to discuss”
  return verb.xpos === "VBD" || /^(?:has|have)$/.test(verb.lower);
}

/** “In follow-up to [the talks in May] the leaders discussed …”: told only as what a later contact goes on from. */
function isFollowedUp({ clause: { tokens }, first }: Trigger): boolean {
  return tokens.slice(Math.max(0, first - FOLLOW_REACH), first).some((t) => /^(?:follow-?up|up)$/.test(t.lower));
}

/** Words of “follow-up to the recent”. */
const FOLLOW_REACH = 4;

/** The news that an earlier contact between the same parties is told beside. */
function newsOf({ parties }: Gathered, clause: Clause, heldBefore: Before): Gathered | null {
  return heldBefore(clause.sentence.index + 1).find((g) => parties.every((p) => g.parties.includes(p))) ?? null;
}

/** “They agreed to meet in June”: agreed in the contact told before between the same parties, not in the one to come. */
function agreedIn(ahead: Gathered, clause: Clause, heldBefore: Before): Gathered | null {
  if (ahead.status !== "planned" && ahead.status !== "proposed") return null;
  return newsOf(ahead, clause, heldBefore);
}

/** The first word of a contact in each clause that tells of it. */
function wordsOf({ triggers }: Gathered): ReadonlyMap<Clause, Trigger> {
  const first = new Map<Clause, Trigger>();
  for (const t of triggers) if (!first.has(t.clause)) first.set(t.clause, t);
  return first;
}

/**
 * “They discussed gas and will meet again in May”: what was talked about before the word of a contact to come was so in the one
 * held.
 *
 * @param own The contact's first word in the clause.
 */
function spokenIn(
  g: Gathered,
  own: Trigger | undefined,
  clause: Clause,
  heldBefore: Before,
  lexicon: ContactLexicon,
): Gathered {
  if (own !== undefined && g.background && isFollowedUp(own) && isDoneNow(clause))
    return newsOf(g, clause, heldBefore) ?? g;
  if (g.status !== "planned" && g.status !== "proposed") return g;
  const ahead = own?.first ?? 0;
  if (ahead === 0) return own !== undefined || !isDoneNow(clause) ? g : (agreedIn(g, clause, heldBefore) ?? g);
  const { tokens, sentence } = clause;
  const isPast = ({ xpos, index }: Token): boolean =>
    xpos === "VBD" || (xpos === "VBN" && sentence.tree.relation(index) === "root"); // “discussed” may be taken for a participle
  const isSpoken = tokens
    .slice(0, ahead)
    .some((t) => t.upos === "VERB" && isPast(t) && !liesAhead(clause, t.index) && lexicon.topics.match(tokens, t.index) !== null); // biome-ignore format: one line reads best
  return (isSpoken ? agreedIn(g, clause, heldBefore) : null) ?? g;
}
