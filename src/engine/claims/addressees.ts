import type { ActorTable } from "../actors/types.js";
import type { Span } from "../base/span.js";
import type { Sentence } from "../language/types.js";
import type { ClaimLexicon } from "./lexicon.js";

/** Sentences at the head of a report in which the two who spoke are looked for. */
const LEAD = 3;

/** The two persons of two countries of whose contact the head of a report tells; `null` where it is not two. */
export function pairOfLead(
  sentences: readonly Sentence[],
  actors: ActorTable,
  { words }: ClaimLexicon,
): readonly [number, number] | null {
  const contact = words("contact");
  for (const { index, tokens } of sentences.slice(0, LEAD)) {
    if (!tokens.some((t) => contact.has(t.lemma.toLowerCase()))) continue;
    const named = actors.inSentence(index).filter((m) => m.kind !== "pronoun" && m.actors.length === 1);
    const persons = [...new Set(named.flatMap((m) => m.actors))].filter((a) => {
      const actor = actors.actors[a];
      return actor?.kind === "person" && actor.role === "party" && actor.code !== null;
    });
    const [first, second, ...more] = persons;
    if (first === undefined || second === undefined || more.length > 0) continue;
    const ofTwo = actors.actors[first]?.code !== actors.actors[second]?.code;
    return ofTwo ? [first, second] : null;
  }
  return null;
}

/** “I wish you, dear [Ilham Heydarovich], strength”: whom the words themselves name. */
export function calledOn(
  text: string,
  [start, end]: Span,
  actors: ActorTable,
  sentences: readonly number[],
): number | null {
  for (const sentence of sentences)
    for (const mention of actors.inSentence(sentence)) {
      const [from, to] = mention.span;
      if (from < start || to > end || mention.actors.length !== 1) continue;
      if (/\bdear\s{1,3}$/i.test(text.slice(Math.max(start, from - 9), from))) return mention.actors[0] ?? null;
    }
  return null;
}

/** Ways of speaking in which “you” is nobody, or all who listen: “you know”, “can you imagine”, “thank you all”. */
const NOBODY = /\b(?:you (?:know|see|all|can|have to|cannot|must)|(?:can|do|could) you|thank you|if you|when you)\b/gi;

/** Whether words are said to one who hears them: “you” or “your”, not as one says them to anybody. */
export function speaksToYou(words: string): boolean {
  return /\byou(?:r|rs|rself)?\b/i.test(words.replace(NOBODY, ""));
}
