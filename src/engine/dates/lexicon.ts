import { type Row, readTable, type TableSpec } from "../base/table.js";
import { type HolidayRule, parseHolidayRule } from "./holiday-rule.js";

/** Units by their TIMEX3 designators; `TS` `TM` `TH` second, minute, hour; `F` fortnight; `E` decade; `WE` weekend. */
export type Unit = "TS" | "TM" | "TH" | "D" | "W" | "F" | "M" | "Q" | "Y" | "E" | "C" | "L" | "WE";

/** All that the tables say about one word. */
export interface Entry {
  readonly month?: number;
  readonly monthAmbiguous?: boolean;
  /** 0 Sunday to 6 Saturday. */
  readonly weekday?: number;
  readonly weekdayPlural?: boolean;
  readonly weekdayAmbiguous?: boolean;
  readonly unit?: Unit;
  readonly unitPlural?: boolean;
  readonly number?: number;
  readonly numberKind?: string;
  /** TIMEX3 part of day: MO, AF, EV, NI, MI, DT; empty where `clock` says it. */
  readonly part?: string;
  readonly clock?: string;
  readonly partPlural?: boolean;
  readonly season?: string;
  readonly seasonMonth?: number;
  readonly seasonPlural?: boolean;
  readonly seasonAmbiguous?: boolean;
  /** Steps from the present period: “last” -1, “this” 0, “next” 1. */
  readonly deictic?: number;
  readonly stage?: boolean;
  readonly approx?: boolean;
  readonly vague?: boolean;
  readonly between?: boolean;
  /** After a number it makes it a count, no year: “2000 troops”. */
  readonly counted?: boolean;
  /** Before a number it makes it a label, no year: “Flight 2021”. */
  readonly numbered?: boolean;
  /** A thing whose age is a stretch of time: “an eight-month-old truce”. */
  readonly lasting?: boolean;
  readonly frequency?: string;
  readonly zone?: string;
  readonly direction?: "past" | "future";
  /** A lemma after which an infinitive lies ahead: “agreed to meet on Tuesday”. */
  readonly onward?: boolean;
  /** What has been where a day follows: “the attack of Oct. 7”. */
  readonly deed?: boolean;
  /** A journey (lemma), which the present tells with a day ahead. */
  readonly timetable?: boolean;
}

/** An expression of several words. */
export interface Phrase<Meaning> {
  readonly words: readonly string[];
  readonly meaning: Meaning;
}
export interface RelativeMeaning {
  readonly days: number;
  readonly part: string;
}
export interface VagueMeaning {
  readonly type: "DATE" | "DURATION";
  readonly value: string;
  readonly confidence: number;
}
export interface HolidayMeaning {
  readonly name: string;
  readonly country: string;
  readonly rule: HolidayRule;
}

/** The words of time, from `data/dates`. */
export interface TimeLexicon {
  readonly words: ReadonlyMap<string, Entry>;
  /** By first word, the longest first. */
  readonly relative: ReadonlyMap<string, readonly Phrase<RelativeMeaning>[]>;
  readonly vague: ReadonlyMap<string, readonly Phrase<VagueMeaning>[]>;
  readonly holidays: ReadonlyMap<string, readonly Phrase<HolidayMeaning>[]>;
  /** The second words of all phrases. */
  readonly seconds: ReadonlySet<string>;
}

const YES = new Set(["", "yes"]);
const UNITS = new Set<string>(["TS", "TM", "TH", "D", "W", "F", "M", "Q", "Y", "E", "C", "L", "WE"]);
const PARTS = new Set(["", "MO", "AF", "EV", "NI", "MI", "DT"]);

/** Kinds of modifiers that say no more than their name. */
const FLAGS = ["stage", "approx", "vague", "between", "counted", "numbered", "lasting"] as const;

const SPECS = {
  months: spec(["word", "month", "ambiguous"], 1, { ambiguous: YES }),
  weekdays: spec(["word", "weekday", "plural", "ambiguous"], 1, { plural: YES, ambiguous: YES }),
  units: spec(["word", "unit", "plural"], 1, { unit: UNITS, plural: YES }),
  numbers: spec(["word", "value", "kind"], 1, {
    kind: new Set(["unit", "teen", "tens", "scale", "ordinal", "decade"]),
  }),
  parts: spec(["word", "part", "clock", "plural"], 1, { part: PARTS, plural: YES }),
  seasons: spec(["word", "season", "month", "plural", "ambiguous"], 1, {
    season: new Set(["SP", "SU", "FA", "WI"]),
    plural: YES,
    ambiguous: YES,
  }),
  modifiers: spec(["word", "kind", "step"], 2, { kind: new Set(["deictic", ...FLAGS]) }),
  frequencies: spec(["word", "value"], 1),
  relative: spec(["phrase", "days", "part"], 1, { part: PARTS }),
  vague: spec(["phrase", "type", "value", "confidence"], 1, { type: new Set(["DATE", "DURATION"]) }),
  cues: spec(["word", "direction"], 1, { direction: new Set(["past", "future", "onward", "deed", "timetable"]) }),
  zones: spec(["word", "offset"], 1),
  holidays: spec(["phrase", "country", "rule"], 2),
};

/**
 * Builds the lexicon.
 *
 * @param tables Texts of the files by path relative to `data/`: `dates/months.tsv`, ….
 * @throws DataError for a table that breaks its rules, TypeError for one that is missing.
 */
export function makeTimeLexicon(tables: ReadonlyMap<string, string>): TimeLexicon {
  const rows = (name: keyof typeof SPECS): readonly Row[] => {
    const text = tables.get(`dates/${name}.tsv`);
    if (text === undefined) throw new TypeError(`no table dates/${name}.tsv`);
    return readTable(`dates/${name}.tsv`, text, SPECS[name]);
  };
  const relative = phrases(rows("relative"), (row) => ({ days: Number(row.cell("days")), part: row.cell("part") }));
  const vague = phrases(rows("vague"), readVague);
  const holidays = phrases(rows("holidays"), readHoliday);
  const all = [...relative.values(), ...vague.values(), ...holidays.values()].flat();
  const seconds = new Set(all.map((phrase) => phrase.words[1] ?? ""));
  return { words: wordEntries(rows), relative, vague, holidays, seconds };
}

function readVague(row: Row): VagueMeaning {
  return {
    type: row.cell("type") === "DURATION" ? "DURATION" : "DATE",
    value: row.cell("value"),
    confidence: Number(row.cell("confidence")),
  };
}

function readHoliday(row: Row): HolidayMeaning {
  return {
    name: row.cell("phrase"),
    country: row.cell("country"),
    rule: parseHolidayRule("dates/holidays.tsv", row.line, row.cell("rule")),
  };
}

type Rows = (name: keyof typeof SPECS) => readonly Row[];

function wordEntries(rows: Rows): ReadonlyMap<string, Entry> {
  const words = new Map<string, Entry>();
  const add = (name: keyof typeof SPECS, entry: (row: Row) => Entry): void => {
    for (const row of rows(name)) words.set(row.cell("word"), { ...words.get(row.cell("word")), ...entry(row) });
  };
  const yes = (row: Row, column: string): boolean => row.cell(column) === "yes";
  add("months", (row) => ({ month: Number(row.cell("month")), monthAmbiguous: yes(row, "ambiguous") }));
  add("weekdays", (row) => ({
    weekday: Number(row.cell("weekday")),
    weekdayPlural: yes(row, "plural"),
    weekdayAmbiguous: yes(row, "ambiguous"),
  }));
  // the unit column was checked against UNITS when the table was read
  add("units", (row) => ({ unit: row.cell("unit") as Unit, unitPlural: yes(row, "plural") }));
  add("numbers", (row) => ({ number: Number(row.cell("value")), numberKind: row.cell("kind") }));
  add("parts", (row) => ({ part: row.cell("part"), clock: row.cell("clock"), partPlural: yes(row, "plural") }));
  add("seasons", (row) => ({
    season: row.cell("season"),
    seasonMonth: Number(row.cell("month")),
    seasonPlural: yes(row, "plural"),
    seasonAmbiguous: yes(row, "ambiguous"),
  }));
  add("modifiers", (row) => modifier(row.cell("kind"), Number(row.cell("step"))));
  add("frequencies", (row) => ({ frequency: row.cell("value") }));
  add("cues", (row) => cue(row.cell("direction")));
  add("zones", (row) => ({ zone: row.cell("offset") }));
  return words;
}

function cue(direction: string): Entry {
  if (direction === "onward") return { onward: true };
  if (direction === "deed") return { deed: true };
  if (direction === "timetable") return { timetable: true };
  return { direction: direction === "past" ? "past" : "future" };
}

function modifier(kind: string, step: number): Entry {
  const flag = FLAGS.find((each) => each === kind);
  return flag === undefined ? { deictic: step } : { [flag]: true };
}

function phrases<Meaning>(
  rows: readonly Row[],
  meaning: (row: Row) => Meaning,
): ReadonlyMap<string, readonly Phrase<Meaning>[]> {
  const byFirst = new Map<string, Phrase<Meaning>[]>();
  for (const row of rows) {
    const words = phraseWords(row.cell("phrase"));
    const first = words[0] ?? "";
    byFirst.set(first, [...(byFirst.get(first) ?? []), { words, meaning: meaning(row) }]);
  }
  for (const list of byFirst.values()) list.sort((a, b) => b.words.length - a.words.length); // stable: rows are sorted
  return byFirst;
}

/** A phrase in the words of the scan: “new year's day” is new, year, 's, day. */
function phraseWords(phrase: string): readonly string[] {
  return phrase.replaceAll("'s", " 's").split(" ");
}

function spec(
  columns: readonly string[],
  keys: number,
  codes?: Readonly<Record<string, ReadonlySet<string>>>,
): TableSpec {
  const all = [...columns, "source"];
  return codes === undefined ? { columns: all, keys } : { columns: all, keys, codes };
}
