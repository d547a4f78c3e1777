import type { Span } from "../base/span.js";
import type { PloverEvent } from "../record.js";
import type { Clause } from "./clause.js";
import type { CodedEvent } from "./types.js";

/** One passage that tells an event; passages that tell the same one are joined later. */
export interface Told {
  readonly clause: Clause;
  readonly event: PloverEvent;
  readonly mode: string | null;
  readonly cameo: string;
  readonly actor: readonly number[];
  readonly recipient: readonly number[];
  readonly status: CodedEvent["status"];
  readonly negated: boolean;
  readonly span: Span;
  /** Token that tells it. */
  readonly trigger: number;
  /** Lemma of the trigger and the words of the content: what tells one agreement from another. */
  readonly lemma: string;
  readonly words: readonly string[];
  readonly date: { readonly value: string; readonly why: string } | null;
  readonly headline: boolean;
  readonly why: string;
  readonly confidence: number;
}
