import { type Arguments, argumentsOf } from "./arguments.js";
import { type Clause, countryOfPlace, mentionAt, ownersOf, partiesAt } from "./clause.js";
import { isSomebody } from "./known.js";
import type { EventLexicon } from "./lexicon.js";
import { listedWith } from "./listed.js";
import { obliquesOf } from "./obliques.js";
import { namesAt } from "./phrases.js";
import { voicesAt } from "./receivers.js";

export function agentsAt(
  clause: Clause,
  token: number | null,
  lexicon: EventLexicon,
  antecedent: (pronoun: string, token: number) => readonly number[],
): { readonly parties: readonly number[]; readonly direct: boolean } {
  if (token === null) return { parties: [], direct: false };
  const lemma = clause.tokens[token]?.lemma.toLowerCase() ?? "";
  // “sent a letter to the head of … threatening to …”: who wrote it threatens, not whom it reached.
  if (mentionAt(clause, token) === null && lexicon.classes.get(lemma)?.has("document") === true)
    return { parties: authorsOf(clause, token), direct: false };
  if (isMishap(clause, token, lexicon)) return { parties: [], direct: false }; // a fire kills for nobody
  const listed = listedWith(clause, token);
  const meant = isDeedOrWeapon(clause, token, lexicon) ? voicesAt : partiesAt;
  const direct = listed.length > 0 ? listed : meant(clause, token);
  if (direct.some((p) => isSomebody(clause, p))) return { parties: direct, direct: true };
  if (direct.length > 0 && lexicon.classes.get(lemma)?.has("document") !== true)
    return { parties: direct, direct: true };
  if (clause.tokens[token]?.upos === "PRON") return { parties: antecedent(lemma, token), direct: false };
  if (lexicon.classes.get(lemma)?.has("document") === true) return { parties: authorsOf(clause, token), direct: false };
  const kinds = lexicon.classes.get(lemma);
  const stands = kinds?.has("instrument") === true || kinds?.has("words") === true; // “her remark was a dig at …”
  return { parties: stands ? ownersOf(clause, token) : [], direct: false };
}

/** “The attack on Russian positions killed …”, “a bomb in Gaza”: nobody itself, and neither whom it is aimed at nor where it goes off is who acts. */
function isDeedOrWeapon(clause: Clause, token: number, { nouns, classes }: EventLexicon): boolean {
  if (mentionAt(clause, token) !== null) return false;
  const isWeapon = (name: string): boolean => classes.get(name)?.has("weapons") === true;
  return namesAt(clause.tokens, token).some((name) => nouns.has(name) || isWeapon(name));
}

/** “a fire”, “Hurricane Mitch”. */
function isMishap({ tokens }: Clause, token: number, { classes }: EventLexicon): boolean {
  const is = (at: number): boolean => classes.get(tokens[at]?.lemma.toLowerCase() ?? "")?.has("mishap") === true;
  return is(token) || (tokens[token]?.upos === "PROPN" && is(token - 1));
}

/** “issued a statement urging …”: whose statement it is, else who issued it. */
function authorsOf(clause: Clause, token: number): readonly number[] {
  const owners = ownersOf(clause, token).filter((p) => isSomebody(clause, p));
  if (owners.length > 0) return owners;
  const head = clause.tree.heads[token] ?? -1;
  if (head < 0 || clause.tokens[head]?.upos !== "VERB") return [];
  const { agent } = argumentsOf(clause, head);
  return agent === null || agent === token ? [] : partiesAt(clause, agent);
}

/** Whom somebody is summoned to. */
export const BEFORE: readonly string[] = ["to", "by"];

/** “the French ambassador [in Ankara]”: the country where an envoy is. */
function postOf(clause: Clause, envoy: number): number | null {
  for (const { preposition, token } of obliquesOf(clause, envoy)) {
    if (preposition !== "in" && preposition !== "to") continue;
    const country = partiesAt(clause, token).find((p) => clause.actors.actors[p]?.kind === "country");
    if (country !== undefined) return country;
    const place = countryOfPlace(clause, token);
    if (place !== null) return place;
  }
  return null;
}

/**
 * “was arrested in Iran”, “were expelled from Austria”, “was summoned to the foreign ministry”: where nobody else is said to
 * do what authorities do, those of the country it is done in, those out of whose country, those before whom.
 *
 * @param where Prepositions before the place or the body.
 */
export function authorityAt(
  clause: Clause,
  { passive, agent, object, obliques }: Arguments,
  where: readonly string[],
): readonly number[] {
  if (!passive || agent !== null) return [];
  const post = where === BEFORE && object !== null ? postOf(clause, object) : null;
  if (post !== null) return [post];
  for (const { preposition, token } of obliques) {
    if (!where.includes(preposition)) continue;
    const bodies = partiesAt(clause, token).filter((p) => clause.actors.actors[p]?.kind === "organisation");
    if (where === BEFORE && bodies.length > 0) return bodies;
    const countries = partiesAt(clause, token).filter((p) => clause.actors.actors[p]?.kind === "country");
    const [country = countryOfPlace(clause, token)] = countries;
    if (country !== null) return [country];
  }
  return [];
}
