import { existsSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { ROOT } from "../root.js";
import { isPostgres, openLedger } from "../store/index.js";
import { readVersion } from "./engine-version.js";
import { STATUS } from "./status.js";

/** Packages without which some command does not work. */
const PACKAGES: readonly (readonly [name: string, what: string])[] = [
  ["pg", "ledgers in PostgreSQL"],
  ["@mozilla/readability", "web pages"],
  ["@rowanmanning/feed-parser", "feeds"],
  ["warcio", "web archives"],
];
const OLDEST_NODE = 20;

/** Runs `readout doctor`: a line for each thing that matters, with what to do where one is missing. */
export async function doctor(name: string): Promise<number> {
  let sound = true;
  const say = (good: boolean, line: string): void => {
    sound &&= good;
    process.stdout.write(`${good ? "ok     " : "missing"}  ${line}\n`);
  };
  process.stdout.write(`readout ${readVersion()} in ${ROOT}\n`);
  say(
    Number(process.versions.node.split(".")[0]) >= OLDEST_NODE,
    `Node.js ${process.versions.node} (${OLDEST_NODE} or newer)`,
  );
  for (const file of ["models/language.bin", "models/words.txt", "data"])
    say(existsSync(join(ROOT, file)), `${file}${existsSync(join(ROOT, file)) ? "" : ": fetch the package again"}`);
  const sqlite = await sqliteOpens();
  say(sqlite, `better-sqlite3, for ledgers in a file${sqlite ? "" : ": run npm rebuild better-sqlite3"}`);
  for (const [wanted, what] of PACKAGES) {
    const there = await loads(wanted);
    say(there, `${wanted}, for ${what}${there ? "" : ": run npm ci"}`);
  }
  await ledgerLines(name, say);
  return sound ? STATUS.read : STATUS.failed;
}

/** Whether a ledger opens, in memory alone: the driver's package can be there without the library that its script fetches. */
async function sqliteOpens(): Promise<boolean> {
  try {
    await (await openLedger(":memory:", "create")).close();
    return true;
  } catch {
    return false;
  }
}

async function loads(name: string): Promise<boolean> {
  try {
    await import(name);
    return true;
  } catch {
    return false;
  }
}

async function ledgerLines(name: string, say: (good: boolean, line: string) => void): Promise<void> {
  const where = isPostgres(name) ? "PostgreSQL" : resolve(name);
  if (!isPostgres(name) && !existsSync(name)) {
    say(true, `no ledger yet at ${where}; readout ingest makes one`);
    return;
  }
  try {
    const ledger = await openLedger(name, "read");
    const { documents, copies, stories, events, contacts, unattached } = await ledger.counts();
    const size = isPostgres(name) ? "" : `, ${(statSync(name).size / 1e6).toFixed(1)} MB`;
    say(true, `ledger ${ledger.name} (${where}${size})`);
    say(
      true,
      `${documents} documents (${copies} copies) in ${stories} stories, ${contacts} contacts, ${events} events`,
    );
    if (unattached > 0) say(true, `${unattached} judgements fit no item of their document any more`);
    await ledger.close();
  } catch (error) {
    say(false, error instanceof Error ? error.message : String(error));
  }
}
