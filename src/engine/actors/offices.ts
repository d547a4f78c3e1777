import type { Row } from "../base/table.js";
import type { ActorLexicon } from "./lexicon.js";
import type { Spell } from "./people.js";
import type { TitleEntry } from "./phrase.js";

/** Titles under which the office of a noun may be held; see `data/actors/office-nouns.tsv`. */
export type OfficeNouns = ReadonlyMap<string, { readonly office: string; readonly titles: readonly string[] }>;

export function readOfficeNouns(rows: readonly Row[]): OfficeNouns {
  return new Map(
    rows.map((row) => [row.cell("noun"), { office: row.cell("office"), titles: row.list("titles") }] as const),
  );
}

/** Reads the spells in which a country was led by the head of its government. */
export function readLedByGovernment(rows: readonly Row[]): ActorLexicon["ledByGovernment"] {
  const spells = rows.map((row) => ({ country: row.cell("country"), from: row.cell("from"), to: row.cell("to") }));
  return (country, day) =>
    spells.some(
      (s) =>
        s.country === country &&
        (day === null ? s.to === "" : s.from <= day && (s.to === "" || day.slice(0, s.to.length) <= s.to)),
    );
}

/** The offices a title may stand for, the likeliest first, and whether a title of the tables is the same office's. */
export interface Seat {
  readonly offices: readonly string[];
  /** @param held The title under which somebody holds one of the offices, or the whole office (“President of Iran”). */
  readonly fits: (held: string) => boolean;
}

const LEADERS: ReadonlySet<string> = new Set(["leader", "ruler", "strongman", "statesman"]);
const ANY = (): boolean => true;

/**
 * The seat a title names: “the Iranian president” sits where a president does, whichever office of the tables that is;
 * “the Georgian leader” is whoever leads that country.
 */
export function seatOf(
  title: TitleEntry,
  country: string | null,
  day: string | null,
  { officeNouns, ledByGovernment }: ActorLexicon,
): Seat {
  if (isLeader(title)) {
    const heads = ["head-of-state", "head-of-government"];
    if (country !== null && ledByGovernment(country, day)) heads.reverse();
    return { offices: ["de-facto-leader", ...heads], fits: ANY };
  }
  if (title.office === null) return { offices: [], fits: ANY };
  const noun = officeNouns.get(title.phrase) ?? officeNouns.get(headNoun(title.phrase));
  if (noun === undefined || noun.office !== title.office) return { offices: [title.office], fits: ANY };
  const others = noun.office === "head-of-state" ? ["head-of-government"] : [];
  return {
    offices: [title.office, ...others],
    fits: (held) => {
      const words = held.toLowerCase().replace(/ of .*$/, "");
      return noun.titles.some((t) => ` ${words}`.includes(` ${t}`));
    },
  };
}

/** “leader”, “strongman”: whoever leads, by no title of office. */
export function isLeader({ phrase }: TitleEntry): boolean {
  return LEADERS.has(phrase);
}

/** Whether a title of ministers in general fits an office: “Secretary” a Secretary of State, “Minister” any minister. */
export function isGenerally({ office, level, phrase }: TitleEntry, held: Pick<Spell, "office" | "title">): boolean {
  if (office !== null || level !== "minister") return false;
  if (` ${held.title.toLowerCase()} `.includes(` ${phrase} `)) return true;
  return phrase === "minister" && held.office.endsWith("-minister");
}

/** “president” of “acting president” and “president of the republic”. */
function headNoun(phrase: string): string {
  const [before = phrase] = phrase.split(" of ");
  return before.split(" ").at(-1) ?? before;
}
