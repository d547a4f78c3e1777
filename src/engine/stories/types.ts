import type { Channel, PloverEvent } from "../base/codes.js";
import type { Shingles } from "./shingles.js";
import type { Terms } from "./terms.js";

/** First and last day of a period, as days since 1970-01-01. */
export type Days = readonly [first: number, last: number];

/** One side of a contact or event: a country or organisation, with the persons who stand for it. */
export interface Side {
  /** Country code; the name where the code tells a kind of body alone. */
  readonly code: string;
  /** Wikidata ids, or names, of its persons; empty where only the country is named. Ascending. */
  readonly persons: readonly string[];
}

/** The contact an article is about. */
export interface LeadContact {
  readonly channel: Channel;
  readonly status: string;
  /** Ascending by code. */
  readonly sides: readonly Side[];
  /** Who wrote, for telegrams and letters. */
  readonly sender: string | null;
  readonly days: Days | null;
}

/** The event, other than a contact, an article is about. */
export interface LeadEvent {
  readonly event: PloverEvent;
  readonly actors: readonly string[];
  readonly recipients: readonly string[];
  readonly days: Days | null;
}

/** All of an article that decides on its copies and its story: made once, kept, compared without the text. */
export interface Sketch {
  /** The document's hash. */
  readonly document: string;
  /** Days the article may have been published on, as its metadata or dateline say; `null` where neither does. */
  readonly published: Days | null;
  readonly shingles: Shingles;
  /** Shingles of the text's head: an agency's report is cut from its end. */
  readonly head: Shingles;
  readonly terms: Terms;
  readonly contact: LeadContact | null;
  readonly event: LeadEvent | null;
}

/** What two articles are to each other. */
export interface Relation {
  /** `copy`: one text. `report`: two texts on one event. */
  readonly kind: "copy" | "report";
  /** 0 to 1: the share of the shorter text that stands in the longer, or how sure the two tell of one event. */
  readonly score: number;
  /** What speaks for it, in words. */
  readonly reasons: readonly string[];
}
