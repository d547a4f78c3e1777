/** What a place in the browser's history is remembered by, so that “back” leads to where the reader was. */

/** Places remembered at most; each may hold a long list. */
const MOST = 12;

let made = 0;

/** State of a new place, to be pushed. Its name is no other's, not of a page that was here before a reload either. */
export function newEntry(): { readonly entry: string } {
  made++;
  return { entry: `${performance.timeOrigin} ${made}` };
}

/** The name of the place the reader is at; one that has none, the first or one within a page, is given its own. */
function entryName(): string {
  const state: unknown = history.state;
  if (typeof state === "object" && state !== null && "entry" in state) return String(state.entry);
  const fresh = newEntry();
  history.replaceState(fresh, "");
  return fresh.entry;
}

/** Things kept for the place the reader is at: found again by “back” and “forward”, never by a new step. */
export class KeptAtEntry<T> {
  readonly #kept = new Map<string, T>();

  get(name: string): T | null {
    return this.#kept.get(`${entryName()} ${name}`) ?? null;
  }

  put(name: string, thing: T): void {
    const key = `${entryName()} ${name}`;
    this.#kept.delete(key);
    this.#kept.set(key, thing);
    for (const [oldest] of this.#kept) {
      if (this.#kept.size <= MOST) break;
      this.#kept.delete(oldest);
    }
  }
}
