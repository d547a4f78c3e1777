import type { OpenAPIHono } from "@hono/zod-openapi";
import { textAsReceived } from "../../engine/document/received.js";
import { itemIds } from "../../engine/item-ids.js";
import { disagreements } from "../../engine/stories/index.js";
import type { StoredDocument, StoredRecord } from "../../store/index.js";
import { ROUTES } from "../api/index.js";
import type { Deps } from "../deps.js";
import { serveJson } from "../http/answer.js";
import { RequestError } from "../http/problems.js";
import { contactCard, corroborationOf, documentSummary, judgementView } from "../views/items.js";

/** Larger stories are counted, not compared. */
export const MOST_REPORTS = 200;

/** Articles and stories. */
export function addReading(app: OpenAPIHono, deps: Deps): void {
  const { ledger } = deps;
  serveJson(app, deps, ROUTES.document, async ({ params: { hash } }) => {
    const document = await ledger.document(hash);
    if (document === null) throw new RequestError(404, `There is no article ${hash.slice(0, 16)} in this ledger.`);
    const { record } = document;
    const judgements = await ledger.judgements({ document: document.hash, withdrawn: true });
    return {
      document: documentSummary(document),
      record,
      received: textAsReceived(record.document),
      items: itemIds(record),
      judgements: judgements.filter(({ kind }) => kind !== "merge").map(judgementView),
      corroboration: corroborationOf(await ledger.documents({ story: document.story })),
    };
  });
  serveJson(app, deps, ROUTES.story, async ({ params: { id } }) => {
    const documents = await ledger.documents({ story: id });
    if (documents.length === 0) throw new RequestError(404, `There is no story ${id.slice(0, 16)} in this ledger.`);
    const contacts = await ledger.pages.contacts({ story: id, limit: 50 });
    const told = documents.length > MOST_REPORTS ? [] : disagreements(await reportsOf(deps, id));
    return {
      id,
      corroboration: corroborationOf(documents),
      documents: documents.map(documentSummary),
      copies: copiesOf(documents),
      contacts: contacts.items.map(contactCard),
      disagreements: told,
      merges: await mergesOf(deps, documents),
    };
  });
}

async function reportsOf({ ledger }: Deps, story: string): Promise<StoredRecord[]> {
  const reports: StoredRecord[] = [];
  for await (const one of ledger.records({ story })) reports.push(one);
  return reports;
}

function copiesOf(documents: readonly StoredDocument[]): { copy: string; documents: string[] }[] {
  const groups = new Map<string, string[]>();
  for (const { copy, hash } of documents) groups.set(copy, [...(groups.get(copy) ?? []), hash]);
  return [...groups].map(([copy, members]) => ({ copy, documents: members }));
}

/** Why documents are in one story: the merges among them. */
async function mergesOf({ ledger }: Deps, documents: readonly StoredDocument[]) {
  const inside = new Set(documents.map(({ hash }) => hash));
  const found = new Map<string, ReturnType<typeof judgementView>>();
  for (const { hash } of documents.slice(0, MOST_REPORTS))
    for (const merge of await ledger.judgements({ document: hash, kind: "merge" }))
      if (inside.has(merge.document) && inside.has(merge.other ?? "")) found.set(merge.id, judgementView(merge));
  return [...found.values()];
}
