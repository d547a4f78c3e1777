import type { Actor, ActorTable, Mention } from "../actors/types.js";
import { bySpan, type Span } from "../base/span.js";
import { baseEnd, isComma, type Range } from "./phrases.js";
import type { Piece, Unit } from "./units.js";

interface Made {
  readonly actor: Actor;
  readonly head: string;
  readonly plural: boolean;
  readonly mentions: Mention[];
  readonly phrases: string[];
}

/**
 * The actors of a document as the claims stage sees them: those of the table, and the sources it does not know, which
 * are named by their phrase (“a senior official familiar with the talks”).
 */
export class SourceRegistry {
  readonly #made: Made[] = [];
  /** Longest source phrase of the table's unnamed actors, by index. */
  readonly #phrases = new Map<number, string>();

  constructor(
    readonly text: string,
    readonly table: ActorTable,
    /** Nouns that mean a person. */
    readonly persons: ReadonlySet<string>,
  ) {}

  actor(index: number | null): Actor | undefined {
    if (index === null) return undefined;
    return this.table.actors[index] ?? this.#made[index - this.table.actors.length]?.actor;
  }

  /** Whether an actor without a name is one person, whom “he” or “she” may mean. */
  isSomebody(index: number): boolean {
    const made = this.#made[index - this.table.actors.length];
    if (made !== undefined) return made.actor.kind === "unnamed" && this.persons.has(made.head) && !made.plural;
    const actor = this.table.actors[index];
    return actor?.kind === "unnamed" && (this.persons.has(actor.name.toLowerCase().split(/\s+/).at(-1) ?? "") || actor.name.toLowerCase().split(/\s+/).some((w) => this.persons.has(w)));
  }

  /** Whether the actor is one this stage had to make. */
  isMade(index: number | null): boolean {
    return index !== null && index >= this.table.actors.length;
  }

  /** Notes the phrase by which a source is called, for actors without a name of their own. */
  called(index: number, unit: Unit, source: Range): void {
    if (this.table.actors[index]?.kind !== "unnamed") return;
    const phrase = plainName(this.#textOf(unit, this.#core(unit.pieces, source)));
    if (phrase.length > (this.#phrases.get(index)?.length ?? 0)) this.#phrases.set(index, phrase);
  }

  /** The actor a source phrase means that the table does not know: an earlier one with the same noun, or a new one. */
  find(unit: Unit, source: Range): number | null {
    const { pieces } = unit;
    const core = this.#core(pieces, source);
    const headAt = Math.min(Math.max(baseEnd(pieces, core[0]), core[0]), core[1]);
    const head = pieces[headAt];
    if (head === undefined || head.token === null || !/^(?:NNP?S?|CD|DT|JJ[RS]?|FW|VBG)$/.test(head.tag)) return null;
    const phrase = this.#textOf(unit, core);
    const proper = head.tag.startsWith("NNP");
    if (/^\p{Lu}/u.test(head.token.text)) {
      const known = this.#bearing(head.lower);
      if (known !== null) return this.#add(known, unit, core, head, phrase);
    }
    const word = proper ? head.lower : head.token.lemma.toLowerCase();
    const at = this.#made.findLastIndex((m) => m.head === word && sameSource(m, phrase, proper));
    if (at >= 0) return this.#add(this.table.actors.length + at, unit, core, head, phrase);
    const earlier = proper ? null : this.#described(unit, word, phrase);
    if (earlier !== null) return earlier;
    const index = this.table.actors.length + this.#made.length;
    this.#made.push({ actor: madeActor(index, plainName(phrase), proper, phrase), head: word, plural: head.tag === "NNS" || head.tag === "NNPS", mentions: [], phrases: [] });
    return this.#add(index, unit, core, head, phrase);
  }

  /** An unnamed actor of the table that a definite phrase with its noun means again. */
  #described(unit: Unit, word: string, phrase: string): number | null {
    if (!/^(?:the|this|that|these|those)\b/i.test(phrase)) return null;
    const start = unit.pieces[0]?.start ?? 0;
    const same = (index: number): boolean => {
      const actor = this.table.actors[index];
      return actor?.kind === "unnamed" && (actor.name.toLowerCase().split(/\s+/).includes(word) || (this.#phrases.get(index)?.toLowerCase().split(/\s+/).includes(word) ?? false));
    };
    return this.table.mentions.findLast((m) => m.span[1] <= start && m.actors.length === 1 && same(m.actors[0] ?? -1))?.actors[0] ?? null;
  }

  /** An actor of the table whose name ends in a word. */
  #bearing(word: string): number | null {
    const made = this.#made.filter((m) => m.actor.kind === "person").map((m) => m.actor);
    const bears = (a: Actor, at: number): boolean => a.kind !== "country" && a.name.toLowerCase().split(/\s+/).at(at) === word;
    const persons = [...this.table.actors, ...made].filter((a) => a.kind === "person");
    return (this.table.actors.find((a) => bears(a, -1)) ?? persons.find((a) => bears(a, -1)) ?? persons.find((a) => bears(a, 0)))?.index ?? null;
  }

  #add(index: number, unit: Unit, core: Range, head: Piece, phrase: string): number {
    const made = this.#made[index - this.table.actors.length];
    if (made === undefined) return index;
    const span: Span = [unit.pieces[core[0]]?.start ?? 0, unit.pieces[core[1]]?.end ?? 0];
    made.phrases.push(phrase);
    if (!made.mentions.some((m) => m.span[0] === span[0])) made.mentions.push(mentionOf(unit, core, head, span, index));
    return index;
  }

  /** A source without its apposition: up to the first comma, or the name after it (“his dad, Darrin”). */
  #core(pieces: readonly Piece[], source: Range): Range {
    const comma = pieces.findIndex((p, i) => i > source[0] && i <= source[1] && isComma(p));
    const rest = comma < 0 ? [] : pieces.slice(comma + 1, source[1] + 1);
    if (rest.length > 0 && rest.length < 4 && rest.every((p) => p.tag === "NNP") && !pieces[source[0]]?.tag.startsWith("NNP")) return [comma + 1, source[1]];
    for (let i = source[0]; i <= source[1]; i++) if (isComma(pieces[i]) || pieces[i]?.lower === "(") return [source[0], Math.max(source[0], i - 1)];
    return source;
  }

  #textOf(unit: Unit, [first, last]: Range): string {
    return this.text.slice(unit.pieces[first]?.start ?? 0, unit.pieces[last]?.end ?? 0).replace(/\s+/g, " ");
  }

  /** The table with the sources this stage made, each named by its longest phrase. */
  extended(): ActorTable {
    const { actors, mentions } = this.table;
    const renamed = actors.map((a) => (this.#phrases.has(a.index) && (this.#phrases.get(a.index)?.length ?? 0) > a.name.length ? { ...a, name: this.#phrases.get(a.index) ?? a.name } : a));
    const made = this.#made.map(({ actor, phrases }) => ({ ...actor, name: plainName(phrases.reduce((best, p) => (p.length > best.length ? p : best), "")) }));
    const all = [...mentions, ...this.#made.flatMap((m) => m.mentions)].sort((a, b) => bySpan(a.span, b.span) || a.sentence - b.sentence);
    const bySentence = new Map<number, Mention[]>();
    for (const mention of all) {
      const list = bySentence.get(mention.sentence);
      if (list === undefined) bySentence.set(mention.sentence, [mention]);
      else list.push(mention);
    }
    return { ...this.table, actors: [...renamed, ...made], mentions: all, inSentence: (s) => bySentence.get(s) ?? [] };
  }
}

/** “the official” after “a senior official” is the same; “another official”, “a Chinese official” are not. */
function sameSource(made: Made, phrase: string, proper: boolean): boolean {
  if (proper) return true;
  if (/^(?:another|other|one|an? (?:second|third|different))\b/i.test(phrase)) return false;
  return /^(?:the|this|that|these|those|his|her|its|their|our|my)\b/i.test(phrase) || made.phrases.includes(phrase);
}

function plainName(phrase: string): string {
  return phrase.replace(/^(?:the|an?)\s+/i, "");
}

function madeActor(index: number, name: string, proper: boolean, phrase: string): Actor {
  const person = proper && !/^the\b/i.test(phrase) && / /.test(name) && !/[A-Z]{2}|\d/.test(name);
  const why = proper ? "a source known by its name alone" : "a source known by its phrase alone";
  const kind = person ? "person" : proper ? "organisation" : "unnamed";
  return { index, name, kind, code: null, sector: [], office: null, officeKey: null, wikidata: null, gender: null, born: null, role: "party", why };
}

function mentionOf(unit: Unit, core: Range, head: Piece, span: Span, index: number): Mention {
  return {
    span,
    sentence: head.sentence,
    first: unit.pieces[core[0]]?.token?.index ?? 0,
    last: unit.pieces[core[1]]?.token?.index ?? 0,
    head: head.token?.index ?? 0,
    kind: head.tag.startsWith("NNP") ? "name" : "description",
    actors: [index],
    why: "named by its phrase as the source of a claim",
  };
}
