import type { CHANNELS, CONTACT_STATUSES, EVENT_STATUSES, PLOVER_EVENTS } from "../../engine/record.js";
import type { StoredDocument } from "../port.js";

/** Which contacts, events or commitments are looked for. All conditions hold together; one left out holds for all. */
export interface LookupQuery {
  /** Codes of countries or keys of actors, all of which take part. */
  readonly actors?: readonly string[] | undefined;
  /** Words that all stand in the documents' titles or texts, in any form. */
  readonly words?: string | undefined;
  /** ISO days (or prefixes), inclusive: of the item; of its publication where it has no day of its own. */
  readonly since?: string | undefined;
  readonly until?: string | undefined;
  /** Told by a document added at or after this ISO time. */
  readonly addedSince?: string | undefined;
  /** Of commitments: due between these ISO days (or prefixes), inclusive. */
  readonly due?: { readonly since: string; readonly until: string } | undefined;
  /** Told by a document of this story. */
  readonly story?: string | undefined;
  readonly kinds?: readonly ("contact" | "event")[] | undefined;
  /** Most items of each kind to read: the latest ones. */
  readonly limit: number;
}

/** Who takes part in an item. */
export interface StoredParty {
  readonly name: string;
  readonly kind: string;
  readonly code: string | null;
  /** Wikidata id, else the name in small letters: one for an actor in all documents. */
  readonly key: string;
  /** Of events `actor` or `recipient`; of contacts the role in the delegation; of commitments `by` or `to`. */
  readonly role: string | null;
  readonly side: string | null;
  readonly level: string | null;
  readonly office: string | null;
}

/** What every item that was looked up has. */
export interface StoredDealing {
  /** Lasting id. */
  readonly id: string;
  /** Id within the record. */
  readonly local: string;
  readonly document: StoredDocument;
  /** Its own day, else that of publication for what is told as news; `null` for what lies ahead or back, no telling when. */
  readonly day: string | null;
  /** Whether the day is the item's own. */
  readonly dayStated: boolean;
  /** Where its first passage begins, in code units of the document's text. */
  readonly start: number;
  readonly parties: readonly StoredParty[];
  readonly confidence: number;
}

/** A contact as one document tells it. */
export interface StoredContact extends StoredDealing {
  readonly kind: "contact";
  readonly channel: (typeof CHANNELS)[number];
  readonly status: (typeof CONTACT_STATUSES)[number];
  /** Keys of actors. */
  readonly sender: string | null;
  readonly initiator: string | null;
  readonly location: { readonly name: string; readonly country: string | null } | null;
  readonly occasion: string | null;
  readonly multilateral: boolean;
  readonly topics: readonly StoredTopic[];
  readonly publishers: readonly StoredParty[];
  /** Ids, within the record, of its events. */
  readonly events: readonly string[];
  readonly commitments: number;
}

export interface StoredTopic {
  readonly label: string;
  readonly context: readonly string[];
}

/** An event as one document tells it. */
export interface StoredEvent extends StoredDealing {
  readonly kind: "event";
  readonly event: (typeof PLOVER_EVENTS)[number];
  readonly mode: string | null;
  readonly context: readonly string[];
  readonly status: (typeof EVENT_STATUSES)[number];
  readonly negated: boolean;
  readonly score: number;
  readonly cameo: string;
}

/** A commitment as one document tells it. */
export interface StoredCommitment extends StoredDealing {
  readonly text: string;
  readonly status: "agreed" | "reaffirmed" | "offered";
  /** Label of the topic it is about. */
  readonly about: string | null;
  readonly due: string | null;
  readonly condition: string | null;
  readonly stated: "both" | "own" | "other";
  /** Its contact, whose day is the commitment's; of one that lies ahead the day of its report. */
  readonly contact: { readonly id: string; readonly channel: string; readonly status: string };
  /** Who takes part in that contact. */
  readonly participants: readonly StoredParty[];
  readonly topics: readonly StoredTopic[];
}

/** A claim as one document tells it, with its words. */
export interface StoredStatement {
  readonly id: string;
  readonly document: StoredDocument;
  /** Day of publication. */
  readonly day: string | null;
  readonly kind: "direct" | "indirect" | "mixed";
  readonly stance: string;
  readonly text: string;
  readonly speaker: StoredParty | null;
  readonly confidence: number;
}

/** An actor the ledger knows. */
export interface KnownActor {
  readonly key: string;
  readonly name: string;
  readonly kind: string;
  readonly code: string | null;
  /** Documents that name the actor so. */
  readonly documents: number;
}

/** What a desk asks of a ledger: items read from the tables without their records. */
export interface Lookups {
  /** Contacts and events by day, the latest first, then by document and place. */
  dealings(query: LookupQuery): Promise<readonly (StoredContact | StoredEvent)[]>;
  /** Commitments by day of their contact, the latest first, then by document and place. */
  commitments(query: LookupQuery): Promise<readonly StoredCommitment[]>;
  /** Claims whose document holds the words, by day of publication, the latest first; `since` and `until` are of publication. */
  statements(query: LookupQuery & { readonly words: string }): Promise<readonly StoredStatement[]>;
  /** Actors with a key or code, by exact name, or, with `near`, whose name holds the words in small letters; most named first. */
  actors(query: {
    readonly name: string;
    readonly near?: boolean;
    readonly limit: number;
  }): Promise<readonly KnownActor[]>;
}
