import type { Clause } from "./clause.js";

/** Nameless holders of an office (“to recall its envoy”) are what an act is about, not whom it is aimed at. */
export function isSomebody({ actors }: Clause, index: number): boolean {
  const actor = actors.actors[index];
  return actor !== undefined && (actor.code !== null || actor.kind !== "unnamed");
}

const COLLECTIVES: ReadonlySet<string> = new Set([
  "nation",
  "nations",
  "country",
  "countries",
  "state",
  "states",
  "government",
  "governments",
  "people",
  "world",
  "community",
  "allies",
  "partners",
  "neighbours",
  "neighbors",
  "side",
  "sides",
  "parties",
]);

/** A phrase of which nothing is known but its words (“his admiration for the bravery”), unless it names people or states. */
export function isMerePhrase({ actors }: Clause, index: number): boolean {
  const actor = actors.actors[index];
  if (
    actor === undefined ||
    actor.kind !== "unnamed" ||
    actor.code !== null ||
    actor.sector.length > 0 ||
    actor.office !== null
  )
    return false;
  return !COLLECTIVES.has(actor.name.toLowerCase().split(" ").at(-1) ?? "");
}

/** Nobody acts on himself, nor on his own country by name. */
export function foreignTo(clause: Clause, actor: readonly number[], recipient: readonly number[]): readonly number[] {
  const actors = clause.actors.actors;
  const own = new Set(actor.map((a) => actors[a]?.code).filter((c) => c != null));
  return [...new Set(recipient)].filter((r) => {
    if (actor.includes(r) || isMerePhrase(clause, r)) return false;
    if (
      actors[r]?.kind === "unnamed" &&
      own.has(actors[r]?.code ?? "") &&
      recipient.some((o) => o !== r && !own.has(actors[o]?.code ?? ""))
    )
      return false;
    return !(actors[r]?.kind === "country" && own.has(actors[r]?.code ?? ""));
  });
}

/** How many sides act together: by code, a state and those in arms against it apart, persons without one each for himself. */
export function sides({ actors }: Clause, actor: readonly number[]): number {
  const sideOf = (a: number): string => {
    const { code = null, sector = [] } = actors.actors[a] ?? {};
    return code === null ? `#${a}` : `${code} ${FIGHTING.has(sector[0] ?? "")}`;
  };
  return new Set(actor.map(sideOf)).size;
}

/** Sectors of those who are in arms, against their state or for nobody. */
export const FIGHTING: ReadonlySet<string> = new Set(["REB", "UAF"]);

/** Whether any of several parties is of a known country or body: “hospitals and border police will work together” is no pledge. */
export function ofStates(clause: Clause, actor: readonly number[]): boolean {
  return actor.some((a) => clause.actors.actors[a]?.code != null);
}

/** Whether a party is more than a name or a crowd: an event needs at least one that is. */
export function isKnown({ actors }: Clause, index: number): boolean {
  const party = actors.actors[index];
  return (
    party !== undefined &&
    (party.code !== null || party.wikidata !== null || party.office !== null || PUBLIC.has(party.sector[0] ?? ""))
  );
}

/** Sectors of those who act for the public, or against it by force. */
export const PUBLIC: ReadonlySet<string> = new Set([
  "GOV",
  "MIL",
  "COP",
  "JUD",
  "LEG",
  "PTY",
  "REB",
  "PRM",
  "SPY",
  "UAF",
  "OPP",
  "PRE",
  "ELI",
  "LAB",
]);
