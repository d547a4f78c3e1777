import type { Database } from "../database.js";
import { asStoreError } from "../errors.js";
import { pageOfClaims } from "./claims.js";
import { pageOfContacts } from "./contacts.js";
import { pageOfDocuments } from "./documents.js";
import { pageOfEvents } from "./events.js";
import { KeptPages } from "./kept.js";
import { actorsBeginning, overviewOf } from "./overview.js";
import { pageToReview } from "./review.js";
import type { Pages } from "./types.js";

export type * from "./types.js";

/** The lists of a ledger's items. */
export function pagesOf(database: Database): Pages {
  const kept = new KeptPages();
  const tried = async <T>(work: Promise<T>): Promise<T> => {
    try {
      return await work;
    } catch (error) {
      throw asStoreError(database.name, error);
    }
  };
  return {
    contacts: (query) => tried(pageOfContacts(database, kept, query)),
    events: (query) => tried(pageOfEvents(database, query)),
    claims: (query) => tried(pageOfClaims(database, query)),
    documents: (query) => tried(pageOfDocuments(database, query)),
    review: (query) => tried(pageToReview(database, query)),
    actors: (beginning, limit) => tried(actorsBeginning(database, beginning, limit)),
    overview: () => tried(overviewOf(database)),
    stamp: () => tried(database.stamp()),
  };
}
