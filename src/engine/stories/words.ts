/** A word of an article, made comparable. */
export interface Word {
  /** Small letters, without accents, possessive ending and plural s. */
  readonly form: string;
  /** Whether it begins with a capital where that says something: not at the head of a sentence. */
  readonly isName: boolean;
}

/** A run of letters and digits; a letter of a script that sets no spaces stands alone. */
const WORD = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|[\p{L}\p{N}]+(?:['’]\p{L}+)?/gu;
/** What may stand between the end of a sentence and the first word of the next. */
const SENTENCE_HEAD = /(?:^|[.!?:;]["'”’)\]]*|[\n“"])\s*$/u;

/** The words of a text, in order. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  for (const match of text.matchAll(WORD)) {
    const [word] = match;
    const before = text.slice(Math.max(0, match.index - 4), match.index);
    words.push({
      form: formOf(word),
      isName: /^\p{Lu}/u.test(word) && match.index > 0 && !SENTENCE_HEAD.test(before),
    });
  }
  return words;
}

/** The comparable form of a word. */
export function formOf(word: string): string {
  const plain = /[^ -~]/.test(word) ? word.normalize("NFD").replace(/\p{M}/gu, "") : word;
  const small = plain.toLowerCase().replace(/['’]s?$|['’]s$/, "");
  if (small.length > 4 && small.endsWith("ies")) return `${small.slice(0, -3)}y`;
  return small.length > 3 && small.endsWith("s") && !small.endsWith("ss") ? small.slice(0, -1) : small;
}

/** The pieces of a text that end in a stop or a line break. */
export function sentencesOf(text: string): string[] {
  return text.split(/(?<=[.!?])\s+|\n+/).filter((piece) => piece !== "");
}
