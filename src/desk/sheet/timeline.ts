import { count } from "../reports.js";
import type { Timeline } from "../types.js";
import type { Sheet } from "./sheet.js";
import { entryItem, pageText, signed } from "./words.js";

/** A timeline as a sheet: newest last. */
export function timelineSheet({ parties, since, until, entries, score, page }: Timeline): Sheet {
  const span = [since === null ? "" : `from ${since}`, until === null ? "" : `until ${until}`].filter((part) => part !== ""); // biome-ignore format: one line reads best
  const mean = score === null ? "" : `, mean score ${signed(score)} (PLOVER: −10 conflict to 10 cooperation)`;
  return {
    title: parties.map(({ name, key }) => (name === key ? name : `${name} (${key})`)).join(" – "),
    lead: [`${count(page.total, "contact or event", "contacts and events")}${span.length === 0 ? "" : ` ${span.join(" ")}`}${mean}`], // biome-ignore format: one line reads best
    sections: [{ title: "", items: entries.map(entryItem), empty: "Nothing in the ledger." }],
    foot: pageText(page, "contacts and events"),
  };
}
