import type { Article } from "../../src/engine/document/types.js";
import type { Knowledge } from "../../src/engine/knowledge.js";
import { readArticle } from "../../src/engine/read.js";
import { runStages } from "../stages.js";

const RUNS = 5;

function milliseconds(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** Processor time of the work on an article, in milliseconds: the mean over all of them, of each the least of some runs, since what else runs only slows. */
export function perArticle<T>(articles: readonly T[], work: (article: T) => void): number {
  const least = articles.map(() => Number.POSITIVE_INFINITY);
  for (let run = 0; run <= RUNS; run++)
    for (const [i, article] of articles.entries()) {
      const time = milliseconds(() => work(article));
      if (run > 0) least[i] = Math.min(least[i] ?? time, time); // the first warms up
    }
  return least.reduce((sum, time) => sum + time, 0) / articles.length;
}

/** Where the time goes: processor time an article, and of that the share of every stage in per cent; `record` is what is left. */
export function measureStages(articles: readonly Article[], knowledge: Knowledge) {
  let [sentences, words] = [0, 0];
  for (const { text } of articles)
    for (const { tokens } of knowledge.language.analyse(text, [[0, text.length]])) {
      sentences++;
      words += tokens.length;
    }
  const least = new Map<string, number>();
  for (const { text } of articles) {
    const here = new Map<string, number>();
    for (let run = 0; run < RUNS; run++)
      runStages(text, knowledge, (stage, work) => {
        let result: ReturnType<typeof work> | null = null;
        const time = milliseconds(() => {
          result = work();
        });
        here.set(stage, Math.min(here.get(stage) ?? time, time));
        return result as ReturnType<typeof work>; // the work was done
      });
    for (const [stage, time] of here) least.set(stage, (least.get(stage) ?? 0) + time / articles.length);
  }
  const whole = perArticle(articles, (article) => void readArticle(article, knowledge));
  const known = [...least.values()].reduce((sum, time) => sum + time, 0);
  const share = (time: number): number => Math.round((time / Math.max(whole, known)) * 1000) / 10;
  return {
    sentences: Math.round((sentences / articles.length) * 10) / 10,
    words: Math.round(words / articles.length),
    milliseconds: Math.round(whole * 10) / 10,
    shares: {
      ...Object.fromEntries([...least].map(([stage, time]) => [stage, share(time)])),
      record: share(Math.max(0, whole - known)),
    },
  };
}
