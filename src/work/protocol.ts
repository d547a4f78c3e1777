import type { OwnActor } from "../engine/actors/own/types.js";
import type { ReadOptions } from "../engine/read.js";
import type { ReadoutRecord } from "../engine/record.js";
import type { Sketch } from "../engine/stories/index.js";

/** What a worker is started with: the engine's knowledge, its weights in memory that all workers share. */
export interface WorkerStart {
  readonly tables: ReadonlyMap<string, string>;
  readonly languageModel: Uint8Array;
  readonly claimModel: Uint8Array;
  readonly eventModel: Uint8Array | undefined;
  readonly words: string;
  readonly ownActors: readonly OwnActor[];
  readonly options: ReadOptions;
}

/** An article that was read, or in words why not. */
export type Reading = { readonly record: ReadoutRecord; readonly sketch: Sketch } | { readonly failure: string };
