import { LEADERS } from "../engine/actors/columns.js";
import { type Day, daysOf, makeDay, parseDay } from "../engine/base/day.js";
import { byCodeUnit } from "../engine/base/span.js";
import type { TableSpec } from "../engine/base/table.js";
import { holidayIn, parseHolidayRule } from "../engine/dates/holiday-rule.js";
import { type CountryNames, countryNames, rowsOf, type Tables } from "./tables.js";
import type { Occasion } from "./types.js";

const NATIONAL_DAYS: TableSpec = { columns: ["country", "rule", "name", "source"], keys: 1 };
const RELATIONS: TableSpec = { columns: ["left", "right", "day", "source"], keys: 2 };
/** Offices in the order in which one is named where a person holds several. */
const OFFICES = ["head-of-state", "head-of-state-shared", "de-facto-leader", "head-of-government", "chief", "foreign-minister"]; // biome-ignore format: one line reads best

/** A day of a year, as the tables have it: who or what it is of. */
export type Feast = Omit<Occasion, "day" | "number" | "uid" | "lastYear"> & {
  /** The day in a year; `null` where that year has none. */
  dayIn(year: number): Day | null;
  /** The year from which is counted; `null` where it is not known. */
  readonly year: number | null;
  /** What tells it from every other: names, not days, so that a day mended keeps its uid. */
  readonly key: string;
  /** Wikidata id of the person. */
  readonly wikidata: string | null;
};

/**
 * Birthdays of those who hold an office on a day, national days, and the days on which relations were established.
 *
 * @param today Offices are as of this day.
 * @throws DataError where a table breaks its rules.
 */
export function feasts(tables: Tables, today: string): readonly Feast[] {
  const countries = countryNames(tables);
  return [...birthdays(tables, today), ...nationalDays(tables, countries), ...anniversaries(tables, countries)];
}

function birthdays(tables: Tables, today: string): Feast[] {
  const found = new Map<string, Feast & { readonly rank: number }>();
  const files = [...tables.keys()].filter((file) => file.startsWith("actors/leaders/")).sort(byCodeUnit);
  for (const row of files.flatMap((file) => rowsOf(tables, file, LEADERS))) {
    const born = parseDay(row.cell("born"));
    if (born === null || !holds(row.cell("from"), row.cell("to"), today)) continue;
    const [name, office, country] = [row.cell("name"), row.cell("title"), row.cell("country")];
    const rank = (OFFICES.indexOf(row.cell("office")) + OFFICES.length + 1) % (OFFICES.length + 1);
    const known = found.get(`${name} ${born}`);
    if (known !== undefined && known.rank <= rank) continue;
    const isCode = /^[A-Z]{3}$/.test(country);
    found.set(`${name} ${born}`, {
      kind: "birthday",
      title: `Birthday of ${name}, ${office}${isCode ? ` (${country})` : ""}`,
      countries: isCode ? [country] : [],
      person: { name, office, born },
      year: Number(born.slice(0, 4)),
      key: `birthday-${name}`,
      wikidata: row.cell("wikidata") || null,
      dayIn: (year) => sameDayIn(born, year),
      rank,
    });
  }
  return [...found.values()];
}

/** Whether a term, of which days may be known no better than by year, covers a day. An open end goes on. */
function holds(from: string, to: string, today: string): boolean {
  const [start, end] = [daysOf(from), daysOf(to)];
  return (start === null || start[0] <= today) && (to === "" || end === null || today <= end[1]);
}

/** 29 February is kept on the 28th where a year has none. */
function sameDayIn(day: Day, year: number): Day | null {
  const [month, date] = [Number(day.slice(5, 7)), Number(day.slice(8, 10))];
  return makeDay(year, month, date) ?? makeDay(year, month, date - 1);
}

function nationalDays(tables: Tables, { byCode }: CountryNames): Feast[] {
  const file = "occasions/national-days.tsv";
  return rowsOf(tables, file, NATIONAL_DAYS).map((row) => {
    const country = row.cell("country");
    const rule = parseHolidayRule(`data/${file}`, row.line, row.cell("rule"));
    return {
      kind: "national-day",
      title: `National day of ${byCode.get(country) ?? country}: ${row.cell("name")}`,
      countries: [country],
      person: null,
      year: null,
      key: `national-day-${country}`,
      wikidata: null,
      dayIn: (year) => holidayIn(year, rule),
    };
  });
}

function anniversaries(tables: Tables, { byCode }: CountryNames): Feast[] {
  return rowsOf(tables, "occasions/relations.tsv", RELATIONS).flatMap((row): Feast[] => {
    const [left, right, day] = [row.cell("left"), row.cell("right"), parseDay(row.cell("day"))];
    if (day === null) return [];
    const name = (code: string): string => byCode.get(code) ?? code;
    return [
      {
        kind: "relations",
        title: `Diplomatic relations of ${name(left)} and ${name(right)}, established ${day}`,
        countries: [left, right],
        person: null,
        year: Number(day.slice(0, 4)),
        key: `relations-${left}-${right}`,
        wikidata: null,
        dayIn: (year) => sameDayIn(day, year),
      },
    ];
  });
}
