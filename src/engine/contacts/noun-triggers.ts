import type { Channel } from "../base/codes.js";
import type { Clause } from "./clause.js";
import type { ContactLexicon } from "./lexicon.js";
import {
  afterWord,
  codeOf,
  determiner,
  directAfter,
  directBefore,
  firstPerson,
  governorOf,
  hasWord,
  hintOf,
  ownerOf,
  subjectAt,
} from "./parties.js";
import { type Reality, realityOfNoun, realityOfVerb } from "./status.js";
import { isLive, type Trigger } from "./trigger.js";

const MESSAGE_VERBS: ReadonlySet<string> = new Set([
  "send",
  "dispatch",
  "address",
  "forward",
  "write",
  "transmit",
  "receive",
  "exchange",
  "cable",
  "wire",
]);

/** Verbs of greeting: they make a message of condolences or congratulations where nothing else carried them. */
const GREETING_VERBS: ReadonlySet<string> = new Set(["express", "offer", "extend", "convey", "present"]);

const OPEN_NOUNS: ReadonlySet<string> = new Set([
  "talk",
  "talks",
  "conversation",
  "discussion",
  "discussions",
  "negotiation",
  "consultation",
  "dialogue",
  "session",
  "summit",
  "bilateral",
  "meeting",
  "engagement",
]);

const DAYS = /^(?:today|yesterday|tomorrow|tonight|earlier|\w+day)$/;

export function nounTrigger(clause: Clause, at: number, lexicon: ContactLexicon): Trigger | null {
  const token = clause.tokens[at];
  if (token === undefined) return null;
  const match = lexicon.nouns.match(clause.tokens, at);
  if (match === null) return null;
  const { last } = match;
  const head = clause.tokens[last];
  if (head === undefined || !["NOUN", "PROPN", "NUM"].includes(head.upos) || clause.tokens[last + 1]?.lower === "-")
    return null;
  const next = clause.tokens[last + 1];
  if (next?.upos === "NOUN" && !DAYS.test(next.lower)) return null; // “negotiation process”, “call centre”
  return isLive(match.entry)
    ? liveNoun(clause, at, last, match.entry, lexicon)
    : messageNoun(clause, at, last, match.entry);
}

function liveNoun(
  clause: Clause,
  first: number,
  last: number,
  listed: Channel,
  lexicon: ContactLexicon,
): Trigger | null {
  const words = new Set(["with", "between", "among"]);
  if (listed === "meeting" && clause.tokens[last + 1]?.lower === "of") words.add("of");
  if (listed === "visit") for (const w of ["to", "by", "of"]) words.add(w);
  if (listed === "phone") for (const w of ["to", "from"]) words.add(w);
  const of = words.has("of") && listed === "meeting" ? afterWord(clause, last, new Set(["of"]), 2) : [];
  const governor = governorOf(clause, first);
  const goal =
    listed === "visit" && subjectAt(clause, governor).some((p) => clause.actors.actors[p]?.kind === "person")
      ? directBefore(clause, first)
      : []; // “Praia visit”
  const hosts = listed === "visit" ? hostsIn(clause) : [];
  const named = [
    ...new Set([
      ...goal,
      ...hosts,
      ...of,
      ...afterWord(clause, last, words, of.length > 0 ? 16 : 9, subjectAt(clause, governor)),
    ]),
  ];
  const owner = ownerOf(clause, first);
  if (governor !== first && firstPerson(clause, governor)) return null;
  const framed = named.length === 0 && owner.length === 0 ? framedParties(clause, first, last) : [];
  const between = clause.tokens.slice(last + 1, last + 10).some((t) => t.lower === "between" || t.lower === "among");
  const det = determiner(clause, first);
  const anaphoric =
    named.length === 0 && (det === "the" || det === "this" || det === "that" || det === "their" || det === "these");
  const noun = (clause.tokens[last]?.lemma ?? "").toLowerCase();
  const open = first === last && OPEN_NOUNS.has(noun);
  if (named.length === 0 && !anaphoric && owner.length === 0 && !staged(clause, first, last)) return null;
  if (open && between && named.length < 2) return null;
  const hinted = open ? hintOf(clause, lexicon, first) : null;
  const reality = realityOfNoun(clause, first, last);
  if (noun === "call" && clause.tokens[last + 1]?.lower === "for") return null;
  // A named summit is where people are, not the contact: “on the margins of the G20 Summit”.
  if (noun === "summit" && clause.tokens[last]?.upos === "PROPN" && named.length === 0) return null;
  if (reality === "none") return null;
  const subject = between ? [] : owner.length > 0 ? owner : subjectAt(clause, governor);
  const attended = anaphoric ? attendants(clause, last) : [];
  const parties = framed.length >= 2 ? framed : attended.length > 0 ? attended : [...new Set([...subject, ...named])];
  const placed = noun === "conversation" && first === last && /^(?:at|in)$/.test(clause.tokens[last + 1]?.lower ?? "");
  return {
    clause,
    first,
    last,
    channel: hinted ?? (placed ? "meeting" : listed),
    reality,
    anaphoric,
    joins: anaphoric && takesPart(clause, first, last),
    parties,
    destination: listed === "visit" ? codeOf(clause, named) : null,
    sender: null,
    separate: hasWord(clause, "separate", first),
    weak: false,
    stated: hinted !== null || !open || noun === "meeting",
    why: `the noun “${clause.tokens
      .slice(first, last + 1)
      .map((t) => t.lower)
      .join(" ")}” with its parties`,
  };
}

const STAGING: ReadonlySet<string> = new Set([
  "hold",
  "have",
  "conduct",
  "participate",
  "attend",
  "join",
  "make",
  "place",
  "initiate",
  "begin",
  "start",
  "conclude",
  "complete",
  "finish",
  "end",
  "resume",
  "host",
  "convene",
  "pay",
  "take",
  "postpone",
  "cancel",
  "schedule",
  "organise",
  "organize",
]);

/** Whether a verb of holding governs the noun, or it stands in “in a telephone conversation”, or it is itself the subject of “took place”. */
function staged(clause: Clause, first: number, last: number): boolean {
  for (let i = first - 1; i >= Math.max(0, first - 9); i--) {
    const token = clause.tokens[i];
    if (token === undefined || token.upos === "PUNCT" || token.upos === "SCONJ") break;
    if (token.upos === "VERB") return STAGING.has(token.lemma);
    if (FRAMES.has(token.lower)) return /^(?:DET|ADJ|NUM|PROPN|NOUN)$/.test(clause.tokens[i + 1]?.upos ?? "");
  }
  return clause.tokens
    .slice(last + 1, last + 8)
    .some(
      (t, k, list) =>
        t.upos === "VERB" && (STAGING.has(t.lemma) || (t.lemma === "take" && list[k + 1]?.lower === "place")),
    );
}

const FRAMES: ReadonlySet<string> = new Set(["in", "during"]);

/** “In separate calls, X discussed Y with A and B”: those who act in the sentence that the noun opens. */
function framedParties(clause: Clause, first: number, last: number): readonly number[] {
  const { tokens } = clause;
  const opens = tokens.slice(0, first).every((t) => FRAMES.has(t.lower) || /^(?:DET|ADJ|NUM|PROPN|NOUN)$/.test(t.upos));
  if (first > 7 || !opens || !tokens.slice(0, first).some((t) => FRAMES.has(t.lower))) return [];
  const verb = tokens.findIndex((t, i) => i > last && t.upos === "VERB");
  if (verb < 0) return [];
  const partners = afterWord(clause, verb, new Set(["with"]), 26);
  return [...new Set([...subjectAt(clause, verb), ...directAfter(clause, verb), ...partners])];
}

/** “the meeting was attended by X”. */
function attendants(clause: Clause, last: number): readonly number[] {
  const at = clause.tokens.findIndex((t, i) => i > last && i <= last + 4 && t.lemma === "attend");
  return at < 0 ? [] : afterWord(clause, at, new Set(["by"]), 3);
}

/** “X also took part in the talks”, “the meeting was attended by X”. */
function takesPart(clause: Clause, first: number, last: number): boolean {
  const { tokens } = clause;
  const before = tokens[governorOf(clause, first)];
  if (before !== undefined && before.index < first && /^(?:join|attend|participate)$/.test(before.lemma)) return true;
  if (before?.lemma === "take" && tokens[before.index + 1]?.lower === "part") return true;
  return tokens.slice(last + 1, last + 5).some((t, k, list) => t.lemma === "attend" && list[k + 1]?.lower === "by");
}

/** “as the guest of X”, “at the invitation of X”, “hosted by X”: who receives a visitor. */
function hostsIn(clause: Clause): readonly number[] {
  const at = clause.tokens.findIndex(
    (t, i) => /^(?:guest|invitation)$/.test(t.lower) && clause.tokens[i + 1]?.lower === "of",
  );
  return at < 0 ? [] : afterWord(clause, at, new Set(["of"]), 2);
}

/** “In a letter, X congratulated Y”: the sender is the subject, the addressee the object of the sentence. */
function framedMessage(clause: Clause, first: number, last: number, channel: Channel): Trigger | null {
  const opens = clause.tokens.slice(Math.max(0, first - 4), first).some((t) => t.lower === "in");
  const verb = clause.tokens.findIndex((t, i) => i > last && t.upos === "VERB");
  if (!opens || verb < 0) return null;
  const subject = subjectAt(clause, verb);
  const parties = [...new Set([...subject, ...directAfter(clause, verb)])];
  const sender = subject[0] ?? null;
  return parties.length < 2
    ? null
    : message(clause, first, last, channel, parties, sender, realityOfVerb(clause, verb), false);
}

function messageNoun(clause: Clause, first: number, last: number, channel: Channel): Trigger | null {
  const strict =
    /^(?:telegram|letter|message|cable)s?$/.test(clause.tokens[last]?.lower ?? "") ||
    /^(?:telegram|letter|message)/.test(clause.tokens[first]?.lower ?? "");
  const verb = governorOf(clause, first);
  const token = clause.tokens[verb];
  const greeting = token !== undefined && verb < first && GREETING_VERBS.has(token.lemma) && !strict;
  const sending =
    greeting ||
    (token !== undefined && verb < first && MESSAGE_VERBS.has(token.lemma) && !(token.lemma === "exchange" && !strict));
  const det = determiner(clause, first);
  const to = afterWord(clause, last, new Set(["to"]), 16);
  if (!sending) {
    const framed = strict ? framedMessage(clause, first, last, channel) : null;
    if (framed !== null) return framed;
    const anaphoric = strict && (det === "the" || det === "this" || det === "his" || det === "her" || det === "a");
    const sender = strict ? ownerOf(clause, first) : [];
    if (sender.length > 0 && to.length > 0)
      return message(
        clause,
        first,
        last,
        channel,
        [...sender, ...to],
        sender[0] ?? null,
        realityOfNoun(clause, first, last),
        false,
      );
    return anaphoric ? message(clause, first, last, channel, [], null, "held", true) : null;
  }
  const subject = subjectAt(clause, verb);
  const indirect = directAfter(clause, verb);
  const from = token?.lemma === "receive" ? afterWord(clause, last, new Set(["from"]), 10) : [];
  const partners = token?.lemma === "exchange" ? afterWord(clause, last, new Set(["with"]), 10) : [];
  const addressees = to.length > 0 ? to : indirect;
  const parties = [...new Set([...subject, ...addressees, ...from, ...partners])];
  const sender = token?.lemma === "exchange" ? null : from.length > 0 ? (from[0] ?? null) : (subject[0] ?? null);
  return {
    ...message(clause, first, last, channel, parties, sender, realityOfVerb(clause, verb), false),
    weak: greeting,
  };
}

function message(
  clause: Clause,
  first: number,
  last: number,
  channel: Channel,
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
