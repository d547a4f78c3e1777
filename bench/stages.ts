/** The engine stage by stage, for measures: the way of `readArticle`, each stage by itself. */
import { findActors } from "../src/engine/actors/index.js";
import { readClaims } from "../src/engine/claims/index.js";
import { findContacts } from "../src/engine/contacts/index.js";
import { findTimes } from "../src/engine/dates/index.js";
import { readDocument } from "../src/engine/document/document.js";
import { consultEvents } from "../src/engine/events/consult.js";
import { findEvents } from "../src/engine/events/index.js";
import type { Knowledge } from "../src/engine/knowledge.js";

/** Called around a stage; gives what the stage gives. */
export type Around = <T>(stage: string, work: () => T) => T;

const PUBLISHED = "2021-10-05";

/** Runs the stages on a text that is taken for English, each within `around`. Trees are made in `language`, whoever would ask first. */
export function runStages(text: string, knowledge: Knowledge, around: Around): void {
  const document = around("document", () =>
    readDocument({ text, language: "en" }, { repair: true }, knowledge.document),
  );
  const sentences = around("language", () => {
    const found = knowledge.language.analyse(document.text, document.paragraphs);
    for (const sentence of found) void sentence.tree;
    return found;
  });
  const day = { day: PUBLISHED, publisher: null, titled: false, home: null, agency: document.agency, voices: [] };
  const actors = around("actors", () => findActors(sentences, document.text, knowledge.actors, day));
  const times = around("dates", () =>
    findTimes(sentences, document.text, { published: PUBLISHED, country: null }, knowledge.times),
  );
  const read = around("claims", () =>
    readClaims({ text: document.text, document, sentences, actors, outlet: null }, knowledge.claims),
  );
  const published = { value: PUBLISHED };
  const given = { text: document.text, sentences, actors: read.actors, times, claims: read.claims, published };
  const contacts = around("contacts", () =>
    findContacts({ ...given, contexts: knowledge.events.contexts }, knowledge.contacts),
  );
  const { relations } = knowledge;
  around("events", () => [
    ...consultEvents(contacts, read.actors),
    ...findEvents(given, knowledge.events, relations.trained ? relations : null),
  ]);
}
