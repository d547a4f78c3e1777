import { opensOccasion } from "./adverbials.js";
import { hasClause } from "./clauses.js";
import type { ClaimLexicon } from "./lexicon.js";
import { mediumAt } from "./media.js";
import { baseEnd, phraseEnd, type Range } from "./phrases.js";
import { isComma, isDash, isFiniteVerb, isNominal, isStop, type Piece } from "./pieces.js";
import { clauseSubject, subjectBefore } from "./sources.js";
import { FORMS_OF_BE, type VerbGroup } from "./verb-groups.js";

export interface Source {
  readonly range: Range | null;
  readonly inverted: boolean;
}

/** The phrase a cue verb has for its subject, wherever it stands. */
export function sourceOf(
  pieces: readonly Piece[],
  group: VerbGroup,
  shared: Range | null,
  lexicon: ClaimLexicon,
): Source {
  const none = { range: null, inverted: false };
  const before = pieces[group.first - 1];
  if (group.mood === "ing" || group.mood === "bare-participle") {
    if (before !== undefined && !isComma(before) && !isDash(before) && /^(?:NNP?S?|PRP)$/.test(before.tag)) {
      const near = subjectBefore(pieces, group.first);
      const letter = near !== null && near !== "shared" && isLetter(pieces, near, lexicon); // “sent a note to Norway asking it to …”
      if (letter) return { range: shared ?? clauseSubject(pieces, group.first), inverted: false };
      return near === null || near === "shared" ? none : { range: near, inverted: false };
    }
    if (group.mood === "bare-participle") return none;
    return { range: shared ?? clauseSubject(pieces, group.first) ?? openingSubject(pieces, group), inverted: false };
  }
  if (group.mood === "infinitive") return { range: clauseSubject(pieces, group.first), inverted: false };
  const inverted = invertedSubject(pieces, group, lexicon);
  if (inverted !== null) return { range: inverted, inverted: true };
  const subject = subjectBefore(pieces, group.first);
  if (subject === "shared") {
    const range = shared ?? clauseSubject(pieces, group.first) ?? misreadSubject(pieces, group.first);
    return { range, inverted: false };
  }
  return { range: subject, inverted: false };
}

/** Whether a phrase is a document with a sender or issuer, and the object of a verb: “issued [a statement] urging …”. */
function isLetter(pieces: readonly Piece[], [first]: Range, lexicon: ClaimLexicon): boolean {
  const verb = pieces[first - 1];
  if (verb?.tag.startsWith("VB") !== true || FORMS_OF_BE.includes(verb.lower)) return false;
  const name = mediumAt(pieces, baseEnd(pieces, first), lexicon);
  return /^(?:sender|issuer)$/.test((name === null ? undefined : lexicon.media.get(name)?.owner) ?? "");
}

/** “Holm [updated] Berg on the talks and stressed …”: the subject of a past tense taken for a participle, with an object behind it. */
function misreadSubject(pieces: readonly Piece[], at: number): Range | null {
  for (let i = 1; i < at; i++) {
    if (pieces[i]?.tag !== "VBN" || !isNominal(pieces[i - 1]) || phraseEnd(pieces, i + 1, () => false) <= i) continue;
    const subject = subjectBefore(pieces, i);
    if (subject !== null && subject !== "shared") return subject;
  }
  return null;
}

/** “Describing the line as …, he said”: the subject of the clause after the comma. */
function openingSubject(pieces: readonly Piece[], group: VerbGroup): Range | null {
  if (group.first > 1) return null;
  for (let i = group.last + 1; i < pieces.length; i++) {
    if (!isComma(pieces[i]) && pieces[i]?.pause !== true) continue;
    const end = phraseEnd(pieces, i + 1, () => false);
    if (end > i && /^(?:VB|MD|RB)/.test(pieces[end + 1]?.tag ?? "")) return [i + 1, end];
  }
  return null;
}

/** “…,” said X: the subject after the verb, when a quotation or a clause and a comma stand before it. */
function invertedSubject(pieces: readonly Piece[], group: VerbGroup, lexicon: ClaimLexicon): Range | null {
  if (!group.entry.frames.has("quote") || group.first !== group.verb) return null;
  const left = pieces[group.first - 1];
  if (left === undefined || !(left.quote !== null || isComma(left) || isDash(left))) return null;
  if (!/^(?:NNP?S?|DT|JJ[RS]?|PRP|CD|PRP\$)$/.test(pieces[group.last + 1]?.tag ?? "")) return null;
  if (pieces[group.first - 2]?.quote == null && left.quote === null) {
    if (!group.entry.frames.has("clause")) return null;
    if (!pieces.slice(0, group.first).some((p) => /^(?:VB[DZP]|MD|QUOTE)$/.test(p.tag)))
      return partingSource(pieces, group, lexicon);
    const subject = subjectBefore(pieces, group.first);
    if (subject !== null && subject !== "shared") {
      const afterQuote = isComma(pieces[group.first - 1]) && pieces[subject[0] - 1]?.quote != null; // ““…,” X, the Y, told Z”
      if (subject[0] === 0 || afterQuote || hasClause(pieces, group.last + 1)) return null;
    }
  }
  return wholePhrase(pieces, group.last + 1, lexicon);
}

/** “The museum, said Berg, is a gift”: between a subject and its verb. */
function partingSource(pieces: readonly Piece[], group: VerbGroup, lexicon: ClaimLexicon): Range | null {
  const source = wholePhrase(pieces, group.last + 1, lexicon);
  return source !== null && isComma(pieces[source[1] + 1]) && isFiniteVerb(pieces[source[1] + 2]) ? source : null;
}

/** A source after its cue, with apposition: “Jane Doe, a professor at Oslo, in a lecture” → up to “Oslo”. */
export function wholePhrase(pieces: readonly Piece[], at: number, lexicon: ClaimLexicon): Range | null {
  const end = phraseEnd(pieces, at, (i) => opensOccasion(pieces, i, lexicon));
  if (end < at) return null;
  if (pieces[end + 1]?.lower === "who" && pieces[at]?.tag !== "PRP") return [at, relativeEnd(pieces, end + 1)];
  if (!isComma(pieces[end + 1]) || pieces[at]?.tag === "PRP") return [at, end];
  const next = pieces[end + 2];
  if (next === undefined) return [at, end];
  if (/^(?:who|whose|which)$/.test(next.lower)) return [at, relativeEnd(pieces, end + 2)];
  if (/^(?:DT|NNP?|JJ|NNS|CD|PRP\$)$/.test(next.tag) && !opensOccasion(pieces, end + 2, lexicon)) {
    const apposed = phraseEnd(pieces, end + 2, (i) => opensOccasion(pieces, i, lexicon));
    const after = pieces[apposed + 1];
    if (apposed >= end + 2 && (isStop(after) || isComma(after) || isDash(after) || after?.quote != null))
      return [at, apposed];
  }
  return [at, end];
}

function relativeEnd(pieces: readonly Piece[], from: number): number {
  for (let i = from; i < pieces.length; i++)
    if (isStop(pieces[i]) || isComma(pieces[i]) || pieces[i]?.quote != null) return i - 1;
  return pieces.length - 1;
}
