import type { Span } from "../base/span.js";

/** A time expression of the text and what it means. Types and values are TimeML's (TIMEX3). */
export interface TimeExpression {
  readonly span: Span;
  /** Sentence it stands in. */
  readonly sentence: number;
  /** First and last token of the sentence that it covers. */
  readonly first: number;
  readonly last: number;
  readonly text: string;
  readonly type: "DATE" | "TIME" | "DURATION" | "SET";
  /** TIMEX3 value: `2021-10-05`, `2021-W40`, `2021-Q3`, `PAST_REF`, `P3D`, `2021-10-05TMO`, `XXXX-10-05` where the year is not known. */
  readonly value: string;
  /** Rule that found it: `day`, `clock`, `month`, … (`rules/list.ts`). */
  readonly rule: string;
  /** How the value came about, in words. */
  readonly why: string;
  /** How sure it is that the text says this value: the share of such readings that were right on annotated news. */
  readonly confidence: number;
}

/** What the expressions are resolved against. */
export interface TimeAnchor {
  /** Day of publication, or `null` when not known: then only what the text fixes itself is resolved. */
  readonly published: string | null;
  /** ISO 3166-1 alpha-3 of the place the report is from, for holidays; `null` when not known. */
  readonly country: string | null;
}
