import { byCodeUnit } from "../base/span.js";
import type { Discourse, Draft } from "./draft.js";
import { type Attributes, type Circumstances, knownPerson } from "./named.js";
import { type Seat, seatOf } from "./offices.js";
import { isVoice, namedPair, pairNear, spokesmen } from "./pairs.js";
import { isSingular } from "./people.js";
import type { Phrase } from "./phrase.js";
import { HEADS, holderByTable, holds, plainSeat } from "./titled.js";

/**
 * Everyone a plural title means: by the countries it names, else the principals of the article.
 *
 * @param office The office they hold, where their title does not say it (“his counterparts”).
 */
export function resolvePlural(
  phrase: Phrase,
  discourse: Discourse,
  at: Circumstances,
  office: string | null = null,
): readonly Draft[] {
  if (phrase.former) return []; // “the former presidents”: nobody who holds the office
  const title = phrase.titles[0];
  const seatIn = (code: string | null): Seat => {
    if (office !== null) return plainSeat([office]);
    if (title === undefined) return plainSeat([...HEADS].sort(byCodeUnit));
    return singular(seatOf(title, code, at.day, at.lexicon));
  };
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
  // “expelled two diplomats”, “the European Union's ministers”: nobody who was named before.
  if ((phrase.det === null && (phrase.count !== null || phrase.first > 0)) || phrase.of !== null) return [];
  if (phrase.countries.length === 1 || (phrase.det !== "the" && phrase.det !== null && phrase.count === null))
    return [];
  if (phrase.count !== null && title !== undefined && /^spokes/.test(title.phrase))
    return spokesmen(phrase.count, discourse);
  if (title !== undefined && !/^(?:GOV|$)/.test(title.sector)) return [];
  if (title !== undefined && title.use === "role" && !at.lexicon.words("party-role").has(title.phrase)) return [];
  return principalsOf(phrase, discourse, seatIn(null));
}

function singular(seat: Seat): Seat {
  return { ...seat, offices: seat.offices.filter(isSingular) };
}

function principalsOf(phrase: Phrase, discourse: Discourse, seat: Seat): readonly Draft[] {
  const list = seatedList(discourse, seat).find((l) => l.length === (phrase.count ?? Math.max(3, l.length)));
  if (list !== undefined) return list;
  const ministers = phrase.titles[0]?.phrase.startsWith("minister") === true;
  const sits = (d: Draft): boolean => holds(d, seat) || (ministers && isMinister(d));
  const near =
    (phrase.count ?? 2) === 2 ? pairNear(phrase, discourse, isOpenTo(phrase, seat) ? () => true : sits) : null;
  if (near !== null) return isOfLeaders(phrase) ? (pairOfLead(near, phrase, discourse) ?? near) : near;
  const eligible = discourse.principals(
    (d) => d.role === "party" && d.sector[0] !== "ELI" && d.sector[0] !== "JRN" && !isVoice(d),
  );
  const held = eligible.filter(sits);
  // “The foreign ministers of the two countries will meet”: not the presidents who were just named.
  const office = phrase.titles[0]?.office ?? null;
  if (held.length < 2 && office !== null && !HEADS.has(office)) return [];
  const pool = held.length >= 2 ? held : eligible;
  const chosen: Draft[] = [];
  const most = phrase.count ?? 2;
  for (const draft of pool) {
    if (chosen.length >= most) break;
    if (draft.code === null || chosen.every((c) => c.code !== draft.code)) chosen.push(draft);
  }
  return chosen.length >= 2 ? chosen : [];
}

/** “the leaders”: no office, whoever leads. */
function isOfLeaders({ titles }: Phrase): boolean {
  return titles[0]?.use === "role" && titles[0].office === null;
}

/**
 * “Harris met with Marcos. Harris conveyed greetings from Biden to Marcos. The two leaders …”: the pair that the lead tells
 * of, where just one of it and somebody whom the lead does not name were told of last beside the other.
 */
function pairOfLead(near: readonly Draft[], { sentence }: Phrase, discourse: Discourse): readonly Draft[] | null {
  const lead = namedPair(discourse.leadFrom, discourse);
  const other = lead?.filter((d) => !near.includes(d)) ?? [];
  if (lead === null || other.length !== 1) return null;
  const beside = near.every(
    (d) => lead.includes(d) || !discourse.tracesIn(discourse.leadFrom).some((t) => t.draft === d),
  );
  const told = [sentence, sentence - 1].some((s) => discourse.tracesIn(s).some((t) => t.draft === other[0]));
  return beside && told ? lead : null;
}

/** “the two”, “the interlocutors”: anybody may be meant. */
function isOpenTo({ titles }: Phrase, seat: Seat): boolean {
  return titles.length === 0 || seat.offices.length === 0;
}

function isMinister({ officeKey, titles }: Draft): boolean {
  return officeKey?.endsWith("-minister") === true || [...titles].some((t) => /\bminister\b/.test(t));
}

/** The holders of a seat that the last group is of, with those named beside them, and without: “the Presidents” of a list just read. */
function seatedList(discourse: Discourse, seat: Seat): readonly (readonly Draft[])[] {
  const group = discourse.lastGroup;
  const seated = (d: Draft): boolean => d.kind === "person" && holds(d, seat);
  if (group === null || !group.drafts.every(seated)) return [];
  const beside = discourse.tracesIn(group.sentence).map((t) => t.draft);
  return [[...new Set([...beside.filter(seated), ...group.drafts])], group.drafts];
}
