const LEAST = 1e-12; // a probability's floor before its logarithm is taken

/** Where exponentials are kept until their sum is known: small arrays made for each answer cost more than what they hold. */
let raised = new Float64Array(512);

/** Adds `share` of the softmax of `length` scores from `from` on. */
export function addSoftmax(scores: Float64Array, from: number, length: number, share: number, out: Float64Array): void {
  if (raised.length < length) raised = new Float64Array(length);
  const sum = raise(scores, from, length);
  for (let i = 0; i < length; i++) out[from + i] = (out[from + i] ?? 0) + (share * (raised[i] ?? 0)) / sum;
}

/** Leaves the exponentials of scores, of which the highest is 1, in `raised`, and gives their sum. */
function raise(scores: ArrayLike<number>, from: number, length: number): number {
  let most = Number.NEGATIVE_INFINITY;
  for (let i = from; i < from + length; i++) most = Math.max(most, scores[i] ?? 0);
  let sum = 0;
  for (let i = 0; i < length; i++) {
    const one = Math.exp((scores[from + i] ?? 0) - most);
    raised[i] = one;
    sum += one;
  }
  return sum;
}

/** The events' probabilities: the mean of the logarithms of each answer's, so that an answer that is sure counts for more. */
export function addEvents(
  all: readonly Float64Array[],
  shares: readonly number[],
  count: number,
  temperature: number,
  out: Float64Array,
): void {
  const mean = new Float64Array(count);
  for (const [i, scores] of all.entries()) {
    const sum = raise(scores, 0, count);
    for (let k = 0; k < count; k++) {
      const p = (raised[k] ?? 0) / sum;
      mean[k] = (mean[k] ?? 0) + (shares[i] ?? 0) * temperature * Math.log(Math.max(p, LEAST));
    }
  }
  addSoftmax(mean, 0, count, 1, out);
}

/** The probability that the first `count` scores give the last of them. */
export function chanceOfLast(scores: Float64Array, count: number): number {
  const all = raise(scores, 0, count);
  return (raised[count - 1] ?? 0) / all;
}

/** The highest probability that the first `count` scores give any of them but the last. */
export function chanceOfLikeliest(scores: ArrayLike<number>, count: number): number {
  const all = raise(scores, 0, count);
  let most = 0;
  for (let i = 0; i < count - 1; i++) most = Math.max(most, raised[i] ?? 0);
  return most / all;
}
