import type { Span } from "./engine/base/span.js";
import type { Article } from "./engine/document/types.js";
import type { Relation } from "./engine/events/relate/index.js";
import { type ReadOptions, readArticle as readWith } from "./engine/read.js";
import type { ReadoutRecord } from "./engine/record.js";
import { defaultKnowledge } from "./knowledge.js";

export type { Article } from "./engine/document/types.js";
export type { Relation } from "./engine/events/relate/index.js";
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

/**
 * Tells the event that a sentence reports between two parties, in the habit of the public relation data.
 *
 * @param sentence One sentence, or a short text of which the sentence that holds both parties counts.
 * @param source Where the one who acts stands, `[start, end)` in UTF-16 code units; `null` where it is not marked.
 * @param target Where the one acted on stands.
 * @returns The likeliest event always, with how likely it is and how likely there is none.
 * @throws ModelError on the first call when the package's own files are damaged.
 */
export function relate(sentence: string, source: Span | null, target: Span | null): Relation {
  return defaultKnowledge().relations.inText(sentence, source, target);
}
