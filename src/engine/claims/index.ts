import type { ActorTable } from "../actors/types.js";
import { bySpan, contains } from "../base/span.js";
import type { SourceDocument } from "../document/types.js";
import type { Sentence } from "../language/types.js";
import { readAttributions } from "./attributions.js";
import { agencyOf, chainOf, standsIn } from "./chain.js";
import type { Draft } from "./draft.js";
import { readBackReference, readHeadline } from "./headings.js";
import type { ClaimLexicon } from "./lexicon.js";
import { readNouns } from "./noun-claims.js";
import { findQuotations } from "./quotations.js";
import { readLooseQuotes } from "./quotes.js";
import { SourceRegistry } from "./registry.js";
import { Speakers, type Voice } from "./speakers.js";
import type { ChainLink, Claim } from "./types.js";
import { innerUnits, makeUnits, type Unit } from "./units.js";
import { readVerbs, type UnitReading } from "./verb-claims.js";

export { type ClaimLexicon, makeClaimLexicon } from "./lexicon.js";
export type { ChainLink, Claim } from "./types.js";

/** What the stage reads. */
export interface ClaimInput {
  /** The document's text, in which all offsets count. */
  readonly text: string;
  readonly document: Pick<SourceDocument, "title" | "paragraphs" | "agency">;
  readonly sentences: readonly Sentence[];
  readonly actors: ActorTable;
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
  const quotations = findQuotations(text, document.paragraphs);
  const units = makeUnits(text, sentences, quotations);
  const registry = new SourceRegistry(text, actors, lexicon.persons);
  const speakers = new Speakers(text, actors, registry, lexicon);
  const read: Settled[] = [];
  const settle = (draft: Draft): void => {
    const enclosing = read.findLast((r) => draft.unit.depth > 0 && contains(r.draft.content, draft.content));
    read.push({ draft, voice: speakers.resolve(draft, enclosing?.voice.speaker ?? null) });
  };
  units.forEach((unit, index) => {
    speakers.note(unit);
    const drafts = readUnit(unit, units[index - 1], input, lexicon);
    if (!drafts.some((d) => d.act === "speech")) speakers.pass(unit);
    for (const draft of drafts) settle(draft);
  });
  for (const unit of innerUnits(sentences, quotations)) for (const draft of readInner(unit, input, lexicon)) settle(draft);
  return { claims: assemble(read, input, registry), actors: registry.extended() };
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

/** All claims of a unit, by where they stand. */
function readUnit(unit: Unit, previous: Unit | undefined, input: ClaimInput, lexicon: ClaimLexicon): readonly Draft[] {
  const reading: UnitReading = { drafts: [], used: new Set() };
  readVerbs(unit, lexicon, reading);
  readNouns(unit, lexicon, reading);
  readAttributions(unit, lexicon, reading);
  readBackReference(unit, previous, lexicon, reading);
  const { title } = input.document;
  const heads = title === null ? previous === undefined : (unit.pieces[0]?.start ?? 0) < title[1];
  if (heads) readHeadline(unit, lexicon, reading);
  readLooseQuotes(unit, input.text, lexicon, reading);
  return reading.drafts.sort((a, b) => bySpan(a.content, b.content));
}

/** What a quoted speaker says somebody known said: others would be guesswork. */
function readInner(unit: Unit, input: ClaimInput, lexicon: ClaimLexicon): readonly Draft[] {
  const reading: UnitReading = { drafts: [], used: new Set() };
  readVerbs(unit, lexicon, reading);
  return reading.drafts.filter((d) => d.act === "speech" && d.source !== null && !/^(?:PRP|WP|WDT|DT|EX)/.test(unit.pieces[d.source[0]]?.tag ?? "") && isNamed(d, input));
}

interface Settled {
  readonly draft: Draft;
  readonly voice: Voice;
}

function assemble(read: readonly Settled[], input: ClaimInput, registry: SourceRegistry): readonly Claim[] {
  const agency = agencyOf(input.document, input.actors);
  const kept = dedupe([...read].sort((a, b) => bySpan(a.draft.content, b.draft.content) || b.draft.confidence - a.draft.confidence));
  const claims = kept.map(({ draft, voice }): Claim => ({
    kind: draft.kind,
    act: draft.act,
    content: draft.content,
    cue: draft.cue,
    source: voice.source,
    speaker: voice.speaker,
    addressee: voice.addressee,
    stance: draft.stance,
    chain: [],
    why: `${draft.why}; ${voice.why}`,
    confidence: voice.speaker === null && voice.source === null ? Math.max(0.3, draft.confidence - 0.2) : draft.confidence,
  }));
  const chains = new Map<Claim, readonly ChainLink[]>();
  return claims.map((claim, index) => {
    const outer = claims.slice(0, index).filter((other) => standsIn(claim, other));
    const voice = kept[index]?.voice;
    const chain = voice === undefined ? [] : chainOf(agency, outer.map((o) => chains.get(o) ?? []), voice, registry);
    chains.set(claim, chain);
    return { ...claim, chain };
  });
}

/** Of claims with the same content the surest stays. */
function dedupe(sorted: readonly Settled[]): readonly Settled[] {
  const kept: Settled[] = [];
  for (const item of sorted) {
    const twin = kept.findIndex((k) => k.draft.content[0] === item.draft.content[0] && k.draft.content[1] === item.draft.content[1]);
    if (twin < 0) kept.push(item);
    else if ((kept[twin]?.draft.confidence ?? 0) < item.draft.confidence) kept[twin] = item;
  }
  return kept;
}

function isNamed(draft: Draft, input: ClaimInput): boolean {
  const [first, last] = draft.source ?? [0, -1];
  const pieces = draft.unit.pieces.slice(first, last + 1);
  return pieces.some((p) => input.actors.inSentence(p.sentence).some((m) => m.kind === "name" && m.span[0] <= p.start && p.end <= m.span[1]));
}
