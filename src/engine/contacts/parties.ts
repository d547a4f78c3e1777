import type { Mention } from "../actors/types.js";
import { ancestors, subjectOf } from "../language/tree.js";
import { type Clause, coordinated, partiesOf, subjectBefore } from "./clause.js";

/** “I spoke with …” where it is not known who speaks: the parties named are not each other's. */
export function firstPerson(clause: Clause, at: number): boolean {
  return clause.actors.voice == null && spoken(clause, at);
}

/** “I spoke with …”, “We met …”: the subject is whoever speaks. */
function spoken(clause: Clause, at: number): boolean {
  for (let i = at - 1; i >= Math.max(0, at - 6); i--) {
    const token = clause.tokens[i];
    if (token === undefined || token.upos === "PUNCT" || token.upos === "VERB") return false;
    if (token.lower === "i" || token.lower === "we") return true;
  }
  return false;
}

/** The parties that are the subject of the verb at a token: by the tree, else by position. */
export function subjectAt(clause: Clause, at: number): readonly number[] {
  const { voice } = clause.actors;
  if (voice != null && (spoken(clause, at) || elided(clause, at))) return [voice];
  const own = subjectByTree(clause, at);
  const byTree = own.length > 0 ? own : tellersOf(clause, at);
  return byTree.length > 0 || hasPlainSubject(clause, at) ? byTree : nearSubject(clause, at);
}

/** “[Ukraine] said a delegation met X”: the country or body whose nameless people are told of. */
function tellersOf(clause: Clause, at: number): readonly number[] {
  const { sentence, tokens, cues, actors } = clause;
  const verb = sentence.tree.heads[at] ?? -1;
  const subject =
    tokens[at]?.upos === "VERB" && sentence.tree.relation(at) === "ccomp" ? subjectOf(sentence, at) : null;
  if (subject === null || !cues.saying.has(tokens[verb]?.lemma ?? "")) return [];
  if (!cues.acting.has(tokens[subject]?.lower ?? "") && !cues.delegation.has(tokens[subject]?.lemma ?? "")) return [];
  return subjectByTree(clause, verb).filter((a) => /^(?:country|organisation)$/.test(actors.actors[a]?.kind ?? ""));
}

/** “Macron said [the fighting] will be ended by talks”: a noun that means nobody is its subject, in a clause of its own. */
function hasPlainSubject({ tokens, mentions, sentence }: Clause, at: number): boolean {
  const subject = tokens[at]?.upos === "VERB" ? subjectOf(sentence, at) : null;
  if (subject === null || subject > at || tokens[subject]?.upos !== "NOUN") return false;
  if (mentions.some((m) => m.first <= subject && subject <= m.last)) return false;
  const before = mentions.findLast((m) => m.last < subject);
  return before !== undefined && tokens.slice(before.last + 1, subject).some((t) => /^VB[DPZ]$/.test(t.xpos));
}

/** “Just spoke with …”, “Great call with …”: a post that leaves out who it is about, its writer. */
function elided({ tokens }: Clause, at: number): boolean {
  const verb = tokens[at];
  if (verb === undefined || (verb.upos === "VERB" && /^VB[GP]?$/.test(verb.xpos) && verb.lower !== "met")) return false;
  return tokens.slice(0, at).every((t) => /^(?:ADV|ADJ|DET|INTJ|PUNCT|NUM|SYM)$/.test(t.upos) || t.lower === "today");
}

/** The subject by position alone: for questions asked of every sentence, which are not worth a tree. */
export function nearSubject(clause: Clause, at: number): readonly number[] {
  const k = subjectBefore(clause, at);
  return k < 0 ? [] : partiesFrom(clause, k, at);
}

/** The tree's subject, with those coordinated to it; nothing where the tree gives a word that means nobody. */
function subjectByTree(clause: Clause, at: number): readonly number[] {
  if (clause.tokens[at]?.upos !== "VERB") return [];
  const { tree } = clause.sentence;
  const subject = subjectOf(clause.sentence, at);
  if (subject === null || subject > at) return [];
  const relative = clause.tokens[subject]?.lower === "who" && tree.relation(at) === "acl:relcl";
  const token = relative ? (tree.heads[at] ?? subject) : subject; // “handed over by [X], who met Y”
  let k = clause.mentions.findIndex((m) => m.first <= token && token <= m.last);
  while (k > 0 && hangsOn(clause, k - 1, token)) k--; // “[Motegi] and Wang spoke”, where the tree makes the last the head
  return k < 0 ? [] : partiesFrom(clause, k, at);
}

/** Whether a mention that opens the sentence is tied by “and” to the next one, under a word of it. */
function hangsOn({ mentions, tokens, sentence: { tree } }: Clause, k: number, token: number): boolean {
  const [mention, next] = [mentions[k], mentions[k + 1]];
  if (mention === undefined || next === undefined || mention.last + 2 !== next.first || mention.first > 1) return false;
  return tokens[mention.last + 1]?.lower === "and" && ancestors(tree, mention.last).includes(token);
}

function partiesFrom(clause: Clause, k: number, at: number): readonly number[] {
  const before = coordinated(clause, k).filter((m) => m.first < at);
  return [...new Set(before.flatMap((m) => partiesOf(clause, m)))];
}

/** Parties after a preposition that follows a word, over adverbs, days and places, but over no other verb. */
export function afterWord(
  clause: Clause,
  last: number,
  words: ReadonlySet<string>,
  reach: number,
  subject: readonly number[] = [],
): readonly number[] {
  const { tokens, mentions } = clause;
  let about = false;
  for (let i = last + 1; i < Math.min(tokens.length, last + 1 + reach); i++) {
    const token = tokens[i];
    if (token === undefined) break;
    if (token.upos === "VERB" && token.xpos !== "VBN" && token.xpos !== "VBG" && i > last + 1) break;
    if (token.upos === "VERB" && tokens[i - 1]?.upos === "PRON") break; // “During the visit he held …”
    if (token.lower === ";" || token.lower === ".") break;
    if (token.xpos === "VBN" && tokens[i - 1]?.lemma === "be" && ARRANGING.has(token.lemma)) break; // “the call had been coordinated with London”
    const isLater = LATER.has(token.lower) && token.upos !== "ADV";
    if (isLater && (i > last + 1 || tokens[last]?.upos === "VERB")) break; // “Speaking after talks with X”
    about ||= /^(?:about|regarding|concerning)$/.test(token.lower);
    if (!words.has(token.lower) || (about && token.lower === "to")) continue; // “spoke about the response to X”
    const k = mentions.findIndex((m) => m.first > i && m.first <= i + 5);
    const mention = mentions[k];
    if (mention === undefined || !nearEnough(clause, i + 1, mention.first)) continue;
    if (/^['’]s?$/.test(tokens[mention.last + 1]?.lower ?? "")) {
      const owned = mentions.find((m) => m.first === mention.last + 2);
      if (owned !== undefined) return partiesOf(clause, owned);
      if (!tokens.slice(mention.last + 2, mention.last + 9).some((t) => clause.cues.acting.has(t.lower))) continue;
    }
    const rows = rowsOf(clause, k);
    if (rows.length > 1) return rows;
    const list = coordinated(clause, k).filter((m, n) => n === 0 || !saysBehind(clause, m));
    const parties = list.flatMap((m) => partiesOf(clause, m));
    if (about && words.has("to") && mention.actors.every((a) => clause.actors.actors[a]?.kind === "country")) continue;
    const other = parties.length > 0 && ownSide(clause, parties, subject) ? nameBehind(clause, k) : [];
    if (other.length > 0) return other;
    if (parties.length > 0) return [...new Set(parties)];
  }
  return [];
}

/** “the presidents of A, Ana Ruiz; B, Ben Roy; and C, Cem Su”: the persons named in a list that semicolons part. */
function rowsOf(clause: Clause, k: number): readonly number[] {
  const { tokens, mentions } = clause;
  let parted = false;
  const named: number[] = [];
  for (let i = k; i < mentions.length; i++) {
    const [mention, before] = [mentions[i], mentions[i - 1]];
    if (mention === undefined) break;
    const between = i === k || before === undefined ? [] : tokens.slice(before.last + 1, mention.first);
    if (!between.every((t) => /^(?:[,;]|and)$/.test(t.lower))) break;
    parted ||= between.some((t) => t.lower === ";");
    if (mention.kind === "name" && personal(clause, mention)) named.push(...partiesOf(clause, mention));
  }
  return parted ? [...new Set(named)] : [];
}

/** “…, the spokeswoman went on”: whoever says it is no further item of a list. */
function saysBehind({ tokens, cues }: Clause, { first, last }: Mention): boolean {
  const verb = tokens[last + 1];
  return (
    tokens[first - 1]?.lower === "," && verb?.upos === "VERB" && (cues.saying.has(verb.lemma) || verb.lemma === "go")
  );
}

/** What is done to a contact beforehand, with others than its parties. */
const ARRANGING: ReadonlySet<string> = new Set([
  "agree",
  "approve",
  "arrange",
  "clear",
  "coordinate",
  "prepare",
  "share",
]);

/** What stands behind these is party to another event: “spoke to the press following talks with X”. */
const LATER: ReadonlySet<string> = new Set(["following", "after", "before"]);

/** Whether all of these are of the subject's own country. */
function ownSide(clause: Clause, parties: readonly number[], subject: readonly number[]): boolean {
  const code = codeOf(clause, subject);
  return code !== null && parties.every((p) => clause.actors.actors[p]?.code === code);
}

/** “President of the Untied States Joseph Biden”: the person named right behind a title that was misread. */
function nameBehind(clause: Clause, k: number): readonly number[] {
  const title = clause.mentions[k];
  if (title === undefined || title.kind !== "title") return [];
  const next = clause.mentions.findIndex((m, i) => i > k && m.kind === "name" && personal(clause, m));
  const mention = clause.mentions[next];
  if (mention === undefined || mention.first > title.last + 5) return [];
  const between = clause.tokens.slice(title.last + 1, mention.first);
  return between.every((t) => t.upos === "PROPN" || t.lower === "of") ? partiesOf(clause, mention) : [];
}

function personal(clause: Clause, mention: Mention): boolean {
  return mention.actors.some((a) => clause.actors.actors[a]?.kind === "person");
}

/** Between preposition and mention only its own modifiers may stand. */
function nearEnough(clause: Clause, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const token = clause.tokens[i];
    if (token === undefined || ["VERB", "AUX", "SCONJ", "PUNCT"].includes(token.upos)) return false;
    if (token.upos === "ADP" && token.lower !== "of") return false;
  }
  return true;
}

/** “Putin's meeting”, “his call”: the possessor. */
export function ownerOf(clause: Clause, first: number): readonly number[] {
  for (let i = first - 1; i >= Math.max(0, first - 4); i--) {
    const token = clause.tokens[i];
    if (token === undefined) break;
    if (token.lower === "'s" || token.lower === "'" || token.lower === "’s" || token.lower === "’") {
      const owner = clause.all.find((m) => m.last === i - 1 || m.last === i);
      return owner === undefined ? [] : partiesOf(clause, owner);
    }
    const pronoun = clause.all.find((m) => m.first === i && m.kind === "pronoun");
    if (pronoun !== undefined) return partiesOf(clause, pronoun);
    const participle = token.xpos === "VBN" && clause.sentence.tree.relation(i) === "amod"; // “his failed summit”
    if (!participle && !["ADJ", "NOUN", "NUM", "PROPN"].includes(token.upos)) break;
  }
  return [];
}

/** The verb whose subject takes part in what a noun names: the nearest to its left, else the noun itself. */
export function governorOf(clause: Clause, first: number): number {
  for (let i = first - 1; i >= Math.max(0, first - 14); i--) {
    if (clause.tokens[i]?.upos === "VERB" && !isInName(clause, i)) return i;
    if (clause.tokens[i]?.upos === "AUX" && clause.tokens[i + 1]?.upos === "ADJ") return i; // “is ready for talks”
  }
  return first;
}

/** “sent President [Saied] a cable”: a name that looks like a verb. */
function isInName({ tokens, mentions }: Clause, at: number): boolean {
  return /^\p{Lu}/u.test(tokens[at]?.text ?? "") && mentions.some((m) => m.first < at && at <= m.last);
}

export function determiner(clause: Clause, first: number): string {
  for (let i = first - 1; i >= Math.max(0, first - 5); i--) {
    const token = clause.tokens[i];
    if (token === undefined) break;
    if (token.upos === "DET" || token.xpos === "PRP$") return token.lower;
    if (!["ADJ", "NOUN", "NUM", "PROPN", "ADV"].includes(token.upos)) break;
  }
  return "";
}

export function directAfter(clause: Clause, verb: number): readonly number[] {
  const mention = clause.mentions.find((m) => m.first === verb + 1);
  return mention === undefined ? [] : partiesOf(clause, mention);
}

/** Code of the first actor that has one. */
export function codeOf(clause: Clause, actors: readonly number[]): string | null {
  for (const index of actors) {
    const code = clause.actors.actors[index]?.code ?? null;
    if (code !== null) return code;
  }
  return null;
}

/** The parties of a mention right before a noun: “Praia visit”. */
export function directBefore(clause: Clause, first: number): readonly number[] {
  const mention = clause.mentions.find((m) => m.last === first - 1 && m.kind === "name");
  return mention === undefined ? [] : partiesOf(clause, mention);
}
