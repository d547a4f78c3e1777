import type { OpenAPIHono } from "@hono/zod-openapi";
import type { ListedContact } from "../../store/index.js";
import type { Placed } from "../api/brief.js";
import { ROUTES } from "../api/index.js";
import { CORRECTABLE } from "../api/judgements.js";
import type { Deps } from "../deps.js";
import { serveJson } from "../http/answer.js";
import type { MapPlaces } from "../map-places.js";
import { contactCard, documentCard, eventCard, partyView } from "../views/items.js";
import { tallied } from "../views/tally.js";

/** Contacts on the map; more than that nobody can look at. */
const MOST_PLACED = 1000;

/** Search, actors, the map, and what the ledger holds. */
export function addLookup(app: OpenAPIHono, deps: Deps): void {
  const { ledger } = deps;
  serveJson(app, deps, ROUTES.actors, async ({ query: { q, limit } }) => ({ items: await found(deps, q, limit) }));
  serveJson(app, deps, ROUTES.search, async ({ query: { q, limit } }) => {
    const [contacts, events, documents] = [
      await ledger.pages.contacts({ words: q, limit }),
      await ledger.pages.events({ words: q, limit }),
      await ledger.pages.documents({ words: q, limit }),
    ];
    return {
      contacts: contacts.items.map(contactCard),
      events: events.items.map(eventCard),
      documents: documents.items.map(documentCard),
      actors: await found(deps, q, limit),
    };
  });
  serveJson(app, deps, ROUTES.world, async ({ query }) => {
    const channels = ["visit", "meeting"];
    const { items, next } = await ledger.pages.contacts({ ...query, channels, limit: MOST_PLACED });
    const placed = items.flatMap((contact) => placedOf(contact, deps.places) ?? []);
    return {
      items: placed,
      countries: tallied(placed.map(({ country }) => country)).map(([code, contacts]) => ({ code, contacts })),
      truncated: next !== null,
    };
  });
  serveJson(app, deps, ROUTES.meta, async () => {
    const { outlets, firstDay, lastDay } = await ledger.pages.overview();
    return {
      version: deps.version,
      ledger: ledger.name.split("/").at(-1) ?? "",
      writable: deps.read !== null,
      today: deps.now().slice(0, 10),
      counts: await ledger.counts(),
      days: { first: firstDay, last: lastDay },
      outlets,
      codes: deps.codes,
      correctable: CORRECTABLE,
    };
  });
}

async function found({ ledger, codes }: Deps, q: string, limit: number) {
  const like = q.toLowerCase();
  const countries = codes.countries
    .filter(({ code, words }) => code === q.toUpperCase() || words.toLowerCase().split(" ").some((_, i, all) => all.slice(i).join(" ").startsWith(like))) // biome-ignore format: one line reads best
    .map(({ code, words }) => ({ key: code, name: words, kind: "country" as const, code, office: null, documents: 0 }));
  const actors = await ledger.pages.actors(q, limit);
  const inLedger = new Map(actors.flatMap((one) => (one.kind === "country" && one.code !== null ? [[one.code, one.documents]] : []))); // biome-ignore format: one line reads best
  const named = countries
    .map((one) => ({ ...one, documents: inLedger.get(one.code) ?? 0 }))
    .sort((a, b) => b.documents - a.documents || (a.key < b.key ? -1 : 1));
  const rest = actors.filter(({ kind, code }) => kind !== "country" || !named.some((one) => one.code === code));
  return [...named, ...rest].slice(0, limit);
}

function placedOf(contact: ListedContact, places: MapPlaces): Placed | null {
  const country = contact.location?.country ?? null; // one without a place is no guess: it stays off the map
  if (country === null) return null;
  return {
    contact: contact.id,
    channel: contact.channel,
    status: contact.status,
    day: contact.day,
    place: contact.location?.name ?? null,
    country,
    at: places(contact.location?.name ?? "", country),
    parties: contact.parties.map(partyView),
    topics: contact.topics.map(({ label }) => label),
  };
}
