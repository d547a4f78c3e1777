import type { ActorTable } from "../actors/types.js";
import { groupBy } from "../base/group-by.js";

/** Whether the parties of a passage can be those of a contact: all of them are there, or stand for those who are. */
export function overlap(
  known: readonly number[],
  said: readonly number[],
  actors: ActorTable,
  refers: boolean,
): boolean {
  if (said.length === 0) return true;
  const others = said.filter((s) => !fits(s, known, actors));
  if (others.length === 0) return true;
  if (refers) return false;
  // “Karis visited Helsinki and Riga” is not the talks of their presidents: whoever is new must stand beside the persons known.
  const isPerson = (one: number): boolean => actors.actors[one]?.kind === "person";
  const newcomer = others.some(isPerson);
  return known.every((k) => (newcomer && isPerson(k) ? said.includes(k) : fits(k, said, actors)));
}

/** Whether a party is in a list, or its country or a body of it is, which then stands for it; not beside another person of that country. */
export function fits(party: number, list: readonly number[], actors: ActorTable): boolean {
  if (list.includes(party)) return true;
  const own = actors.actors[party];
  if (own === undefined || own.code === null) return false;
  const compatriots = list.map((k) => actors.actors[k]).filter((a) => a?.code === own.code);
  if (isCollective(own.kind)) return compatriots.length > 0;
  return compatriots.length > 0 && compatriots.every((a) => a !== undefined && isCollective(a.kind));
}

/** A country, a body or somebody unnamed may stand for a named official. */
export function isCollective(kind: string): boolean {
  return kind === "country" || kind === "organisation" || kind === "unnamed";
}

/**
 * Where persons speak for at least two sides, the countries' own names are what they spoke of.
 *
 * @param host Code of the country a visit goes to, which takes part.
 */
export function sidesOnly(parties: readonly number[], actors: ActorTable, host: string | null): readonly number[] {
  const people = parties.filter((p) => ["person", "unnamed"].includes(actors.actors[p]?.kind ?? ""));
  const codes = new Set(people.map((p) => actors.actors[p]?.code));
  const kept = parties.filter((p) => {
    const actor = actors.actors[p];
    if (actor === undefined || people.includes(p)) return actor !== undefined;
    return !codes.has(actor.code) && (actor.code === host || !(codes.size >= 2 && actor.kind === "country"));
  });
  return kept;
}

/** A diplomatic contact has parties of two sides at least. */
export function diplomatic(parties: readonly number[], actors: ActorTable): boolean {
  const codes = new Set<string>();
  for (const p of parties) {
    const actor = actors.actors[p];
    if (actor?.code != null)
      codes.add(/^(?:REB|OPP|IMG)$/.test(actor.sector[0] ?? "") ? `${actor.code}/${actor.sector[0]}` : actor.code);
  }
  return codes.size >= 2;
}

/** A head of state whose visit comes to nothing was to be received by the country's own, where the article names one: “a state visit to Peru was put off”. */
export function withHost(parties: readonly number[], actors: ActorTable): readonly number[] {
  const [guest, host, ...others] = parties.map((p) => actors.actors[p]);
  if (guest?.kind !== "person" || host?.kind !== "country" || others.length > 0) return parties;
  if (guest.officeKey === null || !HEADS.has(guest.officeKey) || guest.sector[0] === "ELI") return parties;
  const [only, ...more] = holdersIn(actors).get(`${host.code} ${guest.officeKey}`) ?? [];
  return only === undefined || more.length > 0 ? parties : [guest.index, only.index];
}

const HEADS: ReadonlySet<string> = new Set(["head-of-state", "head-of-government"]);

/** Persons of an article by country and office, worked out once. */
const HOLDERS = new WeakMap<ActorTable, ReadonlyMap<string, ActorTable["actors"]>>();

function holdersIn(table: ActorTable): ReadonlyMap<string, ActorTable["actors"]> {
  let known = HOLDERS.get(table);
  if (known === undefined) {
    const inOffice = table.actors.filter((a) => a.kind === "person" && a.officeKey !== null && a.sector[0] !== "ELI");
    known = groupBy(inOffice, (a) => `${a.code} ${a.officeKey}`);
    HOLDERS.set(table, known);
  }
  return known;
}
