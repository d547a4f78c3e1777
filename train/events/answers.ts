import { createHash } from "node:crypto";
import { PLOVER_EVENTS } from "../../src/engine/base/codes.js";
import { chanceOfLikeliest } from "../../src/engine/events/relate/mix.js";
import { CERTAIN_EVENT } from "../../src/engine/events/relate/model.js";
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

/** Event scores of every example by one network, and what they count in the mean; all shares make 1. */
export interface Member {
  readonly scores: Float32Array;
  readonly share: number;
}

/**
 * Probabilities of one example's events, NONE left out: the mean of the networks' logarithms, or what the first one says where
 * it is sure, as `relate/model.ts` takes it.
 *
 * @param members The first reader, then the second ones.
 */
function probabilities(members: readonly Member[], example: number, temperature: number): readonly number[] {
  const scoresOf = ({ scores }: Member): Float32Array => scores.subarray(example * EVENTS, (example + 1) * EVENTS);
  const [first] = members;
  const isSettled = first !== undefined && chanceOfLikeliest(scoresOf(first), EVENTS) >= CERTAIN_EVENT;
  const asked = isSettled ? [{ ...first, share: 1 }] : members;
  const mean = PLOVER_EVENTS.map(() => 0);
  for (const member of asked) {
    const { share } = member;
    const own = logSoftmax(scoresOf(member));
    mean.forEach((_, i) => {
      mean[i] = (mean[i] ?? 0) + share * temperature * (own[i] ?? 0);
    });
  }
  return logSoftmax(Float32Array.from(mean)).map(Math.exp);
}

function logSoftmax(scores: Float32Array): readonly number[] {
  const most = Math.max(...scores);
  const all = scores.reduce((total, s) => total + Math.exp(s - most), 0);
  return Array.from(scores, (s) => s - most - Math.log(all));
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

/** How the answers name a row: by a hash, without its text. */
export function rowName(marked: string): string {
  return createHash("sha256").update(marked).digest("hex").slice(0, 16);
}

/** Out-of-fold answers for the rows of the public data, one JSON object a line, as the scorers read them. */
export function answersOf(examples: readonly Example[], members: readonly Member[], temperature: number): string {
  return examples
    .flatMap((example, i) => {
      if (example.fold < 0) return [];
      const { event, confidence } = answerOf(probabilities(members, i, temperature));
      const known = PLOVER_EVENTS.find((e) => e === event) ?? "CONSULT";
      return [
        `${JSON.stringify({ row: rowName(example.marked), event, quad: QUAD[known], confidence: Math.round(confidence * 10_000) / 10_000 })}\n`,
      ];
    })
    .join("");
}

/** The factor on scores at which confidence means its share of right answers, found out of fold on the public data. */
export function fitTemperature(examples: readonly Example[], members: readonly Member[]): number {
  const rows = examples.flatMap((example, i) => (example.fold >= 0 ? [{ example, i }] : []));
  let best = 1;
  let least = Number.POSITIVE_INFINITY;
  for (let temperature = 0.6; temperature <= 3; temperature += 0.05) {
    let loss = 0;
    for (const { example, i } of rows) {
      const probability = probabilities(members, i, temperature);
      const wanted = example.event === "YIELD" ? ["CONCEDE", "RETREAT"] : [example.event];
      const right = PLOVER_EVENTS.reduce((sum, e, k) => sum + (wanted.includes(e) ? (probability[k] ?? 0) : 0), 0);
      loss -= Math.log(Math.max(right, 1e-6));
    }
    if (loss < least) [best, least] = [temperature, loss];
  }
  return Math.round(best * 100) / 100;
}
