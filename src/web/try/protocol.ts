import type { ReadoutRecord } from "../../engine/record.js";

/** A text for the worker to read. */
export interface Order {
  readonly number: number;
  readonly text: string;
  readonly title?: string | undefined;
  /** ISO day. */
  readonly published?: string | undefined;
  readonly outlet?: string | undefined;
}

/** What the worker says: how far it is with loading, and the record or why there is none. */
export type Answer =
  | { readonly kind: "loading"; readonly loaded: number; readonly files: number }
  | {
      readonly kind: "record";
      readonly number: number;
      readonly record: ReadoutRecord;
      readonly received: string;
      readonly milliseconds: number;
    }
  | { readonly kind: "failed"; readonly number: number; readonly message: string };
