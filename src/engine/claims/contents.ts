import { skipAdverbials } from "./adverbials.js";
import type { ClaimLexicon, Frame } from "./lexicon.js";
import { baseEnd, isComma, isDash, isFinite, isStop, phraseEnd, type Range } from "./phrases.js";
import type { Piece } from "./units.js";
import { type VerbGroup, verbGroupAt } from "./verb-groups.js";

/** What a cue pins on its source. */
export interface Content {
  readonly range: Range;
  readonly frame: Frame;
  readonly addressee: Range | null;
}

const WH: ReadonlySet<string> = new Set(["whether", "if", "how", "why", "what", "when", "where", "who", "which", "whom"]);
const PREPOSITIONS = ["of", "about", "on", "for", "against", "to", "with", "in", "at", "over", "by"] as const;

/**
 * Last piece of a content that begins at `from`: the clause's end, cut before what belongs to the cue again: a coordinated
 * or participial cue (“and added”, “, saying”), another source (“, according to …”, “, X said”).
 */
export function clauseEnd(pieces: readonly Piece[], from: number, cue: VerbGroup | null, lexicon: ClaimLexicon): number {
  let presentSeen = false;
  let pastSeen = false;
  for (let i = from; i < pieces.length; i++) {
    const piece = pieces[i];
    if (piece === undefined) break;
    if ((isStop(piece) && pieces[i + 1]?.lower !== ")") || piece.lower === ";") return i - 1;
    if (i > from && (isComma(piece) || isDash(piece)) && cueFollows(pieces, i + 1, cue, lexicon)) return i - 1;
    if (piece.pause && cueFollows(pieces, i + 1, cue, lexicon)) return i;
    if (i > from && piece.lower === "according" && pieces[i + 1]?.lower === "to") return isComma(pieces[i - 1]) ? i - 2 : i - 1;
    if (i > from && (piece.tag === "CC" || /^(?:while|whereas|though|although)$/.test(piece.lower)) && coordinated(pieces, i, cue, lexicon, presentSeen && !pastSeen))
      return isComma(pieces[i - 1]) ? i - 2 : i - 1;
    if (piece.tag === "VBD") pastSeen = true;
    else if (/^(?:VBZ|VBP|MD)$/.test(piece.tag)) presentSeen = true;
  }
  return trimEnd(pieces, pieces.length - 1);
}

function trimEnd(pieces: readonly Piece[], last: number): number {
  let at = last;
  while (at >= 0 && (isStop(pieces[at]) || isComma(pieces[at]) || pieces[at]?.lower === ")" || pieces[at]?.lower === ":")) at--;
  return at;
}

/** After a comma: a participial cue (“saying”, “adding that”), or a source with its verb and nothing after it. */
function cueFollows(pieces: readonly Piece[], at: number, cue: VerbGroup | null, lexicon: ClaimLexicon): boolean {
  let i = at;
  while (pieces[i]?.tag === "RB" || pieces[i]?.lower === "as") i++;
  const group = verbGroupAt(pieces, i, lexicon);
  if (group !== null && pieces[i]?.tag === "VBG" && cue !== null && (group.entry.frames.has("that") || group.entry.frames.has("quote"))) return true;
  if (group !== null && group.mood === "finite" && group.entry.frames.has("quote") && group.entry.act === "speech" && startsName(pieces, group.last + 1)) return true;
  return bareReport(pieces, at, lexicon);
}

function startsName(pieces: readonly Piece[], at: number): boolean {
  return /^(?:NNPS?|PRP|DT|NNS?|JJ)$/.test(pieces[at]?.tag ?? "");
}

/** “, the same official said” up to the end of the sentence, the next comma, or an occasion. */
function bareReport(pieces: readonly Piece[], at: number, lexicon: ClaimLexicon): boolean {
  const end = phraseEnd(pieces, at, () => false);
  if (end < at) return false;
  let v = end + 1;
  while (/^(?:RB|MD)$/.test(pieces[v]?.tag ?? "") || /^(?:has|have|had)$/.test(pieces[v]?.lower ?? "")) v++;
  const group = verbGroupAt(pieces, v, lexicon);
  if (group === null || group.mood !== "finite" || !group.entry.frames.has("quote") || group.entry.act === "intention") return false;
  const next = skipAdverbials(pieces, group.last + 1, lexicon);
  return isStop(pieces[next]) || isComma(pieces[next]) || pieces[next] === undefined;
}

/** Whether a conjunction leads back to the cue's own level: another cue of the same tense, or a verb its content cannot share. */
function coordinated(pieces: readonly Piece[], at: number, cue: VerbGroup | null, lexicon: ClaimLexicon, contentIsPresent: boolean): boolean {
  if (cue === null) return false;
  let i = at + 1;
  while (pieces[i]?.tag === "RB" || (isComma(pieces[i]) && i < at + 3)) i++;
  const direct = verbGroupAt(pieces, i, lexicon) ?? (/^(?:has|have|had|will|would|did|does)$/.test(pieces[i]?.lower ?? "") ? verbGroupAt(pieces, i + 1, lexicon) : null);
  if (direct !== null && direct.mood === "finite") return sameTense(pieces, direct, cue) && (cue.past || !contentIsPresent || direct.entry.act === "speech");
  if (direct !== null && cue.mood === "ing" && direct.mood === "ing") return true;
  if (isFinite(pieces[i])) return cue.past && cue.mood === "finite" && contentIsPresent && pieces[i]?.tag === "VBD";
  const end = baseEnd(pieces, i);
  if (end < i) return false;
  const group = verbGroupAt(pieces, end + 1, lexicon) ?? (/^(?:has|have|had)$/.test(pieces[end + 1]?.lower ?? "") ? verbGroupAt(pieces, end + 2, lexicon) : null);
  if (group === null || group.mood !== "finite" || !sameTense(pieces, group, cue)) return false;
  return group.entry.act === "speech" && (group.entry.frames.has("that") || group.entry.frames.has("quote"));
}

function sameTense(pieces: readonly Piece[], a: VerbGroup, b: VerbGroup): boolean {
  return a.past === b.past || (b.mood !== "finite" && pieces[a.verb]?.tag === "VBD");
}

/** Last piece of a noun-phrase content: ends at a comma, a subordinate clause of time or reason, or a coordinated verb. */
export function objectEnd(pieces: readonly Piece[], from: number, cue: VerbGroup | null, lexicon: ClaimLexicon): number {
  const end = clauseEnd(pieces, from, cue, lexicon);
  for (let i = from + 1; i <= end; i++) {
    const piece = pieces[i];
    if (piece?.pause === true) return i;
    if (isComma(piece) || piece?.lower === ":") return i - 1;
    if (/^(?:after|when|while|as|because|before|since|if|but|although|though|unless|until|amid|during|despite)$/.test(piece?.lower ?? "") && piece?.tag !== "VB") return i - 1;
    if (piece?.tag === "CC" && (isFinite(pieces[i + 1]) || pieces[i + 1]?.tag === "VBG")) return i - 1;
  }
  return end;
}

/** Finds the content that follows a cue, by the frames the cue allows; `null` when none follows. */
export function contentAfter(pieces: readonly Piece[], cue: VerbGroup, lexicon: ClaimLexicon): Content | null {
  const frames = cue.entry.frames;
  let start = skipAdverbials(pieces, cue.last + 1, lexicon);
  if (isComma(pieces[start]) && pieces[start + 1]?.quote == null && hasClause(pieces, cue.last + 1)) start = cue.last + 1;
  const plain = frames.has("addressee") && !/^(?:that|,|:)$/.test(pieces[start]?.lower ?? "") && pieces[start]?.quote == null ? null : atPlace(pieces, start, cue, lexicon, null);
  if (plain !== null) return plain;
  const toWhom = addresseeAt(pieces, start, cue, lexicon);
  if (toWhom !== null) {
    const after = skipAdverbials(pieces, toWhom[1] + 1, lexicon);
    const content = atPlace(pieces, after, cue, lexicon, toWhom);
    if (content !== null) return content;
  }
  return frames.has("addressee") ? atPlace(pieces, start, cue, lexicon, null) : null;
}

/** Whom it was said to: the object of “told”, or “to …” after any verb of saying. */
function addresseeAt(pieces: readonly Piece[], at: number, cue: VerbGroup, lexicon: ClaimLexicon): Range | null {
  const frames = cue.entry.frames;
  const to = pieces[at]?.lower === "to" && cue.entry.act === "speech";
  const from = to ? at + 1 : at;
  if (!to && !frames.has("addressee") && !frames.has("addressee-infinitive") && !frames.has("addressee-of")) return null;
  if (pieces[from]?.quote != null) return null;
  const end = pieces[from]?.tag === "PRP" ? from : phraseEnd(pieces, from, (i) => pieces[i]?.lower === "to" || pieces[i]?.lower === "on" || (frames.has("addressee-of") && pieces[i]?.lower === "of") || (pieces[i]?.lower !== "of" && pieces[i]?.lower !== "for"));
  return end < from || skipAdverbials(pieces, from, lexicon) !== from ? null : [from, end];
}

function atPlace(pieces: readonly Piece[], at: number, cue: VerbGroup, lexicon: ClaimLexicon, toWhom: Range | null): Content | null {
  const frames = cue.entry.frames;
  const piece = pieces[at];
  if (piece === undefined) return null;
  const content = (from: number, last: number, frame: Frame): Content | null => (last < from ? null : { range: [from, last], frame, addressee: toWhom });
  const clause = (from: number, frame: Frame): Content | null => content(from, clauseEnd(pieces, from, cue, lexicon), frame);
  const quoted = quoteAt(pieces, at);
  if (quoted > 0 && frames.has("quote")) {
    const run = quoteRun(pieces, quoted);
    if (!isFragment(pieces, run)) return content(quoted, run, "quote");
    return frames.has("clause") ? clause(quoted, "clause") : null;
  }
  if (piece.lower === "that" && (frames.has("that") || frames.has("clause")) && !/^(?:NN|VB[DZ]|MD)/.test(piece.tag)) return thatClause(pieces, at, clause);
  if ((piece.lower === "," || piece.lower === ":") && pieces[at + 1]?.lower === "that" && frames.has("that")) return clause(at + 1, "that");
  if (piece.lower === ":" && frames.has("quote") && hasClause(pieces, at + 1)) return clause(at + 1, "clause");
  if (frames.has("wh") && WH.has(piece.lower)) return clause(at, "wh");
  const infinitive = toInfinitive(pieces, at);
  if (infinitive && (frames.has("infinitive") || (toWhom !== null && frames.has("addressee-infinitive")))) return clause(at, "infinitive");
  if (toWhom !== null && frames.has("addressee-of") && piece.lower === "of") return clause(at + 1, "of");
  if (frames.has("clause") && hasClause(pieces, at)) return clause(at, "clause");
  if (toWhom === null) return nominal(pieces, at, cue, lexicon, content, clause);
  return null;
}

type Make = (from: number, last: number, frame: Frame) => Content | null;

/** Contents that are no clause: a gerund, an object, the object of a preposition, an object with its predicate. */
function nominal(pieces: readonly Piece[], at: number, cue: VerbGroup, lexicon: ClaimLexicon, content: Make, clause: (from: number, frame: Frame) => Content | null): Content | null {
  const frames = cue.entry.frames;
  const piece = pieces[at];
  if (piece === undefined) return null;
  if (frames.has("gerund") && piece.tag === "VBG") return clause(at, "gerund");
  const to = objectEnd(pieces, at, cue, lexicon);
  for (const preposition of PREPOSITIONS)
    if (frames.has(preposition) && piece.lower === preposition) return content(at + 1, preposition === "of" || preposition === "about" ? to : to, preposition);
  const end = phraseEnd(pieces, at, () => false);
  const quoteObject = piece.quote !== null;
  if (end < at && !quoteObject) return null;
  if (frames.has("as-saying")) {
    const as = pieces.findIndex((p, i) => i > at && i <= at + 12 && p.lower === "as" && pieces[i + 1]?.lower === "saying");
    if (as > 0) return null;
  }
  if (frames.has("predicate") || frames.has("as") || frames.has("object") || frames.has("object-data") || frames.has("object-infinitive") || frames.has("object-to-be")) {
    if (frames.has("object-infinitive") && !frames.has("object") && !toInfinitive(pieces, end + 1)) return null;
    if (frames.has("object-to-be") && !frames.has("predicate")) return null;
    if (frames.has("as") && !frames.has("object") && !pieces.slice(at, to + 1).some((p) => p.lower === "as")) return null;
    const last = frames.has("as") ? asEnd(pieces, at, to, cue, lexicon) : to;
    return content(at, last, "object");
  }
  return null;
}

function asEnd(pieces: readonly Piece[], from: number, to: number, cue: VerbGroup, lexicon: ClaimLexicon): number {
  return pieces[to + 1]?.lower === "as" ? objectEnd(pieces, to + 2, cue, lexicon) : Math.max(from, to);
}

function thatClause(pieces: readonly Piece[], at: number, clause: (from: number, frame: Frame) => Content | null): Content | null {
  const next = pieces[at + 1];
  if (next === undefined || isStop(next)) return null;
  return clause(at, "that");
}

export function toInfinitive(pieces: readonly Piece[], at: number): boolean {
  const to = pieces[at]?.lower === "not" || pieces[at]?.lower === "never" ? at + 1 : at;
  if (pieces[to]?.lower !== "to") return false;
  const verb = pieces[to + 1]?.tag === "RB" ? pieces[to + 2] : pieces[to + 1];
  return verb !== undefined && /^VBP?$/.test(verb.tag);
}

/** Index of a quotation that opens here, over a colon or comma; -1 when none does. */
export function quoteAt(pieces: readonly Piece[], at: number): number {
  if (pieces[at]?.quote != null) return at;
  if (/^[:,—–]$|^--$/.test(pieces[at]?.lower ?? "") && pieces[at + 1]?.quote != null) return at + 1;
  return -1;
}

/** The last of quotations that stand side by side. */
export function quoteRun(pieces: readonly Piece[], at: number): number {
  let last = at;
  while (pieces[last + 1]?.quote != null) last++;
  return last;
}

/** A quotation that is part of a clause that goes on in the reporter's words. */
function isFragment(pieces: readonly Piece[], run: number): boolean {
  const next = pieces[run + 1];
  return next !== undefined && !isStop(next) && !isComma(next) && !/^(?:CC|IN)$/.test(next.tag) && next.lower !== ")" && !isDash(next);
}

/** Whether a clause with a subject and a finite verb of its own begins here: more finite verbs than subordinate clauses. */
export function hasClause(pieces: readonly Piece[], at: number): boolean {
  const first = pieces[at];
  if (first === undefined) return false;
  if (!/^(?:DT|PDT|PRP\$?|NNP?S?|JJ[RS]?|CD|EX|QUOTE|VBG|IN|RB|WRB|WP|POS|\$)$/.test(first.tag)) return false;
  if (first.tag === "IN" && !OPENING.has(first.lower)) return false;
  const leads = first.tag === "IN" || first.tag === "RB" || first.tag === "VBG" || first.tag === "WRB";
  let owed = /^(?:if|when|while|as|since|after|because|unless|until|before|although|though)$/.test(first.lower) && first.tag === "IN" ? 1 : 0;
  let commas = 0;
  let list = false;
  let relative = false;
  const limit = Math.min(pieces.length, at + 70);
  for (let i = at + 1; i < limit; i++) {
    const piece = pieces[i];
    if (piece === undefined || isStop(piece)) return false;
    if (isComma(piece)) commas++;
    else if (piece.tag === "CC") {
      if (!relative && (isFinite(pieces[i + 1]) || (pieces[i + 1]?.tag === "RB" && isFinite(pieces[i + 2])))) return false;
      list = true;
    } else if (/^(?:WDT|WP|WP\$|WRB)$/.test(piece.tag) || SUBORDINATORS.has(piece.lower)) {
      owed++;
      relative = true;
    } else if (piece.tag === "VBG" && (isComma(pieces[i - 1]) || piece.lower === "saying")) return false;
    else if (isFinite(piece) && !isFinite(pieces[i - 1])) {
      if (owed === 0) return leads || commas % 2 === 0 || list;
      owed--;
    }
  }
  return false;
}

const OPENING: ReadonlySet<string> = new Set(["if", "in", "when", "while", "as", "at", "since", "under", "after", "because", "despite", "during", "unless", "until", "about", "over", "between", "before", "although", "though", "given", "once", "without"]);
const SUBORDINATORS: ReadonlySet<string> = new Set(["that", "if", "because", "although", "though", "while", "after", "before", "since", "until", "unless", "as", "whether", "once"]);
