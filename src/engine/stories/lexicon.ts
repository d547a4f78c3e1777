import { readTable } from "../base/table.js";

/** How often a word stands in ordinary news: a fixed list, so that no weight depends on what a ledger holds. */
export interface WordCounts {
  count(form: string): number;
}

/** What the comparison of articles is given to know. */
export interface StoryLexicon {
  readonly words: WordCounts;
  /** Whether a sentence is the publisher's word to the reader and no part of the report. */
  isBoilerplate(sentence: string): boolean;
}

const BOILERPLATE = "stories/boilerplate.tsv";
/** Longer pieces are text without stops rather than a sentence, in UTF-16 code units. */
const LONGEST_SENTENCE = 400;

/**
 * Makes the lexicon of the stories.
 *
 * @param tables Texts of tables by path relative to `data/`; one that is missing counts as empty.
 * @throws DataError for a table that breaks its rules.
 */
export function makeStoryLexicon(tables: ReadonlyMap<string, string>, words: WordCounts): StoryLexicon {
  const text = tables.get(BOILERPLATE);
  const rows = text === undefined ? [] : readTable(BOILERPLATE, text, { columns: ["phrase", "source"], keys: 1 });
  const phrases = rows.map((row) => row.cell("phrase").replace(/[^a-z0-9]+/g, "[^a-z0-9]+"));
  const pattern = phrases.length === 0 ? null : new RegExp(`\\b(?:${phrases.join("|")})\\b`);
  return {
    words,
    isBoilerplate: (sentence) =>
      pattern !== null && sentence.length <= LONGEST_SENTENCE && pattern.test(sentence.toLowerCase()),
  };
}
