import type { Arguments } from "./arguments.js";
import { FINITE, obliquesOf } from "./arguments.js";
import type { Clause } from "./clause.js";

/** Verbs a tagger takes for plural nouns or participles in short sentences: “Riyadh [lifts] blockade”, “a court [freed] …”. */
const DISGUISED: ReadonlySet<string> = new Set(["NNS", "VBN", "NNP"]);

/** Whether a sentence has no finite verb at all: then one of its words must be it. */
export function isVerbless({ tree, tokens }: Clause): boolean {
  if (tokens.length < 4) return false;
  if (tokens.some((t) => FINITE.has(t.xpos))) return false;
  const root = tokens.findIndex((t) => (tree.heads[t.index] ?? 0) < 0);
  return ["NOUN", "PROPN"].includes(tokens[root]?.upos ?? "");
}

/**
 * The arguments of a word that must be the verb of a verbless sentence: it stands right after a party (a day may stand
 * between) and hangs on the noun that is its object. `null` where it does not look like one.
 */
export function disguisedVerb(clause: Clause, token: number): Arguments | null {
  const { tree, tokens, mentions } = clause;
  const word = tokens[token];
  if (word === undefined || !DISGUISED.has(word.xpos) || !/^\p{Ll}/u.test(word.text)) return null;
  const object = tree.heads[token] ?? -1;
  if (object <= token || !["compound", "amod"].includes(tree.relation(token))) return null;
  const subject = mentions.find(
    (m) => m.actors.length > 0 && (m.last === token - 1 || (m.last === token - 3 && tokens[token - 2]?.lower === "on")),
  );
  if (subject === undefined || tokens[subject.first - 1]?.upos === "ADP") return null;
  return {
    predicate: token,
    passive: false,
    agent: subject.head,
    object,
    indirect: null,
    obliques: obliquesOf(clause, object),
    complement: null,
    complementKind: null,
  };
}
