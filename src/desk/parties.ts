import { byCodeUnit } from "../engine/base/span.js";
import type { KnownActor, Ledger } from "../store/index.js";
import type { CountryNames } from "./tables.js";
import type { Party } from "./types.js";

/** What came of looking for somebody by what a user wrote. */
export type PartyFound =
  | { readonly kind: "found"; readonly party: Party }
  /** Several are called so. */
  | { readonly kind: "several"; readonly candidates: readonly KnownActor[] }
  /** Nobody is; names and codes that are near. */
  | { readonly kind: "unknown"; readonly near: readonly string[] };

/** Names and codes given where nobody is found. */
const MOST_NEAR = 5;
/** Actors of a name that are looked at. */
const MOST_ACTORS = 50;

/** Who is meant by a code, a Wikidata id, a name or a part of a name. A country is one whether or not the ledger has it. */
export async function findParty(ledger: Ledger, written: string, countries: CountryNames): Promise<PartyFound> {
  const name = written.trim();
  const code = countries.byCode.has(name) ? name : countries.byName.get(name.toLowerCase());
  if (code !== undefined) return found(code, countries.byCode.get(code) ?? code);
  if (name === "") return { kind: "unknown", near: [] };
  const exact = await ledger.actors({ name, limit: MOST_ACTORS });
  if (/^[A-Z]{3}(?::|$)/.test(name) && exact.some((one) => one.code === name)) return found(name, name);
  const own = exact.filter(({ key, name: own }) => [key, own].some((one) => one.toLowerCase() === name.toLowerCase()));
  const [only, other] = byKey(own);
  if (only !== undefined && other === undefined) return foundActor(only);
  if (only !== undefined) return { kind: "several", candidates: byKey(own) };
  return findNear(ledger, name, countries);
}

async function findNear(ledger: Ledger, name: string, countries: CountryNames): Promise<PartyFound> {
  const small = name.toLowerCase();
  const holding = await ledger.actors({ name, near: true, limit: MOST_ACTORS });
  const persons = byKey(
    holding.filter((one) => (one.kind === "person" || one.kind === "organisation") && ` ${one.name.toLowerCase()} `.includes(` ${small} `)),
  );
  const [only, other] = persons;
  if (only !== undefined && other === undefined) return foundActor(only);
  if (only !== undefined) return { kind: "several", candidates: persons.slice(0, MOST_NEAR) };
  const alike = await ledger.actors({ name: small.slice(0, 3), near: true, limit: 500 });
  const words = [...countries.byName.keys(), ...[...holding, ...alike].map((one) => one.name)];
  const codes = [...countries.byCode.keys()].filter((code) => name.length === 3 && distance(code, name.toUpperCase()) === 1);
  const near = [...new Set([...codes, ...nearest(small, words)])].slice(0, MOST_NEAR);
  return { kind: "unknown", near: near.map((one) => countries.byCode.get(countries.byName.get(one) ?? "") ?? one) };
} // biome-ignore format: the conditions read best on one line

function found(key: string, name: string, code: string | null = key): PartyFound {
  return { kind: "found", party: { key, name, code } };
}

/** A country that is an actor is asked for by its code: all who stand for it count. */
function foundActor({ kind, key, code, name }: KnownActor): PartyFound {
  return found(kind === "country" && code !== null ? code : key, name, code);
}

/** One of each key: the name it is called by most. */
function byKey(actors: readonly KnownActor[]): KnownActor[] {
  return [...new Map([...actors].reverse().map((one) => [one.key, one])).values()].reverse();
}

/** Names that, whole or in one word, differ from what was written by no more than a third of its letters, nearest first. */
function nearest(written: string, names: readonly string[]): string[] {
  const most = Math.max(1, Math.floor(written.length / 3));
  return [...new Set(names)]
    .map((name) => {
      const parts = [name, ...name.split(/[\s-]+/)].filter((part) => Math.abs(part.length - written.length) <= most);
      return { name, far: Math.min(Number.POSITIVE_INFINITY, ...parts.map((part) => distance(part.toLowerCase(), written))) };
    })
    .filter(({ far }) => far <= most)
    .sort((a, b) => a.far - b.far || byCodeUnit(a.name, b.name))
    .map(({ name }) => name);
} // biome-ignore format: the distance reads best on one line

/** Letters to put in, take out or change to make one word of another (Levenshtein). */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++)
      next.push(Math.min((next[j - 1] ?? 0) + 1, (row[j] ?? 0) + 1, (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)));
    row = next;
  }
  return row[b.length] ?? 0;
} // biome-ignore format: the three ways read best on one line
