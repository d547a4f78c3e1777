import type { Channel } from "../base/codes.js";
import { type Clause, wordsIn } from "./clause.js";
import { hintOf } from "./hints.js";
import type { ContactLexicon } from "./lexicon.js";
import { messageNoun } from "./message-triggers.js";
import { takesPart } from "./noun-frames.js";
import { goalOf, type LiveNoun, partiesOf, type Sides, sidesOf } from "./noun-sides.js";
import { realityOfNoun } from "./noun-status.js";
import { codeOf, determiner, governorOf } from "./parties.js";
import { areNobodys, areSeveral, isSaidSeparate } from "./separate.js";
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
  const noun = (clause.tokens[last]?.lemma ?? "").toLowerCase();
  const live = { clause, first, last, listed, noun, governor: governorOf(clause, first) };
  const sides = sidesOf(live);
  const open = first === last && clause.cues.open.has(noun);
  if (sides === null || isOther(live, sides) || (open && sides.between && sides.named.length < 2)) return null;
  const reality = sides.held === null ? realityOfNoun(clause, first, last) : realityOfVerb(clause, sides.held.verb);
  if (reality === "none") return null;
  const way = open ? hintOf(clause, lexicon, first) : null;
  const hinted = way !== null && isLive(way) ? way : null; // “told him in a letter that the talks were useful”
  const joins = sides.anaphoric && takesPart(clause, first, last);
  const holders = sides.owner.length > 0 ? sides.owner : sides.subject;
  const goal = reality === "background" ? [] : goalOf(live); // “agreements reached following the visit of X to Y”
  if (sides.named.length >= 2 && areNobodys(clause, last, holders)) return null;
  const placed = noun === "conversation" && first === last && /^(?:at|in)$/.test(clause.tokens[last + 1]?.lower ?? "");
  return {
    clause,
    first,
    last,
    channel: hinted ?? (placed ? "meeting" : listed),
    reality,
    anaphoric: sides.anaphoric,
    joins,
    parties: [...new Set([...partiesOf(live, sides, joins), ...goal])],
    destination: listed === "visit" ? codeOf(clause, goal.length > 0 ? goal : sides.named) : null,
    sender: null,
    separate: isSaidSeparate(clause, first) || areSeveral(clause, last, holders, sides.named),
    counted: isCount(clause, first),
    weak: false,
    stated: hinted !== null || !open || noun === "meeting",
    why: `the noun “${wordsIn(clause.tokens, first, last + 1)}” with its parties`,
  };
}

/** Whether the noun is no contact of those named here, or nobody's. */
function isOther({ clause, first, last, listed, noun, governor }: LiveNoun, sides: Sides): boolean {
  const { named, owner, asked, anaphoric, happens } = sides;
  const { tokens } = clause;
  if (named.length + owner.length + asked.length === 0 && !anaphoric && !happens) return true;
  if (anaphoric && namedBefore(clause, first, noun)) return true;
  const relative = /^(?:that|which)$/.test(tokens[last + 1]?.lower ?? "");
  if (named.length === 0 && relative && determiner(clause, first) === "the") return true;
  if (noun === "consultation" && isRecall(clause, first)) return true;
  if (noun === "call" && listed !== "visit" && isAppeal(clause, last)) return true;
  if (tokens[governor]?.lemma === "fight") return true; // “fights one-on-one with”
  // A named summit is where people are, not the contact: “on the margins of the G20 Summit”.
  if (noun === "summit" && /^\p{Lu}/u.test(tokens[last]?.text ?? "") && named.length === 0) return true;
  return besideSummit(clause, first, noun);
}

/** “inviting Ukraine to the Madrid summit and the steps after this summit”: the one the sentence itself named. */
function namedBefore({ tokens }: Clause, first: number, noun: string): boolean {
  return tokens.slice(0, first).some((t) => /^(?:NOUN|PROPN)$/.test(t.upos) && t.lemma.toLowerCase() === noun);
}

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
