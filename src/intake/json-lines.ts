import { parseDay } from "../engine/base/day.js";
import { InputError } from "../engine/base/errors.js";
import type { Article } from "../engine/document/types.js";

/** Fields of a line beside `text`; all are optional, all are strings (an id may be a number). */
const FIELDS = ["id", "title", "published", "url", "outlet", "language"] as const;

/**
 * Reads one line of JSON Lines: `{id, title?, text, published?, url?, outlet?, language?}`; other fields are ignored.
 *
 * @param where File and line, for messages.
 * @throws InputError `line-invalid` with the reason.
 */
export function parseArticleLine(line: string, where: string): Article {
  const fail = (reason: string): never => {
    throw new InputError("line-invalid", `${where}: ${reason}`);
  };
  const value = parseJson(line, where);
  if (typeof value !== "object" || value === null || Array.isArray(value)) return fail("not a JSON object");
  const text: unknown = Reflect.get(value, "text");
  if (typeof text !== "string") return fail(text === undefined ? "no text" : "text is not a string");
  if (text.trim() === "") return fail("text is empty");
  const given: Partial<Record<(typeof FIELDS)[number], string>> = {};
  for (const field of FIELDS) {
    const found: unknown = Reflect.get(value, field);
    if (found === undefined || found === null || found === "") continue;
    if (typeof found !== "string" && !(field === "id" && typeof found === "number"))
      return fail(`${field} is not a string`);
    given[field] = String(found);
  }
  if (given.published !== undefined && parseDay(given.published.trim().slice(0, 10)) === null)
    return fail(`published is no day: “${given.published.slice(0, 40)}” (wanted: 2021-10-05)`);
  return { ...given, text };
}

function parseJson(line: string, where: string): unknown {
  try {
    return JSON.parse(line);
  } catch (error) {
    const reason = error instanceof Error ? error.message.replace(/\s+/g, " ").slice(0, 120) : "cannot be parsed";
    throw new InputError("line-invalid", `${where}: not JSON: ${reason}`);
  }
}
