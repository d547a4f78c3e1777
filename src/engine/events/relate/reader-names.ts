import type { LanguageModel } from "../../language/model.js";
import type { PairSequence } from "./sequence.js";

/** A pair's features as rows of the readers' tables. */
export interface NamedRows {
  /** Of each word; names that the readers do not know are left out. */
  readonly words: readonly (readonly number[])[];
  readonly whole: readonly number[];
}

/** The names of features that the second readers know, the same for all of them. */
export class ReaderNames {
  private readonly words: ReadonlyMap<string, number>;
  private readonly whole: ReadonlyMap<string, number>;

  constructor(model: LanguageModel) {
    const listed = (section: string): ReadonlyMap<string, number> =>
      new Map(
        model
          .text(section)
          .split("\n")
          .map((name, row) => [name, row] as const),
      );
    this.words = listed("readers.words");
    this.whole = listed("readers.whole");
  }

  rowsOf({ names, whole }: PairSequence): NamedRows {
    return { words: names.map((own) => rows(own, this.words)), whole: rows(whole, this.whole) };
  }
}

function rows(names: readonly string[], index: ReadonlyMap<string, number>): readonly number[] {
  const found: number[] = [];
  for (const name of names) {
    const row = index.get(name);
    if (row !== undefined) found.push(row);
  }
  return found;
}
