import { childBy, isRelation } from "../language/tree.js";
import { markerOf } from "./noun-phrase.js";
import type { Phrase } from "./phrase.js";
import type { Scan } from "./scan.js";

const DEEPEST = 6; // words climbed from the possessive to the verb its phrase stands before

/**
 * “For [his] part, Scholz said …”: the person that the possessive a phrase opens with means where it stands in front of its
 * subject; `null` for any other. “At [his] request, Scholz came” is somebody else's, and so is all that only another can do.
 */
export function subjectAhead(scan: Scan, phrases: readonly Phrase[], { first }: Phrase): Phrase | null {
  if (!/^(?:his|her)$/.test(scan.lower(first))) return null;
  const { tree } = scan.sentence;
  const noun = tree.heads[first] ?? -1;
  if (!isRelation(tree.relation(first), "nmod:poss") || noun < first) return null;
  const somebody = phrases.some((p) => p.first === first && /^(?:person|people)$/.test(p.kind));
  const verb = verbAfter(scan, noun, somebody);
  const subject = verb === null ? null : childBy(tree, verb, "nsubj");
  if (subject === null || subject < first) return null;
  const meant = phrases.find((p) => p.kind === "person" && p.first > first && p.first <= subject && subject <= p.last);
  return meant === undefined || (meant.name === null && meant.det !== "the") ? null : meant;
}

/**
 * The verb before which the prepositional phrase of a noun stands. What somebody is told of may stand deeper (“After talks
 * with his counterpart, Lavrov …”); a thing that does is another's (“Answering his question, Lavrov …”).
 */
function verbAfter(scan: Scan, noun: number, somebody: boolean): number | null {
  const { tree } = scan.sentence;
  let at = noun;
  let marker = "";
  for (let climbed = 0; climbed < DEEPEST; climbed++) {
    const relation = tree.relation(at);
    const up = tree.heads[at] ?? -1;
    if (up < 0 || scan.is(at, "of-another")) return null;
    marker ||= markerOf(scan, at);
    if (isRelation(relation, "obl") || isOpenClause(scan, at))
      return up < at ? null : at === noun || somebody ? up : null;
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
