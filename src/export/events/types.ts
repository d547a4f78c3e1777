import type { Span } from "../../engine/base/span.js";
import type { ReadoutRecord } from "../../engine/record.js";
import type { StoryMember } from "../../engine/stories/index.js";

type Event = ReadoutRecord["events"][number];
type Actor = ReadoutRecord["actors"][number];

/** One who takes part in an event, as of its document's day. */
export interface ExportParty extends Pick<Actor, "name" | "kind" | "code" | "sector" | "office" | "wikidata"> {
  /** The words it was read from, where it stands in the passage; at most 25. */
  readonly text: string | null;
}

/** The article a row is taken from. */
export interface ExportDocument {
  readonly hash: string;
  readonly id: string;
  readonly title: string | null;
  readonly outlet: string | null;
  readonly agency: string | null;
  readonly url: string | null;
  /** ISO day or prefix. */
  readonly published: string | null;
  readonly language: string;
  /** Names of the persons, organisations and countries it speaks of. */
  readonly people: readonly string[];
  readonly organisations: readonly string[];
  readonly countries: readonly string[];
}

/** One report of an event. */
export interface ExportReport {
  readonly document: ExportDocument;
  /** Where its first passage stands in the text as received. */
  readonly place: Span;
}

/** An event as exports write it: corrected, told of by one report or by all of its story. */
export interface ExportEvent
  extends Pick<
    Event,
    "event" | "mode" | "context" | "quad" | "score" | "cameo" | "status" | "negated" | "confidence" | "why"
  > {
  readonly id: string;
  readonly day: { readonly value: string; readonly why: string } | null;
  /** Whether the text gives the day; else it is that of publication. */
  readonly dayStated: boolean;
  readonly actors: readonly ExportParty[];
  readonly recipients: readonly ExportParty[];
  /** The first passage that reports it, at most 25 words. */
  readonly text: string;
  /** Whether it is told in the headline or the first paragraph. */
  readonly lead: boolean;
  /** Passages that report it, in all reports. */
  readonly mentions: number;
  /** The reports, the one the row is taken from first. */
  readonly reports: readonly [ExportReport, ...ExportReport[]];
  readonly story: string;
  /** Independent sources of the reports: see `independentOrigins`. */
  readonly sources: number;
  /** Comments on the event or its article. */
  readonly notes: readonly string[];
  /** `entered` for what was put in by hand. */
  readonly basis: "read" | "entered";
}

/** An event of one report, with what decides whether another report tells of the same. */
export interface ReportedEvent extends ExportEvent {
  readonly member: StoryMember;
}

/** A document of a ledger with its record: as much of it as exports need. */
export interface StoryRecord extends StoryMember {
  readonly hash: string;
  readonly outlet: string | null;
  readonly story: string;
  readonly record: ReadoutRecord;
}

/** A decision of a person on an item of a record, by its lasting id. */
export interface ItemJudgement {
  readonly document: string;
  /** Kind of item and field: `event/actor`, `contact/verdict`. */
  readonly field: string;
  readonly value: unknown;
  readonly item: string | null;
}

/** A contact entered by hand. */
export interface EnteredContact {
  readonly id: string;
  readonly contact: unknown;
  readonly note: string | null;
  readonly author: string;
  readonly made: string;
  readonly day: string | null;
}

/** What exports ask of a ledger. */
export interface ExportSource {
  /** Records story by story, in an order that does not depend on that of arrival. */
  storyRecords(filter?: {
    readonly actors?: readonly string[] | undefined;
    readonly events?: readonly string[] | undefined;
  }): AsyncIterable<StoryRecord>;
  judgements(filter: { readonly kind: "correction" | "comment" }): Promise<readonly ItemJudgement[]>;
  entries(): Promise<readonly EnteredContact[]>;
}
