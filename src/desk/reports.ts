import { byCodeUnit } from "../engine/base/span.js";
import { independentOrigins } from "../engine/stories/index.js";
import type { StoredDealing, StoredDocument, StoredParty } from "../store/index.js";
import type { Corroboration, DayPrefix, Participant, Report } from "./types.js";

/** Where a document is from, in a word. */
export function sourceName({ outlet, agency, source }: StoredDocument): string {
  return outlet ?? agency ?? source;
}

/** The documents behind items, each once, by day of publication (unknown last), then hash. */
export function reportsOf(items: readonly Pick<StoredDealing, "id" | "document">[]): Report[] {
  const found = new Map<string, Report>();
  for (const { id, document } of items)
    if (!found.has(document.hash))
      found.set(document.hash, {
        document: document.hash,
        item: id,
        title: document.title,
        source: sourceName(document),
        url: document.url,
        published: document.published,
      });
  return [...found.values()].sort(
    (a, b) => byCodeUnit(a.published ?? "9999", b.published ?? "9999") || byCodeUnit(a.document, b.document),
  );
}

/** How many articles tell of items, and from how many independent origins. */
export function corroborationOf(items: readonly Pick<StoredDealing, "document">[]): Corroboration {
  const documents = new Map(items.map(({ document }) => [document.hash, document]));
  return { articles: documents.size, origins: independentOrigins([...documents.values()]) };
}

/** “7 articles, 2 independent sources”. */
export function corroborationText({ articles, origins }: Corroboration): string {
  return `${count(articles, "article")}, ${count(origins.length, "independent source")}`;
}

/** “1 article”, “2 articles”. */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}

/** A party as an entry shows it. */
export function participant({ name, code, key, side, office, level, role }: StoredParty): Participant {
  return { name, code, key, side, office, level, role };
}

/** Whether a party is the one meant: a country by code, an actor by key. */
export function isMeant(party: Pick<StoredParty, "code" | "key">, key: string): boolean {
  return party.code === key || party.key === key;
}

/** Whether two parties, not one and the same, are the two meant. */
export function areMeant(parties: readonly Pick<StoredParty, "code" | "key">[], keys: readonly string[]): boolean {
  const [a, b] = keys;
  if (a === undefined) return true;
  const first = parties.filter((party) => isMeant(party, a));
  if (b === undefined) return first.length > 0;
  const second = parties.filter((party) => isMeant(party, b));
  return first.some((one) => second.some((other) => one.key !== other.key));
}

/** Parties of several tellings, each once: first by the first telling; a country whose persons are named is left out. */
export function mergeParties(tellings: readonly (readonly StoredParty[])[]): StoredParty[] {
  const found = new Map<string, StoredParty>();
  for (const parties of tellings)
    for (const party of parties) {
      const known = found.get(party.key);
      if (known === undefined) found.set(party.key, party);
      else if (known.office === null && party.office !== null) found.set(party.key, { ...known, office: party.office });
    }
  const parties = [...found.values()];
  const named = new Set(parties.filter(({ kind }) => kind === "person").map(({ code }) => code));
  return parties.filter(({ kind, code }) => kind === "person" || code === null || !named.has(code));
}

/** The day most texts give, each copy group once; of days given alike the earliest. `null` where none gives one. */
export function dayOfMost(items: readonly Pick<StoredDealing, "day" | "document">[]): DayPrefix | null {
  const votes = new Map<string, Set<string>>();
  for (const { day, document } of items)
    if (day !== null) votes.set(day, (votes.get(day) ?? new Set()).add(document.copy));
  const [most] = [...votes].sort(([a, x], [b, y]) => y.size - x.size || b.length - a.length || byCodeUnit(a, b));
  return most?.[0] ?? null;
}

/** Days between two ISO days or prefixes of them, taken by their first days; `null` where one is unknown. */
export function daysBetween(earlier: DayPrefix | null, later: DayPrefix | null): number | null {
  const [from, to] = [timeOf(earlier), timeOf(later)];
  return from === null || to === null ? null : Math.round((to - from) / MS_A_DAY);
}

const MS_A_DAY = 86_400_000;

function timeOf(day: DayPrefix | null): number | null {
  if (day === null) return null;
  const time = Date.parse(`${day}${"-01-01".slice(Math.max(0, day.length - 4))}T00:00:00Z`);
  return Number.isNaN(time) ? null : time;
}

/** Mean of numbers to two decimals; `null` of none. */
export function mean(numbers: readonly number[]): number | null {
  if (numbers.length === 0) return null;
  return Math.round((numbers.reduce((sum, one) => sum + one, 0) / numbers.length) * 100) / 100;
}
