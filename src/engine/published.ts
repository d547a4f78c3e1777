import type { ActorTable } from "./actors/types.js";
import { daysOf, parseDay } from "./base/day.js";
import {
  type Birthday,
  inferPublished,
  type PublicationDoubt,
  publicationDoubts,
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
function factsOf(document: SourceDocument, { sentences, actors, times, lexicon }: Found) {
  const birthdays: Birthday[] = actors.actors.flatMap((actor) => {
    const born = actor.born === null ? null : parseDay(actor.born);
    if (born === null) return [];
    const mentions = actors.mentions
      .filter((m) => m.actors.includes(actor.index))
      .map(({ sentence, span }) => ({ sentence, span }));
    return [{ name: actor.name, born, mentions }];
  });
  return { sentences, times, printedDay: document.printedDay?.value ?? null, birthdays, lexicon };
}

function isoDay(value: string | undefined): string | null {
  const match = value === undefined ? null : /^\d{4}(?:-\d{2}(?:-\d{2})?)?(?=$|[T ])/.exec(value.trim());
  return match !== null && daysOf(match[0]) !== null ? match[0] : null;
}

function exactly(value: string, basis: Published["basis"], why: string): Published {
  const [earliest, latest] = daysOf(value) ?? [value, value];
  return { value, earliest, latest, basis, why };
}
