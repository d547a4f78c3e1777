import { parentPort, workerData } from "node:worker_threads";
import type { Article } from "../engine/document/types.js";
import { makeKnowledge } from "../engine/knowledge.js";
import { identifyLanguage } from "../intake/identify.js";
import { fastChecksum } from "../knowledge.js";
import type { WorkerStart } from "./protocol.js";
import { Reader } from "./reader.js";

/** A thread that reads articles: one after another, each answered with its reading. */
const { options, ...files } = workerData as WorkerStart; // given by `openPool` alone
const reader = new Reader(() => makeKnowledge({ ...files, identifyLanguage, checksum: fastChecksum }), options);

parentPort?.on("message", (article: Article) => {
  parentPort?.postMessage(reader.read(article));
});
