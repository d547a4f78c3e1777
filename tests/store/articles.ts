import type { Article } from "../../src/engine/document/types.js";
import { readArticle } from "../../src/engine/read.js";
import { sketchOf } from "../../src/engine/stories/index.js";
import type { NewArticle } from "../../src/store/index.js";
import { knowledge } from "../data/knowledge.js";

/** An article as `readout ingest` would save it. */
export function read(article: Article, engine = "1"): NewArticle {
  const record = readArticle(article, knowledge);
  return {
    record,
    sketch: sketchOf(record, knowledge.stories),
    engine,
    source: `test/${article.id}`,
    added: "2023-03-20T08:00:00Z",
  };
}
