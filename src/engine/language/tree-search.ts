const NEVER = -1e9;

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

function greedy(scores: Float64Array, size: number): Int32Array {
  const heads = new Int32Array(size);
  for (let d = 1; d < size; d++) {
    let best = 0;
    for (let h = 1; h < size; h++) if ((scores[d * size + h] ?? NEVER) > (scores[d * size + best] ?? NEVER)) best = h;
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
  const at = (d: number, h: number): number => scores[d * size + h] ?? NEVER;
  const inside = new Set(cycle);
  const rest = Array.from({ length: size }, (_, i) => i).filter((i) => !inside.has(i));
  const small = rest.length + 1;
  const one = rest.length; // the cycle's node
  const reduced = new Float64Array(small * small).fill(NEVER);
  const leaves = new Int32Array(small);
  const enters = new Int32Array(small);
  const gain = (c: number, h: number): number => at(c, h) - at(c, heads[c] ?? 0);
  rest.forEach((node, a) => {
    rest.forEach((other, b) => {
      if (a !== b && a !== 0) reduced[a * small + b] = at(node, other);
    });
    leaves[a] = cycle.reduce((best, c) => (at(node, c) > at(node, best) ? c : best));
    enters[a] = cycle.reduce((best, c) => (gain(c, node) > gain(best, node) ? c : best));
    if (a !== 0) reduced[a * small + one] = at(node, leaves[a] ?? 0);
    reduced[one * small + a] = gain(enters[a] ?? 0, node);
  });
  const solved = spanning(reduced, small);
  rest.forEach((node, a) => {
    const head = solved[a] ?? 0;
    if (a !== 0) heads[node] = head === one ? (leaves[a] ?? 0) : (rest[head] ?? 0);
  });
  const entry = solved[one] ?? 0;
  heads[enters[entry] ?? 0] = rest[entry] ?? 0;
  return heads;
}
