import type { Discourse, Draft } from "./draft.js";
import type { Phrase } from "./phrase.js";
import type { Scan } from "./scan.js";

const NEAR = 2; // sentences over which “the two” are the pair told of last
const FAR = 4; // sentences over which somebody's counterpart is whom a sentence told of him with

/** “Later A met with B. They …”: the two people a sentence tells of, when it names just two, of two countries. */
export function namedPair(sentence: number, discourse: Discourse): readonly Draft[] | null {
  const named = discourse.tracesIn(sentence).filter((t) => t.draft.kind === "person" && t.named);
  return pairOf(named.map((t) => t.draft).filter((d) => d.role === "party"));
}

/** The two people a sentence tells of, by name or title, when it tells of just two, of two countries. */
export function pairTold(sentence: number, discourse: Discourse): readonly Draft[] | null {
  return pairOf(peopleIn(discourse, sentence, null));
}

/**
 * The two people told of together last, up to a phrase: those of its own sentence, else of the nearest before; `null` where
 * nobody stands with just one other, or more than two are told of in between.
 */
export function pairNear(
  { first, sentence }: Pick<Phrase, "first" | "sentence">,
  discourse: Discourse,
  fits: (draft: Draft) => boolean,
): readonly Draft[] | null {
  const seen = new Set<Draft>();
  for (let at = sentence; at >= sentence - NEAR; at--) {
    const people = peopleIn(discourse, at, at === sentence ? first : null).filter(fits);
    for (const draft of people) seen.add(draft);
    if (seen.size > 2) return null;
    if (people.length === 2) return pairOf(people);
  }
  return null;
}

/** “his colleague”, “the guest”: whom the nearest sentence with somebody and just one other tells of beside him. */
export function otherOf(
  self: Draft,
  { first, sentence }: Pick<Phrase, "first" | "sentence">,
  discourse: Discourse,
): Draft | null {
  for (let at = sentence; at >= sentence - FAR; at--) {
    const people = personsIn(discourse, at, at === sentence ? first : null);
    if (people.includes(self) && people.length > 1) return pairOf(people)?.find((d) => d !== self) ?? null;
  }
  return null;
}

/** “the letter assures [the addressee]”: the second of the two persons whom the nearest sentence before tells of. */
export function writtenTo({ sentence }: Pick<Phrase, "sentence">, discourse: Discourse): Draft | null {
  for (let at = sentence - 1; at >= sentence - FAR; at--) {
    const people = personsIn(discourse, at, null);
    if (people.length > 1) return pairOf(people)?.[1] ?? null;
  }
  return null;
}

/** “A of X, B of Y and C of Z”: the persons named one right after the other, three or more of them; else empty. */
export function namedInRow(scan: Scan, resolved: ReadonlyMap<Phrase, readonly Draft[]>): readonly Draft[] {
  let row: Draft[] = [];
  let end = -1;
  for (const [phrase, [draft]] of resolved) {
    if (phrase.first <= end) continue;
    const person = phrase.kind === "person" && phrase.name !== null && draft?.kind === "person";
    if (!person || row.length === 0 || !joined(scan, end + 1, phrase.first - 1)) {
      if (row.length > 2) break;
      row = [];
    }
    if (person && !row.includes(draft)) row.push(draft);
    end = phrase.last;
  }
  return row.length > 2 ? row : [];
}

/** Whether only commas, semicolons and “and” stand in a range. */
function joined(scan: Scan, from: number, to: number): boolean {
  if (to < from || to - from > 2) return false;
  for (let i = from; i <= to; i++) if (!/^(?:[,;&]|and|the)$/.test(scan.lower(i))) return false;
  return true;
}

/** The people with a part in what a sentence tells, in order of the text; those who only pass it on have none. */
function peopleIn(discourse: Discourse, sentence: number, before: number | null): readonly Draft[] {
  const traces = discourse.tracesIn(sentence).filter((t) => !t.quoted && (before === null || t.last < before));
  return [...new Set(traces.map((t) => t.draft))].filter((d) => isActing(d) && !isVoice(d));
}

/** The persons a sentence tells of, up to a token where one is given, each where it first mentions him. */
export function personsIn(discourse: Discourse, sentence: number, before: number | null): readonly Draft[] {
  return peopleIn(discourse, sentence, before).filter((d) => d.kind === "person");
}

function isActing({ kind, role, officeKey }: Draft): boolean {
  return role === "party" && (kind === "person" || (kind === "unnamed" && officeKey !== null));
}

function pairOf(drafts: readonly Draft[]): readonly Draft[] | null {
  const [a, b, ...more] = [...new Set(drafts)];
  if (a === undefined || b === undefined || more.length > 0) return null;
  return a.code !== null && b.code !== null && a.code !== b.code ? [a, b] : null;
}

const MOST_TRACES = 200; // mentions looked through for who spoke for either side

/** “both spokesmen”: those who speak for the two sides, as told of last. */
export function spokesmen(count: number, discourse: Discourse): readonly Draft[] {
  const found: Draft[] = [];
  const last = discourse.traces.length - 1;
  for (let at = last; at >= 0 && at > last - MOST_TRACES && found.length < count; at--) {
    const draft = discourse.traces[at]?.draft;
    if (draft === undefined || !/^(?:person|unnamed)$/.test(draft.kind) || !isVoice(draft)) continue;
    if (found.every((d) => d.code !== draft.code)) found.unshift(draft);
  }
  return found.length === count ? found : [];
}

/** Whether somebody speaks for others. */
export function isVoice({ officeKey, titles }: Draft): boolean {
  return officeKey === "spokesperson" || [...titles].some((t) => /^(?:press secretary|spokes)/.test(t));
}
