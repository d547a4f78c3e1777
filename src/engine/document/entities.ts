import type { Row } from "../base/table.js";
import type { Edit } from "./edits.js";

const ENTITY = /&(?:amp;)*(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([A-Za-z][A-Za-z0-9]{1,30}));|&(?:amp;)+/g;

/** Named character references by name, from rows of `data/document/entities.tsv` (`name code source`, code in hex). */
export function readEntities(rows: readonly Row[]): ReadonlyMap<string, string> {
  return new Map(rows.map((row) => [row.cell("name"), String.fromCodePoint(Number.parseInt(row.cell("code"), 16))]));
}

/** Edits that put the character for each character reference left in the text, escaped once or many times. */
export function decodeEntities(text: string, names: ReadonlyMap<string, string>): readonly Edit[] {
  const edits: Edit[] = [];
  for (const match of text.matchAll(ENTITY)) {
    const [whole, decimal, hex, name] = match;
    const after = characterFor(decimal, hex, name, names);
    if (after !== null) edits.push({ kind: "encoding", start: match.index, end: match.index + whole.length, after });
  }
  return edits;
}

function characterFor(
  decimal: string | undefined,
  hex: string | undefined,
  name: string | undefined,
  names: ReadonlyMap<string, string>,
): string | null {
  if (name !== undefined) return names.get(name) ?? null;
  if (decimal === undefined && hex === undefined) return "&";
  const code = decimal === undefined ? Number.parseInt(hex ?? "", 16) : Number(decimal);
  const valid = code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
  return valid ? String.fromCodePoint(code) : null;
}
