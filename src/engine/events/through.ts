import type { Mention } from "../actors/types.js";
import type { Span } from "../base/span.js";
import { ancestors, childBy, isHiddenVerb, isRelation } from "../language/tree.js";
import { type Clause, standInsIn } from "./clause.js";
import type { Told } from "./told.js";

/** A phrase through which an event reaches one of its parties: “a police headquarters in eastern Afghanistan”. */
export interface Through {
  readonly actor: number;
  readonly span: Span;
}

const MAX_CLIMB = 6; // words from a name up to the argument that it stands in
const LONGEST = 26; // tokens of a phrase; a longer one is a parser's mistake more often than not
/** What may stand in a phrase under its head; participles say who is meant, relative clauses and things listed beside it do not. */
const INSIDE: readonly string[] = [
  "det",
  "amod",
  "compound",
  "nummod",
  "nmod",
  "flat",
  "case",
  "fixed",
  "acl",
  "advmod",
];

/** Whether a span is part of an expression of time. */
type IsTime = (span: Span) => boolean;

/** The whole noun phrases of a told event in which its parties are named, where they are longer than the names. */
export function throughPhrases({ clause, actor, recipient }: Told, isTime: IsTime): readonly Through[] {
  const standIns = standInsIn(clause.actors, clause.sentence.index);
  return [...actor, ...recipient].flatMap((party) =>
    [
      ...clause.mentions.filter((m) => m.actors.length === 1 && m.actors[0] === party),
      ...standIns.filter((s) => s.actor === party && s.kind === "place"),
    ].flatMap((named) => {
      const span = phraseOver(clause, named, isTime);
      return span === null ? [] : { actor: party, span };
    }),
  );
}

/** The whole phrase around a name where it is longer; `null` where the name is all, or stands aside. */
function phraseOver(clause: Clause, named: Pick<Mention, "first" | "last" | "head">, isTime: IsTime): Span | null {
  const head = argumentAbove(clause, named.head);
  if (ASIDE.has(markOf(clause, head))) return null;
  const [first, last] = withObject(clause, head, phraseAt(clause, head, named.head, isTime), isTime);
  const same = first === named.first && last === named.last;
  if (same || first > named.first || last < named.last || last - first >= LONGEST) return null;
  return [clause.tokens[first]?.start ?? 0, clause.tokens[last]?.end ?? 0];
}

/** Prepositions after which stands when or about what something happens. */
const ASIDE: ReadonlySet<string> = new Set([
  "after",
  "before",
  "during",
  "amid",
  "following",
  "since",
  "until",
  "over",
  "about",
  "despite",
]);

/** Prepositions by which a thing is somebody's or somewhere; what stands “to” or “on” somebody is not his. */
const OWNING: ReadonlySet<string> = new Set(["of", "in", "at", "near", "by", "from"]);

function markOf({ tree, tokens }: Pick<Clause, "tree" | "tokens">, noun: number): string {
  return tokens[childBy(tree, noun, "case") ?? -1]?.lower ?? "";
}

/** “captured [the mosque] [in Mosul]”: a place right behind an object is the object's, whatever the tree hangs it on. */
function withObject(
  clause: Clause,
  noun: number,
  [first, last]: readonly [number, number],
  isTime: IsTime,
): readonly [number, number] {
  const { tree } = clause;
  const verb = tree.heads[noun] ?? -1;
  const mark = childBy(tree, noun, "case");
  const object = verb < 0 || mark === null ? null : childBy(tree, verb, "obj", "nsubj:pass");
  if (object === null || object > noun || !["in", "at", "near"].includes(markOf(clause, noun))) return [first, last];
  const [from, to] = phraseAt(clause, object, object, isTime);
  return mark !== null && to === mark - 1 && !clause.mentions.some((m) => m.head === object && m.actors.length > 0)
    ? [from, last]
    : [first, last];
}

/** The noun that a verb governs and that a name stands in: “mosque” for “Mosul” in “captured the mosque in Mosul”. */
function argumentAbove({ sentence, tree, tokens }: Clause, name: number): number {
  let at = name;
  for (let steps = 0; steps < MAX_CLIMB; steps++) {
    const head = tree.heads[at] ?? -1;
    const relation = tree.relation(at);
    const nominal =
      ["nmod:poss", "compound", "amod"].includes(relation) ||
      (relation === "nmod" && OWNING.has(markOf({ tree, tokens }, at)));
    const under = isRelation(relation, "obl") && tree.relation(head) === "acl" && !isHiddenVerb(sentence, head);
    const participle = under ? (tree.heads[head] ?? -1) : -1;
    const up = nominal ? head : participle;
    if (up < 0 || !["NOUN", "PROPN"].includes(tokens[up]?.upos ?? "")) return at;
    at = up;
  }
  return at;
}

/** First and last token of the phrase under a noun, without clauses and lists. */
function phraseAt(
  { sentence, tree, tokens }: Clause,
  head: number,
  name: number,
  isTime: IsTime,
): readonly [first: number, last: number] {
  const above = new Set(ancestors(tree, name));
  const within = new Set([head]);
  const queue = [head];
  for (let at = queue.pop(); at !== undefined; at = queue.pop())
    for (const child of tree.children(at)) {
      const relation = tree.relation(child);
      if (relation === "acl:relcl" || isHiddenVerb(sentence, child) || (at === head && relation === "case")) continue;
      if (at === head && !above.has(child) && !INSIDE.some((kind) => isRelation(relation, kind))) continue;
      if (relation === "nmod" && isTime([tokens[child]?.start ?? 0, tokens[child]?.end ?? 0])) continue; // “protesters on Monday”
      if (relation === "punct" || relation === "conj" || relation === "appos" || within.has(child)) continue;
      within.add(child);
      queue.push(child);
    }
  let [first, last] = [head, head];
  while (within.has(first - 1) || isInner(tokens[first - 1]?.text, within.has(first - 2))) first--;
  while (within.has(last + 1) || isInner(tokens[last + 1]?.text, within.has(last + 2))) last++;
  return [first, last];
}

/** Hyphens and apostrophes inside a phrase. */
function isInner(text: string | undefined, goesOn: boolean): boolean {
  return goesOn && text !== undefined && /^[-‐‑–'’]$/.test(text);
}
