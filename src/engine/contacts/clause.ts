import type { ActorTable, Mention } from "../actors/types.js";
import type { Sentence, Token } from "../language/types.js";
import type { Cues } from "./cues.js";

/** A sentence as the contact stage reads it: its tokens and its outermost mentions. */
export interface Clause {
  readonly sentence: Sentence;
  readonly tokens: readonly Token[];
  /** Mentions that stand inside no other, in order. */
  readonly mentions: readonly Mention[];
  /** Nested ones too (“[his] meeting”). */
  readonly all: readonly Mention[];
  readonly actors: ActorTable;
  readonly cues: Cues;
}

/** Reads a sentence's outermost mentions. */
export function clauseOf(sentence: Sentence, actors: ActorTable, cues: Cues): Clause {
  const all = actors.inSentence(sentence.index).filter((m) => !isHonorific(m, sentence.tokens));
  const mentions = all.filter(
    (m) =>
      !inBrackets(m, all, sentence.tokens) &&
      !all.some(
        (o) =>
          o !== m &&
          o.first <= m.first &&
          o.last >= m.last &&
          (o.last - o.first > m.last - m.first || all.indexOf(o) < all.indexOf(m)),
      ),
  );
  return { sentence, tokens: sentence.tokens, mentions, all, actors, cues };
}

/** “[His] Highness the Crown Prince”: a form of address, no word for anybody told before. */
function isHonorific({ kind, last }: Mention, tokens: readonly Token[]): boolean {
  return (
    kind === "pronoun" && /^(?:highness|majesty|excellency|holiness|eminence)$/.test(tokens[last + 1]?.lower ?? "")
  );
}

/** “the Democratic Republic of the Congo (DRC), …”: the short form of the name before it is no further item of a list. */
function inBrackets(mention: Mention, all: readonly Mention[], tokens: readonly Token[]): boolean {
  if (tokens[mention.first - 1]?.lower !== "(" || tokens[mention.last + 1]?.lower !== ")") return false;
  return all.some((m) => m.last === mention.first - 2);
}

/** Whether a mention can be party to something: not a reporter, not a crowd. */
export function isParty(actors: ActorTable, index: number): boolean {
  const actor = actors.actors[index];
  return (
    actor !== undefined &&
    actor.role === "party" &&
    actor.kind !== "group" &&
    !(actor.kind === "unnamed" && actor.code === null)
  );
}

/** The actors of a mention that may be parties; of a delegation whoever leads it, where he is named. */
export function partiesOf(clause: Clause, mention: Mention): readonly number[] {
  const leaders = leadersOf(clause, mention);
  if (leaders.length > 0) return leaders;
  return mention.actors.filter((a) => isParty(clause.actors, a));
}

/** “a delegation led by [X]”, “the Omani team, headed by X”. */
function leadersOf({ tokens, all, actors, cues }: Clause, { first, last }: Mention): readonly number[] {
  for (let at = first; at <= last; at++) {
    if (!cues.delegation.has(tokens[at]?.lower ?? "")) continue; // “delegations led by X and Y” are two
    const verb = tokens[at + 1]?.lower === "," ? at + 2 : at + 1;
    if (!/^(?:led|headed|chaired)$/.test(tokens[verb]?.lower ?? "") || tokens[verb + 1]?.lower !== "by") return [];
    const leader = all.find((m) => m.first > verb + 1 && m.first <= verb + 3);
    return leader?.actors.filter((a) => isParty(actors, a) && actors.actors[a]?.kind === "person") ?? [];
  }
  return [];
}

/** A mention together with those coordinated to its left and right: “A, B and C”. */
export function coordinated(clause: Clause, start: number): readonly Mention[] {
  const list: Mention[] = [];
  const { mentions, tokens } = clause;
  for (let at = start; at < mentions.length; at++) {
    const mention = mentions[at];
    const next = mentions[at + 1];
    if (mention === undefined) break;
    const before = list.at(-1);
    if (before === undefined || !isApposition(clause, before, mention)) list.push(mention);
    if (next === undefined || !joins(tokens, mention.last + 1, next.first - 1)) break;
    if (tokens[next.first - 1]?.lower === "with" && tokens[next.last + 1]?.upos === "NOUN") break; // “received X with military honours”
    // “…, Peskov said”: a name after a comma before a verb of saying is who says it.
    if (
      tokens[mention.last + 1]?.lower === "," &&
      mention.last + 2 === next.first &&
      clause.cues.saying.has(tokens[next.last + 1]?.lemma ?? "")
    )
      break;
  }
  return list;
}

/** “…, Chair of the African Union”: an office behind a comma that names nobody new. */
function isApposition({ tokens, actors }: Clause, mention: Mention, next: Mention): boolean {
  if (mention.actors.every((a) => actors.actors[a]?.code == null)) return false; // the office may give the country
  if (next.kind !== "title" || tokens.slice(mention.last + 1, next.first).some((t) => t.lower === "and")) return false;
  const opens = /^\p{Lu}/u.test(tokens[next.first]?.text ?? "") && tokens[next.first]?.upos !== "ADJ";
  const seated = tokens.slice(next.first + 1, next.first + 4).some((t) => t.lower === "of" || t.lower === "to");
  return opens && seated && tokens[next.last + 1]?.lower !== "and";
}

/** Whether only list marks and short links stand between two mentions. */
function joins(tokens: readonly Token[], from: number, to: number): boolean {
  if (to < from) return false;
  let links = 0;
  for (let i = from; i <= to; i++) {
    const token = tokens[i];
    if (token === undefined) return false;
    if (token.lower === "," || token.lower === "and" || token.lower === "&" || token.lower === "with") links++;
    else if (["as", "well", "along", "together", "also", "then", "later", "separately", "both"].includes(token.lower))
      continue;
    else if (token.lower === "(" || token.lower === ")" || /^[A-Z]{2,5}$/.test(token.text)) continue;
    else return false;
  }
  return links > 0;
}

/** Index in `mentions` of the subject of the verb at token `at`; -1 when none stands before it. */
export function subjectBefore(clause: Clause, at: number): number {
  const { mentions, tokens } = clause;
  for (let k = mentions.length - 1; k >= 0; k--) {
    const mention = mentions[k];
    if (mention === undefined || mention.last >= at) continue;
    if (blocked(tokens, mention.last + 1, at)) return -1;
    const before = tokens[mention.first - 1];
    if (before !== undefined && governs(tokens, mention, at)) continue;
    if (followsAsObject(clause, mention)) continue;
    return firstOfList(clause, k);
  }
  return -1;
}

/** A clause boundary between a would-be subject and its verb. */
function blocked(tokens: readonly Token[], from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const token = tokens[i];
    if (token === undefined) continue;
    if (token.lower === ";" || token.lower === ":") return true;
  }
  return false;
}

/** Whether the mention hangs on a preposition, or is a mere possessor. */
function governs(tokens: readonly Token[], mention: Mention, at: number): boolean {
  const before = tokens[mention.first - 1];
  if (before === undefined) return false;
  const after = tokens[mention.last + 1];
  if (after !== undefined && after.index < at && (after.lower === "'s" || after.lower === "'")) return true;
  return before.upos === "ADP" || (before.lower === "to" && before.upos !== "VERB");
}

/** “thanked Macron and spoke …”: the mention is the object of a verb before it. */
function followsAsObject(clause: Clause, mention: Mention): boolean {
  const { tokens } = clause;
  const before = tokens[mention.first - 1];
  if (before === undefined || before.upos !== "VERB" || clause.cues.saying.has(before.lemma)) return false;
  const after = tokens[mention.last + 1];
  return (
    after === undefined ||
    after.upos === "CCONJ" ||
    after.upos === "PUNCT" ||
    after.upos === "ADP" ||
    after.upos === "PART"
  );
}

function firstOfList(clause: Clause, k: number): number {
  let first = k;
  while (first > 0) {
    const [left, right] = [clause.mentions[first - 1], clause.mentions[first]];
    if (left === undefined || right === undefined || !joins(clause.tokens, left.last + 1, right.first - 1)) break;
    first--;
  }
  return first;
}

/** Words in small letters, from one token on and before another. */
export function wordsIn(tokens: readonly Token[], from: number, to: number): string {
  return tokens.slice(Math.max(0, from), to).map((t) => t.lower).join(" "); // biome-ignore format: one line reads best
}
