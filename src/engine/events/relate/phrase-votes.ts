import type { SetPhrase } from "../set-phrases.js";
import type { CodeLabel } from "./event-codes.js";

/** What the set phrases of a sentence count beside the readers. */
export interface PhraseWorth {
  /** Natural logarithm of how many times likelier a code is of which a phrase speaks. */
  readonly code: number;
  /** The same of its event, by the phrase's places: none, one, two … */
  readonly event: readonly number[];
}

/** How likely events and codes are, in the order of their labels; the last event is none. */
interface Chances {
  readonly events: Float64Array;
  readonly codes: Float64Array;
}

/**
 * Makes the codes and events of which set phrases speak likelier; of several phrases for one event the
 * longest counts, and that one tells the code.
 * That nothing is told stays as likely as it was.
 */
export function withPhrases(
  { events, codes }: Chances,
  labels: readonly CodeLabel[],
  phrases: readonly SetPhrase[],
  worth: PhraseWorth,
): Chances {
  if (phrases.length === 0) return { events, codes };
  const last = events.length - 1;
  const raised = codes.map((chance, i) => {
    const label = labels[i];
    return label === undefined ? chance : chance * Math.exp(worthOf(label, phrases, worth));
  });
  const sums = new Float64Array(events.length);
  for (const [i, { at }] of labels.entries()) sums[at[0]] = (sums[at[0]] ?? 0) + (raised[i] ?? 0);
  const all = sums.reduce((a, b) => a + b, 0);
  const none = events[last] ?? 0;
  const share = (1 - none) / Math.max(all, LEAST);
  return {
    events: sums.map((chance, i) => (i === last ? none : chance * share)),
    codes: raised.map((chance) => chance * share),
  };
}

const LEAST = 1e-9; // of a sum that is divided by

function worthOf({ event, cameo }: CodeLabel, phrases: readonly SetPhrase[], worth: PhraseWorth): number {
  let [longest, exact] = [0, false];
  for (const phrase of phrases) {
    if (phrase.event !== event) continue;
    longest = Math.max(longest, phrase.size);
    exact ||= phrase.cameo === cameo;
  }
  return (worth.event[Math.min(longest, worth.event.length - 1)] ?? 0) + (exact ? worth.code : 0);
}
