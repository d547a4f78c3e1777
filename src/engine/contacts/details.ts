import { addDays, parseDay } from "../base/day.js";
import type { Span } from "../base/span.js";
import { daysOfTime } from "../dates/index.js";
import type { TimeExpression } from "../dates/types.js";
import { ancestors } from "../language/tree.js";
import { type Clause, wordsIn } from "./clause.js";
import type { ContactLexicon } from "./lexicon.js";
import { dayCountedBack, isOutside, longBefore } from "./long-before.js";
import { isOfOtherClause, isOfOwnVerb, isPurposesDay } from "./own-clause.js";
import type { Trigger } from "./trigger.js";
import type { Contact } from "./types.js";

/** The report's day and the time expressions of its sentences. */
export interface TimeFrame {
  readonly published: { readonly value: string } | null;
  inSentence(sentence: number): readonly TimeExpression[];
}

/** A day said of a contact, or the period it lies in; also the following day where the text gives it in another zone. */
export interface SaidDay {
  /** ISO prefix as far as the text goes. */
  readonly value: string;
  readonly earliest: string;
  readonly latest: string;
  readonly why: string;
}

/**
 * The days a time value leaves open: a month or a year as said, a week or a season by its first and last day.
 * A period that the report itself falls into ends with the report.
 *
 * @returns `null` for a value without known days, and for a week or longer that the report's own day stands in for.
 */
function periodOf(value: string, published: string | null): Pick<SaidDay, "value" | "earliest" | "latest"> | null {
  const plain = /^\d{4}(?:-\d{2}(?:-\d{2})?)?(?![\dWQSHF-])/.exec(value);
  const days = daysOfTime(plain === null ? value : plain[0]);
  if (plain !== null) return { value: plain[0], earliest: days?.[0] ?? plain[0], latest: days?.[1] ?? plain[0] };
  if (days === null || !/^\d{4}-(?:W|Q|H|S|F)/.test(value)) return null;
  const [earliest, latest] = days;
  if (published !== null && earliest <= published && published <= latest) return null;
  const shared = earliest.slice(0, 7) === latest.slice(0, 7) ? earliest.slice(0, 7) : earliest.slice(0, 4);
  return { value: shared, earliest, latest };
}

/** “on Monday night, already Tuesday in Tokyo”: the day after, as the other side counts it; `null` when none is said. */
function nextDayElsewhere(trigger: Trigger, said: TimeExpression, value: string, times: TimeFrame): string | null {
  const day = parseDay(value);
  if (day === null) return null;
  const next = addDays(day, 1);
  const other = times
    .inSentence(trigger.clause.sentence.index)
    .find((t) => t.value.slice(0, 10) === next && t.first > said.last && t.first - said.last <= 12);
  if (other === undefined) return null;
  const between = trigger.clause.tokens.slice(said.last + 1, other.first);
  const behind = trigger.clause.tokens.slice(other.last + 1, other.last + 4);
  const isSaid = between.some((t) => /^(?:already|which|where|time|local|\()$/.test(t.lower));
  return isSaid || behind.some((t) => /^(?:time|local)$/.test(t.lower)) ? next : null;
}

/** “on Sunday night ([early Monday] in Seoul)”: the same day as the other side counts it. */
function isOtherSides(trigger: Trigger, time: TimeExpression, times: TimeFrame): boolean {
  const before = times.inSentence(trigger.clause.sentence.index).findLast((t) => t.last < time.first);
  if (before === undefined) return false;
  return nextDayElsewhere(trigger, before, before.value.slice(0, 10), times) === time.value.slice(0, 10);
}

/** The day said nearest to a trigger, before another trigger of the sentence claims it; `null` when none is. */
export function dayOfTrigger(trigger: Trigger, others: readonly Trigger[], times: TimeFrame): SaidDay | null {
  let best: (SaidDay & { readonly distance: number; readonly time: TimeExpression }) | null = null;
  let open = Number.POSITIVE_INFINITY; // distance of the nearest day that the article leaves open
  const before = longBefore(trigger);
  const rivals = others.filter((o) => o !== trigger);
  for (const time of times.inSentence(trigger.clause.sentence.index)) {
    if (time.type !== "DATE" && time.type !== "TIME") continue;
    const meant = isMeantFor(trigger, time) ? periodOf(time.value, times.published?.value ?? null) : null;
    if (meant !== null) return { ...meant, why: `“${time.text}”: ${time.why}` };
    if (isFormer(trigger, time) || isOtherSides(trigger, time, times)) continue;
    if (isDeadline(trigger, time) || isOccasions(trigger, time) || isOfOtherClause(trigger, time.first)) continue;
    if (before !== null && isOutside(trigger, before, time)) continue;
    const own = isOfOwnVerb(trigger, time.first) || rivals.some((o) => isPurposesDay(trigger, o.first, time.first));
    const foreign =
      acrossThat(trigger, time) || (!own && rivals.some((o) => o.reality !== "none" && isOfOwnVerb(o, time.first)));
    const distance = gap(trigger, time) + (foreign ? FOREIGN_DISTANCE : 0);
    const day = periodOf(time.value, times.published?.value ?? null);
    if (day === null && time.value.startsWith("XXXX-")) open = Math.min(open, distance);
    if (day === null) continue;
    if (OVER.has(trigger.reality) && times.published !== null && day.value > times.published.value) continue;
    if (
      apart(trigger, time) ||
      distance > 40 ||
      (!own && rivals.some((o) => !apart(o, time) && gap(o, time) < distance))
    )
      continue;
    if (best === null || distance < best.distance)
      best = { ...day, why: `“${time.text}”: ${time.why}`, distance, time };
  }
  if (best === null && before !== null)
    return dayCountedBack(trigger, before, times.inSentence(trigger.clause.sentence.index));
  if (best === null || open < best.distance) return null; // “spoke on Wednesday about the curbs imposed in 2019”
  const { value, earliest, why } = best;
  return { value, earliest, latest: nextDayElsewhere(trigger, best.time, value, times) ?? best.latest, why };
}

/** “accepted and said he would come [in July]”: the day said behind what is still to be done, or `null`. */
export function dayAhead({ tokens, sentence }: Clause, times: TimeFrame): SaidDay | null {
  const will = tokens.findIndex((t) => /^(?:will|would|'ll)$/.test(t.lower));
  const time = will < 0 ? undefined : times.inSentence(sentence.index).find((t) => t.first > will && t.type === "DATE");
  const period = time === undefined ? null : periodOf(time.value, times.published?.value ?? null);
  return time === undefined || period === null ? null : { ...period, why: `“${time.text}”: ${time.why}` };
}

/** “called off a session that had been planned [for April]”: for when it was meant, whenever that is said. */
function isMeantFor({ clause: { tokens }, reality }: Trigger, time: TimeExpression): boolean {
  if (reality !== "cancelled" && reality !== "postponed") return false;
  const before = tokens.slice(Math.max(0, time.first - 3), time.first);
  return before.some((t) => /^(?:planned|scheduled|set|due|slated)$/.test(t.lower)) && /^(?:for|on|in)$/.test(before.at(-1)?.lower ?? ""); // biome-ignore format: one line reads best
}

const FIRST_PLANNED =
  /(?:^| )(?:originally|initially|first|previously) (?:planned|scheduled|set|due|slated|expected) (?:for|on|in)$/;

/** “a summit postponed [from March]”, “first set [for June]”: when it was to be held before it was planned anew. */
function isFormer({ clause: { tokens, cues, sentence }, reality }: Trigger, time: TimeExpression): boolean {
  if (reality === "cancelled" || reality === "postponed") return false;
  const verb = ancestors(sentence.tree, time.first).find((up) => tokens[up]?.upos === "VERB") ?? -1;
  if (/^(?:postponed|cancelled)$/.test(cues.fates.match(tokens, verb)?.entry ?? "")) return true; // “put off last year”
  const from = time.first - 1;
  const isMoved = (at: number): boolean => cues.fates.match(tokens, at)?.entry === "postponed";
  if (tokens[from]?.lower === "from" && (isMoved(from - 2) || isMoved(from - 1))) return true;
  return FIRST_PLANNED.test(wordsIn(tokens, from - 3, time.first));
}

/** “promised a reply by the end of June”: when what was promised is due, for a contact told of as over. */
function isDeadline(trigger: Trigger, time: TimeExpression): boolean {
  if (!OVER.has(trigger.reality) || time.first <= trigger.last) return false;
  return /^(?:by|until|before)$/.test(trigger.clause.tokens[time.first - 1]?.lower ?? "");
}

/** “sent condolences after twelve people died on Friday”: the day of what gave occasion. */
function isOccasions({ clause: { tokens }, last }: Trigger, time: TimeExpression): boolean {
  const between = tokens.slice(last + 1, time.first);
  const at = between.findIndex((t) => t.lower === "after");
  if (at < 0 || !between.slice(at).some((t) => t.xpos === "VBD")) return false;
  return /^(?:NOUN|PROPN|PRON|NUM|DET|ADJ)$/.test(between[at + 1]?.upos ?? "");
}

/** What is told as over has no day after the report's. */
const OVER: ReadonlySet<string> = new Set(["held", "background", "denied"]);

/** Tokens that a “that” or another contact's verb counts for: the day of saying is not the day of what is said. */
const FOREIGN_DISTANCE = 15;

function acrossThat(trigger: Trigger, time: TimeExpression): boolean {
  if (time.first > trigger.last) return false;
  return trigger.clause.tokens.slice(time.last + 1, trigger.first).some((t) => t.lower === "that" && t.upos !== "DET");
}

/** Whether a semicolon parts the trigger from the time. */
function apart(trigger: Trigger, time: TimeExpression): boolean {
  const [from, to] = time.first > trigger.last ? [trigger.last, time.first] : [time.last, trigger.first];
  return trigger.clause.tokens.slice(from + 1, to).some((t) => t.lower === ";");
}

function gap(trigger: Trigger, time: TimeExpression): number {
  if (trigger.continues === true && time.first < trigger.first) return Number.POSITIVE_INFINITY;
  return time.first > trigger.last ? time.first - trigger.last : Math.max(0, trigger.first - time.last);
}

/** The contact's day: as said, else as of the report, with the reason. */
export function contactDate(
  status: Contact["status"],
  said: SaidDay | null,
  earlier: boolean,
  times: TimeFrame,
): Contact["date"] {
  const published = times.published === null ? null : parseDay(times.published.value);
  if (said !== null) {
    const isAhead = status === "planned" && published !== null; // “by the end of the year” begins with the report
    return isAhead && said.earliest < published && published <= said.latest ? { ...said, earliest: published } : { ...said }; // biome-ignore format: one line reads best
  }
  if (published === null || status !== "held" || earlier) return null;
  return {
    value: published,
    earliest: addDays(published, -1),
    latest: published,
    why: `no day is given; the report is of ${published}`,
  };
}

const OCCASION_REACH = 8; // words before a feast or a loss that say that it is the occasion

/** “on [his] birthday”, “over the earthquake”, “a happy birthday”; not “on flood warnings”, “before the month of Ramadan”. */
function isOccasion({ tokens, cues }: Clause, first: number, last: number): boolean {
  if (tokens[last + 1]?.upos === "NOUN" && !/^(?:greetings?|wish(?:es)?|message|telegram|letter|card)$/.test(tokens[last + 1]?.lower ?? "")) return false; // biome-ignore format: one line reads best
  for (let at = first - 1; at >= Math.max(0, first - OCCASION_REACH); at--) {
    const token = tokens[at];
    if (token === undefined) return false;
    if (cues.occasion.has(token.lower) || cues.occasion.has(token.lemma)) return true;
    const goesOn = token.lower === "of" && !/^(?:month|eve|end|start|beginning)$/.test(tokens[at - 1]?.lower ?? "");
    if ((token.upos === "ADP" || token.upos === "SCONJ") && !goesOn) return false;
  }
  return false;
}

/** What the contact was for, when it is a feast, an election or a loss. */
export function occasionOf(
  clauses: readonly Clause[],
  lexicon: ContactLexicon,
  text: string,
): { readonly text: string; readonly span: Span } | null {
  for (const clause of clauses)
    for (let at = 0; at < clause.tokens.length; at++) {
      const match = lexicon.occasions.match(clause.tokens, at);
      const [a, b] = [clause.tokens[at], clause.tokens[match?.last ?? -1]];
      if (match === null || a === undefined || b === undefined || !isOccasion(clause, at, match.last)) continue;
      const span: Span = [a.start, b.end];
      return { text: text.slice(...span), span };
    }
  return null;
}
