import type { Disagreement } from "../../engine/stories/index.js";
import { count } from "../reports.js";
import type { ContactDossier, Readout } from "../types.js";
import { tellingItem } from "./commitments.js";
import type { Item, Sheet } from "./sheet.js";
import { entryHead, entryItem } from "./words.js";

/** A contact's dossier as a sheet. */
export function contactSheet(dossier: ContactDossier): Sheet {
  const { entry, readouts, disagreements, commitments } = dossier;
  const { mark, details } = entryItem(entry);
  return {
    title: `${mark} ${entryHead(entry)}`,
    lead: [...details.filter((line) => line !== ""), missingText(dossier)].filter((line) => line !== ""),
    sections: [
      { title: "Readouts of the sides", items: readouts.filter(({ side }) => side !== null).map(readoutItem), empty: "None in the ledger." }, // biome-ignore format: one line reads best
      { title: "Other reports", items: readouts.filter(({ side }) => side === null).map(readoutItem) },
      { title: "Told differently", items: disagreements.map((one) => disagreementItem(one, readouts)) },
      { title: "Commitments", items: commitments.map(tellingItem) },
    ],
    foot: [],
  };
}

/** “No readout of TJK in the ledger.” */
export function missingText({ missingSides }: Pick<ContactDossier, "missingSides">): string {
  return missingSides.length === 0 ? "" : `No readout of ${missingSides.join(", ")} in the ledger.`;
}

function readoutItem({
  side,
  publisher,
  published,
  title,
  url,
  topics,
  commitments,
  onlyHere,
  copies,
  document,
}: Readout): Item {
  // biome-ignore format: one line reads best
  const list = (name: string, things: readonly string[]): string => (things.length === 0 ? "" : `${name}: ${things.join("; ")}`); // biome-ignore format: one line reads best
  return {
    mark: published ?? "no day",
    head: `${side === null ? "" : `${side}: `}${publisher ?? "not said by whom"}${title === null ? "" : ` – ${title}`}`,
    details: [
      list("topics", topics),
      list("commitments", commitments),
      list("only here", [...onlyHere.topics, ...onlyHere.commitments]),
      copies > 1 ? count(copies, "copy", "copies") : "",
      url ?? "",
    ],
    id: document,
  };
}

/** “day: 2023-03-13 (Herald); 2023-03-14 (Reuters)”. */
export function disagreementItem({ field, told }: Disagreement, readouts: readonly Readout[]): Item {
  const names = new Map(readouts.map(({ copy, side, publisher, document }) => [copy, [side ?? "", publisher ?? document.slice(0, 8)].filter((part) => part !== "").join(" ")])); // biome-ignore format: one line reads best
  const who = (copies: readonly string[]): string => copies.map((copy) => names.get(copy) ?? copy.slice(0, 8)).join(", ");
  return {
    mark: "",
    head: `${field === "commitment" ? "commitment told by some alone" : field}: ${told.map(({ value, copies }) => `${value} (${who(copies)})`).join("; ")}`,
    details: [],
    id: "",
  };
} // biome-ignore format: the lines read best whole
