import type { Span } from "../base/span.js";
import { childrenBy, objectOf, subjectOf } from "../language/tree.js";
import type { Sentence, Token } from "../language/types.js";
import { type Clause, partiesOf } from "./clause.js";
import { opensClause, RELATIVES, STOPS, sourceFollows, subjectEnd } from "./clause-ends.js";
import { type Declared, declaredAt } from "./declared.js";
import type { TimeFrame } from "./details.js";
import type { ContactLexicon } from "./lexicon.js";
import { afterWord, codeOf, ownerOf, subjectAt } from "./parties.js";
import { conditionOf, dueOf } from "./terms.js";
import type { Commitment } from "./types.js";

/** What a sentence says was agreed, reaffirmed or offered, with who bound himself. */
export function findCommitments(
  clause: Clause,
  text: string,
  lexicon: ContactLexicon,
  times: TimeFrame,
): readonly Commitment[] {
  const found: Commitment[] = [];
  for (let at = 0; at < clause.tokens.length; at++) {
    const match = lexicon.commitments.match(clause.tokens, at, (t) => isPassing(t) || isOwner(clause.tokens, t.index));
    const declared = match === null ? declaredAt(clause, at) : null;
    if (declared !== null) {
      found.push(declaredIn(clause, declared, text, times));
      at = declared.close;
    }
    if (match === null) continue;
    const head = clause.tokens[at];
    if (head === undefined || negatedBefore(clause.tokens, at)) continue;
    if (match.last === at && head.upos !== "VERB") continue;
    if (isAdjective(clause, at, match.last) || isSharedView(clause, match.last, match.entry)) continue;
    if (
      isDone(clause.tokens, at) ||
      isOutlook(clause, at) ||
      isAskedFor(clause, at) ||
      isMereHope(clause.tokens, at, match.last)
    )
      continue;
    const end = clauseEnd(clause, match.last + 1, at);
    if (match.entry === "reaffirmed" && !saysPledge(clause, at, match.last)) continue;
    const commitment = commitmentOf(clause, at, match.last, end, match.entry, text, times);
    if (commitment !== null) found.push(commitment);
    at = end - 1;
  }
  return found;
}

function commitmentOf(
  clause: Clause,
  at: number,
  last: number,
  end: number,
  status: Commitment["status"],
  text: string,
  times: TimeFrame,
): Commitment | null {
  const begins = isForThing(clause, at, last) ? at : last;
  const close = clause.tokens[end - 1]?.lower === "," ? end - 2 : end - 1;
  const { to, from: begin } =
    status === "reaffirmed" ? { to: [], from: begins + 1 } : addressee(clause, begins + 1, close); // “reaffirmed [Kenya's] commitment”
  const from = clause.tokens[begin]?.lower === "that" && clause.tokens[begin]?.upos === "SCONJ" ? begin + 1 : begin;
  const [a, b, sentence] = [clause.tokens[from], clause.tokens[close], clause.sentence];
  if (a === undefined || b === undefined || end - last < 3) return null;
  return {
    text: text.slice(a.start, b.end),
    span: [a.start, b.end],
    evidence: [sentence.span],
    by: pledgedBy(clause, at),
    to,
    status,
    about: null,
    due: dueOf(clause, from, close, times),
    condition: conditionOf(clause, text),
  };
}

/** “announced that her country would [give Fiji a ship]”: what one's own side will do for the other. */
function declaredIn(clause: Clause, { deed, from, close, by }: Declared, text: string, times: TimeFrame): Commitment {
  const { tokens, sentence } = clause;
  const span: Span = [tokens[from]?.start ?? 0, tokens[close]?.end ?? 0];
  const to = addressee(clause, deed + 1, close).to;
  return {
    text: text.slice(...span),
    span,
    evidence: [sentence.span],
    by,
    to,
    status: "offered",
    about: null,
    due: dueOf(clause, from, close, times),
    condition: conditionOf(clause, text),
  };
}

/** “expressed [his commitment to the truce]”: what is promised has no verb of its own; “… to [keeping the truce]” has. */
function isForThing({ tokens }: Clause, at: number, last: number): boolean {
  if (tokens[last]?.lower !== "to" || tokens[last - 1]?.upos !== "NOUN" || last - 1 <= at) return false;
  const next = tokens[last + 1]?.upos === "ADV" ? tokens[last + 2] : tokens[last + 1];
  return !/^VBG?$/.test(next?.xpos ?? "");
}

/** “promised [Kenya] 30 million”, “assured [him] that …”: to whom it is promised, and where what is promised begins. */
function addressee(
  clause: Clause,
  at: number,
  close: number,
): { readonly to: readonly number[]; readonly from: number } {
  const { tokens, mentions } = clause;
  if (tokens[at]?.xpos === "PRP$") return counterpart(clause, at, close);
  const mention = mentions.find((m) => m.first === at);
  const last =
    mention?.last ?? (tokens[at]?.upos === "PRON" && /^(?:him|her|them)$/.test(tokens[at]?.lower ?? "") ? at : -1);
  const next = tokens[last + 1];
  if (last < at || next === undefined || last + 2 > close) return { to: [], from: at };
  const of = next.lower === "of" && tokens[at - 1]?.lemma === "assure"; // “assured Kenya of support”
  if (
    /^['’]/.test(next.lower) ||
    !(of || /^(?:to|that|a|an|the|its|his|her|their)$/.test(next.lower) || /^(?:NUM|ADJ|NOUN)$/.test(next.upos))
  )
    return { to: [], from: at };
  return {
    to: mention === undefined ? [] : partiesOf(clause, mention),
    from: of || /^(?:to|that)$/.test(next.lower) ? last + 2 : last + 1,
  };
}

/** “assured [his colleague] that …”, “promised [her host] to …”: a person by a possessive, before what is promised. */
function counterpart(clause: Clause, at: number, close: number): ReturnType<typeof addressee> {
  const { tokens, mentions } = clause;
  const head = tokens[at + 1]?.upos === "ADJ" ? at + 2 : at + 1; // “his Slovak counterpart”
  const next = tokens[head + 1];
  if (tokens[head]?.upos !== "NOUN" || next === undefined || head + 2 > close) return { to: [], from: at };
  const mention = mentions.find((m) => m.first === at && m.last === head && m.kind !== "pronoun");
  const clauseFollows = /^(?:that|to)$/.test(next.lower) && (next.lower === "that" || tokens[head + 2]?.xpos === "VB");
  if (!clauseFollows && (mention === undefined || !/^(?:a|an|the|another)$/.test(next.lower)))
    return { to: [], from: at };
  return { to: mention === undefined ? [] : partiesOf(clause, mention), from: clauseFollows ? head + 2 : head + 1 };
}

/** “reaffirmed [its support]”, “are committed to …”; what is merely stressed must be the pledge itself, not “the importance of support”. */
function saysPledge(clause: Clause, at: number, last: number): boolean {
  const { tokens, cues, sentence } = clause;
  if (tokens[last]?.lower === "to" || willDo(clause, at)) return true;
  if (cues.stressing.has(tokens[at]?.lemma ?? ""))
    return cues.pledged.has(tokens[objectOf(sentence, at) ?? -1]?.lemma ?? "");
  return tokens.slice(last + 1, last + PLEDGE_REACH).some((t) => t.upos === "NOUN" && cues.reaffirmed.has(t.lemma));
}

/** Words of “the United States' and the European Union's shared resolve”. */
const PLEDGE_REACH = 14;

/** “reiterated that [Poland will] help”: what one's own side is going to do; not “that the rain will end”. */
function willDo(clause: Clause, at: number): boolean {
  const { sentence, mentions, actors, tokens } = clause;
  const [deed] = childrenBy(sentence.tree, at, "ccomp");
  const subject = deed === undefined ? null : subjectOf(sentence, deed);
  if (deed === undefined || subject === null) return false;
  const modal = childrenBy(sentence.tree, deed, "aux").some((a) => /^(?:will|shall)$/.test(tokens[a]?.lower ?? ""));
  if (!modal || tokens.slice(subject, deed).some((t) => /^(?:not|n't|never)$/.test(t.lower))) return false;
  const who = mentions.find((m) => m.first <= subject && subject <= m.last)?.actors ?? [];
  const own = codeOf(clause, subjectAt(clause, at));
  return own !== null && who.some((a) => actors.actors[a]?.code === own);
}

const OF: ReadonlySet<string> = new Set(["of", "by"]);

/** Who binds himself: the subject, but “stressed [Poland]'s commitment”, “the readiness of [Poland]”, whoever says it. */
function pledgedBy(clause: Clause, at: number): readonly number[] {
  const pledge = clause.cues.stressing.has(clause.tokens[at]?.lemma ?? "") ? objectOf(clause.sentence, at) : null;
  if (pledge === null) return subjectAt(clause, at);
  const owner = ownerOf(clause, pledge);
  const whose = owner.length > 0 ? owner : afterWord(clause, pledge, OF, 2);
  return whose.length > 0 ? whose : subjectAt(clause, at);
}

/** “looks forward to [the fair]”: hoped for; “to meeting her” is what one means to do. */
function isMereHope(tokens: readonly Token[], at: number, last: number): boolean {
  if (tokens[at]?.lemma !== "look") return false;
  const next = tokens[last + 1]?.upos === "ADV" ? tokens[last + 2] : tokens[last + 1];
  return next?.xpos !== "VBG";
}

/** “expressed [his strong] commitment to”, “is [also] ready to”; “expressed [no] interest in” binds nobody. */
function isPassing({ upos, lower, xpos }: Token): boolean {
  if (/^(?:no|not|never|n't|neither)$/.test(lower)) return false;
  return upos === "ADV" || upos === "ADJ" || xpos === "PRP$" || upos === "DET";
}

/** “expressed [the government's] commitment to”: whose it is. */
function isOwner(tokens: readonly Token[], at: number): boolean {
  const end = tokens.slice(at, at + OWNER_REACH).findIndex((t) => t.xpos === "POS");
  return end >= 0 && tokens.slice(at, at + end).every((t) => /^(?:NOUN|PROPN|ADJ|DET)$/.test(t.upos));
}

/** Words of “the United Arab Emirates'”. */
const OWNER_REACH = 5;

/** “it will be possible to [agree] on a date”, “as he had [promised] her”: no more than an outlook, or told as of before. */
function isOutlook({ tokens, sentence: { tree } }: Clause, at: number): boolean {
  if (tokens[at - 1]?.lower === "to" && OUTLOOK.test(tokens[at - 2]?.lower ?? "")) return true;
  return childrenBy(tree, at, "mark").some((m) => tokens[m]?.lower === "as" && m < at);
}
const OUTLOOK = /^(?:possible|impossible|able|unable|necessary|important|difficult|hard|hope|hopes|hoped|hoping)$/;

/** “[promising] projects”, “the team [committed to] peace”: what a thing is like, and nobody's word. */
function isAdjective({ tokens, sentence: { tree } }: Clause, at: number, last: number): boolean {
  if (/^(?:amod|acl)$/.test(tree.relation(at)) && tokens[at]?.xpos !== "VB") return true;
  return last === at && tokens[at]?.xpos === "VBG" && /^(?:NOUN|ADJ)$/.test(tokens[at + 1]?.upos ?? "");
}

/** “agreed that the work [is] hard”: a view that is shared; “agreed that it [must] go on” is more. */
function isSharedView({ tokens, sentence: { tree } }: Clause, last: number, status: Commitment["status"]): boolean {
  if (status !== "agreed") return false;
  if (/^(?:on|upon)$/.test(tokens[last]?.lower ?? ""))
    return tokens.slice(last + 1, last + 5).some((t) => WEIGHT.test(t.lemma));
  if (tokens[last]?.lower !== "that") return false;
  const verb = tree.heads[last] ?? -1;
  if (tree.relation(last) !== "mark" || verb <= last) return false;
  return (
    !tokens.slice(last + 1, verb + 2).some((t) => t.xpos === "MD" || BINDING.test(t.lemma)) &&
    tokens[verb]?.xpos !== "VB"
  );
}
/** “agreed on the [importance] of peace”. */
const WEIGHT = /^(?:importance|significance|urgency|value)$/;
const BINDING = /^(?:need|ready|commit|committed|willing|prepared|determined|resolved|intend|plan|want|go)$/;

/** “were promised a gate”, “will be agreed on later”, “as promised by its partners”: told of a promise, not made by the subject. */
function isDone(tokens: readonly Token[], at: number): boolean {
  if (tokens[at]?.xpos !== "VBN") return false;
  if (tokens[at + 1]?.lower === "by") return true;
  const before = tokens.slice(Math.max(0, at - 3), at);
  return before.some((t) => t.lemma === "be") && !before.some((t) => t.lemma === "have");
}

/** “called on Putin to show [willingness] to …”: asked of another, promised by nobody. */
function isAskedFor({ tokens, sentence: { tree } }: Clause, at: number): boolean {
  const verb = tokens[at]?.upos === "VERB" ? at : (tree.heads[at] ?? -1);
  if (tokens[verb]?.xpos !== "VB" || tokens[verb - 1]?.lower !== "to" || !SHOWN.test(tokens[verb]?.lemma ?? ""))
    return false;
  for (let up = tree.heads[verb] ?? -1, steps = 0; up >= 0 && steps < ASKED_ABOVE; up = tree.heads[up] ?? -1, steps++)
    if (ASKING.test(tokens[up]?.lemma ?? "")) return true;
  return false;
}
const SHOWN = /^(?:show|express|display|demonstrate|confirm|declare|signal)$/;
/** Steps from what is to be shown to the verb of asking. */
const ASKED_ABOVE = 2;
const ASKING = /^(?:call|urge|ask|invite|press|demand|encourage|request|appeal|implore|beg)$/;

function negatedBefore(tokens: readonly Token[], at: number): boolean {
  for (let i = at - 1; i >= Math.max(0, at - 3); i--)
    if (["not", "n't", "never", "no", "if"].includes(tokens[i]?.lower ?? "")) return true;
  return false;
}

/** Where what is promised ends: at a stop, a relative clause, a source, or where another clause begins. */
function clauseEnd({ tokens, sentence }: Clause, from: number, cue: number): number {
  const last = (tokens[cue]?.upos === "NOUN" ? subjectEnd(sentence, cue, from) : null) ?? tokens.length;
  for (let at = from; at < last; at++) {
    const word = tokens[at]?.lower ?? "";
    if (STOPS.has(word)) return at;
    if (word === "but" && tokens[at + 1]?.lower === "that") return tokens[at - 1]?.lower === "," ? at - 1 : at;
    if (word === "," && RELATIVES.has(tokens[at + 1]?.lower ?? "")) return at;
    if (opensClause(sentence, from, at, last) || isAddedDeed(sentence, from, at)) return at;
    if (word === "," && sourceFollows(tokens, at)) return at;
  }
  return last;
}

/** “stressed his support for the pact, [sending his best wishes]”: what else is done meanwhile. */
function isAddedDeed({ tokens, tree }: Sentence, from: number, comma: number): boolean {
  const next = tokens[comma + 1];
  if (tokens[comma]?.lower !== "," || next?.xpos !== "VBG" || tree.relation(next.index) !== "advcl") return false;
  return next.lower !== "including" && (tree.heads[next.index] ?? -1) < from;
}
