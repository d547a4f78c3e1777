import type * as documents from "./documents.js";
import type * as items from "./items.js";
import type * as ledger from "./ledger.js";

/**
 * The tables of a ledger. Numbers of documents are the ledger's own and count up; hashes name documents everywhere else.
 * Offsets are of the repaired text. Flags are 0 or 1, lists are JSON. Columns named `more` hold, as JSON, fields of an item
 * that have no column yet, so that a record comes back whole whatever its version.
 */
export interface Tables {
  readonly documents: documents.DocumentsTable;
  readonly repairs: documents.RepairsTable;
  readonly notices: documents.NoticesTable;
  readonly actors: documents.ActorsTable;
  readonly mentions: documents.MentionsTable;
  readonly dates: documents.DatesTable;
  readonly claims: items.ClaimsTable;
  readonly chain_links: items.ChainLinksTable;
  readonly events: items.EventsTable;
  readonly event_parties: items.EventPartiesTable;
  readonly event_claims: items.EventClaimsTable;
  readonly contacts: items.ContactsTable;
  readonly contact_parties: items.ContactPartiesTable;
  readonly contact_events: items.ContactEventsTable;
  readonly topics: items.TopicsTable;
  readonly commitments: items.CommitmentsTable;
  readonly commitment_parties: items.CommitmentPartiesTable;
  readonly evidence: items.EvidenceTable;
  readonly stories: ledger.StoriesTable;
  readonly sketches: ledger.SketchesTable;
  readonly story_keys: ledger.StoryKeysTable;
  readonly judgements: ledger.JudgementsTable;
  readonly sources: ledger.SourcesTable;
  readonly tombstones: ledger.TombstonesTable;
  readonly entries: ledger.EntriesTable;
}
