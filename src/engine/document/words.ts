/** How often words and hyphenated compounds stand in the text the list was counted on. */
export interface WordList {
  /** Occurrences of a word or of a compound with its hyphens, whatever the case; 0 when unseen. */
  count(form: string): number;
}

/**
 * Makes `models/words.txt` searchable: after `#` comments, one `form⇥count` a line, ascending by code unit. The text is
 * searched as it is, by halving: an article asks for a few dozen words, which is no reason to read 25,000. What was found
 * is remembered, since articles ask for the same words. An empty text gives a list that knows no word.
 */
export function makeWordList(text: string): WordList {
  const known = new Map<string, number>();
  return {
    count(form) {
      const kept = known.get(form);
      if (kept !== undefined) return kept;
      const found = findCount(text, `${form.toLowerCase()}\t`);
      if (known.size >= MOST_KNOWN) known.clear();
      known.set(form, found);
      return found;
    },
  };
}

const MOST_KNOWN = 10_000; // words remembered

function findCount(text: string, key: string): number {
  let [low, high] = [0, text.length];
  while (low < high) {
    const start = text.lastIndexOf("\n", ((low + high) >> 1) - 1) + 1;
    const end = lineEnd(text, start);
    if (text.startsWith(key, start)) return Number(text.slice(start + key.length, end));
    if (text[start] === "#" || text.slice(start, end) < key) low = end + 1;
    else high = start;
  }
  return 0;
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf("\n", from);
  return end === -1 ? text.length : end;
}
