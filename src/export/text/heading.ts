import { clean } from "../clean.js";
import { dayRange, placeName } from "../labels.js";
import { wrap } from "./layout.js";
import { block, field, type Page } from "./page.js";

/** Title, and where, by whom and when the article was published. */
export function headingLines(page: Page): string[] {
  const { document } = page.labels.record;
  const { paint, options } = page;
  const title = wrap(clean(document.title ?? "(no title)"), options.width);
  const source = [
    document.agency,
    document.outlet === null ? null : `in ${document.outlet}`,
    document.dateline === null ? null : placeName(document.dateline),
    document.byline,
  ]
    .filter((part) => part !== null)
    .join(" · ");
  const { published } = document;
  const day = published === null ? ["unknown day", ""] : [dayRange(published), ` (${published.why})`];
  const lines = [
    ...title.map(paint.bold),
    ...block(page, source, 0),
    ...block(page, `${day[0]}${day[1]}`, 0, paint.dim),
  ];
  if (document.translation !== null)
    lines.push(
      ...block(page, `Translated from ${document.translation.from}: ${document.translation.why}`, 0, paint.dim),
    );
  if (document.url !== null) lines.push(...block(page, document.url, 0, paint.dim));
  if (options.explain) lines.push(...field(page, "Hash", [document.hash], 0).map(paint.dim));
  return [...lines, paint.dim("─".repeat(Math.min(options.width, 72)))];
}
