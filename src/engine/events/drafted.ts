import type { Governance } from "./lexicon.js";

/** How real the text makes what a predicate tells. */
export interface Reality {
  /** `content`: only what another act is about; the act is coded, not this. `change`: ended, refused or begun by a verb above. */
  readonly status: "happened" | "planned" | "hypothetical" | "historical" | "content";
  readonly negated: boolean;
  /** Speech verbs it stands under, innermost first, as tokens. */
  readonly reporters: readonly number[];
  /** “plans to”, “is ready to”: the token of the intending verb. */
  readonly intended: number | null;
  /** “stopped …ing”, “ended”: how a verb above changes it. */
  readonly ended: number | null;
}

/** The same while the clauses above a predicate are read. */
export interface Draft {
  status: Reality["status"];
  negated: boolean;
  reporters: number[];
  intended: number | null;
  ended: number | null;
  perfect: boolean;
}

export function plan(draft: Draft): void {
  if (draft.status === "happened") draft.status = "planned";
}

export function suppose(draft: Draft): void {
  if (draft.status !== "content") draft.status = "hypothetical";
}

/** What a governing word makes of what stands under it; where to read on, -1 for nowhere. */
export function govern(kind: Governance, head: number, draft: Draft, toInfinitive: boolean): number {
  switch (kind) {
    case "report":
      if (toInfinitive) return content(draft);
      draft.reporters.push(head);
      return head;
    case "fail":
      draft.negated = !draft.negated;
      return head;
    case "aspect":
    case "perform":
      return head;
    case "intend":
      draft.intended ??= head;
      plan(draft);
      return head;
    case "end":
      draft.ended ??= head;
      return head;
    case "wish":
      suppose(draft);
      return -1;
    default:
      return content(draft);
  }
}

export function content(draft: Draft): number {
  draft.status = "content";
  return -1;
}
