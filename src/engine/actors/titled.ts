import { byCodeUnit } from "../base/span.js";
import type { Discourse, Draft } from "./draft.js";
import { emptyDraft } from "./draft.js";
import { homeOf } from "./home.js";
import { type Attributes, type Circumstances, codeOfSpell, knownPerson } from "./named.js";
import { isNationalOfficial } from "./national.js";
import { type Seat, seatOf } from "./offices.js";
import { isVoice, otherOf, writtenTo } from "./pairs.js";
import { covers, officeOn, type Person } from "./people.js";
import type { BodyEntry, Phrase, TitleEntry } from "./phrase.js";
import { toldLast } from "./told-last.js";

/** Offices of those who lead a state or its government. */
export const HEADS: ReadonlySet<string> = new Set(["head-of-state", "head-of-government", "de-facto-leader"]);
/** Offices that many hold at a time: the tables have some of them, and “the envoy” may be any. */
const SHARED: ReadonlySet<string> = new Set([
  "ambassador",
  "assistant-secretary",
  "commissioner",
  "defence-deputy",
  "foreign-deputy",
  "presidential-aide",
  "special-envoy",
]);

/**
 * Who is meant by a title without a name: “the Russian president”, “the Secretary”, “his Kazakh counterpart”.
 *
 * @param possessor The person “his” or “her” means, for counterparts.
 */
export function resolveTitled(
  phrase: Phrase,
  said: Attributes,
  discourse: Discourse,
  at: Circumstances,
  possessor: Draft | null,
): Draft | null {
  const title = phrase.titles[0];
  if (title === undefined) return null;
  if (at.lexicon.words("counterpart").has(title.phrase)) return counterpart(phrase, said, discourse, at, possessor);
  const codes = new Set([
    ...said.countries.map((c) => c.code),
    ...(said.of?.code === undefined || said.of.code === null ? [] : [said.of.code]),
  ]);
  if (/^(?:an?|any|another|some)$/.test(phrase.det ?? "")) return unnamedOfficial(phrase, said, discourse, at);
  // Two envoys of one country are two where they are sent to two.
  const seat = seatOf(title, [...codes][0] ?? null, at.day, at.lexicon);
  if (said.former) {
    const once = discourse.recent((d) => heldBefore(d, seat, codes, at));
    if (once !== null) return once;
  }
  if (codes.size === 0 && phrase.det === "the" && !said.deputy) {
    const called = discourse.recent((d) => isSomebody(d) && d.titles.has(title.phrase));
    if (called?.kind === "unnamed" && isVoice(called)) return called; // “a spokesman for X”, then “the spokesman”
  }
  const last = toldLast(phrase, said, discourse, at);
  if (last !== null) return last;
  const inText = phrase.post !== null ? null : earlierBearer(title, seat, said, codes, discourse, at.home);
  if (inText !== null) return inText;
  const byTable =
    said.former || said.deputy || seat.offices.some((o) => SHARED.has(o)) ? null : holderByTable(seat, said, at);
  if (byTable !== null) return knownPerson(discourse, byTable, said, at);
  if (codes.size === 0 && (phrase.det === "the" || phrase.det === null) && !said.deputy) {
    const holder =
      discourse.recent((d) => holds(d, seat)) ??
      (phrase.det === "the" ? discourse.recent((d) => isCalledSo(d, title, said.former)) : null);
    if (holder !== null) return holder;
  }
  return unnamedOfficial(phrase, said, discourse, at);
}

/** Whether somebody nameless was called by a title; “the president” is no former one. */
function isCalledSo({ kind, titles, sector }: Draft, { phrase }: TitleEntry, former: boolean): boolean {
  return kind === "unnamed" && titles.has(phrase) && (former || sector[0] !== "ELI");
}

function isSomebody({ kind }: Draft): boolean {
  return kind === "person" || kind === "unnamed";
}

/** Whether somebody holds the seat: “the pope” is no president. */
export function holds(draft: Draft, seat: Seat): boolean {
  return draft.officeKey !== null && seat.offices.includes(draft.officeKey) && seat.fits(draft.office ?? "");
}

/** Whether the tables have a person in a seat that was left before the day: “the former Irish president”, whatever she is now. */
function heldBefore({ person }: Draft, seat: Seat, codes: ReadonlySet<string>, at: Circumstances): boolean {
  if (person === null) return false;
  return person.spells.some(
    (s) =>
      (codes.size === 0 || codes.has(codeOfSpell(s, at.lexicon))) &&
      seat.offices.includes(s.office) &&
      seat.fits(s.title) &&
      s.to !== "" &&
      (at.day === null || s.to < at.day),
  );
}

/** Somebody the article has already called so, of that country if one is named; of several, the report's own side first. */
function earlierBearer(
  title: TitleEntry,
  seat: Seat,
  said: Attributes,
  codes: ReadonlySet<string>,
  discourse: Discourse,
  home: string | null,
): Draft | null {
  const fits = (d: Draft): boolean => {
    if (d.kind !== "person") return false;
    if (codes.size > 0 && (d.code === null || !codes.has(d.code))) return false;
    if (said.former && d.sector[0] !== "ELI") return false;
    if (d.titles.has(title.phrase)) return true;
    // “his Ethiopian counterpart, X”, then “the Ethiopian minister”
    if (title.phrase === "minister" && !said.deputy && d.officeKey?.endsWith("-minister") === true) return true;
    if (
      said.titles.length === 1 &&
      [...d.titles].some((t) => t.endsWith(` ${title.phrase}`) || t.startsWith(`${title.phrase} `))
    )
      return true;
    return !said.deputy && holds(d, seat);
  };
  if (codes.size > 0) return discourse.recent(fits);
  const latest = discourse.recent(fits);
  if (latest === null || said.deputy) return latest;
  // A Secretary of State is a foreign minister too, but not beside somebody who is called so.
  const called = (d: Draft): boolean => fits(d) && d.titles.has(title.phrase);
  const literal = seat.offices.some((o) => HEADS.has(o)) ? null : discourse.recent(called);
  const meant = literal === null ? fits : called;
  const own = discourse.recent((d) => meant(d) && d.code !== null && d.code === home);
  return own ?? (home === null ? discourse.firstNamed(meant) : null) ?? literal ?? latest;
}

/** Who holds a seat by the tables, of the country or body said; `null` where they have nobody or several. */
export function holderByTable(seat: Seat, said: Attributes, at: Circumstances): Person | null {
  const [country] = said.countries;
  // A government's own text leaves its own country out: “The President spoke today with …”.
  const key =
    said.of?.kind === "organisation" ? said.of.key : (country?.code ?? (said.of?.code == null ? at.publisher : null));
  if (key === null) return null;
  const found = new Set<Person>();
  for (const office of seat.offices) {
    for (const person of at.fullNames) if (personHeld(person, key, office, seat, at)) found.add(person);
    if (at.day !== null && found.size === 0)
      for (const person of at.lexicon.holders(key, office, at.day))
        if (sits(person, key, office, seat, at.day)) found.add(person);
    if (found.size === 1) break;
  }
  return found.size === 1 ? ([...found][0] ?? null) : null;
}

function personHeld(person: Person, key: string, office: string, seat: Seat, at: Circumstances): boolean {
  const spells = at.day === null ? person.spells : person.spells.filter((s) => s === officeOn(person, at.day ?? ""));
  return spells.some((s) => s.country === key && s.office === office && seat.fits(s.title));
}

/** Who holds the office of a body that is somebody's seat (“the Kremlin”); `null` for another body, or without a day. */
export function officeBearer(phrase: Phrase, discourse: Discourse, at: Circumstances): Draft | null {
  const { entry } = phrase;
  if (entry?.kind !== "body" || entry.office === null || entry.code === null || at.day === null) return null;
  const [person, other] = at.lexicon.holders(entry.code, entry.office, at.day);
  if (person === undefined || other !== undefined) return null;
  return knownPerson(discourse, person, NOTHING_SAID, at);
}

const NOTHING_SAID: Attributes = { titles: [], countries: [], of: null, former: false, elect: false, deputy: false };

/** Whether somebody held an office on a day under a title of the seat. */
function sits(person: Person, key: string, office: string, seat: Seat, day: string): boolean {
  return person.spells.some((s) => s.country === key && s.office === office && covers(s, day) && seat.fits(s.title));
}

/** “his colleague”, “the French counterpart”: the other party, or the holder of the same office elsewhere. */
function counterpart(
  phrase: Phrase,
  said: Attributes,
  discourse: Discourse,
  at: Circumstances,
  possessor: Draft | null,
): Draft | null {
  const codes = new Set(said.countries.map((c) => c.code));
  const self = possessor ?? discourse.principals(() => true)[0] ?? null;
  if (codes.size > 0) {
    const known = discourse.recent(
      (d) =>
        d.kind === "person" &&
        d !== self &&
        d.code !== null &&
        codes.has(d.code) &&
        (self?.officeKey == null || d.officeKey === self.officeKey),
    );
    if (known !== null) return known;
    const office = self?.officeKey ?? null;
    const byTable = office === null ? null : holderByTable(plainSeat([office]), said, at);
    if (byTable !== null) return knownPerson(discourse, byTable, said, at);
    const heads =
      office !== null && HEADS.has(office) ? holderByTable(plainSeat([...HEADS].sort(byCodeUnit)), said, at) : null;
    return heads !== null ? knownPerson(discourse, heads, said, at) : unnamedOfficial(phrase, said, discourse, at);
  }
  if (phrase.det === "a" || phrase.det === "an") return null;
  return otherParty(phrase, self, possessor, discourse, at);
}

/** Who is called so only by the story: “the visitor”, “his caller”. */
const HERE = /^(?:addressee|recipient|visitor|caller)$/;

function isBare({ first, last, head, det, of, extent }: Phrase): boolean {
  const alone = last === head && head - first === (det === null ? 0 : 1) && (extent === null || extent[1] <= last);
  return alone && of === null && /^(?:the|his|her)$/.test(det ?? "");
}

/** “his colleague”, “the guest”, where no country is said: whom he was told of with, or the other one the report is about. */
function otherParty(
  phrase: Phrase,
  self: Draft | null,
  possessor: Draft | null,
  discourse: Discourse,
  at: Circumstances,
): Draft | null {
  const subject = discourse.tracesIn(phrase.sentence).find((t) => t.draft.kind === "person" && !t.shared && !t.quoted);
  const of = possessor ?? subject?.draft ?? null;
  const role = phrase.titles[0]?.phrase ?? "";
  if (HERE.test(role) && !isBare(phrase)) return null; // “the largest recipient of aid”
  if (/^(?:addressee|recipient)$/.test(role)) return writtenTo(phrase, discourse);
  const other = of === null ? null : otherOf(of, phrase, discourse);
  if (other !== null) return other;
  if (of === null && at.home !== null && /^(?:guest|host|visitor)$/.test(role)) {
    // Who came to the country the report is from is its guest.
    const [meant] = discourse.principals((d) => d.code !== null && (d.code === at.home) === (role === "host"));
    if (meant !== undefined) return meant;
  }
  const fits = (d: Draft): boolean => d !== self && d.code !== self?.code && d.code !== null;
  const others = discourse.principals(fits);
  if (others.length < 2) return others[0] ?? null;
  return discourse.firstNamed((d) => others.includes(d)) ?? others[0] ?? null; // of several the one the report is about
}

/** An official the text does not name: an actor by description. */
function unnamedOfficial(phrase: Phrase, said: Attributes, discourse: Discourse, at: Circumstances): Draft | null {
  const title = phrase.titles[0];
  if (
    title === undefined ||
    title.use === "honorific" ||
    (title.use === "role" && said.countries.length === 0 && said.of === null)
  )
    return null;
  const code = said.countries[0]?.code ?? said.of?.code ?? (/^(?:GOV|MIL)/.test(title.sector) ? at.publisher : null);
  const owner = said.countries[0]?.name ?? said.of?.name ?? null;
  const sent = phrase.post?.name ?? null;
  const rank = `${said.former ? "former " : ""}${said.deputy ? "deputy " : ""}`;
  const phraseName = `${rank}${title.phrase}${owner === null ? "" : ` of ${owner}`}${sent === null ? "" : ` to ${sent}`}`;
  const draft = discourse.obtain(`title:${phraseName}`, () =>
    emptyDraft(phraseName, "unnamed", "an office-holder the text does not name"),
  );
  if (draft.code === null && code === null && isNationalOfficial(said)) {
    draft.code = homeOf(phrase, discourse, at);
    draft.assumed = draft.code !== null;
  } else draft.code ??= code;
  draft.titles.add(title.phrase);
  const presides = headsNoState(title, said.of);
  if (draft.sector.length === 0 && (title.sector === "" || presides) && said.of?.sector)
    draft.sector = said.of.sector.split("|");
  if (draft.sector.length === 0 && title.sector !== "") draft.sector = said.former ? ["ELI"] : title.sector.split("|");
  draft.officeKey ??= said.deputy || said.former || presides ? null : title.office;
  return draft;
}

/** “the president of Toyota”: a title of heads of state, in a body that is no state's. */
export function headsNoState({ office }: TitleEntry, of: BodyEntry | null): boolean {
  return HEADS.has(office ?? "") && of !== null && of.sector !== "" && !/^(?:GOV|IGO|LEG|MIL)/.test(of.sector);
}

/** A seat of any of some offices. */
export function plainSeat(offices: readonly string[]): Seat {
  return { offices, fits: () => true };
}
