/**
 * The largest articles there may be, each of one kind of text throughout: what `readout code` takes for them.
 *
 * usage: node dist/bench/largest.js [--length 5242000] [--only NAME,NAME]   (a line of JSON for each)
 *
 * Each is read by a program of its own. `seconds` are of the processor, all threads together; `clock` is what it took on
 * the machine as it was; `megabytes` is the most memory at once; `output` what was printed.
 */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { ADVERSARIES } from "./adversaries.js";
import { LEAD } from "./growth/inputs.js";
import { runProgram } from "./run-program.js";

/** Kinds of text, from what no engine need fear to what costs most. */
const KINDS = [
  "straight quotes", "opening quotes", "quotes nested", "hyphens", "letters with hyphens", "opening brackets", "brackets nested", "capitals without a blank", "words in capitals", "single capitals", "single letters",
  "digits", "spaced digits", "accents alone", "one letter with all accents", "faces", "carriage returns", "tags", "letters without a blank", "one sentence", "sentences",
] as const; // biome-ignore format: a list

const { values } = parseArgs({
  options: { length: { type: "string", default: "5242000" }, only: { type: "string" } },
});
async function measure(kind: string, text: string, folder: string) {
  const path = join(folder, "article.txt");
  writeFileSync(path, text);
  const { status, seconds, clock, megabytes, output, said } = await runProgram(["code", path, "--format", "json"]);
  return { kind, length: text.length, status, seconds, clock, megabytes, output, said: said.slice(0, 200) };
}

const folder = mkdtempSync(join(tmpdir(), "readout-largest-"));
const only = values.only?.split(",");
for (const kind of KINDS) {
  const make = ADVERSARIES.get(kind);
  if (make === undefined) throw new TypeError(`no such kind: ${kind}`);
  if (only !== undefined && !only.includes(kind)) continue;
  const length = Number(values.length) - LEAD.length;
  console.log(JSON.stringify(await measure(kind, LEAD + make(length).slice(0, length), folder)));
}
rmSync(folder, { recursive: true, force: true });
