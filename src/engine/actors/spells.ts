import type { ActorLexicon } from "./lexicon.js";
import { isGenerally, seatOf } from "./offices.js";
import type { Spell } from "./people.js";
import type { TitleEntry } from "./phrase.js";
import type { Actor } from "./types.js";

/**
 * The spells in which a person of the tables held an office by which an article calls him or her; none for others.
 *
 * @param titles Those that the mentions give.
 */
export function spellsCalled(actor: Actor, titles: readonly TitleEntry[], lexicon: ActorLexicon): readonly Spell[] {
  if (actor.kind !== "person") return [];
  const people = lexicon.names.lookup(actor.name).flatMap((e) => (e.kind === "person" ? e.bearers.people : []));
  const person = people.find(({ name, born }) => name === actor.name && born === actor.born);
  return person?.spells.filter((spell) => titles.some((title) => fits(title, spell, lexicon))) ?? [];
}

/** Whether a title names the office of a spell. */
function fits(title: TitleEntry, spell: Spell, lexicon: ActorLexicon): boolean {
  const seat = seatOf(title, spell.country, spell.from, lexicon);
  return (seat.offices.includes(spell.office) && seat.fits(spell.title)) || isGenerally(title, spell);
}
