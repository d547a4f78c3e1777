import type { ExportEvent, ExportParty } from "../events/types.js";
import { partyCells, tabLine, wholeDay } from "./cells.js";

const SIDE = (side: string): string[] => [
  `${side} Name`, `${side} Country`, `${side} COW`, `Primary ${side} Sector`, `${side} Sectors`, `${side} Title`,
  `${side} Name Raw`, `Wikipedia ${side} ID`,
]; // biome-ignore format: a list in the order of the file

/** Columns of POLECAT in order. */
export const POLECAT_COLUMNS: readonly string[] = [
  ...["Event ID", "Event Date", "Event Type", "Event Mode", "Intensity", "Quad Code", "Contexts"],
  ...SIDE("Actor"),
  ...SIDE("Recipient"),
  ...["Placename", "City", "District", "Province", "Country", "Latitude", "Longitude", "GeoNames ID", "Raw Placename"],
  ...["Feature Type", "Source", "Publication Date", "Story People", "Story Organizations", "Story Locations"],
  ...["Language", "Version"],
];

const QUADS = ["VERBAL COOPERATION", "MATERIAL COOPERATION", "VERBAL CONFLICT", "MATERIAL CONFLICT"] as const;

/**
 * The row of an event: all its actors in one cell, kept apart by `;`. `null` for one without a whole day.
 *
 * @param version Of this program.
 */
export function polecatRows(event: ExportEvent, version: string): string[] | null {
  const day = wholeDay(event.day);
  if (day === null) return null;
  const { document } = event.reports[0];
  return [
    tabLine([
      event.id,
      day,
      event.event,
      event.mode,
      event.score,
      QUADS[event.quad - 1] ?? "",
      event.context.join(";"),
      ...sideCells(event.actors),
      ...sideCells(event.recipients),
      ...Array<string>(10).fill(""),
      document.outlet ?? document.agency,
      document.published,
      partyCells(document.people),
      partyCells(document.organisations),
      partyCells(document.countries),
      document.language,
      `Readout ${version}`,
    ]),
  ];
}

function sideCells(parties: readonly ExportParty[]): string[] {
  return [
    partyCells(parties.map(({ name }) => name)),
    partyCells(parties.map(({ code }) => code)),
    "",
    partyCells(parties.map(({ sector }) => sector[0] ?? "")),
    partyCells(parties.map(({ sector }) => sector)),
    partyCells(parties.map(({ office }) => office)),
    partyCells(parties.map(({ text }) => text)),
    "",
  ];
}
