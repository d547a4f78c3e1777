import type { Article } from "../engine/document/types.js";
import type { Knowledge } from "../engine/knowledge.js";
import { type ReadOptions, readArticle } from "../engine/read.js";
import { sketchOf } from "../engine/stories/index.js";
import type { Reading } from "./protocol.js";

/** Reads one article; one that breaks the engine is a failure of its own and does not stop the others. */
export function readOne(article: Article, knowledge: Knowledge, options: ReadOptions): Reading {
  try {
    const record = readArticle(article, knowledge, options);
    return { record, sketch: sketchOf(record, knowledge.stories) };
  } catch (error) {
    return { failure: error instanceof Error ? `${error.name}: ${error.message}` : String(error) };
  }
}
