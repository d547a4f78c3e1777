import type { Row } from "../base/table.js";
import type { Entry } from "./lexicon.js";
import type { NameIndex } from "./name-index.js";

/** A cell of a column of genders. */
export function genderOf(cell: string): "m" | "f" | null {
  return cell === "m" || cell === "f" ? cell : null;
}

const USES: Readonly<Record<string, "role" | "honorific">> = { role: "role", honorific: "honorific" };

/** Adds the titles, in the singular and in the plural. */
export function addTitles(names: NameIndex<Entry>, rows: readonly Row[]): void {
  for (const row of rows) {
    const phrase = row.cell("phrase");
    const use: "title" | "role" | "honorific" = USES[row.cell("kind")] ?? "title";
    const title = {
      kind: "title" as const,
      phrase,
      sector: row.cell("sector"),
      office: row.cell("office") || null,
      level: row.cell("level") || null,
      gender: genderOf(row.cell("gender")),
      use,
    };
    names.add(phrase, { ...title, plural: false }, true);
    const plural = pluralOf(phrase);
    if (plural !== phrase) names.add(plural, { ...title, plural: true }, true);
  }
}

/** “head of state” → “heads of state”, “foreign minister” → “foreign ministers”. */
function pluralOf(phrase: string): string {
  const words = phrase.split(" ");
  const of = words.findIndex((w) => w === "of" || w === "for" || w === "to");
  const at = of > 0 ? of - 1 : words.length - 1;
  const word = words[at] ?? "";
  if (word === "" || word.endsWith(".")) return phrase;
  if (/[^aeiou]y$/.test(word)) words[at] = `${word.slice(0, -1)}ies`;
  else if (/man$/.test(word)) words[at] = `${word.slice(0, -2)}en`;
  else if (/(?:s|x|ch|sh)$/.test(word)) words[at] = `${word}es`;
  else words[at] = `${word}s`;
  return words.join(" ");
}
