/**
 * Measures the pair model on the written sentences that no training saw, in the manual's habit, and prints one line of
 * JSON: rows, share of right events among rows with one, share of right third digits of CAMEO, F1 of contexts, share of
 * rows without an event that are told so.
 *
 * usage: node dist/bench/pairs.js [--first]
 *
 * The labels are the first readers' with the second readings in their place (`data/written/second`); `--first` leaves those out.
 */
import { join } from "node:path";
import { defaultKnowledge } from "../src/knowledge.js";
import { ROOT } from "../src/root.js";
import { keptExamples } from "../train/events/examples.js";
import { readTwice, secondReadings } from "../train/events/second.js";
import { measurePairs } from "./measure-pairs.js";

const { relations } = defaultKnowledge();
const written = join(ROOT, "data", "written");
const first = process.argv.includes("--first");
const kept = keptExamples(written);
const rows = first ? kept : readTwice(kept, secondReadings(written));
console.log(JSON.stringify(measurePairs(rows, (marked) => relations.marked(marked, "manual"))));
