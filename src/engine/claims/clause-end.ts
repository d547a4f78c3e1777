import { skipAdverbials } from "./adverbials.js";
import { opensSubordinate, tellsSomething } from "./clauses.js";
import type { ClaimLexicon } from "./lexicon.js";
import { baseEnd, LINKING, phraseEnd, startsClause } from "./phrases.js";
import { inside, isComma, isDash, isFiniteVerb, isStop, isTimeWord, isVerbal, type Piece } from "./pieces.js";
import { attributionAt, closingReporter } from "./reporters.js";
import { type VerbGroup, verbGroupAt } from "./verb-groups.js";

/**
 * Last piece of a content that begins at `from`: the clause's end, cut before what belongs to the cue again: a coordinated
 * or participial cue (“and added”, “, saying”), another source (“, according to …”, “, X said”).
 */
export function clauseEnd(
  pieces: readonly Piece[],
  from: number,
  cue: VerbGroup | null,
  lexicon: ClaimLexicon,
): number {
  const main = cue === null ? -1 : commaBeforeMain(pieces, from, cue);
  let presentSeen = false;
  let pastSeen = false;
  for (let i = from; i < pieces.length; i++) {
    const piece = pieces[i];
    if (piece === undefined) break;
    if ((isStop(piece) && pieces[i + 1]?.lower !== ")") || piece.lower === ";") return i - 1;
    if (i > from && (isComma(piece) || isDash(piece)) && cueFollows(pieces, i + 1, cue, lexicon)) return i - 1;
    if (i === main) return i - 1;
    if (piece.pause && cueFollows(pieces, i + 1, cue, lexicon)) return i;
    if (i > from + 1 && piece.lower === "according" && pieces[i + 1]?.lower === "to" && (pastSeen || presentSeen))
      return isComma(pieces[i - 1]) ? i - 2 : i - 1;
    if (
      i > from &&
      (piece.tag === "CC" || /^(?:while|whereas|though|although)$/.test(piece.lower)) &&
      coordinated(pieces, i, cue, lexicon, { from, isPresent: presentSeen && !pastSeen })
    )
      return isComma(pieces[i - 1]) ? i - 2 : i - 1;
    if (piece.tag === "VBD") pastSeen = true;
    else if (/^(?:VBZ|VBP|MD)$/.test(piece.tag)) presentSeen = true;
  }
  return trimEnd(pieces, pieces.length - 1);
}

/**
 * “Though the judge said he was loath to punish it[,] he …”: where a cue stands in the clause that a sentence opens with,
 * the comma after its content, which has told something by then (not “that[,] despite the rain, …”); -1 for none.
 */
function commaBeforeMain(pieces: readonly Piece[], from: number, cue: VerbGroup): number {
  if (!opensSubordinate(pieces) || isComma(pieces[from - 1]) || pieces.slice(0, cue.first).some(isComma)) return -1;
  const first = pieces[from]?.lower === "that" ? from + 1 : from;
  let begun = false; // “that if it rains, [the road will close], …”
  for (let i = first; i < pieces.length && !isStop(pieces[i]); i++) {
    if (!isComma(pieces[i]) || !(startsClause(pieces, i + 1) || closesWithPast(pieces, i + 1))) continue;
    if (begun || tellsSomething(pieces, [first, i - 1])) return i;
    begun = true;
  }
  return -1;
}

/** “…, Holm left.”: a past tense taken for a participle, where the sentence has no other verb any more. */
function closesWithPast(pieces: readonly Piece[], at: number): boolean {
  const verb = baseEnd(pieces, at) + 1;
  if (verb <= at || pieces[verb]?.tag !== "VBN" || pieces[verb + 1]?.lower === "by") return false;
  for (let i = verb + 1; i < pieces.length && !isStop(pieces[i]); i++) if (isFiniteVerb(pieces[i])) return false;
  return true;
}

function trimEnd(pieces: readonly Piece[], last: number): number {
  let at = last;
  while (
    at >= 0 &&
    (isStop(pieces[at]) || isComma(pieces[at]) || pieces[at]?.lower === ")" || pieces[at]?.lower === ":")
  )
    at--;
  return at;
}

/** After a comma: a participial cue (“saying”, “adding that”), or a source with its verb and nothing after it. */
function cueFollows(pieces: readonly Piece[], at: number, cue: VerbGroup | null, lexicon: ClaimLexicon): boolean {
  let i = at;
  while (pieces[i]?.tag === "RB" || pieces[i]?.lower === "as") i++;
  const group = verbGroupAt(pieces, i, lexicon);
  if (
    group !== null &&
    pieces[i]?.tag === "VBG" &&
    cue !== null &&
    (group.entry.frames.has("that") || group.entry.frames.has("quote"))
  )
    return true;
  if (
    group !== null &&
    group.mood === "finite" &&
    group.entry.frames.has("quote") &&
    group.entry.act === "speech" &&
    startsName(pieces, group.last + 1)
  )
    return true;
  return bareReport(pieces, at, lexicon) || (cue !== null && closingReporter(pieces, at, lexicon));
}

function startsName(pieces: readonly Piece[], at: number): boolean {
  return /^(?:NNPS?|PRP|DT|NNS?|JJ)$/.test(pieces[at]?.tag ?? "");
}

/** “, the same official said” up to the end of the sentence, the next comma, or an occasion. */
function bareReport(pieces: readonly Piece[], at: number, lexicon: ClaimLexicon): boolean {
  const end = phraseEnd(pieces, at, () => false);
  if (end < at) return false;
  const base = baseEnd(pieces, at);
  let v = base > at && verbGroupAt(pieces, base, lexicon) !== null ? base : end + 1;
  while (pieces[v]?.tag === "RB" || /^(?:has|have|had)$/.test(pieces[v]?.lower ?? "")) v++;
  const group = verbGroupAt(pieces, v, lexicon);
  if (group === null || group.mood !== "finite" || !group.entry.frames.has("quote") || group.entry.act === "intention")
    return false;
  const told = group.entry.frames.has("addressee") ? phraseEnd(pieces, group.last + 1, () => false) : -1;
  const next = skipAdverbials(pieces, Math.max(group.last, told) + 1, lexicon);
  return attributionAt(pieces, next, lexicon)?.role === "reporter" || isStop(pieces[next]) || isComma(pieces[next]);
}

/** Whether a conjunction leads back to the cue's own level: another cue of the same tense, or a verb its content cannot share. */
function coordinated(
  pieces: readonly Piece[],
  at: number,
  cue: VerbGroup | null,
  lexicon: ClaimLexicon,
  content: { readonly from: number; readonly isPresent: boolean },
): boolean {
  // “…, but Chapman says that …”: what another says against it, whatever the tense.
  const against = pieces[at]?.lower === "but";
  if (cue === null && !against) return false;
  let i = at + 1;
  while (pieces[i]?.tag === "RB" || (isComma(pieces[i]) && i < at + 3)) i++;
  const direct =
    verbGroupAt(pieces, i, lexicon) ??
    (/^(?:has|have|had|will|would|did|does)$/.test(pieces[i]?.lower ?? "")
      ? verbGroupAt(pieces, i + 1, lexicon)
      : null);
  if (cue === null && (direct !== null || isFiniteVerb(pieces[i]))) return false;
  const perfect = direct === null || pieces.slice(content.from, at).some((p) => p.lower === "had");
  if (pieces[i]?.lower === "had" && perfect && cue !== null && pieces[cue.first]?.lower !== "had") return false; // “said he had won and had left”
  if (cue !== null && direct !== null && direct.mood === "finite")
    return sameTense(pieces, direct, cue) && (cue.past || !content.isPresent || direct.entry.act === "speech");
  if (cue !== null && direct !== null && cue.mood === "ing" && direct.mood === "ing") return true;
  if (cue !== null && isFiniteVerb(pieces[i]))
    return cue.past && cue.mood === "finite" && content.isPresent && pieces[i]?.tag === "VBD";
  const end = baseEnd(pieces, i);
  if (end < i || joinsSubjects(pieces, content.from, at)) return false;
  const group =
    verbGroupAt(pieces, end + 1, lexicon) ??
    (/^(?:has|have|had)$/.test(pieces[end + 1]?.lower ?? "") ? verbGroupAt(pieces, end + 2, lexicon) : null);
  if (group === null || group.mood !== "finite") return false;
  if (!against && (cue === null || !sameTense(pieces, group, cue))) return false;
  return group.entry.act === "speech" && (group.entry.frames.has("that") || group.entry.frames.has("quote"));
}

/** “That Holm [and] Berg had agreed …”: between two subjects, before the clause has its verb. */
function joinsSubjects(pieces: readonly Piece[], from: number, conjunction: number): boolean {
  return pieces[from]?.lower === "that" && !tellsSomething(pieces, [from + 1, conjunction - 1]);
}

function sameTense(pieces: readonly Piece[], a: VerbGroup, b: VerbGroup): boolean {
  return a.past === b.past || (b.mood !== "finite" && pieces[a.verb]?.tag === "VBD");
}

/** Last piece of a noun-phrase content: ends at a comma, a subordinate clause of time or reason, or a coordinated verb. */
export function objectEnd(
  pieces: readonly Piece[],
  from: number,
  cue: VerbGroup | null,
  lexicon: ClaimLexicon,
): number {
  const end = clauseEnd(pieces, from, cue, lexicon);
  let listed = false; // “prosperity, security[,] and democracy”
  for (let i = from; i <= end; i++) {
    const piece = pieces[i];
    if (piece?.pause === true) return i;
    if (i === from) continue;
    if (isComma(piece) && goesOnAsList(pieces, i)) listed = true;
    else if (piece?.lower === ":" || (isComma(piece) && !(listed && pieces[i + 1]?.tag === "CC"))) return i - 1;
    if (
      /^(?:after|when|while|as|because|before|since|if|but|although|though|unless|until|amid|during|despite)$/.test(
        piece?.lower ?? "",
      ) &&
      piece?.tag !== "VB"
    )
      return i - 1;
    if (piece?.tag === "CC" && (isFiniteVerb(pieces[i + 1]) || pieces[i + 1]?.tag === "VBG")) return i - 1;
  }
  return end;
}

/** Whether a comma parts the members of a list that ends in “and”: “trade[,] water and energy”, “free[,] open[,] and secure”. */
function goesOnAsList(pieces: readonly Piece[], comma: number): boolean {
  let at = comma + 1;
  for (let members = 0; members < MOST_MEMBERS; members++) {
    const end = memberEnd(pieces, at);
    if (end < at) return false;
    const link = isComma(pieces[end + 1]) ? end + 2 : end + 1;
    if (/^(?:and|or)$/.test(pieces[link]?.lower ?? "")) {
      const last = memberEnd(pieces, link + 1);
      return last > link && !isVerbal(pieces[last + 1]) && pieces[last + 1]?.tag !== "RB";
    }
    if (link === end + 1) return false;
    at = link;
  }
  return false;
}

const MOST_MEMBERS = 8;

/** Last piece of a member of a list: nouns and adjectives with what hangs on them; before the first where none begins. */
function memberEnd(pieces: readonly Piece[], first: number): number {
  if (!inside(pieces[first]) || isTimeWord(pieces[first])) return first - 1;
  let end = first;
  while (inside(pieces[end + 1]) || (LINKING.has(pieces[end + 1]?.lower ?? "") && inside(pieces[end + 2]))) end++;
  return end;
}
