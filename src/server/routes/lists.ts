import type { OpenAPIHono } from "@hono/zod-openapi";
import type { PageQuery } from "../../store/index.js";
import { ROUTES } from "../api/index.js";
import type { Deps } from "../deps.js";
import { serveJson } from "../http/answer.js";
import { cursorOf, placeOf } from "../http/cursor.js";
import { claimCard, contactCard, documentCard, eventCard, judgementView } from "../views/items.js";

/** A page's query as the ledger takes it. */
export function pageQuery<T extends { readonly limit: number; readonly cursor?: string | undefined }>({
  cursor,
  ...rest
}: T): Omit<T, "cursor"> & Pick<PageQuery, "after"> {
  return { ...rest, after: placeOf(cursor) };
}

/** Rounds in which contacts are looked for that a condition outside the ledger's queries lets through. */
const ROUNDS = 5;

/** Lists by pages: contacts, events, articles, claims, judgements. */
export function addLists(app: OpenAPIHono, deps: Deps): void {
  const { pages } = deps.ledger;
  serveJson(app, deps, ROUTES.contacts, async ({ query: { oneSided, ...query } }) => {
    const items: ReturnType<typeof contactCard>[] = [];
    let ask: PageQuery = pageQuery(query);
    for (let round = 0; ; round++) {
      const page = await pages.contacts(ask);
      const cards = page.items.map(contactCard);
      items.push(...cards.filter((card) => oneSided === undefined || card.oneSided === oneSided));
      if (page.next === null || items.length >= query.limit / 2 || round === ROUNDS)
        return { items, next: cursorOf(page.next) };
      ask = { ...ask, after: page.next, limit: query.limit - items.length };
    }
  });
  serveJson(app, deps, ROUTES.events, async ({ query }) => {
    const { items, next } = await pages.events(pageQuery(query));
    return { items: items.map(eventCard), next: cursorOf(next) };
  });
  serveJson(app, deps, ROUTES.documents, async ({ query }) => {
    const { items, next } = await pages.documents(pageQuery(query));
    return { items: items.map(documentCard), next: cursorOf(next) };
  });
  serveJson(app, deps, ROUTES.claims, async ({ query: { speaker, ...query } }) => {
    const { items, next } = await pages.claims({ ...pageQuery(query), speakers: speaker });
    return { items: items.map(claimCard), next: cursorOf(next) };
  });
  serveJson(app, deps, ROUTES.judgements, async ({ query }) => {
    const { document, kind, unattached, withdrawn, author, rules = false, limit, cursor } = query;
    const found = (await deps.ledger.judgements({ document, kind, unattached, withdrawn })).filter(
      (one) => (rules || !one.author.startsWith("rule:")) && (author === undefined || one.author === author),
    );
    const newest = found.reverse();
    const start = placeOf(cursor);
    const from = start === undefined ? 0 : newest.findIndex(({ id, made }) => `${made} ${id}` < (start.day ?? "")); // biome-ignore format: one line reads best
    const items = from < 0 ? [] : newest.slice(from, from + limit);
    const last = items.at(-1);
    const more = from >= 0 && newest.length > from + limit && last !== undefined;
    return {
      items: items.map(judgementView),
      next: more ? cursorOf({ day: `${last.made} ${last.id}`, document: 0, n: 0 }) : null,
    };
  });
}
