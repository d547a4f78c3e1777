import type { OpenAPIHono } from "@hono/zod-openapi";
import { textAsReceived } from "../../engine/document/received.js";
import { itemIds } from "../../engine/item-ids.js";
import { disagreements } from "../../engine/stories/index.js";
import type { Ledger, StoredDocument, StoredRecord } from "../../store/index.js";
import { ROUTES } from "../api/index.js";
import type { Deps } from "../deps.js";
import { serveJson } from "../http/answer.js";
import { RequestError } from "../http/problems.js";
import { headOf, withoutLaterMentions } from "../views/head.js";
import { contactCard, corroborationOf, documentSummary, judgementView } from "../views/items.js";

/** Larger stories are counted, not compared. */
export const MOST_REPORTS = 200;

/** Articles and stories. */
export function addReading(app: OpenAPIHono, deps: Deps): void {
  const { ledger } = deps;
  const lastRead = rememberLast(ledger);
  serveJson(app, deps, ROUTES.document, async ({ params: { hash }, query: { head: at } }) => {
    const document = await lastRead(hash);
    if (document === null) throw new RequestError(404, `There is no article ${hash.slice(0, 16)} in this ledger.`);
    const head = at === undefined ? null : headOf(document.record, at);
    const record = head?.record ?? document.record;
    const judgements = await ledger.judgements({ document: document.hash, withdrawn: true });
    return {
      document: documentSummary(document),
      record: head === null ? record : withoutLaterMentions(record, head.cut.at),
      received: head === null ? textAsReceived(record.document) : "",
      items: itemIds(record),
      judgements: judgements.filter(({ kind }) => kind !== "merge").map(judgementView),
      corroboration: corroborationOf(await ledger.documents({ story: document.story })),
      cut: head?.cut ?? null,
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

/** Reads documents, and keeps the last: who was given its beginning asks for the whole of it at once. */
function rememberLast(ledger: Ledger): (hash: string) => Promise<StoredRecord | null> {
  let kept: { readonly asked: string; readonly document: StoredRecord | null } | null = null;
  return async (hash) => {
    const asked = `${hash} ${await ledger.pages.stamp()}`;
    if (kept?.asked !== asked) kept = { asked, document: await ledger.document(hash) };
    return kept.document;
  };
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
