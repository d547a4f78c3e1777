import { parentPort, workerData } from "node:worker_threads";
import { makeKnowledge } from "../engine/knowledge.js";
import { identifyLanguage } from "../intake/identify.js";
import { fastChecksum } from "../knowledge.js";
import type { Order, WorkerStart } from "./protocol.js";
import { Reader } from "./reader.js";

/** A thread that reads articles: one order at a time, answered with as many readings as it has articles. */
const { options, ...files } = workerData as WorkerStart; // given by `openPool` alone
const reader = new Reader(() => makeKnowledge({ ...files, identifyLanguage, checksum: fastChecksum }), options);

parentPort?.on("message", ({ number, articles }: Order) => {
  parentPort?.postMessage({ number, readings: articles.map((article) => reader.read(article)) });
});
