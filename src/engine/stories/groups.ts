import { byCodeUnit } from "../base/span.js";

/** Documents that belong together: each stands for its group by the least hash in it, whatever the order of arrival. */
export class Groups {
  readonly #parents = new Map<string, string>();

  /** The group a document is in: the least hash of its members. */
  of(document: string): string {
    let root = document;
    for (let up = this.#parents.get(root); up !== undefined; up = this.#parents.get(root)) root = up;
    for (let at = document; at !== root; ) {
      const up = this.#parents.get(at) ?? root;
      this.#parents.set(at, root);
      at = up;
    }
    return root;
  }

  /** Puts the groups of two documents together. */
  join(a: string, b: string): void {
    const [x, y] = [this.of(a), this.of(b)].sort(byCodeUnit);
    if (x !== undefined && y !== undefined && x !== y) this.#parents.set(y, x);
  }
}
