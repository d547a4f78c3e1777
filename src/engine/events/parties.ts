import { argumentsOf } from "./arguments.js";
import { type Clause, isParty, ownersOf, partiesAt } from "./clause.js";
import { partiesInContent } from "./content.js";
import type { EventLexicon } from "./lexicon.js";
import type { Match } from "./match.js";

/** Who acts on whom. */
export interface Parties {
  readonly actor: readonly number[];
  readonly recipient: readonly number[];
  /** Named outright, not through what belongs to them, nor from the sentences before. */
  readonly direct: boolean;
}

/** The parties of a match; `null` when nobody acts. */
export function partiesOf(match: Match, lexicon: EventLexicon, counterpart: (actor: readonly number[]) => readonly number[], antecedent: (pronoun: string) => readonly number[]): Parties | null {
  const { clause, args, coding, turned } = match;
  const agent = agentsAt(clause, args.agent, lexicon, antecedent);
  const actor = turned ? firstOf(clause, match, ["from", "by", "owner"], []) : agent.parties;
  if (actor.length === 0) return null;
  const wanted = turned ? agent.parties : firstOf(clause, match, coding.recipient, actor);
  const near = wanted.length === 0 && !turned && coding.recipient.includes("content") ? nearbyParties(clause, match.trigger, actor) : [];
  const inferred = wanted.length === 0 && near.length === 0 && coding.recipient.includes("counterpart") && actor.length === 1 ? counterpart(actor) : [];
  const recipient = foreignTo(clause, actor, [...wanted, ...near, ...inferred]);
  const direct = agent.direct && inferred.length === 0;
  // Several sides that say one thing of what they will do agree with each other.
  if (coding.event === "AGREE" && sides(clause, actor) > 1) return { actor, recipient: [], direct };
  if (!coding.recipient.includes("each")) return { actor, recipient, direct };
  if (sides(clause, actor) > 1) return { actor, recipient: [], direct };
  return { actor: [...actor, ...recipient], recipient: [], direct };
}

const TOWARDS: ReadonlySet<string> = new Set(["with", "to", "for", "against"]);

/** Where the tree shows no recipient: the first party after the trigger that stands right after “with”, “to” or “for”. */
function nearbyParties(clause: Clause, trigger: number, actor: readonly number[]): readonly number[] {
  for (let i = trigger + 1; i < clause.tokens.length; i++) {
    const token = clause.tokens[i];
    if (token === undefined || token.upos === "PUNCT") return [];
    const mention = clause.mentions.find((m) => m.first === i && m.actors.some((a) => isParty(clause.actors, a) && !actor.includes(a)));
    const before = clause.tokens[i - 1];
    if (mention === undefined || before === undefined || !TOWARDS.has(before.lower)) continue;
    return partiesAt(clause, mention.head).filter((p) => clause.actors.actors[p]?.code != null);
  }
  return [];
}

function agentsAt(clause: Clause, token: number | null, lexicon: EventLexicon, antecedent: (pronoun: string) => readonly number[]): { readonly parties: readonly number[]; readonly direct: boolean } {
  if (token === null) return { parties: [], direct: false };
  const direct = partiesAt(clause, token);
  if (direct.length > 0) return { parties: direct, direct: true };
  const lemma = clause.tokens[token]?.lemma.toLowerCase() ?? "";
  if (clause.tokens[token]?.upos === "PRON") return { parties: antecedent(lemma), direct: false };
  const stands = lexicon.classes.get(lemma)?.has("instrument") === true;
  return { parties: stands ? ownersOf(clause, token) : [], direct: false };
}

/** Parties at the first place of a list where there are any. */
function firstOf(clause: Clause, match: Match, places: readonly string[], actor: readonly number[]): readonly number[] {
  for (const place of places) {
    const found = partiesFrom(clause, match, place).filter((p) => !actor.includes(p));
    if (found.length > 0) return found;
  }
  return [];
}

function partiesFrom(clause: Clause, { args, trigger }: Match, place: string): readonly number[] {
  switch (place) {
    case "obj":
      return args.object === null || args.object === trigger ? [] : partiesAt(clause, args.object);
    case "iobj":
      return args.indirect === null ? [] : partiesAt(clause, args.indirect);
    case "owner":
      return args.object === null ? [] : ownersOf(clause, args.object);
    case "clause":
      return subjectOfContent(clause, args.complement);
    case "content":
      return partiesInContent(clause, args.complement).filter((p) => isSomebody(clause, p));
    case "each":
    case "counterpart":
      return [];
    default:
      return inPhrases(clause, args.obliques.filter((o) => o.preposition === place).map((o) => o.token));
  }
}

/** Nameless holders of an office (“to recall its envoy”) are what an act is about, not whom it is aimed at. */
function isSomebody({ actors }: Clause, index: number): boolean {
  const actor = actors.actors[index];
  return actor !== undefined && (actor.code !== null || actor.kind !== "unnamed");
}

function inPhrases(clause: Clause, tokens: readonly number[]): readonly number[] {
  for (const token of tokens) {
    const direct = partiesAt(clause, token);
    if (direct.length > 0) return direct;
  }
  for (const token of tokens) {
    const owners = ownersOf(clause, token);
    if (owners.length > 0) return owners;
  }
  return [];
}

/** “demanded that [Venezuela] hand over”, “called for [Israel] to stop”. */
function subjectOfContent(clause: Clause, head: number | null): readonly number[] {
  if (head === null) return [];
  const { agent, passive } = argumentsOf(clause, head);
  return agent === null || passive ? [] : partiesAt(clause, agent);
}

/** Nobody acts on himself, nor on his own country by name. */
function foreignTo(clause: Clause, actor: readonly number[], recipient: readonly number[]): readonly number[] {
  const actors = clause.actors.actors;
  const own = new Set(actor.map((a) => actors[a]?.code).filter((c) => c != null));
  return [...new Set(recipient)].filter((r) => {
    if (actor.includes(r)) return false;
    return !(actors[r]?.kind === "country" && own.has(actors[r]?.code ?? ""));
  });
}

/** How many sides act together: by code, persons without one each for himself. */
function sides(clause: Clause, actor: readonly number[]): number {
  return new Set(actor.map((a) => clause.actors.actors[a]?.code ?? `#${a}`)).size;
}
