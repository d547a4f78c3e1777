import type { ClaimLexicon, CueEntry } from "./lexicon.js";
import { baseEnd } from "./phrases.js";
import { isComma, isFiniteVerb, isStop, type Piece } from "./pieces.js";

/** A cue verb in a unit, with its auxiliaries. */
export interface VerbGroup {
  readonly entry: CueEntry;
  /** First auxiliary or adverb of the group. */
  readonly first: number;
  readonly verb: number;
  /** Last piece of the cue, its particle included. */
  readonly last: number;
  readonly mood: "finite" | "passive" | "infinitive" | "ing" | "bare-participle";
  readonly past: boolean;
  readonly negated: boolean;
}

/** Forms of “be”. */
export const FORMS_OF_BE: readonly string[] = [
  "be",
  "is",
  "are",
  "was",
  "were",
  "been",
  "being",
  "am",
  "'s",
  "'re",
  "'m",
];

/** What makes a passive before a participle. */
const PASSIVE_AUXILIARIES: ReadonlySet<string> = new Set([...FORMS_OF_BE, "get", "gets", "got"]);

const HAVE: ReadonlySet<string> = new Set(["have", "has", "had", "having", "'ve", "'d", "'s"]);

const DO: ReadonlySet<string> = new Set(["do", "does", "did"]);

/** The cue verb at a piece, or `null`; a verb with a particle is preferred to the bare one. */
export function verbGroupAt(pieces: readonly Piece[], at: number, lexicon: ClaimLexicon): VerbGroup | null {
  const piece = pieces[at];
  if (piece === undefined || piece.token === null) return null;
  const cues = lexicon.verbs.get(piece.lower);
  if (cues === undefined || !verbLike(pieces, at)) return null;
  for (const { entry } of cues) {
    const last = matchParticle(pieces, at, entry.particle);
    if (last >= at) return group(pieces, at, last, entry);
  }
  return null;
}

/** A verb by its tag; also a noun's tag on “reports” where only a verb can stand (“Kazinform reports with reference to …”, “she plans to …”). */
function verbLike(pieces: readonly Piece[], at: number): boolean {
  const piece = pieces[at];
  if (piece === undefined) return false;
  if (piece.tag.startsWith("VB") || /^(?:said|says)$/.test(piece.lower)) return true;
  const next = pieces[at + 1];
  const left = pieces[at - 1]?.tag ?? "";
  return (
    piece.tag === "NNS" &&
    (/^(?:NNP|PRP)$/.test(left) || closesSentence(pieces, at)) &&
    ((/^(?:reports|writes|notes|states|claims|adds|tweets|quotes|informs)$/.test(piece.lower) &&
      (next === undefined || next.quote !== null || /^(?:that|with|citing|[,.:])$/.test(next.lower))) ||
      (/^(?:plans|hopes|aims|vows|promises|wants)$/.test(piece.lower) && next?.lower === "to"))
  );
}

/** “The talks went on, the press service [reports].”: after the comma behind a clause a noun with its article stands before it, nothing after it. */
function closesSentence(pieces: readonly Piece[], at: number): boolean {
  if (pieces[at - 1]?.tag !== "NN" || !isStop(pieces[at + 1])) return false;
  const comma = pieces.findLastIndex((p, i) => i < at && isComma(p));
  const begins = pieces[comma + 1]?.tag === "DT" && baseEnd(pieces, comma + 1) === at;
  return begins && pieces.slice(0, Math.max(0, comma)).some(isFiniteVerb);
}

function matchParticle(pieces: readonly Piece[], at: number, particle: readonly string[]): number {
  for (let k = 0; k < particle.length; k++) if (pieces[at + 1 + k]?.lower !== particle[k]) return -1;
  return at + particle.length;
}

function group(pieces: readonly Piece[], verb: number, last: number, entry: CueEntry): VerbGroup {
  const tag = pieces[verb]?.tag ?? "";
  let first = verb;
  let be = false;
  let have = false;
  let modal = false;
  let infinitive = false;
  let negated = false;
  while (first > 0) {
    const left = pieces[first - 1];
    if (left === undefined || left.token === null) break;
    if (left.tag === "TO" || (left.lower === "to" && tag === "VB" && first === verb)) {
      infinitive = true;
      negated ||= /^(?:declin|refus|fail)/.test(pieces[first - 2]?.lower ?? "");
      first--;
      break;
    }
    if (left.lower === "not" || left.lower === "n't" || left.lower === "never") negated = true;
    else if (left.tag === "MD") modal = true;
    else if (
      PASSIVE_AUXILIARIES.has(left.lower) &&
      left.tag !== "POS" &&
      (tag === "VBN" || tag === "VBG" || tag === "VBD")
    ) {
      if (left.lower === "'s" && tag === "VBN") have = true;
      else be = true;
    } else if (HAVE.has(left.lower) && left.tag !== "POS") have = true;
    else if (DO.has(left.lower)) modal = true;
    else if (left.tag !== "RB" && left.tag !== "RBR") break;
    first--;
  }
  const ing = tag === "VBG" && !be;
  const passive = be && tag !== "VBG" && tag !== "NNS";
  const finite =
    tag === "NNS" ||
    have ||
    modal ||
    /^VB[DZP]$/.test(tag) ||
    (be && tag === "VBG") ||
    (tag === "VBN" && !be && first === verb && standsAlone(pieces, verb, last)) ||
    /^said$|^says$/.test(pieces[verb]?.lower ?? "");
  const mood = passive
    ? "passive"
    : infinitive
      ? "infinitive"
      : ing
        ? "ing"
        : finite
          ? "finite"
          : tag === "VB"
            ? "infinitive"
            : "bare-participle";
  const past = have ? true : tag === "VBD" || tag === "VBN";
  return { entry, first, verb, last, mood, past, negated };
}

/**
 * Whether a participle after a conjunction is a past tense in truth: it has an object and shares no auxiliary with what
 * stands before (“the plan was dead and accused Russia”, “the talks were over and called on Iran”; not “had signed and
 * accepted it”, “was arrested and denied access”).
 */
function standsAlone(pieces: readonly Piece[], verb: number, last: number): boolean {
  if (pieces[verb - 1]?.tag !== "CC") return false;
  const link = last === verb && /^(?:on|to)$/.test(pieces[last + 1]?.lower ?? "") ? last + 2 : last + 1;
  if (baseEnd(pieces, link) < link) return false;
  let aux = verb - 2;
  while (aux >= 0 && !isFiniteVerb(pieces[aux]) && pieces[aux]?.tag !== "CC") aux--;
  const word = pieces[aux];
  if (word === undefined || !isFiniteVerb(word) || word.tag === "MD" || HAVE.has(word.lower)) return false;
  const passive = PASSIVE_AUXILIARIES.has(word.lower) && pieces.slice(aux + 1, verb - 1).some((p) => p.tag === "VBN");
  return !passive || (link === verb + 1 && /^(?:NNP|PRP)/.test(pieces[link]?.tag ?? ""));
}
