import type { ActorTable } from "./actors/types.js";
import { readClaims } from "./claims/index.js";
import type { Claim } from "./claims/types.js";
import { type Contact, findContacts } from "./contacts/index.js";
import { dateArticle } from "./dated.js";
import type { PublicationDoubt } from "./dates/index.js";
import type { TimeExpression } from "./dates/types.js";
import { findTranslation, type Translation } from "./document/translation.js";
import type { Article, SourceDocument } from "./document/types.js";
import { agreedEvents } from "./events/agreed.js";
import { besideContacts, consultEvents } from "./events/consult.js";
import { withContexts } from "./events/contexts.js";
import { type CodedEvent, type EventInput, findEvents } from "./events/index.js";
import { dateByContact } from "./events/of-contact.js";
import type { Knowledge } from "./knowledge.js";
import type { Sentence } from "./language/types.js";
import { openArticle, type ReadOptions } from "./opened.js";
import type { Published } from "./published.js";
import { withQuotedPersons } from "./quoted-persons.js";
import type { Notice, ReadoutRecord } from "./record.js";
import { buildRecord } from "./record-builder.js";

export type { ReadOptions } from "./opened.js";

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
  const opened = openArticle(given, knowledge, options);
  const { article, document, outlet, publisher, sentences } = opened;
  const { found, published, news, doubts } = dateArticle(opened, knowledge, options);
  const { text } = document;
  const by = usualName(outlet, found.actors, knowledge);
  const { claims, actors } = readClaims(
    { text, document, sentences, actors: found.actors, outlet: by },
    knowledge.claims,
  );
  const told = { text, sentences, actors, times: found.times, claims, published: news };
  const contacts = findContacts({ ...told, contexts: knowledge.events.contexts }, knowledge.contacts);
  const events = readEvents({ ...told, explain: options.explain }, contacts, knowledge);
  const notices = [...document.notices, ...opened.leftOut, ...doubts.map((d) => doubtNotice(d))];
  return buildRecord(
    {
      article: { ...article, outlet: outlet ?? undefined },
      document: { ...document, notices },
      sentences,
      times: found.times,
      actors: withQuotedPersons(actors, claims, sentences, text),
      published,
      translation: opened.english
        ? findTranslation(document, { outlet, government: publisher }, knowledge.document)
        : null,
      claims,
    },
    events,
    contacts,
  );
}

/** What the sentences tell, and what the contacts do: each event once. */
function readEvents(input: EventInput, contacts: readonly Contact[], knowledge: Knowledge): readonly CodedEvent[] {
  const { sentences, actors } = input;
  const told = findEvents(input, knowledge.events, knowledge.relations.trained ? knowledge.relations : null);
  const agreed = agreedEvents(contacts, told, sentences, actors, knowledge.events);
  const held = withContexts([...consultEvents(contacts, actors), ...agreed], sentences, knowledge.relations);
  return dateByContact([...held, ...besideContacts(told, contacts, actors)], contacts);
}

function doubtNotice({ code, message, span: [start, end] }: PublicationDoubt): Notice {
  return { code, message, span: [start, end] };
}

/** The outlet by the name under which the article's own actors have it (“Anadolu” is the Anadolu Agency); else as given. */
function usualName(outlet: string | null, { actors }: ActorTable, knowledge: Knowledge): string | null {
  if (outlet === null) return null;
  const names = knowledge.actors.names.lookup(outlet).flatMap((e) => (e.kind === "agency" ? [e.name] : []));
  return names.find((name) => actors.some((a) => a.name === name)) ?? outlet;
}
