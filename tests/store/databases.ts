import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { type Ledger, openLedger } from "../../src/store/index.js";
import { ROOT } from "../cli/run.js";

/** Makes new ledgers of one kind, each of its own. */
export interface LedgerMaker {
  readonly kind: string;
  /** Name of a ledger that is not there yet. */
  fresh(): Promise<string>;
  open(name: string): Promise<Ledger>;
  drop(): Promise<void>;
}

const SCRIPT = join(ROOT, "scripts", "postgres.sh");

export function sqliteMaker(): LedgerMaker {
  const folder = mkdtempSync(join(tmpdir(), "readout-ledger-"));
  let count = 0;
  return {
    kind: "SQLite",
    fresh: async () => join(folder, `ledger-${++count}.db`),
    open: (name) => openLedger(name, "create"),
    drop: async () => rmSync(folder, { recursive: true, force: true }),
  };
}

/**
 * A PostgreSQL of the tests' own, or `null` where none is installed: then one line says so, and under `CI=true` the
 * suite fails.
 */
export function postgresMaker(): LedgerMaker | null {
  const folder = mkdtempSync(join(tmpdir(), "readout-postgres-"));
  const started = spawnSync(SCRIPT, ["start", folder], { encoding: "utf8" });
  if (started.status !== 0) {
    rmSync(folder, { recursive: true, force: true });
    if (process.env["CI"] === "true") throw new Error(`no PostgreSQL for the tests: ${started.stderr}`);
    process.stderr.write(
      `ledger tests: PostgreSQL was not found, so only SQLite is tried (${started.stderr.trim()})\n`,
    );
    return null;
  }
  const server = started.stdout.trim();
  let count = 0;
  return {
    kind: "PostgreSQL",
    async fresh() {
      const client = new pg.Client({ connectionString: server });
      await client.connect();
      const name = `ledger_${++count}`;
      await client.query(`create database ${name}`);
      await client.end();
      return server.replace(/\/postgres$/, `/${name}`);
    },
    open: (name) => openLedger(name, "create"),
    async drop() {
      spawnSync(SCRIPT, ["stop", folder]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
