import type { Token } from "./types.js";

/** Finds the phrases of a table in a sentence, word by word, by lemma or by form. Filled once, then only read. */
export class LemmaIndex<T> {
  readonly #byFirst = new Map<string, { readonly words: readonly string[]; readonly entry: T }[]>();

  /** @param phrase Words parted by blanks, in lower case; each matches a token's lemma or its form. */
  add(phrase: string, entry: T): void {
    const words = phrase.split(" ");
    const [first] = words;
    if (first === undefined || first === "") return;
    const list = this.#byFirst.get(first);
    if (list === undefined) this.#byFirst.set(first, [{ words, entry }]);
    else {
      const at = list.findIndex((other) => other.words.length < words.length);
      list.splice(at < 0 ? list.length : at, 0, { words, entry });
    }
  }

  /** The longest phrase at token `at`, with its last token; `null` when none begins there. */
  match(tokens: readonly Token[], at: number): { readonly entry: T; readonly last: number } | null {
    const token = tokens[at];
    if (token === undefined) return null;
    const lemma = token.lemma.toLowerCase();
    let best: { readonly entry: T; readonly last: number } | null = null;
    for (const key of lemma === token.lower ? [lemma] : [lemma, token.lower])
      for (const { words, entry } of this.#byFirst.get(key) ?? []) {
        if (best !== null && at + words.length - 1 <= best.last) continue;
        if (fits(tokens, at, words)) best = { entry, last: at + words.length - 1 };
      }
    return best;
  }
}

function fits(tokens: readonly Token[], at: number, words: readonly string[]): boolean {
  for (let i = 0; i < words.length; i++) {
    const token = tokens[at + i];
    if (token === undefined || (token.lower !== words[i] && token.lemma.toLowerCase() !== words[i])) return false;
  }
  return true;
}
