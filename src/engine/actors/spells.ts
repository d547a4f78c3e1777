import type { Token } from "../language/types.js";
import type { ActorLexicon } from "./lexicon.js";
import { isGenerally, isLeader, seatOf } from "./offices.js";
import type { Spell } from "./people.js";
import type { TitleEntry } from "./phrase.js";
import type { Actor } from "./types.js";

/** The spells in which a person of the tables held an office by which an article calls him or her; none for others. */
export function spellsCalled(
  actor: Actor,
  called: readonly (readonly Token[])[],
  lexicon: ActorLexicon,
): readonly Spell[] {
  if (actor.kind !== "person") return [];
  const people = lexicon.names.lookup(actor.name).flatMap((e) => (e.kind === "person" ? e.bearers.people : []));
  const person = people.find(({ name, born }) => name === actor.name && born === actor.born);
  if (person === undefined || person.spells.length === 0) return [];
  const titles = called.flatMap((tokens) => titlesIn(tokens, lexicon));
  return person.spells.filter((spell) => titles.some((title) => names(title, spell, lexicon)));
}

function names(title: TitleEntry, spell: Spell, lexicon: ActorLexicon): boolean {
  const seat = seatOf(title, spell.country, spell.from, lexicon);
  return (seat.offices.includes(spell.office) && seat.fits(spell.title)) || isGenerally(title, spell);
}

const LONGEST_TITLE = 6; // words

/** The titles among the words of a mention; one behind “deputy” is another's. */
function titlesIn(tokens: readonly Token[], lexicon: ActorLexicon): readonly TitleEntry[] {
  const found: TitleEntry[] = [];
  for (let at = 0; at < tokens.length; ) {
    const title = titleAt(tokens, at, lexicon);
    const before = tokens[at - 1]?.lower ?? "";
    if (title !== null && !lexicon.words("rank").has(before) && !(isLeader(title.entry) && !isCountry(before, lexicon)))
      found.push(title.entry);
    at += title?.length ?? 1;
  }
  return found;
}

function titleAt(
  tokens: readonly Token[],
  at: number,
  { names: index }: ActorLexicon,
): { readonly entry: TitleEntry; readonly length: number } | null {
  for (let length = Math.min(LONGEST_TITLE, tokens.length - at); length > 0; length--) {
    const words = tokens.slice(at, at + length).map((token) => token.lower);
    for (const entry of index.lookup(words.join(" "))) if (entry.kind === "title") return { entry, length };
  }
  return null;
}

/** “Labour leader” leads no country, “Cuban leader” does. */
function isCountry(word: string, { names: index }: ActorLexicon): boolean {
  return word !== "" && index.lookup(word).some((entry) => entry.kind === "country");
}
