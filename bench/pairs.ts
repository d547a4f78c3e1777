/**
 * Measures the pair model on the written sentences that no training saw, in the manual's habit, and prints one line of
 * JSON: rows, share of right events among rows with one, share of right third digits of CAMEO, F1 of contexts, share of
 * rows without an event that are told so.
 *
 * usage: node dist/bench/pairs.js
 */
import { join } from "node:path";
import { defaultKnowledge } from "../src/knowledge.js";
import { ROOT } from "../src/root.js";
import { keptExamples } from "../train/events/examples.js";
import { measurePairs } from "./measure-pairs.js";

const { relations } = defaultKnowledge();
const rows = keptExamples(join(ROOT, "data", "written"));
console.log(JSON.stringify(measurePairs(rows, (marked) => relations.marked(marked, "manual"))));
