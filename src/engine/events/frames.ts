import { DataError } from "../base/errors.js";

/** One condition of a frame: what must fill a slot. */
export interface Condition {
  /** `obj`, `subj`, `inf`, `that`, `clause`, `must`, `subjunctive`, `will`, `question`, `told`, `is`, `isnt`, `both`, `passive`, `active`, or a preposition. */
  readonly slot: string;
  /** The same as a number: a verb has forty frames, and text is slow to compare. */
  readonly kind: SlotKind;
  /** What fills it: anything, nothing, a party, a person, a state or what acts for one, a noun of a class, one of some words. */
  readonly filler:
    | "any"
    | "none"
    | "party"
    | "person"
    | "polity"
    | { readonly classes: readonly string[]; readonly words: ReadonlySet<string> };
}

const SLOT = /^[a-z]{1,12}$/;

/** Slots that are no preposition. */
export const SLOT_KINDS = { preposition: 0, obj: 1, subj: 2, iobj: 3, inf: 4, that: 5, clause: 6, must: 7, will: 8, comp: 9, both: 10, passive: 11, active: 12, subjunctive: 13, question: 14, told: 15, is: 16, isnt: 17 } as const; // biome-ignore format: a table
export type SlotKind = (typeof SLOT_KINDS)[keyof typeof SLOT_KINDS];
const KIND_OF: ReadonlyMap<string, SlotKind> = new Map(Object.entries(SLOT_KINDS));

/**
 * Reads the conditions of a frame cell, parted by blanks: `obj` (has an object), `obj:none`, `obj:party`,
 * `obj:@aid/money` (a noun of the class `aid`, or the word “money”), `on:party`, `on:person` (one person), `subj:polity` (states and their forces), `inf`, `that`, `clause` (either),
 * `comp:guilty` (what it is found or called), `must` (the clause says what has to be), `subjunctive` (“that Chad withdraw”), `will` (the clause tells what is to come), `question` (“whether Chad withdrew”), `told` (“that Chad withdrew”: it says what is so), `is:@blemish`, `isnt:@merit` (what the clause says that somebody is or is not), `both` (several who act together), `subj:@protester`, `passive`, `active`.
 */
export function readFrame(cell: string, file: string, line: number): readonly Condition[] {
  if (cell === "") return [];
  return cell.split(" ").map((part) => {
    const [slot = "", filler] = part.split(":");
    if (!SLOT.test(slot)) throw new DataError(file, line, `“${part}” is no condition of a frame`);
    const kind = KIND_OF.get(slot) ?? SLOT_KINDS.preposition;
    if (filler === undefined) return { slot, kind, filler: "any" };
    if (filler === "none" || filler === "party" || filler === "person" || filler === "polity")
      return { slot, kind, filler };
    const items = filler.split("/");
    const classes = items.filter((i) => i.startsWith("@")).map((i) => i.slice(1));
    return {
      slot,
      kind,
      filler: { classes, words: new Set(items.filter((i) => !i.startsWith("@")).map((i) => i.replaceAll("_", " "))) },
    };
  });
}

/** How much a frame asks: of two that fit, the one that asks more is meant. */
export function weightOf(conditions: readonly Condition[]): number {
  let weight = 0;
  for (const { slot, filler } of conditions) {
    if (slot === "active" || slot === "passive") weight += 1;
    else if (slot === "question" || slot === "told")
      weight += 6; // who asks or says what is so asks for nothing else
    else if (filler === "any" || filler === "none") weight += 2;
    else if (typeof filler === "string") weight += filler === "party" ? 3 : 4;
    else weight += filler.words.size > 0 && filler.classes.length === 0 ? 6 : 5;
  }
  return weight;
}
