import { type ChildProcess, spawn } from "node:child_process";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openLedger } from "../../../src/store/index.js";
import { MAIN, ROOT, readout, scratch } from "../../cli/run.js";
import { openServices, type Services, someArticles, until } from "./support.js";

const services = openServices();
afterAll(() => services?.drop());

/** Time five runs of the program may take on a machine that has much else to do, in milliseconds. */
const LONG = 300_000;

/** Nobody listens on this port: it is reserved. */
const NOBODY = "nats://127.0.0.1:1";

describe("what a user does wrong is said in one line", () => {
  const cases: readonly (readonly [args: string, status: number, said: RegExp])[] = [
    [`work --nats ${NOBODY}`, 2, /^readout: \.\/ledger\.db: workers share a ledger in PostgreSQL: --ledger postgres:/],
    [
      `work --nats ${NOBODY} --ledger postgres://u@127.0.0.1:1/x`,
      1,
      /^readout: nats:\/\/127\.0\.0\.1:1: no broker answers there$/,
    ],
    [
      "work --nats http://here --ledger postgres://u@h/x",
      1,
      /^readout: http:\/\/here: not an address of a broker \(wanted: nats:\/\/host:4222\)$/,
    ],
    [`work --nats ${NOBODY} --ledger postgres://u@h/x --stream a.b`, 1, /^readout: a\.b: not a name of a stream/],
    [`work --nats ${NOBODY} --ack-wait 1`, 2, /^readout: .*Seconds from 2 to 3600/],
    [`queue --nats ${NOBODY}`, 1, /^readout: nats:\/\/127\.0\.0\.1:1: no broker answers there$/],
    [
      `ingest examples/call-railway.txt --nats ${NOBODY} --ledger some.db`,
      2,
      /^readout: some\.db: with --nats the ledger is the workers'/,
    ],
    [`ingest examples/call-railway.txt --nats ${NOBODY} --threads 2`, 2, /^readout: --threads is for whoever reads/],
  ];
  test.each(cases)("%s", async (args, status, said) => {
    const run = await readout(args.split(" "));
    expect(run.err.split("\n")[0]).toMatch(said);
    expect(run.status).toBe(status);
  });
});

function describeProcesses({ nats, databases }: Services): void {
  describe("workers as processes", () => {
    const folder = scratch();
    const children: ChildProcess[] = [];
    let [source, one] = ["", ""];
    beforeAll(async () => {
      // Larger than one batch for each hand, so that a kill comes in mid-run.
      source = folder.file("articles.jsonl", someArticles(150).map((article) => `${JSON.stringify(article)}\n`).join("")); // biome-ignore format: one line reads best
      one = `${folder.path}/one.db`;
      expect((await readout(["ingest", source, "--ledger", one])).status).toBe(0);
    });
    afterAll(() => {
      for (const child of children) child.kill("SIGKILL");
      folder.drop();
    });

    /** Starts a worker; gives its lines of log as they come. */
    function start(...args: readonly string[]) {
      const child = spawn(
        process.execPath,
        [MAIN, "work", "--nats", nats, "--ack-wait", "3", "--threads", "1", "--port", "0", ...args],
        { cwd: ROOT, stdio: ["ignore", "ignore", "pipe"] },
      );
      children.push(child);
      let text = "";
      child.stderr?.on("data", (chunk: Buffer) => (text += chunk.toString()));
      const lines = (): Record<string, unknown>[] =>
        text.split("\n").slice(0, -1).map((line): Record<string, unknown> => JSON.parse(line)); // biome-ignore format: one line reads best
      const ended = new Promise<string | number | null>((resolve) =>
        child.on("close", (status, signal) => resolve(signal ?? status)),
      );
      return { child, lines, ended, settled: () => lines().filter(({ msg }) => msg === "settled") };
    }

    test(
      "one is killed, one is asked to end, one comes new: the ledger is that of one machine",
      async () => {
        const ledger = await databases.fresh();
        expect((await readout(["ingest", source, "--nats", nats, "--stream", "KILLS"])).out).toMatch(
          /151 sent, 1 waiting there already, 0 failed\n$/,
        );
        const [first, second] = [
          start("--ledger", ledger, "--stream", "KILLS"),
          start("--ledger", ledger, "--stream", "KILLS"),
        ];
        await until("the first has saved", () => first.settled().length > 0);
        first.child.kill("SIGKILL");
        await until("the second has saved", () => second.settled().length > 0);
        const health = String(second.lines().find(({ msg }) => msg === "working")?.["health"]);
        expect(await (await fetch(`${health}/healthz`)).text()).toBe("ok\n");
        const metrics = await (await fetch(`${health}/metrics`)).text();
        expect(metrics).toMatch(/^readout_articles_total\{outcome="new"\} [1-9]/m);
        expect(metrics).toMatch(/^readout_save_seconds_count [1-9]/m);
        expect((await fetch(`${health}/other`)).status).toBe(404);
        second.child.kill("SIGTERM");
        expect(await second.ended).toBe(0);
        expect(second.lines().at(-1)?.["msg"]).toBe("ended");
        const third = start("--ledger", ledger, "--stream", "KILLS", "--until-empty");
        expect(await third.ended).toBe(0);
        const opened = await openLedger(ledger, "read");
        expect((await opened.counts()).documents).toBe(151);
        expect(await opened.check()).toEqual([]);
        await opened.close();
        const [alone, together] = await Promise.all(
          [one, ledger].map((name) => readout(["export", "--ledger", name, "--format", "plover"])),
        );
        expect(together?.out).toBe(alone?.out);
        expect(alone?.out.length).toBeGreaterThan(10_000);
        const queue = await readout(["queue", "--nats", nats, "--stream", "KILLS"]);
        expect(queue.out).toMatch(/^KILLS: 0 waiting, 0 in work, 0 set aside \(0\.0 MB, 1 replica\); 0 workers\n$/);
      },
      LONG,
    );

    test("a queue that nobody made is not there", async () => {
      const { status, err } = await readout(["queue", "--nats", nats, "--stream", "NONE"]);
      expect([status, err]).toEqual([1, expect.stringMatching(/^readout: stream NONE: there is no such stream; /)]);
    });
  });
}

if (services !== null) describeProcesses(services);
