import type { ActorTable } from "../actors/types.js";
import { isParty, partiesOf } from "./clause.js";
import { RELATIVES } from "./clause-ends.js";
import { subjectAt } from "./parties.js";
import { diplomatic } from "./sides.js";
import type { Trigger } from "./trigger.js";

/** Parties of a passage that names none itself: the subject of its sentence and the person acted upon. */
export function partiesOfSentence(trigger: Trigger, parties: readonly number[], actors: ActorTable): readonly number[] {
  const { clause } = trigger;
  const found = new Set<number>(parties);
  for (let at = 0; at < clause.tokens.length; at++) {
    const token = clause.tokens[at];
    if (token === undefined || token.upos !== "VERB" || (at >= trigger.first && at <= trigger.last)) continue;
    if (judges(trigger, at) || RELATIVES.has(clause.tokens[at - 1]?.lower ?? "")) continue;
    for (const s of subjectAt(clause, at)) found.add(s);
    const object = clause.mentions.find((m) => m.first === at + 1);
    for (const o of object === undefined ? [] : partiesOf(clause, object)) found.add(o);
    if (found.size >= 2) break;
  }
  const list = [...found].filter((p) => isParty(actors, p) && actors.actors[p]?.kind !== "country");
  return diplomatic(list, actors) ? list : [];
}

/** “called the visit an example”, “praised the talks”: who only judges a contact takes no part in it by that. */
function judges({ clause, first }: Trigger, verb: number): boolean {
  if (verb >= first || !clause.cues.judging.has(clause.tokens[verb]?.lemma ?? "")) return false;
  const [opening] = clause.tokens.slice(verb + 1, first);
  if (opening?.lower === "a" || opening?.lower === "an") return false; // “called an urgent meeting”
  return clause.tokens.slice(verb + 1, first).every((t) => t.upos === "DET" || t.upos === "ADJ");
}
