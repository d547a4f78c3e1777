import { type Clause, coordinated, partiesOf } from "./clause.js";
import { afterWord, directAfter, governorOf, subjectAt } from "./parties.js";

/** Whether a verb of holding governs the noun, or it stands in “in a telephone conversation”, or it is itself the subject of “took place”. */
export function staged(clause: Clause, first: number, last: number): boolean {
  for (let i = first - 1; i >= Math.max(0, first - 9); i--) {
    const token = clause.tokens[i];
    if (token === undefined || token.upos === "PUNCT" || token.upos === "SCONJ") break;
    if (token.upos === "VERB") return clause.cues.staging.has(token.lemma);
    if (FRAMES.has(token.lower)) return /^(?:DET|ADJ|NUM|PROPN|NOUN)$/.test(clause.tokens[i + 1]?.upos ?? "");
  }
  return clause.tokens
    .slice(last + 1, last + 8)
    .some(
      (t, k, list) =>
        t.upos === "VERB" &&
        (clause.cues.staging.has(t.lemma) || (t.lemma === "take" && list[k + 1]?.lower === "place")),
    );
}

const FRAMES: ReadonlySet<string> = new Set(["in", "during"]);
/** “At a meeting in Lima, A and B agreed”. */
const OPENERS: ReadonlySet<string> = new Set([...FRAMES, "at"]);

/** “In separate calls, X discussed Y with A and B”: those who act in the sentence that the noun opens. */
export function framedParties(clause: Clause, first: number, last: number, isCall: boolean): readonly number[] {
  const { tokens } = clause;
  if (first === 0 && tokens[0]?.lower === "meeting") return openedParties(clause);
  const opens = tokens
    .slice(0, first)
    .every((t) => OPENERS.has(t.lower) || /^(?:DET|ADJ|NUM|PROPN|NOUN)$/.test(t.upos));
  if (first > 7 || !opens || !tokens.slice(0, first).some((t) => OPENERS.has(t.lower))) return [];
  const verb = tokens.findIndex((t, i) => i > last && t.upos === "VERB");
  if (verb < 0) return [];
  const partners = afterWord(clause, verb, new Set(["with"]), 26);
  const subject = subjectAt(clause, verb);
  return [...new Set([...subject, ...askedIn(clause, verb, first, subject, isCall), ...partners])];
}

/** “Meeting in Rome on Monday, [A and B] agreed”: those who act in the sentence that “meeting” or “speaking” opens. */
export function openedParties(clause: Clause): readonly number[] {
  const { tokens, mentions } = clause;
  const comma = tokens.findIndex((t) => t.lower === ",");
  const k = mentions.findIndex((m) => m.first > comma && m.first <= comma + 2);
  if (comma < 0 || comma > OPENING || k < 0 || mentions.some((m) => m.first < comma && m.kind !== "name")) return [];
  const list = coordinated(clause, k);
  const next = tokens[(list.at(-1)?.last ?? 0) + 1];
  return next?.upos === "VERB" || next?.upos === "AUX" ? [...new Set(list.flatMap((m) => partiesOf(clause, m)))] : [];
}

/** Words of “Meeting on the sidelines of the summit in Rome on Monday”. */
const OPENING = 14;

/**
 * “In a call, X urged Y to …”: Y; not a country, which is mostly spoken of (“At a summit, X condemned Y”), unless two of them
 * speak on the telephone, and nobody whom a speaker at a gathering only judges (“At a rally, X accused Y”).
 */
function askedIn(
  clause: Clause,
  verb: number,
  first: number,
  subject: readonly number[],
  isCall: boolean,
): readonly number[] {
  const { tokens, cues, actors } = clause;
  const lemma = tokens[verb]?.lemma ?? "";
  const isCountry = (a: number): boolean => actors.actors[a]?.kind === "country";
  const judged = cues.judging.has(lemma);
  if (cues.saying.has(lemma) && lemma !== "tell") return [];
  if (judged && tokens.slice(0, first).some((t) => t.lower === "at")) return [];
  const states = isCall && !judged && subject.some(isCountry);
  return directAfter(clause, verb).filter((a) => states || !isCountry(a));
}

/** “a meeting that [X] had with [Y] in Lima”: the verb of holding in a relative clause, with those who held it. */
export function heldBy(
  clause: Clause,
  last: number,
): { readonly verb: number; readonly parties: readonly number[] } | null {
  const { tokens } = clause;
  if (!/^(?:that|which)$/.test(tokens[last + 1]?.lower ?? "")) return null;
  const verb = tokens.findIndex((t, i) => i > last + 1 && t.upos === "VERB");
  if (verb < 0 || verb > last + HELD_REACH || !/^(?:have|hold)$/.test(tokens[verb]?.lemma ?? "")) return null;
  const partners = afterWord(clause, verb, new Set(["with"]), 3);
  const subject = subjectAt(clause, verb).filter((s) => !partners.includes(s));
  return subject.length === 0 || partners.length === 0 ? null : { verb, parties: [...subject, ...partners] };
}

/** Words of “that Foreign Minister X had”. */
const HELD_REACH = 12;

/** “the meeting was attended by X”. */
export function attendants(clause: Clause, last: number): readonly number[] {
  const at = clause.tokens.findIndex((t, i) => i > last && i <= last + 4 && t.lemma === "attend");
  return at < 0 ? [] : afterWord(clause, at, new Set(["by"]), 3);
}

/** “X also took part in the talks”, “the meeting was attended by X”. */
export function takesPart(clause: Clause, first: number, last: number): boolean {
  const { tokens } = clause;
  const before = tokens[governorOf(clause, first)];
  if (before !== undefined && before.index < first && /^(?:join|attend|participate)$/.test(before.lemma)) return true;
  const next = before === undefined ? "" : (tokens[before.index + 1]?.lower ?? "");
  if (before?.lemma === "take" && next === "part") return true;
  if (before?.lemma === "sit" && next === "in") return true;
  if (before?.lemma === "be" && next === "present") return true;
  return tokens.slice(last + 1, last + 5).some((t, k, list) => t.lemma === "attend" && list[k + 1]?.lower === "by");
}

/** “as the guest of X”, “at the invitation of X”, “hosted by X”: who receives a visitor. */
export function hostsIn(clause: Clause): readonly number[] {
  const at = clause.tokens.findIndex(
    (t, i) => /^(?:guest|invitation)$/.test(t.lower) && clause.tokens[i + 1]?.lower === "of",
  );
  return at < 0 ? [] : afterWord(clause, at, new Set(["of"]), 2);
}
