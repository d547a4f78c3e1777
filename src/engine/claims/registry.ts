import type { Actor, ActorTable, Mention } from "../actors/types.js";
import { bySpan, type Span } from "../base/span.js";
import { baseEnd, type Range } from "./phrases.js";
import { isComma, type Piece } from "./pieces.js";
import type { Unit } from "./units.js";

interface Made {
  readonly actor: Actor;
  readonly head: string;
  readonly plural: boolean;
  readonly mentions: Mention[];
  readonly phrases: Set<string>;
  /** Whether “he” or “she” has taken it up. */
  isPerson: boolean;
}

/**
 * The actors of a document as the claims stage sees them: those of the table, and the sources it does not know, which
 * are named by their phrase (“a senior official familiar with the talks”).
 */
export class SourceRegistry {
  readonly #made: Made[] = [];
  readonly #byHead = new Map<string, Made[]>();
  /** Actors by the last word of their name, and persons by the first: the first of the table, then the last made. */
  readonly #byLast = new Map<string, number>();
  readonly #byFirst = new Map<string, number>();
  /** Actors of no known role whose phrase says that they are an agency or outlet (“the Interpress agency”). */
  readonly #carriers = new Map<number, "agency" | "outlet">();
  /** Longest source phrase of the table's unnamed actors, by index. */
  readonly #phrases = new Map<number, string>();
  /** Words that mean several actors at once, by where they stand (“we” of a joint statement). */
  readonly #together = new Map<number, Mention>();

  constructor(
    readonly text: string,
    readonly table: ActorTable,
    /** Nouns that mean a person. */
    readonly persons: ReadonlySet<string>,
  ) {
    for (const actor of table.actors) if (actor.kind !== "country" && !actor.latent) this.#index(actor);
  }

  actor(index: number | null): Actor | undefined {
    if (index === null) return undefined;
    return this.table.actors[index] ?? this.#made[index - this.table.actors.length]?.actor;
  }

  /** Whether an actor without a name is one person, whom “he” or “she” may mean. */
  isSomebody(index: number): boolean {
    const made = this.#made[index - this.table.actors.length];
    if (made !== undefined) return (isSurname(made.actor) || this.persons.has(made.head)) && !made.plural;
    const actor = this.table.actors[index];
    return actor?.kind === "unnamed" && wordsOf(actor.name).some((w) => this.persons.has(w));
  }

  /** Takes note that “he” or “she” means an actor: one known by a lone name is a person. */
  takenUp(index: number): void {
    const made = this.#made[index - this.table.actors.length];
    if (made !== undefined && isSurname(made.actor)) made.isPerson = true;
  }

  /** Takes note that an actor is a news agency or outlet; a body of another kind is none. */
  carries(index: number, kind: "agency" | "outlet"): void {
    const actor = this.actor(index);
    if (actor?.role !== "party" || actor.kind === "person" || actor.kind === "country") return;
    const unknown = actor.code === null && actor.sector.length === 0 && actor.wikidata === null;
    if (unknown || actor.sector[0] === PRESS) this.#carriers.set(index, kind);
  }

  /** The part an actor plays in a chain. */
  roleOf(index: number | null): Actor["role"] | undefined {
    return this.#carriers.get(index ?? -1) ?? this.actor(index)?.role;
  }

  /** The person of whom a lone name is the given or family name, where others bear it too (Jordan said). */
  namesake(word: string): number | null {
    const found = [this.#byFirst.get(word), this.#byLast.get(word)];
    return found.find((index) => this.actor(index ?? null)?.kind === "person") ?? null;
  }

  /** The outlet that published the article, as an actor: the table's, or a new one. */
  outlet(name: string): number {
    const bare = (written: string): string => written.toLowerCase().replace(/^the /, "");
    const known = this.table.actors.find((a) => a.kind === "organisation" && bare(a.name) === bare(name));
    if (known !== undefined) return known.index;
    const index = this.table.actors.length + this.#made.length;
    const actor: Actor = { ...madeActor(index, name, true, name), kind: "organisation", role: "outlet" };
    const named = { ...actor, why: "the article's outlet" };
    this.#made.push({ actor: named, head: "", plural: false, mentions: [], phrases: new Set([name]), isPerson: false });
    return index;
  }

  /** Takes note that a word means several actors. */
  together(actors: readonly number[], { start, end, sentence, token }: Piece): void {
    const at = token?.index ?? 0;
    const why = "whoever makes the joint statement";
    const place = { span: [start, end] as const, sentence, first: at, last: at, head: at };
    this.#together.set(start, { ...place, kind: "pronoun", actors, why });
  }

  /** Notes the phrase by which a source is called, for actors without a name of their own. */
  called(index: number, unit: Unit, source: Range): void {
    const actor = this.table.actors[index];
    if (actor === undefined || !isPhrase(actor)) return;
    const phrase = plainName(this.#textOf(unit, coreOf(unit.pieces, source)));
    const longer = phrase.length > (this.#phrases.get(index)?.length ?? 0);
    if (longer && phrase.toLowerCase().includes(actor.name.toLowerCase())) this.#phrases.set(index, phrase);
  }

  /**
   * The actor of a source phrase the table does not know: one of that name, an earlier one with the same noun, or a new one.
   *
   * @param earlier The table's actor last called by a noun.
   * @returns `null` for a phrase without a noun.
   */
  find(unit: Unit, source: Range, earlier: (word: string) => number | null): number | null {
    const core = coreOf(unit.pieces, source);
    const head = unit.pieces[Math.min(Math.max(baseEnd(unit.pieces, core[0]), core[0]), core[1])];
    if (head === undefined || head.token === null || !/^(?:NNP?S?|CD|DT|JJ[RS]?|FW|VBG)$/.test(head.tag)) return null;
    const phrase = this.#textOf(unit, core);
    const proper = head.tag.startsWith("NNP");
    const named = this.#named(unit.pieces, core, head);
    if (named !== undefined) return this.#add(named, unit, core, head, phrase);
    const word = proper ? head.lower : head.token.lemma.toLowerCase();
    const made = this.#byHead.get(word)?.findLast((m) => proper || sameSource(m.phrases, phrase));
    if (made !== undefined) return this.#add(made.actor.index, unit, core, head, phrase);
    const known = proper || !DEFINITE.test(phrase) ? null : earlier(word);
    const side = proper ? null : this.#sideIn(unit, core, head);
    return known ?? this.#add(this.#make(phrase, word, head, side), unit, core, head, phrase);
  }

  /** The actor with the head's family or given name; not one whose given name differs (“Eva Holm” is not Robin Holm). */
  #named(pieces: readonly Piece[], core: Range, head: Piece): number | undefined {
    if (!/^\p{Lu}/u.test(head.token?.text ?? "")) return undefined;
    const index = this.#byLast.get(head.lower) ?? this.#byFirst.get(head.lower);
    const before = pieces[pieces.indexOf(head) - 1];
    const given = before !== undefined && before.tag === "NNP" && before !== pieces[core[0] - 1] ? before.lower : "";
    const title = given === "" || given.endsWith(".") || this.persons.has(given);
    return title || wordsOf(this.actor(index ?? null)?.name ?? "").includes(given) ? index : undefined;
  }

  /** The country or body a source's phrase names beside its noun: “the ministry's crisis cell”, “a Danish negotiator”, “a cell at the ministry”. */
  #sideIn(unit: Unit, core: Range, head: Piece): Actor | null {
    const span: Span = [unit.pieces[core[0]]?.start ?? 0, unit.pieces[core[1]]?.end ?? 0];
    const at = unit.pieces.indexOf(head);
    // “a cell [at the ministry]”
    const behind = /^(?:at|from|in|inside|within)$/.test(unit.pieces[at + 1]?.lower ?? "")
      ? unit.pieces[at + 2]
      : undefined;
    for (const mention of this.table.inSentence(head.sentence)) {
      const actor = this.table.actors[mention.actors[0] ?? -1];
      const before = span[0] <= mention.span[0] && mention.span[1] <= head.start;
      const inside = before || (mention.span[0] === behind?.start && mention.span[1] <= span[1]);
      if (inside && actor?.code != null && (actor.kind === "country" || actor.kind === "organisation")) return actor;
    }
    return null;
  }

  #make(phrase: string, word: string, head: Piece, side: Actor | null): number {
    const index = this.table.actors.length + this.#made.length;
    const proper = head.tag.startsWith("NNP") || /^\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+){1,2}$/u.test(phrase);
    const plain = madeActor(index, plainName(phrase), proper, phrase);
    const actor = side === null ? plain : { ...plain, code: side.code, sector: side.sector };
    const made: Made = {
      actor,
      head: word,
      plural: /^NNP?S$/.test(head.tag),
      mentions: [],
      phrases: new Set(),
      isPerson: false,
    };
    this.#made.push(made);
    this.#byHead.set(word, [...(this.#byHead.get(word)?.slice(-KEPT) ?? []), made]);
    if (actor.kind === "person") this.#byLast.set(wordsOf(actor.name).at(-1) ?? "", index);
    return index;
  }

  #index(actor: Actor): void {
    const words = wordsOf(actor.name);
    const [first, last] = [words[0] ?? "", words.at(-1) ?? ""];
    if (!this.#byLast.has(last)) this.#byLast.set(last, actor.index);
    if (actor.kind === "person" && !this.#byFirst.has(first)) this.#byFirst.set(first, actor.index);
  }

  #add(index: number, unit: Unit, core: Range, head: Piece, phrase: string): number {
    const made = this.#made[index - this.table.actors.length];
    if (made === undefined) return index;
    const span: Span = [unit.pieces[core[0]]?.start ?? 0, unit.pieces[core[1]]?.end ?? 0];
    made.phrases.add(phrase);
    const mention = mentionOf(unit, core, head, span, index);
    if (made.mentions.at(-1)?.span[0] !== span[0]) made.mentions.push(mention);
    return index;
  }

  #textOf(unit: Unit, [first, last]: Range): string {
    return this.text.slice(unit.pieces[first]?.start ?? 0, unit.pieces[last]?.end ?? 0).replace(/\s+/g, " ");
  }

  /** The table with the sources this stage made, each named by its longest phrase. */
  extended(): ActorTable {
    const { actors, mentions } = this.table;
    const longest = (phrases: ReadonlySet<string>): string =>
      [...phrases].reduce((best, p) => (p.length > best.length ? p : best), "");
    const renamed = actors.map((a) => ({ ...a, name: this.#phrases.get(a.index) ?? a.name }));
    const made = this.#made.map(({ actor, phrases, isPerson }) => ({
      ...actor,
      kind: isPerson ? ("person" as const) : actor.kind,
      name: plainName(longest(phrases)),
    }));
    const added = [...this.#made.flatMap((m) => m.mentions), ...this.#together.values()];
    const order = (m: Mention): number => m.sentence;
    const all = [...mentions, ...added].sort((a, b) => order(a) - order(b) || bySpan(a.span, b.span));
    const bySentence = new Map<number, Mention[]>();
    for (const mention of all) {
      const list = bySentence.get(mention.sentence);
      if (list === undefined) bySentence.set(mention.sentence, [mention]);
      else list.push(mention);
    }
    const inSentence = (sentence: number): readonly Mention[] => bySentence.get(sentence) ?? [];
    return { ...this.table, actors: [...renamed, ...made], mentions: all, inSentence };
  }
}

/** The sector of the press. */
const PRESS = "JRN";
/** How many sources with one noun are told apart. */
const KEPT = 20;
const DEFINITE = /^(?:the|this|that|these|those|his|her|its|their|our|my)\b/i;

/** “the official” after “a senior official” is the same; “another official”, “a Chinese official” are not. */
function sameSource(phrases: ReadonlySet<string>, phrase: string): boolean {
  if (/^(?:another|other|one|an? (?:second|third|different))\b/i.test(phrase)) return false;
  return DEFINITE.test(phrase) || phrases.has(phrase);
}

/** A source without its apposition: up to the first comma, or the name after it (“his dad, Darrin”). */
function coreOf(pieces: readonly Piece[], source: Range): Range {
  let comma = -1;
  for (let i = source[0] + 1; i <= source[1] && comma < 0; i++)
    if (isComma(pieces[i]) || pieces[i]?.lower === "(") comma = i;
  if (comma < 0) return source;
  const rest = pieces.slice(comma + 1, source[1] + 1);
  const name = rest.length > 0 && rest.length < 4 && rest.every((p) => p.tag === "NNP");
  return name && !pieces[source[0]]?.tag.startsWith("NNP") ? [comma + 1, source[1]] : [source[0], comma - 1];
}

/** Whether an actor is known by a common noun alone. */
export function isPhrase(actor: Actor | undefined): boolean {
  if (actor === undefined || actor.wikidata !== null) return false;
  return (actor.kind === "unnamed" || actor.kind === "group") && /^\p{Ll}/u.test(actor.name);
}

/** A source known by one capitalised word alone: somebody's family name, or a firm. */
function isSurname({ kind, name, role }: Actor): boolean {
  return kind === "organisation" && role === "party" && /^\p{Lu}\p{Ll}[\p{L}’'-]+$/u.test(name);
}

function wordsOf(name: string): readonly string[] {
  return name.toLowerCase().split(/\s+/);
}

function plainName(phrase: string): string {
  return phrase.replace(/^(?:the|an?)\s+/i, "");
}

function madeActor(index: number, name: string, proper: boolean, phrase: string): Actor {
  const several = proper && / and /.test(name);
  const person = proper && !/^the\b/i.test(phrase) && / /.test(name) && !/[A-Z]{2}|\d/.test(name);
  const kind = several ? "group" : person ? "person" : proper ? "organisation" : "unnamed";
  const why = proper ? "a source known by its name alone" : "a source known by its phrase alone";
  const blank = { code: null, sector: [], office: null, officeKey: null, wikidata: null, gender: null, born: null };
  return { index, name, kind, ...blank, role: "party", latent: false, why };
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
