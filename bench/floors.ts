/** Runs the scorers of the labelled data and fails below the floors of `bench/floors.json`. `--raise` writes better figures down. */
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";

const FILE = "bench/floors.json";
/** One flipped document of some hundreds moves a figure by about this much; less is noise of the last digit. */
const TOLERANCE = 0.001;

const bound = z.object({ min: z.number().optional(), max: z.number().optional() });
const floorsSchema = z.object({
  acceptance: z.record(z.string(), z.number()),
  scorers: z.array(
    z.object({
      scorer: z.string(),
      data: z.string(),
      answers: z.string().optional(),
      figures: z.record(z.string(), bound),
    }),
  ),
});
type Floors = z.infer<typeof floorsSchema>;

/** The figure at a path such as `overlap 0.3/f1` of a scorer's line of JSON. */
function figureAt(line: unknown, path: string): number | null {
  let value: unknown = line;
  for (const key of path.split("/")) {
    if (typeof value !== "object" || value === null) return null;
    value = Object.entries(value).find(([name]) => name === key)?.[1];
  }
  return typeof value === "number" ? value : null;
}

/** Runs a scorer, on the project's own command or on answers that were made before. */
function score(root: string, { scorer, data, answers }: Floors["scorers"][number]): unknown {
  const given = answers === undefined ? [] : ["--answers", answers];
  const ran = spawnSync(process.execPath, [join(root, scorer), join(root, data), ".", ...given], {
    encoding: "utf8",
    maxBuffer: 1 << 28,
    stdio: ["ignore", "pipe", "inherit"],
  });
  const last = ran.stdout.trim().split("\n").at(-1) ?? "";
  console.log(`${scorer} ${data}${answers === undefined ? "" : ` (${answers})`}\n  ${last}`);
  return JSON.parse(last);
}

/** What falls short of its bound, in words. */
function shortfalls(entry: Floors["scorers"][number], line: unknown): string[] {
  return Object.entries(entry.figures).flatMap(([path, { min, max }]) => {
    const figure = figureAt(line, path);
    if (figure === null) return [`${entry.scorer} ${entry.data}: no figure “${path}”`];
    if (min !== undefined && figure < min - TOLERANCE) return [`${entry.data}: ${path} ${figure} is below ${min}`];
    if (max !== undefined && figure > max + TOLERANCE) return [`${entry.data}: ${path} ${figure} is above ${max}`];
    return [];
  });
}

/** Floors only rise: a bound moves to the figure when the figure is better. */
function raise(entry: Floors["scorers"][number], line: unknown): void {
  for (const [path, bounds] of Object.entries(entry.figures)) {
    const figure = figureAt(line, path);
    if (figure === null) continue;
    if (bounds.min !== undefined) bounds.min = Math.max(bounds.min, figure);
    if (bounds.max !== undefined) bounds.max = Math.min(bounds.max, figure);
  }
}

const root = process.env["READOUT_DATA"] ?? "../shared/bench";
const floors = floorsSchema.parse(JSON.parse(readFileSync(FILE, "utf8")));
let failed = 0;
let passed = 0;
for (const entry of floors.scorers) {
  if (!existsSync(join(root, entry.scorer))) {
    console.log(`${entry.scorer}: not found under ${root}, not measured`);
    continue;
  }
  const line = score(root, entry);
  const short = shortfalls(entry, line);
  for (const problem of short) console.error(`  ${problem}`);
  failed += short.length;
  passed += Object.keys(entry.figures).length - short.length;
  if (process.argv.includes("--raise")) raise(entry, line);
}
if (process.argv.includes("--raise")) writeFileSync(FILE, `${JSON.stringify(floors, null, 2)}\n`);
console.log(`floors: ${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
