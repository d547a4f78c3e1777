import type { Mention } from "../actors/types.js";
import type { Draft } from "./draft.js";
import type { Piece } from "./pieces.js";

/** Verbs of meeting and calling somebody, which may also say something of him (“called him a liar”, “welcomed the plan”). */
const DEED = /^(?:call|phone|telephone|welcome|host|receive|greet|meet|visit)(?:s|ed|d|ing)?$|^met$/i;
/** What goes on behind whom a deed is done to: when, where, why; nothing that is said of him. */
const GOES_ON = /^(?:today|yesterday|tonight|earlier|later|again|to|on|in|at|for|from|by|during|after|ahead|\.)$/;

/** A verb that names too (“called Trump a liar”). */
const NAMING = /^call/i;
/** What one calls somebody for. */
const SPOKEN =
  /^(?:discuss|talk|speak|congratulate|thank|express|convey|reaffirm|offer|wish|brief|update|consult|mark|condole|inform|commemorate)$/;

/**
 * Whether a claim is somebody's deed and no words: “Blinken [called] Kenyatta today to discuss …”, “[welcomed] Duda to the White
 * House”, “Blinken's [call] with Park”.
 *
 * @param mentions Those of the claim's sentences.
 */
export function isDeed({ unit, cue, content, kind }: Draft, mentions: readonly Mention[]): boolean {
  const { pieces } = unit;
  if (cue === null || kind !== "indirect") return false;
  const at = pieces.findIndex((p) => p.start >= cue[0]);
  const verb = pieces[at];
  if (verb === undefined || !DEED.test(verb.lower) || verb.end < cue[1]) return false;
  if (verb.tag.startsWith("NN")) return /^(?:with|from)$/.test(pieces[at + 1]?.lower ?? "");
  const whom = mentions.find((m) => m.kind !== "description" && m.span[0] <= content[0] + 4 && m.span[1] > content[0]);
  if (whom === undefined || content[0] < verb.end) return false;
  const next = behind(pieces, whom, mentions);
  const [word, deed] = [pieces[next], pieces[next + 1]];
  if (word === undefined || word.start >= content[1]) return !NAMING.test(verb.lower);
  // “called the senator to take back his words” asks
  if (word.lower === "to" && deed?.tag === "VB" && NAMING.test(verb.lower)) return SPOKEN.test(deed.lower);
  return GOES_ON.test(word.lower);
}

/** The piece behind somebody and those joined to him: “called [Russia and China] a threat”. */
function behind(pieces: readonly Piece[], whom: Mention, mentions: readonly Mention[]): number {
  let end = whom.span[1];
  for (;;) {
    const next = pieces.findIndex((p) => p.start >= end);
    const joined = /^(?:and|,)$/.test(pieces[next]?.lower ?? "") ? pieces[next + 1] : undefined;
    const other = mentions.find((m) => joined !== undefined && m.span[0] === joined.start && m.span[1] > end);
    if (other === undefined) return next;
    end = other.span[1];
  }
}
