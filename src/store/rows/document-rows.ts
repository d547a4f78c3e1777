import type { ItemId } from "../../engine/item-ids.js";
import type { ActorRecord, ReadoutRecord } from "../../engine/record.js";
import type { Tables } from "../tables/index.js";
import { type Known, restOf } from "./rest.js";

/** Rows of a record, by table. */
export type RowsOf<Name extends keyof Tables> = { readonly [K in Name]: Tables[K][] };

/** How the items of a record are called for ever, by their ids in it. */
export type Names = ReadonlyMap<string, ItemId>;

const DOCUMENT: Known = {
  id: true, hash: true, title: true, outlet: true, url: true, agency: true, byline: true, language: true, text: true, repairs: true, notices: true,
  dateline: ["place", "country", "span"], published: ["value", "earliest", "latest", "basis", "why"], translation: ["from", "why"],
}; // biome-ignore format: a line for each group reads best
const REPAIR: Known = { kind: true, before: true, after: true, span: true, sourceSpan: true };
const NOTICE: Known = { code: true, message: true, span: true };
const ACTOR: Known = { id: true, name: true, kind: true, code: true, sector: true, office: true, wikidata: true, why: true, mentions: true }; // biome-ignore format: one line reads best
const MENTION: Known = { span: true, text: true, kind: true };
const DATE: Known = { span: true, text: true, type: true, value: true, why: true, confidence: true };

/** What one actor is called in all documents: its Wikidata id, else its name in small letters. */
export function actorKey({ wikidata, name }: Pick<ActorRecord, "wikidata" | "name">): string {
  return wikidata ?? name.toLowerCase();
}

/** A document's columns that come from its record. */
export function documentRow({ document }: ReadoutRecord) {
  const { dateline, published, translation } = document;
  return {
    hash: document.hash,
    id: document.id,
    title: document.title,
    outlet: document.outlet,
    url: document.url,
    agency: document.agency,
    byline: document.byline,
    dateline_place: dateline?.place ?? null,
    dateline_country: dateline?.country ?? null,
    dateline_start: dateline?.span[0] ?? null,
    dateline_end: dateline?.span[1] ?? null,
    published: published?.value ?? null,
    published_earliest: published?.earliest ?? null,
    published_latest: published?.latest ?? null,
    published_basis: published?.basis ?? null,
    published_why: published?.why ?? null,
    language: document.language,
    translation_from: translation?.from ?? null,
    translation_why: translation?.why ?? null,
    text: document.text,
    more: restOf(document, DOCUMENT),
  };
}

/** The parts of a document, its actors and its dates. */
export function documentParts(
  record: ReadoutRecord,
  document: number,
  names: Names,
): RowsOf<"repairs" | "notices" | "actors" | "mentions" | "dates"> {
  return {
    repairs: record.document.repairs.map((repair, n) => ({
      document,
      n,
      kind: repair.kind,
      before: repair.before,
      after: repair.after,
      start_at: repair.span[0],
      end_at: repair.span[1],
      source_start: repair.sourceSpan[0],
      source_end: repair.sourceSpan[1],
      more: restOf(repair, REPAIR),
    })),
    notices: record.document.notices.map((notice, n) => ({
      document,
      n,
      code: notice.code,
      message: notice.message,
      start_at: notice.span?.[0] ?? null,
      end_at: notice.span?.[1] ?? null,
      more: restOf(notice, NOTICE),
    })),
    actors: record.actors.map((actor, n) => ({
      document,
      n,
      local: actor.id,
      item: names.get(actor.id)?.id ?? "",
      name: actor.name,
      kind: actor.kind,
      code: actor.code,
      sector: JSON.stringify(actor.sector),
      office: actor.office,
      wikidata: actor.wikidata,
      why: actor.why,
      actor_key: actorKey(actor),
      more: restOf(actor, ACTOR),
    })),
    mentions: record.actors.flatMap((actor) =>
      actor.mentions.map((mention, n) => ({
        document,
        actor: actor.id,
        n,
        start_at: mention.span[0],
        end_at: mention.span[1],
        text: mention.text,
        kind: mention.kind,
        more: restOf(mention, MENTION),
      })),
    ),
    dates: record.dates.map(({ span, text, type, value, why, confidence, ...more }, n) => ({
      document,
      n,
      start_at: span[0],
      end_at: span[1],
      text,
      type,
      value,
      why,
      confidence,
      more: restOf(more, DATE),
    })),
  };
}
