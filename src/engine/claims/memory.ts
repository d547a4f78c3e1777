import type { Actor, ActorTable, Mention } from "../actors/types.js";
import type { Span } from "../base/span.js";
import { isFiniteVerb } from "./pieces.js";
import { isPhrase, type SourceRegistry } from "./registry.js";
import type { Unit } from "./units.js";

/** How many speakers are kept in mind. */
const SPEAKERS = 12;

/** What has been said and named so far, in one pass over the units. */
export class Memory {
  #last: { readonly speaker: number | null; readonly source: Span | null; readonly unit: Unit } | null = null;
  /** The press service, office or body whose account the text follows, or who brought out a statement. */
  #standing: number | null = null;
  /** Persons named since the last claim, the latest unit first. */
  #named: readonly number[] = [];
  #namedIn = -1;
  /** Whether a body has spoken in the unit being read, after which nobody named before it is meant. */
  #ends = false;
  #spoken: readonly number[] = [];
  /** Bodies named, the latest by each word of their names; `""` holds the latest of all. */
  readonly #bodies = new Map<string, number>();
  /** The body or country that stood before the verb in the latest unit that has one there. */
  #acting: number | null = null;
  /** Actors known by a common noun, the latest by each of its words. */
  readonly #phrases = new Map<string, number>();

  constructor(
    readonly actors: ActorTable,
    readonly registry: SourceRegistry,
    /** Whose own words the text is: “we”, “my government”. */
    public own: readonly number[] = [],
  ) {}

  /** Whether the text has said “we” or “I” of itself: whoever speaks so is not “he” or “they”. */
  speaksItself = false;

  /** Those of a list whom “he” or “they” may mean. */
  others(actors: readonly number[]): readonly number[] {
    return this.speaksItself ? actors.filter((a) => !this.own.includes(a)) : actors;
  }

  get last(): { readonly speaker: number | null; readonly source: Span | null; readonly unit: Unit } | null {
    return this.#last;
  }
  get standing(): number | null {
    return this.#standing;
  }
  get named(): readonly number[] {
    return this.#named;
  }
  /** Speakers, the latest first. */
  get spoken(): readonly number[] {
    return this.#spoken;
  }

  /** The body or country that last acted, which “it” may mean. */
  get acting(): number | null {
    return this.#acting;
  }

  /** The person a paragraph has named after its last claim, or `undefined`. */
  namedIn(paragraph: number): number | undefined {
    return this.#namedIn === paragraph ? this.#named[0] : undefined;
  }

  /** The body last named, by a word of its name or any. */
  body(word: string | null): number | null {
    return this.#bodies.get(word ?? "") ?? null;
  }

  /** The actor last called by a common noun. */
  phrase(word: string): number | null {
    return this.#phrases.get(word) ?? null;
  }

  mentionsOf(unit: Unit): readonly Mention[] {
    let sentence = -1;
    const found: Mention[] = [];
    for (const piece of unit.pieces) {
      if (piece.sentence === sentence) continue;
      sentence = piece.sentence;
      found.push(...this.actors.inSentence(sentence));
    }
    return found;
  }

  /** Takes note of whom a unit names; call it for each unit after its claims. @param spoke Whether it holds speech. */
  pass(unit: Unit, spoke: boolean): void {
    if (this.#ends) this.#named = [];
    this.#ends = false;
    const mentions = this.mentionsOf(unit).filter((m) => m.actors.length === 1 && m.kind !== "pronoun");
    for (const mention of mentions) this.#keep(this.actors.actors[mention.actors[0] ?? -1]);
    const verb = unit.pieces.find((p) => isFiniteVerb(p))?.start ?? 0;
    const subject = mentions.find((m) => m.span[0] <= verb && !isGoverned(unit, m))?.actors[0] ?? -1;
    if (isState(this.actors.actors[subject])) this.#acting = subject;
    if (spoke) return;
    const isPerson = (m: Mention): boolean => this.actors.actors[m.actors[0] ?? -1]?.kind === "person";
    const first = mentions.find((m) => m.span[0] <= verb && isPerson(m))?.actors[0];
    if (first === undefined) return;
    this.#namedIn = unit.paragraph;
    this.#named = [first, ...this.#named.filter((n) => n !== first)].slice(0, SPEAKERS);
  }

  #keep(actor: Actor | undefined): void {
    if (actor === undefined) return;
    const words = actor.name.toLowerCase().split(/\s+/).slice(0, 12);
    if (isBody(actor)) for (const word of ["", ...words]) this.#bodies.set(word, actor.index);
    else if (isPhrase(actor)) for (const word of words) this.#phrases.set(word, actor.index);
  }

  /** Takes note of who brought out a statement, whose account the text then follows. */
  issued(actor: number | null): void {
    const role = this.registry.actor(actor)?.role;
    if (role !== undefined && role !== "agency" && role !== "outlet") this.#standing = actor;
  }

  /** Takes note of a speaker. @param reporter Who passed the words on. */
  remember(speaker: number | null, reporter: number | null, source: Span | null, unit: Unit): void {
    this.#last = { speaker, source, unit };
    // ““…,” he wrote, according to the ministry's page”: a body does not keep “he” from meaning the person named before.
    if (this.registry.actor(speaker)?.kind === "organisation") this.#ends = true;
    else this.#named = [];
    if (speaker !== null) this.#spoken = [speaker, ...this.#spoken.filter((s) => s !== speaker)].slice(0, SPEAKERS);
    for (const index of [reporter, speaker]) {
      const actor = this.registry.actor(index);
      if (actor?.role === "press-service" || (actor?.kind === "organisation" && actor.role === "party"))
        this.#standing = actor.index;
    }
  }
}

/** “In Turkey the talks failed”: whoever stands behind a preposition does not act. */
function isGoverned({ pieces }: Unit, { span }: Mention): boolean {
  const at = pieces.findIndex((p) => p.start >= span[0]);
  const before = pieces[at - 1]?.tag === "DT" ? pieces[at - 2] : pieces[at - 1];
  return at > 0 && /^(?:IN|TO)$/.test(before?.tag ?? "");
}

function isState(actor: Actor | undefined): boolean {
  return isBody(actor) || actor?.kind === "country";
}

/** Whether “the company” or “the ministry” can mean the actor. */
export function isBody(actor: Actor | undefined): boolean {
  return actor !== undefined && actor.kind === "organisation" && actor.role !== "agency";
}
