import type { Channel } from "../base/codes.js";
import { ancestors, subjectOf } from "../language/tree.js";
import type { Clause } from "./clause.js";
import { realityOfNoun } from "./noun-status.js";
import { afterWord, determiner, directAfter, governorOf, ownerOf, subjectAt } from "./parties.js";
import { type Reality, realityOfVerb } from "./status.js";
import type { Trigger } from "./trigger.js";

/** A noun that names a message, with its first and last token. */
export interface MessageNoun {
  readonly clause: Clause;
  readonly first: number;
  readonly last: number;
  readonly channel: Channel;
}

/** “In a letter, X congratulated Y”, “In a letter to Y, X asked …”: the sender is the subject, the addressee the object of the sentence. */
function framedMessage(noun: MessageNoun, to: readonly number[]): Trigger | null {
  const { clause, first, last } = noun;
  const opens = clause.tokens.slice(Math.max(0, first - 4), first).some((t) => t.lower === "in");
  const verb = clause.tokens.findIndex((t, i) => i > last && t.upos === "VERB" && !describes(clause, i, last));
  if (!opens) return null;
  if (verb < 0 || clause.tokens[last + 1]?.lower === "that") return toldIn(noun);
  const subject = subjectAt(clause, verb);
  const direct = to.length > 0 ? to : directAfter(clause, verb);
  // “In a telegram, X expressed his condolences to Y”
  const reached = direct.length === 0 && clause.cues.greeting.has(clause.tokens[verb]?.lemma ?? "");
  const parties = [...new Set([...subject, ...(reached ? afterWord(clause, verb, TO, EXPRESSED_REACH) : direct)])];
  // “to Y, X asked”: a list by its look
  const sender = subject.find((s) => !to.includes(s)) ?? subject.at(-1) ?? null;
  return parties.length < 2 ? null : message(noun, parties, sender, realityOfVerb(clause, verb), false);
}

const TO: ReadonlySet<string> = new Set(["to"]);
/** Words of “expressed his deepest sympathy and condolences to”. */
const EXPRESSED_REACH = 12;

/** “A third cable, from X, [went] to Y”: the message is what goes. */
function sentOnItsWay(noun: MessageNoun): Trigger | null {
  const { clause, last } = noun;
  const { tokens, sentence } = clause;
  const verb = tokens.findIndex((t, i) => i > last && t.upos === "VERB" && GOING.test(t.lemma));
  if (verb < 0 || verb > last + GOING_REACH || subjectOf(sentence, verb) !== last) return null;
  const from = afterWord(clause, last, new Set(["from", "by"]), 3);
  const to = afterWord(clause, verb, TO, 3);
  const [sender = null] = from;
  return sender === null || to.length === 0 ? null : message(noun, [...from, ...to], sender, realityOfVerb(clause, verb), false); // biome-ignore format: one line reads best
}

const GOING = /^(?:go|come|reach|follow|send|address|deliver)$/;
/** Words of “cable, from His Highness the Prime Minister …, went”. */
const GOING_REACH = 20;

/** “a letter [seen] by Reuters”, “a letter dated May 3 and [published] by the palace”: what is said of the letter itself. */
function describes({ tokens, sentence: { tree } }: Clause, at: number, noun: number): boolean {
  if (!/^VB[NG]$/.test(tokens[at]?.xpos ?? "")) return false;
  const first = ancestors(tree, at).find((up) => tree.relation(up) !== "conj") ?? -1;
  return tree.relation(first) === "acl" && (tree.heads[first] ?? -1) <= noun;
}

/** “X warned Y in a letter that …”: who does so, and whom. */
function toldIn(noun: MessageNoun): Trigger | null {
  const { clause, first } = noun;
  const verb = governorOf(clause, first);
  if (verb >= first || !clause.cues.speaking.has(clause.tokens[verb]?.lemma ?? "")) return null;
  const to = directAfter(clause, verb);
  const subject = subjectAt(clause, verb).filter((s) => !to.includes(s));
  const [sender = null] = subject;
  if (sender === null || to.length === 0) return null;
  return { ...message(noun, [...subject, ...to], sender, realityOfVerb(clause, verb), false), senders: subject };
}

/** “In the same telegram he praised …”: the one told before. */
function isSame({ tokens }: Clause, first: number): boolean {
  return tokens[first - 1]?.lower === "same";
}

/** “a letter to X in which Y asked …”: whoever does something in it sent it. */
function describedMessage(noun: MessageNoun, to: readonly number[]): Trigger | null {
  const { clause, last, channel } = noun;
  const { tokens } = clause;
  if (channel === "message" && to.length === 0) return null; // “posted a message in which he mocked X”
  const which = tokens.findIndex((t, i) => i > last + 1 && t.lower === "which" && tokens[i - 1]?.lower === "in");
  const verb = which < 0 ? -1 : tokens.findIndex((t, i) => i > which && t.upos === "VERB");
  if (verb < 0 || which - last > WHICH_REACH) return null;
  const sender = subjectAt(clause, verb).find((s) => !to.includes(s)) ?? null;
  const parties = sender === null ? [] : [sender, ...(to.length > 0 ? to : directAfter(clause, verb))];
  return new Set(parties).size < 2 ? null : message(noun, parties, sender, "held", false);
}

/** How far behind a letter “in which” may stand. */
const WHICH_REACH = 14;

/** “wrote on Telegram”, “in a post via Telegram”: the network, no message to anybody. */
function isNetwork({ tokens }: Clause, first: number, last: number): boolean {
  return first === last && tokens[first]?.lower === "telegram" && NETWORKED.has(tokens[first - 1]?.lower ?? "");
}

const NETWORKED: ReadonlySet<string> = new Set(["on", "via", "through", "over", "and"]);

export function messageNoun(noun: MessageNoun): Trigger | null {
  const { clause, first, last } = noun;
  if (isNetwork(clause, first, last)) return null;
  const strict =
    /^(?:telegram|letter|message|cable)s?$/.test(clause.tokens[last]?.lower ?? "") ||
    /^(?:telegram|letter|message)/.test(clause.tokens[first]?.lower ?? "");
  const verb = governorOf(clause, first);
  const token = clause.tokens[verb];
  const greeting = token !== undefined && verb < first && clause.cues.greeting.has(token.lemma) && !strict;
  const sending =
    greeting ||
    (token !== undefined &&
      verb < first &&
      clause.cues.sending.has(token.lemma) &&
      !(token.lemma === "exchange" && !strict));
  const det = determiner(clause, first);
  if (clause.tokens.slice(Math.max(0, first - 2), first).some((t) => clause.cues.figurative.has(t.lower))) return null;
  const to = afterWord(clause, last, new Set(["to"]), 16);
  if (!sending) {
    const framed = strict && !isSame(clause, first) ? framedMessage(noun, to) : null;
    if (framed !== null) return framed;
    const sent = strict ? sentOnItsWay(noun) : null;
    if (sent !== null) return sent;
    const described = strict ? describedMessage(noun, to) : null;
    if (described !== null) return described;
    const anaphoric = strict && (det === "the" || det === "this" || det === "his" || det === "her");
    const sender = strict ? ownerOf(clause, first) : [];
    if (sender.length > 0 && to.length > 0)
      return message(noun, [...sender, ...to], sender[0] ?? null, realityOfNoun(clause, first, last), false);
    return anaphoric ? message(noun, [], null, "held", true) : null;
  }
  const subject = subjectAt(clause, verb);
  const indirect = directAfter(clause, verb);
  const from = token?.lemma === "receive" ? afterWord(clause, last, new Set(["from"]), 10) : [];
  const partners = token?.lemma === "exchange" ? afterWord(clause, last, new Set(["with"]), 10) : [];
  const addressees = to.length > 0 ? to : indirect;
  const parties = [...new Set([...subject, ...addressees, ...from, ...partners])];
  const sender = token?.lemma === "exchange" ? null : from.length > 0 ? (from[0] ?? null) : (subject[0] ?? null);
  return {
    ...message(noun, parties, sender, realityOfVerb(clause, verb), false),
    ...(sender !== null && subject[0] === sender ? { senders: subject } : {}),
    weak: greeting,
  };
}

function message(
  { clause, first, last, channel }: MessageNoun,
  parties: readonly number[],
  sender: number | null,
  reality: Reality,
  anaphoric: boolean,
): Trigger {
  const unique = [...new Set(parties)];
  return {
    clause,
    first,
    last,
    channel,
    reality,
    anaphoric,
    joins: false,
    parties: unique,
    destination: null,
    sender,
    separate: false,
    weak: false,
    stated: true,
    why: `the noun “${clause.tokens[last]?.lower ?? ""}” and who sent it`,
  };
}
