import type { OwnActor } from "../engine/actors/own/types.js";
import { DataError, InputError } from "../engine/base/errors.js";
import { type OwnFiles, readOwnActors } from "../intake/own-actors.js";
import type { Messages } from "./messages.js";

/** The user's own actors; `null`, with a message, when a file of theirs cannot be used. */
export function tryOwnActors(files: OwnFiles, messages: Messages): readonly OwnActor[] | null {
  try {
    return readOwnActors(files, (problem) => {
      messages.say(problem);
    });
  } catch (error) {
    if (!(error instanceof DataError || error instanceof InputError)) throw error;
    messages.say(error.message);
    return null;
  }
}
