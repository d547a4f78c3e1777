import { DataError } from "../../base/errors.js";
import type { OwnActor, OwnRows, OwnSpell } from "./types.js";

/** Columns of a table of own actors, in order. */
export const OWN_COLUMNS: readonly string[] = [
  "name",
  "kind",
  "code",
  "sector",
  "office",
  "gender",
  "from",
  "to",
  "aliases",
  "source",
];
const KINDS: ReadonlySet<string> = new Set(["person", "organisation", "country", "group"]);
const DAY = /^(?:\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?)?$/;

interface OwnRow {
  readonly name: string;
  readonly kind: "person" | "organisation" | "country" | "group";
  readonly gender: "m" | "f" | null;
  readonly aliases: readonly string[];
  readonly spell: OwnSpell;
}

/**
 * Reads a table of own actors: tab-separated, `#` comments and blank lines passed over, the header line first. Rows of one
 * name are one actor at different times.
 *
 * @param file Name for messages.
 * @throws DataError naming file and line where the table breaks its rules.
 */
export function readOwnTable(file: string, text: string): OwnRows {
  const lines = text.replace(/^\ufeff/, "").split(/\r?\n/);
  const header = lines.findIndex((line) => line !== "" && !line.startsWith("#"));
  if ((lines[header] ?? "") !== OWN_COLUMNS.join("\t"))
    throw new DataError(file, Math.max(header, 0) + 1, `the header should be: ${OWN_COLUMNS.join(" ⇥ ")}`);
  const actors = new Map<string, OwnRow[]>();
  lines.forEach((line, at) => {
    if (at <= header || line === "" || line.startsWith("#")) return;
    const row = readRow(file, at + 1, line);
    const same = actors.get(row.name) ?? [];
    if (same.some((other) => other.spell.from === row.spell.from))
      throw new DataError(file, at + 1, `duplicate of “${row.name}” from “${row.spell.from}”`);
    if (same[0] !== undefined && same[0].kind !== row.kind)
      throw new DataError(file, at + 1, `“${row.name}” is a ${same[0].kind} above and a ${row.kind} here`);
    actors.set(row.name, [...same, row]);
  });
  return { actors: [...actors.values()].flatMap((rows) => gather(rows)), problems: [] };
}

function gather(rows: readonly OwnRow[]): readonly OwnActor[] {
  const [first] = rows;
  if (first === undefined) return [];
  return [
    {
      kind: first.kind,
      name: first.name,
      written: [...new Set(rows.flatMap((row) => [row.name, ...row.aliases]))],
      gender: rows.find((row) => row.gender !== null)?.gender ?? null,
      spells: rows.map((row) => row.spell),
    },
  ];
}

function readRow(file: string, line: number, text: string): OwnRow {
  const cells = text.split("\t").map((cell) => cell.trim());
  const fail = (problem: string): never => {
    throw new DataError(file, line, problem);
  };
  if (cells.length !== OWN_COLUMNS.length) fail(`${cells.length} cells where the header has ${OWN_COLUMNS.length}`);
  const [name = "", kind = "", code = "", sector = "", office = "", gender = "", from = "", to = "", aliases = ""] =
    cells;
  if (name === "") fail("no name");
  if (!isKind(kind)) return fail(`unknown kind “${kind}”: person, organisation, country or group`);
  if (code !== "" && !/^[A-Z]{3}$/.test(code)) fail(`“${code}” is no code of three capital letters`);
  if (code === "" && kind !== "group") fail("no code");
  const sectors = sector === "" ? [] : sector.split("|");
  for (const each of sectors) if (!/^[A-Z]{3}$/.test(each)) fail(`“${each}” is no sector of three capital letters`);
  if (gender !== "" && gender !== "m" && gender !== "f") fail(`unknown gender “${gender}”: m, f or nothing`);
  for (const day of [from, to]) if (!DAY.test(day)) fail(`“${day}” is no day (YYYY-MM-DD, YYYY-MM or YYYY)`);
  if (from !== "" && to !== "" && from > to) fail(`from “${from}” to “${to}” ends before it begins`);
  return {
    name,
    kind,
    gender: gender === "m" || gender === "f" ? gender : null,
    aliases: aliases === "" ? [] : aliases.split("|"),
    spell: { code: code || null, sector: sectors, office: office || null, from, to },
  };
}

function isKind(kind: string): kind is OwnRow["kind"] {
  return KINDS.has(kind);
}
