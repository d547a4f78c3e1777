import type { Mention } from "../actors/types.js";
import type { Draft } from "./draft.js";
import type { ClaimLexicon, Medium } from "./lexicon.js";
import { baseEnd, type Range } from "./phrases.js";
import type { Piece } from "./pieces.js";
import type { Unit } from "./units.js";

/** The medium whose name ends at a piece (“news conference”, “statement”), singular or plural: its key in the lexicon. */
export function mediumAt(pieces: readonly Piece[], end: number, lexicon: ClaimLexicon): string | null {
  const head = pieces[end];
  if (head === undefined || !lexicon.mediaHeads.has(head.lower)) return null;
  const singular = (word: string): string => (lexicon.media.has(word) ? word : word.replace(/s$/, ""));
  const two = singular(`${pieces[end - 1]?.lower ?? ""} ${head.lower}`);
  if (lexicon.media.has(two)) return two;
  const one = singular(head.lower);
  return lexicon.media.has(one) && !/^(?:VB|RB|JJ)/.test(head.tag) ? one : null;
}

/** The medium a source phrase is (“the message”, “a statement from the office”), or `null`; a body is none (“the royal court”, “a news channel”). */
export function mediumOf(unit: Unit, source: Range, lexicon: ClaimLexicon): Medium | null {
  const name = nameIn(unit, source, lexicon);
  const medium = name === null ? undefined : lexicon.media.get(name);
  if (name === null || medium === undefined) return null;
  return medium.owner === "place" && namesBody(name, lexicon) ? null : medium;
}

function namesBody(name: string, lexicon: ClaimLexicon): boolean {
  return lexicon.carriers.has(name) || (lexicon.bodies.get(name) ?? "nobody") !== "nobody";
}

function nameIn({ pieces }: Unit, source: Range, lexicon: ClaimLexicon): string | null {
  const end = Math.min(baseEnd(pieces, source[0]), source[1]);
  return end < source[0] || isNameOf(pieces, end) ? null : mediumAt(pieces, end, lexicon);
}

/** “The Jerusalem [Post]”, “the Daily [Telegraph]”: the last word of an outlet's name. */
function isNameOf(pieces: readonly Piece[], end: number): boolean {
  const [head, before] = [pieces[end], pieces[end - 1]];
  const capital = (piece: Piece | undefined): boolean => /^\p{Lu}\p{Ll}/u.test(piece?.token?.text ?? "");
  return capital(head) && capital(before) && head?.tag === "NNP" && before?.tag === "NNP";
}

/**
 * Whose page or channel a source phrase is, and what it is: “[the ministry]'s Telegram channel”; `null` for one with a
 * name of its own (“Egypt's Al-Qahera News channel”) and for a body (“the country's top court”).
 */
export function hostIn(
  unit: Unit,
  source: Range,
  lexicon: ClaimLexicon,
): { readonly host: Range; readonly via: string } | null {
  const { pieces } = unit;
  const name = nameIn(unit, source, lexicon);
  const medium = name === null ? undefined : lexicon.media.get(name);
  if (name === null || medium?.owner !== "place") return null;
  if (namesBody(name, lexicon) && medium.via !== "website") return null;
  const noun = Math.min(baseEnd(pieces, source[0]), source[1]) - name.split(" ").length + 1;
  let mark = noun - 1;
  while (mark > source[0] && /^(?:JJ|NN)$/.test(pieces[mark]?.tag ?? "")) mark--; // “its official page”
  return pieces[mark]?.tag === "POS" && mark > source[0] ? { host: [source[0], mark - 1], via: medium.via } : null;
}

/** Whether an interview stands beside a claim's content: in it, it is the interview that is told of. */
export function interviewBeside({ unit, content }: Draft): boolean {
  const told = unit.pieces.find((p) => p.lower === "interview");
  return told !== undefined && !(content[0] <= told.start && told.end <= content[1]);
}

/** “in an interview with [the paper]”: the outlet or agency to which words were said, by whose hands they came. */
export function interviewerIn(
  { pieces }: Unit,
  mentions: readonly Mention[],
  roleOf: (actor: number) => string | undefined,
): number | null {
  const at = pieces.findIndex((p) => p.lower === "interview");
  if (at < 0 || !/^(?:with|for|to|by|on)$/.test(pieces[at + 1]?.lower ?? "")) return null;
  if (!pieces.slice(Math.max(0, at - 4), at).some((p) => /^(?:in|during)$/.test(p.lower))) return null; // “will give an interview”
  const from = pieces[at + 2]?.start ?? 0;
  const to = pieces[at + 5]?.start ?? Number.POSITIVE_INFINITY;
  const named = mentions.find((m) => m.span[0] >= from && m.span[0] <= to && m.actors.length === 1);
  const [actor = -1] = named?.actors ?? [];
  return /^(?:outlet|agency)$/.test(roleOf(actor) ?? "") ? actor : null;
}

/** “In an interview published by [the paper]”, “in remarks carried by [the agency]”: the outlet or agency that brought the words out; not a paper told of in them. */
export function publisherIn(
  { unit: { pieces }, content }: Draft,
  mentions: readonly Mention[],
  lexicon: ClaimLexicon,
  roleOf: (actor: number) => string | undefined,
): number | null {
  const by = pieces.findIndex(
    (p, i) =>
      p.lower === "by" &&
      (p.start < content[0] || p.start >= content[1]) &&
      lexicon.words("brought-out").has(pieces[i - 1]?.lower ?? "") &&
      mediumAt(pieces, i - 2, lexicon) !== null,
  );
  const end = by < 0 ? -1 : baseEnd(pieces, by + 1);
  const [from, to] = [pieces[by + 1]?.start ?? 0, pieces[end]?.end ?? 0];
  const within = mentions.filter((m) => m.span[0] >= from && m.span[1] <= to);
  const [actor = -1] = within.find((m) => m.actors.length === 1 && m.kind === "name")?.actors ?? [];
  return /^(?:outlet|agency)$/.test(roleOf(actor) ?? "") ? actor : null;
}

/** The medium a unit names beside a claim's content: “in a statement”, “on Twitter”. */
export function mediumBeside(draft: Draft, lexicon: ClaimLexicon): string | null {
  const { pieces } = draft.unit;
  for (let at = 0; at < pieces.length; at++) {
    const piece = pieces[at];
    if (piece === undefined || !/^(?:in|on|at|by|via|during|through|to)$/.test(piece.lower)) continue;
    if (piece.start >= draft.content[0] && piece.end <= draft.content[1]) continue;
    const name = mediumAt(pieces, baseEnd(pieces, at + 1), lexicon);
    if (name !== null && piece.lower === "by" && lexicon.carriers.has(name)) continue; // “was cited by the channel”
    if (name !== null) return lexicon.media.get(name)?.via ?? null;
  }
  return null;
}
