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
const { options, ...files } = workerData as WorkerStart; // given by `openPool` alone
const make = () => makeKnowledge({ ...files, identifyLanguage, checksum: fastChecksum });
const reader = new Reader(make, options);
let relations: Relater | null = null;

function answer({ sentences }: Pairs): Answers {
  relations ??= make().relations;
  return { answers: answersTo(sentences, relations) };
}

parentPort?.on("message", (order: Article | Pairs) => {
  parentPort?.postMessage("sentences" in order ? answer(order) : reader.read(order));
});
