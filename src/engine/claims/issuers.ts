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
