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
  const helpers = helpersOf(pieces, verb);
  const { first, be, have, modal, negated } = helpers;
  const finite =
    tag === "NNS" ||
    have ||
    modal ||
    /^VB[DZP]$/.test(tag) ||
    (be && tag === "VBG") ||
    (tag === "VBN" && !be && first === verb && standsAlone(pieces, verb, last)) ||
    /^said$|^says$/.test(pieces[verb]?.lower ?? "");
  const past = have || tag === "VBD" || tag === "VBN";
  return { entry, first, verb, last, mood: moodOf(tag, helpers, finite), past, negated };
}

function moodOf(tag: string, { be, infinitive }: Helpers, finite: boolean): VerbGroup["mood"] {
  if (be && tag !== "VBG" && tag !== "NNS") return "passive";
  if (infinitive) return "infinitive";
  if (tag === "VBG" && !be) return "ing";
  if (finite) return "finite";
  return tag === "VB" ? "infinitive" : "bare-participle";
}

/** What stands before a verb and belongs to it. */
interface Helpers {
  readonly first: number;
  readonly be: boolean;
  readonly have: boolean;
  readonly modal: boolean;
  readonly infinitive: boolean;
  readonly negated: boolean;
}

function helpersOf(pieces: readonly Piece[], verb: number): Helpers {
  const tag = pieces[verb]?.tag ?? "";
  const takesBe = tag === "VBN" || tag === "VBG" || tag === "VBD";
  const found = { be: false, have: false, modal: false, infinitive: false, negated: false };
  let first = verb;
  for (; first > 0; first--) {
    const left = pieces[first - 1];
    if (left === undefined || left.token === null) break;
    if (left.tag === "TO" || (left.lower === "to" && tag === "VB" && first === verb)) {
      const negated = found.negated || /^(?:declin|refus|fail)/.test(pieces[first - 2]?.lower ?? "");
      return { ...found, negated, infinitive: true, first: first - 1 };
    }
    const verbal = left.tag !== "POS";
    if (left.lower === "not" || left.lower === "n't" || left.lower === "never") found.negated = true;
    else if (left.tag === "MD") found.modal = true;
    else if (PASSIVE_AUXILIARIES.has(left.lower) && verbal && takesBe)
      found[left.lower === "'s" && tag === "VBN" ? "have" : "be"] = true;
    else if (HAVE.has(left.lower) && verbal) found.have = true;
    else if (DO.has(left.lower)) found.modal = true;
    else if (left.tag !== "RB" && left.tag !== "RBR") break;
  }
  return { ...found, first };
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
