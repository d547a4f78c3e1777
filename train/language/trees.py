"""The best tree with one root: Chu-Liu and Edmonds. The engine's `tree-search.ts` does the same."""
import numpy as np

NEVER = -1e9


def find_cycle(heads):
    seen = [0] * len(heads)
    for start in range(1, len(heads)):
        node, path = start, []
        while node > 0 and seen[node] == 0:
            seen[node] = start
            path.append(node)
            node = heads[node]
        if node > 0 and seen[node] == start and node in path:
            return path[path.index(node):]
    return None


def best_tree(scores):
    """scores[d, h], node 0 the root; returns heads, heads[0] = 0."""
    n = len(scores)
    heads = [0] + [int(np.argmax(scores[d])) for d in range(1, n)]
    cycle = find_cycle(heads)
    if cycle is None:
        return heads
    inside = set(cycle)
    rest = [i for i in range(n) if i not in inside]
    total = sum(scores[d, heads[d]] for d in cycle)
    m = len(rest) + 1
    small = np.full((m, m), NEVER)
    leave, enter = {}, {}
    for a, i in enumerate(rest):
        for b, j in enumerate(rest):
            if a != b and a != 0:
                small[a, b] = scores[i, j]
        if a != 0:  # i outside takes a head within the cycle
            best = max(cycle, key=lambda c: scores[i, c])
            small[a, m - 1], leave[a] = scores[i, best], best
        best = max(cycle, key=lambda c: scores[c, i] - scores[c, heads[c]])
        small[m - 1, a], enter[a] = total + scores[best, i] - scores[best, heads[best]], best
    got = best_tree(small)
    for a in range(1, m - 1):
        heads[rest[a]] = leave[a] if got[a] == m - 1 else rest[got[a]]
    heads[enter[got[m - 1]]] = rest[got[m - 1]]
    return heads


def one_root_tree(scores):
    """scores[d, h] with d, h from 0; row 0 unused. Exactly one word hangs on the root."""
    scores = scores.astype(np.float64).copy()
    np.fill_diagonal(scores, NEVER)
    heads = best_tree(scores)
    roots = [d for d in range(1, len(heads)) if heads[d] == 0]
    if len(roots) == 1:
        return heads
    best, best_score = None, -np.inf
    for r in roots:
        only = scores.copy()
        only[:, 0] = NEVER
        only[r, :] = NEVER
        only[r, 0] = scores[r, 0]
        got = best_tree(only)
        score = sum(scores[d, got[d]] for d in range(1, len(got)))
        if score > best_score:
            best, best_score = got, score
    return best
