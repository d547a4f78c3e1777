import { type Kernel, MOST_DOTS } from "./kernel.js";
import type { Layer } from "./linear.js";
import { PLACES, type Room } from "./room.js";
import { bestTree } from "./tree-search.js";

const LONGEST = MOST_DOTS - 1; // words; arcs are scored for each pair

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
  readonly kernel: Kernel;
  /** Room for what is worked out of one sentence and forgotten with the next. */
  readonly room: Room;
}

/** The rows of `attach` for each word, after the rectifier; they hold until the next sentence. */
export function attachVectors(states: Int16Array, words: number, { attach, room }: TreeLayers): Float32Array {
  const vectors = room.take(PLACES.vectors, words * attach.rows);
  attach.applyAll(states, words, vectors, true);
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

function arcScores(vectors: Float32Array, words: number, layers: TreeLayers): Float64Array {
  const { arc, attach, root, kernel, room } = layers;
  const size = arc.columns; // and its rows: it turns a dependent into the head it wants
  const scores = room.takeDoubles((words + 1) ** 2);
  const wanted = room.take(PLACES.wanted, words * arc.rows);
  arc.applyEach(vectors, attach.rows, words, wanted);
  kernel.lefts.set(wanted.subarray(0, words * arc.rows));
  const { rights } = kernel;
  rights.set(root);
  for (let h = 0, to = size; h < words; h++) {
    const from = h * attach.rows + size;
    for (let k = 0; k < size; k++) rights[to++] = vectors[from + k] ?? 0;
  }
  kernel.dots(words, words + 1, size);
  scores.fill(0, 0, words + 1);
  scores.set(kernel.products.subarray(0, words * (words + 1)), words + 1);
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
  const { rel, room } = layers;
  const words = heads.length - 1;
  const [root, agent] = [names.indexOf("root"), names.indexOf("obl:agent")];
  const both = room.take(PLACES.pairs, words * rel.columns);
  for (let i = 0; i < words; i++) {
    const head = (heads[i + 1] ?? 0) - 1;
    if (head >= 0) writePair(vectors, i, head, layers, both);
    else both.fill(0, i * rel.columns, (i + 1) * rel.columns);
  }
  const scores = room.take(PLACES.scores, words * rel.rows);
  rel.applyEach(both, rel.columns, words, scores);
  const relations = new Uint8Array(words);
  for (let i = 0; i < words; i++) {
    const head = (heads[i + 1] ?? 0) - 1;
    scores[i * rel.rows + root] = Number.NEGATIVE_INFINITY;
    if (agent >= 0 && xpos[head] !== "VBN") scores[i * rel.rows + agent] = Number.NEGATIVE_INFINITY;
    relations[i] = head < 0 ? root : argmax(scores, i * rel.rows, names.length);
  }
  return relations;
}

/** Writes what a word's relation is read from at its place in `both`: its own vector, the head's, and their product. */
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
  const to = dependent * rel.columns;
  for (let k = 0; k < size; k++) {
    const a = vectors[own + k] ?? 0;
    const b = vectors[other + k] ?? 0;
    both[to + k] = a;
    both[to + size + k] = b;
    both[to + 2 * size + k] = a * b;
  }
}

/** Place of the highest of `count` scores from `from` on; the first among equals. */
export function argmax(scores: Float32Array, from: number, count: number): number {
  let best = 0;
  let most = scores[from] ?? 0;
  for (let k = 1; k < count; k++) {
    const score = scores[from + k] ?? 0;
    if (score > most) [best, most] = [k, score];
  }
  return best;
}
