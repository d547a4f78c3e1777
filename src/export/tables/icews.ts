import type { ExportEvent, ExportParty } from "../events/types.js";
import { numberOf, tabLine, wholeDay } from "./cells.js";
import type { ExportCodes } from "./codes.js";
import { dyadsOf } from "./dyads.js";

/** Columns of ICEWS in order. */
export const ICEWS_COLUMNS: readonly string[] = [
  "Event ID", "Event Date", "Source Name", "Source Sectors", "Source Country", "Event Text", "CAMEO Code", "Intensity",
  "Target Name", "Target Sectors", "Target Country", "Story ID", "Sentence Number", "Publisher", "City", "District",
  "Province", "Country", "Latitude", "Longitude",
]; // biome-ignore format: a list in the order of the file

/** The rows of an event, one a pair of actors; `null` for one without a whole day, which ICEWS cannot hold. */
export function icewsRows(event: ExportEvent, codes: ExportCodes): string[] | null {
  const day = wholeDay(event.day);
  if (day === null) return null;
  const { document } = event.reports[0];
  return dyadsOf(event).map(({ cameo, source, target }, n) => {
    const { name, goldstein } = codes.cameo(cameo);
    return tabLine([
      numberOf(`${event.id} ${n}`),
      day,
      ...actorCells(source, codes),
      name,
      cameo,
      goldstein,
      ...actorCells(target, codes),
      numberOf(event.story),
      "",
      document.outlet ?? document.agency,
      ...["", "", "", "", "", ""],
    ]);
  });
}

function actorCells(party: ExportParty | null, codes: ExportCodes): string[] {
  if (party === null) return ["", "", ""];
  const sectors = party.sector.map((sector) => codes.sector(sector).icews).filter((name) => name !== "");
  return [party.name, sectors.join(","), party.code === null ? "" : (codes.country(party.code)?.icews ?? "")];
}
