import type { Channel } from "../base/codes.js";
import type { Token } from "../language/types.js";
import { type Clause, coordinated, isParty, partiesOf } from "./clause.js";
import { hintOf } from "./hints.js";
import { cameAsGuest, invited, inviters } from "./invitations.js";
import type { ContactLexicon, VerbFrame } from "./lexicon.js";
import { openedParties } from "./noun-frames.js";
import { afterWord, codeOf, firstPerson, subjectAt } from "./parties.js";
import { areSeveral, isSaidSeparate } from "./separate.js";
import { realityOfVerb } from "./status.js";
import { isLive, type Trigger } from "./trigger.js";

export function verbTrigger(clause: Clause, at: number, lexicon: ContactLexicon): Trigger | null {
  const token = clause.tokens[at];
  if (token === undefined || token.upos !== "VERB") return null;
  if (token.lemma === "join" && token.xpos === "VBN" && isPassive(clause, at)) return joined(clause, at);
  const match = lexicon.verbs.match(clause.tokens, at);
  if (match === null) return token.lemma === "invite" ? invited(clause, at) : cameAsGuest(clause, at);
  const frame = match.entry;
  if (frame.lemma === "call on" && isAppeal(clause, match.last)) return null;
  const passive = token.xpos === "VBN" && isPassive(clause, at);
  if (firstPerson(clause, at) || (token.xpos === "VBG" && clause.tokens[at + 1]?.upos === "NOUN")) return null;
  const objects = objectParties(clause, match.last, frame, passive);
  if (objects.length === 0 && !frame.both) return null;
  const way = frame.hinted ? hintOf(clause, lexicon, at, true) : null;
  if (frame.hinted && (way === null || !isLive(way))) return null;
  const hinted = hintOf(clause, lexicon, at);
  const opened = at === 0 && objects.length === 0 && frame.both && hinted !== null;
  const subject = opened ? openedParties(clause) : subjectAt(clause, at); // “Speaking by phone, A and B agreed …”
  const together = objects.length === 0 && areTogether(clause, match.last, frame, subject);
  const again = frame.both && objects.length === 0 && refersBack(clause, at) && intransitive(clause, match.last);
  if (objects.length === 0 && !together && !again) return null;
  const reality = realityOfVerb(clause, at);
  const parties = [...new Set([...(reality === "proposed" ? inviters(clause, at) : []), ...subject, ...objects])];
  const channel = channelOf(clause, at, match.last, frame, hinted, together);
  const sender = isLive(channel) ? null : (subject[0] ?? null);
  const honoured = isHonoured(clause, at);
  const destination = channel === "visit" ? codeOf(clause, objects) : honoured ? codeOf(clause, subject) : null;
  return {
    clause,
    destination,
    first: at,
    last: match.last,
    channel: honoured ? "visit" : channel,
    reality,
    anaphoric: again && !together,
    joins: false,
    parties: again && !together ? [] : parties,
    sender,
    ...(sender === null || together ? {} : { senders: subject }),
    separate: isSaidSeparate(clause, at) || areSeveral(clause, match.last, subject, objects),
    weak: frame.weak && (hinted === null || isLive(hinted)),
    stated: hinted !== null || frame.stated,
    why: `the verb “${token.lower}” with its parties`,
  };
}

/** Whether a subject of several do it with each other: “Lavrov and Wang met”. */
function areTogether(clause: Clause, last: number, frame: VerbFrame, subject: readonly number[]): boolean {
  if (!frame.both || subject.length < 2) return false;
  const people = subject.some((s) => clause.actors.actors[s]?.kind === "person");
  return people && (frame.hinted || intransitive(clause, last));
}

/** The verb's own channel, unless other words of the clause tell it better. */
function channelOf(
  clause: Clause,
  at: number,
  last: number,
  frame: VerbFrame,
  hinted: Channel | null,
  together: boolean,
): Channel {
  if (hinted !== null) return frame.weak && isLive(hinted) ? frame.channel : hinted;
  const heard = frame.channel === "phone" && !frame.stated;
  // “in this file photo, X speaks with Y”; “A and B talk in Lima”
  return heard && (isPictured(clause, at) || (together && isPlaced(clause, last + 1))) ? "meeting" : frame.channel;
}

/** A caption tells in the present what a picture named before shows; not “spoke with X about a photo”. */
function isPictured({ tokens, cues }: Clause, at: number): boolean {
  return /^VB[ZPG]$/.test(tokens[at]?.xpos ?? "") && tokens.slice(0, at).some((t) => cues.picture.has(t.lower));
}

/** “received X with military honours”, “received X at the palace, the second day of a working visit”: a guest from abroad is on a visit. */
function isHonoured({ tokens, cues }: Clause, at: number): boolean {
  if (!cues.hosting.has(tokens[at]?.lemma ?? "") && tokens[at]?.lemma !== "welcome") return false;
  return tokens.some((token, i) => {
    const before = tokens[i - 1]?.lower ?? "";
    if (i <= at) return false;
    if (token.lower === "visit")
      return VISITS.test(before) && /^(?:an?|his|her|their)$/.test(tokens[i - 2]?.lower ?? "");
    const word = token.lower === "guard" ? (tokens[i + 2]?.lower ?? "") : before; // “a guard of honour”
    return /^(?:honou?rs|guard)$/.test(token.lower) && /^(?:military|full|state|honou?r)$/.test(word);
  });
}
const VISITS = /^(?:working|official|state|friendly|inaugural)$/;

/** “A and B talk [in Lima]”: where both are, so that they need no telephone. */
function isPlaced({ tokens, actors, sentence }: Clause, at: number): boolean {
  if (!/^(?:in|at)$/.test(tokens[at]?.lower ?? "")) return false;
  return actors.places.some((p) => p.sentence === sentence.index && p.first === at + 1);
}

/** “They last met in June”: the parties told of before. */
function refersBack(clause: Clause, at: number): boolean {
  return clause.tokens.slice(Math.max(0, at - 4), at).some((t) => t.lower === "they");
}

/** “The leaders were joined by X”. */
function joined(clause: Clause, at: number): Trigger | null {
  const parties = afterWord(clause, at, new Set(["by"]), 3);
  if (parties.length === 0 || realityOfVerb(clause, at) !== "held") return null;
  return {
    clause,
    first: at,
    last: at,
    channel: "meeting",
    reality: "held",
    anaphoric: true,
    joins: true,
    parties,
    destination: null,
    sender: null,
    separate: false,
    weak: false,
    stated: false,
    why: "“joined by”: a further party",
  };
}

function isPassive(clause: Clause, at: number): boolean {
  for (let i = at - 1; i >= Math.max(0, at - 4); i--) {
    const token = clause.tokens[i];
    if (token?.lemma === "be") return true;
    if (token !== undefined && token.upos !== "ADV" && token.upos !== "PART" && token.upos !== "AUX") return false;
  }
  return false;
}

function intransitive(clause: Clause, last: number): boolean {
  const next = clause.tokens[last + 1];
  return (
    next === undefined ||
    ["ADP", "PUNCT", "ADV", "CCONJ", "PROPN", "NOUN", "PART", "NUM"].includes(next.upos) ||
    /^(?:this|that|next|last|late|early)$/.test(next.lower)
  );
}

function objectParties(clause: Clause, last: number, frame: VerbFrame, passive: boolean): readonly number[] {
  // “has written to Modi”; what is written is no letter to whoever it speaks of
  if (frame.lemma === "write" && clause.tokens[last + 1]?.lower !== "to") return [];
  if (passive && frame.object) return afterWord(clause, last, new Set(["by"]), 6);
  // “called and congratulated X”: two verbs, one object.
  const shared = clause.tokens[last + 1]?.lower === "and" && clause.tokens[last + 2]?.upos === "VERB" ? last + 2 : last;
  const direct = frame.object ? directObject(clause, shared, frame) : [];
  if (direct.length > 0) return direct;
  return frame.prepositions.size > 0 && !frame.prepositions.has("obj")
    ? afterWord(clause, last, frame.prepositions, 14)
    : [];
}

/** Mention right after the verb, with those coordinated to it. */
function directObject(clause: Clause, last: number, frame: VerbFrame): readonly number[] {
  const { tokens, mentions } = clause;
  const k = mentions.findIndex((m) => m.first > last && m.first <= last + 3);
  const mention = mentions[k];
  if (mention === undefined) return [];
  for (let i = last + 1; i < mention.first; i++) {
    const token = tokens[i];
    if (
      token === undefined ||
      !["ADV", "NOUN", "PROPN", "NUM"].includes(token.upos) ||
      !/^(?:today|yesterday|monday|tuesday|wednesday|thursday|friday|saturday|sunday|earlier|also|separately|here|again)$/.test(
        token.lower,
      )
    )
      return [];
  }
  const list = coordinated(clause, k);
  const end = list.at(-1)?.last ?? mention.last;
  const next = tokens[end + 1];
  if (next !== undefined && /^['’]s?$/.test(next.lower)) return ownedBy(clause, end + 2);
  if (next !== undefined && isModifier(frame, next)) return [];
  if (
    frame.after !== null &&
    !tokens
      .slice(mention.head + 1, end + 7)
      .some((t) => t.lower === frame.after || t.lower === "at" || t.lower === "in")
  )
    return [];
  return list.flatMap((m) =>
    m.actors.filter(
      (a) => isParty(clause.actors, a) && (frame.channel === "visit" || clause.actors.actors[a]?.kind !== "country"),
    ),
  );
}

/** “met Putin's aide Yury Ushakov”: who stands right behind the possessor; “welcomed Poland's decision” has nobody. */
function ownedBy(clause: Clause, at: number): readonly number[] {
  const mention = clause.mentions.find((m) => m.first === at);
  return mention === undefined ? [] : partiesOf(clause, mention);
}

/** “hosted NATO forces”, “called Putin a liar”: the mention only describes what follows, or is called something. */
function isModifier(frame: VerbFrame, next: Token): boolean {
  if (/^(?:today|yesterday|tonight|tomorrow|here|late|early|earlier|\w+day)$/.test(next.lower)) return false;
  if (next.upos === "NOUN") return true;
  return frame.channel === "phone" && (next.upos === "DET" || next.upos === "ADJ");
}

/** “called on X to withdraw”, “called on X for help”: an appeal, no visit. */
function isAppeal(clause: Clause, last: number): boolean {
  for (let i = last + 1; i < Math.min(clause.tokens.length - 1, last + 24); i++) {
    const word = clause.tokens[i]?.lower ?? "";
    if (word === "for" || (word === "to" && clause.tokens[i + 1]?.xpos === "VB")) return true;
    if (clause.tokens[i]?.upos === "VERB") return false;
  }
  return false;
}
