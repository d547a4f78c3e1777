import { namesPartOfDay } from "../language/part-of-day.js";
import type { Token } from "../language/types.js";
import { isAnnounced, isBackshifted } from "./backshift.js";
import type { Clause } from "./clause.js";
import { isDenied } from "./denial.js";
import { fateOfPlan, fatesOf } from "./fates.js";

/** What a passage says of a contact's reality; `background` is an earlier one, `none` no contact at all. */
export type Reality = "held" | "planned" | "proposed" | "postponed" | "cancelled" | "denied" | "background" | "none";

const MODALS: ReadonlySet<string> = new Set(["may", "might", "could", "can", "should", "must", "would"]);

/** Reality of the verb at token `at`, from its form, its auxiliaries and what governs it. */
export function realityOfVerb(clause: Clause, at: number): Reality {
  const { tokens } = clause;
  const verb = tokens[at];
  if (verb === undefined) return "none";
  const chain = auxiliaries(tokens, at, clause);
  const led = chain.length > 0 ? null : infinitiveBefore(clause, at);
  if (led !== null) return realityOfVerb(clause, led);
  if (chain.some((t) => /^(?:can|ca|could|may|might)$/.test(t.lower))) return "none"; // “could not negotiate with …”
  if (chain.some((t) => t.lower === "not" || t.lower === "n't" || t.lower === "never"))
    return chain.some((t) => t.lower === "will" || t.lower === "wo") ? "cancelled" : "denied";
  if (conditional(tokens, at) || isHearsay(clause, at)) return "none";
  if (proposedThat(clause, at)) return "proposed";
  if (isDenied(tokens, at)) return "denied";
  if (tokens[at - 1]?.lower === "last") return "background";
  if (verb.xpos === "VBG" && verb.lemma === "visit" && /^(?:is|are)$/.test(tokens[at - 1]?.lower ?? ""))
    return aheadOf(tokens, at) ? "planned" : "held";
  if (chain.some((t) => t.lower === "will" || t.lower === "'ll" || t.lower === "shall")) return "planned";
  if (chain.some((t) => t.lower === "would") && isAnnounced(clause, at)) return "planned";
  if (chain.some((t) => MODALS.has(t.lower))) return "none";
  if (chain.some((t) => t.lower === "to")) return realityOfInfinitive(clause, at);
  if (
    chain.some((t) => t.lower === "had") &&
    verb.xpos === "VBN" &&
    !chain.some((t) => t.lower === "be" || t.lower === "been") &&
    !namesPartOfDay(tokens, at) && // “had arrived at dawn”
    !isBackshifted(clause, at)
  )
    return "background";
  if (verb.xpos === "VBG" && chain.some((t) => t.lemma === "be") && chain.some((t) => ["is", "are"].includes(t.lower)))
    return "planned";
  if (verb.xpos === "VB" && chain.length === 0 && at === 0) return "none";
  return isTimetable(clause, at) ? "planned" : "held";
}

/** “to attend the summit and [meet] X”, “will visit Riga and [meet] X”: the verb before it that has the “to” or the auxiliary of both. */
function infinitiveBefore({ tokens, sentence: { tree } }: Clause, at: number): number | null {
  const head = tree.heads[at] ?? -1;
  if (tokens[at]?.xpos !== "VB" || tree.relation(at) !== "conj" || head < 0 || head >= at) return null;
  return tokens[head]?.xpos === "VB" ? head : null;
}

/** Auxiliaries, negations, “to” and adverbs right before a verb, nearest first. */
export function auxiliaries(tokens: readonly Token[], at: number, clause: Clause): readonly Token[] {
  const found: Token[] = [];
  for (let i = at - 1, steps = 0; i >= 0 && steps < 8; i--, steps++) {
    const token = tokens[i];
    if (token === undefined) break;
    if (token.upos === "AUX" || token.upos === "PART" || ["not", "never", "to", "wo"].includes(token.lower))
      found.push(token);
    else if (
      token.upos !== "ADV" &&
      !clause.all.some((m) => m.first <= i && i <= m.last && token.upos === "PRON" && found.length > 0)
    )
      break;
  }
  return found;
}

/** “[will] sign”, “would meet”, “were [to] discuss”, “due to sign”: told as still to come, or as what came to nothing. */
export function liesAhead(clause: Clause, verb: number): boolean {
  const { tokens } = clause;
  const chain = auxiliaries(tokens, verb, clause);
  if (chain.some((t) => /^(?:will|'ll|would|shall)$/.test(t.lower))) return true;
  const to = chain.find((t) => t.lower === "to")?.index ?? -1;
  return to > 0 && /^(?:is|are|was|were|due|expected|scheduled|planned)$/.test(tokens[to - 1]?.lower ?? "");
}

/** Words that put what is told in the present into the future. */
function aheadOf(tokens: readonly Token[], at: number): boolean {
  return tokens
    .slice(at, at + 12)
    .some((t) => /^(?:tomorrow|next|later|soon)$|^(?:mon|tues|wednes|thurs|fri|satur|sun)day$/.test(t.lower));
}

/** “The president flies to Ankara on Friday to meet X.”: a journey in the present with a day ahead, no headline and no caption (“meets X on Friday”). */
function isTimetable({ tokens, cues }: Clause, at: number): boolean {
  if (
    !cues.journey.has(tokens[at]?.lemma ?? "") ||
    !/^VB[ZP]$/.test(tokens[at]?.xpos ?? "") ||
    tokens.at(-1)?.text !== "."
  )
    return false;
  if (tokens.some((t) => t.xpos === "VBD")) return false;
  return aheadOf(tokens, at);
}

/** “proposed that A and B meet”. */
function proposedThat(clause: Clause, at: number): boolean {
  const { tokens } = clause;
  for (let i = Math.max(0, at - 12); i < at; i++)
    if (
      tokens[i]?.upos === "VERB" &&
      clause.cues.proposal.has(tokens[i]?.lemma ?? "") &&
      tokens[i + 1]?.lower === "that"
    )
      return tokens[at]?.xpos === "VB" || tokens[at]?.xpos === "VBP";
  return false;
}

/** “A said that B had told him that C …”: told at second hand, which nobody here answers for. */
export function isHearsay(clause: Clause, at: number): boolean {
  const { tokens, cues } = clause;
  let tellings = 0;
  for (let i = 0; i < at; i++) {
    const token = tokens[i];
    if (token?.upos !== "VERB" || (!cues.saying.has(token.lemma) && token.lemma !== "hear")) continue;
    if (
      tokens.slice(i + 1, Math.min(at, i + 5)).some((t) => t.lower === "that" || t.lower === "he" || t.lower === "she")
    )
      tellings++;
  }
  return tellings >= 2;
}

function conditional(tokens: readonly Token[], at: number): boolean {
  for (let i = at - 1; i >= Math.max(0, at - 12); i--) {
    const word = tokens[i]?.lower ?? "";
    if (word === "if" || word === "whether" || word === "unless") return true;
    if (word === "," || word === ";") return false;
  }
  return false;
}

/** “plans to meet” is planned, “travelled to Geneva to meet” is held, “invited X to meet” proposed. */
function realityOfInfinitive(clause: Clause, at: number): Reality {
  const { tokens } = clause;
  let to = at - 1;
  while (to > 0 && tokens[to]?.lower !== "to") to--;
  if (/^(?:is|are)$/.test(tokens[to - 1]?.lower ?? "")) return "planned"; // “are to meet”
  if (/^(?:was|were)$/.test(tokens[to - 1]?.lower ?? ""))
    // “cancelled the trip on which he was to meet …”
    return fateOfPlan(clause, at) ?? "none";
  for (let i = to - 1; i >= Math.max(0, to - 14); i--) {
    const token = tokens[i];
    if (token === undefined) break;
    if (!["VERB", "ADJ", "NOUN", "AUX"].includes(token.upos)) continue;
    if (clause.cues.pledged.has(token.lemma) && i === to - 1) return "none"; // “our continued readiness to engage with X”
    if (clause.cues.chance.has(token.lemma) && tokens[verbBefore(tokens, i)]?.lemma === "have")
      return realityOfVerb(clause, verbBefore(tokens, i)); // “had the opportunity to meet”
    if (token.lemma === "expect" && token.xpos !== "VBN" && i < to - 1) return "none"; // “analysts expect X to meet Y”
    if (clause.cues.plan.has(token.lemma)) return (isPast(tokens, i) ? fateOfPlan(clause, at) : null) ?? "planned";
    if (clause.cues.proposal.has(token.lemma)) return "proposed";
    if (["refuse", "decline", "reject"].includes(token.lemma)) return "none";
    if (clause.cues.motion.has(token.lemma)) return ofJourney(realityOfVerb(clause, i));
    if (token.upos === "VERB") return "none";
  }
  return "none";
}

/** “[flew] to Oslo to meet X”, “was supposed to [fly] to Oslo to meet X”: what is told of the journey. */
function ofJourney(journey: Reality): Reality {
  return journey === "background" ? "held" : journey;
}

/** “[had hoped] to meet”, “[was due] to meet”: a plan of which the report may tell the end. */
function isPast(tokens: readonly Token[], plan: number): boolean {
  if (tokens[plan]?.xpos === "VBD") return true;
  return tokens.slice(Math.max(0, plan - 3), plan).some((t) => /^(?:was|were|had)$/.test(t.lower));
}

/** The verb a few tokens before a noun; the noun itself when there is none. */
function verbBefore(tokens: readonly Token[], at: number): number {
  for (let i = at - 1; i >= Math.max(0, at - 4); i--) if (tokens[i]?.upos === "VERB") return i;
  return at;
}

/** “postponed”, “called off” of the contact at `first` to `last`; what it was before gives way to what the main clause tells it is. */
export function fateAround(clause: Clause, first: number, last: number): Reality | null {
  const told = fatesOf(clause, first, last);
  const main = told.find((t) => !t.beside);
  if (main !== undefined) return main.fate;
  const [beside] = told;
  return beside === undefined ? null : (overcome(clause, beside.main) ?? beside.fate);
}

/** “the summit, postponed in March, [will be held] in May”: what the verb of a contact's noun says of it after all. */
function overcome(clause: Clause, at: number): Reality | null {
  const { tokens, cues } = clause;
  const verb = tokens[at];
  if (verb?.upos !== "VERB") return null;
  if (cues.plan.has(verb.lemma) && verb.xpos === "VBN") return "planned"; // “is now expected to take place”
  if (!cues.staging.has(verb.lemma) && cues.fates.match(tokens, at)?.entry !== "held") return null;
  return realityOfVerb(clause, at);
}
