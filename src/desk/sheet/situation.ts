import { count } from "../reports.js";
import type { Situation, Statement } from "../types.js";
import { threadItem } from "./commitments.js";
import type { Item, Sheet } from "./sheet.js";
import { entryItem, pageText, partyName, sourcesText } from "./words.js";

/** Parties named in the head. */
const MOST_PARTIES = 8;

/** A situation as a sheet. */
export function situationSheet(found: Situation, today: string): Sheet {
  const { topic, since, until, contacts, statements, commitments, parties, pages } = found;
  const span = [since === null ? "" : ` from ${since}`, until === null ? "" : ` until ${until}`].join("");
  const who = parties.slice(0, MOST_PARTIES).map(({ code, contacts: number }) => `${code} ${number}`).join(", "); // biome-ignore format: one line reads best
  return {
    title: `Situation: ${topic}`,
    lead: [
      `${count(pages.contacts.total, "contact")}, ${count(pages.statements.total, "statement")}, ${count(pages.commitments.total, "commitment")}${span}. The latest first.`,
      who === "" ? "" : `Contacts by party: ${who}.`,
    ].filter((line) => line !== ""),
    sections: [
      { title: "Contacts", items: contacts.map(entryItem), empty: "None in the ledger." },
      { title: "Statements", items: statements.map(statementItem), empty: "None in the ledger." },
      { title: "Commitments", items: commitments.map((one) => threadItem(one, today)), empty: "None in the ledger." },
    ],
    foot: [
      ...pageText(pages.contacts, "contacts"),
      ...pageText(pages.statements, "statements"),
      ...pageText(pages.commitments, "commitments"),
    ],
  };
} // biome-ignore format: the sentences read best on one line

function statementItem(statement: Statement): Item {
  const { day, speaker, excerpt, stance, report, id } = statement;
  const who = speaker === null ? "Not said by whom" : partyName(speaker);
  return {
    mark: day ?? "no day",
    head: `${who}${stance === "asserts" ? "" : ` (${stance})`}: ${excerpt}`,
    details: [report.title === null ? report.source : `${report.source}: ${report.title}`, sourcesText(statement)],
    id,
  };
}
