import { describe, expect, test } from "vitest";
import { parseDay } from "../../src/engine/base/day.js";
import { files, rowsOf } from "./knowledge.js";

/** The offices of the tables. An office that is not here is misspelt, or is to be added here too. */
const OFFICES: ReadonlySet<string> = new Set([
  "aid-chief", "ambassador", "ambassador-un", "ambassador-us", "army-chief", "assistant-secretary", "atomic-energy-chief", "central-bank-chief", "chairman-in-office", "chief", "chief-diplomat", "chief-of-intelligence", "chief-of-staff", "commander", "commerce-minister", "commissioner", "crown-prince", "de-facto-leader", "defence-deputy", "defence-minister", "deputy-chief", "deputy-head-of-government", "deputy-national-security-adviser", "development-minister", "economy-minister", "energy-minister", "finance-minister", "foreign-deputy", "foreign-minister", "foreign-under-secretary", "head-of-government", "head-of-state", "head-of-state-representative", "head-of-state-shared", "high-representative", "human-rights-commissioner", "intelligence-chief", "interior-minister", "justice-minister", "media-representative", "military-chief", "minorities-commissioner", "national-security-adviser", "odihr-director", "parliament-foreign-affairs", "presidential-aide", "prosecutor-general", "regional-leader", "regional-premier", "regional-president", "senior-official", "speaker", "special-envoy", "spokesperson", "trade-minister", "trade-representative", "unification-minister", "vice-president"
]); // biome-ignore format: a list

const tables = [...files.tables.keys()].filter((name) => name.startsWith("actors/leaders/"));
const leaders = tables.flatMap((table) => rowsOf(table).map((row) => ({ table, ...row }) as Leader)); // the loader checked the columns
const countries = new Set(rowsOf("actors/countries.tsv").map((row) => row["code"]));
const organisations = new Set(rowsOf("actors/organisations.tsv").map((row) => row["key"]));

interface Leader {
  readonly table: string;
  readonly country: string;
  readonly office: string;
  readonly from: string;
  readonly name: string;
  readonly to: string;
  readonly precision: "day" | "month" | "year";
  readonly title: string;
  readonly born: string;
  readonly wikidata: string;
  readonly aliases: string;
}

/** The rows that break a rule, short enough to read in a message. */
function offenders(breaks: (row: Leader) => boolean): readonly string[] {
  return leaders
    .filter(breaks)
    .map((r) => `${r.table} ${r.country} ${r.office} ${r.from}..${r.to} ${r.name} (${r.born})`);
}

function isPrefix(value: string): boolean {
  if (/^\d{4}$/.test(value)) return true;
  if (/^\d{4}-\d{2}$/.test(value)) return parseDay(`${value}-01`) !== null;
  return parseDay(value) !== null;
}

describe("the tables of leaders", () => {
  test("hold thousands of spells", () => {
    expect(leaders.length).toBeGreaterThan(5000);
  });

  test("write days as ISO days or their prefixes", () => {
    expect(offenders((r) => !isPrefix(r.from) || (r.to !== "" && !isPrefix(r.to)))).toEqual([]);
  });

  test("begin no spell after its end", () => {
    expect(offenders((r) => r.to !== "" && r.from.slice(0, r.to.length) > r.to.slice(0, r.from.length))).toEqual([]);
  });

  test("lie between 1945 and 2027", () => {
    expect(offenders((r) => r.from < "1945" || r.from > "2027" || (r.to !== "" && r.to > "2027"))).toEqual([]);
  });

  test("claim no more precision than they write", () => {
    const digits = { day: 10, month: 7, year: 4 };
    expect(offenders((r) => Math.max(r.from.length, r.to.length) < digits[r.precision])).toEqual([]);
  });

  test("know their offices", () => {
    expect(offenders((r) => !OFFICES.has(r.office))).toEqual([]);
    const used = new Set(leaders.map((r) => r.office));
    expect([...OFFICES].filter((office) => !used.has(office))).toEqual([]);
  });

  test("name countries and organisations of the tables", () => {
    expect(offenders((r) => !countries.has(r.country) && !organisations.has(r.country))).toEqual([]);
  });

  test("give each row a name of a person and a title", () => {
    expect(
      offenders((r) => r.name === "" || !/^['ʻ]?\p{Lu}/u.test(r.name) || /\d/.test(r.name) || r.title === ""),
    ).toEqual([]);
  });

  test("give births that are days, of people of an age for their office", () => {
    expect(offenders((r) => r.born !== "" && !isPrefix(r.born))).toEqual([]);
    const age = (r: Leader): number => Number(r.from.slice(0, 4)) - Number(r.born.slice(0, 4));
    const end = (r: Leader): number => Number(r.to.slice(0, 4)) - Number(r.born.slice(0, 4));
    const youngest = (r: Leader): number => (r.office === "crown-prince" ? 0 : r.office === "head-of-state" ? 1 : 20);
    expect(offenders((r) => r.born !== "" && (age(r) < youngest(r) || age(r) > 95))).toEqual([]);
    expect(offenders((r) => r.born !== "" && r.to !== "" && end(r) > 105)).toEqual([]);
  });

  test("give one person one birthday", () => {
    const births = new Map<string, Set<string>>();
    for (const r of leaders)
      if (r.born !== "")
        births.set(`${r.country} ${r.name}`, (births.get(`${r.country} ${r.name}`) ?? new Set()).add(r.born));
    // Latvia had two Andris Bērziņš, a prime minister and a president.
    expect(
      [...births]
        .filter(([who, days]) => days.size > (who === "LVA Andris Bērziņš" ? 2 : 1))
        .map(([name, days]) => `${name}: ${[...days].join(", ")}`),
    ).toEqual([]);
  });

  test("write Wikidata's items as Q and a number", () => {
    expect(offenders((r) => r.wikidata !== "" && !/^Q\d+$/.test(r.wikidata))).toEqual([]);
  });

  test("repeat no name among its own aliases", () => {
    expect(offenders((r) => r.aliases.split("|").includes(r.name))).toEqual([]);
  });

  test.each([
    "head-of-state",
    "head-of-government",
    "foreign-minister",
  ])("one row a spell of a %s: no overlap of one person", (office) => {
    const spells = new Map<string, Leader[]>();
    for (const r of leaders)
      if (r.office === office)
        spells.set(`${r.country} ${r.name}`, [...(spells.get(`${r.country} ${r.name}`) ?? []), r]);
    const twice = [...spells].flatMap(([who, list]) =>
      list.flatMap((a, i) =>
        list.slice(i + 1).flatMap((b) => (clash(a, b) ? [`${who} ${a.from}..${a.to} ${b.from}..${b.to}`] : [])),
      ),
    );
    expect(twice).toEqual([]);
  });
});

/** Whether two spells, the later second, overlap by more than the day or month they share. */
function clash(a: Leader, b: Leader): boolean {
  if (a.title !== b.title) return false;
  if (a.to === "") return true;
  const digits = Math.min(a.to.length, b.from.length);
  return b.from.slice(0, digits) < a.to.slice(0, digits);
}

describe("other tables of actors", () => {
  test("countries have ISO 3166-1 alpha-3 codes, or the claimant's with a breakaway's name", () => {
    expect([...countries].filter((code) => !/^[A-Z]{3}(?::\p{Lu}[\p{L} '-]+)?$/u.test(code ?? ""))).toEqual([]);
  });

  test.each([
    "actors/places.tsv",
    "actors/bodies.tsv",
    "actors/agencies.tsv",
    "actors/organisations.tsv",
    "actors/people.tsv",
    "document/regions.tsv",
  ])("%s has codes of countries or of PLOVER", (table) => {
    const other = /^(?:|EUR|IGO|IMG|NGO|UNO)$/; // PLOVER’s codes of actors that are no country’s
    const unknown = rowsOf(table).filter((row) => !countries.has(row["code"]) && !other.test(row["code"] ?? ""));
    expect(unknown.map((row) => `${row["name"]} ${row["code"]}`)).toEqual([]);
  });

  test("keys of organisations are their own", () => {
    const keys = rowsOf("actors/organisations.tsv")
      .map((row) => row["key"])
      .filter((key) => key !== "");
    expect(keys.filter((key) => !/^org:[A-Z0-9+]+$/.test(key ?? ""))).toEqual([]);
    expect(new Set(keys).size).toBe(keys.length);
  });

  test("titles name offices of the leaders' tables or of their own short list", () => {
    const offices = new Set(
      rowsOf("actors/titles.tsv")
        .map((row) => row["office"] ?? "")
        .filter((office) => office !== ""),
    );
    expect([...offices].filter((office) => !OFFICES.has(office) && !TITLE_OFFICES.has(office))).toEqual([]);
  });
});

/** Offices a title may name though no table lists who held them. */
const TITLE_OFFICES: ReadonlySet<string> = new Set(["opposition-leader", "security-council-secretary"]); // biome-ignore format: a list
