import { atomsOf } from "./atoms.js";
import type { Discourse, Draft } from "./draft.js";
import { bearsName, familyOf, isFamilyName } from "./family-name.js";
import type { Country } from "./lexicon.js";
import { type Attributes, type Circumstances, choosePerson, codeOfSpell, knownPerson } from "./named.js";
import { nameWords } from "./names.js";
import type { Person } from "./people.js";
import type { Phrase } from "./phrase.js";
import type { Scan } from "./scan.js";
import { spellingKey } from "./spelling.js";
import { unknownPerson } from "./unknown-person.js";

/** Scores from which a family name means somebody of the tables: with a title or a country beside it, and alone. */
const [ENOUGH_SAID, ENOUGH_ALONE] = [4, 3.6];

/**
 * Whom a personal name means: somebody of the tables by the full name, somebody the article named before, somebody of
 * the tables by the family name, else somebody new; `null` for a family name that nothing explains.
 *
 * @param name The name as printed.
 */
export function namedPerson(
  scan: Scan,
  phrase: Phrase,
  said: Attributes,
  name: string,
  discourse: Discourse,
  at: Circumstances,
): Draft | null {
  const [first, last] = phrase.name ?? [phrase.first, phrase.last];
  const words = nameWords(scan, first, last);
  const number = regnalNumber(scan, last);
  const royal = said.titles.some((t) => t.office === "head-of-state") || at.lexicon.officeNouns.has(scan.lower(first));
  const short = isFamilyName(words, name, at.lexicon.words("particle"));
  // After “Youssef Boutros-Ghali” a bare “Boutros-Ghali” is he, whoever else the tables have.
  const before = short && phrase.persons.length > 0 ? earlierBearer(words, said, discourse, at) : null;
  if (before !== null && before.person === null) return before;
  const full = choosePerson(ofReign(phrase.persons, number, royal), said, at, -5);
  if (full !== null) return knownPerson(discourse, full, said, at);
  if (short && said.titles.length === 0 && isLandmark(scan, last + 1)) return null;
  const earlier =
    (short || words.length <= 3 ? earlierBearer(words, said, discourse, at) : null) ??
    (short && words.length === 1 ? calledSo(words, said, discourse) : null);
  if (earlier !== null) {
    for (const title of said.titles) earlier.titles.add(title.phrase);
    const [country] = said.countries;
    if (earlier.assumed && country !== undefined) [earlier.code, earlier.assumed] = [country.code, false];
    return earlier;
  }
  const { words: classOf } = at.lexicon;
  if (said.titles.length === 0 && [classOf("calendar"), classOf("sacred")].some((c) => c.has(words.join(" "))))
    return null;
  const { byShort } = at.lexicon;
  const sure = scan.tokens[last]?.upos === "PROPN"; // a capital at a sentence's start proves no name by itself
  const bearers = short && sure ? (byShort.get(words.join(" ")) ?? byShort.get(words.at(-1) ?? "") ?? []) : [];
  const beside = said.titles.length + said.countries.length > 0;
  if (!beside && isPartOfPlace(scan, first, last)) return null;
  const chosen = choosePerson(ofReign(bearers, number, royal), said, at, beside ? ENOUGH_SAID : ENOUGH_ALONE);
  if (chosen !== null) return knownPerson(discourse, chosen, said, at);
  // A family name alone brings nobody new, nor does “Tajik-Afghan”.
  if (said.titles.length === 0 && (words.length < 2 || short)) return null;
  const shared = beside ? sharedCountry(bearers, said, at) : null;
  return unknownPerson(discourse, name, words, shared === null ? said : { ...said, countries: [shared] }, at);
}

/** “President Bush” of no known day: whichever of them it is, the country is the same. */
function sharedCountry(
  bearers: readonly Person[],
  { titles, countries, of }: Attributes,
  at: Circumstances,
): Country | null {
  if (countries.length > 0 || of !== null) return null;
  const offices = new Set(titles.flatMap((t) => t.office ?? []));
  const held = bearers.map((p) =>
    p.spells.filter((s) => offices.has(s.office) && (at.day === null || s.from <= at.day)),
  );
  if (held.filter((spells) => spells.length > 0).length < 2) return null;
  const [code, ...others] = new Set(held.flat().map((spell) => codeOfSpell(spell, at.lexicon)));
  return code === undefined || others.length > 0 ? null : (at.lexicon.countries.get(code) ?? null);
}

/** “the Kiir River”, “Kenyatta Avenue”: a thing that bears somebody's name. */
function isLandmark(scan: Scan, at: number): boolean {
  return scan.capital(at) && scan.is(at, "landmark");
}

const LONGEST_NAME = 6; // words of a place's name before the family name
const PLACING: ReadonlySet<string> = new Set(["in", "at", "near", "outside", "around", "from", "to"]);

/** “in Santa Cruz Barillas”: beside another capitalised word that nothing explains, a family name is a piece of a place's name. */
function isPartOfPlace(scan: Scan, first: number, last: number): boolean {
  const unknown = (at: number): boolean =>
    scan.tokens[at]?.upos === "PROPN" && scan.capital(at) && scan.item(at) === undefined;
  let start = first;
  for (let steps = 0; steps < LONGEST_NAME && scan.capital(start - 1); steps++) start--;
  return PLACING.has(scan.lower(start - 1)) && (unknown(first - 1) || unknown(last + 1));
}

/** The number in the name of a ruler or a pope (“Charles I”), `null` for a name without one. */
function regnalNumber(scan: Scan, last: number): string | null {
  return /^[IVX]{1,5}$/.exec(scan.tokens[last]?.text ?? "")?.[0] ?? null;
}

/** Those who may bear a number: “Charles I” is no Charles III. */
function ofReign(persons: readonly Person[], number: string | null, royal: boolean): readonly Person[] {
  if (number === null) return persons;
  return persons.filter(({ name, aliases }) => {
    const numbers = [name, ...aliases].flatMap((written) => / ([IVX]{1,5})$/.exec(written)?.[1] ?? []);
    return numbers.includes(number) || (numbers.length === 0 && !royal);
  });
}

/** The person of the article a family name means. */
function earlierBearer(
  words: readonly string[],
  said: Attributes,
  discourse: Discourse,
  at: Circumstances,
): Draft | null {
  const particles = at.lexicon.words("particle");
  return discourse.recentOf(
    familyOf(words, particles),
    (d) => d.kind === "person" && bearsName(d, words, particles) && mayBeOf(d, said),
  );
}

/** Whether somebody may be of the country a text names beside the name, where it names one. */
function mayBeOf({ code, assumed }: Draft, { countries }: Attributes): boolean {
  return countries.length === 0 || code === null || assumed || countries.some((c) => c.code === code);
}

/** “UAE President Sheikh Mohammed bin Zayed”, then “Sheikh Mohammed”: the same title with the given name, however it is spelled. */
function calledSo([given = ""]: readonly string[], said: Attributes, discourse: Discourse): Draft | null {
  const { titles } = said;
  if (titles.length === 0) return null;
  const key = spellingKey(given);
  const alike = (d: Draft): boolean =>
    d.words.length > 1 && spellingKey(d.words[0] ?? "") === key && titles.every((t) => d.titles.has(t.phrase));
  return discourse.recent((d) => d.kind === "person" && alike(d) && mayBeOf(d, said));
}

/** “Son said”: a common noun of the tables that is, by its capital, the name of somebody of the article. */
export function namesakeOf(scan: Scan, phrase: Phrase, discourse: Discourse): Draft | null {
  const { first, last, det } = phrase;
  if (first !== last || det !== null || !scan.capital(first) || phrase.countries.length > 0) return null;
  const word = scan.lower(first);
  return discourse.recentOf(word, (d) => d.kind === "person" && (d.words.at(-1) === word || d.words[0] === word));
}

/** A person of the article whose family name is also a place's (“Austin”), unless “in” or the like stands before. */
export function bearerOf(scan: Scan, phrase: Phrase, discourse: Discourse, at: Circumstances): Draft | null {
  if (
    phrase.first !== phrase.last ||
    /^(?:in|at|near|from|to|of|with|around|outside|the)$/.test(scan.lower(phrase.first - 1))
  )
    return null;
  const words = nameWords(scan, phrase.first, phrase.last);
  const particles = at.lexicon.words("particle");
  const known = discourse.recentOf(
    familyOf(words, particles),
    (d) => d.kind === "person" && bearsName(d, words, particles),
  );
  if (known !== null) return known;
  // A headline may name by family name whom the text names in full later.
  const [word] = words;
  const named = [...at.fullNames].find((p) => atomsOf(p.name).at(-1) === word);
  return named === undefined || word === undefined
    ? null
    : knownPerson(discourse, named, { ...phrase, countries: [] }, at);
}
