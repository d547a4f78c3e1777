import { readKnowledgeFiles } from "../knowledge.js";
import type { Deps } from "../server/deps.js";
import { openPool, type Pool } from "../work/pool.js";
import { engineVersion } from "./engine-version.js";

/** Reads single articles in a thread of its own, so that the server goes on answering. It starts with the first article. */
export interface ArticleReader {
  readonly read: NonNullable<Deps["read"]>;
  close(): Promise<void>;
}

export function openArticleReader(): ArticleReader {
  let started: { readonly pool: Pool; readonly engine: string } | null = null;
  const start = (): { readonly pool: Pool; readonly engine: string } => {
    const files = readKnowledgeFiles();
    return { pool: openPool(files, 1, {}), engine: engineVersion(files) };
  };
  return {
    read: async (article, now) => {
      started ??= start();
      const [reading] = await started.pool.read([article]);
      if (reading === undefined || "failure" in reading)
        throw new Error(`the article could not be read: ${reading?.failure ?? "no answer"}`);
      return { ...reading, engine: started.engine, source: article.url ?? "added by hand", added: now };
    },
    close: async () => {
      await started?.pool.close();
    },
  };
}
