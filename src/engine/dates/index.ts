import { type Day, parseDay } from "../base/day.js";
import type { Sentence } from "../language/types.js";
import type { Context, Match, Narrated, Reading } from "./context.js";
import type { TimeLexicon } from "./lexicon.js";
import { RULES } from "./rules/list.js";
import { mayOpen, type Scan, scanSentence } from "./scan.js";
import { spanStart } from "./span.js";
import type { TimeAnchor, TimeExpression } from "./types.js";

export { daysOfTime } from "./calendar.js";
export type { Tenure } from "./in-office.js";
export { makeTimeLexicon, type TimeLexicon } from "./lexicon.js";
export {
  type Birthday,
  type InferredPublication,
  inferPublished,
  type PublicationDoubt,
  type PublicationFacts,
  publicationDoubts,
} from "./published.js";

/**
 * Finds the time expressions of a document and works out their TimeML values.
 *
 * Each sentence is read once from left to right; at each word every rule of `rules/list.ts` is tried and the longest
 * match taken. Values are worked out in the order of the text, so that “that day” finds the day told before.
 *
 * @param text The document's text; the sentences' offsets lie in it.
 * @param anchor Day of publication (a longer ISO time is cut to its day) and country.
 * @returns Expressions in the order of the text, none overlapping. Never throws.
 */
export function findTimes(
  sentences: readonly Sentence[],
  text: string,
  anchor: TimeAnchor,
  lexicon: TimeLexicon,
): readonly TimeExpression[] {
  const found: TimeExpression[] = [];
  let told: Told = { last: null, lastDay: null, lastYear: null, lastPeriod: null };
  const published = publicationDay(anchor.published);
  for (const sentence of sentences) {
    const scan = scanSentence(sentence, lexicon);
    for (const { rule, match, first } of matches(scan)) {
      const context: Context = {
        ...told,
        published,
        country: anchor.country,
        sentence: sentence.index,
        paragraph: sentence.paragraph,
      };
      const reading = match.read(context);
      if (reading === null) continue;
      const expression = express(scan, match, first, reading, rule, text);
      found.push(expression);
      told = remember(told, reading, expression, sentence);
    }
  }
  return found;
}

/** The day of publication; one that no newspaper can bear counts as not known, so that counting from it stays in range. */
function publicationDay(published: string | null): Day | null {
  const day = published === null ? null : parseDay(published.slice(0, 10));
  return day !== null && day >= "1500" && day < "2200" ? day : null;
}

interface Hit {
  readonly rule: string;
  readonly match: Match;
  /** First word of the span. */
  readonly first: number;
}

function matches(scan: Scan): readonly Hit[] {
  const hits: Hit[] = [];
  let floor = 0;
  for (let at = 0; at < scan.words.length; at++) {
    const best = mayOpen(scan, at) ? longest(scan, at) : null;
    if (best === null) continue;
    hits.push({ ...best, first: spanStart(scan, best.match, floor) });
    floor = best.match.end;
    at = floor - 1;
  }
  return hits;
}

function longest(scan: Scan, at: number): { readonly rule: string; readonly match: Match } | null {
  let best: { readonly rule: string; readonly match: Match } | null = null;
  for (const rule of RULES) {
    const match = rule.match(scan, at);
    if (match !== null && match.end > at && (best === null || match.end > best.match.end))
      best = { rule: rule.name, match };
  }
  return best;
}

function express(
  scan: Scan,
  match: Match,
  first: number,
  reading: Reading,
  rule: string,
  text: string,
): TimeExpression {
  const [from, to] = [scan.words[first], scan.words[match.end - 1]];
  const [start, end] = [from?.start ?? 0, to?.end ?? 0];
  return {
    span: [start, end],
    sentence: scan.sentence.index,
    first: from?.token ?? 0,
    last: to?.token ?? 0,
    text: text.slice(start, end),
    type: reading.type ?? match.type,
    value: reading.value,
    rule,
    why: reading.why,
    confidence: Math.round(reading.confidence * 100) / 100,
  };
}

/** Words that open a clause beside the news; what a preposition of these leads to is no clause. */
const ASIDE = /^(?:after|before|since|who|which|whose|that)$/;

/** Whether a time stands in a clause beside what its sentence tells: “… after fourteen people died [on Friday]”. */
function isAside({ tokens }: Sentence, at: number): boolean {
  let verbs = 0;
  for (let i = at - 1; i >= 0; i--) {
    const token = tokens[i];
    if (token === undefined || /^[,;:]$/.test(token.text)) return false;
    if (token.upos === "VERB" || token.upos === "AUX") verbs++;
    if (ASIDE.test(token.lower)) return verbs > 0 && token.upos !== "DET";
  }
  return false;
}

type Told = Pick<Context, "last" | "lastDay" | "lastYear" | "lastPeriod">;

/** What later expressions may point back to. Durations and times that come again tell none, but for a period reported on. */
function remember(told: Told, reading: Reading, expression: TimeExpression, sentence: Sentence): Told {
  const narrated = (value: string): Narrated => ({
    value,
    words: expression.text,
    paragraph: sentence.paragraph,
    sentence: sentence.index,
  });
  const lastPeriod = reading.period === undefined ? told.lastPeriod : narrated(reading.period);
  if (expression.type === "DURATION" || expression.type === "SET") return { ...told, lastPeriod };
  const { value } = expression;
  const dated = /^\d{4}(?:-|$)/.test(value);
  const last = dated ? narrated(value) : told.last;
  const whole: Day | null = parseDay(value.slice(0, 10));
  const aside = told.lastDay?.sentence === sentence.index && isAside(sentence, expression.first);
  return {
    last,
    lastDay: whole === null || aside ? told.lastDay : narrated(whole),
    lastYear: dated ? narrated(value) : told.lastYear,
    lastPeriod,
  };
}
