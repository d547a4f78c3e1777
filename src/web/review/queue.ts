import type { NewJudgement, ReviewItem } from "../api/contract.js";

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
