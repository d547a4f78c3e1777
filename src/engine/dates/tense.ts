import type { Token } from "../language/types.js";
import type { Entry } from "./lexicon.js";
import { isWord, type Scan } from "./scan.js";

/** Which side of publication the clause of a time expression points to. */
export interface Tense {
  readonly direction: "past" | "future" | "present" | null;
  /** A verb in the present stands right before: “Congress reconvenes Monday” names a day ahead. */
  readonly close?: boolean;
  /** The verb and a word before the time both point ahead: “will release them by March”. */
  readonly sure?: boolean;
  /** What says so, in words: “the verb is ‘said’”; empty when nothing does. */
  readonly because: string;
}

/** How far from the expression a verb may stand, in tokens. */
const REACH = 18;
/** How far before the expression a word may point ahead: “by”, “due”, “until early”; numbers and zones not counted. */
const CUE_REACH = 3;
/** How far before an infinitive the verb may stand that governs it. */
const GOVERNOR_REACH = 8;
const MODALS_AHEAD = new Set(["will", "shall", "'ll", "wo", "would", "might", "may", "should"]);
const BREAK = new Set([";", ":"]);
const UNKNOWN: Tense = { direction: null, because: "" };

/**
 * The tense of the clause around words `first` to `end` (not included): the nearest verb, before or after, with its
 * auxiliaries. Works from tags alone; a wrong tag costs a direction, never a failure.
 */
export function tenseAt(scan: Scan, first: number, end: number): Tense {
  if (isWord(scan, end, "'s", "'")) return UNKNOWN; // “Wednesday's ruling”: the verb tells of the ruling's effects
  const { tokens } = scan.sentence;
  const from = scan.words[first]?.token ?? 0;
  // “vowed to avenge the attack of Oct. 7”: what is called by its day has been.
  if (tokens[from - 1]?.lower === "of" && entryOf(scan, tokens[from - 2]?.lower ?? "")?.deed === true)
    return { direction: "past", because: `the ${tokens[from - 2]?.text} is over` };
  const to = scan.words[end - 1]?.token ?? from;
  const verb = nearestVerb(scan, from, to);
  const tense = verb === null ? UNKNOWN : verbTense(scan, verb, from);
  const cue = pointer(scan, tokens, from);
  if (cue === null && (beforeThing(tokens, from) || isComing(scan, tokens, from, to)))
    return { direction: "future", because: "it is told as lying ahead" };
  if (cue === null) return tense;
  if (verb !== null && hasHad(tokens, verb)) return tense; // “by Wednesday they had filed”
  return cue.direction === "future" && tense.direction === "future" ? { ...cue, sure: true } : cue;
}

function nearestVerb(scan: Scan, from: number, to: number): number | null {
  const { tokens } = scan.sentence;
  const before = seek(tokens, from - 1, -1);
  const after = seek(tokens, to + 1, 1);
  if (before === null) return after !== null && tokens[after - 1]?.lower === "to" ? null : after;
  return after === to + 1 && from - before > 3 ? after : before;
}

/** A word just before that points ahead or behind. */
function pointer(scan: Scan, tokens: readonly Token[], from: number): Tense | null {
  let thing = false;
  for (let i = from - 1, n = 0; i >= 0 && n < CUE_REACH; i--) {
    const token = tokens[i];
    if (token === undefined || isVerb(token) || BREAK.has(token.text)) return null;
    const entry = entryOf(scan, token.lower);
    const preposition = token.upos === "ADP" || token.upos === "SCONJ";
    if (entry?.direction !== undefined && token.upos !== "NOUN" && !(preposition && thing))
      // “by phone on Tuesday”
      return {
        direction: entry.direction,
        because: `“${token.text}” points ${entry.direction === "past" ? "back" : "ahead"}`,
      };
    if (/^(?:NOUN|PROPN|PRON)$/.test(token.upos)) thing = true;
    if (token.lower === "as" && /^(?:early|soon)$/.test(tokens[i - 1]?.lower ?? "") && tokens[i - 2]?.lower === "as")
      return { direction: "future", because: `“as ${tokens[i - 1]?.lower} as” points ahead` };
    const timely = token.upos === "NUM" || entry?.zone !== undefined || /^[ap]\.?m\.?$/.test(token.lower);
    if (!timely) n++;
  }
  return null;
}

/** “on the eve of his talks with X on Wednesday”, “ahead of the vote on Sunday”: what is told lies before it. */
function beforeThing(tokens: readonly Token[], from: number): boolean {
  for (let i = from - 1; i >= Math.max(0, from - EVE_REACH); i--) {
    const token = tokens[i];
    if (token === undefined || isVerb(token) || BREAK.has(token.text) || token.text === ",") return false;
    if (token.lower === "of" && /^(?:eve|ahead)$/.test(tokens[i - 1]?.lower ?? "")) return true;
  }
  return false;
}

/** “the upcoming anniversary, in July, of their treaty”: a time set off by commas from what is called coming. */
function isComing(scan: Scan, tokens: readonly Token[], from: number, to: number): boolean {
  if (tokens[from - 1]?.upos !== "ADP" || tokens[from - 2]?.text !== "," || tokens[to + 1]?.text !== ",") return false;
  for (let i = from - 3; i >= Math.max(0, from - EVE_REACH); i--) {
    const token = tokens[i];
    if (token === undefined || isVerb(token) || BREAK.has(token.text) || token.text === ",") return false;
    if (token.upos === "ADJ" && entryOf(scan, token.lower)?.direction === "future") return true;
  }
  return false;
}

/** How far “on the eve of” may stand before the day of the event it names. */
const EVE_REACH = 11;

function entryOf(scan: Scan, lower: string): Entry | undefined {
  return scan.lexicon.words.get(lower);
}

function isVerb(token: Token): boolean {
  return token.upos === "VERB" || token.upos === "AUX";
}

function seek(tokens: readonly Token[], start: number, step: 1 | -1): number | null {
  for (let i = start, n = 0; i >= 0 && i < tokens.length && n < REACH; i += step, n++) {
    const token = tokens[i];
    if (token === undefined || BREAK.has(token.text)) return null;
    if (isVerb(token) && !isThing(tokens, i)) return i;
  }
  return null;
}

/** “will close the [crossing] from Friday”: a noun that a tagger takes for a participle. */
function isThing(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  return tokens[at]?.xpos === "VBG" && (before?.upos === "DET" || before?.xpos === "PRP$" || before?.xpos === "POS");
}

/** @param from First token of the time expression. */
function verbTense(scan: Scan, at: number, from: number): Tense {
  const { tokens } = scan.sentence;
  const verb = tokens[at];
  if (verb === undefined) return UNKNOWN;
  if (isSet(tokens, at, from)) return { direction: "future", because: `it is the day that is ${verb.text}` };
  for (let i = at - 1; i >= Math.max(0, at - 4); i--) {
    const token = tokens[i];
    if (token === undefined) break;
    const because = `the verb is “${token.text} ${verb.text}”`;
    if (MODALS_AHEAD.has(token.lower)) return { direction: modalTense(verb, token), because };
    if (token.lower === "to" && verb.xpos === "VB") return { direction: infinitive(scan, i), because };
    const aux = verb.xpos === "VBD" ? null : auxTense(scan, i, verb);
    if (aux !== null) return { direction: aux, because };
    if (token.upos !== "ADV" && token.upos !== "PART" && token.upos !== "AUX") break;
  }
  const shared = /^VBP?$/.test(verb.xpos) ? sharedModal(tokens, at) : null;
  if (shared !== null) return { direction: "future", because: `the verb is “${shared.text} … ${verb.text}”` };
  if (/^(?:is|are)$/.test(verb.lower) && tokens[at + 1]?.lower === "due" && at < from)
    return { direction: "future", because: "“due” points ahead" };
  if (/^(?:is|are)$/.test(verb.lower) && tokens[at + 1]?.lower === "to" && tokens[at + 2]?.xpos === "VB")
    return { direction: "future", because: `the verb is “${verb.text} to ${tokens[at + 2]?.text}”` };
  if (verb.lemma.toLowerCase() === "invite" && tokens.slice(at + 1, from).some((t) => t.lower === "to"))
    return { direction: "future", because: "an invitation lies ahead" };
  if (isTimetable(scan, verb) && at < from)
    return { direction: "future", because: `“${verb.text}” with a day lies ahead` };
  const own = verb.xpos === "VBN" || verb.upos === "AUX" ? entryOf(scan, verb.lower)?.direction : undefined;
  const tense = own === undefined ? finite(verb, from - at) : { direction: own };
  return { ...tense, because: `the verb is “${verb.text}”` };
}

/** “[will] tour a plant and leave for home”: what comes before a verb is of those joined to it too. */
function sharedModal(tokens: readonly Token[], at: number): Token | null {
  if (tokens[at - 1]?.lower !== "and") return null;
  for (let i = at - 2; i >= Math.max(0, at - REACH); i--) {
    const token = tokens[i];
    if (token === undefined || BREAK.has(token.text) || /^VB[DPZ]$/.test(token.xpos)) return null;
    if (MODALS_AHEAD.has(token.lower)) return /^(?:would|might|may|should)$/.test(token.lower) ? null : token;
  }
  return null;
}

/** “flies to Ankara on Friday.”: the present of a journey, in a sentence with its stop; headlines and captions are another's. */
function isTimetable(scan: Scan, verb: Token): boolean {
  const { tokens } = scan.sentence;
  if (!/^VB[ZP]$/.test(verb.xpos) || tokens.at(-1)?.text !== ".") return false;
  return entryOf(scan, verb.lemma.toLowerCase())?.timetable === true && !tokens.some((t) => t.xpos === "VBD");
}

/** “proposed a meeting in Busia on Monday”, “declared Monday a day of mourning”: the day is what is proposed or declared. */
function isSet(tokens: readonly Token[], at: number, from: number): boolean {
  const lemma = tokens[at]?.lemma.toLowerCase() ?? "";
  const between = tokens.slice(at + 1, from);
  if (/^(?:propose|suggest|offer)$/.test(lemma)) return isAppointed(between);
  if (!/^(?:declare|proclaim|name|designate)$/.test(lemma) || between.length > 0) return false;
  return tokens.slice(from + 1, from + SET_REACH).some((t) => /^(?:day|holiday)$/.test(t.lower));
}

/** Whether what is proposed is appointed for a day: the verb's own object is, what stands after a preposition is not. */
function isAppointed(between: readonly Token[]): boolean {
  const at = between.findIndex((t) => APPOINTED.test(t.lower));
  return at >= 0 && !between.slice(0, at).some((t) => t.upos === "ADP");
}

/** What has a day of its own, which a proposal names. */
const APPOINTED = /^(?:meeting|talks|summit|call|visit|session|round|conference|vote|referendum|truce|ceasefire)$/;
/** Tokens behind a day within which it is called one: “a national day of mourning”. */
const SET_REACH = 6;

/** “would have met”, “may have fled” look back. */
function modalTense(verb: Token, modal: Token): Tense["direction"] {
  return verb.xpos === "VBN" && !/^(?:will|'ll|shall|wo)$/.test(modal.lower) && verb.lower !== "be" ? "past" : "future";
}

/** “agreed to meet” and “is due to close” lie ahead; “had been due to expire” and “gathered to mark” do not. */
function infinitive(scan: Scan, to: number): Tense["direction"] {
  const { tokens } = scan.sentence;
  for (let i = to - 1; i >= Math.max(0, to - GOVERNOR_REACH); i--) {
    const token = tokens[i];
    if (token === undefined || BREAK.has(token.text)) break;
    const direction = entryOf(scan, token.lower)?.direction;
    const onward = entryOf(scan, token.lemma.toLowerCase())?.onward === true;
    if (direction === "future" || onward) return hasHad(tokens, i) ? "past" : "future";
    if (token.upos === "VERB") return token.xpos === "VBD" ? "past" : "future";
  }
  return "future";
}

/** Whether “had” stands before the verb: the time told is over. */
function hasHad(tokens: readonly Token[], at: number): boolean {
  for (let i = at; i >= Math.max(0, at - 3); i--) if (tokens[i]?.lower === "had") return true;
  return false;
}

function auxTense(scan: Scan, at: number, verb: Token): Tense["direction"] {
  const { tokens } = scan.sentence;
  const lower = tokens[at]?.lower ?? "";
  const before = tokens[at - 1]?.lower ?? "";
  if (/^(?:had|did)$/.test(lower)) return "past";
  const ahead = entryOf(scan, verb.lower)?.direction === "future"; // “was scheduled for Tuesday”
  if (/^(?:was|were)$/.test(lower)) return ahead ? "future" : "past";
  if (lower === "been") return hasHad(tokens, at) || !ahead ? "past" : "future";
  if (MODALS_AHEAD.has(before)) return lower === "have" ? "past" : "future";
  if (lower === "be") return before === "to" ? infinitive(scan, at - 1) : null;
  if (/^(?:has|have|'ve)$/.test(lower)) return ahead ? "future" : "past"; // “has scheduled a meeting Thursday”
  if (!/^(?:is|are|am|'re|'m)$/.test(lower)) return null;
  return ahead || verb.xpos === "VBG" ? "future" : "present"; // “is visiting Moscow on Tuesday”
}

/** @param gap Tokens from the verb to the expression. */
function finite(verb: Token, gap: number): Pick<Tense, "direction" | "close"> {
  if (verb.xpos === "VBD" || verb.xpos === "VBN") return { direction: "past" };
  const close = verb.xpos === "VBZ" && verb.upos === "VERB" && gap > 0 && gap <= 2 && verb.text === verb.lower;
  return { direction: verb.xpos === "VBZ" || verb.xpos === "VBP" ? "present" : null, close };
}
