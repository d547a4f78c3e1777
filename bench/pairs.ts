/**
 * Measures the pair model, by the manual, on sentences that no training saw, and prints one line of JSON: rows,
 * share of right events among rows with one, share of right third digits of CAMEO, F1 of contexts, share of rows without
 * an event that are told so.
 *
 * usage: node dist/bench/pairs.js [--first | --real]
 *
 * The sentences are the project's own, with the second readings (`data/written/second`) in place of the first readers'
 * contexts; `--first` leaves those out. `--real` takes the labelled pairs of real sentences instead, whose texts are looked
 * for under `READOUT_DATA`, in the record's habit, and prints besides how many of the events that a record would take of a
 * verb's first party are right, and how many of all it takes.
 */
import { join } from "node:path";
import { defaultKnowledge } from "../src/knowledge.js";
import { ROOT } from "../src/root.js";
import { keptExamples, keptLabels } from "../train/events/examples.js";
import { readTwice, secondReadings } from "../train/events/second.js";
import { data } from "../train/events/tools.js";
import { measurePairs, measureTaken } from "./measure-pairs.js";

const { relations } = defaultKnowledge();
const real = process.argv.includes("--real");
const answer = (marked: string) => relations.marked(marked, real ? "record" : "manual");
const written = join(ROOT, "data", "written");
if (real) {
  const rows = keptLabels(join(ROOT, "data", "labels"), data);
  if (rows.length === 0) {
    console.error("the texts of data/labels were not found: READOUT_DATA names the folder of the labelled data");
    process.exit(1);
  }
  console.log(JSON.stringify({ ...measurePairs(rows, answer), ...measureTaken(rows, answer) }));
} else {
  const kept = keptExamples(written);
  const rows = process.argv.includes("--first") ? kept : readTwice(kept, secondReadings(written));
  console.log(JSON.stringify(measurePairs(rows, answer)));
}
