/**
 * Ends an ingest by kill -9 at random moments and goes on, thirty times: the ledger must open, hold every article it held
 * before, none twice, and the last run must finish.
 *
 * usage: node dist/bench/kill.js [--kills 30] [--articles 3000] [--within 2000]   (one line of JSON; status 1 when anything was
 * lost; three kills in four come within so many milliseconds of the first writing, one comes before it)
 */
import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { openLedger } from "../src/store/index.js";
import { generateArticles } from "./articles.js";

const { values } = parseArgs({
  options: {
    kills: { type: "string", default: "30" },
    articles: { type: "string", default: "3000" },
    within: { type: "string", default: "2000" },
  },
});
const folder = mkdtempSync(join(tmpdir(), "readout-kill-"));
const [source, ledger] = [join(folder, "articles.jsonl"), join(folder, "ledger.db")];
/** Short articles: what is tried is saving, not reading. */
const shortened = [...generateArticles(Number(values.articles))].map((one) => ({
  ...one,
  text: one.text
    .split("\n\n")
    .filter((_, at) => at === 0 || at === 2)
    .join("\n\n"),
}));
writeFileSync(source, shortened.map((one) => `${JSON.stringify(one)}\n`).join(""));
const ARGUMENTS = ["dist/src/cli/main.js", "ingest", source, "--ledger", ledger];

const BEFORE_WRITING = 500;

/** Whether the ledger is being written: a log that was opened alone is empty, and one that was closed is gone. */
function isWritten(): boolean {
  return (statSync(`${ledger}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0;
}

/** Starts an ingest and kills it, early or when it writes; the moment differs from run to run on purpose. */
function runAndKill(isEarly: boolean): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ARGUMENTS, { stdio: "ignore" });
    const killWithin = (time: number) => setTimeout(() => child.kill("SIGKILL"), Math.random() * time);
    const watch = setInterval(() => {
      if (!isEarly && !isWritten()) return;
      clearInterval(watch);
      killWithin(isEarly ? BEFORE_WRITING : Number(values.within));
    }, 10);
    child.on("close", (_, signal) => {
      clearInterval(watch);
      resolve(signal === "SIGKILL");
    });
  });
}

const known = new Set<string>();
let [kills, lost, faults] = [0, 0, 0];
/** Articles that were there after each kill: none where it came before the first was saved. */
const held: number[] = [];
while (kills < Number(values.kills)) {
  if (!(await runAndKill(kills % 4 === 3))) break; // it had finished
  kills++;
  if (!existsSync(ledger)) continue;
  const opened = await openLedger(ledger, "create");
  const ids = (await opened.documents()).map(({ id }) => id);
  const now = new Set(ids);
  for (const id of known) if (!now.has(id)) lost++;
  if (now.size !== ids.length) faults++;
  for (const id of ids) known.add(id);
  held.push(ids.length);
  await opened.close();
}
const last = spawnSync(process.execPath, ARGUMENTS, { encoding: "utf8" });
const opened = await openLedger(ledger, "read");
const { documents } = await opened.counts();
const wrong = await opened.check();
await opened.close();
const sound = last.status === 0 && lost === 0 && faults === 0 && wrong.length === 0;
console.log(
  JSON.stringify({
    kills,
    duringSaving: new Set(held.filter((count) => count > 0)).size,
    lost,
    doubled: faults,
    documents,
    wrong: wrong.length,
    finished: last.status === 0,
    sound,
  }),
);
rmSync(folder, { recursive: true, force: true });
process.exitCode = sound ? 0 : 1;
