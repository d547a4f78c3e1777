import type { ClaimLexicon } from "./lexicon.js";

/** What of the lexicon tells a report from quoted words. */
export type ReportWords = Pick<ClaimLexicon, "verbs" | "persons" | "bodies" | "carriers">;

/** How far behind a pause the report's sentence may end, and how many words may stand before its verb. */
const LONGEST_REPORT = 200; // code units
const MOST_WORDS = 10;
/** Code units of a quotation that are looked through. */
const LONGEST_QUOTATION = 3000;

/**
 * Where a quotation whose closing mark was forgotten ends: behind the pause before the sentence that says who spoke
 * (““The road is open[,] said Holm on Monday.”). -1 where no such sentence stands in the range.
 */
export function forgottenEnd(text: string, from: number, to: number, words: ReportWords): number {
  const limit = Math.min(to, from + LONGEST_QUOTATION);
  for (let at = from; at < limit; at++)
    if (/[,!?]/.test(text[at] ?? "") && text[at + 1] === " " && isReport(text, at + 2, to, words)) return at + 1;
  return -1;
}

/** “said Holm on Monday.”, “the minister told reporters.”: a whole short report up to the end of its sentence. */
function isReport(text: string, from: number, to: number, words: ReportWords): boolean {
  const rest = text.slice(from, Math.min(to, from + LONGEST_REPORT));
  const end = /[.!?](?=\s|$)(?<!\b(?:Mr|Mrs|Ms|Dr|St)\.)/.exec(rest)?.index ?? -1;
  if (end < 0 || /[“”"«»]/.test(rest.slice(0, end))) return false;
  const spoken = rest.slice(0, end).split(/\s+/);
  const verb = spoken.findIndex((word) => says(word.toLowerCase(), words));
  if (verb < 0 || verb > MOST_WORDS) return false;
  const subject = verb === 0 ? spoken.slice(1, 4) : spoken.slice(0, verb);
  if (subject.some((word) => /^(?:and|but|that|when|if|because|who|which|I|we|you|to)$/.test(word))) return false;
  if (verb === 0) return subject.some((word) => isSomebody(word, words));
  return isSomebody(subject.at(-1) ?? "", words) && closes(spoken.slice(verb));
}

/** “said”, “said on Monday”, “told reporters in Oslo”; not “said that …”, “said no”. */
function closes([verb = "", next = ""]: readonly string[]): boolean {
  if (next === "" || /^(?:tells?|told)$/.test(verb)) return true;
  return /^(?:on|in|at|after|during|late|early|to|by|via|[A-Z][a-z]+day)$/.test(next);
}

function says(word: string, { verbs }: ReportWords): boolean {
  const cues = verbs.get(word) ?? [];
  return cues.some(
    ({ entry, form }) =>
      entry.act === "speech" &&
      entry.particle.length === 0 &&
      (form === "past" || form === "present") &&
      entry.frames.has("quote") &&
      (entry.frames.has("clause") || entry.frames.has("addressee")),
  );
}

function isSomebody(written: string, { persons, bodies, carriers }: ReportWords): boolean {
  const word = written.replace(/[,’']s?$/, "");
  if (/^\p{Lu}/u.test(word) || /^(?:he|she|they|it)$/.test(word)) return true;
  return persons.has(word) || carriers.has(word) || (bodies.get(word) ?? "nobody") !== "nobody";
}
