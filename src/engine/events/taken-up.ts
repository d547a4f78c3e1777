import { childrenBy } from "../language/tree.js";
import { argumentsOf } from "./arguments.js";
import type { Clause } from "./clause.js";
import type { EventLexicon } from "./lexicon.js";
import type { Told } from "./told.js";

/** Events that answer what another did. */
const ANSWERS: ReadonlySet<string> = new Set(["ACCUSE", "AGREE", "CONCEDE", "REJECT", "SUPPORT"]);
const REACH = 2; // sentences over which “the offer” is the one told last

/**
 * Gives answers their recipient: “X offered a truce. Y rejected the offer.” says no to X. Only where the answer itself names
 * nobody and its object takes up, by a noun of `data/frames/anaphors.tsv` with “the” or “this”, what another side did.
 *
 * @param told Passages in order of the text.
 */
export function withTakenUp(told: readonly Told[], lexicon: EventLexicon): readonly Told[] {
  return told.map((passage, at) => {
    if (passage.recipient.length > 0 || !ANSWERS.has(passage.event)) return passage;
    const means = meantBy(passage, lexicon);
    if (means === null) return passage;
    const doer = doerOf(told.slice(0, at), passage, means);
    const why = `${passage.why}, which answers what was told before`;
    return doer === null ? passage : { ...passage, recipient: doer, why };
  });
}

/** The events that the object of a passage may take up; `null` where it takes up nothing. */
function meantBy({ clause, trigger }: Told, { anaphors }: EventLexicon): readonly string[] | null {
  const object = clause.tokens[trigger]?.upos === "VERB" ? argumentsOf(clause, trigger).object : null;
  if (object === null || !isDefinite(clause, object)) return null;
  return anaphors.get(clause.tokens[object]?.lemma.toLowerCase() ?? "") ?? null;
}

/** “the offer”, “this step”, not “the offer of a truce from Minsk” nor “its offer”. */
function isDefinite({ tree, tokens }: Clause, noun: number): boolean {
  const words = childrenBy(tree, noun, "det").map((c) => tokens[c]?.lower ?? "");
  const more = childrenBy(tree, noun, "nmod", "nmod:poss", "acl", "acl:relcl", "amod");
  return more.length === 0 && words.some((w) => w === "the" || w === "this" || w === "that" || w === "these");
}

function doerOf(before: readonly Told[], passage: Told, means: readonly string[]): readonly number[] | null {
  for (const earlier of [...before].reverse()) {
    if (passage.clause.sentence.index - earlier.clause.sentence.index > REACH) return null;
    if (earlier.headline || earlier.status === "historical" || earlier.negated) continue;
    if (means.length > 0 && !means.includes(earlier.event)) continue;
    if (earlier.recipient.length > 0 && earlier.actor.length === 1 && isOther(earlier.actor, passage))
      return earlier.actor;
  }
  return null;
}

/** Whether somebody is of another side than who answers. */
function isOther(doer: readonly number[], { actor, clause }: Told): boolean {
  // rebels answer the government of their own country
  const of = (index: number): string => {
    const party = clause.actors.actors[index];
    return party?.code == null ? `#${index}` : `${party.code} ${party.sector[0] ?? ""}`;
  };
  const own = new Set(actor.map(of));
  return doer.every((d) => !actor.includes(d) && !own.has(of(d)));
}
