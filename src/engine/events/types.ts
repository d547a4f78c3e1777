import type { ActorTable } from "../actors/types.js";
import type { Span } from "../base/span.js";
import type { Claim } from "../claims/types.js";
import type { TimeExpression } from "../dates/types.js";
import type { Sentence } from "../language/types.js";
import type { PloverEvent } from "../record.js";
import type { Through } from "./through.js";

/** What the stage reads. */
export interface EventInput {
  /** The document's text, in which all offsets count. */
  readonly text: string;
  readonly sentences: readonly Sentence[];
  readonly actors: ActorTable;
  readonly times: readonly TimeExpression[];
  readonly claims: readonly Claim[];
  readonly published: { readonly value: string } | null;
  /** Whether each event's reason also names the way in the tree and the codes that the model holds possible. */
  readonly explain?: boolean | undefined;
}

/** Who did what to whom, once per event however often it is told. Actors and claims are indices. */
export interface CodedEvent {
  readonly event: PloverEvent;
  readonly mode: string | null;
  readonly context: readonly string[];
  readonly cameo: string;
  /** Of a reciprocal event all participants, and no recipient. */
  readonly actor: readonly number[];
  readonly recipient: readonly number[];
  readonly date: { readonly value: string; readonly why: string } | null;
  readonly status: "happened" | "planned" | "hypothetical" | "historical";
  readonly negated: boolean;
  /** Clauses or sentences that report it, in order. */
  readonly evidence: readonly Span[];
  /** Phrases through which it reaches a party: a thing or a place that is his. */
  readonly through: readonly Through[];
  /** Indices of the claims it rests on. */
  readonly claims: readonly number[];
  readonly why: string;
  readonly confidence: number;
}
