import { byCodeUnit } from "../base/span.js";
import type { Discourse, Draft } from "./draft.js";
import { emptyDraft } from "./draft.js";
import { type Attributes, type Circumstances, codeOfSpell, knownPerson } from "./named.js";
import { type Seat, seatOf } from "./offices.js";
import { covers, isSingular, officeOn, type Person } from "./people.js";
import type { Phrase, TitleEntry } from "./phrase.js";

const HEADS: ReadonlySet<string> = new Set(["head-of-state", "head-of-government", "de-facto-leader"]);
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
  const inText = phrase.post !== null ? null : earlierBearer(title, seat, said, codes, discourse, at.home);
  if (inText !== null) return inText;
  const byTable =
    said.former || said.deputy || seat.offices.some((o) => SHARED.has(o)) ? null : holderByTable(seat, said, at);
  if (byTable !== null) return knownPerson(discourse, byTable, said, at);
  if (codes.size === 0 && (phrase.det === "the" || phrase.det === null) && !said.deputy) {
    const holder =
      discourse.recent((d) => holds(d, seat)) ??
      (phrase.det === "the" ? discourse.recent((d) => d.kind === "unnamed" && d.titles.has(title.phrase)) : null);
    if (holder !== null) return holder;
  }
  return unnamedOfficial(phrase, said, discourse, at);
}

/** Whether somebody holds the seat: “the pope” is no president. */
function holds(draft: Draft, seat: Seat): boolean {
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
  const recent = discourse.recent(fits);
  if (recent === null || said.deputy) return recent;
  const own = discourse.recent((d) => fits(d) && d.code !== null && d.code === home);
  return own ?? (home === null ? discourse.firstNamed(fits) : null) ?? recent;
}

function holderByTable(seat: Seat, said: Attributes, at: Circumstances): Person | null {
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
  const others = discourse.principals((d) => d !== self && d.code !== self?.code && d.code !== null);
  return others[0] ?? null;
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
  draft.code ??= code;
  draft.titles.add(title.phrase);
  if (draft.sector.length === 0 && title.sector === "" && said.of?.sector) draft.sector = said.of.sector.split("|");
  if (draft.sector.length === 0 && title.sector !== "") draft.sector = said.former ? ["ELI"] : title.sector.split("|");
  draft.officeKey ??= said.deputy || said.former ? null : title.office;
  return draft;
}

/** Everyone a plural title means: by the countries it names, else the principals of the article. */
export function resolvePlural(phrase: Phrase, discourse: Discourse, at: Circumstances): readonly Draft[] {
  const title = phrase.titles[0];
  const seatIn = (code: string | null): Seat =>
    title === undefined ? plainSeat([...HEADS].sort(byCodeUnit)) : singular(seatOf(title, code, at.day, at.lexicon));
  if (phrase.countries.length >= 2) {
    const drafts = phrase.countries.map((country) => {
      const code = country.code;
      const seat = seatIn(code);
      const known = discourse.recent(
        (d) => d.kind === "person" && d.code === code && (seat.offices.length === 0 || holds(d, seat)),
      );
      if (known !== null) return known;
      const said: Attributes = {
        titles: phrase.titles,
        countries: [country],
        of: null,
        former: false,
        elect: false,
        deputy: false,
      };
      const byTable = holderByTable(seat, said, at);
      return byTable === null ? null : knownPerson(discourse, byTable, said, at);
    });
    return [...new Set(drafts.flatMap((d) => (d === null ? [] : [d])))];
  }
  if (phrase.det === null && phrase.count === null && phrase.first > 0) return [];
  if (phrase.countries.length === 1 || (phrase.det !== "the" && phrase.det !== null && phrase.count === null))
    return [];
  if (title !== undefined && !/^(?:GOV|$)/.test(title.sector)) return [];
  if (title !== undefined && title.use === "role" && !at.lexicon.words("party-role").has(title.phrase)) return [];
  return principalsOf(phrase, discourse, seatIn(null));
}

function plainSeat(offices: readonly string[]): Seat {
  return { offices, fits: () => true };
}

function singular(seat: Seat): Seat {
  return { ...seat, offices: seat.offices.filter(isSingular) };
}

function principalsOf(phrase: Phrase, discourse: Discourse, seat: Seat): readonly Draft[] {
  const list = seatedList(discourse, seat).find((l) => l.length === (phrase.count ?? Math.max(3, l.length)));
  if (list !== undefined) return list;
  const eligible = discourse.principals(
    (d) => d.role === "party" && d.sector[0] !== "ELI" && d.sector[0] !== "JRN" && !isVoice(d),
  );
  const ministers = phrase.titles[0]?.phrase.startsWith("minister") === true;
  const held = eligible.filter((d) => holds(d, seat) || (ministers && d.officeKey?.endsWith("-minister") === true));
  const pool = held.length >= 2 ? held : eligible;
  const chosen: Draft[] = [];
  const most = phrase.count ?? 2;
  for (const draft of pool) {
    if (chosen.length >= most) break;
    if (draft.code === null || chosen.every((c) => c.code !== draft.code)) chosen.push(draft);
  }
  return chosen.length >= 2 ? chosen : [];
}

/** The holders of a seat that the last group is of, with those named beside them, and without: “the Presidents” of a list just read. */
function seatedList(discourse: Discourse, seat: Seat): readonly (readonly Draft[])[] {
  const group = discourse.lastGroup;
  const seated = (d: Draft): boolean => d.kind === "person" && holds(d, seat);
  if (group === null || !group.drafts.every(seated)) return [];
  const beside = discourse.tracesIn(group.sentence).map((t) => t.draft);
  return [[...new Set([...beside.filter(seated), ...group.drafts])], group.drafts];
}

function isVoice(draft: Draft): boolean {
  return draft.officeKey === "spokesperson" || [...draft.titles].some((t) => /^(?:press secretary|spokes)/.test(t));
}
