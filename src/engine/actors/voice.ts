import type { Span } from "../base/span.js";
import type { Sentence } from "../language/types.js";
import type { Draft } from "./draft.js";
import type { Phrase } from "./phrase.js";
import type { Scan } from "./scan.js";

/** A line that may name whose own words the article is, analysed on its own. */
export interface VoiceLine {
  readonly text: string;
  readonly sentence: Sentence;
  /** Where it stands in the article's text; `null` when it does not. */
  readonly start: number | null;
}

const PUBLIC = /^(?:GOV|MIL|LEG|JUD|SPY|ELI|OPP|PTY|IGO|REL|REB)/;

/**
 * Whether somebody named on such a line speaks in it: an office-holder, or whoever bears a public title. A reporter in a
 * byline, a company, a ministry speak in nobody's person.
 */
export function speaksFor({ titles, name }: Phrase, partner: Phrase | null, draft: Draft): boolean {
  if (draft.kind !== "person") return false;
  const named = name !== null || (partner !== null && partner.name !== null);
  return (
    draft.officeKey !== null || (named && [...titles, ...(partner?.titles ?? [])].some((t) => PUBLIC.test(t.sector)))
  );
}

/** The first phrase of a line that may name somebody, unless another person follows it after “and”. */
export function leadingPhrase(phrases: readonly Phrase[], { tokens }: Sentence): Phrase | null {
  const lead = phrases.find((p) => p.first === 0);
  if (lead === undefined || (lead.kind !== "person" && lead.kind !== "body")) return null;
  const joined = /^(?:and|&)$/.test(tokens[lead.last + 1]?.lower ?? "");
  return joined && phrases.some((p) => p.first === lead.last + 2 && p.kind === "person") ? null : lead;
}

/** Keeps count of quotation marks, so that “I” in somebody's quoted words is not the article's. */
export class OpenQuotes {
  #open = false;
  #paragraph = -1;

  /** Which tokens of the next sentence stand inside quotation marks. */
  read(sentence: Sentence): readonly boolean[] {
    if (sentence.paragraph !== this.#paragraph) this.#open = false;
    this.#paragraph = sentence.paragraph;
    return sentence.tokens.map(({ text }) => {
      if (text === "“" || text === "«" || text === "``") this.#open = true;
      else if (text === "”" || text === "»" || text === "''") this.#open = false;
      else if (text === '"') this.#open = !this.#open;
      return this.#open;
    });
  }
}

/** The span of a phrase of a voice line in the article's text. */
export function voiceSpan({ start, sentence }: VoiceLine, [first, last]: readonly [number, number]): Span | null {
  const [a, b] = [sentence.tokens[first], sentence.tokens[last]];
  return start === null || a === undefined || b === undefined ? null : [start + a.start, start + b.end];
}

/** “I”, “my”: whoever speaks; “we” may be many, and is left open. */
export function isFirstPerson(scan: Scan, phrase: Phrase): boolean {
  return phrase.kind === "pronoun" && /^(?:i|me|my|mine|myself)$/.test(scan.lower(phrase.first));
}
