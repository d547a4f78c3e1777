import { byCodeUnit } from "../base/span.js";
import { atomsOf } from "./atoms.js";
import { type Discourse, type Draft, emptyDraft } from "./draft.js";
import type { ActorLexicon, Country } from "./lexicon.js";
import { isGenerally } from "./offices.js";
import { ownSpell } from "./own/entries.js";
import { covers, latestOffice, leadsSoonOrLately, officeOn, officeRank, type Person, type Spell } from "./people.js";
import type { BodyEntry, TitleEntry } from "./phrase.js";

/** What a text says of a named person besides the name. */
export interface Attributes {
  readonly titles: readonly TitleEntry[];
  readonly countries: readonly Country[];
  readonly of: BodyEntry | null;
  readonly former: boolean;
  readonly elect: boolean;
  readonly deputy: boolean;
}

/** Attributes of a phrase together with those of the phrase it stands in apposition to. */
export function withPartner(phrase: Attributes, partner: Attributes | null): Attributes {
  if (partner === null) return phrase;
  return {
    titles: [...phrase.titles, ...partner.titles],
    countries: [...phrase.countries, ...partner.countries],
    of: phrase.of ?? partner.of,
    former: phrase.former || partner.former,
    elect: phrase.elect || partner.elect,
    deputy: phrase.deputy || partner.deputy,
  };
}

/** The article's circumstances, as far as they decide who is meant. */
export interface Circumstances {
  readonly lexicon: ActorLexicon;
  /** ISO day the offices are looked up for, or `null` when not known. */
  readonly day: string | null;
  /** Code of the government that publishes the text itself, or `null`. */
  readonly publisher: string | null;
  /** Code of the country the report is from (publisher, dateline or agency), or `null`. */
  readonly home: string | null;
  /** The place of the dateline, or `null`. */
  readonly place: string | null;
  /** Code of the country of the agency or outlet whose report it is, or `null`. */
  readonly press: string | null;
  /** Persons of the tables the article names in full. */
  readonly fullNames: ReadonlySet<Person>;
}

/** PLOVER code of a spell's country or organisation. */
export function codeOfSpell(spell: Spell, lexicon: ActorLexicon): string {
  return spell.country.startsWith("org:") ? (lexicon.organisations.get(spell.country)?.code ?? "IGO") : spell.country;
}

/** Codes of whatever a person of the tables has held an office of. */
export function codesOf(person: Person, lexicon: ActorLexicon): ReadonlySet<string> {
  const codes = new Set(person.spells.map((spell) => codeOfSpell(spell, lexicon)));
  if (person.code !== null) codes.add(person.code);
  return codes;
}

/** Chooses whom of the tables a name means, by country, office and day; `null` when none fits well enough. */
export function choosePerson(
  candidates: readonly Person[],
  said: Attributes,
  at: Circumstances,
  minimum: number,
): Person | null {
  const scored = candidates.map((person) => ({ person, score: scorePerson(person, said, at) }));
  scored.sort(
    (a, b) =>
      b.score - a.score ||
      byCodeUnit(a.person.name, b.person.name) ||
      byCodeUnit(a.person.born ?? "", b.person.born ?? ""),
  );
  const [best, second] = scored;
  if (best === undefined || best.score < minimum) return null;
  if (second !== undefined && second.score === best.score && candidates.length > 1 && minimum > 0) return null;
  return best.person;
}

const OWN = 20; // more than all else together: the user's own rows win

function scorePerson(person: Person, said: Attributes, at: Circumstances): number {
  const codes = codesOf(person, at.lexicon);
  const offices = new Set(person.spells.map((s) => s.office));
  let score = (at.fullNames.has(person) ? 6 : 0) + (person.own.length > 0 ? OWN : 0);
  const said1 = said.countries.map((c) => c.code);
  if (said1.length > 0) score += said1.some((c) => codes.has(c)) ? 4 : -6;
  else if (at.publisher !== null && codes.has(at.publisher)) score += 1;
  const wanted = said.titles.map((t) => t.office).filter((o) => o !== null);
  const left = leftOffice(person, said, at.day);
  if (left !== null) score += left ? 4 : -1;
  else if (wanted.length > 0) score += wanted.some((o) => offices.has(o)) ? 3 : -1;
  else if (isMinister(person, said, at.day)) score += 3;
  if (at.day === null) score += fame(person);
  const now = at.day === null ? null : officeOn(person, at.day);
  if (now !== null) score += 4 - Math.min(officeRank(now.office), 6) / 3;
  else if (left !== true && at.day !== null && leadsSoonOrLately(person, at.day)) score += BY_NAME_ALONE;
  else if (
    left !== true &&
    at.day !== null &&
    person.spells.length > 0 &&
    person.spells.every((s) => s.to !== "" && at.day !== null && s.to < `${Number(at.day.slice(0, 4)) - 8}`)
  )
    score -= 3;
  return score;
}

const BY_NAME_ALONE = 3.65; // enough for a family name alone, less than whoever leads a state on the day

/** “Secretary Blinken”, “Minister Lavrov”: whether a title of ministers in general fits an office held on the day. */
function isMinister({ spells }: Person, { titles }: Attributes, day: string | null): boolean {
  if (day === null) return false;
  return titles.some((title) => spells.some((spell) => covers(spell, day) && isGenerally(title, spell)));
}

/**
 * “Former President Clinton”: whether somebody has left an office of which the text says so; `null` where it says that of
 * none.
 */
function leftOffice({ spells }: Person, { titles, former }: Attributes, day: string | null): boolean | null {
  const offices = titles.flatMap((title) => title.office ?? []);
  if (!former || offices.length === 0) return null;
  return spells.some((s) => offices.includes(s.office) && s.to !== "" && (day === null || s.to < day));
}

/** Without a day, a name alone means whoever was head of a state or government, rather the one who left last; of two, neither. */
function fame(person: Person): number {
  const led = person.spells.filter((s) => officeRank(s.office) < officeRank("chief"));
  if (led.length === 0) return 0;
  return 4 + (led.some((s) => s.to === "" || s.to >= RECENT) ? 1 : 0);
}

const RECENT = "2014"; // whoever left before has long been out of the news

/** The draft of a person of the tables, as of the day. */
export function knownPerson(discourse: Discourse, person: Person, said: Attributes, at: Circumstances): Draft {
  const key = `person:${person.name}|${person.born ?? ""}`;
  const draft = discourse.obtain(key, () => ({
    ...emptyDraft(person.name, "person", `${person.name}, by name in the table of office-holders`),
    wikidata: person.wikidata,
    gender: person.gender,
    born: person.born,
    person,
    words: atomsOf(person.name),
  }));
  for (const title of said.titles) draft.titles.add(title.phrase);
  settleOffice(draft, person, said, at);
  return draft;
}

function settleOffice(draft: Draft, person: Person, said: Attributes, at: Circumstances): void {
  const own = ownSpell(person.own, at.day);
  if (own !== null) {
    draft.code = own.code;
    draft.sector = [...own.sector];
    draft.office = own.office;
    draft.why = `${person.name}, by the rows given`;
    return;
  }
  if (draft.code !== null && said.titles.length === 0) return;
  const spell = spellFor(person, said, at);
  if (spell === null) {
    draft.code ??= person.code ?? said.countries[0]?.code ?? null;
    if (draft.sector.length === 0 && person.sector !== null) draft.sector = [person.sector];
    return;
  }
  const holds = at.day === null ? !said.former : covers(spell, at.day);
  const owner =
    at.lexicon.organisations.get(spell.country)?.name ?? at.lexicon.countries.get(spell.country)?.name ?? spell.country;
  const code = codeOfSpell(spell, at.lexicon);
  if (!holds && saysOffice(said, code)) {
    settleByText(draft, said);
    return;
  }
  draft.code = code;
  if (holds || (!said.former && said.titles.some((t) => t.office === spell.office) && !said.elect)) {
    draft.sector = [spell.country.startsWith("org:") ? "IGO" : "GOV"];
    draft.office = `${spell.title} of ${owner}`;
    draft.officeKey = spell.office;
    draft.why = at.day === null ? `${person.name}, ${draft.office}` : `${person.name}, ${draft.office} on ${at.day}`;
  } else {
    const sector = said.titles[0]?.sector;
    draft.sector = sector !== undefined && sector !== "" && !said.former && !said.elect ? sector.split("|") : ["ELI"];
    draft.office = null;
    draft.officeKey = null;
    draft.why = `${person.name}, not in office on ${at.day ?? "the day"} by the table`;
  }
}

/** Whether the text itself gives an office in another country than the table's last: somebody who has moved on. */
function saysOffice(said: Attributes, code: string): boolean {
  if (said.former || said.elect || said.countries.length === 0 || said.of?.code != null) return false;
  return said.titles.some((t) => t.sector === "GOV") && said.countries.every((c) => c.code !== code);
}

function settleByText(draft: Draft, said: Attributes): void {
  const title = said.titles.find((t) => t.sector === "GOV") ?? null;
  const country = said.countries[0] ?? null;
  draft.code = country?.code ?? null;
  draft.sector = ["GOV"];
  draft.office = title === null || country === null ? null : `${title.phrase} of ${country.name}`;
  draft.officeKey = said.deputy ? null : (title?.office ?? null);
  draft.why = `${draft.name}, in an office the text gives and the table does not`;
}

function spellFor(person: Person, said: Attributes, at: Circumstances): Spell | null {
  const offices = said.titles.map((t) => t.office);
  const codes = new Set(said.countries.map((c) => c.code));
  // “UN Secretary-General X”, who led another body before.
  const ofBody = person.spells.filter((s) => at.lexicon.organisations.get(s.country)?.name === said.of?.name);
  const ofCountry =
    ofBody.length > 0 && said.of !== null
      ? ofBody
      : person.spells.filter((s) => codes.size === 0 || codes.has(codeOfSpell(s, at.lexicon)));
  const matching = ofCountry.filter((s) => offices.includes(s.office));
  if (at.day !== null) {
    const day = at.day;
    return (
      matching.find((s) => covers(s, day)) ??
      officeOn(person, day) ??
      latestOffice({ spells: matching }, day) ??
      latestOffice(person, day) ??
      person.spells[0] ??
      null
    );
  }
  const last = [...matching].sort((a, b) => byCodeUnit(a.from, b.from) || byCodeUnit(a.office, b.office)).at(-1);
  return last ?? latestOffice({ spells: ofCountry }, null) ?? latestOffice(person, null);
}
