import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import type { Notice } from "../record.js";
import { findFrame } from "./frame.js";
import { detectLanguage, languageName } from "./language.js";
import type { DocumentLexicon } from "./lexicon.js";
import { makeOffsetMap } from "./offset-map.js";
import { type Repaired, repairText } from "./repair.js";
import type { Article, SourceDocument } from "./types.js";
import { wellFormed } from "./well-formed.js";

export interface DocumentOptions {
  /** Whether to undo what typesetting and scraping did; if not, the text stays as received, untrimmed. */
  readonly repair: boolean;
}

/**
 * Turns an article as it came in into a document: text repaired with every repair on record, its frame told apart
 * from its body, its language known. Pure; time grows linearly with the text.
 */
export function readDocument(article: Article, options: DocumentOptions, lexicon: DocumentLexicon): SourceDocument {
  const title = titleOf(article);
  const received = receivedText(article);
  const { text, repairs }: Repaired = options.repair
    ? repairText(received, title.length, lexicon)
    : { text: received, repairs: [] };
  const titleEnd = title === "" ? 0 : makeOffsetMap(repairs).toText([0, title.length])[1];
  const language = detectLanguage(text, article.language, lexicon.languages, lexicon.identify, lexicon.words);
  return {
    received,
    hash: hashOf(received),
    text,
    repairs,
    notices: languageNotices(language, lexicon),
    ...findFrame(text, titleEnd, lexicon),
    language,
  };
}

/** An article's text as received: title, blank line, text when a title was given apart; else the text. */
export function receivedText(article: Article): string {
  const [title, body] = [titleOf(article), withoutMark(article.text)];
  return title === "" ? body : `${title}\n\n${body}`;
}

/** Length of an article, title and text, in UTF-16 code units: what bounds of size and time go by. */
export function lengthOf({ title = "", text }: Article): number {
  return title.length + text.length;
}

/** The hash that names a document: sha256 of its text as received, hex. */
export function hashOf(received: string): string {
  return bytesToHex(sha256(utf8ToBytes(received)));
}

function titleOf({ title = "" }: Article): string {
  return withoutMark(title).trim() === "" ? "" : withoutMark(title);
}

function withoutMark(text: string): string {
  return wellFormed(text.startsWith("\ufeff") ? text.slice(1) : text);
}

function languageNotices(language: string, { languages }: DocumentLexicon): readonly Notice[] {
  if (language === "en") return [];
  const message = `The text is in ${languageName(language, languages)}; only English is read.`;
  return [{ code: "language", message, span: null }];
}
