import type { PairInput } from "./pair-input.js";

/** Says in words why the model chose an event: the frame that tells it, else the features that weighed most. */
export function reasonOf(reasons: readonly string[], input: PairInput): string {
  const rule = input.names.find((name) => name.startsWith("rule=") && name !== "rule=–" && reasons.includes(name));
  if (rule !== undefined) return `the frames code it too (${rule.slice("rule=".length)})`;
  if (reasons.length === 0) return "the words around the two parties";
  return reasons.map((r) => `“${r}”`).join(", ");
}
