import type { Article } from "./types.js";

/** Zeros, which PostgreSQL cannot keep, and halves of surrogate pairs, which no UTF-8 can. */
const UNFIT = /\0|\p{Surrogate}/gu;

/** A text that every ledger and file gives back as it was: each code unit unfit for it is U+FFFD, so that offsets stay. */
export function wellFormed(text: string): string {
  return text.replace(UNFIT, "\ufffd");
}

/** An article with all that is text of it well formed. */
export function wellFormedArticle(article: Article): Article {
  const given = (text: string | undefined): string | undefined => (text === undefined ? undefined : wellFormed(text));
  const { id, title, text, url, outlet } = article;
  return {
    ...article,
    id: given(id),
    title: given(title),
    text: wellFormed(text),
    url: given(url),
    outlet: given(outlet),
  };
}
