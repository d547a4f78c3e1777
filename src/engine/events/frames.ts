import { DataError } from "../base/errors.js";

/** One condition of a frame: what must fill a slot. */
export interface Condition {
  /** `obj`, `subj`, `inf`, `that`, `clause`, `must`, `will`, `both`, `passive`, `active`, or a preposition. */
  readonly slot: string;
  /** What fills it: anything, nothing, a party, a noun of a class, one of some words. */
  readonly filler:
    | "any"
    | "none"
    | "party"
    | { readonly classes: readonly string[]; readonly words: ReadonlySet<string> };
}

const SLOT = /^[a-z]{1,12}$/;

/**
 * Reads the conditions of a frame cell, parted by blanks: `obj` (has an object), `obj:none`, `obj:party`,
 * `obj:@aid/money` (a noun of the class `aid`, or the word “money”), `on:party`, `inf`, `that`, `clause` (either),
 * `comp:guilty` (what it is found or called), `must` (the clause says what has to be), `will` (the clause tells what is to come), `both` (several who act together), `subj:@protester`, `passive`, `active`.
 */
export function readFrame(cell: string, file: string, line: number): readonly Condition[] {
  if (cell === "") return [];
  return cell.split(" ").map((part) => {
    const [slot = "", filler] = part.split(":");
    if (!SLOT.test(slot)) throw new DataError(file, line, `“${part}” is no condition of a frame`);
    if (filler === undefined) return { slot, filler: "any" };
    if (filler === "none" || filler === "party") return { slot, filler };
    const items = filler.split("/");
    const classes = items.filter((i) => i.startsWith("@")).map((i) => i.slice(1));
    return {
      slot,
      filler: { classes, words: new Set(items.filter((i) => !i.startsWith("@")).map((i) => i.replaceAll("_", " "))) },
    };
  });
}

/** How much a frame asks: of two that fit, the one that asks more is meant. */
export function weightOf(conditions: readonly Condition[]): number {
  let weight = 0;
  for (const { slot, filler } of conditions) {
    if (slot === "active" || slot === "passive") weight += 1;
    else if (filler === "any" || filler === "none") weight += 2;
    else if (filler === "party") weight += 3;
    else weight += filler.words.size > 0 && filler.classes.length === 0 ? 6 : 5;
  }
  return weight;
}
