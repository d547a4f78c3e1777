import type { Span } from "../base/span.js";
import type { TimeExpression } from "../dates/types.js";
import type { Sentence } from "../language/types.js";
import { allegationCode, allegedBy, laysBlame, type Reporter } from "./allegation.js";
import type { Clause } from "./clause.js";
import { mentionAt } from "./clause.js";
import { type Content, codeByContent, contentAt } from "./content.js";
import type { Reality } from "./drafted.js";
import { isAnnounced } from "./headline.js";
import { codeInWords } from "./in-words.js";
import { ofStates } from "./known.js";
import type { ContentCode, EventLexicon } from "./lexicon.js";
import type { Match } from "./match.js";
import { timesOfWord } from "./matter.js";
import { type Parties, partiesOf } from "./parties.js";
import { realityOf } from "./reality.js";
import { spanOf } from "./span-of.js";
import { stands } from "./stands.js";
import type { Told } from "./told.js";
import type { EventInput } from "./types.js";
import { whenOf } from "./when.js";
import { isWord, OWN_WORD } from "./words.js";

/** What coding a passage needs besides the passage. */
export interface Setting {
  readonly input: EventInput;
  readonly lexicon: EventLexicon;
  /** Expressions of time in a sentence. */
  readonly timesIn: (sentence: Sentence) => readonly TimeExpression[];
  /** Whether a span is quoted speech whose words are a party's own. */
  readonly isQuoted: (span: Span) => boolean;
  /** Whom a pronoun means that the actor stage left open. */
  antecedent(pronoun: string, sentence: number, token: number): readonly number[];
  counterpart(actor: readonly number[], sentence: number): readonly number[];
}

/** Somebody is spoken to (“thank you”): the words are of a speech, whoever holds it. */
const HEARERS: ReadonlySet<string> = new Set(["you", "us", "me"]);

/** Codes a matched frame; `null` where the text does not assert an act between parties. */
export function codeMatch(match: Match, acts: ReadonlySet<number>, setting: Setting): Told | null {
  const { clause, args } = match;
  const { lexicon } = setting;
  if (isSpoken(match, setting)) return null;
  // “Kishida to visit Astana” announces a contact, which the contact stage tells.
  if (match.coding.event === "CONSULT" && isAnnounced(clause, args.predicate)) return null;
  const reality = realityOf(clause, args.predicate, lexicon, acts);
  if (reality.status === "content") return null;
  const content = contentAt(clause, contentHead(match), lexicon);
  const final = finalCode(match, reality, content, lexicon);
  const parties = final === null ? null : partiesIn(match, final, setting);
  const coded = final === null || parties === null ? null : inWords(match, final, parties, lexicon);
  if (coded === null || parties === null) return null;
  const blame = reality.reporters.length > 0 && laysBlame(clause, args.predicate, lexicon);
  const alleged = allegedBy(clause, reality, coded.code, parties, blame);
  const accused = alleged === null ? null : allegationCode(coded.code); // whoever says that he was helped accuses nobody
  if (alleged !== null && accused !== null) return allegation(match, alleged, accused, coded, parties, setting);
  const status = coded.status;
  const headline = isHeadline(clause.sentence);
  const lead = (headline || isLead(clause, setting)) && reality.reporters.length === 0;
  const news = lead && status === "happened" && !coded.negated;
  const published = setting.input.published?.value ?? null;
  const times = setting.timesIn(clause.sentence);
  const own = isWord(coded.code.event)
    ? timesOfWord(clause, args.predicate, args.object, times, setting.lexicon)
    : times;
  const when = whenOf(clause, args.predicate, args.complement, own, published, news);
  let span: Span | null = null;
  return {
    clause,
    ...coded.code,
    actor: parties.actor,
    recipient: parties.recipient,
    status: status === "happened" && when.past ? "historical" : status,
    negated: coded.negated,
    /** Worked out when it is read: who asks about two parties alone does not. */
    get span() {
      span ??= spanOf(clause, args.predicate, match.trigger, args);
      return span;
    },
    trigger: match.trigger,
    lemma: match.key,
    words: content.words,
    date: when.date,
    headline,
    why: coded.why === null ? match.why : `${match.why}, ${coded.why}`,
    confidence: confidenceOf(match, parties, reality, status, coded.code),
  };
}

/** The code where politicians attack each other: in words; `null` where they only run against each other. */
function inWords(match: Match, final: FinalCode, parties: Parties, lexicon: EventLexicon): FinalCode | null {
  const code = codeInWords(match, final.code, parties, lexicon);
  if (code === null) return null;
  return code === final.code ? final : { ...final, code, why: IN_WORDS };
}
const IN_WORDS = "in words";

/** The first sentence, and the second where the first tells no day. */
function isLead({ sentence }: Clause, { input, timesIn }: Setting): boolean {
  const first = input.sentences[0];
  return sentence.index === 0 || (sentence.index === 1 && first !== undefined && timesIn(first).length === 0);
}

/** What one side says the other did to it is its allegation; of what was not or will not be done there is none. */
function allegation(
  match: Match,
  alleged: Reporter,
  accused: ContentCode,
  { status, negated }: FinalCode,
  { actor }: Parties,
  { input, timesIn }: Setting,
): Told | null {
  if (negated || status === "planned" || status === "hypothetical") return null;
  const { clause } = match;
  const when = whenOf(clause, alleged.verb, null, timesIn(clause.sentence), input.published?.value ?? null, false);
  return {
    clause,
    ...accused,
    actor: alleged.parties,
    recipient: actor,
    status: "happened",
    negated: false,
    span: spanOf(clause, alleged.verb, match.trigger),
    trigger: alleged.verb,
    lemma: match.key,
    words: [],
    date: when.date,
    headline: isHeadline(clause.sentence),
    why: `${match.why}, which the other side alleges`,
    confidence: ALLEGED,
  };
}

const ALLEGED = 0.8; // below a verb that accuses outright

/** Whether the words are a party's own, or spoken to somebody, not the report's. */
export function isSpoken(
  { clause, args, trigger }: Pick<Match, "clause" | "args" | "trigger">,
  { isQuoted }: Setting,
): boolean {
  const token = clause.tokens[trigger];
  if (token === undefined || isQuoted([token.start, token.end])) return true;
  if (args.object === null || !HEARERS.has(clause.tokens[args.object]?.lower ?? "")) return false;
  return mentionAt(clause, args.object) === null;
}

/** The parties where they are enough for the event; what is still to come needs both sides named. */
function partiesIn(match: Match, { code, why }: FinalCode, setting: Setting): Parties | null {
  const { clause } = match;
  const at = clause.sentence.index;
  const parties = partiesOf(
    match,
    setting.lexicon,
    (actor) => setting.counterpart(actor, at),
    (pronoun, token) => setting.antecedent(pronoun, at, token),
    code.event !== "REJECT",
  );
  // Whoever will not end a strike is on strike, of whatever union.
  if (parties === null || !(why === NOT_ENDED || stands(code, parties, clause))) return null;
  if (why !== PLANNED || parties.recipient.length > 0) return parties;
  return parties.actor.length < 2 || (match.coding.event === "COOPERATE" && !ofStates(clause, parties.actor)) ? null : parties; // biome-ignore format: one line reads best
}

/** What an act is about: its clause, else its object or “for” phrase. */
function contentHead({ args, trigger }: Match): number | null {
  if (args.complement !== null) return args.complement;
  const phrase = args.obliques.find((o) =>
    ["for", "to", "of", "on", "with", "against", "over"].includes(o.preposition),
  );
  return args.object !== null && args.object !== trigger ? args.object : (phrase?.token ?? null);
}

const PLANNED = "still to come";
/** CAMEO code that the tables of frames give to the end of a protest. */
const PROTEST_ENDED = "082";
const NOT_ENDED = "not ended";
const GOES_ON: ContentCode = { event: "PROTEST", mode: null, cameo: "140" };

interface FinalCode {
  readonly code: ContentCode;
  readonly status: "happened" | "planned" | "hypothetical" | "historical";
  readonly negated: boolean;
  readonly why: string | null;
}

/** The code after content, tense, endings and refusals have had their say. */
function finalCode({ coding }: Match, reality: Reality, content: Content, lexicon: EventLexicon): FinalCode | null {
  const { status, negated } = reality;
  if (status === "content") return null;
  const starred = coding.cameo.endsWith("*");
  const root = coding.cameo.slice(0, -1);
  const code: ContentCode | null = starred ? codeByContent(`${coding.event} ${root}`, content, lexicon) : coding;
  if (code === null) return null;
  const { event } = code;
  const turn = (change: string, why: string): FinalCode | null => {
    const changed = lexicon.reversals.get(`${change} ${event}`);
    return changed === undefined ? null : { code: changed, status: "happened", negated: false, why };
  };
  // “will not end the strike”: it goes on
  if (negated && event === "RETREAT" && code.cameo === PROTEST_ENDED) return { code: GOES_ON, status: "happened", negated: false, why: NOT_ENDED }; // biome-ignore format: one line reads best
  if (reality.ended !== null) return endedAs(turn("end", "ended"), status, lexicon);
  // “does not accept the demands”: what is not conceded is refused; an apology or pardon that is not given (055, 056) stays negated
  if (negated && status === "happened" && event === "CONCEDE" && code.cameo.startsWith("08"))
    return turn("decline", "not conceded");
  if (status === "planned") {
    const turned = negated ? turn("decline", "declined") : turn("plan", PLANNED);
    if (turned !== null) return turned;
  }
  const plain = { event, mode: code.mode ?? coding.mode, cameo: code.cameo };
  return { code: plain, status, negated, why: null };
}

/** “must stop arming Chad” ends nothing yet, and “will stop arming Chad” promises the end, where that is a promise. */
function endedAs(end: FinalCode | null, status: FinalCode["status"], { reversals }: EventLexicon): FinalCode | null {
  if (end === null || status === "happened" || status === "historical") return end;
  const promised = status === "planned" ? reversals.get(`plan ${end.code.event}`) : undefined;
  return promised === undefined ? { ...end, status } : { ...end, code: promised, why: PLANNED };
}

/** A headline ends in no full stop and opens the article. */
export function isHeadline(sentence: Sentence): boolean {
  return sentence.index === 0 && !/[.!?”"]$/.test(sentence.tokens[sentence.tokens.length - 1]?.text ?? "");
}

function confidenceOf(
  match: Match,
  parties: Parties,
  reality: Reality,
  status: Told["status"],
  { event }: ContentCode,
): number {
  let value = match.weight >= 10 ? 0.88 : match.weight >= 5 ? 0.82 : 0.72;
  if (!parties.direct) value -= 0.12;
  if (parties.recipient.length === 0 && parties.actor.length < 2) value -= 0.1;
  if (reality.reporters.length > 0 && !OWN_WORD.has(event)) value -= 0.08;
  if (match.clause.tree.relation(match.args.predicate) === "acl") value -= 0.1; // a participle tells by the way
  if (status === "hypothetical" || status === "planned") value -= 0.1;
  return Math.round(Math.max(0.2, value) * 100) / 100;
}
