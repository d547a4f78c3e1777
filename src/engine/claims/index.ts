import type { ActorTable } from "../actors/types.js";
import { bySpan, type Span } from "../base/span.js";
import type { SourceDocument } from "../document/types.js";
import type { Sentence } from "../language/types.js";
import { pairOfLead } from "./addressees.js";
import { assemble, type Settled } from "./assembly.js";
import { readAttributions } from "./attributions.js";
import { pointedAt, readBackReference } from "./back-reference.js";
import { agencyOf } from "./chain.js";
import { isDeed } from "./deeds.js";
import type { Draft } from "./draft.js";
import { readHeadline } from "./headings.js";
import { answererOf } from "./issuers.js";
import { judge } from "./judge.js";
import type { ClaimLexicon } from "./lexicon.js";
import { Memory } from "./memory.js";
import { readNouns } from "./noun-claims.js";
import { speakersOfText } from "./own-words.js";
import { findQuotations } from "./quotations.js";
import { readLooseQuotes } from "./quotes.js";
import { SourceRegistry } from "./registry.js";
import { makeScene } from "./scene.js";
import { Speakers } from "./speakers.js";
import type { Claim } from "./types.js";
import { innerUnits, makeUnits, type Unit } from "./units.js";
import { readVerbs, type UnitReading } from "./verb-claims.js";

export { ClaimModel } from "./claim-model.js";
export { type ClaimLexicon, makeClaimLexicon } from "./lexicon.js";

export type { ChainLink, Claim } from "./types.js";

/** What the stage reads. */
export interface ClaimInput {
  /** The document's text, in which all offsets count. */
  readonly text: string;
  readonly document: Pick<SourceDocument, "title" | "paragraphs" | "agency">;
  readonly sentences: readonly Sentence[];
  readonly actors: ActorTable;
  /** Who published the article, where that is known: the first hand of every chain. */
  readonly outlet?: string | null | undefined;
}

/** Claims, with a table in which every source is an actor. */
export interface ClaimReading {
  readonly claims: readonly Claim[];
  /** The table given, its indices unchanged, with the sources it did not know appended and unnamed actors named by their phrase. */
  readonly actors: ActorTable;
}

/**
 * Finds who says, believes, wants or perceives what: quotations, reported clauses, attributed sentences.
 *
 * @returns Claims in order of their content; a claim within another one is a claim of its own. Sources the table does
 * not know become actors of the returned table.
 */
export function readClaims(input: ClaimInput, lexicon: ClaimLexicon): ClaimReading {
  const { text, document, sentences, actors } = input;
  const quotations = findQuotations(text, document.paragraphs, lexicon);
  const units = makeUnits(text, sentences, quotations, actors);
  const registry = new SourceRegistry(text, actors, lexicon.persons);
  const issuer = answererOf(sentences, actors);
  const memory = new Memory(actors, registry, speakersOfText(sentences, actors, issuer, lexicon));
  const speakers = new Speakers(text, memory, lexicon, pairOfLead(sentences, actors, lexicon));
  const read: Settled[] = [];
  const settle = (draft: Draft): void => {
    read.push({ draft, voice: speakers.resolve(draft) });
  };
  const judged = (unit: Unit, drafts: readonly Draft[]): readonly Draft[] =>
    [...judge(makeScene(unit, sentences, actors), drafts, lexicon)].sort((a, b) => bySpan(a.content, b.content));
  units.forEach((unit, index) => {
    speakers.note(unit);
    const weighed = judged(unit, readUnit(unit, units[index - 1], input, lexicon));
    const deeds = memory.mentionsOf(unit);
    const drafts = weighed
      .filter((draft) => !isDeed(draft, deeds, lexicon))
      .map((draft) => pointedAt(draft, units[index - 1], text));
    const spoke = drafts.some((d) => d.act === "speech");
    if (!spoke) memory.pass(unit, false);
    for (const draft of drafts) settle(draft);
    if (spoke) memory.pass(unit, true);
  });
  for (const unit of innerUnits(sentences, quotations, actors))
    for (const draft of judged(unit, readInner(unit, lexicon))) if (isBelieved(draft, input)) settle(draft);
  const outlet = read.length === 0 || input.outlet == null ? null : registry.outlet(input.outlet);
  const hands = { outlet, agency: agencyOf(document, actors), issuer };
  const claims = assemble(read, hands, registry).flatMap((claim) => trimClaim(claim, text));
  return { claims, actors: registry.extended() };
}

/** A claim without white space at the ends of its spans; none when no content is left (a quotation mark that nothing closes). */
function trimClaim(claim: Claim, text: string): readonly Claim[] {
  const content = trimSpan(claim.content, text);
  if (content === null) return [];
  const [cue, source] = [claim.cue, claim.source].map((span) => (span === null ? null : trimSpan(span, text)));
  return [{ ...claim, content, cue: cue ?? null, source: source ?? null }];
}

function trimSpan([start, end]: Span, text: string): Span | null {
  const words = text.slice(start, end);
  const from = start + words.length - words.trimStart().length;
  const to = start + words.trimEnd().length;
  return to > from ? [from, to] : null;
}

/** As {@link readClaims}, for callers who keep their own table: a claim of a source it does not know has no speaker. */
export function findClaims(input: ClaimInput, lexicon: ClaimLexicon): readonly Claim[] {
  const known = input.actors.actors.length;
  return readClaims(input, lexicon).claims.map((claim) => ({
    ...claim,
    speaker: claim.speaker !== null && claim.speaker < known ? claim.speaker : null,
    addressee: claim.addressee !== null && claim.addressee < known ? claim.addressee : null,
    chain: claim.chain.filter((link) => link.actor < known),
  }));
}

/** All claims the rules find in a unit, by where they stand. */
export function readUnit(
  unit: Unit,
  previous: Unit | undefined,
  input: ClaimInput,
  lexicon: ClaimLexicon,
): readonly Draft[] {
  const reading: UnitReading = { drafts: [], used: new Set() };
  readVerbs(unit, lexicon, reading);
  readNouns(unit, lexicon, reading);
  readAttributions(unit, lexicon, reading);
  readBackReference(unit, previous, lexicon, reading);
  const { title } = input.document;
  const heads = title === null ? previous === undefined : (unit.pieces[0]?.start ?? 0) < title[1];
  if (heads) readHeadline(unit, lexicon, reading);
  readLooseQuotes(unit, input.text, reading);
  return reading.drafts.sort((a, b) => bySpan(a.content, b.content));
}

/** What the rules find in a sentence inside a quotation. */
export function readInner(unit: Unit, lexicon: ClaimLexicon): readonly Draft[] {
  const reading: UnitReading = { drafts: [], used: new Set() };
  readVerbs(unit, lexicon, reading);
  readNouns(unit, lexicon, reading);
  readAttributions(unit, lexicon, reading);
  return reading.drafts;
}

/** Of what a quoted speaker says others said, only the words of somebody known count: others would be guesswork. */
function isBelieved(draft: Draft, input: ClaimInput): boolean {
  if (draft.act !== "speech") return true;
  const first = draft.unit.pieces[draft.source?.[0] ?? -1];
  return first !== undefined && !/^(?:PRP|WP|WDT|DT|EX)/.test(first.tag) && isNamed(draft, input);
}

function isNamed(draft: Draft, input: ClaimInput): boolean {
  const [first, last] = draft.source ?? [0, -1];
  const pieces = draft.unit.pieces.slice(first, last + 1);
  return pieces.some((p) =>
    input.actors.inSentence(p.sentence).some((m) => m.kind === "name" && m.span[0] <= p.start && p.end <= m.span[1]),
  );
}
