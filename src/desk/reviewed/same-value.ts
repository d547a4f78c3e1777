import type { ItemValue, PartyValue } from "../../engine/item-values.js";

/** Share of the longer of two passages that the shorter must be, where it stands in the longer, for them to be one. */
const SAME_PASSAGE = 0.8;

/** Fields that quote the text: a passage may begin or end a word sooner. */
const PASSAGES: ReadonlySet<string> = new Set(["content", "text"]);

/**
 * Whether what is read is what a person holds right. Lists are compared whatever their order; a person may write somebody
 * as name, code or Wikidata id, as the page lets him.
 *
 * @param right A value of an item, or one that a person wrote.
 */
export function isSameValue(field: string, right: unknown, read: ItemValue): boolean {
  if (Array.isArray(right) || Array.isArray(read)) return isSameList(listOf(right), listOf(read));
  if (isParty(read) || isParty(right)) return isSameParty(right, read);
  if (typeof right === "object" && right !== null && "value" in right) return right.value === read; // a day with its reason
  if (typeof right === "string" && typeof read === "string") {
    const [a, b] = [plain(right), plain(read)];
    return a === b || (PASSAGES.has(field) && isSamePassage(a, b));
  }
  return (right ?? null) === (read ?? null);
}

/** The members of a list; a text whose parts `|` keeps apart is one. */
function listOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  return typeof value === "string"
    ? value.split("|").filter((part) => part.trim() !== "")
    : value == null
      ? []
      : [value];
}

function isSameList(right: readonly unknown[], read: readonly unknown[]): boolean {
  if (right.length !== read.length) return false;
  const left = [...read];
  return right.every((one) => {
    const at = left.findIndex((other) => isSameParty(one, other));
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  });
}

/** Whether somebody a person names, or a word of a list, is the one that was read. */
function isSameParty(right: unknown, read: unknown): boolean {
  if (typeof right === "string" && typeof read === "string") return plain(right) === plain(read);
  if (isParty(read) && typeof right === "string")
    return right === read.wikidata || right === read.code || plain(right) === plain(read.name);
  if (!isParty(right) || !isParty(read)) return (right ?? null) === (read ?? null);
  if (right.wikidata !== null && read.wikidata !== null) return right.wikidata === read.wikidata;
  return plain(right.name) === plain(read.name) || (right.code === read.code && isPartOfName(right.name, read.name));
}

function isParty(value: unknown): value is PartyValue {
  return typeof value === "object" && value !== null && "name" in value;
}

/** Whether one name has all the words of the other: “Tokayev” and “Kassym-Jomart Tokayev”. */
function isPartOfName(a: string, b: string): boolean {
  const [short = [], long = []] = [a, b].map((name) => plain(name).split(" ")).sort((x, y) => x.length - y.length);
  return short.every((word) => long.includes(word));
}

function isSamePassage(a: string, b: string): boolean {
  const [short = "", long = ""] = a.length < b.length ? [a, b] : [b, a];
  return long.includes(short) && short.length >= SAME_PASSAGE * long.length;
}

/** Small letters, single spaces, no quotation marks around. */
function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/\s+/g, " ")
    .replace(/^[\s“”"«»']+|[\s“”"«»'.,]+$/g, "");
}
