import { z } from "zod";
import type { Position } from "../../store/index.js";
import { RequestError } from "./problems.js";

const position = z.tuple([z.string().max(60).nullable(), z.int(), z.int()]);

/** A place in a list as an opaque word. */
export function cursorOf(place: Position | null): string | null {
  if (place === null) return null;
  return Buffer.from(JSON.stringify([place.day, place.document, place.n])).toString("base64url");
}

/** @throws RequestError for anything `cursorOf` did not make. */
export function placeOf(cursor: string | undefined): Position | undefined {
  if (cursor === undefined) return undefined;
  try {
    const [day, document, n] = position.parse(JSON.parse(Buffer.from(cursor, "base64url").toString("utf8")));
    return { day, document, n };
  } catch {
    throw new RequestError(400, "The cursor is none of this list: give `next` of the page before, or none to begin.");
  }
}
