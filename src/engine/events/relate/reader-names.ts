import type { LanguageModel } from "../../language/model.js";
import { isLoose } from "./loose-frames.js";
import type { PairSequence } from "./sequence.js";

/** A pair's features as rows of the readers' tables; names that the readers do not know are left out. */
export interface NamedRows {
  /** Of each word of the sentence by itself. One list for all pairs of a sentence. */
  readonly own: readonly (readonly number[])[];
  /** Of each word of the stretch, what it is to the pair. */
  readonly places: readonly (readonly number[])[];
  readonly whole: readonly number[];
}

/** The names of features that the readers of a group know, the same for all of them. */
export class ReaderNames {
  private readonly words: ReadonlyMap<string, number>;
  private readonly whole: ReadonlyMap<string, number>;
  /** Whether any of them is what a frame makes of a word. */
  private readonly knowsLoose: boolean;
  private readonly known = new WeakMap<PairSequence["own"], NamedRows["own"]>();
  /** Rows of a word's names, and of those of its place: many words have the same list of names. */
  private readonly rowsOfWord = new WeakMap<readonly string[], readonly number[]>();

  constructor(model: LanguageModel, group: string) {
    const listed = (section: string): ReadonlyMap<string, number> =>
      new Map(
        model
          .text(section)
          .split("\n")
          .map((name, row) => [name, row] as const),
      );
    this.words = listed(`${group}.words`);
    this.whole = listed(`${group}.whole`);
    this.knowsLoose = [...this.words.keys()].some(isLoose);
  }

  rowsOf(sequence: PairSequence): NamedRows {
    const { own, places, whole } = sequence;
    const words = this.known.get(own) ?? this.ownRows(sequence);
    this.known.set(own, words);
    return { own: words, places: places.map((names) => this.wordRows(names)), whole: rows(whole, this.whole) };
  }

  private ownRows(sequence: PairSequence): NamedRows["own"] {
    const own = sequence.own.map((names) => this.wordRows(names));
    if (!this.knowsLoose) return own;
    return own.map((known, w) => {
      const loose = sequence.loose[w] ?? [];
      return loose.length === 0 ? known : [...known, ...rows(loose, this.words)];
    });
  }

  private wordRows(names: readonly string[]): readonly number[] {
    const kept = this.rowsOfWord.get(names);
    if (kept !== undefined) return kept;
    const found = rows(names, this.words);
    this.rowsOfWord.set(names, found);
    return found;
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
