import type { ActorTable } from "../actors/types.js";
import type { Sentence, Token } from "../language/types.js";
import { type Piece, wordPiece } from "./pieces.js";
import type { Quotation } from "./quotations.js";

/** A sentence with its quotations closed up: a quotation of several sentences stays with the clause that reports it. */
export interface Unit {
  readonly pieces: readonly Piece[];
  readonly paragraph: number;
  /** Depth of quotation: 0 for the article's own words, 1 for a sentence inside a quotation. */
  readonly depth: number;
}

/** Who is meant in a sentence. */
type Mentions = Pick<ActorTable, "inSentence">;

/** Heads of the phrases of a sentence that mean somebody. */
function headsIn({ index }: Sentence, actors: Mentions): ReadonlySet<number> {
  return new Set(actors.inSentence(index).flatMap((m) => (m.actors.length > 0 ? [m.head] : [])));
}

/** Longest unit in pieces: a text without sentence ends is cut, so that time grows with its length only. */
const LONGEST = 600;

/**
 * Groups tokens and quotations into units, in order. Sentences whose border lies inside a quotation are one unit, and so
 * is a quotation that ends in a comma, question or exclamation mark with the clause that reports it.
 *
 * @param actors Who is meant where: such a phrase can be a source whatever its noun.
 */
export function makeUnits(
  text: string,
  sentences: readonly Sentence[],
  quotations: readonly Quotation[],
  actors: Mentions,
): readonly Unit[] {
  const units: Unit[] = [];
  let pieces: Piece[] = [];
  let paragraph = 0;
  const flush = (): void => {
    if (pieces.length > 0) units.push({ pieces, paragraph, depth: 0 });
    pieces = [];
  };
  let q = 0;
  let lastSentence = -1;
  for (const sentence of sentences) {
    const heads = headsIn(sentence, actors);
    for (const token of sentence.tokens) {
      while (q < quotations.length && (quotations[q]?.span[1] ?? 0) <= token.start) q++;
      const quote = quotations[q];
      const inside = quote !== undefined && quote.span[0] <= token.start;
      const fresh = sentence.index !== lastSentence;
      if (inside && pieces.at(-1)?.quote === quote) {
        lastSentence = sentence.index;
        continue;
      }
      if (
        fresh &&
        pieces.length > 0 &&
        breaksHere(text, pieces.at(-1), token, sentence, paragraph) &&
        !(inside && pieces.at(-1)?.lower === ":")
      )
        flush();
      if (pieces.length >= LONGEST) flush();
      if (pieces.length === 0) paragraph = sentence.paragraph;
      lastSentence = sentence.index;
      pieces.push(
        inside ? quotePiece(text, quote, sentence.index) : wordPiece(token, sentence.index, heads.has(token.index)),
      );
    }
  }
  flush();
  return units;
}

function quotePiece(text: string, quote: Quotation, sentence: number): Piece {
  const pause = /,\W{1,2}$/.test(text.slice(Math.max(quote.span[0], quote.span[1] - 3), quote.span[1]));
  return {
    pause,
    start: quote.span[0],
    end: quote.span[1],
    token: null,
    quote,
    lower: "",
    tag: "QUOTE",
    sentence,
    actor: false,
  };
}

/** Whether a new sentence also begins a new unit; it does not after a quotation its own clause goes on from. */
function breaksHere(
  text: string,
  previous: Piece | undefined,
  token: Token,
  sentence: Sentence,
  paragraph: number,
): boolean {
  if (previous?.quote == null) return true;
  const gap = text.slice(previous.end, token.start);
  if (gap.includes("\n") && sentence.paragraph !== paragraph && previous.quote.span[1] <= sentence.span[0]) return true;
  const tail = text.slice(Math.max(previous.start, previous.end - 3), previous.end);
  if (/,\W{0,2}$/.test(tail)) return false;
  if (/^[,;]|^\p{Ll}/u.test(token.text)) return false;
  return !/[?!…—-]\W{0,2}$/.test(tail) || !shortReport(sentence);
}

/** A short sentence that only says who spoke: “he asked.” */
function shortReport(sentence: Sentence): boolean {
  return sentence.tokens.length <= 12 && sentence.tokens.slice(0, 6).some((t) => t.upos === "VERB");
}

/** Units of the sentences inside the quotations, for what a quoted speaker says others say. */
export function innerUnits(
  sentences: readonly Sentence[],
  quotations: readonly Quotation[],
  actors: Mentions,
): readonly Unit[] {
  const units: Unit[] = [];
  let q = 0;
  for (const sentence of sentences) {
    let pieces: Piece[] = [];
    let within: Quotation | undefined;
    const heads = headsIn(sentence, actors);
    const flush = (): void => {
      if (pieces.length > 3) units.push({ pieces, paragraph: sentence.paragraph, depth: 1 });
      pieces = [];
    };
    for (const token of sentence.tokens) {
      while (q < quotations.length && (quotations[q]?.span[1] ?? 0) <= token.start) q++;
      const quote = quotations[q];
      const inside = quote !== undefined && quote.span[0] < token.start && token.end < quote.span[1];
      if (!inside || quote !== within || pieces.length >= LONGEST) flush();
      within = quote;
      if (inside && !/^(?:["“”«»]|''|``)$/.test(token.text))
        pieces.push(wordPiece(token, sentence.index, heads.has(token.index)));
    }
    flush();
  }
  return units;
}
