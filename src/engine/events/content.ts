import { subtree } from "../language/tree.js";
import { argumentsOf } from "./arguments.js";
import { type Clause, ownersOf, partiesAt } from "./clause.js";
import type { ContentCode, EventLexicon } from "./lexicon.js";

/** What an act is about: its words, and the class they make it. */
export interface Content {
  readonly words: readonly string[];
  readonly kind: string | null;
  /** Classes of the words after the one that decided: what the act is about more closely (“lift [sanctions]”). */
  readonly more: readonly string[];
}

const EMPTY: Content = { words: [], kind: null, more: [] };

/** Reads what stands under the head of a content: “to remain in close contact”, “a ceasefire in Gaza”. */
export function contentAt(clause: Clause, head: number | null, lexicon: EventLexicon): Content {
  if (head === null) return EMPTY;
  const { tokens, sentence } = clause;
  const words: string[] = [];
  const kinds: string[] = [];
  let denied = false;
  for (const index of subtree(sentence, head)) {
    const token = tokens[index];
    if (token === undefined) continue;
    const lemma = token.lemma.toLowerCase();
    if (token.lower === "not" || token.lower === "n't") denied = true;
    if (!["NOUN", "VERB", "ADJ", "PROPN", "NUM"].includes(token.upos)) continue;
    words.push(lemma);
    const before = tokens[index - 1]?.lemma.toLowerCase() ?? "";
    const next = tokens[tokens[index + 1]?.upos === "DET" ? index + 2 : index + 1]?.lower ?? ""; // “close [the] border”
    const found =
      lexicon.contents.get(`${lemma} ${next}`) ??
      lexicon.contents.get(`${before} ${lemma}`) ??
      lexicon.contents.get(token.upos === "VERB" ? `${lemma} verb` : lemma) ??
      lexicon.contents.get(lemma);
    if (found !== undefined) kinds.push(found);
  }
  const [kind = null, ...more] = kinds;
  const conflict = kind !== null && CONFLICT.has(kind);
  return { words, kind: denied && conflict ? "yield" : kind, more };
}

const CONFLICT: ReadonlySet<string> = new Set([
  "violence",
  "restrict",
  "relations",
  "expel",
  "arrest",
  "territory",
  "protest",
]);

/** The code that the content gives an act whose CAMEO root ends in a star. */
export function codeByContent(root: string, content: Content, lexicon: EventLexicon): ContentCode | null {
  if (content.kind === "silence" && root.startsWith("REJECT")) return null; // “declined to comment” refuses nobody anything
  const kind = content.kind ?? "other";
  const closer = content.more.map((m) => lexicon.contentCodes.get(`${root} ${kind} ${m}`)).find((c) => c !== undefined);
  return closer ?? lexicon.contentCodes.get(`${root} ${kind}`) ?? lexicon.contentCodes.get(`${root} other`) ?? null;
}

/** Prepositions after which a content names whom it concerns; what stands “in” or “on” is a place or a topic. */
const TOWARDS: readonly string[] = ["with", "to", "for", "against", "between", "from", "out"];

/**
 * Parties a content is aimed at, nearest its head first: “to work with [Indonesia]”, “to help [Kenya]”.
 *
 * @param isMeans Whether a party is only what something is done with.
 */
export function partiesInContent(
  clause: Clause,
  head: number | null,
  isMeans: (party: number) => boolean = () => false,
  depth = 4,
): readonly number[] {
  if (head === null || depth === 0) return [];
  const args = argumentsOf(clause, head);
  const phrases = args.obliques.filter((o) => TOWARDS.includes(o.preposition)).map((o) => o.token);
  const heads = args.passive ? phrases : [args.indirect, args.object, ...phrases];
  for (const token of heads) {
    if (token === null) continue;
    const direct = partiesAt(clause, token).filter((p) => !isMeans(p));
    if (direct.length > 0) return direct;
  }
  for (const token of args.passive ? [] : [args.indirect, args.object]) {
    const owners = token === null ? [] : ownersOf(clause, token);
    if (owners.length > 0) return owners;
  }
  return partiesInContent(clause, args.complement, isMeans, depth - 1);
}
