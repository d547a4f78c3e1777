import type { Span } from "./base/span.js";
import { readDocument } from "./document/document.js";
import type { Article, SourceDocument } from "./document/types.js";
import { longFieldNotices, wellFormedArticle } from "./document/well-formed.js";
import type { Knowledge } from "./knowledge.js";
import type { Sentence } from "./language/types.js";
import type { Notice } from "./record.js";

/** How an article is to be read. */
export interface ReadOptions {
  /** Whether to undo what typesetting and scraping did (default true). */
  readonly repair?: boolean | undefined;
  /** ISO day of publication that goes before any other. */
  readonly published?: string | undefined;
  /** Who published this copy. */
  readonly outlet?: string | undefined;
  /** Whether events say at length why they are coded as they are: the way in the tree and the other codes thought of. */
  readonly explain?: boolean | undefined;
}

/** An article in sentences, before anything is found in it. */
export interface Opened {
  readonly article: Article;
  readonly document: SourceDocument;
  readonly english: boolean;
  readonly sentences: readonly Sentence[];
  readonly outlet: string | null;
  /** Country of the government that publishes, where one does. */
  readonly publisher: string | null;
  readonly leftOut: readonly Notice[];
}

export function openArticle(given: Article, knowledge: Knowledge, options: ReadOptions): Opened {
  const article = wellFormedArticle(given);
  const document = readDocument(article, { repair: options.repair ?? true }, knowledge.document);
  const english = document.language === "en";
  const leftOut: Notice[] = [...longFieldNotices(given)];
  const tooLong = (span: Span) => void leftOut.push(tooLongNotice(span));
  const sentences = english ? knowledge.language.analyse(document.text, bodySpans(document), tooLong) : [];
  const outlet = options.outlet ?? article.outlet ?? null;
  return { article, document, english, sentences, outlet, publisher: publisherCode(outlet, knowledge), leftOut };
}

function tooLongNotice([start, end]: Span): Notice {
  const message = `a sentence of more than ten thousand words: its last ${end - start} characters were not read`;
  return { code: "sentence-too-long", message, span: [start, end] };
}

/** The paragraphs without the frame's lines, which are no sentences. */
function bodySpans(document: SourceDocument): readonly Span[] {
  const spans: Span[] = [];
  for (const [start, end] of document.paragraphs) {
    let at = start;
    for (const [from, to] of document.frame) {
      if (to <= at || from >= end) continue;
      if (from > at) spans.push([at, from]);
      at = Math.max(at, to);
    }
    if (at < end) spans.push([at, end]);
  }
  return spans;
}

/** Code of the government whose own site or press office published the text. */
function publisherCode(outlet: string | null, knowledge: Knowledge): string | null {
  if (outlet === null) return null;
  const words = outlet
    .replace(/\(.*?\)/g, " ")
    .trim()
    .split(/\s+/);
  const index = knowledge.actors.names;
  for (let length = Math.min(words.length, 8); length > 0; length--)
    for (let from = 0; from + length <= words.length; from++)
      for (const entry of index.lookup(
        words
          .slice(from, from + length)
          .join(" ")
          .replace(/^the /i, ""),
      )) {
        if (entry.kind === "body") return entry.code;
        if (entry.kind === "country" && words.length > length) return entry.code;
      }
  return null;
}
