import { byCodeUnit } from "../engine/base/span.js";
import type { StoredContact, StoredDealing, StoredEvent } from "../store/index.js";
import { isPartOf, isSameContact, isSameEvent } from "./same.js";

/** A contact with everything that tells of it. */
export interface ContactGroup {
  readonly contacts: StoredContact[];
  /** The events that belong to it, as its reports tell them. */
  readonly events: StoredEvent[];
}

/** Tellings gathered by what they tell of: contacts with their events, and events that belong to no contact. */
export interface Merged {
  readonly contacts: readonly ContactGroup[];
  readonly events: readonly (readonly StoredEvent[])[];
}

/** Gathers what was looked up. The order in which it is given does not matter. */
export function mergeDealings(dealings: readonly (StoredContact | StoredEvent)[]): Merged {
  const ordered = [...dealings].sort(byReport);
  const contacts = gather(ordered.filter((one) => one.kind === "contact"), isSameContact).map((one): ContactGroup => ({ contacts: one, events: [] })); // biome-ignore format: one line reads best
  const owners = new Map<string, ContactGroup>();
  const byStory = new Map<string, ContactGroup[]>();
  for (const group of contacts)
    for (const { document, events } of group.contacts) {
      for (const event of events) owners.set(`${document.hash} ${event}`, group);
      const list = byStory.get(document.story) ?? [];
      if (!list.includes(group)) byStory.set(document.story, [...list, group]);
    }
  const free: StoredEvent[] = [];
  for (const one of ordered) {
    if (one.kind === "contact") continue;
    const owner = owners.get(`${one.document.hash} ${one.local}`);
    if (owner === undefined) free.push(one);
    else owner.events.push(one);
  }
  const left = free.filter((event) => {
    const owner = (byStory.get(event.document.story) ?? []).find(
      ({ contacts: [first] }) => first !== undefined && isPartOf(event, first),
    );
    owner?.events.push(event);
    return owner === undefined;
  });
  return { contacts, events: gather(left, isSameEvent) };
}

/** Puts each thing to the first group whose first member is the same: only those of its story or its day are compared. */
function gather<T extends StoredDealing>(things: readonly T[], isSame: (a: T, b: T) => boolean): T[][] {
  const groups: T[][] = [];
  const near = new Map<string, Set<T[]>>();
  for (const thing of things) {
    const places = placesOf(thing).map((key) => {
      const place = near.get(key) ?? new Set<T[]>();
      near.set(key, place);
      return place;
    });
    const known = places.flatMap((place) => [...place]).find(([first]) => first !== undefined && isSame(first, thing));
    const group = known ?? [];
    if (known === undefined) groups.push(group);
    group.push(thing);
    for (const place of places) place.add(group);
  }
  return groups;
}

/** Where others like a thing are looked for. */
function placesOf({ document, day, dayStated }: StoredDealing): string[] {
  return [`story ${document.story}`, ...(dayStated && day !== null ? [`day ${day}`] : [])];
}

/** The first report first, what it tells in its lead before what it mentions. */
function byReport(a: StoredDealing, b: StoredDealing): number {
  return (
    byCodeUnit(a.document.published ?? "9999", b.document.published ?? "9999") ||
    byCodeUnit(a.document.hash, b.document.hash) ||
    a.start - b.start ||
    byCodeUnit(a.id, b.id)
  );
}
