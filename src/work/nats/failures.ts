/** Most articles whose failures are remembered: far more than ever fail at one time. */
const MOST = 10_000;

/** How often this worker failed at an article. What is forgotten, with the worker or of very many, is only tried more often. */
export class Failures {
  readonly #counts = new Map<string, number>();

  /** Counts one more; gives how many there were. */
  add(subject: string): number {
    const count = (this.#counts.get(subject) ?? 0) + 1;
    this.#counts.delete(subject);
    this.#counts.set(subject, count); // the last to fail is the last to be forgotten
    const [oldest] = this.#counts.keys();
    if (this.#counts.size > MOST && oldest !== undefined) this.#counts.delete(oldest);
    return count;
  }

  /** It was read and saved, or set aside: from now on it has all its attempts again. */
  forget(subject: string): void {
    this.#counts.delete(subject);
  }
}
