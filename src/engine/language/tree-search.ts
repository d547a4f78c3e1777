const NEVER = -1e9;
/** Roots up to which each is tried by itself; more are found in noise alone, where trying them all takes too long. */
const MAX_ROOTS = 8;
/** The same in a sentence of more than so many words, where each trial takes longer still. */
const MAX_ROOTS_OF_LONG = 2;
const LONG = 150;
/** More than all arcs of a sentence are worth together: a tree never takes a second root for it. */
const ROOT_PENALTY = 1e6;

/**
 * The best tree in which exactly one word hangs on the root (Chu and Liu 1965, Edmonds 1967).
 *
 * @param scores `size` rows of `size`: how well head h suits dependent d, at d · size + h; node 0 is the root.
 * @returns Each node's head; of node 0, 0. Among equals the first head wins.
 */
export function bestTree(scores: Float64Array, size: number): Int32Array {
  for (let d = 0; d < size; d++) scores[d * size + d] = NEVER;
  const heads = spanning(scores, size);
  const roots: number[] = [];
  for (let d = 1; d < size; d++) if (heads[d] === 0) roots.push(d);
  if (roots.length <= 1) return heads;
  if (roots.length > (size > LONG ? MAX_ROOTS_OF_LONG : MAX_ROOTS)) return withFewestRoots(scores, size);
  let best = heads;
  let bestScore = Number.NEGATIVE_INFINITY;
  for (const root of roots) {
    const only = scores.slice();
    for (let d = 0; d < size; d++) only[d * size] = NEVER;
    only.fill(NEVER, root * size, (root + 1) * size);
    only[root * size] = 0;
    const tree = spanning(only, size);
    let score = scores[root * size] ?? NEVER;
    for (let d = 1; d < size; d++) if (d !== root) score += scores[d * size + (tree[d] ?? 0)] ?? NEVER;
    if (score > bestScore) [best, bestScore] = [tree, score];
  }
  return best;
}

/** The best tree of those with the fewest words on the root: one, since any word suits any other somehow. */
function withFewestRoots(scores: Float64Array, size: number): Int32Array {
  const fewer = scores.slice();
  for (let d = 1; d < size; d++) fewer[d * size] = (scores[d * size] ?? NEVER) - ROOT_PENALTY;
  return spanning(fewer, size);
}

function greedy(scores: Float64Array, size: number): Int32Array {
  const heads = new Int32Array(size);
  for (let d = 1; d < size; d++) {
    let best = 0;
    let most = scores[d * size] ?? NEVER;
    for (let h = 1; h < size; h++) {
      const score = scores[d * size + h] ?? NEVER;
      if (score > most) [best, most] = [h, score];
    }
    heads[d] = best;
  }
  return heads;
}

/** Nodes of a cycle, or null. */
function findCycle(heads: Int32Array): number[] | null {
  const seen = new Int32Array(heads.length);
  for (let start = 1; start < heads.length; start++) {
    let node = start;
    while (node > 0 && seen[node] === 0) {
      seen[node] = start;
      node = heads[node] ?? 0;
    }
    if (node <= 0 || seen[node] !== start) continue;
    const cycle = [node];
    for (let next = heads[node] ?? 0; next !== node; next = heads[next] ?? 0) cycle.push(next);
    return cycle;
  }
  return null;
}

function spanning(scores: Float64Array, size: number): Int32Array {
  const heads = greedy(scores, size);
  const cycle = findCycle(heads);
  return cycle === null ? heads : contract(scores, size, heads, cycle);
}

/** Makes the cycle one node, solves the smaller problem, and opens the cycle where an arc enters it. */
function contract(scores: Float64Array, size: number, heads: Int32Array, cycle: readonly number[]): Int32Array {
  const rest = outside(cycle, size);
  const one = rest.length; // the cycle's node
  const { reduced, leaves, enters } = reduce(scores, size, heads, cycle, rest);
  const solved = spanning(reduced, one + 1);
  for (let a = 1; a < one; a++) {
    const head = solved[a] ?? 0;
    heads[rest[a] ?? 0] = head === one ? (leaves[a] ?? 0) : (rest[head] ?? 0);
  }
  const entry = solved[one] ?? 0;
  heads[enters[entry] ?? 0] = rest[entry] ?? 0;
  return heads;
}

/** Nodes outside a cycle, ascending; the root is always one. */
function outside(cycle: readonly number[], size: number): Int32Array {
  const inside = new Uint8Array(size);
  for (const c of cycle) inside[c] = 1;
  const rest = new Int32Array(size - cycle.length);
  for (let i = 0, a = 0; i < size; i++) if (inside[i] === 0) rest[a++] = i;
  return rest;
}

interface Reduced {
  /** Scores among the nodes outside the cycle, in order, and the cycle as the last of them. */
  readonly reduced: Float64Array;
  /** Of each node outside, the node of the cycle that suits it best as head. */
  readonly leaves: Int32Array;
  /** Of each node outside, the node of the cycle into which it goes with the greatest gain. */
  readonly enters: Int32Array;
}

/** Plain loops: a row of words without grammar is contracted a hundred times. */
function reduce(
  scores: Float64Array,
  size: number,
  heads: Int32Array,
  cycle: readonly number[],
  rest: Int32Array,
): Reduced {
  const one = rest.length;
  const small = one + 1;
  const reduced = new Float64Array(small * small).fill(NEVER);
  const [leaves, enters] = [new Int32Array(small), new Int32Array(small)];
  const held = cycle.map((c) => scores[c * size + (heads[c] ?? 0)] ?? NEVER);
  for (let a = 0; a < one; a++) {
    const node = rest[a] ?? 0;
    const row = node * size;
    if (a !== 0)
      for (let b = 0; b < one; b++) if (b !== a) reduced[a * small + b] = scores[row + (rest[b] ?? 0)] ?? NEVER;
    let [leaf, enter] = [0, 0];
    let [suits, gain] = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
    for (let k = 0; k < cycle.length; k++) {
      const c = cycle[k] ?? 0;
      const suit = scores[row + c] ?? NEVER;
      const gained = (scores[c * size + node] ?? NEVER) - (held[k] ?? NEVER);
      if (suit > suits) [leaf, suits] = [c, suit];
      if (gained > gain) [enter, gain] = [c, gained];
    }
    [leaves[a], enters[a]] = [leaf, enter];
    if (a !== 0) reduced[a * small + one] = suits;
    reduced[one * small + a] = gain;
  }
  return { reduced, leaves, enters };
}
