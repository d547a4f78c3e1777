/** Writes `data/record.schema.json` from the record's definition; with `--check`, fails when the file is not what it would write. */
import { readFileSync, writeFileSync } from "node:fs";
import { z } from "zod";
import { recordSchema } from "../src/engine/record.js";

const FILE = "data/record.schema.json";
const schema = { title: "Readout record", ...z.toJSONSchema(recordSchema) };
const text = `${JSON.stringify(schema, null, 2)}\n`;

if (process.argv.includes("--check")) {
  let current = "";
  try {
    current = readFileSync(FILE, "utf8");
  } catch {
    // A missing file is a difference like any other.
  }
  if (current !== text) {
    console.error(`${FILE} is not what the record's definition gives: run node dist/scripts/schema.js`);
    process.exitCode = 1;
  }
} else {
  writeFileSync(FILE, text);
}
