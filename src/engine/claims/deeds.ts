import type { Mention } from "../actors/types.js";
import type { Draft } from "./draft.js";

/** Verbs of meeting and calling somebody, which may also say something of him (“called him a liar”, “welcomed the plan”). */
const DEED = /^(?:call|phone|telephone|welcome|host|receive|greet|meet|visit)(?:s|ed|d|ing)?$|^met$/i;
/** What goes on behind whom a deed is done to: when, where, why; nothing that is said of him. */
const GOES_ON = /^(?:today|yesterday|tonight|earlier|later|again|to|on|in|at|for|from|by|during|after|ahead|and|,|\.)$/;

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
  if (verb.tag.startsWith("NN")) return /^(?:with|to|from)$/.test(pieces[at + 1]?.lower ?? "") || content[0] < verb.end;
  const whom = mentions.find((m) => m.kind !== "description" && m.span[0] <= content[0] + 4 && m.span[1] > content[0]);
  if (whom === undefined || content[0] < verb.end) return false;
  const next = pieces.find((p) => p.start >= whom.span[1]);
  return next === undefined || next.start >= content[1] || GOES_ON.test(next.lower);
}
