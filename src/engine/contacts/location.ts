import type { Channel } from "../base/codes.js";
import { type Clause, wordsIn } from "./clause.js";
import type { ContactLexicon } from "./lexicon.js";
import { isInTopic, isOfOtherClause } from "./own-clause.js";
import type { Trigger } from "./trigger.js";
import type { Contact } from "./types.js";

/** “met virtually”, “an online meeting”: publishers call it a meeting, and it has no place on a map. */
function isRemote({ clause, first, last }: Trigger): boolean {
  return clause.tokens
    .slice(Math.max(0, first - 2), last + 3)
    .some((t) => /^(?:virtual|virtually|online)$/.test(t.lower));
}

/** Where the contact took place, by a place named after “in” or “at” near a trigger; calls and messages have none. */
export function locationOf(
  triggers: readonly Trigger[],
  channel: Channel,
  lexicon: ContactLexicon,
): Contact["location"] {
  if (channel !== "meeting" && channel !== "visit") return null;
  if (triggers.some(isRemote)) return { name: "online", country: null };
  for (const trigger of triggers) {
    const { clause, first } = trigger;
    const places = clause.actors.places.filter(
      (p) =>
        p.sentence === clause.sentence.index &&
        (trigger.continues !== true || p.first > first) &&
        (leadsTo(clause, p.first) || (channel === "visit" && isVisited(trigger, p.first))) &&
        !isOfOtherClause(trigger, p.first) &&
        !isInTopic(trigger, p.first),
    );
    const near = [...places].sort(
      (a, b) => Math.abs(a.first - first) - Math.abs(b.first - first) || a.first - b.first,
    )[0];
    if (near !== undefined) return { name: near.name, country: near.country };
    const seat = seatOf(trigger) ?? besideGathering(trigger, lexicon);
    if (seat !== null) return seat;
  }
  return null;
}

/** “on the sidelines of the [United Nations General Assembly]”: where that gathering always meets. */
function besideGathering({ clause: { tokens } }: Trigger, { gatherings }: ContactLexicon): Contact["location"] {
  const beside = tokens.findIndex((t) => /^(?:sidelines?|margins?|fringes?)$/.test(t.lower));
  if (beside < 0) return null;
  for (let at = beside + 1; at <= beside + GATHERING_REACH; at++) {
    const known = gatherings.match(tokens, at);
    if (known !== null) return known.entry;
  }
  return null;
}

/** Words of “sidelines of the 77th session of the”. */
const GATHERING_REACH = 9;

/** “in the Kremlin”, “at the White House”: a house that else stands for those who govern there; not “met to discuss the mood in the Kremlin”. */
function seatOf(trigger: Trigger): Contact["location"] {
  const { mentions, tokens, cues, actors } = trigger.clause;
  for (const [at, token] of tokens.entries()) {
    if (!/^(?:in|at)$/.test(token.lower)) continue;
    const first = tokens[at + 1]?.lower === "the" ? at + 2 : at + 1;
    const last = [first + SEAT_WORDS, first + 2, first + 1, first].find((end) =>
      cues.seat.has(wordsIn(tokens, first, end + 1)),
    );
    if (last === undefined || isOfOtherClause(trigger, first) || isInTopic(trigger, first)) continue;
    if (tokens.slice(trigger.last + 1, at).some((t) => t.upos === "VERB" && cues.raising.has(t.lemma))) continue;
    const whose = mentions.find((m) => m.last === last && m.first >= at)?.actors[0] ?? -1;
    return { name: tokens.slice(first, last + 1).map((t) => t.text).join(" "), country: actors.actors[whose]?.code ?? null }; // biome-ignore format: one line reads best
  }
  return null;
}

/** Further words of “great hall of the people”. */
const SEAT_WORDS = 4;

/** “invited X to visit [Lima]”, “visited [Lima]”. */
function isVisited({ clause: { tokens }, first, last }: Trigger, place: number): boolean {
  const verb = tokens[place - 1];
  return verb?.lemma === "visit" && verb.upos === "VERB" && first <= verb.index && verb.index <= last + 1;
}

/** “in Lima”, “at Camp David”, “on the outskirts of Lima”, “travelled to Caracas and met …”. */
function leadsTo({ tokens, cues }: Clause, place: number): boolean {
  const before = tokens[place - 1]?.lower ?? "";
  if (before === "of") return cues.spot.has(tokens[place - 2]?.lower ?? "") && /^(?:in|at|on)$/.test(tokens[place - 4]?.lower ?? ""); // biome-ignore format: one line reads best
  if (/^(?:in|at|outside|near)$/.test(before)) return true;
  return before === "to" && cues.motion.has(tokens[place - 2]?.lemma ?? "");
}
