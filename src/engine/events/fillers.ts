import { childrenBy } from "../language/tree.js";
import type { Arguments } from "./arguments.js";
import { type Clause, coordinated, mentionAt, partiesAt, standInsIn } from "./clause.js";
import { type Condition, SLOT_KINDS } from "./frames.js";
import type { EventLexicon } from "./lexicon.js";
import { hasTo, isQuestion, isSubjunctive, isTold } from "./mood.js";
import { namesAt } from "./phrases.js";
import { saidOf } from "./said-of.js";

/** What the tables may hold a word under, and the classes they put it in. */
interface Filler {
  readonly names: readonly string[];
  readonly classes: ReadonlySet<string> | undefined;
}

/**
 * Tells of a sentence whether its words fill the slots of frames. What is found of a word is kept: a verb has dozens of
 * frames, which all ask about its object.
 */
export class Fillers {
  private readonly words: (Filler | undefined)[] = [];
  private readonly heads: (readonly number[] | undefined)[] = [];
  private readonly parties: (boolean | undefined)[] = [];

  constructor(
    private readonly clause: Clause,
    private readonly lexicon: EventLexicon,
  ) {}

  /** Whether arguments fulfil all conditions of a frame. */
  fit(args: Arguments, conditions: readonly Condition[]): boolean {
    for (const condition of conditions) if (!this.fits(args, condition)) return false;
    return true;
  }

  private fits(args: Arguments, { slot, kind, filler }: Condition): boolean {
    const { complement } = args;
    switch (kind) {
      case SLOT_KINDS.obj:
        return this.holds(args.object, filler);
      case SLOT_KINDS.subj:
        return this.holds(args.agent, filler);
      case SLOT_KINDS.iobj:
        return this.holds(args.indirect, filler);
      case SLOT_KINDS.inf:
      case SLOT_KINDS.that:
        if (args.complementKind !== slot) return false;
        return typeof filler === "string" || (complement !== null && this.accepts(complement, filler));
      case SLOT_KINDS.clause:
        return args.complementKind !== null;
      case SLOT_KINDS.will:
        return complement !== null && hasAuxiliary(this.clause, complement, FUTURE);
      case SLOT_KINDS.must:
        return complement !== null && (hasAuxiliary(this.clause, complement, DUE) || hasTo(this.clause, complement));
      case SLOT_KINDS.subjunctive:
        return complement !== null && isSubjunctive(this.clause, complement);
      case SLOT_KINDS.question:
        return args.complementKind === "that" && complement !== null && isQuestion(this.clause, complement);
      case SLOT_KINDS.told:
        return args.complementKind === "that" && complement !== null && isTold(this.clause, complement);
      case SLOT_KINDS.is:
      case SLOT_KINDS.isnt:
        if (args.complementKind !== "that" || complement === null) return false;
        return saidOf(this.clause, complement) === SAID[slot] && this.accepts(complement, filler);
      case SLOT_KINDS.comp:
        return [...childrenBy(this.clause.tree, args.predicate, "xcomp"), ...(args.called ?? [])].some((token) =>
          this.accepts(token, filler),
        );
      case SLOT_KINDS.passive:
        return args.passive;
      case SLOT_KINDS.active:
        return !args.passive;
      case SLOT_KINDS.both:
        return args.agent !== null && partiesAt(this.clause, args.agent).length > 1;
      default:
        return this.follows(args, slot, filler);
    }
  }

  /** Whether a word is what is asked for; where emptiness is, whether there is none. */
  private holds(token: number | null, filler: Condition["filler"]): boolean {
    return token === null ? filler === "none" : this.accepts(token, filler);
  }

  /** The same of the words that follow a preposition. */
  private follows({ obliques }: Arguments, wanted: string, filler: Condition["filler"]): boolean {
    let empty = true;
    for (const { preposition, token } of obliques) {
      if (preposition !== wanted) continue;
      if (this.accepts(token, filler)) return true;
      empty = false;
    }
    return empty && filler === "none";
  }

  private accepts(token: number, filler: Condition["filler"]): boolean {
    if (filler === "none") return false;
    if (filler === "any") return true;
    if (filler === "party") return this.isParty(token);
    if (filler === "person") return isOnePerson(this.clause, partiesAt(this.clause, token));
    if (filler === "polity") return isPolity(this.clause, partiesAt(this.clause, token));
    for (const head of this.headsOf(token)) {
      const { names, classes } = this.wordAt(head);
      if (filler.words.size > 0) for (const name of names) if (filler.words.has(name)) return true;
      if (classes !== undefined) for (const wanted of filler.classes) if (classes.has(wanted)) return true;
    }
    return false;
  }

  private isParty(token: number): boolean {
    const known = this.parties[token];
    if (known !== undefined) return known;
    const found = [token, ...measured(this.clause, token, this.lexicon)].some(
      (head) => partiesAt(this.clause, head).length > 0,
    );
    this.parties[token] = found;
    return found;
  }

  /** A word, those coordinated with it, and what it measures. */
  private headsOf(token: number): readonly number[] {
    const known = this.heads[token];
    if (known !== undefined) return known;
    const found = [...coordinated(this.clause, token), ...measured(this.clause, token, this.lexicon)];
    this.heads[token] = found;
    return found;
  }

  private wordAt(token: number): Filler {
    const kept = this.words[token];
    if (kept !== undefined) return kept;
    const { classes } = this.lexicon;
    const names = namesAt(this.clause.tokens, token);
    const nouns = isPeople(this.clause, token) ? [CITIZEN] : [...names, singular(names[names.length - 1] ?? "")];
    if (isPlaceName(this.clause, token)) nouns.push(TOWN);
    const known = nouns.find((name) => classes.has(name));
    const made = { names, classes: known === undefined ? undefined : classes.get(known) };
    this.words[token] = made;
    return made;
  }
}

/** What a clause has to say of somebody for a slot. */
const SAID: Readonly<Record<string, string>> = { is: "said", isnt: "denied" };

/** What a people's name means as a noun: “Georgians rallied”. */
const CITIZEN = "citizen";

/** What a place is that stands for whose it is: “captured Masisi”. */
const TOWN = "town";

const isPlaceName = ({ actors, sentence }: Clause, token: number): boolean =>
  standInsIn(actors, sentence.index).some((s) => s.head === token && s.kind === "place");

/** Whether a word names people of a country, not their state. */
function isPeople(clause: Clause, token: number): boolean {
  const mention = mentionAt(clause, token);
  if (mention?.head !== token || !/^\p{Lu}/u.test(clause.tokens[token]?.text ?? "")) return false;
  const actor = clause.actors.actors[mention.actors[0] ?? -1];
  return actor?.kind === "group" && actor.code !== null && actor.sector[0] === "CVL";
}

const FUTURE: ReadonlySet<string> = new Set(["will", "would", "'ll", "'d"]);
const DUE: ReadonlySet<string> = new Set(["must", "should", "ought"]);

function hasAuxiliary({ tree, tokens }: Clause, verb: number, wanted: ReadonlySet<string>): boolean {
  return childrenBy(tree, verb, "aux").some((c) => wanted.has(tokens[c]?.lower ?? ""));
}

const MEASURES: ReadonlySet<string> = new Set(["NUM", "DET", "PRON", "SYM"]);

/** “dozens of [activists]”, “some of its [troops]”, “a shipment of [ventilators]”: the noun that is measured. */
function measured(clause: Clause, token: number, lexicon: EventLexicon): readonly number[] {
  const word = clause.tokens[token];
  if (word === undefined) return [];
  const measure = MEASURES.has(word.upos) || lexicon.classes.get(word.lemma.toLowerCase())?.has("measure") === true;
  return measure ? ofNouns(clause, token) : [];
}

/** “supplies”, which the lemmatiser leaves, is looked up as “supply” too. */
function singular(lemma: string): string {
  return lemma.endsWith("ies") ? `${lemma.slice(0, -3)}y` : lemma.endsWith("s") ? lemma.slice(0, -1) : lemma;
}

/** “a telegram of congratulations”, “a series of attacks”: the noun that says what it is. */
export function ofNouns({ tree, tokens }: Clause, object: number): readonly number[] {
  return tree
    .children(object)
    .filter((child) => tree.relation(child) === "nmod" && tree.children(child).some((c) => tokens[c]?.lower === "of"));
}

const OF_STATE: ReadonlySet<string> = new Set(["GOV", "MIL", "COP"]);

/** Whether all of some parties are states, or act for one: “Russia”, “Turkish warships”. */
function isPolity({ actors }: Clause, parties: readonly number[]): boolean {
  const acts = (index: number): boolean => {
    const party = actors.actors[index];
    return (
      party !== undefined && party.code !== null && (party.kind === "country" || OF_STATE.has(party.sector[0] ?? ""))
    );
  };
  return parties.length > 0 && parties.every(acts);
}

function isOnePerson({ actors }: Clause, parties: readonly number[]): boolean {
  const [one] = parties;
  const party = one === undefined || parties.length > 1 ? undefined : actors.actors[one];
  return party !== undefined && (party.kind === "person" || party.office !== null);
}
