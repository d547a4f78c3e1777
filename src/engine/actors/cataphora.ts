import { childBy, isRelation } from "../language/tree.js";
import type { Discourse, Draft } from "./draft.js";
import { markerOf } from "./noun-phrase.js";
import type { Phrase } from "./phrase.js";
import type { Scan } from "./scan.js";

const DEEPEST = 6; // words climbed from the possessive to the verb its phrase stands before

/** Whom a possessive that stands before its subject may mean. */
export interface Ahead {
  readonly subject: Phrase;
  /** Whether the phrase tells of the subject's own; else the possessive means it only where nobody before fits. */
  readonly sure: boolean;
}

/**
 * “For [his] part, Scholz said …”: the person that the possessive a phrase opens with means where it stands in front of its
 * subject; `null` for any other. “At [his] request, Scholz came” is somebody else's, and so is all that only another can do;
 * “Despite [his] threats, Scholz came” is so where somebody else was told of before.
 */
export function subjectAhead(scan: Scan, phrases: readonly Phrase[], { first }: Phrase): Ahead | null {
  if (!/^(?:his|her)$/.test(scan.lower(first))) return null;
  const { tree } = scan.sentence;
  const noun = tree.heads[first] ?? -1;
  if (!isRelation(tree.relation(first), "nmod:poss") || noun < first) return null;
  const somebody = phrases.some((p) => p.first === first && /^(?:person|people)$/.test(p.kind));
  const found = verbAfter(scan, noun, somebody);
  const subject = found === null ? null : childBy(tree, found.verb, "nsubj");
  if (found === null || subject === null || subject < first) return null;
  const part = scan.is(noun, "own-part");
  if (!part && hasOther(scan, found.verb, scan.lower(first))) return null;
  const meant = phrases.find((p) => p.kind === "person" && p.first > first && p.first <= subject && subject <= p.last);
  if (meant === undefined || (meant.name === null && meant.det !== "the")) return null;
  const sure = part || found.deep || scan.lexicon.words("own-way").has(markerOf(scan, noun));
  return { subject: meant, sure };
}

/** “On his arrival, Putin embraced [him]”: whether the verb acts on somebody who is he as well. */
function hasOther({ tokens, sentence: { tree } }: Scan, verb: number, possessive: string): boolean {
  return tree.children(verb).some((child) => {
    if (!/^(?:obj|iobj|obl)(?::|$)/.test(tree.relation(child))) return false;
    return tokens[child]?.lower === (possessive === "his" ? "him" : "her");
  });
}

/**
 * The verb before which the prepositional phrase of a noun stands. What somebody is told of may stand deeper (“After talks
 * with his counterpart, Lavrov …”); a thing that does is another's (“Answering his question, Lavrov …”).
 */
function verbAfter(
  scan: Scan,
  noun: number,
  somebody: boolean,
): { readonly verb: number; readonly deep: boolean } | null {
  const { tree } = scan.sentence;
  let at = noun;
  let marker = "";
  for (let climbed = 0; climbed < DEEPEST; climbed++) {
    const relation = tree.relation(at);
    const up = tree.heads[at] ?? -1;
    if (up < 0 || scan.is(at, "of-another")) return null;
    marker ||= markerOf(scan, at);
    if (isRelation(relation, "obl") || isOpenClause(scan, at))
      return up < at || (at !== noun && !somebody) ? null : { verb: up, deep: at !== noun };
    if (relation === "nmod" && !scan.lexicon.words("toward").has(marker)) return null;
    if (!/^(?:nmod(?::desc)?|flat|appos|conj|obj)$/.test(relation)) return null;
    if (relation === "nmod") marker = "";
    at = up;
  }
  return null;
}

/** “[Meeting] his counterpart, …”: a clause without a subject of its own. */
function isOpenClause({ sentence: { tree } }: Scan, at: number): boolean {
  return isRelation(tree.relation(at), "advcl") && childBy(tree, at, "nsubj") === null;
}

const NEAR = 2; // sentences over which somebody told of before goes before whom the sentence comes to

/** Whether somebody else of those who fit was told of shortly before. */
export function isToldOf(
  discourse: Discourse,
  { sentence }: Phrase,
  other: Draft,
  fits: (draft: Draft) => boolean,
): boolean {
  for (let s = sentence; s >= sentence - NEAR; s--)
    if (discourse.tracesIn(s).some(({ draft }) => draft.kind === "person" && draft !== other && fits(draft)))
      return true;
  return false;
}
