import { findActors } from "./actors/index.js";
import type { ActorTable } from "./actors/types.js";
import type { VoiceLine } from "./actors/voice.js";
import type { Span } from "./base/span.js";
import { readClaims } from "./claims/index.js";
import type { Claim } from "./claims/types.js";
import { findContacts } from "./contacts/index.js";
import { findTimes, type PublicationDoubt } from "./dates/index.js";
import type { TimeExpression } from "./dates/types.js";
import { readDocument } from "./document/document.js";
import { findTranslation, type Translation } from "./document/translation.js";
import type { Article, SourceDocument } from "./document/types.js";
import { findVoices } from "./document/voice.js";
import { longFieldNotices, wellFormedArticle } from "./document/well-formed.js";
import { agreedEvents } from "./events/agreed.js";
import { besideContacts, consultEvents } from "./events/consult.js";
import { withContexts } from "./events/contexts.js";
import { findEvents } from "./events/index.js";
import { dateByContact } from "./events/of-contact.js";
import type { Knowledge } from "./knowledge.js";
import type { Sentence } from "./language/types.js";
import { doubtsAbout, newsOf, type Published, publishedOf } from "./published.js";
import { withQuotedPersons } from "./quoted-persons.js";
import type { Notice, ReadoutRecord } from "./record.js";
import { buildRecord } from "./record-builder.js";

/** How an article is to be read. */
export interface ReadOptions {
  /** Whether to undo what typesetting and scraping did (default true). */
  readonly repair?: boolean | undefined;
  /** ISO day of publication that goes before any other. */
  readonly published?: string | undefined;
  /** Who published this copy. */
  readonly outlet?: string | undefined;
  /** Whether events say at length why they are coded as they are: the way in the tree and the other codes thought of. */
  readonly explain?: boolean | undefined;
}

/** Everything the stages found, before it is written as a record. */
export interface Reading {
  readonly article: Article;
  readonly document: SourceDocument;
  readonly sentences: readonly Sentence[];
  readonly actors: ActorTable;
  readonly times: readonly TimeExpression[];
  readonly published: Published | null;
  readonly translation: Translation | null;
  readonly claims: readonly Claim[];
}

/**
 * Reads one article into its record: the way of every article, from top to bottom.
 *
 * Pure: the same article, options and knowledge give the same record. Text in a language other than English gives a
 * record with empty lists and a notice. Time grows linearly with the text.
 */
export function readArticle(given: Article, knowledge: Knowledge, options: ReadOptions = {}): ReadoutRecord {
  const article = wellFormedArticle(given);
  const document = readDocument(article, { repair: options.repair ?? true }, knowledge.document);
  const english = document.language === "en";
  const leftOut: Notice[] = [...longFieldNotices(given)];
  const tooLong = (span: Span) => void leftOut.push(tooLongNotice(span));
  const sentences = english ? knowledge.language.analyse(document.text, bodySpans(document), tooLong) : [];
  const outlet = options.outlet ?? article.outlet ?? null;
  const publisher = publisherCode(outlet, knowledge);
  const early = publishedOf(article, options, document, null);
  const firstDay = early?.value ?? null;
  const voices = english ? voiceLines(document, outlet, knowledge) : [];
  const read = (day: string | null) => ({
    actors: findActors(sentences, document.text, knowledge.actors, {
      day: wholeDay(day),
      publisher,
      titled: document.title !== null,
      home: homeCode(document, knowledge),
      place: document.dateline?.place ?? null,
      press: codeOfPress(document.agency?.name ?? outlet, knowledge),
      agency: document.agency,
      voices,
    }),
    times: findTimes(
      sentences,
      document.text,
      { published: day, country: document.dateline?.country ?? null },
      knowledge.times,
    ),
  });
  let found = read(firstDay);
  const published =
    early ??
    publishedOf(article, options, document, {
      sentences,
      ...found,
      lexicon: knowledge.times,
      people: knowledge.actors,
    });
  const undated = firstDay === null || !TELLS_AGE.test(document.text) ? found : read(null); // weekdays as words, not days
  const doubts = doubtsAbout(document, published, {
    sentences,
    ...undated,
    lexicon: knowledge.times,
    people: knowledge.actors,
  });
  const news = newsOf(document, published);
  if (news !== null && news.value !== firstDay) found = read(news.value);
  const { claims, actors } = readClaims(
    {
      text: document.text,
      document,
      sentences,
      actors: found.actors,
      outlet: usualName(outlet, found.actors, knowledge),
    },
    knowledge.claims,
  );
  const contacts = findContacts(
    { text: document.text, sentences, ...found, actors, claims, published: news, contexts: knowledge.events.contexts },
    knowledge.contacts,
  );
  const told = findEvents(
    { text: document.text, sentences, actors, times: found.times, claims, published: news, explain: options.explain },
    knowledge.events,
    knowledge.relations.trained ? knowledge.relations : null,
  );
  const agreed = agreedEvents(contacts, told, sentences, actors, knowledge.events);
  const held = withContexts([...consultEvents(contacts, actors), ...agreed], sentences, knowledge.relations);
  const events = [...held, ...besideContacts(told, contacts, actors)];
  return buildRecord(
    {
      article: { ...article, outlet: outlet ?? undefined },
      document: { ...document, notices: [...document.notices, ...leftOut, ...doubts.map((d) => doubtNotice(d))] },
      sentences,
      ...found,
      actors: withQuotedPersons(actors, claims, sentences, document.text),
      published,
      translation: english ? findTranslation(document, { outlet, government: publisher }, knowledge.document) : null,
      claims,
    },
    dateByContact(events, contacts),
    contacts,
  );
}

/** Words that tell an age: only then can an age speak against a day. */
const TELLS_AGE = /\b(?:turn(?:ed|s|ing)?|birthday|aged?)\b/i;

function doubtNotice({ code, message, span: [start, end] }: PublicationDoubt): Notice {
  return { code, message, span: [start, end] };
}

function tooLongNotice([start, end]: Span): Notice {
  const message = `a sentence of more than ten thousand words: its last ${end - start} characters were not read`;
  return { code: "sentence-too-long", message, span: [start, end] };
}

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

/** The paragraphs without the frame's lines, which are no sentences. */
function bodySpans(document: SourceDocument): readonly Span[] {
  const spans: Span[] = [];
  for (const [start, end] of document.paragraphs) {
    let at = start;
    for (const [from, to] of document.frame) {
      if (to <= at || from >= end) continue;
      if (from > at) spans.push([at, from]);
      at = Math.max(at, to);
    }
    if (at < end) spans.push([at, end]);
  }
  return spans;
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

/** The outlet by the name under which the article's own actors have it (“Anadolu” is the Anadolu Agency); else as given. */
function usualName(outlet: string | null, { actors }: ActorTable, knowledge: Knowledge): string | null {
  if (outlet === null) return null;
  const names = knowledge.actors.names.lookup(outlet).flatMap((e) => (e.kind === "agency" ? [e.name] : []));
  return names.find((name) => actors.some((a) => a.name === name)) ?? outlet;
}

/** Code of the government whose own site or press office published the text. */
function publisherCode(outlet: string | null, knowledge: Knowledge): string | null {
  if (outlet === null) return null;
  const words = outlet
    .replace(/\(.*?\)/g, " ")
    .trim()
    .split(/\s+/);
  const index = knowledge.actors.names;
  for (let length = Math.min(words.length, 8); length > 0; length--)
    for (let from = 0; from + length <= words.length; from++)
      for (const entry of index.lookup(
        words
          .slice(from, from + length)
          .join(" ")
          .replace(/^the /i, ""),
      )) {
        if (entry.kind === "body") return entry.code;
        if (entry.kind === "country" && words.length > length) return entry.code;
      }
  return null;
}
