import { overlaps } from "../../engine/base/span.js";
import { makeOffsetMap } from "../../engine/document/offset-map.js";
import { type ItemId, itemIds } from "../../engine/item-ids.js";
import type { ActorRecord, EventRecord, ReadoutRecord } from "../../engine/record.js";
import { clean } from "../clean.js";
import { excerpt } from "../excerpt.js";
import { eventDay } from "../plover.js";
import { judgedRecord } from "./judged.js";
import type { ExportDocument, ExportParty, ItemJudgement, ReportedEvent, StoryRecord } from "./types.js";

/** What was decided on a document, in the order it was made. */
export interface Decided {
  readonly corrections: readonly ItemJudgement[];
  readonly comments: readonly ItemJudgement[];
}

/**
 * The events of one report, corrected, in the order of its record.
 *
 * @param words Longest excerpt, in words.
 */
export function reportedEvents(report: StoryRecord, decided: Decided, words: number): ReportedEvent[] {
  const ids = itemIds(report.record);
  const lasting = new Map(ids.map(({ local, id }) => [local, id]));
  const record = judgedRecord(report.record, ids, decided.corrections);
  const document = documentOf(record);
  const parties = partiesOf(record);
  const map = makeOffsetMap(record.document.repairs);
  const lead = leadEnd(record.document);
  return record.events.map((event): ReportedEvent => {
    const first = event.evidence[0] ?? ([0, 0] as const);
    const id = lasting.get(event.id) ?? event.id;
    const { event: name, mode, context, quad, score, cameo, status, negated, confidence, why } = event;
    return {
      id, event: name, mode, context, quad, score, cameo, status, negated, confidence, why,
      day: eventDay(record, event),
      dayStated: event.date !== null,
      actors: event.actor.map((actor) => parties(actor, event)),
      recipients: event.recipient.map((actor) => parties(actor, event)),
      text: clean(excerpt(record.document.text, first, words)),
      lead: event.evidence.some(([start]) => start < lead),
      mentions: event.evidence.length,
      reports: [{ document, place: map.toSource(first) }],
      story: report.story,
      sources: 1,
      notes: notesOn(id, decided.comments, ids),
      basis: "read",
      member: { copy: report.copy, origin: report.origin },
    }; // biome-ignore format: what is as in the record on one line
  });
}

/** Comments on the event, and on the article as a whole. */
function notesOn(id: string, comments: readonly ItemJudgement[], ids: readonly ItemId[]): string[] {
  const others = new Set(ids.map((item) => item.id));
  return comments
    .filter(({ item }) => item === null || item === id || !others.has(item))
    .map(({ value }) => clean(typeof value === "string" ? value : JSON.stringify(value)));
}

/** Where the first paragraph after the headline ends. */
function leadEnd({ title, text }: ReadoutRecord["document"]): number {
  const after = title !== null && text.startsWith(title) ? title.length : 0;
  const body = after + (/^\s*/.exec(text.slice(after))?.[0].length ?? 0);
  const end = text.indexOf("\n\n", body);
  return end < 0 ? text.length : end;
}

function documentOf({ document, actors }: ReadoutRecord): ExportDocument {
  const { hash, id, title, outlet, agency, url, published, language } = document;
  const names = (wanted: (actor: ActorRecord) => boolean): string[] => [
    ...new Set(actors.filter(wanted).map(({ name }) => clean(name))),
  ];
  return {
    hash,
    id,
    title: title === null ? null : clean(title),
    outlet: outlet === null ? null : clean(outlet),
    agency,
    url: url === null ? null : clean(url),
    published: published?.value ?? null,
    language,
    people: names(({ kind }) => kind === "person"),
    organisations: names(({ kind }) => kind === "organisation"),
    countries: names(({ kind }) => kind === "country"),
  };
}

function partiesOf(record: ReadoutRecord) {
  const actors = new Map(record.actors.map((actor) => [actor.id, actor]));
  return (id: string, event: EventRecord): ExportParty => {
    const actor = actors.get(id);
    if (actor === undefined) return { name: id, kind: "unnamed", code: null, sector: [], office: null, wikidata: null, text: null }; // biome-ignore format: one line reads best
    const { name, kind, code, sector, office, wikidata, mentions } = actor;
    const near = mentions.find(({ span }) => event.evidence.some((place) => overlaps(span, place))) ?? mentions[0];
    const text = near === undefined ? null : clean(excerpt(near.text, [0, near.text.length]));
    return { name: clean(name), kind, code, sector, office, wikidata, text };
  };
}
