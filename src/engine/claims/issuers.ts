import { attributedAt, isSpokesperson, SIGNED_WITHIN } from "../actors/spokespersons.js";
import type { Actor, ActorTable } from "../actors/types.js";
import type { Sentence } from "../language/types.js";
import type { ClaimLexicon } from "./lexicon.js";
import { mediumAt } from "./media.js";
import type { Memory } from "./memory.js";
import { baseEnd } from "./phrases.js";
import { isFiniteVerb } from "./pieces.js";
import type { Unit } from "./units.js";

/**
 * Who issues the statement a unit brings up: “Ms Holm made this known in a statement”; `null` where it brings up none, or
 * names by whom (“in a statement by the palace”), or tells what somebody suffers in one.
 */
export function issuerIn({ pieces, ...unit }: Unit, memory: Memory, lexicon: ClaimLexicon): number | null {
  const at = pieces.findIndex((p, i) => p.lower === "in" && /^an?$/.test(pieces[i + 1]?.lower ?? ""));
  const end = at < 0 ? -1 : baseEnd(pieces, at + 1);
  const name = end > at ? mediumAt(pieces, end, lexicon) : null;
  if (name === null || lexicon.media.get(name)?.owner !== "issuer") return null;
  if (/^(?:by|from|of)$/.test(pieces[end + 1]?.lower ?? "")) return null;
  const verb = pieces.findIndex((p) => isFiniteVerb(p));
  if (verb < 0 || verb > at || /^(?:was|were|is|are|been)$/.test(pieces[verb]?.lower ?? "")) return null;
  const start = pieces[verb]?.start ?? 0;
  const before = memory.mentionsOf({ pieces, ...unit }).filter((m) => m.span[1] <= start && m.actors.length === 1);
  const subject = before.find((m) => m.kind === "name") ?? before.at(-1);
  return subject?.actors[0] ?? null;
}

/**
 * Who answers for a whole text: “The following is attributable to Spokesperson X:”, “Statement by Spokesperson X on the Secretary's
 * call with Y”; `null` where nobody is named so.
 */
export function answererOf(sentences: readonly Sentence[], actors: ActorTable): number | null {
  for (const { index, tokens } of sentences.slice(0, SIGNED_WITHIN)) {
    const attributed = attributedAt(tokens);
    const headed = index === 0 && /^(?:statement|readout)$/.test(tokens[0]?.lower ?? "") && tokens[1]?.lower === "by";
    const at = attributed >= 0 ? attributed : headed ? 1 : -1;
    if (at < 0) continue;
    const named = actors.inSentence(index).filter((m) => m.first > at && m.first <= at + 3 && m.actors.length === 1);
    const whole = named.find((m) => speaksFor(actors.actors[m.actors[0] ?? -1])) ?? null;
    if (whole !== null) return whole.actors[0] ?? null;
  }
  return null;
}

function speaksFor(actor: Actor | undefined): boolean {
  return actor !== undefined && (actor.role === "press-service" || isSpokesperson(actor));
}
