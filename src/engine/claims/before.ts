import { opensOccasion, skipAdverbials } from "./adverbials.js";
import { clauseEnd } from "./clause-end.js";
import { tellsSomething } from "./clauses.js";
import type { ClaimLexicon } from "./lexicon.js";
import { baseEnd, phraseEnd, type Range } from "./phrases.js";
import { isComma, isDash, isFiniteVerb, isStop, isTimeWord, type Piece } from "./pieces.js";
import { quoteAt, quoteRun } from "./quote-places.js";
import { attributionAt } from "./reporters.js";
import { type VerbGroup, verbGroupAt } from "./verb-groups.js";
import type { Source } from "./verb-sources.js";

/** Last piece of a quotation that goes on after its cue as one sentence, or `null`. */
export function continuation(
  pieces: readonly Piece[],
  before: Range,
  rest: number,
  lexicon: ClaimLexicon,
): number | null {
  const open = pieces[before[1]];
  if (open?.quote == null) return null;
  const next = quoteAt(pieces, overPlace(pieces, rest, lexicon));
  if (next < 0 || pieces[rest]?.lower === ":") return null;
  return quoteRun(pieces, next);
}

/** Over where and when somebody was told, up to the comma: ““I know,” she told a station [in Guayaquil on Monday], “and …””. */
export function overPlace(pieces: readonly Piece[], at: number, lexicon: ClaimLexicon): number {
  const end = /^(?:in|at|on|from)$/.test(pieces[at]?.lower ?? "") ? phraseEnd(pieces, at + 1, () => false) : -1;
  const rest = end > at ? skipAdverbials(pieces, end + 1, lexicon) : at;
  return isComma(pieces[rest]) ? rest : at;
}

/** “The deal, he said, will hold”: the last piece of a clause that goes on after its source and cue, or `null`. */
export function interruptedEnd(
  pieces: readonly Piece[],
  rest: number,
  group: VerbGroup,
  lexicon: ClaimLexicon,
): number | null {
  if (!isComma(pieces[rest]) || group.mood !== "finite") return null;
  const next = pieces[rest + 1];
  if (next === undefined || isStop(next) || next.quote !== null || opensOccasion(pieces, rest + 1, lexicon))
    return null;
  if (!pieces.slice(rest + 1).some((p) => /^VB/.test(p.tag))) return null;
  let at = rest + 1;
  while (pieces[at]?.tag === "CC" || pieces[at]?.tag === "RB") at++;
  if (
    verbGroupAt(pieces, at, lexicon) !== null ||
    pieces[at]?.tag === "VBG" ||
    (at > rest + 1 && pieces[at]?.lower === "that") || // “…, and that …”
    reportsOn(pieces, rest + 1, lexicon) ||
    attributionAt(pieces, at, lexicon) !== null ||
    /^(?:as|who|which)$/.test(pieces[at]?.lower ?? "")
  )
    return null;
  const end = clauseEnd(pieces, rest + 1, group, lexicon);
  // “said Holm, president of a trust that …”: who it is, not how the clause goes on
  if (baseEnd(pieces, rest + 1) > rest && !tellsSomething(pieces, [rest + 1, end])) return null;
  return end > rest + 1 ? end : null;
}

/**
 * Whether what follows the comma is the reporter's own again: “while the other side insisted that …”, “but he declined to
 * say …”, “before leaving for …”; not “but prices rose”.
 */
function reportsOn(pieces: readonly Piece[], at: number, lexicon: ClaimLexicon): boolean {
  const link = pieces[at];
  if (laterOrEarlier(pieces, at)) return true;
  if (link === undefined || !/^(?:CC|IN|WRB|RB)$/.test(link.tag)) return false;
  if (/^(?:before|after|without|while|when)$/.test(link.lower) && pieces[at + 1]?.tag === "VBG") return true;
  if (!/^(?:and|as|but|though|although|whereas|while)$/.test(link.lower)) return false;
  if (withholds(pieces, at + 1, lexicon)) return true;
  const end = baseEnd(pieces, at + 1);
  let verb = end + 1;
  while (pieces[verb]?.tag === "RB" || /^(?:has|have|had|did|does)$/.test(pieces[verb]?.lower ?? "")) verb++;
  const group = end > at ? verbGroupAt(pieces, verb, lexicon) : null;
  if (group === null || group.mood !== "finite") return false;
  if (/^(?:he|she)$/.test(pieces[at + 1]?.lower ?? "")) return true;
  return group.entry.act === "speech" && (group.entry.frames.has("that") || group.entry.frames.has("quote"));
}

/** “A day after …”, “two weeks before …”, “hours after …”. */
function laterOrEarlier(pieces: readonly Piece[], at: number): boolean {
  const time = isTimeWord(pieces[at]) ? at : at + 1;
  const counted = time === at || /^(?:DT|CD|JJ)$/.test(pieces[at]?.tag ?? "");
  const unit = isTimeWord(pieces[time]) || /^(?:day|hour|minute)$/.test(pieces[time]?.lower ?? "");
  return counted && unit && /^(?:after|before)$/.test(pieces[time + 1]?.lower ?? "");
}

/** “But [gave no] date”, “but did not [elaborate]”: what somebody left unsaid. */
function withholds(pieces: readonly Piece[], at: number, { words }: ClaimLexicon): boolean {
  const [first, second, third] = [pieces[at]?.lower ?? "", pieces[at + 1]?.lower ?? "", pieces[at + 2]?.lower ?? ""];
  if (/^(?:did|does|would|could)$/.test(first)) return /^(?:not|n't)$/.test(second) && words("unsaid").has(third);
  return words("withheld").has(`${first} ${second}`);
}

/** What stands before a source and its verb, as their content: quotations, or the clause up to the comma. */
export function contentBefore(
  pieces: readonly Piece[],
  end: number,
  group: VerbGroup,
  source: Source,
  lexicon: ClaimLexicon,
): Range | null {
  let last = end;
  if (isComma(pieces[last]) || isDash(pieces[last])) last--;
  else if (pieces[last]?.quote == null) return null;
  if (last < 0) return null;
  if (pieces[last]?.quote != null) {
    let first = last;
    while (pieces[first - 1]?.quote != null) first--;
    if (first === 0 || standsFree(pieces, first)) return [first, last];
  }
  const behind = (source.inverted && source.range !== null ? source.range[1] : group.last) + 1;
  const rest = overPlace(pieces, skipAdverbials(pieces, behind, lexicon), lexicon); // “…, Holm said in Bergen, and urged …”
  const closes =
    /^(?:after|before|during|following)$/.test(pieces[behind]?.lower ?? "") || // “Holm said after a sitting of …”
    isStop(pieces[rest]) ||
    isComma(pieces[rest]) ||
    isDash(pieces[rest]) ||
    pieces[rest]?.tag === "CC" ||
    /^(?:as|while|when|after|before|although|though|because)$/.test(pieces[rest]?.lower ?? "") ||
    group.entry.frames.has("addressee") ||
    attributionAt(pieces, rest, lexicon)?.role === "reporter" ||
    /^(?:to|of|:|with)$/.test(pieces[rest]?.lower ?? "");
  const says = group.entry.frames.has("clause") || group.entry.frames.has("that");
  const expected = pieces.slice(group.first, group.verb).some((p) => p.tag === "MD"); // “…, Berg will respond”
  if (!closes || !says || expected) return null;
  const parted =
    isComma(pieces[rest]) &&
    (isFiniteVerb(pieces[rest + 1]) ||
      (pieces[last]?.quote != null && pieces[rest + 1]?.quote != null) ||
      (isFiniteVerb(pieces[last]) && !isStop(pieces[rest + 1])));
  return clauseBefore(pieces, last, parted);
}

/** The clause before a comma (“The talks are over, the paper quoted X as saying”), or `null`. */
export function clauseToComma(pieces: readonly Piece[], comma: number): Range | null {
  return comma > 0 && isComma(pieces[comma]) ? clauseBefore(pieces, comma - 1, false) : null;
}

/** Whether a quotation is no part of the words before it: it opens the unit or follows a mark. */
function standsFree(pieces: readonly Piece[], first: number): boolean {
  const left = pieces[first - 1];
  return left === undefined || /^(?:[.:;?!]|CC)$/.test(left.lower) || (isComma(left) && first <= 2);
}

/** The clause that ends at a piece, from the unit's start or the last strong mark; `parted` when its verb follows (“the risk, he said, is …”). */
function clauseBefore(pieces: readonly Piece[], last: number, parted: boolean): Range | null {
  let first = last;
  let finite = false;
  while (first > 0 && !isStop(pieces[first - 1]) && pieces[first - 1]?.lower !== ";") first--;
  for (let i = first; i <= last; i++) if (/^(?:VB[DZP]|MD)$/.test(pieces[i]?.tag ?? "")) finite = true;
  if (first < last && quotesPredicate(pieces[last])) return [first, last];
  return parted || (finite && last - first >= 2) || last - first >= 6 ? [first, last] : null;
}

/** A quotation of this many code units before “, he said” is a sentence's end, not a word in marks. */
const PREDICATE = 14;

/** “Holm “made clear that it would stay,” he said”: a quotation that ends in a comma and is long enough to hold the verb. */
function quotesPredicate(piece: Piece | undefined): boolean {
  return piece !== undefined && piece.quote !== null && piece.pause && piece.end - piece.start >= PREDICATE;
}
