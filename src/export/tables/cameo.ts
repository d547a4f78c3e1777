import type { ExportEvent } from "../events/types.js";
import { actorCode } from "./actor-code.js";
import { tabLine, wholeDay } from "./cells.js";
import type { ExportCodes } from "./codes.js";
import { dyadsOf } from "./dyads.js";

/** Columns of CAMEO dyads in order. */
export const CAMEO_COLUMNS: readonly string[] = [
  "id", "date", "source", "source_name", "target", "target_name", "code", "code_name", "root", "quad", "goldstein",
  "status", "articles", "sources", "confidence", "publisher", "url", "document", "start", "end", "text",
]; // biome-ignore format: a list in the order of the file

/** The rows of an event, one a pair of actors; `null` for one without a whole day. */
export function cameoRows(event: ExportEvent, codes: ExportCodes): string[] | null {
  const day = wholeDay(event.day);
  if (day === null) return null;
  const { document, place } = event.reports[0];
  return dyadsOf(event).map(({ cameo, source, target }, n) => {
    const { name, goldstein, root, quad } = codes.cameo(cameo);
    return tabLine([
      `${event.id}-${n + 1}`,
      day,
      source === null ? "" : actorCode(source, codes, "cameo").code,
      source?.name ?? "",
      target === null ? "" : actorCode(target, codes, "cameo").code,
      target?.name ?? "",
      cameo,
      name,
      root,
      quad,
      goldstein.toFixed(1),
      event.status,
      event.basis === "entered" ? 0 : event.reports.length,
      event.sources,
      event.confidence,
      document.outlet ?? document.agency,
      document.url,
      document.hash,
      ...place,
      event.text,
    ]);
  });
}
