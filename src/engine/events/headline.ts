import type { Mention } from "../actors/types.js";
import { FINITE } from "../language/tree.js";
import type { Token } from "../language/types.js";
import type { Arguments } from "./arguments.js";
import type { Clause } from "./clause.js";
import type { EventLexicon } from "./lexicon.js";
import { isUndergone } from "./objects.js";
import type { Oblique } from "./obliques.js";

/** The verb of a headline that the tagger took for a noun, with its base form and its arguments. */
export interface HiddenVerb {
  readonly lemma: string;
  readonly args: Arguments;
}

const FEWEST = 4; // words of a sentence that can hide its verb
const LONGEST = 30; // words of a headline

/**
 * Whether a sentence has no finite verb at all: then one of its words must be it.
 *
 * @param end The token before which it is looked for: “Mayor [lauds] Ruiz – but has doubts”.
 */
export function isVerbless({ tree, tokens }: Clause, end = tokens.length): boolean {
  if (end < FEWEST) return false;
  if (tokens.slice(0, end).some((t) => FINITE.has(t.xpos))) return false;
  const root = tokens.findIndex((t) => (tree.heads[t.index] ?? 0) < 0);
  return ["NOUN", "PROPN", "ADJ"].includes(tokens[root]?.upos ?? "");
}

/**
 * The hidden verb of a headline: “Riyadh [lifts] blockade”, “Uganda [Grants] Asylum to Sudanese Writers”, “a court [freed] …”.
 * It stands right behind the party that opens the sentence (a day may stand between) and is one that the tables know. The
 * tree of such a sentence is wrong as a rule, so what it acts on is read from the order of the words alone.
 */
export function hiddenVerb(clause: Clause, lexicon: EventLexicon): HiddenVerb | null {
  const { tokens, mentions } = clause;
  const subject = openingParty(clause);
  if (subject === null) return null;
  const at = verbPlace(tokens, subject);
  const dated = at > subject.last + 1 && isRoot(clause, subject);
  if (tokens.length > LONGEST && !dated) return null;
  const token = tokens[at];
  if (token === undefined || mentions.some((m) => m.first < at && m.last > at)) return null;
  const known = (lemma: string): boolean => lexicon.verbs.get(lemma) !== undefined || lexicon.light.has(lemma);
  const lemma = baseForms(token, isPlural(tokens, subject)).find(known);
  return lemma === undefined || !(isHidden(clause, token) || (dated && isParticiple(clause, token)))
    ? null
    : { lemma, args: argumentsByOrder(clause, at, subject) };
}

/** Whether the tree of a whole sentence hangs on the party that opens it. */
const isRoot = ({ tree }: Clause, { first, last }: Mention): boolean =>
  Array.from({ length: last - first + 1 }, (_, i) => tree.heads[first + i] ?? 0).some((head) => head < 0);

/** “Japan on Friday [lifted] sanctions, falling in line …”: a verb that the tree has stand before its object as an adjective does. */
const isParticiple = ({ tree, tokens }: Clause, { xpos, index }: Token): boolean =>
  xpos === "VBN" &&
  tree.relation(index) === "amod" &&
  (tree.heads[index] ?? -1) > index &&
  tokens[index + 1]?.lower !== "by";

/** “France to send tanks to Ukraine”: whether an infinitive is what a headline announces of the party right before it. */
export function isAnnounced({ tree, tokens, mentions, sentence }: Clause, verb: number): boolean {
  const head = tree.heads[verb] ?? -1;
  if (sentence.index > 0 || tokens[tokens.length - 1]?.text === "." || tokens[verb - 1]?.lower !== "to") return false;
  if (tree.relation(verb) !== "acl" || (tree.heads[head] ?? -1) >= 0 || tokens.some((t) => FINITE.has(t.xpos)))
    return false;
  return mentions.some((m) => m.actors.length > 0 && m.first <= head && head <= m.last && m.last === verb - 2);
}

/** The party a sentence opens with; of a list of them the last. */
function openingParty({ mentions, tokens, tree }: Clause): Mention | null {
  const named = mentions.filter((m) => m.actors.length > 0);
  const isPlace = (at: number, head: number): boolean =>
    tree.relation(at) === "compound" && [head, tree.heads[head]].includes(tree.heads[at]); // “[Ohio] governor”
  const label = tokens[1]?.text === ":" && LABELS.has(tokens[0]?.lower ?? "") ? 2 : 0; // “Breaking: …”
  const opens = (m: Mention): boolean =>
    m.first >= label && tokens.slice(label, m.first).every((t) => isOpening(t) || isPlace(t.index, m.head));
  let subject = named.find((m) => m.first <= label + OPENING && opens(m)) ?? null;
  for (let steps = 0; subject !== null && steps < MOST_LISTED; steps++) {
    const link = tokens[subject.last + 1];
    const last: number = subject.last;
    const next = link?.text === "," || link?.lower === "and" ? named.find((m) => m.first === last + 2) : undefined;
    if (next === undefined) break;
    subject = next;
  }
  return subject;
}

/** What a headline may begin with before its colon. */
const LABELS: ReadonlySet<string> = new Set([
  ...["alert", "breaking", "developing", "exclusive", "listen", "live", "news", "photos", "report", "update", "video", "watch"],
]); // biome-ignore format: a table
const OPENING = 2; // words that may stand before the party
const MOST_LISTED = 6;
const isOpening = ({ upos }: Token): boolean => upos === "DET" || upos === "ADJ" || upos === "NUM";

/** “The court [on Friday] freed …”: the place behind a party, or behind the day that follows it. */
function verbPlace(tokens: readonly Token[], { last }: Mention): number {
  return tokens[last + 1]?.lower === "on" ? last + 3 : last + 1;
}

/** Tags that hide a verb. A finite one is hidden where the tree has it stand before a noun, as part of a compound. */
function isHidden(clause: Clause, token: Token): boolean {
  if (isUndergone(clause, token.index)) return false;
  if (token.xpos === "VBN" && clause.tokens[token.index + 1]?.lower === "by") return false; // “Ruiz endorsed by Peru”
  if (!FINITE.has(token.xpos)) return HIDING.has(token.xpos) && isVerbless(clause, endOfPart(clause));
  if (token.xpos === "MD" || clause.tokens[clause.tokens.length - 1]?.text === ".") return false;
  const { tree } = clause; // “Minister Urges Israel to …”, with Israel taken for a part of the verb's name
  return token.upos !== "VERB" || COMPOUND.has(tree.relation(token.index)) || tree.relation(token.index + 1) === "flat";
}

/** Where a dash, a colon or a semicolon ends the first part of a headline. */
function endOfPart({ tokens }: Clause): number {
  const end = tokens.findIndex(({ text, index, start }) => index > 1 && (STOPS.test(text) || (/^--?$/.test(text) && (tokens[index - 1]?.end ?? start) < start))); // biome-ignore format: one line reads best
  return end < 0 ? tokens.length : end;
}

const COMPOUND: ReadonlySet<string> = new Set(["compound", "amod", "flat", "nmod"]);
const HIDING: ReadonlySet<string> = new Set(["NNS", "NNP", "NNPS", "NN", "VBN", "JJ", "VB"]);

/** Whether it takes a verb without an ending: “Thousands”, “Egypt and Ethiopia”. */
function isPlural(tokens: readonly Token[], subject: Mention): boolean {
  const before = tokens[subject.first - 1];
  return ["NNS", "NNPS"].includes(tokens[subject.head]?.xpos ?? "") || before?.text === "," || before?.lower === "and";
}

/** What the base form of a word may be, if it is a verb: “signs” → “sign”, “pushes” → “push”, “denies” → “deny”. */
function baseForms({ lower, lemma, xpos }: Token, plural: boolean): readonly string[] {
  if (xpos === "VBN" || FINITE.has(xpos)) return [lemma.toLowerCase()];
  if (plural) return lower.endsWith("s") ? [] : [lower];
  if (!lower.endsWith("s") || lower.endsWith("ss")) return [];
  const cut = (n: number, more = ""): string => lower.slice(0, -n) + more;
  return lower.endsWith("ies") ? [cut(3, "y"), cut(1)] : lower.endsWith("es") ? [cut(1), cut(2)] : [cut(1)];
}

/** Phrases read by the order of words: what follows the verb is its object, what follows a preposition hangs on that. */
function argumentsByOrder(clause: Clause, predicate: number, subject: Mention): Arguments {
  const { tokens } = clause;
  const obliques: Oblique[] = [];
  let object: number | null = null;
  let complement: number | null = null;
  const end = endOfPart(clause);
  for (let at = predicate + 1; at < end && complement === null; ) {
    const token = tokens[at];
    if (token === undefined || STOPS.test(token.text)) break;
    if (token.lower === "to" && tokens[at + 1]?.upos === "VERB") complement = at + 1;
    const counts = token.lower === "at" && /^(?:least|most)$/.test(tokens[at + 1]?.lower ?? "");
    const prepositional = !counts && (token.upos === "ADP" || token.lower === "to");
    const head = phraseHead(clause, prepositional || counts ? at + 1 : at, end);
    if (head === null) {
      at++;
      continue;
    }
    if (prepositional) obliques.push({ preposition: token.lower, token: head.head });
    else object ??= head.head;
    at = head.next;
  }
  const kind = complement === null ? null : "inf";
  return { predicate, passive: false, agent: subject.head, object, indirect: null, obliques, complement, complementKind: kind }; // biome-ignore format: the arguments read best in one line
}

const STOPS = /^[.;:!?–—]$/;
const NOMINAL: ReadonlySet<string> = new Set(["NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET", "SYM", "VERB"]);

/** The noun phrase that begins at a token: its head, and the token after it. */
function phraseHead(
  { tokens, mentions }: Clause,
  first: number,
  end: number,
): { readonly head: number; readonly next: number } | null {
  let at = first;
  while (at < end && (NOMINAL.has(tokens[at]?.upos ?? "") || tokens[at]?.xpos === "POS" || tokens[at]?.text === "-"))
    at++;
  if (at === first) return null;
  const named = mentions.find((m) => m.first >= first && m.last === at - 1 && m.actors.length > 0);
  return { head: named?.head ?? at - 1, next: at };
}
