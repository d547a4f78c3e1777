import { namesPartOfDay } from "../language/part-of-day.js";
import { childBy, childrenBy, isRelation, negated } from "../language/tree.js";
import type { Token } from "../language/types.js";
import type { Clause } from "./clause.js";
import { content, type Draft, govern, plan, type Reality, suppose } from "./drafted.js";
import type { EventLexicon, Governance } from "./lexicon.js";
import { coordinatedWith, goesOnFrom, isMainVerb } from "./main-verb.js";
import { governsInfinitive, IS, isSubjunctive, isToBe, isYetToDo } from "./mood.js";
import { MAKING } from "./objects.js";
import { underNoun } from "./under-noun.js";

const MAX_CLIMB = 12; // clauses above a predicate that are looked at
const FUTURE: ReadonlySet<string> = new Set(["will", "'ll", "shall", "wo"]);
const MODAL: ReadonlySet<string> = new Set(["may", "might", "could", "can", "should", "must", "ca"]);
/** What a verb of such a kind governs is done: “kept [shelling]”, “stopped [shelling]”. */
const GOING_ON: ReadonlySet<Governance> = new Set(["aspect", "perform", "end"]);
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
    ownModality(clause, at, draft, lexicon);
    if (draft.status === "content") break;
    draft.reporters.push(...saidBehind(clause, at, lexicon));
    at = climb(clause, at, draft, lexicon, acts);
  }
  if (clause.tokens[clause.tokens.length - 1]?.text === "?") draft.status = "content";
  const told = draft.perfect && draft.reporters.length === 0 && !namesPartOfDay(clause.tokens, predicate);
  if (draft.status === "happened" && told) draft.status = "historical";
  return draft;
}

/** “Chad shelled the town, [Mali said]”: a verb of saying behind what is said, which the tree hangs under it. */
function saidBehind({ tree, tokens }: Clause, at: number, { governors }: EventLexicon): readonly number[] {
  return childrenBy(tree, at, "parataxis").filter(
    (verb) =>
      verb > at &&
      governors.get(tokens[verb]?.lemma.toLowerCase() ?? "") === "report" &&
      childBy(tree, verb, "nsubj") !== null &&
      // “…, the army said, [blaming] Hamas” goes on with what else is done in saying it
      childrenBy(tree, verb, "obj", "ccomp", "xcomp").every(
        (c) => tokens[c]?.xpos === "VBG" && tokens[c - 1]?.text === ",",
      ),
  );
}

function ownModality(clause: Clause, at: number, draft: Draft, lexicon: EventLexicon): void {
  const { tree, tokens, sentence } = clause;
  const words = childrenBy(tree, at, "aux").map((c) => tokens[c]?.lower ?? "");
  if (negated(sentence, at) && !isOnly(clause, at)) draft.negated = !draft.negated;
  if (words.some((w) => FUTURE.has(w))) plan(draft);
  else if ((words.includes("would") || words.includes("'d")) && !isPolite(clause, at)) plan(draft);
  else if (words.some((w) => MODAL.has(w))) suppose(draft);
  if (words.includes("had") && at >= 0 && draft.reporters.length === 0) draft.perfect = true;
  const marks = childrenBy(tree, at, "mark", "advmod").map((c) => tokens[c]?.lower ?? "");
  if (isPrefixed(clause, at) && tokens[at - 3]?.lower === "to") content(draft); // “efforts to de-escalate”
  if (marks.some((m) => m === "whether" || m === "if" || m === "unless")) suppose(draft);
  if (isYetToDo(clause, at)) content(draft);
  else if (isToBe(clause, at, lexicon)) plan(draft);
  // A bare infinitive that nothing governs (“to end this war with a new coalition”) tells an aim.
  else if (marks.includes("to") && !["xcomp", "ccomp", "advcl", "acl", "acl:relcl", "conj"].includes(tree.relation(at)))
    content(draft);
  const going = tokens[at]?.xpos === "VBG" && words.some((w) => IS.has(w));
  if (going && tokens[at]?.lemma === "go") plan(draft);
}

/** “would like Chad to withdraw”, “would ask all sides to …”: asked for now, politely. */
function isPolite({ tokens, tree }: Clause, at: number): boolean {
  return /^(?:like|ask|urge|appeal)$/.test(tokens[at]?.lemma ?? "") && childrenBy(tree, at, "obj", "iobj").length > 0;
}

/** “de-escalate”: the tree may take what stands before the hyphen for the verb. */
function isPrefixed({ tokens }: Clause, at: number): boolean {
  return /^[-‐‑]$/.test(tokens[at - 1]?.text ?? "") && PREFIX.test(tokens[at - 2]?.lower ?? "");
}
const PREFIX = /^(?:de|re|co|pre|un|dis|over|under|counter)$/;

/** “not only supported but also …” affirms. */
export function isOnly({ tokens }: Clause, at: number): boolean {
  return tokens
    .slice(Math.max(0, at - 5), at + 3)
    .some((t) => t.lower === "only" && tokens[t.index - 1]?.lower === "not");
}

/** Goes to the predicate that governs this one, noting what it does to it; -1 when nothing does. */
function climb(clause: Clause, at: number, draft: Draft, lexicon: EventLexicon, acts: ReadonlySet<number>): number {
  const { tree, tokens } = clause;
  const relation = tree.relation(at);
  const before = goesOnFrom(clause, at);
  if (before >= 0) return skipTo(clause, before, at, draft, lexicon, acts);
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
  const { tokens } = clause;
  const xpos = tokens[at]?.xpos ?? "";
  if (isListed(clause, head, at)) {
    // “kept bombing one town and [shelling] another”, not “discussed peace and [sending] troops”
    const kind = lexicon.governors.get(tokens[head]?.lemma.toLowerCase() ?? "") ?? "content";
    return GOING_ON.has(kind) ? govern(kind, head, draft, false) : content(draft);
  }
  if (xpos === "VB" && isAsked(clause, head)) return content(draft); // “asked NATO to patrol … and share …”
  if (xpos === "VB" || xpos === "VBN" || xpos === "VBG") {
    const before = draft.negated;
    ownModality(clause, head, draft, lexicon);
    draft.negated = before;
  }
  return climb(clause, head, draft, lexicon, acts);
}

/** A gerund with “and” behind a verb of another form is listed with that verb's object; a progressive goes on from one. */
function isListed({ tree, tokens }: Clause, head: number, at: number): boolean {
  if (tokens[at]?.xpos !== "VBG" || tokens[head]?.xpos === "VBG" || tokens[head]?.upos !== "VERB") return false;
  const goesOn = childrenBy(tree, head, "advcl").some((c) => head < c && c < at && tokens[c]?.xpos === "VBG"); // “left, praising A and accusing B”
  return !goesOn && childBy(tree, at, "cc") !== null && childBy(tree, at, "aux") === null;
}

/** A finite verb or participle with an infinitive under it: a bare verb after it goes on with that. */
function isAsked(clause: Clause, head: number): boolean {
  if (!["VBD", "VBN", "VBZ"].includes(clause.tokens[head]?.xpos ?? "")) return false;
  return governsInfinitive(clause, head, "xcomp", "ccomp", "advcl");
}

/** Whether a predicate or one above it tells an act itself. */
function isUnder({ tree }: Clause, predicate: number, acts: ReadonlySet<number>): boolean {
  for (let at = predicate, steps = 0; at >= 0 && steps < MAX_CLIMB; at = tree.heads[at] ?? -1, steps++)
    if (acts.has(at)) return true;
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
    const kind = governanceOf(tokens[head], lexicon) ?? "content";
    return govern(acts.has(head) ? "content" : kind, head, draft, true);
  }
  if (tokens[at]?.xpos === "VBG" && isAsWell(clause, at)) return content(draft);
  const kind = lexicon.governors.get(tokens[head]?.lemma.toLowerCase() ?? "");
  if (
    marks.some((m) => ["of", "from", "for", "in", "against", "with", "including", "about", "on"].includes(m)) &&
    tokens[at]?.xpos === "VBG"
  )
    return kind !== undefined && GOING_ON.has(kind) ? govern(kind, head, draft, false) : content(draft);
  if (kind === "report" && childBy(tree, at, "nsubj") !== null && marks.length === 0)
    return govern("report", head, draft, false);
  return tokens[at]?.xpos === "VBG" ? head : -1;
}

/** “discussed peace as well as [sending] troops”. */
function isAsWell({ tree, tokens }: Clause, at: number): boolean {
  return childBy(tree, at, "cc") !== null || (tokens[at - 1]?.lower === "as" && tokens[at - 2]?.lower === "well");
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
    // “asked whether Chad would help” asks; “weighed whether to help” supposes
    const asks = lexicon.classes.get(tokens[head]?.lemma.toLowerCase() ?? "")?.has("asking") === true;
    if (asks) return content(draft);
    suppose(draft);
    return -1;
  }
  const known = governanceOf(tokens[head], lexicon);
  // “said that Israel must end …”, “insisted that Israel end …” are the demand alone
  if (acts.has(head) && (draft.status === "hypothetical" || isSubjunctive(clause, at))) return content(draft);
  if (relation === "parataxis") return known === "report" ? govern("report", head, draft, false) : -1;
  return govern(
    known === undefined || (acts.has(head) && known !== "report" && known !== "intend" && known !== "end")
      ? "content"
      : known,
    head,
    draft,
    marks.includes("to") && !isToBe(clause, at, lexicon),
  );
}

/** What a verb makes of its infinitive: what somebody is forced to do is done. */
function governanceOf(verb: Token | undefined, { governors }: EventLexicon): Governance | undefined {
  const lemma = verb?.lemma.toLowerCase() ?? "";
  return governors.get(lemma) ?? (MAKING.has(lemma) ? "aspect" : undefined);
}
