import type { Mention } from "../actors/types.js";
import type { Draft } from "./draft.js";
import type { ClaimLexicon } from "./lexicon.js";
import type { Piece } from "./pieces.js";

/**
 * Whether a claim is somebody's deed and no words: “Blinken [called] Kenyatta today to discuss …”, “[welcomed] Duda to the White
 * House”, “Blinken's [call] with Park”.
 *
 * @param mentions Those of the claim's sentences.
 */
export function isDeed(
  { unit, cue, content, kind }: Draft,
  mentions: readonly Mention[],
  { words }: ClaimLexicon,
): boolean {
  const { pieces } = unit;
  if (cue === null || kind !== "indirect") return false;
  const at = pieces.findIndex((p) => p.start >= cue[0]);
  const verb = pieces[at];
  if (verb === undefined || !words("deed").has(verb.lower) || verb.end < cue[1]) return false;
  if (verb.tag.startsWith("NN")) return /^(?:with|from)$/.test(pieces[at + 1]?.lower ?? "");
  const whom = mentions.find((m) => m.kind !== "description" && m.span[0] <= content[0] + 4 && m.span[1] > content[0]);
  if (whom === undefined || content[0] < verb.end) return false;
  const next = behind(pieces, whom, mentions);
  const names = words("naming-deed").has(verb.lower);
  const [word, deed] = [pieces[next], pieces[next + 1]];
  if (word === undefined || word.start >= content[1]) return !names;
  // “called the senator to take back his words” asks
  if (word.lower === "to" && deed?.tag === "VB" && names) return words("deed-matter").has(deed.lower);
  return words("deed-end").has(word.lower);
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
