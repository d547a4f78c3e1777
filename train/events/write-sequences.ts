import { closeSync, openSync, writeSync } from "node:fs";
import { PLOVER_EVENTS } from "../../src/engine/base/codes.js";
import { CONTEXTS } from "../../src/engine/base/contexts.js";
import type { PairInput } from "../../src/engine/events/relate/pair-input.js";
import type { PairSequence } from "../../src/engine/events/relate/sequence.js";
import type { Example } from "./examples.js";
import { type Labels, maskOf, STATUSES } from "./write-examples.js";

/** What a sequence is made of beside the labels. */
export interface SequenceOptions {
  /**
   * Whether a pair learns the second of a reader's two rows of habit. It is the manual's; of the manual's own
   * readers it is that of written sentences, the first that of real ones.
   */
  readonly isSecond?: (example: Example) => boolean;
  /** Whether words have the names of what frames make of them, whatever the tree. */
  readonly loose?: boolean;
}

/**
 * Writes the pairs as `sequence.py` reads them: FILE.jsonl with a pair a line, FILE.states with the language network's
 * states of its words, 16-bit numbers, first layer and second layer of each word of the stretch in turn.
 */
export function writeSequences(
  file: string,
  examples: readonly Example[],
  inputOf: (example: Example, index: number) => PairInput,
  labels: Labels,
  { isSecond = ({ habit }) => habit === "manual", loose = false }: SequenceOptions = {},
): void {
  const [pairs, states] = [openSync(`${file}.jsonl`, "w"), openSync(`${file}.states`, "w")];
  writeSync(
    pairs,
    `${JSON.stringify({ events: [...PLOVER_EVENTS, "NONE"], cameo: labels.cameo.length, mode: labels.mode.length, status: STATUSES.length, contexts: CONTEXTS.length })}\n`,
  );
  examples.forEach((example, i) => {
    const input = inputOf(example, i);
    writeSync(
      pairs,
      `${JSON.stringify({ manual: isSecond(example), ...labelsFor(example, labels), ...readOf(input.sequence, loose) })}\n`,
    );
    writeSync(states, statesOf(input));
  });
  closeSync(pairs);
  closeSync(states);
}

/** What `sequence.py` reads of a pair: each word of the stretch with all its names. */
function readOf({ first, rows, own, loose, places, regions, picked, whole }: PairSequence, withLoose: boolean): object {
  const names = places.map((names, w) => [
    ...(own[first + w] ?? []),
    ...names,
    ...(withLoose ? (loose[first + w] ?? []) : []),
  ]);
  return { rows, names, regions, picked, whole };
}

function labelsFor(example: Example, labels: Labels): object {
  const manual = example.habit === "manual";
  const some = manual && example.event !== "NONE";
  return {
    fold: example.fold,
    weight: example.weight,
    event: maskOf(example.event),
    cameo: manual ? labels.cameo.indexOf(example.cameo) : -1,
    mode: some ? labels.mode.indexOf(`${example.event} ${example.mode}`) : -1,
    status: manual ? STATUSES.indexOf(example.status) : -1,
    negated: manual ? Number(example.negated) : -1,
    contexts: manual ? CONTEXTS.flatMap((c, k) => (example.context.includes(c) ? [k] : [])) : [],
  };
}

function statesOf({ sequence, states }: PairInput): Uint8Array {
  const words = sequence.rows.length;
  if (states === undefined || words === 0) return new Uint8Array();
  const size = WIDTH / 2;
  const all = new Int16Array(words * WIDTH);
  for (let w = 0; w < words; w++) {
    const from = (sequence.first + w) * size;
    all.set(states.first.subarray(from, from + size), w * WIDTH);
    all.set(states.second.subarray(from, from + size), w * WIDTH + size);
  }
  return new Uint8Array(all.buffer);
}

const WIDTH = 512; // numbers of both layers for a word
