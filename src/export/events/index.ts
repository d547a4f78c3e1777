import { enteredEvent } from "./entered.js";
import { inOrder, mergeReports } from "./merge.js";
import { actorNames } from "./party-names.js";
import { reportedEvents } from "./reported.js";
import type { ExportEvent, ExportSource, ItemJudgement, ReportedEvent } from "./types.js";

export type { ExportEvent, ExportParty, ExportSource } from "./types.js";

/** Which events are written, and how. */
export interface ExportOptions {
  /** ISO days (or prefixes) of the event, inclusive. */
  readonly since?: string | undefined;
  readonly until?: string | undefined;
  /** Codes of countries, or names or Wikidata ids, each of which takes part. */
  readonly actors?: readonly string[] | undefined;
  readonly events?: readonly string[] | undefined;
  /** Who published the report: those of others are not looked at, nor counted. */
  readonly outlet?: string | undefined;
  readonly statuses?: readonly string[] | undefined;
  /** Least confidence, 0 to 1. */
  readonly confidence?: number | undefined;
  /** Every report of an event a row of its own. */
  readonly everyReport?: boolean | undefined;
  /** Longest excerpt in words, at most 25. */
  readonly excerpt: number;
  /** Comments, and contacts entered by hand. */
  readonly withNotes?: boolean | undefined;
}

/**
 * The events of a ledger, story by story in the order of their first publication, each once, with the corrections and
 * rejections on them; contacts entered by hand last. The same articles give the same events, whatever order they came in.
 * One story is held in memory at a time.
 */
export async function* exportEvents(source: ExportSource, options: ExportOptions): AsyncGenerator<ExportEvent> {
  const corrections = byDocument(await source.judgements({ kind: "correction" }));
  const comments = options.withNotes === true ? byDocument(await source.judgements({ kind: "comment" })) : new Map();
  // A correction may bring in an actor or event that the article as read does not have: then all are looked at.
  const narrow = corrections.size === 0 ? { actors: options.actors, events: options.events } : {};
  const wanted = filterOf(options);
  let [story, events] = ["", [] as ReportedEvent[]];
  for await (const report of source.storyRecords(narrow)) {
    if (options.outlet !== undefined && report.outlet?.toLowerCase() !== options.outlet.toLowerCase()) continue;
    if (report.story !== story) {
      yield* finish(events, options).filter(wanted);
      [story, events] = [report.story, []];
    }
    const decided = { corrections: corrections.get(report.hash) ?? [], comments: comments.get(report.hash) ?? [] };
    events.push(...reportedEvents(report, decided, options.excerpt));
  }
  yield* finish(events, options).filter(wanted);
  if (options.withNotes !== true || options.outlet !== undefined) return;
  for (const entry of await source.entries()) yield* enteredEvent(entry).filter(wanted);
}

function finish(events: readonly ReportedEvent[], { everyReport }: ExportOptions): ExportEvent[] {
  return everyReport === true ? [...events].sort(inOrder) : mergeReports(events);
}

function byDocument(judgements: readonly ItemJudgement[]): Map<string, ItemJudgement[]> {
  const found = new Map<string, ItemJudgement[]>();
  for (const judgement of judgements) {
    const list = found.get(judgement.document);
    if (list === undefined) found.set(judgement.document, [judgement]);
    else list.push(judgement);
  }
  return found;
}

/** A day no prefix of which falls after the prefix given. */
const endOf = (prefix: string): string => `${prefix}~`;

function filterOf({ since, until, actors = [], events = [], statuses = [], confidence = 0 }: ExportOptions) {
  return (event: ExportEvent): boolean => {
    const day = event.day?.value ?? null;
    if (since !== undefined && (day === null || day < since)) return false;
    if (until !== undefined && (day === null || day > endOf(until))) return false;
    if (events.length > 0 && !events.includes(event.event)) return false;
    if (statuses.length > 0 && !statuses.includes(event.status)) return false;
    if (event.confidence < confidence) return false;
    const names = actors.length === 0 ? [] : [...event.actors, ...event.recipients].flatMap(actorNames);
    return actors.every((actor) => names.includes(actor));
  };
}
