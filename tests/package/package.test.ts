import { once } from "node:events";
import { createReadStream, existsSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { join, posix } from "node:path";
import { createContext, Script } from "node:vm";
import { rolldown } from "rolldown";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { findChromium, launchChromium, openWatched } from "../browser/chromium.js";
import { files as knowledgeFiles } from "../data/knowledge.js";
import { ROOT } from "../layout/sources.js";
import { type Installed, installPacked } from "./installed.js";

const MOST_PACKED = 40_000_000; // bytes: docs/package.md
const ARTICLE = join(ROOT, "examples", "call-minerals.txt");

const PATIENCE = 300_000; // milliseconds: each step starts a program, on a busy machine several at once
vi.setConfig({ testTimeout: PATIENCE, hookTimeout: PATIENCE });

let installed: Installed;
beforeAll(() => {
  installed = installPacked();
});
afterAll(() => installed.drop());

const inPackage = (path: string): string => join(installed.folder, "node_modules", "readout", path);

describe("what is packed", () => {
  test("is the program, what it knows and its documents: no sources, tests, labels or scripts", () => {
    const foreign = installed.files.filter(
      (file) =>
        !/^(?:dist\/(?:bundle|src|web)|data|models|examples|docs)\/|^(?:package\.json|README\.md|LICENSE|CHANGELOG\.md|SECURITY\.md|bench\/floors\.json)$/.test(
          file,
        ),
    );
    expect(foreign).toEqual([]);
    expect(
      installed.files.filter((file) => /^data\/(?:labels|written)\/|(?<!\.d)\.tsx?$|\.tsbuildinfo$/.test(file)),
    ).toEqual([]);
    expect(installed.packed).toBeLessThan(MOST_PACKED);
  });

  test("holds every file that its code imports", () => {
    const there = new Set(installed.files);
    const lost = installed.files
      .filter((file) => /^dist\/src\/.*\.js$/.test(file))
      .flatMap((file) =>
        [...readFileSync(inPackage(file), "utf8").matchAll(/(?:from|import|import\()\s*"(\.[^"]+)"/g)]
          .map(([, name = ""]) => posix.join(posix.dirname(file), name))
          .filter((wanted) => !there.has(wanted))
          .map((wanted) => `${file} imports ${wanted}`),
      );
    expect(lost).toEqual([]);
  });

  test("holds the page, and the licences of what is bundled", () => {
    const needed = ["dist/web/index.html", "dist/web/third-party-licences.txt", "dist/bundle/third-party-licences.txt"];
    expect(needed.filter((file) => !installed.files.includes(file))).toEqual([]);
  });

  test("holds nothing compiled from a source that is gone", () => {
    const gone = installed.files.filter((file) => {
      const source = /^dist\/(src\/.*?)(?:\.d)?\.[jt]s$/.exec(file)?.[1];
      return source !== undefined && !existsSync(join(ROOT, `${source}.ts`));
    });
    expect(gone).toEqual([]);
  });

  test("holds every file that its documents point to", () => {
    const dead = installed.files
      .filter((file) => file.endsWith(".md"))
      .flatMap((file) =>
        [...readFileSync(inPackage(file), "utf8").matchAll(/\]\(([^)#\s:]+)(?:#[^)]*)?\)/g)]
          .map(([, name = ""]) => posix.join(posix.dirname(file), name))
          .filter((wanted) => !installed.files.includes(wanted))
          .map((wanted) => `${file} points to ${wanted}`),
      );
    expect(dead).toEqual([]);
  });

  test("holds what its description points to", () => {
    const { main, bin, exports }: Record<string, unknown> = JSON.parse(readFileSync(inPackage("package.json"), "utf8"));
    const paths = [...JSON.stringify([main, bin, exports]).matchAll(/"\.\/([^"*]+)"/g)].map(([, path = ""]) => path);
    const named = paths.filter((path) => /\.[a-z]+$/.test(path) && !path.startsWith("record.schema"));
    expect(named.length).toBeGreaterThan(4);
    expect(named.filter((path) => !installed.files.includes(path))).toEqual([]);
  });
});

describe("installed elsewhere", () => {
  test("npx readout code reads an article, and builds nothing", () => {
    const { status, out, err } = installed.run("npx", "--no-install", "readout", "code", ARTICLE);
    expect(err).toBe("");
    expect(status).toBe(0);
    expect(out).toContain("Anthony Albanese");
  });

  test("a ledger is filled by threads and asked", () => {
    const { run } = installed;
    expect(run("npx", "--no-install", "readout", "ingest", ARTICLE)).toMatchObject({ status: 0 });
    expect(run("npx", "--no-install", "readout", "timeline", "AUS", "JPN").out).toContain("2023-05-11");
    expect(run("npx", "--no-install", "readout", "doctor").status).toBe(0);
  });

  test("the library gives the record that the command gives", () => {
    const script = installed.write(
      "library.js",
      `import { readFileSync } from "node:fs";
import { readArticle } from "readout";
import schema from "readout/record.schema.json" with { type: "json" };
if (!schema.properties.contacts) throw new Error("no schema");
console.log(JSON.stringify(readArticle({ text: readFileSync(process.argv[2], "utf8") })));\n`,
    );
    const { out, err } = installed.run(process.execPath, "--no-warnings", script, ARTICLE);
    expect(err).toBe("");
    expect(out).toBe(installed.run("npx", "--no-install", "readout", "code", ARTICLE, "--format", "json").out);
  });
});

const CONSUMER = `import { type Article, type ReadoutRecord, readArticle, relate } from "readout";
import { type Knowledge, type KnowledgeFiles, makeKnowledge, readArticle as read } from "readout/engine";

const article: Article = { text: "The two ministers met.", published: "2021-10-05" };
export const record: ReadoutRecord = readArticle(article, { repair: false });
export const days: readonly (string | null)[] = record.events.map((event) => event.date?.value ?? null);
export const likely: number = relate("Belmora praised Kasimir.", [0, 7], [16, 23]).confidence;
export const knows = (files: KnowledgeFiles): Knowledge => makeKnowledge(files);
export const reads = (knowledge: Knowledge): ReadoutRecord => read(article, knowledge);
// @ts-expect-error the text is no number
readArticle({ text: 5 });
`;

test.each([
  ["NodeNext", "NodeNext"],
  ["ESNext", "Bundler"],
])("its types hold in a strict project (%s, %s)", (module, moduleResolution) => {
  installed.write("consumer.ts", CONSUMER);
  const compilerOptions = { module, moduleResolution, target: "ES2022", lib: ["ES2022", "DOM"], types: [], strict: true, exactOptionalPropertyTypes: true, noUncheckedIndexedAccess: true, skipLibCheck: false, noEmit: true }; // biome-ignore format: one line reads best
  installed.write("tsconfig.json", JSON.stringify({ compilerOptions, files: ["consumer.ts"] }));
  const { status, out } = installed.run(join(ROOT, "node_modules", ".bin", "tsc"), "-p", ".");
  expect(out).toBe("");
  expect(status).toBe(0);
});

/** The package's engine as one script for browsers. */
async function bundled(format: "iife" | "esm"): Promise<string> {
  installed.write("entry.js", 'export { makeKnowledge, readArticle } from "readout/engine";\n');
  const bundle = await rolldown({
    input: join(installed.folder, "entry.js"),
    platform: "browser",
    cwd: installed.folder,
  });
  const { output } = await bundle.generate({ format, name: "readout" });
  await bundle.close();
  expect(output).toHaveLength(1);
  return output[0].code;
}

const recordOfCommand = (): string =>
  installed.run("npx", "--no-install", "readout", "code", ARTICLE, "--format", "json").out;

test("the engine is bundled for browsers, asks for nothing of Node's, and gives the same record there", async () => {
  const code = await bundled("iife");
  const foreign = code.split("\n").filter((line) => /\brequire\(|["']node:|\bprocess\.(?!value)|\bBuffer\./.test(line));
  expect(foreign).toEqual([]);
  const { identifyLanguage: _, checksum: __, ...given } = knowledgeFiles;
  // A page's own globals, none of Node's.
  const context = createContext({ TextDecoder, TextEncoder, given, text: readFileSync(ARTICLE, "utf8") });
  new Script(code).runInContext(context);
  const record: unknown = new Script(
    "JSON.stringify(readout.readArticle({ text }, readout.makeKnowledge(given)))",
  ).runInContext(context);
  expect(`${record}\n`).toBe(recordOfCommand());
});

/** A page that does what docs/package.md tells: fetches tables and weights from the package, makes the engine, reads. */
const PAGE = `<!doctype html><meta charset="utf-8"><title>reads</title><script type="module">
import { makeKnowledge, readArticle } from "./engine.js";
const at = "./node_modules/readout/";
const bytes = async (path) => new Uint8Array(await (await fetch(at + path)).arrayBuffer());
const words = async (path) => (await fetch(at + path)).text();
const { names, text } = await (await fetch("./given.json")).json();
const tables = new Map(await Promise.all(names.map(async (name) => [name, await words("data/" + name)])));
const [languageModel, claimModel, eventModel] = await Promise.all(["language", "claims", "events"].map((name) => bytes("models/" + name + ".bin")));
const knowledge = makeKnowledge({ tables, languageModel, claimModel, eventModel, words: await words("models/words.txt") });
globalThis.record = JSON.stringify(readArticle({ text }, knowledge));
</script>`;

const chromium = findChromium();
test.skipIf(chromium === null)("in Chromium the package's engine gives the record that the command gives", async () => {
  const names = installed.files.flatMap((file) => /^data\/(.+\.tsv)$/.exec(file)?.[1] ?? []);
  installed.write("given.json", JSON.stringify({ names, text: readFileSync(ARTICLE, "utf8") }));
  installed.write("engine.js", await bundled("esm"));
  installed.write("page.html", PAGE);
  const server = createServer(({ url = "" }, response) => {
    const type = url.endsWith(".js") ? "text/javascript" : url.endsWith(".html") ? "text/html" : "text/plain";
    response.setHeader("content-type", `${type}; charset=utf-8`);
    createReadStream(join(installed.folder, url))
      .on("error", () => response.writeHead(404).end())
      .pipe(response);
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const port = typeof address === "object" ? address?.port : null;
  const browser = await launchChromium(chromium ?? "");
  try {
    const { page, troubles } = await openWatched(browser, 800);
    await page.goto(`http://127.0.0.1:${port}/page.html`);
    await page.waitForFunction("globalThis.record !== undefined", null, { timeout: PATIENCE });
    expect(`${await page.evaluate("globalThis.record")}\n`).toBe(recordOfCommand());
    expect(troubles.filter((trouble) => !trouble.includes("404"))).toEqual([]); // the icon of a page, which this one has not
  } finally {
    await browser.close();
    server.close();
  }
});
