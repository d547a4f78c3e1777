import type { Row } from "../base/table.js";
import { needsOf } from "./frame-needs.js";
import { type Condition, readFrame, weightOf } from "./frames.js";
import type { Coding, VerbFrame } from "./lexicon.js";

/** Stands for the mode of a use that tells nothing, whatever its noun tells by itself. */
const SILENT = "silent";

/** What a particle adds to a frame's weight: “shot down a drone over Tyre” is what “shoot down” tells, not what “shoot” over somebody does. */
const PARTICLE = 6;

/** The frames of verbs, the most demanding first, made for a verb when it is first asked for: most articles use few. */
export class VerbFrames {
  /** Rows by the first word of the verb they stand under; rows of a group under its name. */
  private readonly rows = new Map<string, Row[]>();
  /** Groups of a verb by its first word, with the verb as the group has it. */
  private readonly groups = new Map<string, { readonly group: string; readonly verb: string }[]>();
  private readonly conditions = new Map<string, readonly Condition[]>();
  private readonly made = new Map<string, readonly VerbFrame[]>();

  /** @throws DataError for a frame that breaks its rules. */
  constructor(
    rows: readonly Row[],
    groups: readonly Row[],
    private readonly codingOf: (row: Row) => Coding | null,
  ) {
    for (const row of rows) {
      const frame = row.cell("frame");
      if (!this.conditions.has(frame)) this.conditions.set(frame, readFrame(frame, "data/frames/verbs.tsv", row.line));
      add(this.rows, firstWord(row.cell("verb")), row);
    }
    for (const row of groups) {
      const verb = row.cell("verb");
      add(this.groups, firstWord(verb), { group: row.cell("group"), verb });
    }
  }

  /** How many first words of verbs have frames of their own. */
  get size(): number {
    return this.rows.size;
  }

  /** The frames of verbs that begin with a lemma; `undefined` where there are none. */
  get(lemma: string): readonly VerbFrame[] | undefined {
    const known = this.made.get(lemma);
    if (known !== undefined) return known.length === 0 ? undefined : known;
    const own = (this.rows.get(lemma) ?? []).map((row) => this.frame(row, row.cell("verb"), 1));
    const shared = (this.groups.get(lemma) ?? []).flatMap(({ group, verb }) =>
      (this.rows.get(`@${group}`) ?? []).map((row) => this.frame(row, verb, 0)),
    );
    const frames = lemma.startsWith("@") ? [] : [...shared, ...own].sort((a, b) => b.weight - a.weight); // stable: rows of one weight keep their order
    this.made.set(lemma, frames);
    return frames.length === 0 ? undefined : frames;
  }

  /** A row for the verb itself goes before one for its group. */
  private frame(row: Row, verb: string, own: 0 | 1): VerbFrame {
    const [, particle = null] = verb.split(" ");
    const conditions = this.conditions.get(row.cell("frame")) ?? [];
    const weight = weightOf(conditions) * 2 + (particle === null ? 0 : PARTICLE) + own;
    const [needs, silent] = [needsOf(conditions), row.cell("mode") === SILENT];
    return { verb, particle, conditions, needs, weight, coding: this.codingOf(row), silent };
  }
}

function firstWord(verb: string): string {
  const end = verb.indexOf(" ");
  return end < 0 ? verb : verb.slice(0, end);
}

function add<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
