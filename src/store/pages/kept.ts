import { Recent } from "../recent.js";
import type { Told } from "./contact-groups.js";
import type { ListedContact } from "./types.js";

/** Documents of which the contacts are kept, and contacts with all that their cards show: some 4 kB each. */
const [MOST_DOCUMENTS, MOST_CONTACTS] = [8000, 8000];

/** What was read of a ledger for its pages while it was in one state. */
export class KeptRows {
  /** All contacts a document tells of, by its number. */
  readonly told = new Recent<readonly Told[]>(MOST_DOCUMENTS);
  /** Contacts by their tellings: see `keyOf`. */
  readonly contacts = new Recent<ListedContact, string>(MOST_CONTACTS);
}

/** What was read for pages, forgotten as soon as the ledger may have changed. */
export class KeptPages {
  #stamp: string | null = null;
  #rows = new KeptRows();

  /**
   * What is kept of the ledger as it is.
   *
   * @param stamp Told before anything else is read, so that nothing older is ever kept under it.
   */
  of(stamp: string): KeptRows {
    if (stamp !== this.#stamp) {
      this.#rows = new KeptRows(); // a page still being made goes on with its own
      this.#stamp = stamp;
    }
    return this.#rows;
  }
}

/** Names a contact by all its tellings, the one that stands for it first. */
export function keyOf(told: readonly Told[]): string {
  return told.map(({ row: { document, local } }) => `${document} ${local}`).join(",");
}
