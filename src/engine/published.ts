import type { ActorLexicon } from "./actors/lexicon.js";
import { spellsCalled } from "./actors/spells.js";
import type { ActorTable, Mention } from "./actors/types.js";
import { addDays, dayOfWeek, daysOf, parseDay } from "./base/day.js";
import {
  type Birthday,
  inferPublished,
  type PublicationDoubt,
  publicationDoubts,
  type Tenure,
  type TimeLexicon,
} from "./dates/index.js";
import type { TimeExpression } from "./dates/types.js";
import type { Article, SourceDocument } from "./document/types.js";
import type { Sentence } from "./language/types.js";

/** Day of publication, with how it is known. Days are ISO, or prefixes where less is known. */
export interface Published {
  readonly value: string;
  readonly earliest: string;
  readonly latest: string;
  readonly basis: "metadata" | "dateline" | "content" | "option";
  readonly why: string;
}

/** What the text itself offers for dating it. */
interface Found {
  readonly sentences: readonly Sentence[];
  readonly actors: ActorTable;
  readonly times: readonly TimeExpression[];
  readonly lexicon: TimeLexicon;
  /** Who held which office when. */
  readonly people: ActorLexicon;
}

/**
 * Works out the day of publication: as the user says, else as the metadata say, else as printed in the dateline, else
 * from facts in the text; `null` when nothing decides.
 */
export function publishedOf(
  article: Article,
  options: { readonly published?: string | undefined },
  document: SourceDocument,
  found: Found | null,
): Published | null {
  const given = isoDay(options.published);
  if (given !== null) return exactly(given, "option", "given on the command line");
  const metadata = isoDay(article.published);
  if (metadata !== null) return exactly(metadata, "metadata", "given with the article");
  const printed = document.printedDay;
  if (printed !== null && /^\d{4}/.test(printed.value))
    return exactly(printed.value, "dateline", `printed in the article: “${document.text.slice(...printed.span)}”`);
  return found === null ? null : inferPublished(factsOf(document, found));
}

/** “ABIDJAN, Wednesday —”, “Lima (Thursday):”: a weekday right behind the place of a dateline. */
const DATELINE_WEEKDAY = /^[^\n—–:]{0,24}[ ,.(](Sun|Mon|Tues|Wednes|Thurs|Fri|Satur)day\)?[ ,.]{0,2}(?:[—–:(/-]|$)/;
const WEEKDAYS = ["Sun", "Mon", "Tues", "Wednes", "Thurs", "Fri", "Satur"];

/**
 * The day from which a report counts “today”: the weekday of its dateline where the paper that printed it came out on a
 * later day; else the day of publication.
 */
export function newsOf(document: SourceDocument, published: Published | null): Published | null {
  const { dateline } = document;
  const day = published === null || published.basis === "content" ? null : parseDay(published.value.slice(0, 10));
  if (published === null || day === null || dateline === null) return published;
  const [, name] = DATELINE_WEEKDAY.exec(document.text.slice(dateline.span[1], dateline.span[1] + 48)) ?? [];
  if (name === undefined) return published;
  const value = addDays(day, -((dayOfWeek(day) - WEEKDAYS.indexOf(name) + 7) % 7));
  return { ...published, value, earliest: value, latest: value };
}

/** What the text says against its day: ages on known birthdays that do not fall where it puts them. */
export function doubtsAbout(
  document: SourceDocument,
  published: Published | null,
  found: Found,
): readonly PublicationDoubt[] {
  const given = published === null || published.basis === "content" ? null : published.value;
  return publicationDoubts(factsOf(document, found), given);
}

/** What dates the text: its time expressions and the birthdays of the persons it names. */
function factsOf(document: SourceDocument, { sentences, actors, times, lexicon, people }: Found) {
  const mentioned = mentionsByActor(actors);
  const birthdays: Birthday[] = actors.actors.flatMap((actor) => {
    const born = actor.born === null ? null : parseDay(actor.born);
    if (born === null) return [];
    const mentions = (mentioned.get(actor.index) ?? []).map(({ sentence, span }) => ({ sentence, span }));
    return [{ name: actor.name, born, mentions }];
  });
  const countriesIn = (sentence: number): readonly string[] =>
    actors.inSentence(sentence).flatMap((m) => m.actors.flatMap((a) => actors.actors[a]?.code ?? []));
  return {
    sentences,
    times,
    printedDay: document.printedDay?.value ?? null,
    birthdays,
    lexicon,
    tenures: tenuresOf({ document, actors, people, mentioned }),
    countriesIn,
  };
}

/** “the former president”, “the late minister”: an office no longer held dates nothing. */
const FORMER = /\b(?:former|late|ex|outgoing|incoming|elect|deposed|ousted|then)\b/i;

/** Persons whom the text calls by an office of the tables, with the spells in which it was theirs. */
function tenuresOf({ document, actors, people, mentioned }: Called): readonly Tenure[] {
  return actors.actors.flatMap((actor) => {
    if (actor.kind !== "person") return [];
    const called = (mentioned.get(actor.index) ?? []).filter((m) => m.actors.length === 1);
    const spells = spellsCalled(
      actor,
      called.flatMap((m) => m.titles ?? []),
      people,
    );
    const words = called.map((m) => document.text.slice(Math.max(0, m.span[0] - BESIDE), m.span[1]));
    return spells.length > 0 && !words.some((w) => FORMER.test(w)) ? [{ name: actor.name, spells }] : [];
  });
}

interface Called extends Pick<Found, "actors" | "people"> {
  readonly document: SourceDocument;
  readonly mentioned: ReadonlyMap<number, readonly Mention[]>;
}

/** The mentions of every actor, gathered in one pass: an article may have thousands of both. */
function mentionsByActor({ mentions }: ActorTable): ReadonlyMap<number, readonly Mention[]> {
  const byActor = new Map<number, Mention[]>();
  for (const mention of mentions)
    for (const actor of new Set(mention.actors)) {
      const own = byActor.get(actor);
      if (own === undefined) byActor.set(actor, [mention]);
      else own.push(mention);
    }
  return byActor;
}

/** How far before a name a word may say that its bearer is out of office. */
const BESIDE = 12;

function isoDay(value: string | undefined): string | null {
  const match = value === undefined ? null : /^\d{4}(?:-\d{2}(?:-\d{2})?)?(?=$|[T ])/.exec(value.trim());
  return match !== null && daysOf(match[0]) !== null ? match[0] : null;
}

function exactly(value: string, basis: Published["basis"], why: string): Published {
  const [earliest, latest] = daysOf(value) ?? [value, value];
  return { value, earliest, latest, basis, why };
}
