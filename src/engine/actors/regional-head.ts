import { type Discourse, type Draft, emptyDraft } from "./draft.js";
import { countryOfPlace } from "./modifiers.js";
import type { Phrase } from "./phrase.js";
import type { Scan } from "./scan.js";
import { HEADS } from "./titled.js";

/**
 * “the president of Catalonia”: who leads a region is no head of state; who presides over anything else that has a name
 * (“the president of Harvard”, “of Barcelona”) is no official. `null` for another title, and for “the President of the
 * Republic”.
 *
 * @param text The phrase as printed.
 */
export function regionalHead(scan: Scan, phrase: Phrase, text: string, discourse: Discourse): Draft | null {
  const title = phrase.titles[0];
  if (title === undefined || phrase.titles.length > 1 || title.plural || !HEADS.has(title.office ?? "")) return null;
  if (title.phrase.includes(" of ")) return null; // “the Head of State”
  if (phrase.name !== null || phrase.countries.length > 0 || phrase.of !== null) return null;
  const of = phrase.head + 1;
  if (scan.lower(of) !== "of" || phrase.last <= of || !isName(scan, of + 1)) return null;
  const region = scan.entry(of + 1, "place")?.entry.town === true ? null : countryOfPlace(scan, of + 1);
  const name = text.replace(/^(?:the|an?)\s+/i, "");
  const draft = discourse.obtain(`title:${name}`, () => ({
    ...emptyDraft(name, "unnamed", "an office-holder of a place or body that is no state"),
    code: region?.country.code ?? null,
    sector: region === null ? [] : phrase.former ? ["ELI"] : title.sector.split("|"),
  }));
  draft.titles.add(title.phrase);
  return draft;
}

/** A proper name of which no table knows more than where it lies. */
function isName(scan: Scan, at: number): boolean {
  if (!scan.capital(at) || scan.tokens[at]?.upos !== "PROPN") return false;
  return scan.item(at)?.entries.every((entry) => entry.kind === "place") ?? true;
}
