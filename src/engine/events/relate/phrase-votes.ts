import type { SetPhrase } from "../set-phrases.js";
import type { CodeLabel } from "./event-codes.js";

/** What the set phrases of a sentence count beside the readers. */
export interface PhraseWorth {
  /** Natural logarithm of how many times likelier a code is of which a phrase speaks. */
  readonly code: number;
  /** The same of its event, by the phrase's places: none, one, two … */
  readonly event: readonly number[];
}

/** What phrases say of an event with a code: the places of the longest that tells the event, and whether one tells the code too. */
export interface PhraseMark {
  readonly size: number;
  readonly exact: boolean;
}

/** What phrases say of an event with three digits of a CAMEO code; `null` where none tells the event. */
export function markOf(
  phrases: readonly SetPhrase[],
  event: string | undefined,
  cameo: string | undefined,
): PhraseMark | null {
  const own = phrases.filter((phrase) => phrase.event === event);
  if (own.length === 0) return null;
  return { size: Math.max(...own.map(({ size }) => size)), exact: own.some((phrase) => phrase.cameo === cameo) };
}

/** What a mark counts, as a natural logarithm; phrases longer than any that has a worth count as the longest that has. */
export function worthOf(mark: PhraseMark | null, { code, event }: PhraseWorth): number {
  if (mark === null) return 0;
  return (event[Math.min(mark.size, event.length - 1)] ?? 0) + (mark.exact ? code : 0);
}

/** How likely events and codes are, in the order of their labels; the last event is none. */
interface Chances {
  readonly events: Float64Array;
  readonly codes: Float64Array;
}

/** Makes the codes and events of which set phrases speak likelier. That nothing is told stays as likely as it was. */
export function withPhrases(
  { events, codes }: Chances,
  labels: readonly CodeLabel[],
  phrases: readonly SetPhrase[],
  worth: PhraseWorth,
): Chances {
  if (phrases.length === 0) return { events, codes };
  const last = events.length - 1;
  const raised = Float64Array.from(labels, ({ event, cameo }, i) => {
    return (codes[i] ?? 0) * Math.exp(worthOf(markOf(phrases, event, cameo), worth));
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
