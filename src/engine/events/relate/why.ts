import type { PairInput } from "./pair-input.js";

/**
 * Says in words why the model chose an event: the frame that tells it, else the words and places that weighed most; and the set
 * phrase that speaks for its code, if there is one.
 */
export function reasonOf(reasons: readonly string[], input: PairInput, phrase?: string): string {
  const own = reasonByNames(reasons, input);
  return phrase === undefined ? own : `${own}, and the phrase “${phrase}”`;
}

function reasonByNames(reasons: readonly string[], input: PairInput): string {
  const rule = input.treeNames.find((name) => name.startsWith("rule=") && name !== "rule=–" && reasons.includes(name));
  if (rule !== undefined) return `the frames code it too (${rule.slice("rule=".length)})`;
  if (reasons.length === 0) return "the words around the two parties";
  return [...new Set(reasons.map(inWords))].join(", ");
}

/** “top=condemn” is the words of a place, “on~v:ACCUSE” a class of its word, “next!aux will” what stands with its word. */
function inWords(name: string): string {
  const [, place = "", sign = "", value = name] = /^([a-z/0-9+]+)([=~!:])(.+)$/i.exec(name) ?? [];
  const where = place
    .split("+")
    .map((part) => PLACES[part] ?? part)
    .join(" and ");
  if (sign === "~") return `${where} of the class ${value.replaceAll(/\b[a-z]:/g, "")}`;
  if (sign === "!") return `${where} with “${value.replaceAll(/\b(?:aux|cop|compound|mark|advmod)(?::\w+)? /g, "")}”`;
  return sign === "" ? `“${value}”` : `${where} “${value}”`;
}

/** The places of a pair's features (`slots.ts`, `features.ts`) as a reader would call them. */
const PLACES: Readonly<Record<string, string>> = {
  top: "the word that joins the two",
  up1: "a word above the source",
  up2: "a word above the source",
  down1: "a word above the target",
  down2: "a word above the target",
  down3: "a word above the target",
  topObject: "its object",
  obj: "its object",
  low: "the word over the target",
  lowObject: "the object before the target",
  mod: "the kind of its object",
  topObjectMod: "the kind of its object",
  lowMod: "the kind of the word over the target",
  next: "the clause under it",
  nextObject: "the object of the clause under it",
  over: "the word over it",
  sourceHead: "the source",
  targetHead: "the target",
  after: "the word after the source",
  before: "the word before the target",
  lead: "the sentence's first verb",
  on: "a word between the two in the tree",
  frame: "a frame for",
  words: "the way between the two",
  path: "the way between the two",
  up: "the source's way up",
  down: "the target's way up",
};
