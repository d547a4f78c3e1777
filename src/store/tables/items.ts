import type { ItemTable, PartTable } from "./parts.js";

export interface ClaimsTable extends ItemTable {
  readonly kind: string;
  readonly act: string;
  readonly content_start: number;
  readonly content_end: number;
  readonly cue_start: number | null;
  readonly cue_end: number | null;
  readonly source_start: number | null;
  readonly source_end: number | null;
  readonly speaker: string | null;
  readonly addressee: string | null;
  readonly stance: string;
  readonly why: string;
  readonly confidence: number;
}

export interface ChainLinksTable extends PartTable {
  readonly claim: string;
  readonly actor: string;
  readonly role: string;
  readonly via: string | null;
  readonly more: string | null;
}

export interface EventsTable extends ItemTable {
  readonly event: string;
  readonly mode: string | null;
  readonly context: string;
  readonly quad: number;
  readonly score: number;
  readonly cameo: string;
  readonly day: string | null;
  readonly day_why: string | null;
  /** The day for looking up: its own, else that of publication for news. */
  readonly day_key: string | null;
  readonly status: string;
  readonly negated: number;
  readonly why: string;
  readonly confidence: number;
}

export interface EventPartiesTable extends PartTable {
  readonly event: string;
  readonly role: "actor" | "recipient";
  readonly actor: string;
  /** Copies of the actor's code and key, so that a search need not look them up. */
  readonly code: string | null;
  readonly actor_key: string | null;
}

export interface EventClaimsTable extends PartTable {
  readonly event: string;
  readonly claim: string;
}

export interface ContactsTable extends ItemTable {
  readonly channel: string;
  readonly status: string;
  readonly sender: string | null;
  readonly initiator: string | null;
  readonly day: string | null;
  readonly day_earliest: string | null;
  readonly day_latest: string | null;
  readonly day_why: string | null;
  readonly day_key: string | null;
  readonly location_name: string | null;
  readonly location_country: string | null;
  readonly part_of: string | null;
  readonly multilateral: number;
  readonly occasion: string | null;
  readonly occasion_start: number | null;
  readonly occasion_end: number | null;
  readonly occasion_inferred: number | null;
  readonly why: string;
  readonly confidence: number;
}

export interface ContactPartiesTable extends PartTable {
  readonly contact: string;
  /** In which list of the record it stands. */
  readonly list: "participant" | "delegate" | "publisher";
  readonly actor: string;
  readonly code: string | null;
  readonly actor_key: string | null;
  readonly side: string | null;
  readonly role: string | null;
  readonly level: string | null;
  readonly office: string | null;
  readonly more: string | null;
}

export interface ContactEventsTable extends PartTable {
  readonly contact: string;
  readonly event: string;
}

export interface TopicsTable extends PartTable {
  readonly contact: string;
  readonly local: string;
  readonly label: string;
  readonly context: string;
  readonly start_at: number;
  readonly end_at: number;
  readonly more: string | null;
}

export interface CommitmentsTable extends ItemTable {
  readonly contact: string;
  readonly text: string;
  readonly status: string;
  readonly about: string | null;
  readonly due: string | null;
  readonly condition: string | null;
  readonly stated: string;
}

export interface CommitmentPartiesTable extends PartTable {
  readonly commitment: string;
  readonly role: "by" | "to";
  readonly actor: string;
  readonly code: string | null;
  readonly actor_key: string | null;
}

/** Passages that report an event, contact or commitment; `local` is the item's id in the record. */
export interface EvidenceTable extends PartTable {
  readonly local: string;
  readonly start_at: number;
  readonly end_at: number;
}
