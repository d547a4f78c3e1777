import type { Row } from "../base/table.js";
import type { Discourse, Draft } from "./draft.js";
import type { Entry } from "./lexicon.js";
import type { NameIndex } from "./name-index.js";
import type { Phrase } from "./phrase.js";
import type { Scan } from "./scan.js";

/** What a body must be for a noun to take it up: any of the three is enough. */
interface Bridge {
  readonly words: ReadonlySet<string>;
  readonly members: ReadonlySet<string>;
  readonly sectors: ReadonlySet<string>;
}

/** The nouns of `data/actors/bridges.tsv`. */
export type Bridges = ReadonlyMap<string, Bridge>;

/** Reads the table; members are looked up as organisations and bodies, so any of their names will do. */
export function readBridges(rows: readonly Row[], names: NameIndex<Entry>): Bridges {
  return new Map(
    rows.map((row) => [
      row.cell("noun"),
      {
        words: new Set(row.list("words")),
        members: new Set(row.list("members").flatMap((member) => [member, ...namesOf(member, names)])),
        sectors: new Set(row.list("sectors")),
      },
    ]),
  );
}

function namesOf(member: string, names: NameIndex<Entry>): readonly string[] {
  return names.lookup(member).flatMap((e) => (e.kind === "organisation" || e.kind === "body" ? [e.name] : []));
}

const REACH = 6; // sentences over which “the alliance” is the one named last

/** Whether “the” and a noun of the table stand alone at a token, so that the phrase can take up somebody. */
export function bridgeAt(scan: Scan, at: number): boolean {
  if (!/^(?:the|this)$/.test(scan.lower(at)) || !scan.lexicon.bridges.has(scan.lower(at + 1))) return false;
  if (scan.capital(at + 1)) return false;
  // “the party leader”, “the union, of …”: the noun only describes what follows.
  const next = scan.tokens[at + 2];
  return next === undefined || !/^(?:NOUN|PROPN|ADJ|NUM)$/.test(next.upos) ? scan.lower(at + 2) !== "of" : false;
}

/** The body of the article that “the alliance” or “the agency” takes up: the last named that fits; `null` for none. */
export function takenUp(scan: Scan, phrase: Phrase, discourse: Discourse): Draft | null {
  if (phrase.head !== phrase.first + 1 || phrase.last !== phrase.head || !bridgeAt(scan, phrase.first)) return null;
  const bridge = scan.lexicon.bridges.get(scan.lower(phrase.head));
  if (bridge === undefined) return null;
  for (let i = discourse.traces.length - 1; i >= 0; i--) {
    const trace = discourse.traces[i];
    if (trace === undefined || phrase.sentence - trace.sentence > REACH) return null;
    if (trace.draft.kind === "organisation" && trace.named && fits(trace.draft, bridge, scan.lower(phrase.head)))
      return trace.draft;
  }
  return null;
}

function fits(draft: Draft, { words, members, sectors }: Bridge, noun: string): boolean {
  if (members.has(draft.name) || (noun === "agency" && draft.role === "agency")) return true;
  if (draft.role !== "agency" && draft.sector.some((s) => sectors.has(s))) return true; // no agency is a newspaper
  return draft.name
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .some((word) => words.has(word));
}
