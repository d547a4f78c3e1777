import { afterAll, beforeAll, expect, test } from "vitest";
import { folderOf, openStepCounter, type StepCounter } from "../../bench/growth/count-steps.js";

/**
 * Twice the text is twice the work, whatever the text: steps of the program are counted, not time. Small
 * versions of the hostile texts of `bench/growth.ts`, those that break readers first; where work grows faster up to a limit of
 * the engine's (the last 200 contacts), the bench goes beyond it.
 */
const KINDS = [
  "straight quotes", "quotes nested", "hyphens", "letters with hyphens", "opening brackets", "capitals without a blank", "single capitals", "words in capitals",
  "lines of a letter", "digits", "spaced digits", "accents alone", "one letter with all accents", "faces", "carriage returns", "tags", "one sentence", "sentences", "clauses in clauses", 
  "pronouns", "they", "quotations", "calls", "ever new persons", "ever new quotations",
] as const; // biome-ignore format: a list
/** Code units: some sentences of the longest, within which work grows faster. */
const SHORT = 4_000;
const DOUBLINGS = 2;
const MOST = 2.3; // times the work, for a doubling
/** Steps below which folders are not compared: what every text takes. */
const FEW = 50_000;

let counter: StepCounter;
let read: (text: string) => unknown;
let adversaries: typeof import("../../bench/adversaries.js").ADVERSARIES;
let lead: string;

beforeAll(async () => {
  counter = await openStepCounter(folderOf);
  // After the counter, which counts what is imported later.
  const { readArticle } = await import("../../src/engine/read.js");
  const { defaultKnowledge } = await import("../../src/knowledge.js");
  ({ ADVERSARIES: adversaries } = await import("../../bench/adversaries.js"));
  ({ LEAD: lead } = await import("../../bench/growth/inputs.js"));
  const knowledge = defaultKnowledge();
  read = (text) => readArticle({ text, language: "en" }, knowledge);
  read(lead.repeat(10)); // what is made once
});
afterAll(() => counter.close());

/** Folders whose work grew more than it may, with how much. */
function tooSteep(short: ReadonlyMap<string, number>, long: ReadonlyMap<string, number>): readonly string[] {
  return [...long].flatMap(([folder, steps]) => {
    const factor = (steps / Math.max(short.get(folder) ?? 0, FEW)) ** (1 / DOUBLINGS);
    return factor > MOST ? [`${folder}: ${factor.toFixed(2)} times for a doubling (${steps} steps)`] : [];
  });
}

test("the counter counts the same every time, and what grows with the square is told", async () => {
  const steps = async (n: number): Promise<number> =>
    [...(await counter.count(() => read(`${lead}${"Putin met Macron. ".repeat(n)}`))).values()].reduce((a, b) => a + b, 0); // biome-ignore format: one line reads best
  await steps(50); // some things are kept
  const [one, two] = [await steps(50), await steps(100)];
  expect(one).toBeGreaterThan(FEW);
  expect(two / one).toBeGreaterThan(1.7);
  expect(two / one).toBeLessThan(MOST);
  expect(Math.abs((await steps(100)) / two - 1)).toBeLessThan(0.02); // what is kept differs a little
  expect(tooSteep(new Map([["a", 200_000]]), new Map([["a", 200_000 * 16]]))).toHaveLength(1);
});

test.each(KINDS)("%s", async (kind) => {
  const make = adversaries.get(kind);
  if (make === undefined) throw new TypeError(`no such kind: ${kind}`);
  const steps = (length: number) => counter.count(() => read(lead + make(length)));
  expect(tooSteep(await steps(SHORT), await steps(SHORT * 2 ** DOUBLINGS))).toEqual([]);
});
