import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { rowName } from "./answers.js";
import type { Example } from "./examples.js";

/** What a second reader made of a written sentence; what it leaves as the first reader put it is `null`. */
interface Reading {
  readonly cameo: string | null;
  readonly context: readonly string[] | null;
}

/** The second readings of written sentences, by the names of their rows. */
export function secondReadings(written: string): ReadonlyMap<string, Reading> {
  const file = join(written, "second", "readings.tsv");
  const found = new Map<string, Reading>();
  const lines = existsSync(file) ? readFileSync(file, "utf8").split("\n") : [];
  for (const line of lines) {
    const [row = "", cameo = "", context = ""] = line.split("\t");
    if (line === "" || line.startsWith("#") || row === "row") continue;
    if (found.has(row)) throw new RangeError(`${file}: row ${row} stands twice`);
    found.set(row, {
      cameo: cameo === "" ? null : cameo.slice(0, 3),
      context: context === "" ? null : context.split("|"),
    });
  }
  return found;
}

/** Whether a second reader read a sentence's contexts. */
export function isReadTwice(example: Example, readings: ReadonlyMap<string, Reading>): boolean {
  return readings.get(rowName(example.marked))?.context != null;
}

/** Examples with what the second reader put in place of the first reader's labels. */
export function readTwice(examples: readonly Example[], readings: ReadonlyMap<string, Reading>): readonly Example[] {
  return examples.map((example) => {
    const reading = readings.get(rowName(example.marked));
    if (reading === undefined) return example;
    return { ...example, cameo: reading.cameo ?? example.cameo, context: reading.context ?? example.context };
  });
}
