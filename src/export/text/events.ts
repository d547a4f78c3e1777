import type { EventRecord } from "../../engine/record.js";
import { clean } from "../clean.js";
import { partiesLine, percent, signed, statusOf } from "../labels.js";
import { whyNothing } from "../why-nothing.js";
import { pad, shorten, wrap } from "./layout.js";
import { because, block, field, type Page, section } from "./page.js";

/** Lines of evidence shown of one event. */
const EVIDENCE_LINES = 2;

export function eventLines(page: Page): string[] {
  const { events } = page.labels.record;
  if (events.length === 0) return nothingLines(page);
  const kinds = events.map(kindOf);
  const width = Math.max(12, ...kinds.map((kind) => kind.length));
  const dates = Math.max(10, ...events.map((event) => (event.date?.value ?? "").length));
  return section(
    page,
    "EVENTS",
    events.flatMap((event, i) => [...(i === 0 ? [] : [""]), ...oneEvent(page, event, width, dates)]),
  );
}

function kindOf(event: EventRecord): string {
  return event.mode === null ? event.event : `${event.event} ${event.mode}`;
}

function oneEvent(page: Page, event: EventRecord, width: number, dates: number): string[] {
  const { labels, paint } = page;
  const tint = [paint.green, paint.cyan, paint.yellow, paint.red][event.quad - 1] ?? paint.green;
  const status = statusOf(event);
  const row = [
    pad(tint(paint.bold(event.event)) + (event.mode === null ? "" : tint(` ${event.mode}`)), width),
    pad(event.cameo, 4),
    pad(signed(event.score), 4),
    pad(event.date?.value ?? "–", dates),
    event.negated ? paint.magenta(status) : event.status === "happened" ? status : paint.yellow(status),
    paint.dim(percent(event.confidence)),
  ];
  return [
    `  ${row.join("  ")}`,
    ...block(page, partiesLine(event, labels.full), 4),
    ...passage(page, event),
    ...(page.options.explain && event.context.length > 0
      ? field(page, "Context", [event.context.join(", ")]).map(paint.dim)
      : []),
    ...(page.options.explain && event.date !== null ? field(page, "Day", [event.date.why]).map(paint.dim) : []),
    ...because(page, event.why, event.confidence),
  ];
}

/** The first passage that reports it, and how many more do. */
function passage(page: Page, event: EventRecord): string[] {
  const [first, ...others] = event.evidence;
  if (first === undefined) return [];
  const more =
    others.length === 0 ? "" : ` (and ${others.length} more ${others.length === 1 ? "passage" : "passages"})`;
  const lines = wrap(`“${clean(page.labels.text(first))}”${more}`, page.options.width - 6);
  return shorten(lines, page.options.explain ? lines.length : EVIDENCE_LINES).map(
    (line) => `    ${page.paint.dim(line)}`,
  );
}

/** What is said instead of events: that there are none and, where asked, why. */
function nothingLines(page: Page): string[] {
  const reasons = whyNothing(page.labels.record);
  if (!page.options.explain) return ["", page.paint.dim("No event was coded (--explain says why).")];
  return section(
    page,
    "NO EVENT WAS CODED",
    reasons.flatMap((reason) => block(page, reason, 2)),
  );
}
