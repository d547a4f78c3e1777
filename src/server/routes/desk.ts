import type { OpenAPIHono } from "@hono/zod-openapi";
import {
  brief,
  commitmentThreads,
  contactDossier,
  findParty,
  occasions,
  type Party,
  situation,
  timeline,
} from "../../desk/index.js";
import { addDays, parseDay } from "../../engine/base/day.js";
import { itemIds } from "../../engine/item-ids.js";
import type { Ledger, StoredItem } from "../../store/index.js";
import { ROUTES } from "../api/index.js";
import type { Deps } from "../deps.js";
import { serveJson } from "../http/answer.js";
import { RequestError } from "../http/problems.js";
import { claimItem, contactCard, documentSummary, eventItem, judgementView, safeAddress } from "../views/items.js";
import { tallied } from "../views/tally.js";
import { MOST_REPORTS } from "./reading.js";

/** Claims and threads of commitments that one answer holds. */
const [MOST_CLAIMS, MOST_THREADS] = [200, 100];

/** What the desk works out: one contact with its sides, two parties over time. */
export function addDesk(app: OpenAPIHono, deps: Deps): void {
  const { ledger } = deps;
  serveJson(app, deps, ROUTES.contact, async ({ params: { id } }) => {
    const item = await ledger.item(id);
    if (item === null || item.item.kind !== "contact")
      throw new RequestError(404, `There is no contact ${id} in this ledger.`);
    const { story } = item.document;
    const found = await ledger.pages.contacts({ story, limit: MOST_REPORTS, rejected: true });
    const listed = found.items.find(({ tellings }) => tellings.includes(id));
    const dossier = await contactDossier(ledger, id);
    if (listed === undefined || dossier === null)
      throw new RequestError(404, `There is no contact ${id} in this ledger.`);
    const { sides, missingSides, disagreements, commitments } = dossier;
    const readouts = [];
    for (const readout of dossier.readouts) {
      const record = await ledger.record(readout.document);
      readouts.push({ ...readout, url: safeAddress(readout.url), text: record?.document.text ?? "" });
    }
    return {
      ...contactCard(listed),
      sides,
      missingSides,
      oneSided: sides.length - missingSides.length < 2,
      readouts,
      disagreements,
      tellings: commitments,
      reports: (await ledger.documents({ story })).map(documentSummary),
      ...(await itemsOf(ledger, item)),
      partOf: listed.partOf,
      judgements: await judgementsOf(ledger, listed.tellings, item.document.hash),
    };
  });
  serveJson(app, deps, ROUTES.pair, async ({ query: { a, b, since, until, limit, offset } }) => {
    const parties = [await partyFor(deps, a), await partyFor(deps, b)];
    const told = await timeline(ledger, { parties, since, until, limit, offset });
    const promised = await commitmentThreads(ledger, {
      parties,
      since,
      until,
      limit: MOST_THREADS,
      today: today(deps),
    });
    return {
      parties,
      entries: told.entries,
      periods: told.periods,
      score: told.score,
      channels: tallied(told.entries.flatMap(({ channel }) => channel ?? [])).map(([channel, contacts]) => ({ channel, contacts })), // biome-ignore format: one line reads best
      commitments: promised.threads,
      lastContact: promised.lastContact,
      page: told.page,
    };
  });
}

/** A topic's dossier, and what is new. */
export function addDossiers(app: OpenAPIHono, deps: Deps): void {
  const { ledger, countries } = deps;
  serveJson(app, deps, ROUTES.situation, async ({ query }) => {
    const found = await situation(ledger, { ...query, today: today(deps), countries });
    if (found === null) throw new RequestError(400, "query.topic: no word of it tells anything; name the matter.");
    return found;
  });
  serveJson(app, deps, ROUTES.occasions, async ({ query: { from = today(deps), days, country } }) => {
    const first = parseDay(from);
    if (first === null) throw new RequestError(400, "query.from: a whole day (YYYY-MM-DD)");
    const countries = country === undefined ? undefined : [country];
    const items = await occasions(ledger, { from: first, days, countries, tables: deps.tables });
    return { from: first, until: addDays(first, days - 1), items };
  });
  serveJson(app, deps, ROUTES.brief, ({ query }) => {
    return brief(ledger, { ...query, since: query.since.slice(0, 10), today: today(deps) });
  });
}

export function today({ now }: Deps): string {
  return now().slice(0, 10);
}

/** Whom a user means. @throws RequestError with names that are near. */
async function partyFor({ ledger, countries }: Deps, written: string): Promise<Party> {
  const found = await findParty(ledger, written, countries);
  switch (found.kind) {
    case "found":
      return found.party;
    case "several": {
      const names = found.candidates.map(
        ({ key, name, code }) => `${name}${code === null ? "" : ` (${code})`}: ${key}`,
      );
      throw new RequestError(400, `Several are called ${written.slice(0, 100)}: ${names.join("; ")}`);
    }
    case "unknown": {
      const near = found.near.length === 0 ? "" : ` Near it: ${found.near.join(", ")}.`;
      throw new RequestError(404, `Nobody in this ledger is called ${written.slice(0, 100)}.${near}`);
    }
    default:
      throw new TypeError(`unknown outcome: ${found satisfies never}`);
  }
}

/** The events that belong to a contact, and the claims of the article that tells of it. */
async function itemsOf({ pages }: Ledger, { item, document }: StoredItem) {
  const contact = document.record.contacts.find(({ id }) => id === item.local);
  const ids = itemIds(document.record).flatMap(({ local, id }) =>
    contact?.events.includes(local) === true ? [id] : [],
  );
  const events = await pages.events({ document: document.hash, ids, limit: MOST_CLAIMS, rejected: true });
  const claims = await pages.claims({ document: document.hash, limit: MOST_CLAIMS, rejected: true });
  return { events: events.items.map(eventItem), claims: claims.items.map(claimItem).reverse() };
}

async function judgementsOf(ledger: Ledger, items: readonly string[], document: string) {
  const found = await ledger.judgements({ document, withdrawn: true });
  return found
    .filter(({ item, kind }) => kind !== "merge" && (item === null || items.includes(item)))
    .map(judgementView);
}
