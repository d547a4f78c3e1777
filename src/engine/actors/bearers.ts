import type { Row } from "../base/table.js";
import { gatherPeople, type Person } from "./people.js";

/** Whoever goes by a name. */
export interface Bearing {
  readonly people: readonly Person[];
}

/** All rows of one name. The persons who bear it are gathered when an article first asks for them. */
export class Bearers implements Bearing {
  readonly #leaders: Row[] = [];
  readonly #others: Row[] = [];
  #people: readonly Person[] | null = null;

  constructor(readonly name: string) {}

  addLeader(row: Row): void {
    this.#leaders.push(row);
  }

  addOther(row: Row): void {
    this.#others.push(row);
  }

  /** The name and all its other forms, in order of the rows. */
  get written(): readonly string[] {
    const forms = [this.name];
    let last = "";
    for (const rows of [this.#leaders, this.#others])
      for (const row of rows) {
        const aliases = row.peek("aliases");
        if (aliases === "" || aliases === last) continue; // most rows of a person repeat them
        last = aliases;
        for (const alias of aliases.split("|")) if (!forms.includes(alias)) forms.push(alias);
      }
    return forms;
  }

  get people(): readonly Person[] {
    this.#people ??= gatherPeople(this.#leaders, this.#others);
    return this.#people;
  }
}

/** Groups the rows of the tables by name. */
export function gatherBearers(leaders: readonly Row[], others: readonly Row[]): ReadonlyMap<string, Bearers> {
  const byName = new Map<string, Bearers>();
  const of = (row: Row): Bearers => {
    const name = row.peek("name");
    let bearers = byName.get(name);
    if (bearers === undefined) {
      bearers = new Bearers(name);
      byName.set(name, bearers);
    }
    return bearers;
  };
  for (const row of leaders) of(row).addLeader(row);
  for (const row of others) of(row).addOther(row);
  return byName;
}
