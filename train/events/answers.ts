import { PLOVER_EVENTS } from "../../src/engine/base/codes.js";
import { QUAD } from "../../src/engine/events/scores.js";
import type { Example } from "./examples.js";

const EVENTS = PLOVER_EVENTS.length + 1; // and NONE

/** Event scores of every example, from a file of `train.cpp`. */
export function readScores(bytes: Uint8Array): Float32Array {
  const numbers = new Int32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length));
  const [count = 0, size = 0] = numbers;
  const scores = new Float32Array(numbers.buffer, 8, count * size);
  const events = new Float32Array(count * EVENTS);
  for (let i = 0; i < count; i++) events.set(scores.subarray(i * size, i * size + EVENTS), i * EVENTS);
  return events;
}

/** Probabilities of one example's events, NONE left out, averaged over the networks. */
function probabilities(networks: readonly Float32Array[], example: number, temperature: number): readonly number[] {
  const sum = PLOVER_EVENTS.map(() => 0);
  for (const scores of networks) {
    const own = Array.from(
      scores.subarray(example * EVENTS, example * EVENTS + PLOVER_EVENTS.length),
      (s) => s * temperature,
    );
    const most = Math.max(...own);
    const all = own.reduce((total, s) => total + Math.exp(s - most), 0);
    own.forEach((s, i) => {
      sum[i] = (sum[i] ?? 0) + Math.exp(s - most) / all / networks.length;
    });
  }
  return sum;
}

/** The answer for an example: CONCEDE and RETREAT count as one, since the data call both YIELD. */
function answerOf(probability: readonly number[]): { readonly event: string; readonly confidence: number } {
  const at = (name: string): number => probability[PLOVER_EVENTS.findIndex((e) => e === name)] ?? 0;
  const together = at("CONCEDE") + at("RETREAT");
  const own = PLOVER_EVENTS.map((event) => ({
    event: event === "CONCEDE" ? "RETREAT" : event,
    confidence: event === "CONCEDE" || event === "RETREAT" ? together : at(event),
  }));
  return own.reduce((best, next) => (next.confidence > best.confidence ? next : best));
}

/** Out-of-fold answers for the rows of the public data, one JSON object a line, as the scorers read them. */
export function answersOf(examples: readonly Example[], networks: readonly Float32Array[]): string {
  const temperature = fitTemperature(examples, networks)[0] ?? 1;
  return examples
    .flatMap((example, i) => {
      if (example.habit !== "data") return [];
      const { event, confidence } = answerOf(probabilities(networks, i, temperature));
      const known = PLOVER_EVENTS.find((e) => e === event) ?? "CONSULT";
      return [
        `${JSON.stringify({ event, quad: QUAD[known], confidence: Math.round(confidence * 10_000) / 10_000 })}\n`,
      ];
    })
    .join("");
}

/** The factor on scores at which confidence means its share of right answers, found out of fold on the public data. */
export function fitTemperature(
  examples: readonly Example[],
  networks: readonly Float32Array[],
): readonly [number, number] {
  const rows = examples.flatMap((example, i) => (example.habit === "data" ? [{ example, i }] : []));
  let best = 1;
  let least = Number.POSITIVE_INFINITY;
  for (let temperature = 0.6; temperature <= 3; temperature += 0.05) {
    let loss = 0;
    for (const { example, i } of rows) {
      const probability = probabilities(networks, i, temperature);
      const wanted = example.event === "YIELD" ? ["CONCEDE", "RETREAT"] : [example.event];
      const right = PLOVER_EVENTS.reduce((sum, e, k) => sum + (wanted.includes(e) ? (probability[k] ?? 0) : 0), 0);
      loss -= Math.log(Math.max(right, 1e-6));
    }
    if (loss < least) [best, least] = [temperature, loss];
  }
  return [Math.round(best * 100) / 100, Math.round(best * 100) / 100];
}
