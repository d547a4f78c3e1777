import { readFileSync } from "node:fs";
import { readDictionary } from "../engine/actors/own/dictionary.js";
import { readOwnTable } from "../engine/actors/own/table.js";
import type { OwnActor } from "../engine/actors/own/types.js";
import { InputError } from "../engine/base/errors.js";

/** Files of the user's own actors. */
export interface OwnFiles {
  /** Tables in the form of `docs/actors.md`. */
  readonly actors?: readonly string[] | undefined;
  /** Actors and agents dictionaries of the PETRARCH coders. */
  readonly dictionary?: readonly string[] | undefined;
}

/**
 * Reads the user's own actors. Of two files that name an actor, the later one given wins; tables win over dictionaries.
 *
 * @param tell Told of each line of a dictionary that was passed over.
 * @throws InputError for a file that cannot be opened, DataError for one that breaks its rules; both name the file.
 */
export function readOwnActors(files: OwnFiles, tell: (problem: string) => void): readonly OwnActor[] {
  const dictionaries = (files.dictionary ?? []).map((file) => readDictionary(file, textOf(file)));
  const tables = (files.actors ?? []).map((file) => readOwnTable(file, textOf(file)));
  for (const { problems } of dictionaries) for (const problem of problems) tell(problem);
  return [...dictionaries, ...tables].flatMap(({ actors }) => actors);
}

function textOf(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    const why = error instanceof Error && "code" in error && error.code === "ENOENT" ? "no such file" : String(error);
    throw new InputError("own-actors-unreadable", `${file}: ${why}`);
  }
}
