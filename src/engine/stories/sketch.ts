import type { ReadoutRecord } from "../record.js";
import { leadContact, leadEvent, publishedDays } from "./lead.js";
import type { StoryLexicon } from "./lexicon.js";
import { shinglesOf } from "./shingles.js";
import { termsOf } from "./terms.js";
import type { Sketch } from "./types.js";
import { sentencesOf, wordsOf } from "./words.js";

/** Words of the head by which a cut report is found. */
const HEAD_WORDS = 60;

/** What decides on the copies and the story of an article. Pure: the same record gives the same sketch. */
export function sketchOf(record: ReadoutRecord, lexicon: StoryLexicon): Sketch {
  const { title, text, hash } = record.document;
  const own = (part: string): string =>
    sentencesOf(part)
      .filter((sentence) => !lexicon.isBoilerplate(sentence))
      .join("\n");
  // The headline is each publisher's own: no part of the text that was copied.
  const body = own(title !== null && text.startsWith(title) ? text.slice(title.length) : text);
  const forms = wordsOf(body).map(({ form }) => form);
  return {
    document: hash,
    published: publishedDays(record),
    shingles: shinglesOf(forms),
    head: shinglesOf(forms.slice(0, HEAD_WORDS)),
    terms: termsOf(wordsOf(title === null ? body : `${title}\n${body}`), lexicon.words),
    contact: leadContact(record),
    event: leadEvent(record),
  };
}
