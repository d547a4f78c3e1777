import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { contactsIn, partiesOf, shortName, type Told } from "./support.js";

const FOLDER = join(dirname(fileURLToPath(import.meta.url)), "articles");

/** “channel status: participants @day from sender in 1” for each contact; the number says which one it is part of. */
function summaries(told: Told): readonly string[] {
  return told.contacts.map((c) => {
    const day = c.date === null ? "" : ` @${c.date.value}`;
    const from = c.sender === null ? "" : ` from ${shortName(told, c.sender)}`;
    const part = c.partOf === null ? "" : ` in ${c.partOf + 1}`;
    return `${c.channel} ${c.status}: ${partiesOf(told, c)}${day}${from}${part}`;
  });
}

for (const file of readdirSync(FOLDER).sort()) {
  const rows = readFileSync(join(FOLDER, file), "utf8")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"))
    .slice(1);
  describe(file, () => {
    test.each(rows.map((row) => row.split("\t")))("%s ← %s", (contacts = "", text = "") => {
      const expected = contacts === "-" ? [] : contacts.split(" ; ");
      expect([...summaries(contactsIn(text.replaceAll(" / ", "\n")))].sort()).toEqual([...expected].sort());
    });
  });
}
