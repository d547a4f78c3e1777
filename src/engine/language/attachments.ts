import type { Layer } from "./linear.js";
import { bestTree } from "./tree-search.js";

const LONGEST = 400; // words; arcs are scored for each pair
const LEAK = 0.1; // of the rectifier, as trained

/** The layers that make trees of the second recurrent layer's output. */
export interface TreeLayers {
  /** Each word as dependent and as head in arcs, then the same in relations. */
  readonly attach: Layer;
  /** The bilinear form: from a dependent to the head it wants. */
  readonly arc: Layer;
  /** Relations from both words and their product. */
  readonly rel: Layer;
  /** The root as head. */
  readonly root: Float32Array;
}

/** The rows of `attach` for each word, after the rectifier. */
export function attachVectors(states: Int16Array, words: number, { attach }: TreeLayers): Float32Array {
  const vectors = new Float32Array(words * attach.rows);
  attach.applyAll(states, words, vectors);
  for (let k = 0; k < vectors.length; k++) if ((vectors[k] ?? 0) < 0) vectors[k] = (vectors[k] ?? 0) * LEAK;
  return vectors;
}

/**
 * Heads of all words: of word i at i + 1, counted from 1, 0 for the root. A text longer than any sentence is parsed in
 * parts, of which the later ones hang on the first.
 */
export function headsOf(vectors: Float32Array, words: number, layers: TreeLayers): Int32Array {
  const { rows } = layers.attach;
  const heads = new Int32Array(words + 1);
  let root = 0;
  for (let from = 0; from < words; from += LONGEST) {
    const count = Math.min(LONGEST, words - from);
    const tree = bestTree(arcScores(vectors.subarray(from * rows, (from + count) * rows), count, layers), count + 1);
    for (let i = 1; i <= count; i++) heads[from + i] = tree[i] === 0 ? root : from + (tree[i] ?? 0);
    if (from === 0) root = tree.indexOf(0, 1);
  }
  return heads;
}

function arcScores(vectors: Float32Array, words: number, { arc, attach, root }: TreeLayers): Float64Array {
  const size = arc.columns;
  const scores = new Float64Array((words + 1) ** 2);
  for (let d = 0; d < words; d++) {
    const from = d * attach.rows;
    const wanted = arc.apply(vectors.subarray(from, from + size));
    const row = (d + 1) * (words + 1);
    scores[row] = dot(wanted, root, 0, size);
    for (let h = 0; h < words; h++) scores[row + h + 1] = dot(wanted, vectors, h * attach.rows + size, size);
  }
  return scores;
}

/**
 * Relations of all words to their heads, as numbers in `names`; “root” for the root and for no other.
 *
 * @param xpos Penn tags: only a participle has an agent (“spoke by telephone” names none).
 */
export function relationsOf(
  vectors: Float32Array,
  heads: Int32Array,
  layers: TreeLayers,
  names: readonly string[],
  xpos: readonly string[],
): Uint8Array {
  const { rel } = layers;
  const both = new Float32Array(rel.columns);
  const [root, agent] = [names.indexOf("root"), names.indexOf("obl:agent")];
  return Uint8Array.from({ length: heads.length - 1 }, (_, i) => {
    const head = (heads[i + 1] ?? 0) - 1;
    if (head < 0) return root;
    writePair(vectors, i, head, layers, both);
    const scores = rel.apply(both);
    scores[root] = Number.NEGATIVE_INFINITY;
    if (agent >= 0 && xpos[head] !== "VBN") scores[agent] = Number.NEGATIVE_INFINITY;
    return argmax(scores, 0, names.length);
  });
}

/** What a relation is read from: the dependent's vector, the head's, and their product. */
function writePair(
  vectors: Float32Array,
  dependent: number,
  head: number,
  layers: TreeLayers,
  both: Float32Array,
): void {
  const { arc, attach, rel } = layers;
  const size = rel.columns / 3;
  const own = dependent * attach.rows + 2 * arc.columns;
  const other = head * attach.rows + 2 * arc.columns + size;
  for (let k = 0; k < size; k++) {
    const [a, b] = [vectors[own + k] ?? 0, vectors[other + k] ?? 0];
    both[k] = a;
    both[size + k] = b;
    both[2 * size + k] = a * b;
  }
}

/** Place of the highest of `count` scores from `from` on; the first among equals. */
export function argmax(scores: Float32Array, from: number, count: number): number {
  let best = 0;
  for (let k = 1; k < count; k++) if ((scores[from + k] ?? 0) > (scores[from + best] ?? 0)) best = k;
  return best;
}

/** In four sums, which a processor can carry on at once; `size` is a multiple of 16. */
function dot(a: Float32Array, b: Float32Array, from: number, size: number): number {
  let [p, q, r, s] = [0, 0, 0, 0];
  for (let k = 0; k < size; k += 4) {
    p += (a[k] ?? 0) * (b[from + k] ?? 0);
    q += (a[k + 1] ?? 0) * (b[from + k + 1] ?? 0);
    r += (a[k + 2] ?? 0) * (b[from + k + 2] ?? 0);
    s += (a[k + 3] ?? 0) * (b[from + k + 3] ?? 0);
  }
  return p + q + (r + s);
}
