import { spawn, spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { CALL, example, MAIN, ROOT, readout, scratch } from "./run.js";

const folder = scratch();
afterAll(folder.drop);

test("--version is the package's, --help shows examples", async () => {
  const { version } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8"));
  expect(await readout(["--version"])).toEqual({ status: 0, out: `${version}\n`, err: "" });
  const help = await readout(["--help"]);
  expect(help.status).toBe(0);
  expect(help.out).toContain("$ readout code report.txt");
  expect((await readout(["code", "--help"])).out).toContain("--no-repair");
});

test("standard input, and the options on day and outlet", async () => {
  const run = await readout(
    ["code", "-", "--format", "json", "--published", "2023-05-12", "--outlet", "The Daily Test"],
    CALL,
  );
  expect(run).toMatchObject({ status: 0, err: "" });
  const { document } = JSON.parse(run.out);
  expect(document.published).toMatchObject({ value: "2023-05-12", basis: "option" });
  expect(document.outlet).toBe("The Daily Test");
});

test("--no-repair leaves the text as received", async () => {
  const path = folder.file("damaged.txt", "  The tele-gram  was sent , he said.\n");
  const [raw, repaired] = await Promise.all([
    readout(["code", path, "--format", "json", "--no-repair"]),
    readout(["code", path, "--format", "json"]),
  ]);
  expect(JSON.parse(raw.out).document).toMatchObject({ text: "  The tele-gram  was sent , he said.\n", repairs: [] });
  expect(JSON.parse(repaired.out).document.repairs.length).toBeGreaterThan(0);
  expect(JSON.parse(repaired.out).document.hash).toBe(JSON.parse(raw.out).document.hash);
});

test("extract prints the article of a page as one JSON line", async () => {
  const body =
    "<p>The two ministers met in the capital on Monday and spoke about trade, transport and the border for two hours.</p>".repeat(
      4,
    );
  const path = folder.file(
    "page.html",
    `<!doctype html><html><head><title>Ministers meet</title></head><body><article><h1>Ministers meet</h1>${body}</article></body></html>`,
  );
  const run = await readout(["extract", path]);
  expect(run).toMatchObject({ status: 0, err: "" });
  expect(run.out.trimEnd().split("\n")).toHaveLength(1);
  const page = JSON.parse(run.out);
  expect(Object.keys(page)).toEqual(["file", "title", "text", "published", "outlet", "url"]);
  expect(page).toMatchObject({ file: path, title: "Ministers meet", published: null });
  expect(page.text).toContain("two ministers met");
});

test("parse prints trees, and a plain message for a missing file", async () => {
  const path = folder.file("one.txt", "The ministers met in Minsk.");
  const run = await readout(["parse", path]);
  expect(run.status).toBe(0);
  expect(run.out).toMatch(/^1\tThe\tthe\tDET/m);
  expect(await readout(["parse", join(folder.path, "none.txt")])).toMatchObject({
    status: 1,
    out: "",
    err: expect.stringMatching(/^readout: .*none\.txt: no such file\n$/),
  });
});

test("many articles keep their order, one record a line", async () => {
  const lines = Array.from({ length: 40 }, (_, i) => JSON.stringify({ id: `n${i}`, text: CALL })).join("\n");
  const run = await readout(["code", "-", "--format", "json"], lines);
  expect(run).toMatchObject({ status: 0, err: "" });
  expect(
    run.out
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line).document.id),
  ).toEqual(Array.from({ length: 40 }, (_, i) => `n${i}`));
});

test("what threads read is what the program reads itself, in the order of the inputs", async () => {
  // Long enough for threads; between them lines that are no articles, and one that is longer than all others.
  const line = (i: number): string => {
    if (i % 40 === 7) return "{";
    return JSON.stringify({
      id: `n${i}`,
      text: i === 11 ? `${CALL}\n\n`.repeat(80) : `${CALL}\n\nNumber ${i} was there.`,
    });
  };
  const lines = Array.from({ length: 300 }, (_, i) => line(i));
  const run = await readout(["code", "-", "--format", "json"], lines.join("\n"));
  expect(run.status).toBe(1);
  const records = run.out.trimEnd().split("\n");
  const good = lines.flatMap((text, i) => (text === "{" ? [] : [`n${i}`]));
  expect(records.map((record) => JSON.parse(record).document.id)).toEqual(good);
  expect(run.err.trimEnd().split("\n").map((message) => /:(\d+): /.exec(message)?.[1])).toEqual(
    lines.flatMap((text, i) => (text === "{" ? [String(i + 1)] : [])),
  ); // biome-ignore format: one line reads best
  const late = lines.slice(-10);
  const alone = await readout(["code", "-", "--format", "json", "--threads", "1"], late.join("\n"));
  expect(alone.out.trimEnd().split("\n")).toEqual(records.slice(-10));
}, 300_000); // some seconds of work, on a machine that may have much else to do

/** Starts the program on more articles than it can read at once, and hands over what it has printed when it ends. */
function startLong(
  stop: (child: ReturnType<typeof spawn>, chunk: number) => void,
): Promise<{ status: number | null; signal: string | null; out: string; err: string }> {
  const path = folder.file(
    "many.jsonl",
    `${Array.from({ length: 3000 }, (_, i) => JSON.stringify({ id: `n${i}`, text: CALL })).join("\n")}\n`,
  );
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [MAIN, "code", path, "--format", "json"], { cwd: ROOT });
    let [out, err, chunks] = ["", "", 0];
    child.stdout.on("data", (chunk: Buffer) => {
      out += chunk.toString();
      stop(child, ++chunks);
    });
    child.stderr.on("data", (chunk: Buffer) => {
      err += chunk.toString();
    });
    child.on("close", (status, signal) => resolve({ status, signal, out, err }));
  });
}

test("Ctrl-C ends with status 130 after a whole record", async () => {
  const { status, out, err } = await startLong((child, chunk) => chunk === 3 && child.kill("SIGINT"));
  expect(status).toBe(130);
  expect(err).toBe("");
  expect(out.endsWith("\n")).toBe(true);
  const lines = out.trimEnd().split("\n");
  expect(lines.length).toBeLessThan(3000);
  for (const line of lines) expect(() => JSON.parse(line)).not.toThrow();
});

test("a reader that has seen enough ends the run quietly", async () => {
  const { status, err } = await startLong((child, chunk) => chunk === 1 && child.stdout?.destroy());
  expect(err).toBe("");
  expect(status).toBe(0);
});

test("colours only where they are wanted", async () => {
  const start = "\u001b[";
  expect((await readout(["code", example("call-minerals")])).out).not.toContain(start);
  expect((await readout(["code", example("call-minerals")], "", { FORCE_COLOR: "1" })).out).toContain(start);
  expect(
    (await readout(["code", example("call-minerals")], "", { FORCE_COLOR: "1", NO_COLOR: "1" })).out,
  ).not.toContain(start);
});

test("--actors and --dictionary give actors of one's own", async () => {
  const table = folder.file(
    "own.tsv",
    "name\tkind\tcode\tsector\toffice\tgender\tfrom\tto\taliases\tsource\nHarbour League\torganisation\tDEU\tOPP\t\t\t\t\t\t\n",
  );
  const dictionary = folder.file("own.txt", "LAKE_WARDEN [~COP]\nGREEN_UNION [EST]\nODD [ESTX]\n");
  const input = "The Harbour League attacked two lake wardens.";
  const run = await readout(["code", "-", "--format", "json", "--actors", table, "--dictionary", dictionary], input);
  expect(run.status).toBe(0);
  expect(run.err).toContain(`${dictionary}:3: “ESTX” is no code of three-letter parts; the line was passed over`);
  const { actors } = JSON.parse(run.out);
  expect(actors).toMatchObject([
    { name: "Harbour League", code: "DEU", sector: ["OPP"] },
    { kind: "group", sector: ["COP"] },
  ]);
});

test("a file of own actors that cannot be used is named, and nothing is read", async () => {
  const table = folder.file("bad.tsv", "name\tcode\n");
  const [missing, bad] = await Promise.all([
    readout(["code", "-", "--actors", join(folder.path, "none.tsv")], CALL),
    readout(["code", "-", "--actors", table], CALL),
  ]);
  expect(missing).toMatchObject({ status: 2, out: "" });
  expect(missing.err).toContain("none.tsv: no such file");
  expect(bad).toMatchObject({ status: 2, out: "" });
  expect(bad.err).toContain("bad.tsv:1: the header should be");
});

test.each(["doctor", "--help"])("a reader that goes away early is no fault: %s", (command) => {
  const { stderr } = spawnSync("sh", ["-c", `"${process.execPath}" "${MAIN}" ${command} | head -c 1`], {
    encoding: "utf8",
    cwd: folder.path,
  });
  expect(stderr).toBe("");
});

test.runIf(existsSync("/dev/full")).each([
  ["code", "--threads 2"],
  ["code", ""],
  ["extract", ""],
  ["parse", ""],
])("a disk that is full is told once, and ends the program with status 1: %s %s", (command, options) => {
  const file = folder.file("long.txt", `${CALL}\n\n`.repeat(options === "" ? 1 : 500));
  const { status, stderr } = spawnSync(
    "sh",
    ["-c", `"${process.execPath}" "${MAIN}" ${command} "${file}" ${options} > /dev/full`],
    { encoding: "utf8", timeout: 50_000 },
  );
  expect(status).toBe(1);
  expect(stderr.match(/no space left on device/g)).toHaveLength(1);
});
