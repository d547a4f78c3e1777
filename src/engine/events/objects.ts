import { childBy, childrenBy } from "../language/tree.js";
import type { Clause } from "./clause.js";
import { isBehindName } from "./main-verb.js";
import { RELATIVES } from "./words.js";

/** “diplomats [whom] it accused”: a relative pronoun stands for its noun. */
export function antecedentOf(
  { tree, tokens }: Clause,
  predicate: number,
  object: number | undefined,
): number | undefined {
  if (object === undefined || tree.relation(predicate) !== "acl:relcl") return object;
  const noun = tree.heads[predicate] ?? -1;
  return noun >= 0 && RELATIVES.has(tokens[object]?.lower ?? "") ? noun : object;
}

/** Whom a name right behind a verb is. */
export interface Behind {
  readonly object: number | null;
  readonly indirect: number | null;
}
export const NOBODY: Behind = { object: null, indirect: null };

/**
 * A name right behind the verb that the tree makes no argument of: “offered [Peru] two aircraft” took it for part of the
 * object, “asked [Chile] for a hospital” for an adverb.
 */
export function partyBehind({ tree, tokens, mentions }: Clause, predicate: number, object: number | null): Behind {
  if (tokens[predicate]?.upos !== "VERB") return NOBODY;
  const first = tokens[predicate + 1]?.upos === "DET" ? [predicate + 1, predicate + 2] : [predicate + 1];
  const mention = mentions.find((m) => first.includes(m.first) && m.kind === "name" && m.actors.length > 0);
  if (mention === undefined || tree.relation(mention.head) === "nsubj") return NOBODY;
  const next = tokens[mention.last + 1];
  const within = object !== null && object > mention.last && tree.heads[mention.head] === object;
  if (within && next !== undefined && ["NUM", "DET"].includes(next.upos))
    return { object: null, indirect: mention.head };
  const alone = object === null && tree.heads[mention.head] === predicate && tree.relation(mention.head) === "advmod";
  return alone && next?.upos === "ADP" ? { object: mention.head, indirect: null } : NOBODY;
}

/** A finite verb that the tree hangs on its own object (“the two signed agreements”). */
export function objectByPosition(clause: Clause, predicate: number): number | null {
  const { tree } = clause;
  const head = tree.heads[predicate] ?? -1;
  return tree.relation(predicate) === "amod" && isFiniteVerb(clause, predicate) && head > predicate ? head : null;
}

/** “called and congratulated Rahmon”: the object stands with the last verb. */
export function sharedObject({ tree, tokens }: Clause, predicate: number): number | null {
  const next = tree.children(predicate).find((child) => tree.relation(child) === "conj" && child <= predicate + 2);
  if (next === undefined || tokens[next]?.upos !== "VERB") return null;
  return childBy(tree, next, "obj");
}

/** A finite form; or the sentence's root without an auxiliary, which must be one whatever its tag. */
export function isFiniteVerb(clause: Clause, token: number): boolean {
  const { tree, tokens } = clause;
  const xpos = tokens[token]?.xpos ?? "";
  if (["VBD", "VBZ", "VBP"].includes(xpos) || isBehindName(clause, token)) return true;
  return (
    ["VB", "VBN"].includes(xpos) &&
    tree.relation(token) === "root" &&
    childBy(tree, token, "aux", "cop", "mark") === null
  );
}

/** “freed [at least two hostages]”: a count that the tree takes for a phrase with “at”. */
export function countedObject({ tree, tokens }: Clause, predicate: number): number | null {
  const found = childrenBy(tree, predicate, "obl").find((noun) => {
    const [mark] = childrenBy(tree, noun, "case");
    const is = (token: number, word: RegExp): boolean => word.test(tokens[token]?.lower ?? "");
    return mark === predicate + 1 && is(mark, /^at$/) && is(mark + 1, /^(?:least|most)$/);
  });
  return found ?? null;
}

/** The clause that tells what is said, asked or meant. */
export function complementOf(
  { tree, tokens }: Clause,
  predicate: number,
): { readonly token: number; readonly kind: "inf" | "that" } | null {
  const marked = (child: number, word: string): boolean =>
    childrenBy(tree, child, "mark").some((m) => tokens[m]?.lower === word);
  // “The soldiers must leave, Iran said”: what is said may stand before; in quotation marks it is for the claims
  const quoted = tokens.slice(0, predicate).some((t) => /["“”«»]/.test(t.text));
  const above = tree.relation(predicate) === "parataxis" ? (tree.heads[predicate] ?? -1) : -1;
  const says = tokens[above]?.upos === "VERB" || childBy(tree, above, "cop") !== null; // “Chad is a threat, Mali said”
  if (above >= 0 && above < predicate && !quoted && says) return { token: above, kind: "that" };
  for (const child of tree.children(predicate)) {
    const relation = tree.relation(child);
    if (child < predicate && (relation !== "ccomp" || quoted)) continue;
    if (relation === "xcomp" && (marked(child, "to") || tokens[child]?.xpos === "VB"))
      return { token: child, kind: "inf" };
    if (relation === "ccomp") return { token: child, kind: marked(child, "to") ? "inf" : "that" };
    if ((relation === "advcl" || relation === "acl") && marked(child, "to")) return { token: child, kind: "inf" };
  }
  const object = childBy(tree, predicate, "obj");
  if (object !== null)
    for (const child of tree.children(object)) {
      const relation = tree.relation(child);
      if (relation === "acl" && (marked(child, "to") || marked(child, "that")))
        return { token: child, kind: marked(child, "to") ? "inf" : "that" };
    }
  return null;
}

const EXPRESSING: ReadonlySet<string> = new Set(["express", "voice", "convey"]);

/** “expressed [regret] to Chile”: a feeling that the tree takes for what somebody is is what is expressed. */
export function feelingAt({ tree, tokens }: Clause, predicate: number): number | null {
  if (!EXPRESSING.has(tokens[predicate]?.lemma ?? "")) return null;
  const found = childBy(tree, predicate, "xcomp");
  return found !== null && found <= predicate + 2 ? found : null; // none of these verbs takes an infinitive
}

/** “[sailors] held hostage by pirates”: a participle with a bare noun and “by” right behind it is told of the noun before it. */
export function whoIsHeld({ tree, tokens }: Clause, predicate: number): number | null {
  if (tokens[predicate]?.xpos !== "VBN" || tokens[predicate + 2]?.lower !== "by") return null;
  if (childBy(tree, predicate, "obj", "xcomp") !== predicate + 1 || childBy(tree, predicate, "nsubj") !== null)
    return null;
  return NAMING.has(tokens[predicate - 1]?.upos ?? "") ? predicate - 1 : null;
}

const NAMING: ReadonlySet<string> = new Set(["NOUN", "PROPN"]);

/** “Turkey Accused of Helping Iran”: without an object and before a preposition such a verb is told of whom it befalls. */
export function isUndergone({ tree, tokens }: Clause, predicate: number): boolean {
  const { lemma = "", xpos = "" } = tokens[predicate] ?? {};
  if (xpos !== "VBN" && (xpos !== "VBD" || tree.relation(predicate) !== "root")) return false;
  if (!UNDERGONE.has(lemma.toLowerCase()) || childBy(tree, predicate, "obj") !== null) return false;
  return UNDERGONE_BY.has(tokens[predicate + 1]?.lower ?? "");
}

const UNDERGONE: ReadonlySet<string> = new Set(["accuse", "acquit", "convict", "suspect"]);
const UNDERGONE_BY: ReadonlySet<string> = new Set(["by", "in", "of", "over"]);

/** “asked [Chad] to withdraw”: who is asked or made to do something does it, not who asks. */
export function whoIsAsked({ tree, tokens }: Clause, doing: number, asking: number): number | null {
  const relation = tree.relation(doing);
  const lemma = tokens[asking]?.lemma ?? "";
  const made = MAKING.has(lemma) && (relation === "xcomp" || relation === "advcl");
  if (!made && (relation !== "xcomp" || CARRIERS.has(lemma))) return null;
  const asked = childBy(tree, asking, "obj", "iobj");
  return asked !== null && (made || tokens[asked]?.upos !== "NOUN") ? asked : null;
}

/** “called Erdogan to apologise”: the caller apologises, though whoever is asked to come comes himself. */
const CARRIERS: ReadonlySet<string> = new Set([
  "call",
  "phone",
  "telephone",
  "visit",
  "use",
  "meet",
  "promise",
  "write",
  "take",
]);

/** “forced the minister to resign”: what it makes somebody do he does. No rows of `modality.tsv`, which are read whatever the part of speech: “security forces”. */
export const MAKING: ReadonlySet<string> = new Set(["compel", "force"]);
