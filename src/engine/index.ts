/** The engine alone: pure, for Node, workers and browsers. Who calls it reads the files. */
export { DataError, InputError } from "./base/errors.js";
export { makeOffsetMap, type OffsetMap } from "./document/offset-map.js";
export type { Article } from "./document/types.js";
export { type Knowledge, type KnowledgeFiles, makeKnowledge } from "./knowledge.js";
export { type ReadOptions, readArticle } from "./read.js";
export type { ReadoutRecord } from "./record.js";
