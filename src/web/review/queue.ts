import type { NewJudgement, ReviewItem } from "../api/contract.js";

/** Fields whose value is a list: names or words with commas. */
const LISTS: ReadonlySet<string> = new Set([
  "actor",
  "recipient",
  "participants",
  "context",
  "topics",
  "sector",
  "by",
  "to",
]);

/** The value of a correction as it is sent: lists as lists, yes or no as such, nothing as null. */
export function correctionValue(field: string, text: string): string | boolean | null | string[] {
  const trimmed = text.trim();
  if (LISTS.has(field))
    return trimmed
      .split(",")
      .map((part) => part.trim())
      .filter((part) => part !== "");
  if (field === "negated") return trimmed === "true";
  return trimmed === "" ? null : trimmed;
}

/** A decision that was made here, to be undone. */
export interface Decision {
  readonly judgement: string;
  readonly item: ReviewItem;
  readonly words: string;
}

/** What a key does with the item in hand; `null` for other keys. */
export type Action = "accept" | "reject" | "comment" | "correct" | "skip" | "undo";
const KEYS: Readonly<Record<string, Action>> = {
  a: "accept",
  r: "reject",
  c: "comment",
  e: "correct",
  s: "skip",
  u: "undo",
};

export function actionOf(key: string): Action | null {
  return Object.hasOwn(KEYS, key) ? (KEYS[key] ?? null) : null;
}

/** The body of a verdict. */
export function verdictOn(item: ReviewItem, kind: "accept" | "reject", author: string): NewJudgement {
  return { kind, item: item.id, author };
}
