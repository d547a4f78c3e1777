import { utf8ToBytes } from "@noble/hashes/utils.js";
import type { Notice } from "../record.js";
import type { Article } from "./types.js";

/** Zeros, which PostgreSQL cannot keep, and halves of surrogate pairs, which no UTF-8 can. */
const UNFIT = /\0|\p{Surrogate}/gu;

/** A text that every ledger and file gives back as it was: each code unit unfit for it is U+FFFD, so that offsets stay. */
export function wellFormed(text: string): string {
  return text.replace(UNFIT, "\ufffd");
}

/** Longest id, address or outlet of an article that a record has, in bytes of UTF-8: what a database's index can hold. */
const LONGEST_FIELD = 2000;

function isTooLong(text: string | undefined): boolean {
  if (text === undefined || 3 * text.length <= LONGEST_FIELD) return false;
  return text.length > LONGEST_FIELD || utf8ToBytes(text).length > LONGEST_FIELD;
}

/** Notices of the fields that are left out of a record, since they are too long. */
export function longFieldNotices({ id, url, outlet }: Article): readonly Notice[] {
  return Object.entries({ id, url, outlet })
    .filter(([, text]) => isTooLong(text))
    .map(([name]) => ({
      code: "field-too-long",
      message: `${name}: over ${LONGEST_FIELD} bytes, left out`,
      span: null,
    }));
}

/** An article with all that is text of it well formed, without fields that are too long. */
export function wellFormedArticle(article: Article): Article {
  const given = (text: string | undefined): string | undefined => (text === undefined ? undefined : wellFormed(text));
  const short = (text: string | undefined): string | undefined => (isTooLong(text) ? undefined : given(text));
  const { id, title, text, url, outlet } = article;
  return {
    ...article,
    id: short(id),
    title: given(title),
    text: wellFormed(text),
    url: short(url),
    outlet: short(outlet),
  };
}
