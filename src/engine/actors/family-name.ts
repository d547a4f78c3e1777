import { type Draft, lastWord } from "./draft.js";

/** Whether a name is a family name alone, its particles aside: “Rahmon”, “al-Sisi”, “Akufo-Addo”, “von der Leyen”. */
export function isFamilyName(words: readonly string[], printed: string, particles: ReadonlySet<string>): boolean {
  if (words.length === 0) return false;
  return words.slice(0, -1).every((w) => particles.has(w)) || !/\s/.test(printed);
}

/** The word of a name by which its family is known: the last that is no particle; empty where there is none. */
export function familyOf(words: readonly string[], particles: ReadonlySet<string>): string {
  return words.findLast((w) => !particles.has(w)) ?? "";
}

/** Whether an actor bears a short name: its last words, the first where the family name leads, or an alias's last. */
export function bearsName(draft: Draft, words: readonly string[], particles: ReadonlySet<string>): boolean {
  const own = words.filter((w) => !particles.has(w));
  const [family] = own.slice(-1);
  if (family === undefined) return false;
  const full = draft.words.filter((w) => !particles.has(w));
  if (full.at(-1) === family) return own.length < 2 || full.slice(-own.length).join(" ") === own.join(" ");
  if (own.length > 1) return false;
  if (draft.words.includes(family)) return true;
  return draft.person?.aliases.some((a) => lastWord(a) === family) ?? false;
}
