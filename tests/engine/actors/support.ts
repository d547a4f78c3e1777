import { findActors } from "../../../src/engine/actors/index.js";
import type { ActorTable, Mention } from "../../../src/engine/actors/types.js";
import type { Span } from "../../../src/engine/base/span.js";
import type { Sentence } from "../../../src/engine/language/types.js";
import { knowledge } from "../../data/knowledge.js";

/** A text as the actor stage reads it; each line is a paragraph. */
export interface Cast {
  readonly text: string;
  readonly sentences: readonly Sentence[];
  readonly actors: ActorTable;
}

/** What a test may say of the article besides its text. */
export interface Setting {
  readonly day?: string | null;
  readonly publisher?: string | null;
  readonly home?: string | null;
  readonly press?: string | null;
  /** The place of its dateline. */
  readonly place?: string | null;
  /** Whether the first line is the title. */
  readonly titled?: boolean;
}

/** Reads who is in a text, with the knowledge the project ships. */
export function castOf(
  text: string,
  { day = "2021-10-05", publisher = null, home = null, place = null, press = null, titled = false }: Setting = {},
): Cast {
  const sentences = knowledge.language.analyse(text, linesOf(text));
  return {
    text,
    sentences,
    actors: findActors(sentences, text, knowledge.actors, {
      day,
      publisher,
      home,
      place,
      press,
      titled,
      agency: null,
    }),
  };
}

/** The span of every line. */
function linesOf(text: string): readonly Span[] {
  const spans: Span[] = [];
  for (const line of text.matchAll(/[^\n]+/g)) spans.push([line.index, line.index + line[0].length]);
  return spans;
}

/** “name | code | sector | office” of an actor, a dash for what is not known. */
export function describeActor(cast: Cast, index: number): string {
  const actor = cast.actors.actors[index];
  if (actor === undefined) throw new Error(`no actor ${index}`);
  return [actor.name, actor.code ?? "–", actor.sector.join("+") || "–", actor.office ?? "–"].join(" | ");
}

/** The n-th mention (from 0) with exactly these words; `undefined` when there is none. */
export function mentionOf(cast: Cast, words: string, n = 0): Mention | undefined {
  return cast.actors.mentions.filter((m) => cast.text.slice(...m.span) === words)[n];
}

/** Everybody a phrase means, described; empty when it means nobody. A number after “#” picks a later one of the same words. */
export function meant(cast: Cast, phrase: string): readonly string[] {
  const [words = "", n = "0"] = phrase.split("#");
  return (mentionOf(cast, words, Number(n))?.actors ?? []).map((index) => describeActor(cast, index));
}

/** Names of all actors a text mentions. */
export function namesIn(cast: Cast): readonly string[] {
  return cast.actors.actors.filter((actor) => !actor.latent).map((actor) => actor.name);
}
