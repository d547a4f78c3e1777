import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { ROOT } from "../layout/sources.js";

const PAGE = join(ROOT, "dist/web");
/** What a first visit may cost, compressed, without the engine: half a second on a slow line. */
const FIRST_LOAD_BYTES = 250 * 1024;
/** A view that is fetched when it is first opened. */
const VIEW_BYTES = 120 * 1024;

/** Bytes of a file of the page, compressed. */
function weightOf(file: string): number {
  return gzipSync(readFileSync(join(PAGE, file))).length;
}

/** Files the page names: what the browser fetches before it draws anything. */
function firstLoad(): readonly string[] {
  const html = readFileSync(join(PAGE, "index.html"), "utf8");
  return ["index.html", ...[...html.matchAll(/(?:src|href)="\/([^"]+)"/g)].map(([, file = ""]) => file)];
}

describe("the built page", () => {
  test("is there (scripts/page.sh)", () => {
    expect(existsSync(join(PAGE, "index.html"))).toBe(true);
  });

  test(`weighs at most ${FIRST_LOAD_BYTES} bytes at first load`, () => {
    const weights = firstLoad().map((file) => [file, weightOf(file)] as const);
    const sum = weights.reduce((total, [, bytes]) => total + bytes, 0);
    expect({ sum: sum <= FIRST_LOAD_BYTES ? "within" : sum, weights }).toEqual({ sum: "within", weights });
  });

  test("has no view, but for the worker, that weighs more than its share", () => {
    const heavy = readdirSync(join(PAGE, "assets"))
      .filter((file) => file.endsWith(".js") && !file.startsWith("worker"))
      .map((file) => [file, weightOf(`assets/${file}`)] as const)
      .filter(([, bytes]) => bytes > VIEW_BYTES);
    expect(heavy).toEqual([]);
  });

  test("names no address elsewhere, and holds no script or style a strict policy forbids", () => {
    const html = readFileSync(join(PAGE, "index.html"), "utf8");
    expect(html).not.toMatch(/(?:src|href)="(?:https?:)?\/\//);
    expect(html).not.toMatch(/<script(?![^>]*\bsrc=)|<style|\sstyle="|\son\w+="/);
  });
});
