import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { modelFile, sectionsOf } from "../../train/language/model-file.js";
import { ROOT } from "../cli/run.js";

test("the sections of a model file make the same file again", () => {
  const file = readFileSync(join(ROOT, "models", "events.bin"));
  expect(Buffer.compare(Buffer.from(modelFile(sectionsOf(file), true)), file)).toBe(0);
});
