import type { Span } from "../base/span.js";
import type { Notice, Repair } from "../record.js";

/** An article as it comes in. `text` is the decoded string; for HTML the extracted text. */
export interface Article {
  readonly id?: string | undefined;
  readonly title?: string | undefined;
  readonly text: string;
  /** ISO day (or date-time, of which the day counts) of publication, in the publisher's zone. */
  readonly published?: string | undefined;
  readonly url?: string | undefined;
  readonly outlet?: string | undefined;
  readonly language?: string | undefined;
}

/** The article after repair, with its frame (title, dateline, credit) told apart from its body. */
export interface SourceDocument {
  /** Text as received: title, blank line, text when a title was given apart; else the text. */
  readonly received: string;
  /** sha256 of `received`, hex. */
  readonly hash: string;
  /** Text after repair; every span of the record counts in it. */
  readonly text: string;
  readonly repairs: readonly Repair[];
  readonly notices: readonly Notice[];
  /** Paragraphs in order, without outer white space and without what `frame` holds; the title, where there is one, is the first. */
  readonly paragraphs: readonly Span[];
  readonly title: Span | null;
  /** Header lines that are no news text (byline, dateline, date line, credit): kept in the text, not read as sentences. */
  readonly frame: readonly Span[];
  /** News agency by its usual name, with where the text says so. */
  readonly agency: { readonly name: string; readonly span: Span } | null;
  readonly byline: string | null;
  readonly dateline: {
    readonly place: string;
    readonly country: string | null;
    readonly span: Span;
  } | null;
  /** A day printed in dateline, header or credit line (“Oct 5, 2021”): ISO day or prefix; month and day alone as `--10-05`. */
  readonly printedDay: { readonly value: string; readonly span: Span } | null;
  /** ISO 639-1 code of the text's language. */
  readonly language: string;
}
