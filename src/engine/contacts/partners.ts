import type { Token } from "../language/types.js";
import type { Clause } from "./clause.js";
import type { Trigger } from "./trigger.js";

/** Words behind a contact's own in which further partners are told. */
const REACH = 30;

/**
 * “met A on Monday and B on Tuesday”, “spoke to A and then to B”, “met A in Rome and B in London”: one contact with each, on its
 * own day; “met A and B in Rome” is one.
 */
export function eachPartner(trigger: Trigger): readonly Trigger[] {
  const { clause, parties, last } = trigger;
  const { tokens, mentions, actors } = clause;
  const [subject] = parties;
  if (subject === undefined || parties.length < 2 || trigger.anaphoric) return [trigger];
  const found: Trigger[] = [trigger];
  const known = new Set(parties);
  for (const mention of mentions) {
    if (mention.first <= last + 1) continue;
    if (mention.first > last + REACH || tokens.slice(last + 1, mention.first).some((t) => t.upos === "VERB")) break;
    const partner = mention.actors.find((a) => actors.actors[a]?.kind === "person" && !known.has(a));
    const link = partner === undefined ? null : linkBefore(tokens, mention.first);
    if (partner === undefined || link === null || !goesOn(clause, link, last, mention.last)) continue;
    known.add(partner);
    const own = link.day || hasDay(tokens, mention.last) || isPlaced(clause, mention.last);
    found.push({
      ...trigger,
      ...(own ? { first: link.day ? link.at + 1 : mention.first, last: mention.last, continues: true } : {}),
      parties: [subject, partner],
    });
  }
  return found;
}

/** What ties a further partner to what was told. */
interface Link {
  /** The token of the “and” or the comma. */
  readonly at: number;
  readonly and: boolean;
  /** Whether “with” or “to” is said anew. */
  readonly again: boolean;
  /** Whether a day stands before the partner. */
  readonly day: boolean;
}

/** “[and on Tuesday with] B”, “[, with] B”, “[and then] B”. */
function linkBefore(tokens: readonly Token[], first: number): Link | null {
  const again = /^(?:with|to)$/.test(tokens[first - 1]?.lower ?? "");
  let at = again ? first - 2 : first - 1;
  let day = false;
  for (let steps = 0; steps < 6; steps++, at--) {
    const token = tokens[at];
    if (token === undefined) return null;
    if (token.lower === "and") return { at, and: true, again, day };
    if (isDay(token)) day = true;
    else if (token.lower === "," && !/^(?:and|then|later)$/.test(tokens[at - 1]?.lower ?? ""))
      return { at, and: false, again, day };
    else if (!/^(?:on|then|later|also|afterwards|subsequently|,)$/.test(token.lower)) return null;
  }
  return null;
}

/** Whether a link leads to a contact of its own. */
function goesOn(clause: Clause, link: Link, last: number, end: number): boolean {
  const { tokens } = clause;
  const after = hasDay(tokens, end);
  if (link.again) return link.and || link.day || (after && tokens.slice(last + 1, link.at).some(isDay));
  if (!link.and) return false;
  if (isDay(tokens[link.at - 1]) && after) return true;
  return isPlaced(clause, end) && placedBefore(clause, link.at);
}

/** “B [in London]”. */
function isPlaced({ tokens, actors, sentence }: Clause, end: number): boolean {
  return (
    tokens[end + 1]?.lower === "in" && actors.places.some((p) => p.sentence === sentence.index && p.first === end + 2)
  );
}

/** “A [in Rome] and”. */
function placedBefore({ tokens, actors, sentence }: Clause, at: number): boolean {
  return actors.places.some(
    (p) => p.sentence === sentence.index && p.last === at - 1 && tokens[p.first - 1]?.lower === "in",
  );
}

function isDay(token: Token | undefined): boolean {
  return /^(?:today|yesterday|\w+day)$/.test(token?.lower ?? "");
}

function hasDay(tokens: readonly Token[], last: number): boolean {
  const near = tokens.slice(last + 1, last + 5);
  return near.some((t, i) => isDay(t) || (t.lower === "day" && /^(?:next|following)$/.test(near[i - 1]?.lower ?? "")));
}
