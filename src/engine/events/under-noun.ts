import { childBy, childrenBy } from "../language/tree.js";
import { type Clause, ownerOfDeed } from "./clause.js";
import { content, type Draft, govern, plan } from "./drafted.js";
import { isAnnounced } from "./headline.js";
import type { EventLexicon, Governance } from "./lexicon.js";

const MAX_CLIMB = 12; // words above a noun that are looked at

/** What a noun makes of the clause under it: “the decision to …”, “troops backed by …”. */
export function underNoun(
  clause: Clause,
  at: number,
  noun: number,
  draft: Draft,
  lexicon: EventLexicon,
  acts: ReadonlySet<number>,
): number {
  const { tree, tokens } = clause;
  const alleged = lexicon.classes.get(tokens[noun]?.lemma.toLowerCase() ?? "")?.has("allegation") === true;
  if (alleged && tree.children(at).some((c) => tokens[c]?.lower === "that")) return content(draft); // “an accusation that …”
  if (tree.relation(at) === "acl:relcl") return isContentClause(clause, at, noun, lexicon) ? content(draft) : -1;
  const marks = childrenBy(tree, at, "mark").map((c) => tokens[c]?.lower ?? "");
  if (marks.length === 0) {
    if (childBy(tree, at, "nsubj") !== null) return content(draft); // “over fears [that] they were helping …”
    return isAbout(clause, noun, acts) ? content(draft) : -1; // “troops backed by …”, “a call urging …”
  }
  if (isAnnounced(clause, at)) {
    plan(draft);
    return -1;
  }
  const kind = lexicon.governors.get(tokens[noun]?.lemma.toLowerCase() ?? "") ?? "content";
  if (kind === "wish" && isAbout(clause, noun, acts)) return content(draft); // “stressed the need for Chad to free …”
  if (!marks.includes("to")) return govern(kind, noun, draft, false);
  if (ownerOfDeed(clause, noun) !== null) return govern(LEADING.has(kind) ? "intend" : kind, noun, draft, true); // “welcomed [Chad]'s decision to …”
  return marks.includes("for") || isCarried(clause, noun, lexicon) ? govern(kind, noun, draft, true) : content(draft);
}

/** Nouns of these kinds tell of somebody else's deed only that it is meant. */
const LEADING: ReadonlySet<Governance> = new Set(["aspect", "perform"]);

/**
 * “took the decision to send …”: the verb is one by which whoever acts has the deed in hand. “praised the decision to …”,
 * “stressed the need to …” leave open whose deed it is.
 */
function isCarried({ tree, tokens }: Clause, noun: number, { classes, governors, light }: EventLexicon): boolean {
  const head = tree.heads[noun] ?? -1;
  const verb = tokens[head]?.lemma.toLowerCase() ?? "";
  if (tokens[head]?.upos !== "VERB") return true;
  if (classes.get(tokens[noun]?.lemma.toLowerCase() ?? "")?.has("requirement") === true) return false;
  const kind = governors.get(verb);
  return light.has(verb) || kind === "decide" || LEADING.has(kind ?? "content");
}

/** “charges by clergymen that it tortured …”, “fears they were helping …”: a clause with all its parts is no relative one. */
function isContentClause({ tree, tokens }: Clause, at: number, noun: number, lexicon: EventLexicon): boolean {
  const subject = childBy(tree, at, "nsubj");
  if (tokens[noun]?.lower === "something") return false; // “something that Iran denied”
  if (subject === null || ["who", "which", "that"].includes(tokens[subject]?.lower ?? "")) return false;
  if (childrenBy(tree, at, "mark").some((m) => tokens[m]?.lower === "that")) return true;
  const kind = lexicon.classes.get(tokens[noun]?.lemma.toLowerCase() ?? "");
  const holds = kind?.has("allegation") === true || kind?.has("worry") === true;
  return holds && childBy(tree, at, "obj") !== null;
}

/** “condemned the atrocities committed by …”: the noun stands in what another act is about. */
function isAbout({ tree, tokens }: Clause, noun: number, acts: ReadonlySet<number>): boolean {
  for (let at = noun, steps = 0; at >= 0 && steps < MAX_CLIMB; at = tree.heads[at] ?? -1, steps++) {
    if (acts.has(at)) return at !== noun;
    if (at !== noun && (tokens[at]?.upos === "VERB" || tree.relation(at) === "nsubj")) return false;
  }
  return false;
}
