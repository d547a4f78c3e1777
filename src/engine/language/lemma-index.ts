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

  /**
   * The longest phrase at token `at`, with its last token; `null` when none begins there.
   *
   * @param mayPass Words that may stand between those of a phrase (“pay [great] attention to”); none when left out.
   */
  match(
    tokens: readonly Token[],
    at: number,
    mayPass?: (token: Token) => boolean,
  ): { readonly entry: T; readonly last: number } | null {
    const token = tokens[at];
    if (token === undefined) return null;
    const lemma = token.lemma.toLowerCase();
    let best: { readonly entry: T; readonly last: number } | null = null;
    for (const key of lemma === token.lower ? [lemma] : [lemma, token.lower])
      for (const { words, entry } of this.#byFirst.get(key) ?? []) {
        const last = lastOf(tokens, at, words, mayPass);
        if (last >= at && (best === null || last > best.last)) best = { entry, last };
      }
    return best;
  }
}

/** The token at which a phrase from `at` on ends; -1 where it does not stand there. */
function lastOf(
  tokens: readonly Token[],
  at: number,
  words: readonly string[],
  mayPass?: (token: Token) => boolean,
): number {
  let next = at;
  for (const [i, word] of words.entries()) {
    let token = tokens[next];
    for (let passed = 0; i > 0 && passed < MOST_PASSED && mayPass !== undefined; passed++) {
      if (token === undefined || isWord(token, word) || !mayPass(token)) break;
      token = tokens[++next];
    }
    if (token === undefined || !isWord(token, word)) return -1;
    next++;
  }
  return next - 1;
}

/** Words that may stand between two of a phrase. */
const MOST_PASSED = 4;

function isWord(token: Token, word: string): boolean {
  return token.lower === word || token.lemma.toLowerCase() === word;
}
