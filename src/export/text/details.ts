import type { ActorRecord, Repair } from "../../engine/record.js";
import { clean } from "../clean.js";
import { codeOf } from "../labels.js";
import { pad, widthOf, wrap } from "./layout.js";
import { because, block, type Page, section } from "./page.js";

/** Names and excerpts are cut to so many columns in tables. */
const CELL = 34;
/** So many other actors are listed unless everything is asked for. */
const OTHERS = 12;

/** Rows of cells; all columns but the last are aligned, and the last is wrapped below itself. */
function table(
  page: Page,
  rows: readonly (readonly string[])[],
  paints: readonly ((text: string) => string)[],
): string[] {
  const columns = Math.max(0, ...rows.map((row) => row.length)) - 1;
  const widths = Array.from({ length: columns }, (_, i) => Math.max(0, ...rows.map((row) => widthOf(row[i] ?? ""))));
  const left = 2 + widths.reduce((sum, width) => sum + width + 2, 0);
  return rows.flatMap((row) => {
    const cells = widths.map((width, i) => (paints[i] ?? String)(pad(row[i] ?? "", width)));
    const last = wrap(row[columns] ?? "", Math.max(20, page.options.width - left));
    const head = `  ${cells.join("  ")}  ${(paints[columns] ?? String)(last[0] ?? "")}`.trimEnd();
    return [head, ...last.slice(1).map((line) => " ".repeat(left) + (paints[columns] ?? String)(line))];
  });
}

function cell(text: string): string {
  const cleaned = clean(text);
  return widthOf(cleaned) <= CELL ? cleaned : `${wrap(cleaned, CELL - 2)[0] ?? ""} …`;
}

/** Actors that take part in no contact and no event. */
export function actorLines(page: Page): string[] {
  const { record } = page.labels;
  const shown = new Set([
    ...record.contacts.flatMap((contact) => contact.participants),
    ...record.events.flatMap((event) => [...event.actor, ...event.recipient]),
  ]);
  const others = record.actors.filter((actor) => !shown.has(actor.id));
  const listed = page.options.explain ? others : others.slice(0, OTHERS);
  const lines = page.options.explain
    ? listed.flatMap((actor) => [...table(page, [actorRow(actor)], []), ...because(page, actor.why, null)])
    : table(page, listed.map(actorRow), [String, page.paint.cyan]);
  if (others.length > listed.length)
    lines.push(page.paint.dim(`  and ${others.length - listed.length} more (--explain lists all)`));
  return section(page, shown.size === 0 ? "ACTORS" : "OTHER ACTORS", lines);
}

function actorRow(actor: ActorRecord): string[] {
  const times = actor.mentions.length === 1 ? "" : `${actor.mentions.length} mentions`;
  return [cell(actor.name), codeOf(actor), [actor.office ?? "", times].filter((part) => part !== "").join(", ")];
}

export function dateLines(page: Page): string[] {
  const { dates } = page.labels.record;
  const rows = dates.map((date) => [cell(date.text), clean(date.value), clean(date.why)]);
  return section(page, "DATES", table(page, rows, [String, page.paint.bold, page.paint.dim]));
}

/** What was repaired; white space, which nobody sees, only as a number. */
export function repairLines(page: Page): string[] {
  const { repairs } = page.labels.record.document;
  const visible = repairs.filter((repair) => clean(repair.before) !== clean(repair.after));
  const rows = visible.map((repair) => [cell(repair.before), repairResult(repair), repair.kind]);
  const lines = table(page, rows, [page.paint.red, page.paint.green, page.paint.dim]);
  const unseen = repairs.length - visible.length;
  if (unseen > 0) lines.push(page.paint.dim(`  ${unseen} ${unseen === 1 ? "change" : "changes"} of white space`));
  return section(page, "REPAIRS", lines);
}

function repairResult(repair: Repair): string {
  return repair.after === "" ? "removed" : `→ ${cell(repair.after)}`;
}

export function noticeLines(page: Page): string[] {
  const { notices } = page.labels.record.document;
  return section(
    page,
    "NOTICES",
    notices.flatMap((notice) => block(page, notice.message, 2, page.paint.yellow)),
  );
}
