import { childBy, isRelation } from "../language/tree.js";
import { markerOf, topOf } from "./noun-phrase.js";
import type { Phrase } from "./phrase.js";
import type { Scan } from "./scan.js";

/**
 * The place somebody has in a sentence: the subject of what it tells (“[Macron] said”); an object in what stands before the
 * subject (“In talks with [Putin], …”, “After meeting [Putin], …”), who is not the subject; or any other.
 */
export type Standing = "subject" | "aside" | "inside";

const MAX_CLIMB = 12; // words climbed from a name to the verb it hangs on
/** Relations over which a word says nothing else than the word it hangs on. */
const SAME = /^(?:conj|appos|flat|fixed|dep|nmod:desc)/;

/** The place a phrase has in its sentence, by the tree. */
export function standingOf(scan: Scan, { first, last, head }: Pick<Phrase, "first" | "last" | "head">): Standing {
  const { tree } = scan.sentence;
  let at = topOf(scan.sentence, [first, last]) ?? head;
  let itself = true; // whether the word reached still means whom the phrase means
  for (let climbed = 0; climbed < MAX_CLIMB; climbed++) {
    const relation = tree.relation(at);
    const up = tree.heads[at] ?? -1;
    if (up < 0) return "inside";
    if (isRelation(relation, "nsubj")) return itself && isMain(scan, up) ? "subject" : "inside";
    if (isRelation(relation, "advcl")) return up > at && childBy(tree, at, "nsubj") === null ? "aside" : "inside";
    if (relation === "acl" && childBy(tree, at, "nsubj") !== null) return "inside";
    if (itself && isTheirs(scan, at, first, relation) && !scan.is(up, "of-another")) return "inside";
    if (isRelation(relation, "obl") && up > at) return "aside";
    if (!/^(?:nmod|obl|obj|iobj|acl|xcomp|compound)/.test(relation) && !SAME.test(relation)) return "inside";
    itself &&= SAME.test(relation);
    at = up;
  }
  return "inside";
}

/** “[Putin]'s view”, “a letter from [Putin]”, “an interview with [Putin]”, “according to [Putin]”: who has or says what is told of. */
function isTheirs(scan: Scan, at: number, first: number, relation: string): boolean {
  if (isRelation(relation, "nmod:poss") || relation === "compound") return true;
  if (!/^(?:nmod|obl)/.test(relation) || SAME.test(relation)) return false;
  const asked = scan.is(scan.sentence.tree.heads[at] ?? -1, "questioning");
  return asked || !scan.lexicon.words("toward").has(markerOf(scan, at) || scan.lower(first - 1));
}

/** Whether a verb tells what the sentence tells: its root, one joined to it, or what is said before “…, Macron said”. */
function isMain({ sentence: { tree } }: Scan, verb: number): boolean {
  let at = verb;
  for (let climbed = 0; climbed < MAX_CLIMB; climbed++) {
    const up = tree.heads[at] ?? -1;
    if (up < 0) return true;
    const relation = tree.relation(at);
    if (!/^(?:conj|parataxis)/.test(relation) && !(relation === "ccomp" && at < up)) return false;
    at = up;
  }
  return false;
}

/** Last words of those whom the verb of a subject has beside it: “He thanked [Erdogan]”, “He wants to meet [Erdogan]”. */
export function besideVerb(scan: Scan, subject: number): readonly string[] {
  const { tree } = scan.sentence;
  if (!isRelation(tree.relation(subject), "nsubj")) return [];
  const verbs = [tree.heads[subject] ?? -1];
  const words: string[] = [];
  for (let i = 0; i < verbs.length && i < MAX_CLIMB; i++)
    for (const child of tree.children(verbs[i] ?? -1)) {
      const relation = tree.relation(child);
      const open = relation === "xcomp" || (relation === "conj" && childBy(tree, child, "nsubj") === null);
      if (open) verbs.push(child);
      else if (/^(?:obj|iobj|obl)/.test(relation) && !scan.lexicon.words("questioning").has(markerOf(scan, child)))
        words.push(scan.lower(lastOfName(scan, child)));
    }
  return words;
}

/** The last word of the name at a token: “Prime Minister [Meloni]”. */
function lastOfName(scan: Scan, at: number): number {
  const { tree } = scan.sentence;
  return Math.max(at, ...tree.children(at).filter((child) => isRelation(tree.relation(child), "flat")));
}
