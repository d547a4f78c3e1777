import type { Habit, Relater } from "../engine/events/relate/index.js";
import type { Answer } from "./protocol.js";

/** Answers for sentences with two marked parties, in order; one that breaks the engine is a failure of its own. */
export function answersTo(sentences: readonly string[], relations: Relater, habit: Habit): readonly Answer[] {
  return sentences.map((sentence) => {
    try {
      const { event, mode, quad, cameo, status, negated, confidence, none, why } = relations.marked(sentence, habit);
      return { event, mode, quad, cameo, status, negated, confidence, none, why };
    } catch (error) {
      return { failure: error instanceof Error ? `${error.name}: ${error.message}` : String(error) };
    }
  });
}
