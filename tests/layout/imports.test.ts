import { existsSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { filesBelow, type Import, importsOf, ROOT, textOf } from "./sources.js";

/** The engine's stages, each with those it may know. A stage knows itself too. */
const STAGES: Readonly<Record<string, readonly string[]>> = {
  base: [],
  document: ["base"],
  language: ["base", "document"],
  actors: ["base", "document", "language"],
  dates: ["base", "document", "language"],
  claims: ["base", "document", "language", "actors", "dates"],
  events: ["base", "document", "language", "actors", "dates", "claims"],
  contacts: ["base", "document", "language", "actors", "dates", "claims", "events"],
  stories: ["base"],
};
/** Files at the top of the engine, which see every stage. */
const TOP: ReadonlySet<string> = new Set([
  "actor-records.ts",
  "date-records.ts",
  "dated.ts",
  "index.ts",
  "item-ids.ts",
  "item-values.ts",
  "judged-item.ts",
  "knowledge.ts",
  "opened.ts",
  "published.ts",
  "quoted-persons.ts",
  "read.ts",
  "record-builder.ts",
]);
const RECORD = "src/engine/record.ts";
/** Parts of the program outside the engine, each with those it may know besides itself and the engine. */
const PARTS: Readonly<Record<string, readonly string[]>> = {
  intake: [],
  store: [],
  work: ["intake", "store"],
  export: [],
  desk: ["store", "export"],
  server: ["intake", "store", "work", "export", "desk"],
  cli: ["intake", "store", "work", "export", "desk", "server"],
};
/** Packages the engine may use: pure, without files, network or clock. */
const ENGINE_PACKAGES: ReadonlySet<string> = new Set(["zod", "@noble/hashes/sha2.js", "@noble/hashes/utils.js"]);

/** Why an import is against the layout; `null` when it is not. */
function objection({ from, to, typeOnly }: Import): string | null {
  if (!to.startsWith("src/")) return packageObjection(from, to);
  if (from.startsWith("src/engine/")) return engineObjection(from, to, typeOnly);
  return from.startsWith("src/web/") ? pageObjection(from, to, typeOnly) : partObjection(from, to);
}

function packageObjection(from: string, to: string): string | null {
  if (to.startsWith("data/") || to.startsWith("models/")) return "data is read, not imported";
  if (!from.startsWith("src/engine/")) return null;
  return ENGINE_PACKAGES.has(to) ? null : "the engine may not use this package";
}

function engineObjection(from: string, to: string, typeOnly: boolean): string | null {
  if (!to.startsWith("src/engine/")) return "the engine knows nothing outside itself";
  const stage = stageOf(from);
  if (stage === null) return from === RECORD ? recordObjection(to) : null;
  if (to === RECORD) return typeOnly ? null : "a stage takes types alone from the record";
  const other = stageOf(to);
  if (other === null) return "a stage may not know the top of the engine";
  return other === stage || (STAGES[stage] ?? []).includes(other) ? null : `${stage} may not know ${other}`;
}

function recordObjection(to: string): string | null {
  return stageOf(to) === "base" ? null : "the record's definition knows base alone";
}

/** The page takes types alone, so that its first load holds neither server nor engine; its worker runs the engine. */
function pageObjection(from: string, to: string, typeOnly: boolean): string | null {
  if (to.startsWith("src/web/")) return null;
  if (to.startsWith("src/engine/"))
    return typeOnly || from.startsWith("src/web/try/") ? null : "the page takes types alone from the engine";
  if (!to.startsWith("src/server/api/")) return "the page knows the API's types alone";
  return typeOnly ? null : "the page takes types alone from the API";
}

function partObjection(from: string, to: string): string | null {
  if (to.startsWith("src/engine/")) return null;
  const [part, other] = [partOf(from), partOf(to)];
  if (part === null || part === other) return null;
  if (other === null)
    return part === "cli" || part === "server" || part === "work" ? null : `${part} may not know the top of src`;
  return (PARTS[part] ?? []).includes(other) ? null : `${part} may not know ${other}`;
}

function stageOf(path: string): string | null {
  return /^src\/engine\/([a-z-]+)\//.exec(path)?.[1] ?? null;
}

function partOf(path: string): string | null {
  return /^src\/([a-z-]+)\//.exec(path)?.[1] ?? null;
}

const files = filesBelow("src", ".ts", ".tsx");
const imports = files.flatMap((file) => importsOf(file, textOf(file)));

describe("arrows between the parts", () => {
  test("every import of src/ points the right way", () => {
    const wrong = imports.flatMap((i) => {
      const why = objection(i);
      return why === null ? [] : [`${i.from}:${i.line} → ${i.to}: ${why}`];
    });
    expect(wrong).toEqual([]);
  });

  test("every folder of src/ is known to this test", () => {
    const folders = new Set(files.map((file) => partOf(file)).filter((part) => part !== null));
    expect([...folders].filter((part) => part !== "engine" && part !== "web" && PARTS[part] === undefined)).toEqual([]);
    const stages = new Set(files.map((file) => stageOf(file)).filter((stage) => stage !== null));
    expect([...stages].filter((stage) => STAGES[stage] === undefined)).toEqual([]);
    const top = files
      .filter((file) => /^src\/engine\/[^/]+$/.test(file))
      .map((file) => file.slice("src/engine/".length));
    expect(top.filter((file) => !TOP.has(file) && file !== "record.ts")).toEqual([]);
  });

  test("every relative import names a file that is there", () => {
    const lost = imports.filter((i) => i.to.startsWith("src/") && !existsSync(ROOT + i.to));
    expect(lost).toEqual([]);
  });

  test("no value goes round in a circle between files of the engine", () => {
    const next = new Map<string, string[]>();
    for (const { from, to, typeOnly } of imports)
      if (!typeOnly && to.startsWith("src/engine/")) next.set(from, [...(next.get(from) ?? []), to]);
    expect(circlesOf(next)).toEqual([]);
  });
});

/** Circles of a graph, each as the path that closes it. */
function circlesOf(next: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const [done, circles] = [new Set<string>(), new Set<string>()];
  const walk = (file: string, path: readonly string[]): void => {
    if (path.includes(file)) circles.add([...path.slice(path.indexOf(file)), file].join(" → "));
    if (done.has(file) || path.includes(file)) return;
    for (const to of next.get(file) ?? []) walk(to, [...path, file]);
    done.add(file);
  };
  for (const file of next.keys()) walk(file, []);
  return [...circles];
}

/** What this test itself would refuse, so that it cannot fall silent. */
describe("a wrong arrow is seen", () => {
  test.each([
    ["src/engine/base/a.ts", `import { x } from "../document/x.js";`, "base may not know document"],
    ["src/engine/document/a.ts", `import type { X } from "../actors/types.js";`, "document may not know actors"],
    ["src/engine/actors/a.ts", `import { x } from "../dates/index.js";`, "actors may not know dates"],
    ["src/engine/dates/rules/a.ts", `import { x } from "../../actors/index.js";`, "dates may not know actors"],
    ["src/engine/claims/a.ts", `export { x } from "../events/index.js";`, "claims may not know events"],
    ["src/engine/events/a.ts", `const x = await import("../contacts/index.js");`, "events may not know contacts"],
    ["src/engine/stories/a.ts", `import { x } from "../contacts/index.js";`, "stories may not know contacts"],
    ["src/engine/contacts/a.ts", `import { CHANNELS, type Channel } from "../record.js";`, "a stage takes types alone"],
    ["src/engine/contacts/a.ts", `import type { Reading } from "../read.js";`, "a stage may not know the top"],
    ["src/engine/record.ts", `import { x } from "./actors/types.js";`, "the record's definition knows base alone"],
    ["src/engine/read.ts", `import { x } from "../intake/files.js";`, "the engine knows nothing outside itself"],
    ["src/engine/read.ts", `import type { X } from "../cli/main.js";`, "the engine knows nothing outside itself"],
    ["src/engine/read.ts", `import { readFileSync } from "node:fs";`, "the engine may not use this package"],
    ["src/engine/language/a.ts", `import "commander";`, "the engine may not use this package"],
    ["src/intake/a.ts", `import { x } from "../store/port.js";`, "intake may not know store"],
    ["src/export/a.ts", `import {\n  a,\n  b,\n} from "../cli/main.js";`, "export may not know cli"],
    ["src/export/a.ts", `import { readArticle } from "../index.js";`, "export may not know the top of src"],
    ["src/store/a.ts", `import { x } from "../work/queue.js";`, "store may not know work"],
    ["src/store/a.ts", `import { x } from "../desk/index.js";`, "store may not know desk"],
    ["src/desk/a.ts", `import { x } from "../server/app.js";`, "desk may not know server"],
    ["src/web/a.ts", `import { x } from "../store/port.js";`, "the page knows the API's types alone"],
    ["src/web/a.tsx", `import type { X } from "../server/app.js";`, "the page knows the API's types alone"],
    ["src/web/a.tsx", `import { x } from "../server/api/index.js";`, "the page takes types alone from the API"],
    ["src/web/a.tsx", `import { x } from "../engine/read.js";`, "the page takes types alone from the engine"],
  ])("%s: %s", (file, text, message) => {
    expect(importsOf(file, text).map(objection).join("; ")).toContain(message);
  });

  test.each([
    ["src/engine/claims/a.ts", `import type { Channel } from "../record.js";`],
    ["src/engine/claims/a.ts", `import { type Channel, type Repair } from "../record.js";`],
    ["src/engine/claims/a.ts", `import { a } from "../dates/index.js";\nimport { b } from "./b.js";`],
    ["src/engine/read.ts", `import { a } from "./contacts/index.js";\nimport { z } from "zod";`],
    ["src/cli/a.ts", `import { a } from "../intake/files.js";\nimport { b } from "node:fs";`],
    ["src/intake/a.ts", `import { a } from "../engine/base/errors.js";`],
    ["src/web/a.tsx", `import type { X } from "../engine/record.js";`],
    ["src/web/api/contract.ts", `export type * from "../../server/api/index.js";`],
    ["src/web/try/worker.ts", `import { x } from "../../engine/index.js";`],
    ["src/engine/base/a.ts", `// import { x } from "../document/x.js";\nconst s = 'from "../document/x.js"';`],
  ])("%s: %s is allowed", (file, text) => {
    expect(importsOf(file, text).map(objection)).toEqual(importsOf(file, text).map(() => null));
  });
});
