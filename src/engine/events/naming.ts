import { childrenBy, subtree } from "../language/tree.js";
import type { Arguments } from "./arguments.js";
import type { Clause } from "./clause.js";

const QUOTES = /^["“«'‘]$/;
const QUOTED_REACH = 6;

/**
 * “called the raid [a war crime]”: the arguments with what the object is called; `null` where “call” means something else.
 * A parser may take the name for a second object, or for an apposition. What it is said not to be is no name.
 */
export function namingAt(clause: Clause, args: Arguments): Arguments | null {
  const naming = namedAs(clause, args);
  const denied = naming?.called?.some((at) => isDenied(clause, at)) === true;
  return naming !== null && denied ? { ...naming, called: [] } : naming;
}

/** “called the reply [no threat]”. */
function isDenied({ tokens }: Clause, at: number): boolean {
  return tokens.slice(Math.max(0, at - 3), at).some((t) => /^(?:no|not|never|hardly)$/.test(t.lower));
}

function namedAs(clause: Clause, args: Arguments): Arguments | null {
  const { tree } = clause;
  if (args.passive || args.object === null) return null;
  const complements = childrenBy(tree, args.predicate, "xcomp").filter((at) => isName(clause, at));
  if (complements.length > 0) return { ...args, called: complements };
  const objects = childrenBy(tree, args.predicate, "obj", "iobj");
  const second = objects.at(-1);
  if (objects.length === 2 && second !== undefined && isName(clause, second))
    return { ...args, object: objects[0] ?? null, indirect: null, called: [second] };
  const behind = [...apposed(clause, args.object), ...quotedBehind(clause, args.object)];
  return behind.length === 0 ? null : { ...args, called: behind };
}

function isName({ tokens, mentions }: Clause, at: number): boolean {
  if (!/^(?:NOUN|ADJ)$/.test(tokens[at]?.upos ?? "")) return false;
  return !mentions.some((m) => m.first <= at && at <= m.last && m.kind !== "pronoun");
}

/** “called the ruling a disgrace”, without a comma between. */
function apposed(clause: Clause, object: number): readonly number[] {
  const { tree, tokens } = clause;
  return childrenBy(tree, object, "appos").filter(
    (at) =>
      isName(clause, at) &&
      tokens.slice(object + 1, at).every((t) => t.text !== ",") &&
      tokens.slice(object + 1, at).some((t) => t.upos === "DET"),
  );
}

/** “called the raid “a flagrant violation of …””. */
function quotedBehind(clause: Clause, object: number): readonly number[] {
  const { sentence, tokens } = clause;
  const inside = subtree(sentence, object);
  let open = object + 1;
  while (open < tokens.length && open < object + QUOTED_REACH && !QUOTES.test(tokens[open]?.text ?? "")) {
    if (!inside.includes(open) || tokens[open]?.text === ",") return [];
    open++;
  }
  if (!QUOTES.test(tokens[open]?.text ?? "")) return [];
  const noun = tokens.findIndex((t, i) => i > open && i <= open + QUOTED_REACH && t.upos === "NOUN" && tokens[i + 1]?.upos !== "NOUN"); // biome-ignore format: one line reads best
  return noun >= 0 && isName(clause, noun) ? [noun] : [];
}
