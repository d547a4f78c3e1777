import { skipAdverbials } from "./adverbials.js";
import { clauseEnd, objectEnd } from "./clause-end.js";
import { hasClause, toInfinitive } from "./clauses.js";
import type { ClaimLexicon, Frame } from "./lexicon.js";
import { baseEnd, phraseEnd, type Range } from "./phrases.js";
import { isComma, isReflexive, isStop, type Piece } from "./pieces.js";
import { isFragment, quoteAt, quoteRun } from "./quote-places.js";
import type { VerbGroup } from "./verb-groups.js";

/** What a cue pins on its source. */
export interface Content {
  readonly range: Range;
  readonly frame: Frame;
  readonly addressee: Range | null;
}

const WH: ReadonlySet<string> = new Set([
  "whether",
  "if",
  "how",
  "why",
  "what",
  "when",
  "where",
  "who",
  "which",
  "whom",
]);

const PREPOSITIONS = ["of", "about", "on", "for", "against", "to", "with", "in", "at", "over", "by"] as const;

/** Finds the content that follows a cue, by the frames the cue allows; `null` when none follows. */
export function contentAfter(pieces: readonly Piece[], cue: VerbGroup, lexicon: ClaimLexicon): Content | null {
  const frames = cue.entry.frames;
  let start = skipAdverbials(pieces, cue.last + 1, lexicon);
  if (isComma(pieces[start]) && pieces[start + 1]?.quote == null && hasClause(pieces, cue.last + 1))
    start = cue.last + 1;
  start = overPartner(pieces, start, cue);
  const plain =
    frames.has("addressee") && !/^(?:that|,|:)$/.test(pieces[start]?.lower ?? "") && pieces[start]?.quote == null
      ? null
      : contentAt({ pieces, at: start, cue, lexicon, toWhom: null });
  if (plain !== null) return plain;
  const toWhom = addresseeAt(pieces, start, cue, lexicon);
  if (toWhom !== null) {
    const after = skipAdverbials(pieces, toWhom[1] + 1, lexicon);
    const content = contentAt({ pieces, at: after, cue, lexicon, toWhom }) ?? ofWhat(pieces, toWhom, cue, lexicon);
    if (content !== null) return content;
  }
  return frames.has("addressee") ? contentAt({ pieces, at: start, cue, lexicon, toWhom: null }) : null;
}

/** Over “with Holm” in “discussed [with Holm] the state of the talks”. */
function overPartner(pieces: readonly Piece[], at: number, { entry }: VerbGroup): number {
  if (pieces[at]?.lower !== "with" || !entry.frames.has("object") || entry.frames.has("with")) return at;
  const end = baseEnd(pieces, at + 1);
  return end > at && /^(?:DT|PRP\$|JJ|NNS?)$/.test(pieces[end + 1]?.tag ?? "") ? end + 1 : at;
}

/** “Assured the council of the city [of help]”: the last “of” after a verb that takes one belongs to it. */
function ofWhat(pieces: readonly Piece[], [first, last]: Range, cue: VerbGroup, lexicon: ClaimLexicon): Content | null {
  const of = pieces.findLastIndex((p, i) => i > first && i < last && p.lower === "of");
  if (of < 0 || !cue.entry.frames.has("of")) return null;
  return contentAt({ pieces, at: of, cue, lexicon, toWhom: [first, of - 1] });
}

/** Whom it was said to: the object of “told”, or “to …” after any verb of saying. */
function addresseeAt(pieces: readonly Piece[], at: number, cue: VerbGroup, lexicon: ClaimLexicon): Range | null {
  const frames = cue.entry.frames;
  const to = pieces[at]?.lower === "to" && cue.entry.act === "speech";
  const from = to ? at + 1 : at;
  if (!to && !frames.has("addressee") && !frames.has("addressee-infinitive") && !frames.has("addressee-of"))
    return null;
  if (pieces[from]?.quote != null) return null;
  const end =
    pieces[from]?.tag === "PRP"
      ? from
      : phraseEnd(
          pieces,
          from,
          (i) =>
            pieces[i]?.lower === "to" ||
            pieces[i]?.lower === "on" ||
            (frames.has("addressee-of") && pieces[i]?.lower === "of") ||
            (pieces[i]?.lower !== "of" && pieces[i]?.lower !== "for"),
        );
  return end < from || skipAdverbials(pieces, from, lexicon) !== from ? null : [from, end];
}

/** A place after a cue where its content may begin. */
interface Place {
  readonly pieces: readonly Piece[];
  readonly at: number;
  readonly cue: VerbGroup;
  readonly lexicon: ClaimLexicon;
  readonly toWhom: Range | null;
}

/** Reads the content at a place by one frame; `undefined` where the frame does not fit, `null` where it rules out all others. */
type Rule = (place: Place, piece: Piece) => Content | null | undefined;

const content = (place: Place, from: number, last: number, frame: Frame): Content | null =>
  last < from ? null : { range: [from, last], frame, addressee: place.toWhom };
const clause = (place: Place, from: number, frame: Frame): Content | null =>
  content(place, from, clauseEnd(place.pieces, from, place.cue, place.lexicon), frame);
const allows = ({ cue }: Place, frame: Frame): boolean => cue.entry.frames.has(frame);

const quotation: Rule = (place) => {
  const quoted = quoteAt(place.pieces, place.at);
  if (quoted <= 0 || !allows(place, "quote")) return undefined;
  const run = quoteRun(place.pieces, quoted);
  if (!isFragment(place.pieces, run)) return content(place, quoted, run, "quote");
  return allows(place, "clause") ? clause(place, quoted, "clause") : null;
};

const thatClause: Rule = (place, piece) => {
  const { pieces, at } = place;
  if (/^[,:]$/.test(piece.lower) && pieces[at + 1]?.lower === "that" && allows(place, "that"))
    return clause(place, at + 1, "that");
  const opens = piece.lower === "that" && !/^(?:NN|VB[DZ]|MD)/.test(piece.tag);
  if (!opens || !(allows(place, "that") || allows(place, "clause"))) return undefined;
  return isStop(pieces[at + 1]) ? null : clause(place, at, "that");
};

const colonClause: Rule = (place, piece) =>
  piece.lower === ":" && allows(place, "quote") && hasClause(place.pieces, place.at + 1)
    ? clause(place, place.at + 1, "clause")
    : undefined;

const question: Rule = (place, piece) =>
  allows(place, "wh") && WH.has(piece.lower) ? clause(place, place.at, "wh") : undefined;

const infinitive: Rule = (place) => {
  const fits = allows(place, "infinitive") || (place.toWhom !== null && allows(place, "addressee-infinitive"));
  return fits && toInfinitive(place.pieces, place.at) ? clause(place, place.at, "infinitive") : undefined;
};

const charge: Rule = (place, piece) =>
  place.toWhom !== null && (allows(place, "addressee-of") || allows(place, "of")) && piece.lower === "of"
    ? clause(place, place.at + 1, "of")
    : undefined;

const bareClause: Rule = (place) => {
  if (allows(place, "clause") && hasClause(place.pieces, place.at)) return clause(place, place.at, "clause");
  return place.toWhom === null ? undefined : null; // after an addressee nothing else is a content
};

const gerund: Rule = (place, piece) =>
  allows(place, "gerund") && piece.tag === "VBG" ? clause(place, place.at, "gerund") : undefined;

const prepositional: Rule = (place, piece) => {
  const preposition = PREPOSITIONS.find((p) => p === piece.lower && allows(place, p));
  if (preposition === undefined) return undefined;
  return content(place, place.at + 1, objectEnd(place.pieces, place.at, place.cue, place.lexicon), preposition);
};

/** “praised the plan”, “described the talks as constructive”, “wants them to leave”. */
const object: Rule = (place, piece) => {
  const { pieces, at, cue, lexicon } = place;
  const end = phraseEnd(pieces, at, () => false);
  if (end < at && piece.quote === null) return null;
  if (isReflexive(piece) && /^(?:at|in|on|from|[,.])$/.test(pieces[at + 1]?.lower ?? ".")) return null; // “defend themselves”
  const to = objectEnd(pieces, at, cue, lexicon);
  const as = pieces[to + 1]?.lower === "as" ? objectEnd(pieces, to + 2, cue, lexicon) : to;
  if (allows(place, "as") && (allows(place, "object") || as > to || hasAs(pieces, at, to)))
    return content(place, at, as, "object");
  const fits = allows(place, "object") || (allows(place, "object-infinitive") && toInfinitive(pieces, end + 1));
  return fits ? content(place, at, to, "object") : null;
};

function hasAs(pieces: readonly Piece[], from: number, to: number): boolean {
  return pieces.slice(from, to + 1).some((p) => p.lower === "as");
}

/** The frames in the order they are tried. */
const RULES: readonly Rule[] = [
  quotation,
  thatClause,
  colonClause,
  question,
  infinitive,
  charge,
  bareClause,
  gerund,
  prepositional,
  object,
];

function contentAt(place: Place): Content | null {
  const piece = place.pieces[place.at];
  if (piece === undefined) return null;
  for (const rule of RULES) {
    const found = rule(place, piece);
    if (found !== undefined) return found;
  }
  return null;
}
