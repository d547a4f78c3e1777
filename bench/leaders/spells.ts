import { readFileSync } from "node:fs";
import { join } from "node:path";
import { dayNumber, dayOf, parseDay } from "../../src/engine/base/day.js";
import { isoOf } from "./countries.js";

/** A spell in office as another set has it. */
export interface TheirSpell {
  readonly set: string;
  readonly country: string;
  readonly name: string;
  readonly from: string;
  readonly to: string;
  /** ISO day in the middle. */
  readonly middle: string;
}

const SHORTEST = 60; // days: shorter spells are caretakers' as often as not
const NEWEST = "2026-08-22"; // the day the set of G20 and ASEAN leaders was taken

/** Cabinet members of one day, by country and office as printed. */
export interface TheirMinister {
  readonly country: string;
  readonly office: string;
  readonly name: string;
}

/** Heads, foreign and defence ministers of the cabinets of 2019. */
export function theirMinisters(root: string): readonly TheirMinister[] {
  const wanted =
    /^(?:President|Prime Minister|King|Queen|Sultan|Emir|Chancellor|Minister of (?:Foreign Affairs|Foreign Relations|External Affairs|Defense|National Defense))$/;
  return readCsv(readFileSync(join(root, "actors", "cia_world_leaders_2019.csv"), "utf8")).flatMap((row) => {
    const [country = "", office = "", name = ""] = ["country", "office", "person"].map((c) => row.get(c) ?? "");
    return wanted.test(office) && name !== "" ? [{ country, office, name }] : [];
  });
}

/** All spells of 60 days and more whose middle day lies on an ISO day or after it. */
export function theirSpells(root: string, since: string): readonly TheirSpell[] {
  const rows = (file: string): readonly ReadonlyMap<string, string>[] =>
    readCsv(readFileSync(join(root, "actors", file), "utf8"));
  const archigos = rows("archigos_4.1_spells.csv").map((row) =>
    spell("archigos", isoOf(row.get("idacr") ?? ""), row.get("leader"), row.get("startdate"), row.get("enddate")),
  );
  const reign = rows("reign_leaders_to_2021-03.csv").map((row) => {
    const end = row.get("end_month") ?? "";
    return spell(
      "reign",
      isoOf(row.get("stateabb") ?? ""),
      row.get("leader"),
      row.get("start"),
      end === "" ? "2021-03-01" : `${end}-01`,
    );
  });
  const groups = rows("open-data-archive_2026-08-22_g20_asean.csv").flatMap((row) =>
    ["Head of Government", "Head of State"].map((office) =>
      spell("g20-asean", row.get("ISO") ?? "", row.get(office), row.get(`Ho${office.charAt(8)} Since`), NEWEST),
    ),
  );
  return [...archigos, ...reign, ...groups].flatMap((each) => (each === null || each.middle < since ? [] : [each]));
}

function spell(set: string, country: string, name = "", from = "", to = ""): TheirSpell | null {
  const [start, end] = [parseDay(from), parseDay(to)];
  if (start === null || end === null || dayNumber(end) - dayNumber(start) < SHORTEST) return null;
  const middle = dayOf(Math.floor((dayNumber(start) + dayNumber(end)) / 2));
  return { set, country, name, from, to, middle };
}

/** Rows of a CSV text with a header line; cells in double quotes may hold commas. */
export function readCsv(text: string): readonly ReadonlyMap<string, string>[] {
  const [header = "", ...lines] = text.split(/\r?\n/).filter((line) => line !== "");
  const columns = cellsOf(header);
  return lines.map((line) => {
    const cells = cellsOf(line);
    return new Map(columns.map((column, at) => [column, cells[at] ?? ""]));
  });
}

function cellsOf(line: string): readonly string[] {
  const cells: string[] = [];
  let cell = "";
  let quoted = false;
  for (let i = 0; i < line.length; i++) {
    const char = line.charAt(i);
    if (char === '"' && quoted && line.charAt(i + 1) === '"') {
      cell += char;
      i++;
    } else if (char === '"') quoted = !quoted;
    else if (char === "," && !quoted) {
      cells.push(cell);
      cell = "";
    } else cell += char;
  }
  return [...cells, cell];
}
