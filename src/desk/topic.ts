import { stemOf, stemsOf } from "./likeness.js";
import type { CountryNames } from "./tables.js";

/** A topic as it is looked for: words of any form, and countries under any of their names. */
export interface TopicQuery {
  /** What the ledger's text is searched for. */
  readonly words: string;
  readonly stems: ReadonlySet<string>;
  /** Whether a text speaks of the topic: every word of it, in any form. Countries that take part need not be named. */
  holds(text: string, parties?: readonly { readonly code: string | null }[]): boolean;
}

/** Reads a topic: “Tajik-Afghan border” is also “the border of Tajikistan with Afghanistan”. `null` where no word is left. */
export function readTopic(topic: string, { byName }: CountryNames): TopicQuery | null {
  const codes = new Map([...byName].map(([name, code]) => [stemOf(name), code]));
  const fold = (text: string): Set<string> => new Set([...stemsOf(text)].map((stem) => codes.get(stem) ?? stem));
  const stems = fold(topic);
  if (stems.size === 0) return null;
  const words = topic.match(/[\p{L}\p{N}]+/gu) ?? [];
  const telling = words.filter((word) => stemsOf(word).size > 0);
  const plain = telling.filter((word) => [...stemsOf(word)].every((stem) => !codes.has(stem)));
  return {
    words: (plain.length > 0 ? plain : telling).join(" "),
    stems,
    holds: (text, parties = []) => {
      const own = fold(text);
      const named = [...stems].filter((stem) => own.has(stem));
      if (named.length === stems.size) return true;
      const there = new Set(parties.map(({ code }) => code));
      return named.some((stem) => !isCode(stem)) && [...stems].every((stem) => own.has(stem) || there.has(stem));
    },
  };
}

/** Stems are in small letters, so capitals show a country that was put by its code. */
function isCode(stem: string): boolean {
  return /^[A-Z]{3}/.test(stem);
}
