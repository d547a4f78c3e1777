import { textAsReceived } from "../../engine/document/received.js";
import type { Article } from "../../engine/document/types.js";
import type { StoredRecord } from "../../store/index.js";

/** An article as it once came in, put together again from what the ledger holds of it. */
export function articleAgain({ record: { document } }: Pick<StoredRecord, "record">): Article {
  const { id, hash, title, url, outlet, language, published } = document;
  const received = textAsReceived(document);
  const given = published !== null && ["metadata", "option"].includes(published.basis) ? published.value : undefined;
  const apart = title !== null && received.startsWith(`${title}\n\n`);
  return {
    id: id === hash ? undefined : id,
    title: apart ? title : undefined,
    text: apart ? received.slice(title.length + 2) : received,
    published: given,
    url: url ?? undefined,
    outlet: outlet ?? undefined,
    language,
  };
}
