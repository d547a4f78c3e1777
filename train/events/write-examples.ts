import { PLOVER_EVENTS } from "../../src/engine/base/codes.js";
import { CONTEXTS } from "../../src/engine/base/contexts.js";
import type { PairInput } from "../../src/engine/events/relate/pair-input.js";
import type { Example } from "./examples.js";

/** Labels of the model's answers, in the order of its outputs. */
export interface Labels {
  readonly cameo: readonly string[];
  /** “EVENT mode”. */
  readonly mode: readonly string[];
}

export const STATUSES = ["happened", "planned", "hypothetical", "historical"];
const FIRST_HALF = 30; // contexts in the first of two words of bits

export function labelsOf(examples: readonly Example[]): Labels {
  const list = (values: readonly string[]): readonly string[] => [...new Set(values)].sort();
  const manual = examples.filter((e) => e.habit === "manual" && e.event !== "NONE");
  return { cameo: list(manual.map((e) => e.cameo)), mode: list(manual.map((e) => `${e.event} ${e.mode}`)) };
}

/** Lays examples out as `train.cpp` reads them: 32-bit numbers, little-endian. */
export function exampleBytes(examples: readonly Example[], labels: Labels, inputs: readonly PairInput[]): Uint8Array {
  const numbers: number[] = [examples.length, labels.cameo.length, labels.mode.length];
  for (const [i, example] of examples.entries()) {
    const input = inputs[i];
    if (input === undefined) throw new RangeError(`no input for ${example.id}`);
    numbers.push(...head(example, labels), input.keys.length, input.split, ...Array.from(input.keys, (k) => k | 0));
    for (const rows of input.rows) numbers.push(rows.length, ...rows);
  }
  return new Uint8Array(Int32Array.from(numbers).buffer);
}

function head(example: Example, labels: Labels): readonly number[] {
  const manual = example.habit === "manual";
  const some = manual && example.event !== "NONE";
  const bits = (from: number, to: number): number =>
    CONTEXTS.slice(from, to).reduce((sum, c, i) => sum + (example.context.includes(c) ? 2 ** i : 0), 0);
  const weight = new Int32Array(Float32Array.of(example.weight).buffer)[0] ?? 0;
  return [
    manual ? 1 : 0,
    example.fold,
    maskOf(example.event),
    some ? labels.cameo.indexOf(example.cameo) : -1,
    some ? labels.mode.indexOf(`${example.event} ${example.mode}`) : -1,
    manual ? STATUSES.indexOf(example.status) : -1,
    manual ? Number(example.negated) : -1,
    manual ? bits(0, FIRST_HALF) : -1,
    manual ? bits(FIRST_HALF, CONTEXTS.length) : -1,
    weight,
  ];
}

/** One bit for each event an answer may be; NONE is the last. */
export function maskOf(event: string): number {
  const names: readonly string[] = [...PLOVER_EVENTS, "NONE"];
  const wanted = event === "YIELD" ? ["CONCEDE", "RETREAT"] : [event];
  return wanted.reduce((sum, e) => sum + (names.includes(e) ? 2 ** names.indexOf(e) : 0), 0);
}
