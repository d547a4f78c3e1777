import { existsSync, readFileSync } from "node:fs";
import { readDocument } from "../../../src/engine/document/document.js";
import { DOCUMENT_TABLES, type DocumentLexicon, makeDocumentLexicon } from "../../../src/engine/document/lexicon.js";
import type { Article, SourceDocument } from "../../../src/engine/document/types.js";

const root = new URL("../../../", import.meta.url);

function read(path: string): string {
  const url = new URL(path, root);
  return existsSync(url) ? readFileSync(url, "utf8") : "";
}

const tables = new Map(
  DOCUMENT_TABLES.map((file) => [file, read(`data/${file}`)] as const).filter(([, text]) => text !== ""),
);

/** The lexicon the project ships. */
export const lexicon: DocumentLexicon = makeDocumentLexicon(tables, read("models/words.txt"));

/** Reads a text, or an article, with repair. */
export function open(article: string | Article): SourceDocument {
  return readDocument(typeof article === "string" ? { text: article } : article, { repair: true }, lexicon);
}

/** The repaired text of a received one. */
export function mend(text: string): string {
  return open(text).text;
}

/** Body text that stands after a headline in tests. */
export const BODY =
  "The two presidents discussed trade and the water supply of the region, the ministry said on Monday.";
