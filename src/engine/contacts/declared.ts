import { childrenBy, subjectOf, subtree } from "../language/tree.js";
import type { Clause } from "./clause.js";
import { STOPS, sourceFollows } from "./clause-ends.js";
import { codeOf, subjectAt } from "./parties.js";

/** A promise that no verb calls so, with its words and who bound himself. */
export interface Declared {
  readonly deed: number;
  readonly from: number;
  readonly close: number;
  readonly by: readonly number[];
}

/**
 * “announced that her country [would give Fiji a ship]”, “said Peru [will train] the crews”: what a speaker says that his own
 * side will give; “said that Peru will lose” promises nothing.
 *
 * @param at The verb of saying.
 */
export function declaredAt(clause: Clause, at: number): Declared | null {
  const { sentence, tokens, cues } = clause;
  const { tree } = sentence;
  const verb = tokens[at];
  if (
    verb?.upos !== "VERB" ||
    !(cues.saying.has(verb.lemma) || cues.stressing.has(verb.lemma) || verb.lemma === "share")
  )
    return null;
  const deed = childrenBy(tree, at, "ccomp").find((c) => c > at) ?? -1;
  if (!cues.granting.has(tokens[deed]?.lemma ?? "") || childrenBy(tree, at, "mark").length > 0) return null;
  const modal = childrenBy(tree, deed, "aux").find((a) => /^(?:will|'ll|would|shall)$/.test(tokens[a]?.lower ?? ""));
  const subject = subjectOf(sentence, deed);
  if (modal === undefined || subject === null || subject > deed) return null;
  if (tokens.slice(subject, deed).some((t) => /^(?:not|n't|never)$/.test(t.lower))) return null;
  const by = subjectAt(clause, at);
  if (by.length === 0 || !isOwnSide(clause, subject, by)) return null;
  const from = Math.min(modal + 1, deed);
  return { deed, from, close: closeOf(clause, deed), by };
}

/** Whether a token means the speaker or his country. */
function isOwnSide(clause: Clause, subject: number, by: readonly number[]): boolean {
  const { all, actors, tokens } = clause;
  const who = all.filter((m) => m.first <= subject && subject <= m.last).flatMap((m) => m.actors);
  if (who.some((a) => by.includes(a))) return true;
  const own = codeOf(clause, by);
  if (own !== null && who.some((a) => actors.actors[a]?.code === own)) return true;
  const whose = tokens[subject - 1]?.xpos === "PRP$";
  return whose && who.length === 0 && /^(?:country|government|nation|state|side)$/.test(tokens[subject]?.lower ?? "");
}

/** Last token of what is promised. */
function closeOf({ sentence, tokens }: Clause, deed: number): number {
  const last = Math.max(deed, ...subtree(sentence, deed));
  let at = deed;
  while (at < last && !STOPS.has(tokens[at + 1]?.lower ?? "") && !(tokens[at + 1]?.lower === "," && sourceFollows(tokens, at + 1))) at++; // biome-ignore format: one line reads best
  return at;
}
