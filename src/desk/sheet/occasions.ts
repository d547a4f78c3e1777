import { count } from "../reports.js";
import type { Occasion } from "../types.js";
import type { Item, Sheet } from "./sheet.js";

/** Occasions as a sheet. */
export function occasionsSheet(found: readonly Occasion[], from: string, days: number): Sheet {
  return {
    title: `Occasions of ${count(days, "day")} from ${from}`,
    lead: ["Offices and days are as the program's tables have them."],
    sections: [{ title: "", items: found.map(occasionItem), empty: "None." }],
    foot: [],
  };
}

function occasionItem({ day, title, lastYear }: Occasion): Item {
  return {
    mark: day,
    head: title,
    details: lastYear.map(
      (one) => `last year: ${one.from} → ${one.to}, ${one.channel}${one.day === null ? "" : ` of ${one.day}`} [${one.contact}]`,
    ),
    id: "",
  };
} // biome-ignore format: the line reads best whole
