import { namesPartOfDay } from "../language/part-of-day.js";
import { childBy, childrenBy, isRelation, negated } from "../language/tree.js";
import type { Clause } from "./clause.js";
import { isAnnounced } from "./headline.js";
import type { EventLexicon, Governance } from "./lexicon.js";
import { coordinatedWith, isMainVerb } from "./main-verb.js";

/** How real the text makes what a predicate tells. */
export interface Reality {
  /** `content`: only what another act is about; the act is coded, not this. `change`: ended, refused or begun by a verb above. */
  readonly status: "happened" | "planned" | "hypothetical" | "historical" | "content";
  readonly negated: boolean;
  /** Speech verbs it stands under, innermost first, as tokens. */
  readonly reporters: readonly number[];
  /** “plans to”, “is ready to”: the token of the intending verb. */
  readonly intended: number | null;
  /** “stopped …ing”, “ended”: how a verb above changes it. */
  readonly ended: number | null;
}

interface Draft {
  status: Reality["status"];
  negated: boolean;
  reporters: number[];
  intended: number | null;
  ended: number | null;
  perfect: boolean;
}

const MAX_CLIMB = 12; // clauses above a predicate that are looked at
const FUTURE: ReadonlySet<string> = new Set(["will", "'ll", "shall", "wo"]);
const MODAL: ReadonlySet<string> = new Set(["may", "might", "could", "can", "should", "must", "ca"]);
const CONDITIONAL: ReadonlySet<string> = new Set(["if", "whether", "unless", "lest", "until", "before", "in_case"]);

/**
 * Reads tense, modality and negation of a predicate and of the clauses above it.
 *
 * @param acts Predicates of the sentence that tell an act themselves: what stands under them is its content, even where
 * the same verb also only carries (“called on Libya to …” beside “called him to …”).
 */
export function realityOf(
  clause: Clause,
  predicate: number,
  lexicon: EventLexicon,
  acts: ReadonlySet<number>,
): Reality {
  const draft: Draft = {
    status: "happened",
    negated: false,
    reporters: [],
    intended: null,
    ended: null,
    perfect: false,
  };
  let at = predicate;
  for (let climbed = 0; climbed < MAX_CLIMB && at >= 0; climbed++) {
    ownModality(clause, at, draft);
    if (draft.status === "content") break;
    at = climb(clause, at, draft, lexicon, acts);
  }
  if (clause.tokens[clause.tokens.length - 1]?.text === "?") draft.status = "content";
  const told = draft.perfect && draft.reporters.length === 0 && !namesPartOfDay(clause.tokens, predicate);
  if (draft.status === "happened" && told) draft.status = "historical";
  return draft;
}

function ownModality(clause: Clause, at: number, draft: Draft): void {
  const { tree, tokens, sentence } = clause;
  const words = childrenBy(tree, at, "aux").map((c) => tokens[c]?.lower ?? "");
  if (negated(sentence, at) && !isOnly(clause, at)) draft.negated = !draft.negated;
  if (words.some((w) => FUTURE.has(w))) plan(draft);
  else if (words.includes("would") || words.includes("'d")) plan(draft);
  else if (words.some((w) => MODAL.has(w))) suppose(draft);
  if (words.includes("had") && at >= 0 && draft.reporters.length === 0) draft.perfect = true;
  const marks = childrenBy(tree, at, "mark", "advmod").map((c) => tokens[c]?.lower ?? "");
  if (marks.some((m) => m === "whether" || m === "if" || m === "unless")) suppose(draft);
  // A bare infinitive that nothing governs (“to end this war with a new coalition”) tells an aim.
  if (marks.includes("to") && !["xcomp", "ccomp", "advcl", "acl", "acl:relcl", "conj"].includes(tree.relation(at)))
    content(draft);
  const going = tokens[at]?.xpos === "VBG" && words.some((w) => w === "is" || w === "are" || w === "'s" || w === "'re");
  if (going && tokens[at]?.lemma === "go") plan(draft);
}

/** “not only supported but also …” affirms. */
function isOnly({ tokens }: Clause, at: number): boolean {
  return tokens
    .slice(Math.max(0, at - 5), at + 3)
    .some((t) => t.lower === "only" && tokens[t.index - 1]?.lower === "not");
}

function plan(draft: Draft): void {
  if (draft.status === "happened") draft.status = "planned";
}

function suppose(draft: Draft): void {
  if (draft.status !== "content") draft.status = "hypothetical";
}

/** Goes to the predicate that governs this one, noting what it does to it; -1 when nothing does. */
function climb(clause: Clause, at: number, draft: Draft, lexicon: EventLexicon, acts: ReadonlySet<number>): number {
  const { tree, tokens } = clause;
  const relation = tree.relation(at);
  const head = coordinatedWith(clause, at);
  if (head < 0) return -1;
  if (relation === "conj") return inheritsFrom(clause, at) ? skipTo(clause, head, at, draft, lexicon, acts) : -1;
  if (isMainVerb(clause, at)) return -1;
  if (isRelation(relation, "acl")) return underNoun(clause, at, head, draft, lexicon, acts);
  if (relation === "advcl") return underAdverbial(clause, at, head, draft, lexicon, acts);
  if (relation === "ccomp" || relation === "xcomp" || relation === "parataxis")
    return underVerb(clause, at, head, relation, draft, lexicon, acts);
  if (relation === "csubj") return content(draft);
  return tokens[head]?.upos === "VERB" && relation === "dep" ? head : -1;
}

/** A coordinated verb shares what stands above the first, and its auxiliary when it has none of its own and is bare. */
function inheritsFrom({ tree }: Clause, at: number): boolean {
  return childBy(tree, at, "nsubj") === null;
}

/** The first of coordinated verbs lends its modality only to bare or participle forms (“will meet and sign”). */
function skipTo(
  clause: Clause,
  head: number,
  at: number,
  draft: Draft,
  lexicon: EventLexicon,
  acts: ReadonlySet<number>,
): number {
  const xpos = clause.tokens[at]?.xpos ?? "";
  if (xpos === "VB" && isAsked(clause, head)) return content(draft); // “asked NATO to patrol … and share …”
  if (xpos === "VB" || xpos === "VBN" || xpos === "VBG") {
    const before = draft.negated;
    ownModality(clause, head, draft);
    draft.negated = before;
  }
  return climb(clause, head, draft, lexicon, acts);
}

/** A finite verb or participle with an infinitive under it: a bare verb after it goes on with that. */
function isAsked({ tree, tokens }: Clause, head: number): boolean {
  if (!["VBD", "VBN", "VBZ"].includes(tokens[head]?.xpos ?? "")) return false;
  return childrenBy(tree, head, "xcomp", "ccomp", "advcl").some((c) =>
    childrenBy(tree, c, "mark").some((m) => tokens[m]?.lower === "to"),
  );
}

function underNoun(
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
  return govern(kind, noun, draft, marks.includes("to"));
}

/** “charges by clergymen that it tortured …”, “fears they were helping …”: a clause with all its parts is no relative one. */
function isContentClause({ tree, tokens }: Clause, at: number, noun: number, lexicon: EventLexicon): boolean {
  const subject = childBy(tree, at, "nsubj");
  if (subject === null || ["who", "which", "that"].includes(tokens[subject]?.lower ?? "")) return false;
  if (childrenBy(tree, at, "mark").some((m) => tokens[m]?.lower === "that")) return true;
  const kind = lexicon.classes.get(tokens[noun]?.lemma.toLowerCase() ?? "");
  const holds = kind?.has("allegation") === true || kind?.has("worry") === true;
  return holds && childBy(tree, at, "obj") !== null;
}

/** Whether a predicate or one above it tells an act itself. */
function isUnder({ tree }: Clause, predicate: number, acts: ReadonlySet<number>): boolean {
  for (let at = predicate, steps = 0; at >= 0 && steps < MAX_CLIMB; at = tree.heads[at] ?? -1, steps++)
    if (acts.has(at)) return true;
  return false;
}

/** “condemned the atrocities committed by …”: the noun stands in what another act is about. */
function isAbout({ tree, tokens }: Clause, noun: number, acts: ReadonlySet<number>): boolean {
  for (let at = noun, steps = 0; at >= 0 && steps < MAX_CLIMB; at = tree.heads[at] ?? -1, steps++) {
    if (acts.has(at)) return at !== noun;
    if (at !== noun && (tokens[at]?.upos === "VERB" || tree.relation(at) === "nsubj")) return false;
  }
  return false;
}

function underAdverbial(
  clause: Clause,
  at: number,
  head: number,
  draft: Draft,
  lexicon: EventLexicon,
  acts: ReadonlySet<number>,
): number {
  const { tree, tokens } = clause;
  const marks = childrenBy(tree, at, "mark", "case", "advmod").map((c) => tokens[c]?.lower ?? "");
  const done = tokens[at]?.xpos === "VBD" && marks.every((m) => m === "before" || m === "until"); // “fired before they arrested …”
  if (!done && marks.some((m) => CONDITIONAL.has(m))) {
    if (isUnder(clause, head, acts)) return content(draft); // “threatened to shell Haifa if Israel …”
    suppose(draft);
    return -1;
  }
  if (marks.includes("to")) {
    const kind = lexicon.governors.get(tokens[head]?.lemma.toLowerCase() ?? "") ?? "content";
    return govern(acts.has(head) ? "content" : kind, head, draft, true);
  }
  const kind = lexicon.governors.get(tokens[head]?.lemma.toLowerCase() ?? "");
  if (
    marks.some((m) => ["of", "from", "for", "in", "against", "with", "including", "about", "on"].includes(m)) &&
    tokens[at]?.xpos === "VBG"
  )
    return kind === "end" || kind === "aspect" || kind === "perform"
      ? govern(kind, head, draft, false)
      : content(draft);
  if (kind === "report" && childBy(tree, at, "nsubj") !== null && marks.length === 0)
    return govern("report", head, draft, false);
  return tokens[at]?.xpos === "VBG" ? head : -1;
}

function underVerb(
  clause: Clause,
  at: number,
  head: number,
  relation: string,
  draft: Draft,
  lexicon: EventLexicon,
  acts: ReadonlySet<number>,
): number {
  const { tree, tokens } = clause;
  const marks = childrenBy(tree, at, "mark").map((c) => tokens[c]?.lower ?? "");
  if (marks.some((m) => m === "whether" || m === "if")) {
    suppose(draft);
    return -1;
  }
  const known = lexicon.governors.get(tokens[head]?.lemma.toLowerCase() ?? "");
  if (draft.status === "hypothetical" && acts.has(head)) return content(draft); // “said that Israel must end …” is the demand alone
  if (relation === "parataxis") return known === "report" ? govern("report", head, draft, false) : -1;
  return govern(
    known === undefined || (acts.has(head) && known !== "report" && known !== "intend" && known !== "end")
      ? "content"
      : known,
    head,
    draft,
    marks.includes("to"),
  );
}

function govern(kind: Governance, head: number, draft: Draft, toInfinitive: boolean): number {
  switch (kind) {
    case "report":
      if (toInfinitive) return content(draft);
      draft.reporters.push(head);
      return head;
    case "fail":
      draft.negated = !draft.negated;
      return head;
    case "aspect":
    case "perform":
      return head;
    case "intend":
      draft.intended ??= head;
      plan(draft);
      return head;
    case "end":
      draft.ended ??= head;
      return head;
    case "wish":
      suppose(draft);
      return -1;
    default:
      return content(draft);
  }
}

function content(draft: Draft): number {
  draft.status = "content";
  return -1;
}
