import type { Placed } from "../api/contract.js";

/** Contacts at one place of the map. */
export interface PlaceGroup {
  readonly name: string;
  /** Longitude and latitude in degrees. */
  readonly at: readonly [number, number];
  readonly items: readonly Placed[];
}

/** Contacts by place, those with most first; contacts whose place is not known are left out. */
export function groupByPlace(items: readonly Placed[]): readonly PlaceGroup[] {
  const groups = new Map<string, { name: string; at: readonly [number, number]; items: Placed[] }>();
  for (const item of items) {
    if (item.at === null) continue;
    const name = item.place === null ? item.country : `${item.place}, ${item.country}`;
    const group = groups.get(name) ?? { name, at: item.at, items: [] };
    group.items.push(item);
    groups.set(name, group);
  }
  return [...groups.values()].sort((a, b) => b.items.length - a.items.length || (a.name < b.name ? -1 : 1));
}
