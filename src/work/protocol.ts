import type { OwnActor } from "../engine/actors/own/types.js";
import type { Habit, Relation } from "../engine/events/relate/index.js";
import type { WasmMemory } from "../engine/language/wasm-memory.js";
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
  /** The memory that holds the weights as the engine computes with them, and the thread's number, of so many. */
  readonly memory: WasmMemory | null;
  readonly thread: number;
  readonly threads: number;
}

/** Sentences with two marked parties, answered in one piece. */
export interface Pairs {
  readonly sentences: readonly string[];
  readonly habit: Habit;
}

/** What stands between the parties of each, in their order. */
export interface Answers {
  readonly answers: readonly Answer[];
}

/** An answer as `readout relate` prints it, or in words why there is none. */
export type Answer =
  | Pick<Relation, "event" | "mode" | "quad" | "cameo" | "status" | "negated" | "confidence" | "none" | "why">
  | { readonly failure: string };

/** An article that was read, or in words why not. */
export type Reading = { readonly record: ReadoutRecord; readonly sketch: Sketch } | { readonly failure: string };
