import type { Span } from "../base/span.js";

/** Who says what: a stretch of text pinned on a source. */
export interface Claim {
  readonly kind: "direct" | "indirect" | "mixed";
  readonly act: "speech" | "belief" | "intention" | "perception";
  readonly content: Span;
  readonly cue: Span | null;
  readonly source: Span | null;
  /** Index into the actor table. */
  readonly speaker: number | null;
  readonly addressee: number | null;
  readonly stance: "asserts" | "denies" | "doubts" | "asks" | "promises";
  readonly chain: readonly ChainLink[];
  readonly why: string;
  readonly confidence: number;
}

/** One hand a claim came through. */
export interface ChainLink {
  readonly actor: number;
  readonly as: "outlet" | "agency" | "press-service" | "speaker" | "anonymous";
  readonly via: string | null;
}
