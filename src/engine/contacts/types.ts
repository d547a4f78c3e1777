import type { Channel } from "../base/codes.js";
import type { Span } from "../base/span.js";

/** A topic of a contact, in the words of the text. */
export interface Topic {
  readonly label: string;
  readonly span: Span;
  /** PLOVER contexts of its words, in order. */
  readonly context: readonly string[];
}

/** Something promised or agreed in a contact. */
export interface Commitment {
  readonly text: string;
  /** Where its words stand. */
  readonly span: Span;
  readonly evidence: readonly Span[];
  readonly by: readonly number[];
  readonly to: readonly number[];
  readonly status: "agreed" | "reaffirmed" | "offered";
  /** Index among the contact's topics of the one it is about; `null` when none shares a word with it. */
  readonly about: number | null;
  /** Day by which it is to be done: ISO prefix, or `null`. */
  readonly due: string | null;
  /** What it hangs on, in the words of the text (“if the truce holds”), or `null`. */
  readonly condition: string | null;
}

/** A call, visit, meeting or message, gathered from all passages that tell of it. Actors are indices. */
export interface Contact {
  readonly channel: Channel;
  readonly status: "held" | "planned" | "proposed" | "postponed" | "cancelled" | "denied";
  readonly participants: readonly number[];
  /** Of the participants and beyond them those who only came along, and who mediated. */
  readonly members: readonly number[];
  readonly mediators: readonly number[];
  /** Those who sent a message together, its sender among them. */
  readonly senders: readonly number[];
  readonly sender: number | null;
  readonly initiator: number | null;
  /** Day of the contact: ISO prefix with its reason; `null` when the text gives none. */
  readonly date: {
    readonly value: string;
    readonly earliest: string;
    readonly latest: string;
    readonly why: string;
  } | null;
  readonly location: { readonly name: string; readonly country: string | null } | null;
  readonly occasion: { readonly text: string; readonly span: Span; readonly inferred: boolean } | null;
  /** Code of the country a visit goes to; `null` for everything else. */
  readonly host: string | null;
  /** Told as background, from before the news. */
  readonly background: boolean;
  readonly topics: readonly Topic[];
  readonly commitments: readonly Commitment[];
  readonly publishedBy: readonly number[];
  /** Sentences that tell of it, in order. */
  readonly evidence: readonly Span[];
  /** Sentences that speak of it or of what was said in it, in order: those that tell of it among them. */
  readonly passages: readonly Span[];
  /** Sentence indices that tell of it. */
  readonly sentences: readonly number[];
  /** Index of the contact it is part of, or `null`. */
  readonly partOf: number | null;
  readonly why: string;
  readonly confidence: number;
}
