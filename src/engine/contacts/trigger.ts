import type { Channel } from "../base/codes.js";
import type { Clause } from "./clause.js";
import type { Reality } from "./status.js";

/** A passage that tells of a contact: the word it rests on and whom it names. */
export interface Trigger {
  readonly clause: Clause;
  readonly first: number;
  readonly last: number;
  readonly channel: Channel;
  readonly reality: Reality;
  /** “the call”, “their meeting”: speaks of a contact told elsewhere. */
  readonly anaphoric: boolean;
  readonly parties: readonly number[];
  /** “They were joined by X”, “X took part in the talks”: a further party to the contact just told. */
  readonly joins: boolean;
  readonly sender: number | null;
  /** Everybody who sent a message together, its sender among them; left out where the words do not list them. */
  readonly senders?: readonly number[];
  /** “met A on Monday and B on Tuesday”: the passage of B, to which no day before it belongs. */
  readonly continues?: true;
  /** “spoke separately with A and B”: one contact with each. */
  readonly separate: boolean;
  /** “their third call”: which of many the contact is that was told before, where one was. */
  readonly counted?: boolean;
  /** A greeting that makes a contact only where the article tells of no live one. */
  readonly weak: boolean;
  /** Whether the channel was said, not supposed from the verb. */
  readonly stated: boolean;
  /** Code of the country a visit goes to. */
  readonly destination: string | null;
  readonly why: string;
}

const LIVE: ReadonlySet<Channel> = new Set(["phone", "video", "visit", "meeting"]);

/** Channels of one class may be told of by each other's words (“talks” of a call or of a meeting). */
export function isLive(channel: Channel): boolean {
  return LIVE.has(channel);
}
