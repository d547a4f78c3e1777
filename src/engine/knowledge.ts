import { type ActorLexicon, makeActorLexicon } from "./actors/index.js";
import type { OwnActor } from "./actors/own/types.js";
import { type ClaimLexicon, ClaimModel, makeClaimLexicon } from "./claims/index.js";
import { type ContactLexicon, makeContactLexicon } from "./contacts/index.js";
import { makeTimeLexicon, type TimeLexicon } from "./dates/index.js";
import { type DocumentLexicon, makeDocumentLexicon } from "./document/lexicon.js";
import { CONTEXT_SECTION, ContextModel } from "./events/context-model.js";
import { type EventLexicon, makeEventLexicon } from "./events/index.js";
import { rowsOf } from "./events/relate/dense.js";
import { makeRelater, PairModel, type Relater } from "./events/relate/index.js";
import { type Checksum, createLanguage, type Language, loadLanguageModel } from "./language/index.js";
import { Memories, type SharedMemory } from "./language/wasm-memory.js";
import { openWordInputs } from "./language/word-inputs.js";
import { makeStoryLexicon, type StoryLexicon } from "./stories/index.js";

/** What the engine is given to know: files by path, read by whoever has files. */
export interface KnowledgeFiles {
  /** Tables by path relative to `data/`. */
  readonly tables: ReadonlyMap<string, string>;
  /** `models/language.bin`. */
  readonly languageModel: Uint8Array;
  /** `models/events.bin`; without it nothing asks the pair model. */
  readonly eventModel?: Uint8Array | undefined;
  /** `models/claims.bin`. */
  readonly claimModel: Uint8Array;
  /** `models/words.txt`. */
  readonly words: string;
  /** A fast CRC-32 to check the models with; without it the engine's own does. */
  readonly checksum?: Checksum | undefined;
  /** The user's own actors, which win over the tables. */
  readonly ownActors?: readonly OwnActor[] | undefined;
  /** Second opinion on a text's language: ISO 639-1 code, or `null`. Asked only where script and common words do not decide. */
  readonly identifyLanguage?: ((text: string) => string | null) | undefined;
  /** A memory that engines in several threads share, all made of the same files: it holds their weights once. */
  readonly memory?: SharedMemory | undefined;
}

/** Lexicons and models, made once and shared by any number of articles. */
export interface Knowledge {
  readonly document: DocumentLexicon;
  readonly language: Language;
  readonly actors: ActorLexicon;
  readonly times: TimeLexicon;
  readonly claims: ClaimLexicon;
  readonly events: EventLexicon;
  readonly relations: Relater;
  readonly contacts: ContactLexicon;
  readonly stories: StoryLexicon;
}

/**
 * Builds the engine's knowledge.
 *
 * @throws DataError for a table that breaks its rules, ModelError for a damaged model, RangeError for a shared memory of other
 * models, or a full one.
 */
export function makeKnowledge(files: KnowledgeFiles): Knowledge {
  const model = loadLanguageModel(files.languageModel, files.checksum);
  const memories = new Memories(files.memory);
  const language = createLanguage(model, { memories });
  const events = makeEventLexicon(files.tables);
  const pairs = files.eventModel === undefined ? null : loadLanguageModel(files.eventModel, files.checksum);
  const document = makeDocumentLexicon(files.tables, files.words, files.identifyLanguage ?? null);
  return {
    document,
    language,
    actors: makeActorLexicon(files.tables, files.ownActors ?? []),
    times: makeTimeLexicon(files.tables),
    claims: makeClaimLexicon(files.tables, new ClaimModel(loadLanguageModel(files.claimModel, files.checksum))),
    events,
    relations: makeRelater({
      model: pairs === null ? null : new PairModel(pairs, model, { memories }),
      contexts: pairs?.has(CONTEXT_SECTION) ? new ContextModel(pairs, rowsOf(model, "vectors"), memories) : null,
      language,
      lexicon: events,
      rowOf: openWordInputs(model).rowOf,
    }),
    contacts: makeContactLexicon(files.tables),
    stories: makeStoryLexicon(files.tables, document.words),
  };
}
