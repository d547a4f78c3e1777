import { compare } from "./compare.js";
import { KEY_TERMS, keysOf, SHARED_TERMS } from "./keys.js";
import type { Relation, Sketch } from "./types.js";

/** Two articles and what they are to each other. */
export interface Link extends Relation {
  readonly left: string;
  readonly right: string;
}

/** Articles in memory, each compared with those before it that may be copies or reports of the same. */
export class StoryIndex {
  readonly #sketches: Sketch[] = [];
  readonly #single = new Map<number, number[]>();
  readonly #terms = new Map<number, number[]>();

  /** Adds an article and gives its links to those added before, in their order. */
  add(sketch: Sketch): Link[] {
    const keys = keysOf(sketch);
    const near = new Set<number>();
    const single = new Set([...keys.ever, ...keys.near]);
    for (const key of single) for (const at of this.#single.get(key) ?? []) near.add(at);
    const shared = new Map<number, number>();
    for (const key of keys.terms)
      for (const at of this.#terms.get(key) ?? []) shared.set(at, (shared.get(at) ?? 0) + 1);
    for (const [at, count] of shared) if (count >= Math.min(SHARED_TERMS, KEY_TERMS)) near.add(at);
    const at = this.#sketches.push(sketch) - 1;
    for (const key of single) append(this.#single, key, at);
    for (const key of keys.terms) append(this.#terms, key, at);
    return [...near]
      .sort((a, b) => a - b)
      .flatMap((other) => {
        const left = this.#sketches[other];
        const relation = left === undefined ? null : compare(left, sketch);
        return left === undefined || relation === null
          ? []
          : [{ left: left.document, right: sketch.document, ...relation }];
      });
  }
}

function append(map: Map<number, number[]>, key: number, at: number): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [at]);
  else list.push(at);
}
