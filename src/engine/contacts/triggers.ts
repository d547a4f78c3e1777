import type { Channel } from "../record.js";
import { type Clause, coordinated, isParty, partiesOf, subjectBefore } from "./clause.js";
import type { ContactLexicon, VerbFrame } from "./lexicon.js";
import { realityOfNoun, realityOfVerb, type Reality } from "./status.js";

/** A passage that tells of a contact: the word it rests on and whom it names. */
export interface Trigger {
  readonly clause: Clause;
  readonly first: number;
  readonly last: number;
  readonly channel: Channel;
  readonly reality: Reality;
  /** “the call”, “their meeting”: speaks of a contact told elsewhere. */
  readonly anaphoric: boolean;
  readonly parties: readonly number[];
  readonly sender: number | null;
  /** “spoke separately with A and B”: one contact with each. */
  readonly separate: boolean;
  /** A greeting that makes a contact only where the article tells of no live one. */
  readonly weak: boolean;
  /** Whether the channel was said, not supposed from the verb. */
  readonly stated: boolean;
  readonly why: string;
}

const LIVE: ReadonlySet<Channel> = new Set(["phone", "video", "visit", "meeting"]);
/** Channels of one class may be told of by each other's words (“talks” of a call or of a meeting). */
export function isLive(channel: Channel): boolean {
  return LIVE.has(channel);
}

/** Finds the passages of a sentence that tell of contacts, in order. */
export function findTriggers(clause: Clause, lexicon: ContactLexicon): readonly Trigger[] {
  const found: Trigger[] = [];
  const quoted = quotedTokens(clause);
  for (let at = 0; at < clause.tokens.length; at++) {
    if (quoted[at] === true) continue;
    const noun = nounTrigger(clause, at, lexicon);
    if (noun !== null) {
      found.push(noun);
      at = noun.last;
      continue;
    }
    const verb = verbTrigger(clause, at, lexicon);
    if (verb !== null) found.push(verb);
  }
  return found;
}

/** Tokens inside quotation marks: what somebody says of contacts is not the report's own word. */
function quotedTokens(clause: Clause): readonly boolean[] {
  let open = false;
  return clause.tokens.map((token) => {
    if (token.text === "“" || token.text === "«") open = true;
    else if (token.text === "”" || token.text === "»") open = false;
    else if (token.text === '"' || token.text === "``" || token.text === "''") open = !open;
    return open;
  });
}

function verbTrigger(clause: Clause, at: number, lexicon: ContactLexicon): Trigger | null {
  const token = clause.tokens[at];
  if (token === undefined || token.upos !== "VERB") return null;
  const match = lexicon.verbs.match(clause.tokens, at);
  if (match === null) return null;
  const frame = match.entry;
  const passive = token.xpos === "VBN" && isPassive(clause, at);
  if (firstPerson(clause, at) || (token.xpos === "VBG" && clause.tokens[at + 1]?.upos === "NOUN")) return null;
  const subject = subjectAt(clause, at);
  const objects = objectParties(clause, match.last, frame, passive);
  const people = subject.some((s) => clause.actors.actors[s]?.kind === "person");
  const together = frame.both && objects.length === 0 && subject.length >= 2 && people && intransitive(clause, match.last);
  if (objects.length === 0 && !together) return null;
  const parties = [...new Set([...subject, ...objects])];
  const separate = hasWord(clause, "separately", at);
  const hinted = hintOf(clause, lexicon, at);
  const channel = frame.weak && hinted !== null && isLive(hinted) ? frame.channel : (hinted ?? frame.channel);
  const reality = realityOfVerb(clause, at);
  const sender = isLive(channel) ? null : (subject[0] ?? null);
  return { clause, first: at, last: match.last, channel, reality, anaphoric: false, parties, sender, separate, weak: frame.weak && (hinted === null || isLive(hinted)), stated: hinted !== null || frame.stated, why: `the verb “${token.lower}” with its parties` };
}

/** “I spoke with …”: who speaks is not known here, and the parties named are not each other's. */
function firstPerson(clause: Clause, at: number): boolean {
  for (let i = at - 1; i >= Math.max(0, at - 6); i--) {
    const token = clause.tokens[i];
    if (token === undefined || token.upos === "PUNCT" || token.upos === "VERB") return false;
    if (token.lower === "i" || token.lower === "we") return true;
  }
  return false;
}

function isPassive(clause: Clause, at: number): boolean {
  for (let i = at - 1; i >= Math.max(0, at - 4); i--) {
    const token = clause.tokens[i];
    if (token?.lemma === "be") return true;
    if (token !== undefined && token.upos !== "ADV" && token.upos !== "PART" && token.upos !== "AUX") return false;
  }
  return false;
}

export function subjectAt(clause: Clause, at: number): readonly number[] {
  const k = subjectBefore(clause, at);
  if (k < 0) return [];
  return [...new Set(coordinated(clause, k).filter((m) => m.first < at).flatMap((m) => partiesOf(clause, m)))];
}

function intransitive(clause: Clause, last: number): boolean {
  const next = clause.tokens[last + 1];
  return next === undefined || ["ADP", "PUNCT", "ADV", "CCONJ", "PROPN", "NOUN", "PART", "NUM"].includes(next.upos) || next.lower === "this" || next.lower === "that";
}

function objectParties(clause: Clause, last: number, frame: VerbFrame, passive: boolean): readonly number[] {
  if (passive && frame.object) return afterWord(clause, last, new Set(["by"]), 6);
  // “called and congratulated X”: two verbs, one object.
  const shared = clause.tokens[last + 1]?.lower === "and" && clause.tokens[last + 2]?.upos === "VERB" ? last + 2 : last;
  const direct = frame.object ? directObject(clause, shared, frame) : [];
  if (direct.length > 0) return direct;
  return frame.prepositions.size > 0 && !frame.prepositions.has("obj") ? afterWord(clause, last, frame.prepositions, 14) : [];
}

/** Mention right after the verb, with those coordinated to it. */
function directObject(clause: Clause, last: number, frame: VerbFrame): readonly number[] {
  const { tokens, mentions } = clause;
  const k = mentions.findIndex((m) => m.first > last && m.first <= last + 3);
  const mention = mentions[k];
  if (mention === undefined) return [];
  for (let i = last + 1; i < mention.first; i++) {
    const token = tokens[i];
    if (token === undefined || !["ADV", "NOUN", "PROPN", "NUM"].includes(token.upos) || !/^(?:today|yesterday|monday|tuesday|wednesday|thursday|friday|saturday|sunday|earlier|also|separately|here|again)$/.test(token.lower)) return [];
  }
  const list = coordinated(clause, k);
  const end = list.at(-1)?.last ?? mention.last;
  const next = tokens[end + 1];
  if (frame.channel === "phone" && next !== undefined && ["DET", "NOUN", "ADJ"].includes(next.upos) && !/^(?:today|yesterday|monday|tuesday|wednesday|thursday|friday|saturday|sunday|late|early|earlier)$/.test(next.lower)) return [];
  if (frame.after !== null && !tokens.slice(end + 1, end + 7).some((t) => t.lower === frame.after || t.lower === "at" || t.lower === "in")) return [];
  return list.flatMap((m) => m.actors.filter((a) => isParty(clause.actors, a) && (frame.channel === "visit" || clause.actors.actors[a]?.kind !== "country")));
}

/** Parties after a preposition that follows a word, over adverbs, days and places, but over no other verb. */
function afterWord(clause: Clause, last: number, words: ReadonlySet<string>, reach: number): readonly number[] {
  const { tokens, mentions } = clause;
  for (let i = last + 1; i < Math.min(tokens.length, last + 1 + reach); i++) {
    const token = tokens[i];
    if (token === undefined) break;
    if (token.upos === "VERB" && token.xpos !== "VBN" && token.xpos !== "VBG" && i > last + 1) break;
    if (token.lower === ";" || token.lower === ".") break;
    if (!words.has(token.lower)) continue;
    const k = mentions.findIndex((m) => m.first > i && m.first <= i + 5);
    const mention = mentions[k];
    if (mention === undefined || !nearEnough(clause, i + 1, mention.first)) continue;
    const parties = coordinated(clause, k).flatMap((m) => partiesOf(clause, m));
    if (parties.length > 0) return [...new Set(parties)];
  }
  return [];
}

/** Between preposition and mention only its own modifiers may stand. */
function nearEnough(clause: Clause, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const token = clause.tokens[i];
    if (token === undefined || ["VERB", "AUX", "SCONJ", "PUNCT"].includes(token.upos)) return false;
  }
  return true;
}

function hasWord(clause: Clause, word: string, near: number): boolean {
  return clause.tokens.some((t, i) => t.lower === word && Math.abs(i - near) <= 12);
}

/** A channel said beside a word that leaves it open: “spoke by phone”, “met virtually”. */
function hintOf(clause: Clause, lexicon: ContactLexicon, at: number): Channel | null {
  for (let i = Math.max(0, at - 10); i < Math.min(clause.tokens.length, at + 30); i++) {
    const match = lexicon.hints.match(clause.tokens, i);
    if (match !== null) return match.entry;
    if (i > at && /^[;.]$/.test(clause.tokens[i]?.lower ?? "")) break;
  }
  return null;
}

const MESSAGE_VERBS: ReadonlySet<string> = new Set(["send", "dispatch", "address", "forward", "write", "transmit", "receive", "exchange", "cable", "wire"]);
/** Verbs of greeting: they make a message of condolences or congratulations where nothing else carried them. */
const GREETING_VERBS: ReadonlySet<string> = new Set(["express", "offer", "extend", "convey", "present"]);
const OPEN_NOUNS: ReadonlySet<string> = new Set(["talk", "talks", "conversation", "discussion", "discussions", "negotiation", "consultation", "dialogue", "session", "summit", "bilateral", "meeting", "engagement"]);

const DAYS = /^(?:today|yesterday|tomorrow|tonight|earlier|\w+day)$/;

function nounTrigger(clause: Clause, at: number, lexicon: ContactLexicon): Trigger | null {
  const token = clause.tokens[at];
  if (token === undefined) return null;
  const match = lexicon.nouns.match(clause.tokens, at);
  if (match === null) return null;
  const { last } = match;
  const head = clause.tokens[last];
  if (head === undefined || !["NOUN", "PROPN", "NUM"].includes(head.upos) || clause.tokens[last + 1]?.lower === "-") return null;
  const next = clause.tokens[last + 1];
  if (next?.upos === "NOUN" && !DAYS.test(next.lower)) return null; // “negotiation process”, “call centre”
  return isLive(match.entry) ? liveNoun(clause, at, last, match.entry, lexicon) : messageNoun(clause, at, last, match.entry);
}

function liveNoun(clause: Clause, first: number, last: number, listed: Channel, lexicon: ContactLexicon): Trigger | null {
  const words = new Set(["with", "between", "among"]);
  if (listed === "meeting" && clause.tokens[last + 1]?.lower === "of") words.add("of");
  if (listed === "visit") for (const w of ["to", "by", "of"]) words.add(w);
  if (listed === "phone") for (const w of ["to", "from"]) words.add(w);
  const of = words.has("of") && listed === "meeting" ? afterWord(clause, last, new Set(["of"]), 2) : [];
  const named = [...new Set([...of, ...afterWord(clause, last, words, of.length > 0 ? 16 : 9)])];
  const owner = ownerOf(clause, first);
  const governor = governorOf(clause, first);
  if (governor !== first && firstPerson(clause, governor)) return null;
  const between = clause.tokens.slice(last + 1, last + 10).some((t) => t.lower === "between" || t.lower === "among");
  const subject = between ? [] : owner.length > 0 ? owner : subjectAt(clause, governor);
  const parties = [...new Set([...subject, ...named])];
  const det = determiner(clause, first);
  const anaphoric = named.length === 0 && (det === "the" || det === "this" || det === "that" || det === "their" || det === "these");
  const noun = (clause.tokens[last]?.lemma ?? "").toLowerCase();
  const open = first === last && OPEN_NOUNS.has(noun);
  if (named.length === 0 && !anaphoric && owner.length === 0 && !staged(clause, first, last)) return null;
  if (open && between && named.length < 2) return null;
  const hinted = open ? hintOf(clause, lexicon, first) : null;
  const reality = realityOfNoun(clause, first, last);
  if (noun === "call" && clause.tokens[last + 1]?.lower === "for") return null;
  // A named summit is where people are, not the contact: “on the margins of the G20 Summit”.
  if (noun === "summit" && clause.tokens[last]?.upos === "PROPN" && named.length === 0) return null;
  const placed = noun === "conversation" && first === last && /^(?:at|in)$/.test(clause.tokens[last + 1]?.lower ?? "");
  return { clause, first, last, channel: hinted ?? (placed ? "meeting" : listed), reality, anaphoric, parties, sender: null, separate: hasWord(clause, "separate", first), weak: false, stated: hinted !== null || !open || noun === "meeting", why: `the noun “${clause.tokens.slice(first, last + 1).map((t) => t.lower).join(" ")}” with its parties` };
}

const STAGING: ReadonlySet<string> = new Set(["hold", "have", "conduct", "participate", "attend", "join", "make", "place", "initiate", "begin", "start", "conclude", "complete", "finish", "end", "resume", "host", "convene", "pay", "take", "postpone", "cancel", "schedule", "organise", "organize"]);

/** Whether a verb of holding governs the noun, or it stands in “in a telephone conversation”, or it is itself the subject of “took place”. */
function staged(clause: Clause, first: number, last: number): boolean {
  for (let i = first - 1; i >= Math.max(0, first - 9); i--) {
    const token = clause.tokens[i];
    if (token === undefined || token.upos === "PUNCT" || token.upos === "SCONJ") break;
    if (token.upos === "VERB") return STAGING.has(token.lemma);
    if ((token.lower === "in" || token.lower === "during") && /^(?:a|an|the)$/.test(clause.tokens[i + 1]?.lower ?? "")) return true;
  }
  return clause.tokens.slice(last + 1, last + 8).some((t, k, list) => t.upos === "VERB" && (STAGING.has(t.lemma) || (t.lemma === "take" && list[k + 1]?.lower === "place")));
}

/** “Putin's meeting”, “his call”: the possessor. */
function ownerOf(clause: Clause, first: number): readonly number[] {
  for (let i = first - 1; i >= Math.max(0, first - 4); i--) {
    const token = clause.tokens[i];
    if (token === undefined) break;
    if (token.lower === "'s" || token.lower === "'" || token.lower === "’s" || token.lower === "’") {
      const owner = clause.all.find((m) => m.last === i - 1 || m.last === i);
      return owner === undefined ? [] : partiesOf(clause, owner);
    }
    const pronoun = clause.all.find((m) => m.first === i && m.kind === "pronoun");
    if (pronoun !== undefined) return partiesOf(clause, pronoun);
    if (!["ADJ", "NOUN", "NUM", "PROPN"].includes(token.upos)) break;
  }
  return [];
}

/** The verb whose subject takes part in what a noun names: the nearest to its left, else the noun itself. */
function governorOf(clause: Clause, first: number): number {
  for (let i = first - 1; i >= Math.max(0, first - 14); i--) if (clause.tokens[i]?.upos === "VERB") return i;
  return first;
}

function determiner(clause: Clause, first: number): string {
  for (let i = first - 1; i >= Math.max(0, first - 5); i--) {
    const token = clause.tokens[i];
    if (token === undefined) break;
    if (token.upos === "DET" || token.xpos === "PRP$") return token.lower;
    if (!["ADJ", "NOUN", "NUM", "PROPN", "ADV"].includes(token.upos)) break;
  }
  return "";
}

function messageNoun(clause: Clause, first: number, last: number, channel: Channel): Trigger | null {
  const strict = /^(?:telegram|letter|message|cable)s?$/.test(clause.tokens[last]?.lower ?? "") || /^(?:telegram|letter|message)/.test(clause.tokens[first]?.lower ?? "");
  const verb = governorOf(clause, first);
  const token = clause.tokens[verb];
  const greeting = token !== undefined && verb < first && GREETING_VERBS.has(token.lemma) && !strict;
  const sending = greeting || token !== undefined && verb < first && MESSAGE_VERBS.has(token.lemma) && !(token.lemma === "exchange" && !strict);
  const det = determiner(clause, first);
  const to = afterWord(clause, last, new Set(["to"]), 16);
  if (!sending) {
    const anaphoric = strict && (det === "the" || det === "this" || det === "his" || det === "her" || det === "a");
    const sender = strict ? ownerOf(clause, first) : [];
    if (sender.length > 0 && to.length > 0) return message(clause, first, last, channel, [...sender, ...to], sender[0] ?? null, realityOfNoun(clause, first, last), false);
    return anaphoric ? message(clause, first, last, channel, [], null, "held", true) : null;
  }
  const subject = subjectAt(clause, verb);
  const indirect = directAfter(clause, verb);
  const from = token?.lemma === "receive" ? afterWord(clause, last, new Set(["from"]), 10) : [];
  const addressees = to.length > 0 ? to : indirect;
  const parties = [...new Set([...subject, ...addressees, ...from])];
  const sender = token?.lemma === "exchange" ? null : from.length > 0 ? (from[0] ?? null) : (subject[0] ?? null);
  return { ...message(clause, first, last, channel, parties, sender, realityOfVerb(clause, verb), false), weak: greeting };
}

function directAfter(clause: Clause, verb: number): readonly number[] {
  const mention = clause.mentions.find((m) => m.first === verb + 1);
  return mention === undefined ? [] : partiesOf(clause, mention);
}

function message(clause: Clause, first: number, last: number, channel: Channel, parties: readonly number[], sender: number | null, reality: Reality, anaphoric: boolean): Trigger {
  const unique = [...new Set(parties)];
  return { clause, first, last, channel, reality, anaphoric, parties: unique, sender, separate: false, weak: false, stated: true, why: `the noun “${clause.tokens[last]?.lower ?? ""}” and who sent it` };
}
