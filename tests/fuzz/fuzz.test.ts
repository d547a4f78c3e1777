import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Ledger, openLedger } from "../../src/store/index.js";
import { read } from "../store/articles.js";
import { apiTarget } from "./api-target.js";
import { LINES } from "./corpus.js";
import { type Target, targets } from "./targets.js";

/**
 * Every reader of the program, fed with altered articles, pages, feeds, archives and requests.
 *
 * In the ordinary tests some thousand cases with the same seed every time. `npm run test:fuzz` takes a million with a new
 * seed and also holds each case to a bound of time; a failing case is made small and printed with what repeats it:
 * FUZZ_CASES, FUZZ_SEED, FUZZ_PATH and FUZZ_ONLY.
 */
const CASES = Number(process.env["FUZZ_CASES"] ?? 6_000);
const NIGHTLY = process.env["FUZZ_CASES"] !== undefined;
const SEED = Number(process.env["FUZZ_SEED"] ?? (NIGHTLY ? Date.now() % 2 ** 31 : 20261128));
const PATH = process.env["FUZZ_PATH"];
const ONLY = process.env["FUZZ_ONLY"];
const WHOLE = 100_000; // of which the shares are parts
/** Milliseconds a case may take: at any length, and for each thousand code units. Measured at night alone. */
const [BOUND, BOUND_PER_THOUSAND] = [2_000, 400];

const folder = mkdtempSync(join(tmpdir(), "readout-fuzz-"));
let ledger: Ledger;
beforeAll(async () => {
  if (NIGHTLY) console.log(`fuzz: ${CASES} cases, seed ${SEED}`);
  ledger = await openLedger(join(folder, "ledger.db"), "create");
  await ledger.save(LINES.slice(0, 4).map((line) => read(JSON.parse(line))));
});
afterAll(async () => {
  await ledger.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Length of an input, whatever it is made of. */
function lengthOf(input: unknown): number {
  if (typeof input === "string" || input instanceof Uint8Array) return input.length;
  return typeof input === "object" && input !== null
    ? Object.values(input).reduce((sum: number, part: unknown) => sum + lengthOf(part), 0)
    : 0;
}

async function faultsOf({ faults }: Target, input: unknown): Promise<readonly string[]> {
  const before = process.cpuUsage();
  const found = await faults(input);
  if (!NIGHTLY) return found;
  const { user, system } = process.cpuUsage(before);
  const bound = BOUND + (BOUND_PER_THOUSAND * lengthOf(input)) / 1000;
  const spent = (user + system) / 1000;
  return spent <= bound ? found : [...found, `took ${Math.round(spent)} ms, bound ${Math.round(bound)} ms`];
}

async function tried(target: Target): Promise<void> {
  const numRuns = Math.max(1, Math.round((CASES * target.share) / WHOLE));
  await fc.assert(
    fc.asyncProperty(target.inputs, async (input) => {
      expect(await faultsOf(target, input)).toEqual([]);
    }),
    { numRuns, seed: SEED, ...(PATH === undefined ? {} : { path: PATH }) },
  );
}

const all: readonly { readonly name: string; readonly of: () => Target }[] = [
  ...targets(folder).map((target) => ({ name: target.name, of: () => target })),
  { name: "api", of: () => apiTarget(ledger) },
];

const PATIENCE = 600_000; // milliseconds: on a busy machine a target takes minutes

describe("no input breaks a reader", { timeout: NIGHTLY ? 0 : PATIENCE }, () => {
  test.each(all.filter(({ name }) => ONLY === undefined || ONLY === name))("$name", async ({ of }) => {
    await tried(of());
  });

  test("the shares are of one whole", () => {
    expect(all.reduce((sum, { of }) => sum + of().share, 0)).toBe(WHOLE);
  });
});
