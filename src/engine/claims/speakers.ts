import type { Actor, ActorTable, Mention } from "../actors/types.js";
import { contains, overlaps, type Span } from "../base/span.js";
import { mediumAt } from "./adverbials.js";
import { type Correspondence, correspondenceIn } from "./correspondence.js";
import { type Draft, spanOf } from "./draft.js";
import type { ClaimLexicon, Medium } from "./lexicon.js";
import { baseEnd, isFinite, type Range } from "./phrases.js";
import { resolvePronoun } from "./pronouns.js";
import type { SourceRegistry } from "./registry.js";
import type { Unit } from "./units.js";

/** Who speaks a claim, and by what medium. */
export interface Voice {
  readonly speaker: number | null;
  readonly addressee: number | null;
  readonly reporter: number | null;
  readonly via: string | null;
  /** Where the source's words stand: for a quotation that goes on, those of the claim it goes on from. */
  readonly source: Span | null;
  readonly why: string;
}

interface Owner {
  readonly actor: number | null;
  readonly addressee: number | null;
  readonly why: string;
}

/** Follows who has been speaking through an article. */
export class Speakers {
  #last: { readonly speaker: number | null; readonly source: Span | null; readonly paragraph: number } | null = null;
  /** The press service, office or body whose account the text follows. */
  #standing: number | null = null;
  #mail: Correspondence | null = null;
  /** Persons named since the last claim, the latest unit first. */
  #named: number[] = [];
  /** Speakers, the latest first. */
  #spoken: number[] = [];

  constructor(
    readonly text: string,
    readonly actors: ActorTable,
    readonly registry: SourceRegistry,
    readonly lexicon: ClaimLexicon,
  ) {}

  /** Takes note of a letter or telegram a unit tells of; call it for each unit, in order. */
  note(unit: Unit): void {
    this.#mail = correspondenceIn(unit, this.actors, this.lexicon) ?? this.#mail;
  }

  /** Takes note of whom a unit without a claim names; call it for each such unit, in order. */
  pass(unit: Unit): void {
    const verb = unit.pieces.find((p) => isFinite(p))?.start ?? 0;
    const persons = this.#mentionsOf(unit).filter((m) => m.span[0] <= verb && m.kind !== "pronoun" && m.actors.length === 1 && this.actors.actors[m.actors[0] ?? -1]?.kind === "person");
    const first = persons[0]?.actors[0];
    if (first !== undefined) this.#named = [first, ...this.#named.filter((n) => n !== first)];
  }

  resolve(draft: Draft, enclosing: number | null): Voice {
    const via = this.#viaOf(draft);
    const reporter = draft.reporter === null ? null : this.#actorOf(draft.unit, draft.reporter);
    const { actor, addressee: receiver, why } = this.#speakerOf(draft, enclosing);
    const passedOn = reporter !== null && /^(?:agency|outlet)$/.test(this.registry.actor(actor)?.role ?? "");
    const speaker = passedOn ? reporter : actor;
    const told = draft.addressee === null ? null : this.#addresseeOf(draft.unit, draft.addressee, speaker);
    const addressee = told ?? receiver ?? (speaker === null ? null : this.#mailAddressee(draft, speaker));
    const phrase = passedOn ? draft.reporter : draft.source;
    const named = phrase === null ? null : this.#wholeSpan(draft.unit, spanOf(draft.unit.pieces, phrase));
    const source = named ?? (draft.missing === "last" ? (this.#last?.source ?? null) : null);
    if (speaker !== null && draft.source !== null) this.registry.called(speaker, draft.unit, draft.source);
    if (draft.act === "speech" && draft.unit.depth === 0) this.#remember(speaker, reporter, source, draft.unit.paragraph);
    return { speaker, addressee: addressee === speaker ? null : addressee, reporter, via, source, why };
  }

  /** A source span that cuts a mention in two is taken to the mention's edge. */
  #wholeSpan(unit: Unit, [start, end]: Span): Span {
    const cut = this.#mentionsOf(unit).filter((m) => m.kind !== "pronoun" && m.span[0] < start && m.span[1] > start && m.span[1] <= end);
    return [Math.min(start, ...cut.map((m) => m.span[0])), end];
  }

  #addresseeOf(unit: Unit, range: Range, speaker: number | null): number | null {
    const head = unit.pieces[range[0]];
    if (head?.tag !== "PRP") return this.#actorOf(unit, range);
    const own = this.#mentionsOf(unit).find((m) => m.span[0] === head.start && m.span[1] === head.end);
    return own?.actors.find((a) => a !== speaker) ?? null;
  }

  #speakerOf(draft: Draft, enclosing: number | null): Owner {
    const { unit, source } = draft;
    if (source === null) {
      const actor = draft.missing === "last" ? (this.#last?.speaker ?? null) : null;
      return { actor, addressee: null, why: actor === null ? "no source stands in the text" : "goes on from the last speaker" };
    }
    const head = unit.pieces[source[0]];
    if (unit.depth > 0 && /^(?:i|we|my|our|me|us)$/.test(head?.lower ?? "")) return { actor: enclosing, addressee: null, why: "the first person is the quoted speaker" };
    const medium = this.#mediumOf(unit, source);
    if (medium !== null && (medium.owner === "sender" || medium.owner === "issuer")) return this.#ownerOf(unit, source, medium);
    return { actor: this.#actorOf(unit, source), addressee: null, why: "the source names the speaker" };
  }

  #remember(speaker: number | null, reporter: number | null, source: Span | null, paragraph: number): void {
    this.#last = { speaker, source, paragraph };
    this.#named = [];
    if (speaker !== null) this.#spoken = [speaker, ...this.#spoken.filter((s) => s !== speaker)].slice(0, 12);
    for (const index of [reporter, speaker]) {
      const actor = this.registry.actor(index);
      if (actor !== undefined && (actor.role === "press-service" || (actor.kind === "organisation" && actor.role === "party"))) this.#standing = actor.index;
    }
  }

  /** Words to “you”, or written, by the sender of the last letter go to its addressee. */
  #mailAddressee(draft: Draft, speaker: number): number | null {
    if (this.#mail === null || this.#mail.sender !== speaker) return null;
    const content = this.text.slice(draft.content[0], draft.content[1]);
    const cue = draft.cue === null ? "" : this.text.slice(draft.cue[0], draft.cue[1]);
    const second = draft.kind === "direct" && /\byou(?:r|rs)?\b/i.test(content);
    return second || /^(?:wrote|writes|write)$/.test(cue) ? this.#mail.addressee : null;
  }

  #mediumOf(unit: Unit, source: Range): Medium | null {
    const end = baseEnd(unit.pieces, source[0]);
    const name = end < source[0] ? null : mediumAt(unit.pieces, Math.min(end, source[1]), this.lexicon);
    if (name !== null) return this.lexicon.media.get(name) ?? null;
    const it = unit.pieces[source[0]]?.lower === "it" && this.#mail !== null && this.#mail.fresh(unit);
    return it && this.#mail !== null ? { via: this.#mail.via, owner: "sender" } : null;
  }

  /** Whose words a document holds: the owner its phrase names, else the letter's sender, else the text's standing source. */
  #ownerOf(unit: Unit, source: Range, medium: Medium): Owner {
    const named = this.#inside(unit, source);
    if (named !== null) return { actor: named, addressee: null, why: "the document is the named actor's" };
    if (this.#mail !== null && this.#mail.recent(unit)) return { actor: this.#mail.sender, addressee: this.#mail.addressee, why: `a ${this.#mail.via}'s words are its sender's` };
    if (medium.owner === "sender" && this.#standing === null && this.#mail !== null) return { actor: this.#mail.sender, addressee: this.#mail.addressee, why: `a ${this.#mail.via}'s words are its sender's` };
    if (this.#standing !== null) return { actor: this.#standing, addressee: null, why: "the document is the standing source's" };
    const last = this.#last?.speaker ?? null;
    return last === null ? { actor: this.registry.find(unit, source), addressee: null, why: "the document is its own source" } : { actor: last, addressee: null, why: "the document is taken to be the last speaker's" };
  }

  /** An actor named within a phrase (“a statement from the office”, “Albanese's letter”). */
  #inside(unit: Unit, source: Range): number | null {
    const span = spanOf(unit.pieces, source);
    const inside = this.#mentionsOf(unit).filter((m) => contains(span, m.span) && m.actors.length > 0);
    return inside[0]?.actors[0] ?? null;
  }

  /** The actor a phrase means. @param make Whether an unknown one is made an actor by its phrase. */
  #actorOf(unit: Unit, source: Range, make = true): number | null {
    const { pieces } = unit;
    const span = spanOf(pieces, source);
    const headAt = Math.min(Math.max(baseEnd(pieces, source[0]), source[0]), source[1]);
    const head = pieces[headAt];
    if (head === undefined) return null;
    const mentions = this.#mentionsOf(unit).filter((m) => overlaps(span, m.span) && m.actors.length > 0);
    if (head.tag === "PRP" || head.tag === "PRP$") {
      const own = mentions.find((m) => m.kind === "pronoun" && m.span[0] === head.start);
      return resolvePronoun(head.lower, own?.actors ?? [], this.#spoken, this.#named, this.registry);
    }
    const byHead = mentions.filter((m) => m.sentence === head.sentence && m.head === head.token?.index && m.kind !== "pronoun");
    const chosen = this.#personNamed(unit, source, mentions) ?? longest(byHead) ?? this.#holding(mentions, head.start, head.end);
    if (chosen !== undefined) return chosen.actors[0] ?? null;
    const body = make ? this.#bodyOf(unit, source) : null;
    return body ?? (make ? this.registry.find(unit, source) : null);
  }

  #holding(mentions: readonly Mention[], start: number, end: number): Mention | undefined {
    return longest(mentions.filter((m) => m.span[0] <= start && end <= m.span[1] && m.kind !== "pronoun"));
  }

  /** A person whose name closes the phrase or stands in apposition to it, not after “of” or “for”. */
  #personNamed(unit: Unit, source: Range, mentions: readonly Mention[]): Mention | undefined {
    const { pieces } = unit;
    return mentions.find((m) => {
      const actor = this.actors.actors[m.actors[0] ?? -1];
      if (m.kind !== "name" || m.actors.length !== 1 || actor?.kind !== "person") return false;
      const first = pieces.findIndex((p) => p.start >= m.span[0]);
      const left = pieces[first - 1];
      if (first < source[0]) return true;
      if (first === source[0]) return !/^(?:'s|’s|')$/.test(pieces.find((p) => p.start >= m.span[1])?.lower ?? "");
      if (left === undefined || /^(?:IN|TO|CC)$/.test(left.tag) || left.tag === "POS") return false;
      const after = pieces.find((p) => p.start >= m.span[1]);
      const closes = after === undefined || after.start >= (pieces[source[1]]?.end ?? 0) || after.lower === "," || after.lower === "(";
      return closes && !pieces.slice(source[0], first).some((p) => /^(?:WP|WDT|VBD|VBZ)$/.test(p.tag));
    });
  }

  /** “the company”, “the agency”: the body last heard or named. */
  #bodyOf(unit: Unit, source: Range): number | null {
    const { pieces } = unit;
    if (!/^(?:the|this)$/.test(pieces[source[0]]?.lower ?? "") || source[1] - source[0] !== 1) return null;
    const noun = pieces[source[1]]?.lower ?? "";
    const kind = this.lexicon.bodies.get(noun);
    if (kind === undefined) return null;
    const start = pieces[source[0]]?.start ?? 0;
    const isBody = (a: Actor | undefined): boolean => a !== undefined && a.kind === "organisation" && a.role !== "agency";
    const bears = (a: Actor | undefined): boolean => isBody(a) && (a?.name.toLowerCase().split(/\s+/).includes(noun) ?? false);
    const before = (fits: (a: Actor | undefined) => boolean): number | null =>
      this.actors.mentions.findLast((m) => m.span[1] <= start && m.actors.length === 1 && fits(this.actors.actors[m.actors[0] ?? -1]))?.actors[0] ?? null;
    const named = before(bears);
    if (named !== null || kind === "own") return named;
    return isBody(this.registry.actor(this.#last?.speaker ?? null)) ? (this.#last?.speaker ?? null) : before(isBody);
  }

  #mentionsOf(unit: Unit): readonly Mention[] {
    const sentences = [...new Set(unit.pieces.map((p) => p.sentence))];
    return sentences.flatMap((s) => [...this.actors.inSentence(s)]);
  }

  /** The medium the unit names beside the cue: “in a statement”, “told AFP by telephone”. */
  #viaOf(draft: Draft): string | null {
    const { pieces } = draft.unit;
    if (draft.source !== null) {
      const medium = this.#mediumOf(draft.unit, draft.source);
      if (medium !== null) return medium.via;
    }
    for (let at = 0; at < pieces.length; at++) {
      const inside = (pieces[at]?.start ?? 0) >= draft.content[0] && (pieces[at]?.end ?? 0) <= draft.content[1];
      if (inside || !/^(?:in|on|at|by|via|during|through|to)$/.test(pieces[at]?.lower ?? "")) continue;
      const name = mediumAt(pieces, baseEnd(pieces, at + 1), this.lexicon);
      if (name !== null) return this.lexicon.media.get(name)?.via ?? null;
    }
    return null;
  }
}

function longest(mentions: readonly Mention[]): Mention | undefined {
  return [...mentions].sort((a, b) => b.span[1] - b.span[0] - (a.span[1] - a.span[0]) || a.span[0] - b.span[0])[0];
}
