import type { Placed } from "../api/contract.js";

/** Contacts at one place of the map. */
export interface PlaceGroup {
  readonly name: string;
  /** Longitude and latitude in degrees. */
  readonly at: readonly [number, number];
  readonly items: readonly Placed[];
}

/** Where a country is on the map, and what it is called. */
export interface Countries {
  nameOf(code: string): string;
  centreOf(code: string): readonly [number, number] | null;
}

/**
 * Contacts by place, those with most first. Where the place itself is not on the map, the middle of its country stands
 * for it; contacts whose country is not there either are left out.
 */
export function groupByPlace(items: readonly Placed[], countries: Countries): readonly PlaceGroup[] {
  const groups = new Map<string, { name: string; at: readonly [number, number]; items: Placed[] }>();
  for (const item of items) {
    const at = item.at ?? countries.centreOf(item.country);
    if (at === null) continue;
    const country = countries.nameOf(item.country);
    const name = item.at === null || item.place === null ? country : `${item.place}, ${country}`;
    const group = groups.get(name) ?? { name, at, items: [] };
    group.items.push(item);
    groups.set(name, group);
  }
  return [...groups.values()].sort((a, b) => b.items.length - a.items.length || (a.name < b.name ? -1 : 1));
}
