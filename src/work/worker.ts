import { parentPort, workerData } from "node:worker_threads";
import type { Article } from "../engine/document/types.js";
import type { Relater } from "../engine/events/relate/index.js";
import { makeKnowledge } from "../engine/knowledge.js";
import { identifyLanguage } from "../intake/identify.js";
import { fastChecksum } from "../knowledge.js";
import { answersTo } from "./answer.js";
import type { Answers, Pairs, WorkerStart } from "./protocol.js";
import { Reader } from "./reader.js";

/** A thread that reads articles, each answered with its reading, or sentences with marked parties: one order after another. */
const { options, memory, thread, threads, ...files } = workerData as WorkerStart; // given by `openPool` alone
/** A thread may have two engines, one that reads and one that relates, each with a place of its own to compute in. */
const make = (engine: 0 | 1) => {
  const place = memory === null ? undefined : { memory, slot: 2 * thread + engine, slots: 2 * threads };
  return makeKnowledge({ ...files, memory: place, identifyLanguage, checksum: fastChecksum });
};
const reader = new Reader(() => make(0), options);
let relations: Relater | null = null;

function answer({ sentences, habit }: Pairs): Answers {
  relations ??= make(1).relations;
  return { answers: answersTo(sentences, relations, habit) };
}

parentPort?.on("message", (order: Article | Pairs) => {
  parentPort?.postMessage("sentences" in order ? answer(order) : reader.read(order));
});
