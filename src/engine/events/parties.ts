import { agentsAt, authorityAt, BEFORE } from "./agents.js";
import { type Clause, mentionAt, partiesAt } from "./clause.js";
import { foreignTo, isSomebody, sides } from "./known.js";
import type { EventLexicon } from "./lexicon.js";
import type { Match } from "./match.js";
import { obliquesOf } from "./obliques.js";
import { firstOf, nearbyParties } from "./receivers.js";
import { widerParties } from "./wider.js";

/** Who acts on whom. */
export interface Parties {
  readonly actor: readonly number[];
  readonly recipient: readonly number[];
  /** Named outright, not through what belongs to them, nor from the sentences before. */
  readonly direct: boolean;
}

/**
 * The parties of a match; `null` when nobody acts.
 *
 * @param joint Whether the event can be one of all together: a meeting can, the refusal to meet is one side's.
 */
export function partiesOf(
  match: Match,
  lexicon: EventLexicon,
  counterpart: (actor: readonly number[]) => readonly number[],
  antecedent: (pronoun: string, token: number) => readonly number[],
  joint: boolean,
): Parties | null {
  const { clause, args, coding, turned } = match;
  const agent = agentsAt(clause, args.agent, lexicon, antecedent);
  const doers = turned ? firstOf(clause, match, ["from", "by", "owner"], []) : agent.parties;
  const where = doers.length > 0 || turned ? null : placeOfAuthority(coding);
  const actor = where === null ? doers : authorityAt(clause, args, where);
  if (actor.length === 0) return null;
  const first = turned ? agent.parties : withAim(match, actor, firstOf(clause, match, coding.recipient, actor));
  const wanted =
    first.length > 0 && isLoosePronoun(match) && counterpart(actor).length > 0 ? counterpart(actor) : first;
  const near = wanted.length === 0 && !turned ? nearbyParties(clause, match, actor) : [];
  const open = wanted.length === 0 && near.length === 0 && actor.length === 1;
  const inferred = open && (coding.recipient.includes("counterpart") || leavesOpen(match)) ? counterpart(actor) : [];
  const abroad = foreignTo(clause, actor, [...wanted, ...near, ...inferred]);
  const own = abroad.length === 0 && OWN.has(coding.event) ? ownCountry(clause, actor, wanted) : abroad;
  const reached = own.length > 0 || turned ? own : wider(match, actor);
  const other = isForOthers(match, reached) ? counterpart(actor) : [];
  const recipient = other.length > 0 ? other : reached;
  if (recipient.length === 0 && (coding.recipient.includes("needed") || doers.length === 0)) return null;
  const direct = agent.direct && doers.length > 0 && inferred.length === 0;
  // Several sides that say one thing of what they will do agree with each other.
  const all = sides(clause, actor) > 1 ? [...actor, ...withThem(match, actor, lexicon)] : null;
  if (coding.event === "AGREE" && all !== null) return { actor: all, recipient: [], direct };
  if (!coding.recipient.includes("each") || !joint) return { actor, recipient, direct };
  if (all !== null) return { actor: all, recipient: [], direct };
  const partners = turned ? [] : recipient.filter((r) => partnersOf(clause, match, actor).includes(r));
  if (inferred.length > 0) return { actor: [...actor, ...recipient], recipient: [], direct };
  return partners.length > 0 ? { actor: [...actor, ...partners], recipient: [], direct } : { actor, recipient, direct };
}

/** “Germany and France signed a treaty with [Poland]”: who does with several sides what they do together; of talks the contacts tell. */
function withThem(
  { clause, args, coding, trigger }: Match,
  actor: readonly number[],
  { classes }: EventLexicon,
): readonly number[] {
  if (coding.event === "CONSULT" || !coding.recipient.includes("with")) return [];
  const { tree, tokens } = clause;
  // “a declaration of solidarity with …” may be theirs alone, “a treaty of friendship with …” is not
  const mutual = classes.get(tokens[args.object ?? trigger]?.lemma.toLowerCase() ?? "")?.has("mutual") === true;
  const theirs = (token: number): boolean => {
    const head = tree.heads[token] ?? -1;
    return head === args.predicate || head === args.object || head === trigger || mutual;
  };
  const named = (token: number): boolean => clause.mentions.some((m) => m.head === token); // not “with the help of …”
  const phrases = args.obliques
    .filter((o) => o.preposition === "with" && named(o.token) && theirs(o.token))
    .flatMap((o) => partiesAt(clause, o.token));
  return foreignTo(clause, actor, phrases);
}

/** “Israeli strikes on [southern Lebanon] killed six people”: beside people of whom nothing is known whom the deed is aimed at that did it. */
function withAim(
  { clause, args, coding }: Match,
  actor: readonly number[],
  found: readonly number[],
): readonly number[] {
  if (coding.event !== "ASSAULT" || args.agent === null || mentionAt(clause, args.agent) !== null) return found;
  if (found.some((p) => clause.actors.actors[p]?.code !== null)) return found;
  const aims = obliquesOf(clause, args.agent).filter((o) => AIMED.has(o.preposition));
  const aimed = aims.flatMap((o) => partiesAt(clause, o.token)).filter((p) => isSomebody(clause, p));
  return [...found, ...foreignTo(clause, actor, aimed)];
}

/** Prepositions behind which a deed's noun has whom it is aimed at, or where it is done. */
const AIMED: ReadonlySet<string> = new Set(["on", "against", "at", "upon", "in", "across"]);

const SAID_TO: ReadonlySet<string> = new Set(["REQUEST", "ACCUSE"]);
const SUFFERING: ReadonlySet<string> = new Set(["CVL", "REF", "MED"]);

/** “called for aid to the civilians”, “voiced concern over the eviction of families”: whom it is for, not who is asked or blamed. */
function isForOthers({ clause, args, coding }: Match, recipient: readonly number[]): boolean {
  if (!SAID_TO.has(coding.event) || recipient.length === 0) return false;
  const direct = [args.object, args.indirect].flatMap((at) => (at === null ? [] : partiesAt(clause, at)));
  return recipient.every((party) => {
    const actor = clause.actors.actors[party];
    const crowd = actor?.kind === "group" || actor?.kind === "unnamed";
    return crowd && SUFFERING.has(actor.sector[0] ?? "") && !direct.includes(party);
  });
}

/** “imposed a curfew in Kashmir”: what a body of a country does to the country it names. */
function ownCountry({ actors }: Clause, actor: readonly number[], wanted: readonly number[]): readonly number[] {
  if (actor.some((a) => actors.actors[a]?.kind === "country")) return [];
  return wanted.filter((w) => actors.actors[w]?.kind === "country");
}

/** Whom the rest of the sentence shows an act to be aimed at; a meeting's parties are named where its frame says. */
function wider(match: Match, actor: readonly number[]): readonly number[] {
  const { clause, coding } = match;
  if (coding.event === "CONSULT" || coding.recipient.some((place) => place === "needed" || place === "only")) return [];
  const found = widerParties(clause, match).filter((p) => !actor.includes(p));
  const abroad = foreignTo(clause, actor, found);
  return abroad.length === 0 && OWN.has(coding.event) ? ownCountry(clause, actor, found) : abroad;
}

/** What somebody may do to his own country by name: what its authorities do to it, and what is asked of it. */
const OWN: ReadonlySet<string> = new Set(["ASSAULT", "COERCE", "REQUEST", "ACCUSE", "RETREAT"]);

/** What authorities do. */
const OFFICIAL: ReadonlySet<string> = new Set(["COERCE"]);

/** Modes in which somebody is put out of a country. */
const OUT: ReadonlySet<string> = new Set(["expel", "deport"]);

/** Prepositions that show who acts where an act of authorities names nobody; `null` for other acts. */
function placeOfAuthority({ event, mode, cameo }: Match["coding"]): readonly string[] | null {
  if (OUT.has(mode ?? "")) return ["from"];
  if (cameo === "114") return BEFORE;
  return OFFICIAL.has(event) ? ["in", "at"] : null;
}

const PAIRS: ReadonlySet<string> = new Set([
  "they",
  "side",
  "party",
  "leader",
  "president",
  "minister",
  "interlocutor",
  "two",
]);

/** “congratulated him”, “they agreed”: there is another party, only not a known one. */
function leavesOpen({ clause, args, coding }: Match): boolean {
  const word = (token: number | null): string =>
    token === null ? "" : (clause.tokens[token]?.lemma.toLowerCase() ?? "");
  const subject = args.agent === null ? undefined : clause.tokens[args.agent];
  if (coding.recipient.includes("each"))
    return (
      subject !== undefined &&
      PAIRS.has(word(args.agent)) &&
      (subject.xpos === "NNS" || subject.upos === "PRON" || subject.upos === "NUM")
    );
  return ["he", "she", "him", "her", "they", "them"].includes(word(args.object));
}

/** “promised him”, where the pronoun was taken for a nameless source of the report: the other side of the exchange is meant. */
function isLoosePronoun({ clause, args, coding }: Match): boolean {
  const token = args.indirect ?? args.object;
  if (
    token === null ||
    clause.tokens[token]?.upos !== "PRON" ||
    !["AGREE", "SUPPORT", "REQUEST"].includes(coding.event)
  )
    return false;
  return partiesAt(clause, token).every((p) => clause.actors.actors[p]?.kind === "unnamed");
}

/** Who does it together with the subject: “agreed with Rahmon to …”. */
function partnersOf(clause: Clause, match: Match, actor: readonly number[]): readonly number[] {
  return firstOf(
    clause,
    match,
    match.coding.recipient.filter((p) => p === "with" || p === "between" || p === "from" || p === "obj" || p === "to"),
    actor,
  );
}
