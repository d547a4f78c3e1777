import { contactDossier, contactSheet, sheetText } from "../desk/index.js";
import { type Disagreement, disagreements, independentOrigins } from "../engine/stories/index.js";
import {
  type Judgement,
  type Ledger,
  openLedger,
  type StoredDocument,
  type StoredItem,
  type StoredRecord,
} from "../store/index.js";
import { print } from "./desk-output.js";
import { openFormat } from "./formats.js";
import { STATUS } from "./status.js";
import { textWidth } from "./terminal.js";

/** Arguments of `readout show`. */
export interface ShowArguments {
  readonly id: string;
  readonly ledger: string;
  readonly format: string;
}

/** Runs `readout show`: a document with its story and its record, or an item with its passage, and what was judged of it. */
export async function show({ id, ledger: name, format }: ShowArguments): Promise<number> {
  const ledger = await openLedger(name, "read");
  try {
    const item = await ledger.item(id);
    const document = item?.document ?? (await ledger.document(id));
    if (document === null && (await showEntered(ledger, id, format))) return STATUS.read;
    if (document === null) {
      process.stderr.write(`readout: ${ledger.name}: nothing is called ${id}\n`);
      return STATUS.failed;
    }
    const story = await ledger.documents({ story: document.story });
    const judgements = (await ledger.judgements({ document: document.hash })).filter(
      (one) => item === null || one.item === item.item.id,
    );
    const reports: StoredRecord[] = [];
    if (story.length <= MOST_REPORTS)
      for await (const one of ledger.records({ story: document.story })) reports.push(one);
    const told = disagreements(reports);
    const dossier = item?.item.kind === "contact" ? await contactDossier(ledger, id) : null;
    if (format === "json")
      process.stdout.write(
        `${JSON.stringify({ item: item?.item ?? null, document, story, disagreements: told, judgements, dossier })}\n`,
      );
    else
      process.stdout.write(
        (dossier === null ? "" : `${sheetText(contactSheet(dossier), textWidth(process.stdout))}\n`) +
          (await textOf(document, item, [corroboration(story), ...differenceLines(told, reports)], judgements)),
      );
    return STATUS.read;
  } finally {
    await ledger.close();
  }
}

/** Shows a contact entered by hand; false when there is none of that id. */
async function showEntered(ledger: Ledger, id: string, format: string): Promise<boolean> {
  const dossier = await contactDossier(ledger, id);
  if (dossier === null) return false;
  print(format, { item: null, document: null, dossier }, () => contactSheet(dossier));
  return true;
}

async function textOf(
  document: StoredRecord,
  item: StoredItem | null,
  story: readonly string[],
  judgements: readonly Judgement[],
): Promise<string> {
  const lines = [`document ${document.hash}`, `from ${document.source}, added ${document.added}`, ...story];
  for (const one of judgements)
    lines.push(`${one.kind} ${one.id}: ${one.field} ${JSON.stringify(one.value)}, by ${one.author}${one.score === undefined ? "" : `, score ${one.score}`}${one.reasons.length === 0 ? "" : ` (${one.reasons.join("; ")})`}`); // biome-ignore format: one line reads best
  if (item !== null) return `${[...lines, "", ...itemLines(item)].join("\n")}\n`;
  const form = await openFormat("text", { explain: false, stream: process.stdout });
  return `${lines.join("\n")}\n\n${form.record(document.record)}`;
}

/** “12 articles, 2 independent sources: Reuters, TASS”. */
export function corroboration(story: readonly StoredDocument[]): string {
  const origins = independentOrigins(story);
  const names = origins.filter(({ kind }) => kind !== "unknown").map(({ name }) => name);
  const count = (number: number, one: string): string => `${number} ${one}${number === 1 ? "" : "s"}`;
  return `story ${story[0]?.story ?? ""}: ${count(story.length, "article")}, ${count(origins.length, "independent source")}${names.length === 0 ? "" : `: ${names.join(", ")}`}`; // biome-ignore format: one line reads best
}

/** Larger stories are counted, not compared. */
const MOST_REPORTS = 200;

/** “told differently: day 2023-03-13 (Herald), 2023-03-14 (Reuters)”. */
export function differenceLines(found: readonly Disagreement[], reports: readonly StoredRecord[]): string[] {
  const names = new Map(
    reports.map(({ copy, origin }) => [copy, origin.kind === "unknown" ? copy.slice(0, 8) : origin.name]),
  );
  return found.map(({ field, told }) => {
    const values = told.map(
      ({ value, copies }) => `${value} (${copies.map((copy) => names.get(copy) ?? copy).join(", ")})`,
    );
    return field === "commitment"
      ? `told by some alone: ${values.join("; ")}`
      : `told differently: ${field} ${values.join("; ")}`;
  });
}

function itemLines({ item, document: { record } }: StoredItem): string[] {
  const lists = { actor: record.actors, claim: record.claims, event: record.events, contact: record.contacts, commitment: record.contacts.flatMap(({ commitments }) => commitments) }; // biome-ignore format: one line reads best
  const found: readonly { readonly id: string }[] = lists[item.kind];
  const one = found.find(({ id }) => id === item.local);
  return [`${item.kind} ${item.id}`, JSON.stringify(one, null, 2)];
}
