import type { Range } from "./phrases.js";
import { isComma, isFiniteVerb, isStop, type Piece } from "./pieces.js";

export function toInfinitive(pieces: readonly Piece[], at: number): boolean {
  const to = pieces[at]?.lower === "not" || pieces[at]?.lower === "never" ? at + 1 : at;
  if (pieces[to]?.lower !== "to") return false;
  const verb = pieces[to + 1]?.tag === "RB" ? pieces[to + 2] : pieces[to + 1];
  return verb !== undefined && /^VBP?$/.test(verb.tag);
}

/** Whether a clause with a subject and a finite verb of its own begins here: more finite verbs than subordinate clauses. */
export function hasClause(pieces: readonly Piece[], at: number): boolean {
  const first = pieces[at];
  if (first === undefined) return false;
  if (!/^(?:DT|PDT|PRP\$?|NNP?S?|JJ[RS]?|CD|EX|QUOTE|VBG|IN|RB|WRB|WP|POS|\$)$/.test(first.tag)) return false;
  if (first.tag === "IN" && !OPENING.has(first.lower)) return false;
  const leads = first.tag === "IN" || first.tag === "RB" || first.tag === "VBG" || first.tag === "WRB";
  let owed =
    /^(?:if|when|while|as|since|after|because|unless|until|before|although|though)$/.test(first.lower) &&
    first.tag === "IN"
      ? 1
      : 0;
  let commas = 0;
  let list = false;
  let relative = false;
  const limit = Math.min(pieces.length, at + 70);
  for (let i = at + 1; i < limit; i++) {
    const piece = pieces[i];
    if (piece === undefined || isStop(piece)) return false;
    if (isComma(piece)) commas++;
    else if (piece.tag === "CC") {
      if (!relative && (isFiniteVerb(pieces[i + 1]) || (pieces[i + 1]?.tag === "RB" && isFiniteVerb(pieces[i + 2]))))
        return false;
      list = true;
    } else if (/^(?:WDT|WP|WP\$|WRB)$/.test(piece.tag) || SUBORDINATORS.has(piece.lower)) {
      owed++;
      relative = true;
    } else if (piece.tag === "VBG" && (isComma(pieces[i - 1]) || piece.lower === "saying")) return false;
    else if (isFiniteVerb(piece) && !isFiniteVerb(pieces[i - 1])) {
      if (owed === 0) return leads || commas % 2 === 0 || list;
      owed--;
    }
  }
  return false;
}

const OPENING: ReadonlySet<string> = new Set([
  "if",
  "in",
  "when",
  "while",
  "as",
  "at",
  "since",
  "under",
  "after",
  "because",
  "despite",
  "during",
  "unless",
  "until",
  "about",
  "over",
  "between",
  "before",
  "although",
  "though",
  "given",
  "once",
  "without",
]);

/** Words that open a clause wherever they stand. */
export const CONJUNCTIONS: ReadonlySet<string> = new Set(["if", "when", "while", "whereas", "because", "unless", "until", "although", "though", "once"]); // biome-ignore format: a list

/** The same with those that can be something else (“after the talks”). */
const SUBORDINATORS: ReadonlySet<string> = new Set([...CONJUNCTIONS, "that", "after", "before", "since", "as", "whether"]); // biome-ignore format: a list

/** Whether a sentence opens with a clause that its main one follows: “[Though] the judge said …, he …”. */
export function opensSubordinate(pieces: readonly Piece[]): boolean {
  const first = pieces[0]?.lower ?? "";
  return SUBORDINATORS.has(first) && first !== "that" && first !== "whether";
}

/** Whether a range holds a finite verb that is not a relative clause's or a condition's. */
export function tellsSomething(pieces: readonly Piece[], [first, last]: Range): boolean {
  let owed = 0;
  for (let i = first; i <= last; i++) {
    const piece = pieces[i];
    if (piece === undefined) continue;
    if (/^W/.test(piece.tag) || CONJUNCTIONS.has(piece.lower) || (piece.lower === "that" && piece.tag === "IN")) owed++;
    else if (piece.quote !== null || (isFiniteVerb(piece) && !isFiniteVerb(pieces[i - 1]))) {
      if (owed === 0) return true;
      owed--;
    }
  }
  return false;
}
