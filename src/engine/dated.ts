import { findActors } from "./actors/index.js";
import type { ActorTable } from "./actors/types.js";
import type { VoiceLine } from "./actors/voice.js";
import { findTimes, type PublicationDoubt } from "./dates/index.js";
import type { TimeExpression } from "./dates/types.js";
import type { SourceDocument } from "./document/types.js";
import { findVoices } from "./document/voice.js";
import type { Knowledge } from "./knowledge.js";
import type { Opened, ReadOptions } from "./opened.js";
import { doubtsAbout, newsOf, type Published, publishedOf } from "./published.js";

/** Who is named and which days are, once it is known when the article was published. */
export interface Dated {
  readonly found: { readonly actors: ActorTable; readonly times: readonly TimeExpression[] };
  readonly published: Published | null;
  /** The day of what it tells. */
  readonly news: Published | null;
  readonly doubts: readonly PublicationDoubt[];
}

/** Offices and weekdays need the day of publication, which may stand in the text alone: read once without it, then with it. */
export function dateArticle(opened: Opened, knowledge: Knowledge, options: ReadOptions): Dated {
  const { article, document, sentences } = opened;
  const early = publishedOf(article, options, document, null);
  const firstDay = early?.value ?? null;
  const voices = opened.english ? voiceLines(document, opened.outlet, knowledge) : [];
  const read = (day: string | null) => findNamed(opened, voices, day, knowledge);
  const tables = { sentences, lexicon: knowledge.times, people: knowledge.actors };
  const found = read(firstDay);
  const published = early ?? publishedOf(article, options, document, { ...tables, ...found });
  const undated = firstDay === null || !TELLS_AGE.test(document.text) ? found : read(null); // weekdays as words, not days
  const doubts = doubtsAbout(document, published, { ...tables, ...undated });
  const news = newsOf(document, published);
  const again = news !== null && news.value !== firstDay;
  return { found: again ? read(news.value) : found, published, news, doubts };
}

function findNamed(
  { document, sentences, outlet, publisher }: Opened,
  voices: readonly VoiceLine[],
  day: string | null,
  knowledge: Knowledge,
): Dated["found"] {
  const actors = findActors(sentences, document.text, knowledge.actors, {
    day: wholeDay(day),
    publisher,
    titled: document.title !== null,
    home: homeCode(document, knowledge),
    place: document.dateline?.place ?? null,
    press: codeOfPress(document.agency?.name ?? outlet, knowledge),
    agency: document.agency,
    voices,
  });
  const country = document.dateline?.country ?? null;
  return { actors, times: findTimes(sentences, document.text, { published: day, country }, knowledge.times) };
}

/** Words that tell an age: only then can an age speak against a day. */
const TELLS_AGE = /\b(?:turn(?:ed|s|ing)?|birthday|aged?)\b/i;

/** The lines that may name whose own words the text is, each analysed by itself. */
function voiceLines(document: SourceDocument, outlet: string | null, knowledge: Knowledge): readonly VoiceLine[] {
  if (!FIRST_PERSON.test(document.text)) return [];
  return findVoices(document, outlet, knowledge.document.voices).flatMap(({ text, start }) => {
    const [sentence] = knowledge.language.analyse(text, [[0, text.length]]);
    return sentence === undefined ? [] : [{ text, start, sentence }];
  });
}

/** Words without which nobody speaks for himself: the first person, or a post's verb without a subject. */
const FIRST_PERSON =
  /\b(?:I|my|we|our)\b|(?:^|[.!?\n]\s*)(?:just )?(?:spoke|met|had|held|called|received|discussed|welcomed|hosted|good|great|productive|pleased|glad)\b/i;

function wholeDay(day: string | null): string | null {
  return day === null || day.length < 10 ? null : day.slice(0, 10);
}

/** Code of the country a report is from: its dateline's, else its agency's. */
function homeCode(document: SourceDocument, knowledge: Knowledge): string | null {
  if (document.dateline?.country != null) return document.dateline.country;
  return codeOfPress(document.agency?.name ?? null, knowledge);
}

/** Code of the country of an agency or an outlet. */
function codeOfPress(name: string | null, knowledge: Knowledge): string | null {
  for (const entry of name === null ? [] : knowledge.actors.names.lookup(name))
    if (entry.kind === "agency") return entry.code;
  return null;
}
