import { readFileSync } from "node:fs";
import { join } from "node:path";
import { itemIds } from "../../src/engine/item-ids.js";
import { type EventRecord, recordSchema } from "../../src/engine/record.js";
import { type ExportEvent, type ExportOptions, exportEvents } from "../../src/export/events/index.js";
import type { EnteredContact, ItemJudgement, StoryRecord } from "../../src/export/events/types.js";
import { EXPORT_TABLES, makeExportCodes } from "../../src/export/tables/index.js";
import { ROOT } from "../cli/run.js";
import { record } from "./record.js";

export const codes = makeExportCodes(
  new Map(EXPORT_TABLES.map((name) => [name, readFileSync(join(ROOT, "data", name), "utf8")])),
);

/** Who may stand in a report, by id in its record. */
export type Cast = Readonly<
  Record<
    string,
    {
      readonly name: string;
      readonly kind?: string;
      readonly code?: string | null;
      readonly sector?: readonly string[];
      readonly office?: string | null;
      readonly wikidata?: string | null;
    }
  >
>;

export const CAST: Cast = {
  a1: { name: "Vladimir Putin", code: "RUS", sector: ["GOV"], wikidata: "Q7747", kind: "person" },
  a2: { name: "Xi Jinping", code: "CHN", sector: ["GOV"], kind: "person" },
};

export interface ReportDraft {
  readonly n: number;
  readonly story?: string;
  readonly copy?: string;
  readonly agency?: string | null;
  readonly outlet?: string | null;
  readonly published?: string | null;
  readonly url?: string | null;
  readonly cast?: Cast;
  readonly events?: readonly Partial<EventRecord>[];
}

/** A report as a ledger gives it; its hash is its number. */
export function report({ n, story = "s", copy, agency = null, outlet = null, published = "2021-10-06", url = null, cast = CAST, events = [{}] }: ReportDraft): StoryRecord {
  const hash = n.toString(16).padStart(64, "0");
  const day = published === null ? null : { value: published, earliest: published, latest: published, basis: "metadata" as const, why: "given" };
  const base = record({ document: { hash, id: `d${n}`, agency, outlet, url, published: day }, events });
  const actors = Object.entries(cast).map(([id, actor]) => ({
    kind: "person", code: null, sector: [], office: null, wikidata: null, why: "by name", mentions: [], ...actor, id,
  }));
  const whole = recordSchema.parse({ ...base, actors, claims: [], dates: [] });
  const origin = agency !== null ? { kind: "agency" as const, name: agency } : outlet !== null ? { kind: "outlet" as const, name: outlet } : { kind: "unknown" as const, name: hash };
  return { hash, outlet, story, copy: copy ?? hash, origin, record: whole };
} // biome-ignore format: drafts read best on one line

/** Lasting id of an item of a report. */
export function idOf(one: StoryRecord, local: string): string {
  return itemIds(one.record).find((item) => item.local === local)?.id ?? "";
}

export interface Held {
  readonly reports: readonly StoryRecord[];
  readonly corrections?: readonly ItemJudgement[];
  readonly comments?: readonly ItemJudgement[];
  readonly entries?: readonly EnteredContact[];
}

/** The events exported from what a ledger is made to hold. */
export async function exported(held: Held, options: Partial<ExportOptions> = {}): Promise<ExportEvent[]> {
  const { reports, corrections = [], comments = [], entries = [] } = held;
  async function* storyRecords(): AsyncGenerator<StoryRecord> {
    yield* reports;
  }
  const source = {
    storyRecords,
    judgements: async ({ kind }: { kind: "correction" | "comment" }) =>
      kind === "correction" ? corrections : comments,
    entries: async () => entries,
  };
  const events: ExportEvent[] = [];
  for await (const event of exportEvents(source, { excerpt: 25, ...options })) events.push(event);
  return events;
}
