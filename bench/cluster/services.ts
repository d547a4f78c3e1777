/** A cluster of brokers and a database for one run, thrown away after it. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";

export interface Services {
  readonly nats: string;
  readonly postgres: string;
  killNode(node: number): void;
  startNode(node: number): void;
  killDatabase(): void;
  startDatabase(): void;
  /** Cuts all connections to the database; gives how many there were. */
  cutConnections(): Promise<number>;
  drop(): void;
}

function script(name: string, ...args: readonly string[]): string {
  const run = spawnSync(`scripts/${name}.sh`, args, { encoding: "utf8" });
  if (run.status !== 0) throw new Error(`scripts/${name}.sh ${args[0]}: ${run.stderr.trim()}`);
  return run.stdout.trim();
}

export function startServices(nodes: number): Services {
  // Each in a folder of its own: the database runs as another user.
  const [brokers, database] = [
    mkdtempSync(join(tmpdir(), "readout-brokers-")),
    mkdtempSync(join(tmpdir(), "readout-database-")),
  ];
  const postgres = script("postgres", "start", database);
  const nats = script("nats", "start", brokers, String(nodes));
  return {
    nats,
    postgres,
    killNode: (node) => void script("nats", "kill", brokers, String(node)),
    startNode: (node) => void script("nats", "again", brokers, String(node)),
    killDatabase: () => void script("postgres", "kill", database),
    startDatabase: () => void script("postgres", "again", database),
    cutConnections: () => cut(postgres),
    drop: () => {
      script("nats", "stop", brokers);
      script("postgres", "stop", database);
      for (const folder of [brokers, database]) rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function cut(postgres: string): Promise<number> {
  const client = new pg.Client({ connectionString: postgres });
  await client.connect();
  const others = "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()"; // biome-ignore format: one line reads best
  const { rowCount } = await client.query(others);
  await client.end();
  return rowCount ?? 0;
}
