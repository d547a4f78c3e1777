import type { Span } from "../base/span.js";
import type { Sentence } from "../language/types.js";
import { withExtent } from "./extents.js";
import type { ActorLexicon } from "./lexicon.js";
import type { Circumstances } from "./named.js";
import type { Person } from "./people.js";
import { findPhrases } from "./phrases.js";
import { ActorReader } from "./reader.js";
import { Scan } from "./scan.js";
import type { ActorTable } from "./types.js";
import type { VoiceLine } from "./voice.js";

export { type ActorLexicon, makeActorLexicon } from "./lexicon.js";

/** What the stage is told about the article besides its sentences. */
export interface ActorContext {
  /** ISO day for which offices are looked up; `null` when not known. */
  readonly day: string | null;
  /** The news agency whose report it is, as the header says: it stands in no sentence. */
  readonly agency: { readonly name: string; readonly span: Span } | null;
  /** Whether the first paragraph is the title. */
  readonly titled: boolean;
  /** Code of the country the report is from, by its dateline or agency; `null` when not known. */
  readonly home: string | null;
  /** The place of its dateline; `null`, or left out, when it has none. */
  readonly place?: string | null;
  /** Code of the country of the agency or outlet whose report it is; `null`, or left out, when not known. */
  readonly press?: string | null;
  /** Code of the government that publishes the text, or `null`: its own officials are often named without a country. */
  readonly publisher: string | null;
  /** Lines that may name whose own words the article is, the surest first; none when left out. */
  readonly voices?: readonly VoiceLine[];
}

/**
 * Finds everybody an article mentions and says who is meant.
 *
 * @param text The document's text, in which the sentences' offsets count.
 */
export function findActors(
  sentences: readonly Sentence[],
  text: string,
  lexicon: ActorLexicon,
  context: ActorContext,
): ActorTable {
  const scans = sentences.map((sentence) => new Scan(sentence, lexicon));
  const phrases = scans.map((scan) => findPhrases(scan).map((phrase) => withExtent(scan, phrase)));
  const fullNames = new Set<Person>();
  for (const list of phrases)
    for (const phrase of list)
      if (phrase.persons.length === 1 && phrase.persons[0] !== undefined) fullNames.add(phrase.persons[0]);
  const at: Circumstances = {
    lexicon,
    day: context.day,
    publisher: context.publisher,
    home: context.publisher ?? context.home,
    place: context.place ?? null,
    press: context.press ?? null,
    fullNames,
  };
  const reader = new ActorReader(
    text,
    sentences,
    at,
    context.titled ? sentences.filter((each) => each.paragraph === 0).length : 0,
  );
  if (context.agency !== null) reader.readAgency(context.agency);
  for (const line of context.voices ?? []) if (reader.readVoice(line)) break;
  scans.forEach((scan, index) => {
    reader.read(scan, phrases[index] ?? []);
  });
  return reader.table(sentences.length);
}
