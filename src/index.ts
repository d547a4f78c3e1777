import type { Article } from "./engine/document/types.js";
import { type ReadOptions, readArticle as readWith } from "./engine/read.js";
import type { ReadoutRecord } from "./engine/record.js";
import { defaultKnowledge } from "./knowledge.js";

export type { Article } from "./engine/document/types.js";
export { type Knowledge, type KnowledgeFiles, makeKnowledge } from "./engine/knowledge.js";
export type { ReadOptions } from "./engine/read.js";
export type { ReadoutRecord } from "./engine/record.js";

/**
 * Reads one article into its record, with the knowledge that comes with the package.
 *
 * The first call reads `data/` and `models/` (about a third of a second); after that a call touches no file, no
 * network and no clock. The same article and options give the same record.
 *
 * @throws DataError or ModelError on the first call when the package's own files are damaged.
 * @example
 * import { readArticle } from "readout";
 * const record = readArticle({ text: "…", published: "2021-10-05" });
 */
export function readArticle(article: Article, options: ReadOptions = {}): ReadoutRecord {
  return readWith(article, defaultKnowledge(), options);
}
