/** Counts and measures of a worker, in the text form Prometheus reads. */
export class Metrics {
  readonly #families = new Map<string, Family>();

  /** A number that only grows. */
  counter(name: string, help: string): (by?: number, labels?: Labels) => void {
    const { values } = this.#add(name, help, "counter");
    return (by = 1, labels = {}) => {
      const key = labelText(labels);
      values.set(key, (values.get(key) ?? 0) + by);
    };
  }

  /** A number that goes up and down, asked for when it is read. */
  gauge(name: string, help: string, value: () => number, labels: Labels = {}): void {
    this.#add(name, help, "gauge").asked.push([labelText(labels), value]);
  }

  /** A number that only grows and is counted elsewhere, asked for when it is read. */
  total(name: string, help: string, value: () => number): void {
    this.#add(name, help, "counter").asked.push(["", value]);
  }

  /** How long something takes, in seconds: how many there were, their sum, and how many were within each bound. */
  timer(name: string, help: string, bounds: readonly number[]): (seconds: number) => void {
    const { values } = this.#add(name, help, "histogram");
    const add = (key: string, by: number): void => void values.set(key, (values.get(key) ?? 0) + by);
    for (const bound of [...bounds.map(String), "+Inf"]) add(`_bucket{le="${bound}"}`, 0);
    for (const part of ["_sum", "_count"]) add(part, 0); // a rate over them is nothing before the first, not unknown
    return (seconds) => {
      for (const bound of bounds) if (seconds <= bound) add(`_bucket{le="${bound}"}`, 1);
      add('_bucket{le="+Inf"}', 1);
      add("_sum", seconds);
      add("_count", 1);
    };
  }

  text(): string {
    return [...this.#families].map(([name, family]) => familyText(name, family)).join("");
  }

  #add(name: string, help: string, type: Family["type"]): Family {
    const family = this.#families.get(name) ?? { help, type, values: new Map(), asked: [] };
    this.#families.set(name, family);
    return family;
  }
}

export type Labels = Readonly<Record<string, string>>;

interface Family {
  readonly help: string;
  readonly type: "counter" | "gauge" | "histogram";
  /** By what stands behind the name: labels, or the part of a histogram. */
  readonly values: Map<string, number>;
  readonly asked: (readonly [labels: string, value: () => number])[];
}

function labelText(labels: Labels): string {
  const pairs = Object.entries(labels).map(
    ([name, value]) => `${name}="${value.replace(/[\\"\n]/g, (c) => (c === "\n" ? "\\n" : `\\${c}`))}"`,
  );
  return pairs.length === 0 ? "" : `{${pairs.join(",")}}`;
}

function familyText(name: string, { help, type, values, asked }: Family): string {
  const rows = [...values, ...asked.map(([labels, value]) => [labels, value()] as const)];
  return `# HELP ${name} ${help}\n# TYPE ${name} ${type}\n${rows.map(([rest, value]) => `${name}${rest} ${value}\n`).join("")}`;
}
