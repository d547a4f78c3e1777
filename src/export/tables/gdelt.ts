import type { ExportEvent, ExportParty } from "../events/types.js";
import { type ActorCode, actorCode } from "./actor-code.js";
import { numberOf, tabLine, wholeDay } from "./cells.js";
import type { ExportCodes } from "./codes.js";
import { type Dyad, dyadsOf } from "./dyads.js";

const ACTOR = ["Code", "Name", "CountryCode", "KnownGroupCode", "EthnicCode", "Religion1Code", "Religion2Code", "Type1Code", "Type2Code", "Type3Code"]; // biome-ignore format: one line reads best
const GEO = ["Type", "FullName", "CountryCode", "ADM1Code", "ADM2Code", "Lat", "Long", "FeatureID"];

/** Columns of GDELT 2.0's events in order. Its files have no header. */
export const GDELT_COLUMNS: readonly string[] = [
  ...["GLOBALEVENTID", "SQLDATE", "MonthYear", "Year", "FractionDate"],
  ...ACTOR.map((name) => `Actor1${name}`),
  ...ACTOR.map((name) => `Actor2${name}`),
  ...["IsRootEvent", "EventCode", "EventBaseCode", "EventRootCode", "QuadClass", "GoldsteinScale"],
  ...["NumMentions", "NumSources", "NumArticles", "AvgTone"],
  ...["Actor1Geo", "Actor2Geo", "ActionGeo"].flatMap((place) => GEO.map((name) => `${place}_${name}`)),
  ...["DATEADDED", "SOURCEURL"],
];

/** Actors and events are not located. */
const NO_PLACES: readonly string[] = Array<string>(3 * GEO.length).fill("");

/** The rows of an event, one a pair of actors; `null` for one without a whole day, which GDELT cannot hold. */
export function gdeltRows(event: ExportEvent, codes: ExportCodes): string[] | null {
  const day = wholeDay(event.day);
  if (day === null) return null;
  return dyadsOf(event).map((dyad, n) => row(event, day, dyad, n, codes));
}

function row(event: ExportEvent, day: string, { cameo, source, target }: Dyad, n: number, codes: ExportCodes): string {
  const { name: _, goldstein, base, root, quad } = codes.cameo(cameo);
  const { document } = event.reports[0];
  return tabLine([
    numberOf(`${event.id} ${n}`),
    ...dayCells(day),
    ...actorCells(source, codes),
    ...actorCells(target, codes),
    event.lead ? 1 : 0,
    cameo.length === 2 ? `${cameo}0` : cameo,
    base.length === 2 ? `${base}0` : base,
    root,
    quad,
    goldstein.toFixed(1),
    event.mentions,
    event.sources,
    event.basis === "entered" ? 0 : event.reports.length,
    "",
    ...NO_PLACES,
    document.published?.length === 10 ? `${document.published.replaceAll("-", "")}000000` : "",
    document.url,
  ]);
}

/** Day, month and year as numbers, and the year with the part of it gone by as GDELT counts it: months of 30 days. */
function dayCells(day: string): string[] {
  const [year = "", month = "", date = ""] = day.split("-");
  const fraction = ((Number(month) - 1) * 30 + Number(date)) / 365;
  return [`${year}${month}${date}`, `${year}${month}`, year, (Number(year) + fraction).toFixed(4)];
}

function actorCells(party: ExportParty | null, codes: ExportCodes): string[] {
  if (party === null) return Array<string>(ACTOR.length).fill("");
  const { code, country, group, types }: ActorCode = actorCode(party, codes, "gdelt");
  const [one = "", two = "", three = ""] = types;
  return [code, party.name.toUpperCase(), country, group, "", "", "", one, two, three];
}
