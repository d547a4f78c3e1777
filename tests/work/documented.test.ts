import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Command } from "commander";
import { describe, expect, test } from "vitest";
import { addClusterCommands } from "../../src/cli/cluster-commands.js";
import { addDeskCommands } from "../../src/cli/desk-commands.js";
import { addLedgerCommands } from "../../src/cli/ledger-commands.js";
import { openWorkerMetrics } from "../../src/work/nats/worker-metrics.js";
import { ROOT } from "../cli/run.js";

const read = (path: string): string => readFileSync(join(ROOT, path), "utf8");
const COMPOSE = read("docs/compose.yaml");

/** The program's commands; each, instead of doing its work, says that it was called, and with what. */
function parsed(args: readonly string[]): readonly [command: string, options: Record<string, unknown>] {
  const program = new Command("readout").exitOverride().configureOutput({ writeErr: () => undefined });
  for (const add of [addLedgerCommands, addDeskCommands, addClusterCommands]) add(program, () => undefined);
  let called: readonly [string, Record<string, unknown>] | null = null;
  for (const command of program.commands) {
    command.exitOverride().configureOutput({ writeErr: () => undefined });
    command.action(() => {
      called = [command.name(), command.opts()];
    });
  }
  program.parse([...args], { from: "user" });
  if (called === null) throw new Error(`no command was called: ${args.join(" ")}`);
  return called;
}

/** The lines of a text that call the program. */
function callsIn(text: string): readonly string[] {
  return [...text.matchAll(/^(?:# {2,})?\.\/readout (.+?)(?: {2,}#.*)?$/gm)].flatMap(([, args]) => args?.trim() ?? []);
}

/** Items of a list of the compose file: `key:` and below it lines of `- item`. */
function listOf(key: string): readonly string[] {
  const block = new RegExp(`^ {2}${key}:\\n((?: {4}- .+\\n)+)`, "m").exec(COMPOSE)?.[1] ?? "";
  return block.split("\n").flatMap((line) => (line.startsWith("    - ") ? [line.slice(6)] : []));
}

describe("what is written is what the program takes", () => {
  test.each([...callsIn(read("docs/scale.md")), ...callsIn(COMPOSE)])("./readout %s", (args) => {
    expect(parsed(args.split(" "))[0]).toBe(args.split(" ")[0]);
  });

  test("there are calls in both", () => {
    expect(callsIn(read("docs/scale.md")).length).toBeGreaterThan(4);
    expect(callsIn(COMPOSE)).toHaveLength(1);
  });

  test("the workers of the compose file", () => {
    const [command, options] = parsed(listOf("command"));
    expect(command).toBe("work");
    expect(options).toMatchObject({ replicas: 3, host: "0.0.0.0", port: 8322, tries: 5, ackWait: 60 });
    const named = [...String(options["nats"]).matchAll(/@(broker\d):4222/g)].map(([, broker]) => broker);
    expect(named).toEqual(["broker1", "broker2", "broker3"]);
    for (const broker of named) expect(COMPOSE).toMatch(new RegExp(`^ {2}${broker}:\\n`, "m"));
    expect(COMPOSE).toContain("http://127.0.0.1:8322/healthz");
    const grace = Number(/ {2}stop_grace_period: (\d+)s\n {2}depends_on/.exec(COMPOSE)?.[1]);
    expect(grace).toBeGreaterThan(25);
  });

  test("whatever the compose file keeps running comes back after a reboot", () => {
    const services = [...COMPOSE.matchAll(/^ {2}\w+:(?: \*(\w+))?\n(?: {4}<<: \*(\w+)\n)?/gm)];
    expect(services.filter(([, , base]) => base === "broker")).toHaveLength(3);
    expect(services.filter(([, base]) => base === "worker")).toHaveLength(2);
    for (const start of ["x-broker: &broker\n", "x-worker: &worker\n", "  database:\n"]) {
      const block = COMPOSE.slice(COMPOSE.indexOf(start) + start.length).split(/^\S|^ {2}\w+\d:/m)[0] ?? "";
      expect(block, start).toMatch(/^ +restart: unless-stopped(?: |$)/m);
    }
  });

  test("the metrics are the worker's", () => {
    const table =
      read("docs/scale.md")
        .match(/^\| `(?:readout|process)_.*$/gm)
        ?.join("\n") ?? "";
    const named = [...table.matchAll(/\b(?:readout|process)_\w+/g)].map(([name]) => name);
    const none = () => 0;
    const worker = openWorkerMetrics({ engine: "e", inWork: none, waiting: none, ledgerUp: () => true, brokerUp: () => true }); // biome-ignore format: one line reads best
    const given = [...worker.text().matchAll(/^# TYPE (\w+) /gm)].map(([, name]) => name);
    expect(named.sort()).toEqual(given.sort());
  });

  test.each([
    "work --nats",
    "work --ledger postgres://u@h/d",
    "queue --nats nats://a --retry --drop",
    "work --nats nats://a --replica 3",
  ])("what it does not take is told: %s", (args) => {
    expect(() => parsed(args.split(" "))).toThrow(/argument missing|not specified|cannot be used with|unknown option/);
  });
});
