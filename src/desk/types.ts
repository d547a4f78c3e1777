import type { Disagreement, Origin } from "../engine/stories/index.js";
import type { StoredContact, StoredEvent, StoredParty } from "../store/index.js";

/** An ISO day or its prefix. */
export type DayPrefix = string;

/** Who is meant by what a user wrote: a country by its code, an actor by its key. */
export interface Party {
  /** What the ledger is asked for: `RUS`, `Q7747`, `emomali rahmon`. */
  readonly key: string;
  readonly name: string;
  /** Code of a country; that of an actor where it is known. */
  readonly code?: string | null;
}

/** How much of what was found is given. */
export interface Page {
  /** Entries in all. */
  readonly total: number;
  readonly offset: number;
  readonly limit: number;
  /** Whether the ledger holds more reports than were looked at: the oldest are missing. */
  readonly cut: boolean;
}

/** Who stands behind what is told: “7 articles, 2 independent sources”. */
export interface Corroboration {
  readonly articles: number;
  readonly origins: readonly Origin[];
}

/** A document as a list names it. */
export interface Report {
  readonly document: string;
  readonly item: string;
  readonly title: string | null;
  /** Outlet, agency, or where it came from. */
  readonly source: string;
  readonly url: string | null;
  readonly published: DayPrefix | null;
}

/** A person or body that takes part. */
export type Participant = Pick<StoredParty, "name" | "code" | "key" | "side" | "office" | "level" | "role">;

/** A contact or event as all its reports together tell it. */
export interface TimelineEntry {
  /** Lasting id of the item in the report that stands for all. */
  readonly id: string;
  readonly kind: "contact" | "event";
  /** Day of the entry; `null` where no report gives one. */
  readonly day: DayPrefix | null;
  /** Day of the first report: what has no day of its own is put there. */
  readonly told: DayPrefix | null;
  /** `stated` in a report, `published`: day of the first report, `entered` by hand. */
  readonly dayBasis: "stated" | "published" | "entered" | null;
  readonly channel: StoredContact["channel"] | null;
  /** PLOVER events: of a contact those that belong to it. */
  readonly events: readonly StoredEvent["event"][];
  readonly mode: string | null;
  readonly status: StoredContact["status"] | StoredEvent["status"];
  readonly negated: boolean;
  readonly who: readonly Participant[];
  /** Of events in one direction: keys of who did it, and to whom. */
  readonly from: readonly string[];
  readonly to: readonly string[];
  readonly topics: readonly string[];
  readonly place: string | null;
  readonly occasion: string | null;
  /** Commitments told of it. */
  readonly commitments: number;
  /** PLOVER's score, −10 to 10: mean of its kinds of events; `null` where it has none. */
  readonly score: number | null;
  readonly basis: "reported" | "entered";
  /** Only of entries by hand, and private. */
  readonly note: string | null;
  readonly author: string | null;
  readonly corroboration: Corroboration;
  readonly reports: readonly Report[];
}

/** What lay between two parties in a span of time. */
export interface Period {
  /** `2021-10`, or `2021` where the timeline spans more than three years. */
  readonly period: string;
  readonly entries: number;
  /** Mean score of its entries that have one. */
  readonly score: number | null;
}

/** Contacts and events between two parties, in order of day; what has no day by that of its first report. */
export interface Timeline {
  readonly parties: readonly Party[];
  readonly since: DayPrefix | null;
  readonly until: DayPrefix | null;
  readonly entries: readonly TimelineEntry[];
  readonly periods: readonly Period[];
  /** Mean score of all entries that have one. */
  readonly score: number | null;
  readonly page: Page;
}

/** One telling of a promise: that of one contact, by all its reports. */
export interface Telling {
  readonly id: string;
  readonly day: DayPrefix | null;
  readonly text: string;
  /** How the reports put it, the one above first. */
  readonly wordings: readonly string[];
  readonly status: "agreed" | "reaffirmed" | "offered";
  readonly by: readonly Participant[];
  readonly to: readonly Participant[];
  readonly about: string | null;
  readonly due: DayPrefix | null;
  readonly condition: string | null;
  readonly contact: { readonly id: string; readonly channel: string };
  readonly corroboration: Corroboration;
  readonly reports: readonly Report[];
  /** The earlier telling it repeats; `null` for the first. */
  readonly repeats: RepeatLink | null;
}

/** Why a promise is taken to repeat an earlier one; a judgement on `commitment/repeats` withdraws it or puts another. */
export interface RepeatLink {
  readonly id: string;
  readonly score: number;
  readonly reasons: readonly string[];
  readonly by: string;
}

/** A promise with all its repetitions. */
export interface CommitmentThread {
  /** Id of the first telling. */
  readonly id: string;
  readonly text: string;
  readonly about: string | null;
  readonly parties: readonly Participant[];
  readonly since: DayPrefix | null;
  readonly lastRepeated: DayPrefix | null;
  readonly due: DayPrefix | null;
  /** `overdue`: a due day has passed; `open`: nothing tells that it was done; `done` and `dropped` as a person judged. */
  readonly state: "open" | "overdue" | "offered" | "done" | "dropped";
  /** Days from `today` back to the last contact of the parties; `null` where there is none with a day. */
  readonly daysSinceContact: number | null;
  readonly tellings: readonly Telling[];
  /** Later contacts of the parties that speak of its topic. */
  readonly mentionedIn: readonly {
    readonly id: string;
    readonly day: DayPrefix | null;
    readonly channel: string;
    readonly topic: string;
  }[];
}

export interface CommitmentThreads {
  readonly parties: readonly Party[];
  readonly threads: readonly CommitmentThread[];
  readonly lastContact: DayPrefix | null;
  readonly page: Page;
}

/** What one side, or a third, published of a contact. */
export interface Readout {
  readonly document: string;
  /** Name of the group of its copies: disagreements name texts so. */
  readonly copy: string;
  readonly title: string | null;
  readonly url: string | null;
  readonly published: DayPrefix | null;
  /** Code of the side that publishes it; `null` for others' reports. */
  readonly side: string | null;
  readonly publisher: string | null;
  readonly topics: readonly string[];
  readonly commitments: readonly string[];
  /** Topics and commitments no other readout tells of. */
  readonly onlyHere: { readonly topics: readonly string[]; readonly commitments: readonly string[] };
  /** Copies of this text, itself included. */
  readonly copies: number;
}

/** All that is known of one contact. */
export interface ContactDossier {
  readonly entry: TimelineEntry;
  readonly sides: readonly string[];
  readonly readouts: readonly Readout[];
  /** Sides of which the ledger holds no readout. */
  readonly missingSides: readonly string[];
  readonly disagreements: readonly Disagreement[];
  readonly commitments: readonly Telling[];
}

/** What somebody said on a topic. */
export interface Statement {
  readonly id: string;
  readonly day: DayPrefix | null;
  readonly speaker: Participant | null;
  /** Words of the claim, at most 25. */
  readonly excerpt: string;
  readonly kind: "direct" | "indirect" | "mixed";
  readonly stance: string;
  readonly corroboration: Corroboration;
  readonly report: Report;
}

/** Contacts, statements and commitments on a topic. */
export interface Situation {
  readonly topic: string;
  readonly since: DayPrefix | null;
  readonly until: DayPrefix | null;
  readonly contacts: readonly TimelineEntry[];
  readonly statements: readonly Statement[];
  readonly commitments: readonly CommitmentThread[];
  /** Countries and bodies that take part, most contacts first. */
  readonly parties: readonly { readonly code: string; readonly contacts: number }[];
  readonly pages: { readonly contacts: Page; readonly statements: Page; readonly commitments: Page };
}

/** A planned contact that was held, put off or called off, or of which the day changed. */
export interface Change {
  readonly before: TimelineEntry;
  readonly after: TimelineEntry;
  readonly what: string;
}

/** What is new since a day. */
export interface Brief {
  readonly since: DayPrefix;
  readonly today: string;
  readonly contacts: readonly BriefContact[];
  readonly changes: readonly Change[];
  readonly contradictions: readonly ContactDossier[];
  readonly followUps: readonly CommitmentThread[];
  readonly page: Page;
}

export interface BriefContact {
  readonly entry: TimelineEntry;
  /** “first call since 2021-10-05 (412 days)”; `null` where it is not the first for long. */
  readonly firstSince: { readonly day: DayPrefix; readonly days: number; readonly channel: string } | null;
  readonly missingSides: readonly string[];
}

/** A day on which greetings are due. */
export interface Occasion {
  readonly day: string;
  readonly kind: "birthday" | "national-day" | "relations";
  readonly title: string;
  /** Codes of the countries it is of. */
  readonly countries: readonly string[];
  readonly person: { readonly name: string; readonly office: string; readonly born: DayPrefix } | null;
  /** Which birthday or anniversary it is, where the year is known. */
  readonly number: number | null;
  /** Stable: the same occasion of the same year has the same. */
  readonly uid: string;
  /** Greetings of the year before, from the ledger. */
  readonly lastYear: readonly {
    readonly from: string;
    readonly to: string;
    readonly day: DayPrefix | null;
    readonly channel: string;
    readonly contact: string;
  }[];
}
