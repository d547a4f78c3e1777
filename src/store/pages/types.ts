import type { ActorRecord, ClaimRecord, ContactRecord, EventRecord } from "../../engine/record.js";
import type { StoredDocument } from "../port.js";

/** Where a page of a list ended: the day, the document's number and the place in it of its last item. */
export interface Position {
  /** `null` among the items without a day, which come last. Of the review, the confidence as text. */
  readonly day: string | null;
  readonly document: number;
  readonly n: number;
}

/** A page of a list that may be long. */
export interface PageOf<T> {
  readonly items: readonly T[];
  /** Where the next page goes on; `null` after the last. It holds when items are added meanwhile. */
  readonly next: Position | null;
}

/** Which items are meant. All conditions hold together; lists with several values ask for one of them, but for `actors`. */
export interface PageFilter {
  /** ISO days or prefixes, inclusive: of the item's day; of claims and documents that of publication. */
  readonly since?: string | undefined;
  readonly until?: string | undefined;
  /** Codes of countries or keys of actors, all of which take part. */
  readonly actors?: readonly string[] | undefined;
  readonly events?: readonly string[] | undefined;
  readonly contexts?: readonly string[] | undefined;
  readonly channels?: readonly string[] | undefined;
  readonly statuses?: readonly string[] | undefined;
  /** The least confidence. */
  readonly confidence?: number | undefined;
  readonly outlet?: string | undefined;
  readonly words?: string | undefined;
  readonly story?: string | undefined;
  readonly document?: string | undefined;
  /** Lasting ids. */
  readonly ids?: readonly string[] | undefined;
  /** Only those with a place in a country. */
  readonly placed?: boolean | undefined;
  /** Only those told by a document added after this ISO time. */
  readonly addedAfter?: string | undefined;
  /** Items a reviewer rejected too. */
  readonly rejected?: boolean | undefined;
}

export interface PageQuery extends PageFilter {
  readonly after?: Position | undefined;
  readonly limit: number;
}

/** Which claims: besides the filter's conditions, stance, kind and who speaks (one of the list is enough). */
export interface ClaimQuery extends PageQuery {
  readonly speakers?: readonly string[] | undefined;
  readonly stance?: string | undefined;
  readonly kind?: string | undefined;
}

/** Who takes part. `key` is one for an actor in all documents. */
export interface ListedParty {
  readonly key: string;
  readonly name: string;
  readonly code: string | null;
  readonly office: string | null;
}

export interface ListedDelegate extends ListedParty {
  readonly side: string | null;
  readonly role: string | null;
  readonly level: string | null;
}

/** What reviewers said of an item, as far as it holds. */
export interface Review {
  readonly comments: number;
  readonly verdict: "accepted" | "rejected" | null;
  /** By field, the value put in its place last. */
  readonly corrections: Readonly<Record<string, unknown>>;
}

export interface ListedItem {
  /** Lasting id, and id within the record. */
  readonly id: string;
  readonly local: string;
  readonly document: StoredDocument;
  readonly day: string | null;
  readonly why: string;
  readonly confidence: number;
  /** The first passage that reports it. */
  readonly passage: string;
  readonly review: Review;
}

export interface ListedCommitment {
  readonly id: string;
  readonly text: string;
  readonly status: ContactRecord["commitments"][number]["status"];
  readonly stated: ContactRecord["commitments"][number]["stated"];
  readonly about: string | null;
  readonly due: string | null;
  readonly condition: string | null;
  readonly by: readonly ListedParty[];
  readonly to: readonly ListedParty[];
  readonly passage: string;
}

/** A contact with everything a card shows: one for all reports of it. */
export interface ListedContact extends ListedItem {
  readonly channel: ContactRecord["channel"];
  readonly status: ContactRecord["status"];
  readonly dayWhy: string | null;
  readonly multilateral: boolean;
  readonly location: ContactRecord["location"];
  readonly parties: readonly ListedDelegate[];
  /** Keys of parties. */
  readonly sender: string | null;
  readonly initiator: string | null;
  readonly occasion: string | null;
  readonly topics: readonly { readonly label: string; readonly context: readonly string[] }[];
  readonly commitments: readonly ListedCommitment[];
  /** Lasting id of the contact it is part of. */
  readonly partOf: string | null;
  /** Lasting ids of the contact in each document that tells of it, its own first. */
  readonly tellings: readonly string[];
  /** The documents that tell of it, its own first. */
  readonly reports: readonly StoredDocument[];
  /** Codes of the sides whose own readouts are among them. */
  readonly publishers: readonly string[];
}

export interface ListedEvent extends ListedItem {
  readonly event: EventRecord["event"];
  readonly mode: string | null;
  readonly context: readonly string[];
  readonly quad: number;
  readonly score: number;
  readonly cameo: string;
  readonly dayWhy: string | null;
  readonly status: EventRecord["status"];
  readonly negated: boolean;
  readonly actors: readonly ListedParty[];
  readonly recipients: readonly ListedParty[];
  /** Who says so, where it rests on claims. */
  readonly claimants: readonly ListedParty[];
  /** The documents of its story. */
  readonly reports: readonly StoredDocument[];
}

export interface ListedClaim extends ListedItem {
  readonly kind: ClaimRecord["kind"];
  readonly act: ClaimRecord["act"];
  readonly stance: ClaimRecord["stance"];
  readonly speaker: ListedParty | null;
  readonly addressee: ListedParty | null;
  readonly chain: readonly { readonly name: string; readonly as: string; readonly via: string | null }[];
}

export interface ListedDocument {
  readonly document: StoredDocument;
  readonly events: number;
  readonly contacts: number;
  readonly claims: number;
  readonly length: number;
}

/** Which items a person is to look at. */
export interface ReviewQuery {
  readonly kind?: "event" | "contact" | "claim" | undefined;
  /** Only those less certain than this. */
  readonly below?: number | undefined;
  readonly actors?: readonly string[] | undefined;
  readonly after?: Position | undefined;
  readonly limit: number;
}

/** An item nobody judged yet. */
export interface ToReview {
  readonly kind: "event" | "contact" | "claim";
  readonly id: string;
  /** Id within the record. */
  readonly local: string;
  /** Hash of its document. */
  readonly document: string;
  readonly confidence: number;
}

export interface FoundActor {
  /** Key of the actor. */
  readonly key: string;
  readonly name: string;
  readonly kind: ActorRecord["kind"];
  readonly code: string | null;
  readonly office: string | null;
  readonly documents: number;
}

/** What a ledger holds, for the choices a person is given. */
export interface Overview {
  readonly outlets: readonly { readonly name: string; readonly documents: number }[];
  readonly firstDay: string | null;
  readonly lastDay: string | null;
}

/** Lists of a ledger's items by pages, newest first, with all that a line or card of them shows. */
export interface Pages {
  contacts(query: PageQuery): Promise<PageOf<ListedContact>>;
  events(query: PageQuery): Promise<PageOf<ListedEvent>>;
  claims(query: ClaimQuery): Promise<PageOf<ListedClaim>>;
  documents(query: PageQuery): Promise<PageOf<ListedDocument>>;
  /** Least certain first; then contacts, events, claims. */
  review(query: ReviewQuery): Promise<PageOf<ToReview> & { readonly left: number }>;
  /** Actors with a word of their name that begins so, most told of first. */
  actors(beginning: string, limit: number): Promise<readonly FoundActor[]>;
  overview(): Promise<Overview>;
  /** Changes whenever the ledger may have changed: a stamp for as long as it is open. */
  stamp(): Promise<string>;
}
