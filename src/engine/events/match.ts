import { type Arguments, argumentsOf } from "./arguments.js";
import { type Clause, coordinated, isParty, standInsIn } from "./clause.js";
import { Fillers, ofNouns } from "./fillers.js";
import { givenBy } from "./frame-needs.js";
import { type Condition, SLOT_KINDS } from "./frames.js";
import { hiddenVerb } from "./headline.js";
import type { Coding, EventLexicon, LightVerb, NounFrame, VerbFrame } from "./lexicon.js";
import { namingAt } from "./naming.js";
import { nominalMatches } from "./nominal.js";
import { namesAt } from "./phrases.js";
import { baseOf, framesAt, predicateAt } from "./predicate.js";

/** A frame found in a sentence, with its arguments. */
export interface Match {
  readonly clause: Clause;
  readonly args: Arguments;
  readonly coding: Coding;
  /** Token that carries the meaning: the verb, or the noun of a light verb. */
  readonly trigger: number;
  /** “receive criticism from”: whom the verb's subject is. */
  readonly turned: boolean;
  /** The verb or noun of the frame, as the table has it. */
  readonly key: string;
  readonly why: string;
  /** How much the frame asked for. */
  readonly weight: number;
}

/**
 * Finds the frames of a sentence, in order: at most one a predicate. The tree is asked for only where a word may fit.
 *
 * @param silent Takes up the predicates of which the tables know that they tell nothing.
 */
export function findMatches(clause: Clause, lexicon: EventLexicon, silent = new Set<number>()): readonly Match[] {
  const found: Match[] = [];
  // Who did what to whom needs somebody: a sentence that leads to no party is not worth a tree.
  if (!namesParty(clause)) return found;
  const hidden = hiddenVerb(clause, lexicon);
  const fillers = new Fillers(clause, lexicon);
  for (const token of clause.tokens) {
    const isHidden = hidden?.args.predicate === token.index;
    const lemma = isHidden ? hidden.lemma : baseOf(token, lexicon);
    const frames = isHidden ? (lexicon.verbs.get(lemma) ?? []) : framesAt(clause, token, lexicon);
    const light = token.upos === "NOUN" && !isHidden ? undefined : lexicon.light.get(lemma);
    if (frames.length === 0 && light === undefined) continue;
    const args = isHidden ? hidden.args : predicateAt(clause, token);
    if (args === null) continue;
    const naming = lemma === "call" ? namingAt(clause, args) : null;
    if (naming !== null) {
      const named = frames.filter((f) => f.conditions.some((c) => c.kind === SLOT_KINDS.comp));
      const match = naming.called?.length === 0 ? null : verbMatch(clause, naming, named, fillers);
      if (match !== null && match !== NOTHING) found.push(match);
      continue;
    }
    const plain = verbMatch(clause, args, frames, fillers);
    if (plain === NOTHING) {
      silent.add(token.index);
      continue;
    }
    const carried = light === undefined ? null : lightMatch(clause, args, light, lemma, lexicon);
    // “launched air strikes” is what its noun of two words says, whatever the verb does to a strike.
    const closer = carried !== null && (carried.key.includes(" ") || plain === null || plain.weight < LIGHT);
    const best = closer ? carried : (plain ?? carried);
    if (best !== null) found.push(best);
  }
  const taken = new Set(found.flatMap((m) => [m.args.predicate, m.trigger]));
  return [...found, ...nominalMatches(clause, lexicon, taken)].sort((a, b) => a.args.predicate - b.args.predicate); // stable
}

/** Whether a sentence names a party, or something of one (“An Israeli strike killed six”). */
const namesParty = ({ mentions, actors, sentence }: Clause): boolean =>
  mentions.some((m) => m.actors.some((a) => isParty(actors, a))) ||
  standInsIn(actors, sentence.index).some((s) => isParty(actors, s.actor));

/** A use that tells nothing: “held a campaign rally”, whatever a rally tells by itself. */
const NOTHING = Symbol("nothing");
const LIGHT = 11; // a frame that asks for a certain noun goes before what the noun tells by itself

function verbMatch(
  clause: Clause,
  args: Arguments,
  frames: readonly VerbFrame[],
  fillers: Fillers,
): Match | typeof NOTHING | null {
  let particles: readonly string[] | null = null; // looked for once: “take” has many frames with one
  const given = givenBy(args);
  for (const frame of frames) {
    if (frame.particle === null && (frame.needs & given) !== frame.needs) continue;
    if (frame.particle !== null) {
      particles ??= particlesAt(clause, args.predicate);
      if (!particles.includes(frame.particle)) continue;
    }
    const own = frame.particle === null ? args : withGoverned(clause, args, frame.particle);
    if (!fillers.fit(own, frame.conditions)) continue;
    if (frame.coding === null) return frame.silent ? NOTHING : null;
    const why = `the verb “${frame.verb}”${frame.conditions.length === 0 ? "" : ` with ${frame.conditions.map(told).join(", ")}`}`;
    return {
      clause,
      args: own,
      coding: frame.coding,
      trigger: args.predicate,
      turned: false,
      key: frame.verb,
      why,
      weight: frame.weight,
    };
  }
  return null;
}

/** “looked into [the sale]”, “set upon [the marchers]”: what stands after the particle of a verb without an object is its object. */
function withGoverned({ tokens }: Clause, args: Arguments, particle: string): Arguments {
  if (args.object !== null || tokens[args.predicate + 1]?.lower !== particle) return args;
  const governed = args.obliques.find((o) => o.preposition === particle && o.token > args.predicate);
  return governed === undefined ? args : { ...args, object: governed.token };
}

function told({ slot, filler }: Condition): string {
  if (typeof filler === "string") return filler === "any" ? slot : `${slot} ${filler}`;
  return `${slot} ${[...filler.classes, ...filler.words].join("/")}`;
}

/** The word after a verb, and the particles that hang on it. */
function particlesAt({ tree, tokens }: Clause, predicate: number): readonly string[] {
  const hanging = tree.children(predicate).filter((c) => {
    const relation = tree.relation(c);
    return relation === "compound:prt" || relation === "advmod";
  });
  return [predicate + 1, ...hanging].map((at) => tokens[at]?.lower ?? "");
}

/** “expressed readiness to …”, “launched an attack on …”, “received criticism from …”. */
function lightMatch(
  clause: Clause,
  args: Arguments,
  light: LightVerb,
  lemma: string,
  lexicon: EventLexicon,
): Match | null {
  const candidates = [
    args.object,
    ...args.obliques.filter((o) => o.preposition === "in" || o.preposition === "under").map((o) => o.token),
  ];
  for (const object of candidates) {
    if (object === null) continue;
    for (const noun of [...coordinated(clause, object), ...ofNouns(clause, object)]) {
      const frame = nounFrame(clause, noun, light.kinds, lexicon);
      if (frame === null) continue;
      const content = contentOfNoun(clause, noun) ?? args.complement;
      return {
        clause,
        args: {
          ...args,
          object: noun,
          complement: content,
          obliques: [...args.obliques, ...nounObliques(clause, noun, args)],
        },
        coding: frame.frame,
        trigger: noun,
        key: frame.key,
        turned: light.voice === "passive",
        why: `the noun “${frame.key}” with the verb “${lemma}”`,
        weight: 10,
      };
    }
  }
  return null;
}

function nounObliques(clause: Clause, noun: number, args: Arguments): Arguments["obliques"] {
  return noun === args.object ? [] : argumentsOf(clause, noun).obliques;
}

function nounFrame(
  clause: Clause,
  noun: number,
  kinds: ReadonlySet<string>,
  lexicon: EventLexicon,
): { readonly frame: NounFrame; readonly key: string } | null {
  const key = namesAt(clause.tokens, noun).find((n) => lexicon.nouns.has(n));
  const frame = key === undefined ? undefined : lexicon.nouns.get(key)?.find((f) => kinds.has(f.kind));
  return frame === undefined || key === undefined ? null : { frame, key };
}

function contentOfNoun({ tree }: Clause, noun: number): number | null {
  return (
    tree
      .children(noun)
      .find((child) => child > noun && ["acl", "ccomp", "advcl", "xcomp"].includes(tree.relation(child))) ?? null
  );
}
