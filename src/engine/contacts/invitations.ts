import { type Clause, partiesOf } from "./clause.js";
import { hostsIn } from "./noun-frames.js";
import { codeOf, directAfter, subjectAt } from "./parties.js";
import { realityOfVerb } from "./status.js";
import type { Trigger } from "./trigger.js";

/** “X invited Y to visit Z”: X and Y both. */
export function inviters(clause: Clause, at: number): readonly number[] {
  for (let i = at - 1; i >= Math.max(0, at - 12); i--) {
    const token = clause.tokens[i];
    if (token?.upos === "VERB" && /^(?:invite|ask)$/.test(token.lemma))
      return [...subjectAt(clause, i), ...directAfter(clause, i)];
  }
  return [];
}

/** “had invited X to Oslo”: a visit proposed, or planned where the sentence says that X will come. */
export function invited(clause: Clause, at: number): Trigger | null {
  const guest = clause.mentions.find((m) => m.first > at && m.first <= at + 2);
  if (guest === undefined || clause.tokens[guest.last + 1]?.lower !== "to") return null;
  const goal = homeOf(clause, guest.last + 2);
  const place =
    (goal > guest.last + 2 ||
      clause.actors.places.find((p) => p.sentence === clause.sentence.index && p.first === goal)) ??
    clause.mentions.find((m) => m.first === goal && m.actors.some((a) => clause.actors.actors[a]?.kind === "country"));
  const guests = partiesOf(clause, guest).filter((p) => clause.actors.actors[p]?.kind === "person");
  const hosts = subjectAt(clause, at);
  if (place === undefined || guests.length === 0 || hosts.length === 0) return null;
  const { tokens } = clause;
  const coming = tokens.some(
    (t, i) =>
      i > goal &&
      ((/^(?:will|would)$/.test(t.lower) && /^(?:come|visit|travel|go|arrive|fly)$/.test(tokens[i + 1]?.lower ?? "")) ||
        t.lemma === "accept"),
  );
  return {
    clause,
    destination: codeOf(clause, hosts),
    first: at,
    last: goal,
    channel: "visit",
    reality: coming ? "planned" : "proposed",
    anaphoric: false,
    joins: false,
    parties: [...new Set([...hosts, ...guests])],
    sender: null,
    separate: false,
    weak: false,
    stated: true,
    why: "an invitation to a place",
  };
}

/** “invited X to visit [our country]”, “to pay a visit to [his country]”: where the host's own land is named so; else the token given. */
function homeOf({ tokens, actors, sentence }: Clause, from: number): number {
  const visit = tokens.slice(from, from + VISIT_REACH).findIndex((t) => t.lemma === "visit");
  if (visit < 0 || !/^(?:visit|pay|make|undertake)$/.test(tokens[from]?.lemma ?? "")) return from;
  const goal = from + visit + (tokens[from + visit + 1]?.lower === "to" ? 2 : 1);
  if (actors.places.some((p) => p.sentence === sentence.index && p.first === goal)) return goal; // “to visit [Lima]”
  return tokens[goal]?.xpos === "PRP$" && /^(?:country|nation|homeland)$/.test(tokens[goal + 1]?.lower ?? "") ? goal : from; // biome-ignore format: one line reads best
}

/** Words of “pay an official friendly visit”. */
const VISIT_REACH = 6;

/** “came to Peru at the invitation of X”: a visit, without the word. */
export function cameAsGuest(clause: Clause, at: number): Trigger | null {
  const { tokens, cues } = clause;
  if (!cues.motion.has(tokens[at]?.lemma ?? "") || hasNoun(clause, "visit") || hasNoun(clause, "trip")) return null;
  const hosts = hostsIn(clause).filter((h) => clause.actors.actors[h]?.kind === "person");
  const guests = subjectAt(clause, at).filter((g) => clause.actors.actors[g]?.kind === "person");
  const goal = tokens.slice(at + 1, at + GOAL_REACH).some((t) => /^(?:to|in|here)$/.test(t.lower));
  if (hosts.length === 0 || guests.length === 0 || !goal) return null;
  return {
    clause,
    destination: codeOf(clause, hosts),
    first: at,
    last: at,
    channel: "visit",
    reality: realityOfVerb(clause, at),
    anaphoric: false,
    joins: false,
    parties: [...new Set([...guests, ...hosts])],
    sender: null,
    separate: false,
    weak: false,
    stated: true,
    why: "a journey at an invitation",
  };
}

/** Words of “flew in on Tuesday to”. */
const GOAL_REACH = 6;

function hasNoun({ tokens }: Clause, lemma: string): boolean {
  return tokens.some((t) => t.upos === "NOUN" && t.lemma === lemma);
}
