import { childrenBy, FINITE, isRelation, subtree } from "../language/tree.js";
import type { Sentence, Token } from "../language/types.js";

/** Marks that end what a topic or a commitment says. */
export const STOPS: ReadonlySet<string> = new Set([";", ".", "?", "!", "”", '"', "»", "—", "–"]);
const SAYING =
  /^(?:said|says|noted|notes|added|adds|stressed|stresses|according|reported|reports|stated|states|told|tells|wrote|writes|reads|concluded|specified|announced)$/;
/** Words after a comma that open a clause of their own. */
export const RELATIVES: ReadonlySet<string> = new Set([
  "which",
  "who",
  "whom",
  "whose",
  "while",
  "whereas",
  "where",
  "when",
  "because",
  "although",
  "though",
  "after",
  "before",
  "taking",
  "following",
  "stressing",
  "noting",
  "adding",
  "against",
]);

/** Words of a source before its verb. */
const SOURCE_REACH = 12;
const SOURCE_WORDS = /^(?:PROPN|NOUN|ADJ|DET|PART|ADP|PUNCT)$/;

/** “…, the press service noted” or “…, according to …” at a sentence's end: who says it, no part of what is said. */
export function sourceFollows(tokens: readonly Token[], comma: number): boolean {
  if (tokens[comma + 1]?.lower === "according") return true;
  const rest = tokens.slice(comma + 1);
  if (comma + 9 >= tokens.length) return rest.some((t) => SAYING.test(t.lower));
  // “, China's state-run news agency Xinhua reported from the Laotian capital”: a name, then the verb of saying.
  const verb = rest.slice(0, SOURCE_REACH).findIndex((t) => /^VB[DZP]$/.test(t.xpos));
  if (verb <= 0 || !SAYING.test(rest[verb]?.lower ?? "")) return false;
  if (!rest.slice(0, verb).every((t) => SOURCE_WORDS.test(t.upos))) return false;
  const said = rest[verb]?.lower ?? "";
  if (said === "announced") return false; // “the plan Trump announced last week”
  return !/^(?:told|tells)$/.test(said) || /^(?:NOUN|PROPN|PRON|DET)$/.test(rest[verb + 1]?.upos ?? "");
}

/** What stands behind a comma or an “and”: its highest word, and what that hangs on (-1 for nothing). */
export interface Joint {
  readonly top: number;
  readonly head: number;
}

/** The joint of the words from a token on, as far as `end`: whatever lies further is no part of them. */
export function jointAt({ tree }: Sentence, from: number, end: number): Joint {
  let top = from;
  for (let steps = 0; steps < end - from; steps++) {
    const head = tree.heads[top] ?? -1;
    if (head < from || head >= end) return { top, head };
    top = head;
  }
  return { top, head: -1 };
}

/** The first token behind commas, “and” and “but”. */
export function behindMarks(tokens: readonly Token[], at: number): number {
  let next = at;
  while (MARKS.test(tokens[next]?.lower ?? "")) next++;
  return next;
}

const MARKS = /^(?:,|and|but)$/;

/**
 * “discussed trade, [and also reviewed …]”, “[and Macron thanked him]”, “While discussing fish, [both praised …]”: a clause
 * of its own begins behind a comma or an “and”, one that does not hang on what is said from `from` on.
 */
export function opensClause(sentence: Sentence, from: number, at: number, end: number): boolean {
  const { tokens, tree } = sentence;
  if (!MARKS.test(tokens[at]?.lower ?? "")) return false;
  const next = behindMarks(tokens, at);
  if (next >= end || tokens[next]?.lower === "that") return false; // “and that …” goes on with what was said before
  const { top, head } = jointAt(sentence, next, end);
  if (head >= from) return tree.relation(top) === "conj" && (isOddPair(sentence, top, head) || (hasFinite(sentence, top) && !mayBeFinite(sentence, head))); // biome-ignore format: one line reads best
  return hasFinite(sentence, top) || isSecondDeed(sentence, top, head);
}

/** Whether a word is a finite verb or has one beside it (“will meet”, “is ready”). */
function hasFinite({ tokens, tree }: Sentence, at: number): boolean {
  const verb = tokens[at];
  if (verb !== undefined && FINITE.has(verb.xpos) && /^(?:VERB|AUX)$/.test(verb.upos)) return true;
  return childrenBy(tree, at, "aux", "cop").some((c) => FINITE.has(tokens[c]?.xpos ?? ""));
}

/** “the pledge of [defending] the gulf and [voiced] concern”: a past form joined to a gerund or a bare verb, as only a misread clause is. */
function isOddPair({ tokens }: Sentence, top: number, head: number): boolean {
  const [deed, before] = [tokens[top], tokens[head]];
  if (deed?.xpos !== "VBN" || deed.upos !== "VERB" || !/^VBG?$/.test(before?.xpos ?? "") || before?.upos !== "VERB")
    return false;
  return /^(?:NOUN|DET|ADJ|PRON)$/.test(tokens[top + 1]?.upos ?? "") && tokens[top - 1]?.upos !== "AUX";
}

/** “the treaty [signed] in May and ratified in June”: a participle may be taken for a finite verb, and the other way round. */
function mayBeFinite(sentence: Sentence, at: number): boolean {
  return sentence.tokens[at]?.xpos === "VBN" || hasFinite(sentence, at);
}

/** “discussed trade and [reviewed] the plans”, “… and [committed] to go on”, which a tagger may take for participle or adjective. */
function isSecondDeed({ tokens, tree }: Sentence, top: number, head: number): boolean {
  const deed = tokens[top];
  if (deed === undefined || tree.relation(top) !== "conj" || tokens[head]?.upos !== "VERB") return false;
  return (deed.xpos === "VBN" && deed.upos === "VERB") || deed.xpos === "JJ";
}

/**
 * “Readiness to [build the dam] was confirmed”: a noun's words end with the phrase that is the subject of a verb behind it.
 *
 * @param from First token of those words: an end before it is none.
 */
export function subjectEnd(sentence: Sentence, noun: number, from: number): number | null {
  const { tree } = sentence;
  const verb = tree.heads[noun] ?? -1;
  if (verb <= noun || !isRelation(tree.relation(noun), "nsubj")) return null;
  const own = subtree(sentence, noun).filter((i) => i < verb);
  const end = (own[own.length - 1] ?? noun) + 1;
  return end > from ? end : null;
}
