import type { ActorLexicon } from "./lexicon.js";
import type { Spell } from "./people.js";
import type { Actor } from "./types.js";

/** The spells in which a person of the tables held the office by which an article knows him or her; none for others. */
export function spellsHeld(actor: Actor, { names }: ActorLexicon): readonly Spell[] {
  if (actor.kind !== "person" || actor.officeKey === null) return [];
  const people = names.lookup(actor.name).flatMap((entry) => (entry.kind === "person" ? entry.bearers.people : []));
  return people
    .filter((person) => person.name === actor.name && person.born === actor.born)
    .flatMap((person) => person.spells.filter((spell) => spell.office === actor.officeKey));
}
