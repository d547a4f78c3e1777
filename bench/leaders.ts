/**
 * Compares the table of offices with other sets of leaders, found under `READOUT_DATA` (default `../shared/bench`): for each
 * of their spells of 60 days and more since a day, whether on its middle day the named leader holds an office of that country
 * here. Prints every miss, then a line of JSON with the shares.
 *
 * usage: node dist/bench/leaders.js [--since 2000-01-01]
 */
import { parseArgs } from "node:util";
import { atomsOf } from "../src/engine/actors/atoms.js";
import type { ActorLexicon } from "../src/engine/actors/index.js";
import { covers, type Person } from "../src/engine/actors/people.js";
import { spellingKey } from "../src/engine/actors/spelling.js";
import { defaultKnowledge, readKnowledgeFiles } from "../src/knowledge.js";
import { type TheirMinister, theirMinisters, theirSpells } from "./leaders/spells.js";

const CABINET_DAY = "2019-01-05"; // the set of cabinets bears a year; most of its heads left or came later in it

const { values } = parseArgs({ options: { since: { type: "string", default: "2000-01-01" } } });
const { since } = values;
const root = process.env["READOUT_DATA"] ?? "../shared/bench";
const { actors } = defaultKnowledge();

/** Everybody in an office of a country on a day. */
function holders(country: string, day: string): readonly Person[] {
  return actors.people.filter((p) => p.spells.some((s) => s.country === country && covers(s, day)));
}

/** Whether a person may be called so: a word of the name, however transliterated, is one of the person's. */
function bears(person: Person, name: string): boolean {
  const own = new Set([person.name, ...person.aliases].flatMap((written) => atomsOf(written).map(spellingKey)));
  const family = atomsOf(name.replace(/[.()]/g, " ")).filter((word) => word.length > 2);
  return family.some((word) => own.has(spellingKey(word)));
}

/** Code of a country by its name, also where the first word comes last (“Korea, North”). */
function codeOf(name: string, lexicon: ActorLexicon): string | null {
  const [head = "", tail] = name.split(", ");
  const written = [name, ...(tail === undefined ? [] : [`${tail} ${head}`, head])];
  for (const form of written)
    for (const entry of lexicon.names.lookup(form.replace(/^the /i, "")))
      if (entry.kind === "country") return entry.code;
  return null;
}

function isFound(country: string, day: string, name: string): boolean {
  return holders(country, day).some((person) => bears(person, name));
}

const byIso2 = new Map(
  (readKnowledgeFiles().tables.get("actors/countries.tsv") ?? "")
    .split("\n")
    .map((line) => line.split("\t"))
    .flatMap((cells) => (cells[6]?.length === 2 ? [[cells[6], cells[0] ?? ""] as const] : [])),
);
const counts = new Map<string, { all: number; found: number }>();
function count(set: string, found: boolean): void {
  const entry = counts.get(set) ?? { all: 0, found: 0 };
  entry.all++;
  if (found) entry.found++;
  counts.set(set, entry);
}

for (const spell of theirSpells(root, since)) {
  const country = byIso2.get(spell.country) ?? spell.country;
  if (!actors.countries.has(country)) continue;
  const found = isFound(country, spell.middle, spell.name);
  count(spell.set, found);
  if (found) continue;
  const here = holders(country, spell.middle).map((p) => p.name);
  console.log(
    `${spell.set}\t${country}\t${spell.name}\t${spell.from}\t${spell.to}\there: ${here.slice(0, 8).join(", ")}`,
  );
}
for (const minister of theirMinisters(root)) missing(minister);

function missing({ country, office, name }: TheirMinister): void {
  const code = codeOf(country, actors);
  const found = code !== null && isFound(code, CABINET_DAY, name);
  count("cabinets", found);
  if (!found) console.log(`cabinets\t${code ?? country}\t${name}\t${office}`);
}

const share = (sets: readonly string[]): number => {
  const chosen = sets.flatMap((set) => counts.get(set) ?? []);
  const all = chosen.reduce((sum, c) => sum + c.all, 0);
  return all === 0 ? 0 : Math.round((chosen.reduce((sum, c) => sum + c.found, 0) / all) * 10000) / 10000;
};
const shares = Object.fromEntries([...counts].map(([set, c]) => [set, { spells: c.all, found: share([set]) }]));
console.log(JSON.stringify({ found: share(["archigos", "reign", "g20-asean"]), ...shares }));
