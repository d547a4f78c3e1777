import type { Channel } from "../base/codes.js";
import type { Clause } from "./clause.js";
import { hintOf } from "./hints.js";
import type { ContactLexicon } from "./lexicon.js";
import { messageNoun } from "./message-triggers.js";
import { attendants, framedParties, heldBy, hostsIn, staged, takesPart } from "./noun-frames.js";
import { askedFor, realityOfNoun } from "./noun-status.js";
import {
  afterWord,
  codeOf,
  determiner,
  directAfter,
  directBefore,
  firstPerson,
  governorOf,
  hasWord,
  ownerOf,
  subjectAt,
} from "./parties.js";
import { realityOfVerb } from "./status.js";
import { isLive, type Trigger } from "./trigger.js";

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
    : messageNoun({ clause, first: at, last, channel: match.entry });
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
  if (clause.tokens[last]?.lemma === "call" && listed === "visit") words.add("on"); // “a courtesy call on X”
  if (listed === "phone") for (const w of ["to", "from"]) words.add(w);
  const of = words.has("of") && listed === "meeting" ? afterWord(clause, last, new Set(["of"]), 2) : [];
  const [whose] = of;
  if (of.length === 1 && OTHERS.test(clause.actors.actors[whose ?? -1]?.kind ?? "")) return null;
  const governor = governorOf(clause, first);
  const goal =
    listed === "visit" && subjectAt(clause, governor).some((p) => clause.actors.actors[p]?.kind === "person")
      ? directBefore(clause, first)
      : []; // “Praia visit”
  const behind = afterWord(clause, last, words, of.length > 0 ? 16 : 9, subjectAt(clause, governor));
  const hosts = listed === "visit" ? hostsIn(clause) : [];
  const to = listed === "visit" && behind.length === 0 ? reached(clause, governor, first) : [];
  const held = heldBy(clause, last);
  const named = [...new Set([...goal, ...hosts, ...to, ...of, ...(held?.parties ?? behind)])];
  const owner = ownerOf(clause, first);
  const asked = named.length === 0 ? askedOf(clause, first) : [];
  if (governor !== first && firstPerson(clause, governor)) return null;
  const framed =
    named.length === 0 && owner.length === 0 && listed !== "visit"
      ? framedParties(clause, first, last, listed === "phone" || listed === "video")
      : [];
  const between = clause.tokens.slice(last + 1, last + 10).some((t) => t.lower === "between" || t.lower === "among");
  const det = determiner(clause, first);
  const anaphoric =
    named.length === 0 &&
    !ofAnother(clause, first) &&
    (det === "the" || det === "this" || det === "that" || det === "their" || det === "these");
  const noun = (clause.tokens[last]?.lemma ?? "").toLowerCase();
  const open = first === last && clause.cues.open.has(noun);
  const happens = framed.length >= 2 || staged(clause, first, last);
  if (named.length + owner.length + asked.length === 0 && !anaphoric && !happens) return null;
  if (anaphoric && namedBefore(clause, first, noun)) return null;
  if (named.length === 0 && det === "the" && /^(?:that|which)$/.test(clause.tokens[last + 1]?.lower ?? "")) return null;
  if (open && between && named.length < 2) return null;
  const way = open ? hintOf(clause, lexicon, first) : null;
  const hinted = way !== null && isLive(way) ? way : null; // “told him in a letter that the talks were useful”
  const reality = held === null ? realityOfNoun(clause, first, last) : realityOfVerb(clause, held.verb);
  if (noun === "consultation" && isRecall(clause, first)) return null;
  if (noun === "call" && listed !== "visit" && isAppeal(clause, last)) return null;
  if (clause.tokens[governor]?.lemma === "fight") return null; // “fights one-on-one with”
  // A named summit is where people are, not the contact: “on the margins of the G20 Summit”.
  if (noun === "summit" && /^\p{Lu}/u.test(clause.tokens[last]?.text ?? "") && named.length === 0) return null;
  if (reality === "none" || besideSummit(clause, first, noun)) return null;
  const visited = listed === "visit" && /^(?:of|by)$/.test(clause.tokens[last + 1]?.lower ?? ""); // “the visit of X to Y”
  const joins = anaphoric && takesPart(clause, first, last);
  const mere = anaphoric && !happens && !joins && owner.length === 0; // “A and B welcomed the meeting”
  const subject =
    between || visited || mere || held !== null ? [] : owner.length > 0 ? owner : subjectAt(clause, governor);
  const attended = anaphoric ? attendants(clause, last) : [];
  const parties =
    framed.length >= 2 ? framed : attended.length > 0 ? attended : [...new Set([...subject, ...named, ...asked])];
  const placed = noun === "conversation" && first === last && /^(?:at|in)$/.test(clause.tokens[last + 1]?.lower ?? "");
  return {
    clause,
    first,
    last,
    channel: hinted ?? (placed ? "meeting" : listed),
    reality,
    anaphoric,
    joins,
    parties,
    destination: listed === "visit" ? codeOf(clause, named) : null,
    sender: null,
    separate: hasWord(clause, "separate", first),
    counted: isCount(clause, first),
    weak: false,
    stated: hinted !== null || !open || noun === "meeting",
    why: `the noun “${clause.tokens
      .slice(first, last + 1)
      .map((t) => t.lower)
      .join(" ")}” with its parties`,
  };
}

/** “arrived in [Fiji] on an official visit”: the country somebody comes to; not “flew to Fiji after a visit”. */
function reached({ tokens, mentions, actors, cues }: Clause, verb: number, first: number): readonly number[] {
  if (verb >= first || !cues.motion.has(tokens[verb]?.lemma ?? "")) return [];
  const leads = tokens.slice(verb + 1, first).findLast((t) => /^(?:ADP|SCONJ|VERB)$/.test(t.upos));
  if (leads === undefined || !/^(?:on|for)$/.test(leads.lower)) return [];
  const goal = mentions.find((m) => m.first > verb + 1 && m.last < first && /^(?:in|to)$/.test(tokens[m.first - 1]?.lower ?? "")); // biome-ignore format: one line reads best
  return goal?.actors.filter((a) => actors.actors[a]?.kind === "country") ?? [];
}

/** “inviting Ukraine to the Madrid summit and the steps after this summit”: the one the sentence itself named. */
function namedBefore({ tokens }: Clause, first: number, noun: string): boolean {
  return tokens.slice(0, first).some((t) => /^(?:NOUN|PROPN)$/.test(t.upos) && t.lemma.toLowerCase() === noun);
}

/** “the meeting of political advisers”, “of the Security Council”: theirs, not that of those the sentence is about. */
const OTHERS = /^(?:group|organisation|unnamed)$/;

/** “It was the third call between the two since July”: which of many the contact told before is, no other one. */
function isCount({ tokens }: Clause, first: number): boolean {
  const be = tokens.findIndex((t, i) => i < first && t.lemma === "be" && /^(?:it|this|that)$/.test(tokens[i - 1]?.lower ?? "")); // biome-ignore format: one line reads best
  if (be < 0 || tokens.slice(be, first).some((t) => t.upos === "VERB")) return false;
  return tokens.slice(be + 1, first).some((t) => /^(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d+(?:st|nd|rd|th))$/.test(t.lower)); // biome-ignore format: one line reads best
}

/** “on the sidelines of the summit of A and B”: where people are, not the contact told. */
function besideSummit({ tokens }: Clause, first: number, noun: string): boolean {
  if (!/^(?:summit|conference|session|forum)$/.test(noun)) return false;
  return tokens.slice(Math.max(0, first - 6), first).some((t) => /^(?:sidelines?|margins?|fringes?)$/.test(t.lower));
}

/** “recalled its ambassador for consultations”: with his own ministry. */
function isRecall({ tokens }: Clause, first: number): boolean {
  if (tokens[first - 1]?.lower !== "for") return false;
  return tokens.slice(Math.max(0, first - 12), first).some((t) => t.lemma === "recall" || t.lemma === "withdraw");
}

/** “a call for peace”, “reiterated her call on Peru to act”; not “a call on Monday”. */
function isAppeal({ tokens, mentions }: Clause, last: number): boolean {
  const next = tokens[last + 1]?.lower ?? "";
  return (
    next === "for" || (/^(?:on|upon)$/.test(next) && mentions.some((m) => m.first > last + 1 && m.first <= last + 3))
  );
}

/** “asked X for a meeting”: whom. */
function askedOf(clause: Clause, first: number): readonly number[] {
  const start = /^(?:DET|ADJ)$/.test(clause.tokens[first - 1]?.upos ?? "") ? first - 1 : first;
  const asking = askedFor(clause, start);
  return asking === null ? [] : directAfter(clause, asking);
}

/** “the General Assembly meetings”: meetings of a body, not the contact told of. */
function ofAnother(clause: Clause, first: number): boolean {
  return clause.mentions.some((m) => m.kind === "name" && m.last === first - 1);
}
