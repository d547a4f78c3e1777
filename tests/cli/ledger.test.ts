import { spawn } from "node:child_process";
import { chmodSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import SqliteDatabase from "better-sqlite3";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openLedger } from "../../src/store/index.js";
import { say, serve } from "../intake/web.js";
import { CALL, MAIN, ROOT, readout, scratch } from "./run.js";

const { file, path, drop } = scratch();
afterAll(drop);

const NAMES = ["Oslo", "Quito", "Dakar", "Hanoi", "Minsk", "Lima", "Riga", "Tunis", "Accra", "Doha"];
/** Short articles that differ in what they tell. */
const articles = (count: number): string =>
  Array.from({ length: count }, (_, i) => {
    const [a, b] = [NAMES[i % 10], NAMES[Math.floor(i / 10) % 10]];
    const text = `Envoy number ${i} left ${a} on Monday for ${b}, carrying ${i * 7 + 3} crates of seed number ${i} for farm ${i * 31}.`;
    return `${JSON.stringify({ id: `n${i}`, title: `Seed ${i} for ${b}`, text, published: "2023-05-04" })}\n`;
  }).join("");

describe("a ledger from the command line", () => {
  const ledger = join(path, "a.db");
  const source = file(
    "a.jsonl",
    `${JSON.stringify({ id: "call", text: CALL, published: "2023-05-11" })}\n${articles(5)}`,
  );

  test("articles go in once; what fails is said and counted", async () => {
    const first = await readout(["ingest", source, join(path, "none"), "--ledger", ledger]);
    expect(first).toMatchObject({ status: 1, out: `${ledger}: 6 read, 6 new, 1 failed\n` });
    expect(first.err).toContain("none: no such file");
    const second = await readout(["ingest", source, "--ledger", ledger]);
    expect(second).toMatchObject({ status: 0, out: `${ledger}: 6 read, 0 new, 6 known, 0 failed\n`, err: "" });
  });

  test("events are found and shown", async () => {
    const found = await readout(["search", "telephone", "--actor", "RUS", "--with", "CHN", "--event", "CONSULT", "--ledger", ledger]); // biome-ignore format: one line reads best
    expect(found.status).toBe(0);
    expect(found.out).toMatch(/^2023-05-11 {2}CONSULT phone {2}Vladimir Putin \(RUS\), Xi Jinping \(CHN\)/);
    const json = await readout(["search", "--actor", "RUS", "--format", "json", "--ledger", ledger]);
    const hit = JSON.parse(json.out.split("\n")[0] ?? "");
    const item = await readout(["show", hit.id, "--ledger", ledger]);
    expect(item.out).toContain("1 article, 1 independent source: TASS");
    expect(item.out).toContain('"event": "CONSULT"');
    const document = await readout(["show", hit.document.hash.slice(0, 10), "--ledger", ledger]);
    expect(document.out).toContain("Vladimir Putin");
    expect((await readout(["show", "0000000000", "--ledger", ledger])).status).toBe(1);
    expect((await readout(["search", "nowhere", "--ledger", ledger])).err).toContain("nothing found");
  });

  test("check, backup, migrate and doctor", async () => {
    expect((await readout(["ledger", "check", "--ledger", ledger])).out).toMatch(/: 6 documents, \d+ events, sound\n$/);
    const copy = join(path, "copy.db");
    expect((await readout(["ledger", "backup", copy, "--ledger", ledger])).status).toBe(0);
    expect((await readout(["ledger", "backup", copy, "--ledger", ledger])).status).toBe(2);
    expect((await readout(["ledger", "check", "--ledger", copy])).out).toContain("6 documents");
    expect((await readout(["ledger", "migrate", "--ledger", ledger])).out).toContain("is up to date");
    const doctor = await readout(["doctor", "--ledger", ledger]);
    expect(doctor).toMatchObject({ status: 0 });
    expect(doctor.out).toContain("6 documents (0 copies) in ");
  });

  test("standard input, and an outlet for all", async () => {
    const own = join(path, "stdin.db");
    const run = await readout(["ingest", "-", "--outlet", "Lake Post", "--ledger", own], CALL);
    expect(run.out).toContain("1 read, 1 new");
    const opened = await openLedger(own, "read");
    expect((await opened.documents()).map(({ outlet }) => outlet)).toEqual(["Lake Post"]);
    await opened.close();
  });
});

describe("trouble is named, and nothing is lost", () => {
  test.each([
    ["is not there", 'new Error("Could not locate the bindings file. Tried:\\n → a\\n → b")'],
    ["is of another Node.js", 'Object.assign(new Error("compiled\\nagainst"), { code: "ERR_DLOPEN_FAILED" })'],
  ])("SQLite's library %s", async (_, error) => {
    const before = file("without.cjs", `process.dlopen = () => { throw ${error}; };\n`);
    const env = { NODE_OPTIONS: `--require=${before}` };
    const doctor = await readout(["doctor", "--ledger", join(path, "none.db")], "", env);
    expect(doctor.status).toBe(1);
    expect(doctor.out).toContain("missing  better-sqlite3, for ledgers in a file: run npm rebuild better-sqlite3\n");
    const run = await readout(["ingest", "-", "--ledger", join(path, "none.db")], CALL, env);
    expect(run).toMatchObject({ status: 1, out: "" });
    expect(run.err).toMatch(/^readout: [^\n]+none\.db: the library of better-sqlite3 is missing[^\n]+\n$/);
    expect(existsSync(join(path, "none.db"))).toBe(false);
  });

  const source = file("b.jsonl", articles(3));
  const sound = join(path, "sound.db");
  beforeAll(async () => {
    await readout(["ingest", source, "--ledger", sound]);
  });
  const altered = (name: string, change: (raw: SqliteDatabase.Database) => void): string => {
    const target = join(path, name);
    writeFileSync(target, readFileSync(sound));
    const raw = new SqliteDatabase(target);
    change(raw);
    raw.close();
    return target;
  };

  test.each<[string, () => string, RegExp]>([
    ["none there", () => join(path, "nothing.db"), /nothing\.db: no ledger there/],
    ["a folder that is not there", () => join(path, "no/such/folder.db"), /no ledger there|cannot be opened/],
    ["some other file", () => file("other.db", "plain text, and a good deal of it"), /other\.db: it is no ledger/],
    ["a newer form", () => altered("newer.db", (raw) => raw.exec("insert into kysely_migration values ('9999-later', '2030-01-01')")), /newer version of readout/],
    ["no server", () => "postgres://nobody@127.0.0.1:1/none", /no database server answers there/],
  ])("%s", async (_, ledger, said) => {
    const run = await readout(["search", "x", "--ledger", ledger()]);
    expect(run.status).toBe(1);
    expect(run.err).toMatch(said);
    expect(run.err).not.toMatch(/ at .*\.js/);
  }); // biome-ignore format: a line for each

  test("a damaged file", async () => {
    const target = join(path, "damaged.db");
    const bytes = readFileSync(sound);
    bytes.fill(0x5a, 4096 * 2, 4096 * 12);
    writeFileSync(target, bytes);
    const run = await readout(["ledger", "check", "--ledger", target]);
    expect(run.status).toBe(1);
    expect(run.out + run.err).toMatch(/damaged|malformed|Tree|page/);
  });

  test("a read-only file can be read and not written", async () => {
    const target = altered("fixed.db", () => undefined);
    chmodSync(target, 0o444);
    const isRoot = process.getuid?.() === 0; // who may write everything
    expect((await readout(["ledger", "check", "--ledger", target])).out).toContain("3 documents");
    const run = await readout(["ingest", source, "--ledger", target]);
    if (isRoot) expect(run.status).toBe(0);
    else expect(run.err).toContain("may not be written");
  });

  test("a second writer waits, then says so; readers go on", async () => {
    const raw = new SqliteDatabase(sound);
    raw.exec("begin immediate");
    const [writer, reader] = await Promise.all([
      readout(["ingest", file("c.jsonl", articles(5)), "--ledger", sound]),
      readout(["ledger", "check", "--ledger", sound]),
    ]);
    raw.exec("rollback");
    raw.close();
    expect(writer.status).toBe(1);
    expect(writer.err).toContain("another process is writing to it");
    expect(reader.out).toContain("3 documents, ");
  });
});

/** Several starts of the program, each as slow as the machine is busy. */
const SLOW_MS = 240_000;

describe("a run that is broken off", () => {
  /** Starts an ingest and ends it by a signal, some milliseconds after the ledger is there. */
  const breakOff = (source: string, ledger: string, signal: NodeJS.Signals, after: number): Promise<number | null> =>
    new Promise((resolve) => {
      const child = spawn(process.execPath, [MAIN, "ingest", source, "--ledger", ledger], {
        cwd: ROOT,
        stdio: "ignore",
      });
      const kill = (): void => void setTimeout(() => child.kill(signal), after);
      const timer = setInterval(() => {
        if (!existsSync(ledger)) return;
        clearInterval(timer);
        kill();
      }, 20);
      child.on("close", (status) => {
        clearInterval(timer);
        resolve(status);
      });
    });

  test(
    "by nothing, two at once on a ledger that is not there yet: one makes it, every article is in it once",
    async () => {
      const [source, ledger] = [file("two.jsonl", articles(40)), join(path, "two.db")];
      const runs = await Promise.all([1, 2, 3].map(() => readout(["ingest", source, "--ledger", ledger])));
      expect(runs.map(({ err }) => err.match(/constraint|already exists/)?.[0])).toEqual([
        undefined,
        undefined,
        undefined,
      ]);
      expect((await readout(["ingest", source, "--ledger", ledger])).status).toBe(0);
      const opened = await openLedger(ledger, "read");
      expect((await opened.counts()).documents).toBe(40);
      expect(await opened.check()).toEqual([]);
      await opened.close();
    },
    SLOW_MS,
  );

  test(
    "by kill -9: the ledger opens, nothing is lost or doubled, and the next run finishes",
    async () => {
      const [source, ledger] = [file("k.jsonl", articles(250)), join(path, "k.db")];
      let before = 0;
      for (const after of [50, 700, 1200]) {
        await breakOff(source, ledger, "SIGKILL", after);
        if (!existsSync(ledger)) continue;
        const opened = await openLedger(ledger, "create");
        const { documents } = await opened.counts();
        expect(documents).toBeGreaterThanOrEqual(before);
        expect(await opened.check()).toEqual([]);
        await opened.close();
        before = documents;
      }
      const run = await readout(["ingest", source, "--ledger", ledger]);
      expect(run.status).toBe(0);
      const opened = await openLedger(ledger, "read");
      expect((await opened.documents()).map(({ id }) => id).sort()).toEqual(
        Array.from({ length: 250 }, (_, i) => `n${i}`).sort(),
      );
      await opened.close();
    },
    SLOW_MS,
  );

  test("by Ctrl-C: it ends between two batches, and says so", async () => {
    const [source, ledger] = [file("c9.jsonl", articles(4000)), join(path, "c9.db")];
    expect(await breakOff(source, ledger, "SIGINT", 1500)).toBe(130);
    const opened = await openLedger(ledger, "read");
    expect(await opened.check()).toEqual([]);
    await opened.close();
  });
});

test("watching a feed: what is new is read once, and told of", async () => {
  const body = `${CALL.split("\n\n")[1] ?? ""} `.repeat(5);
  const feed = `<?xml version="1.0"?><rss version="2.0"><channel><title>Wire</title><item><title>Leaders speak</title><link>http://127.0.0.1/1</link><pubDate>Thu, 11 May 2023 08:00:00 GMT</pubDate><description>${body}</description></item></channel></rss>`;
  const site = await serve({ "/feed": say(feed, "application/rss+xml") });
  const [ledger, alerts] = [join(path, "w.db"), join(path, "alerts.jsonl")];
  const args = [
    "watch",
    `${site.origin}/feed`,
    "--ledger",
    ledger,
    "--rounds",
    "1",
    "--allow-private",
    "--alert-to",
    alerts,
  ];
  const first = await readout([...args, "--alert-actors", "RUS,CHN", "--alert-event", "CONSULT"]);
  expect(first.err).toContain("1 read, 1 new");
  const told = readFileSync(alerts, "utf8").trim().split("\n").map((line) => JSON.parse(line)); // biome-ignore format: one line reads best
  expect(told[0]).toMatchObject({ event: "CONSULT", title: "Leaders speak", url: "http://127.0.0.1/1" });
  expect((await readout(args)).err).toContain("1 read, 0 new, 1 known");
  expect(readFileSync(alerts, "utf8").trim().split("\n")).toHaveLength(told.length);
  await site.close();
});
