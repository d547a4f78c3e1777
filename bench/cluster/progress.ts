/** What workers say they saved, and how long nothing was. */
export class Progress {
  readonly #began = performance.now();
  #lastSaved = this.#began;
  /** Start and length of every pause between two savings, in seconds since the beginning. */
  readonly #pauses: { readonly from: number; readonly seconds: number }[] = [];
  saved = 0;
  known = 0;
  aside = 0;
  givenBack = 0;

  /** A line of a worker's log. */
  line(line: string): Readonly<Record<string, unknown>> {
    const entry = entryOf(line);
    if (entry["msg"] !== "settled") return entry;
    const count = (what: string): number => Number(entry[what] ?? 0);
    this.saved += count("new");
    this.known += count("known");
    this.aside += count("set-aside");
    this.givenBack += count("given-back");
    if (count("new") + count("known") === 0) return entry;
    const now = performance.now();
    this.#pauses.push({ from: this.#seconds(this.#lastSaved), seconds: (now - this.#lastSaved) / 1000 });
    this.#lastSaved = now;
    return entry;
  }

  /** Seconds since something was saved. */
  idle(): number {
    return (performance.now() - this.#lastSaved) / 1000;
  }

  seconds(): number {
    return this.#seconds(performance.now());
  }

  /** The longest pause that was going on, or began, within some seconds after a moment. */
  longestPause(after = 0, within = Number.POSITIVE_INFINITY): number {
    const of = this.#pauses.filter(({ from, seconds }) => from + seconds >= after && from <= after + within);
    return Math.max(0, ...of.map(({ seconds }) => seconds));
  }

  #seconds(moment: number): number {
    return (moment - this.#began) / 1000;
  }
}

function entryOf(line: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === "object" && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}
