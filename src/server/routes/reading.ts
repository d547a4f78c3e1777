import type { OpenAPIHono } from "@hono/zod-openapi";
import { textAsReceived } from "../../engine/document/received.js";
import { itemIds } from "../../engine/item-ids.js";
import { disagreements } from "../../engine/stories/index.js";
import type { StoredDocument, StoredRecord } from "../../store/index.js";
import { ROUTES } from "../api/index.js";
import type { Deps } from "../deps.js";
import { serveJson } from "../http/answer.js";
import { RequestError } from "../http/problems.js";
import { withoutLaterMentions } from "../views/head.js";
import { contactCard, corroborationOf, documentSummary, judgementView } from "../views/items.js";

/** Larger stories are counted, not compared. */
export const MOST_REPORTS = 200;

/** So many of each list are given though their words stand further down: as many as a list shows at first. */
const FIRST_ITEMS = 10;

/** Articles and stories. */
export function addReading(app: OpenAPIHono, deps: Deps): void {
  const { ledger } = deps;
  serveJson(app, deps, ROUTES.document, async ({ params: { hash }, query: { head: at } }) => {
    const head = at === undefined ? null : await ledger.head(hash, { at, first: FIRST_ITEMS });
    const found = at === undefined ? await ledger.document(hash) : head;
    if (found === null) throw new RequestError(404, `There is no article ${hash.slice(0, 16)} in this ledger.`);
    const whole = head?.whole ?? null;
    const cut = at === undefined || whole === null ? null : { at, ...whole };
    const { record, story } = found;
    const judgements = await ledger.judgements({ document: found.hash, withdrawn: true });
    return {
      document: documentSummary(found),
      record: cut === null ? record : withoutLaterMentions(record, cut.at),
      received: cut === null ? textAsReceived(record.document) : "",
      items: itemIds(record),
      judgements: judgements.filter(({ kind }) => kind !== "merge").map(judgementView),
      corroboration: corroborationOf(await ledger.documents({ story })),
      cut,
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
