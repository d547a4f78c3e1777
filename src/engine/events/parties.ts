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
export function partiesOf(
  match: Match,
  lexicon: EventLexicon,
  counterpart: (actor: readonly number[]) => readonly number[],
  antecedent: (pronoun: string, token: number) => readonly number[],
): Parties | null {
  const { clause, args, coding, turned } = match;
  const agent = agentsAt(clause, args.agent, lexicon, antecedent);
  const actor = turned ? firstOf(clause, match, ["from", "by", "owner"], []) : agent.parties;
  if (actor.length === 0) return null;
  const first = turned ? agent.parties : firstOf(clause, match, coding.recipient, actor);
  const wanted =
    first.length > 0 && isLoosePronoun(match) && counterpart(actor).length > 0 ? counterpart(actor) : first;
  const near = wanted.length === 0 && !turned ? nearbyParties(clause, match, actor) : [];
  const open = wanted.length === 0 && near.length === 0 && actor.length === 1;
  const inferred = open && (coding.recipient.includes("counterpart") || leavesOpen(match)) ? counterpart(actor) : [];
  const recipient = foreignTo(clause, actor, [...wanted, ...near, ...inferred]);
  if (recipient.length === 0 && coding.recipient.includes("needed")) return null;
  const direct = agent.direct && inferred.length === 0;
  // Several sides that say one thing of what they will do agree with each other.
  if (coding.event === "AGREE" && sides(clause, actor) > 1) return { actor, recipient: [], direct };
  if (!coding.recipient.includes("each")) return { actor, recipient, direct };
  if (sides(clause, actor) > 1) return { actor, recipient: [], direct };
  const partners = turned ? [] : recipient.filter((r) => partnersOf(clause, match, actor).includes(r));
  if (inferred.length > 0) return { actor: [...actor, ...recipient], recipient: [], direct };
  return partners.length > 0 ? { actor: [...actor, ...partners], recipient: [], direct } : { actor, recipient, direct };
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

const TOWARDS: readonly string[] = ["with", "to", "for", "against"];
const PLACED: ReadonlySet<string> = new Set(["ASSAULT", "COERCE", "MOBILIZE"]);

/** Where the tree shows no recipient: the first party after the trigger that stands right after a preposition of the frame; of a deed, the country it is done in. */
function nearbyParties(clause: Clause, { trigger, coding }: Match, actor: readonly number[]): readonly number[] {
  const words = new Set(coding.recipient.flatMap((place) => (place === "content" ? TOWARDS : [place])));
  if (PLACED.has(coding.event)) words.add("in");
  for (let i = trigger + 1; i < clause.tokens.length; i++) {
    const token = clause.tokens[i];
    if (token === undefined || (token.upos === "PUNCT" && token.text !== "-") || token.upos === "SCONJ") return [];
    const mention = clause.mentions.find(
      (m) => m.first === i && m.actors.some((a) => isParty(clause.actors, a) && !actor.includes(a)),
    );
    const before = clause.tokens[i - 1];
    if (
      mention === undefined ||
      before === undefined ||
      clause.tokens[mention.last + 1]?.xpos === "POS" ||
      !words.has(before.lower)
    )
      continue;
    return partiesAt(clause, mention.head).filter((p) => clause.actors.actors[p]?.code != null);
  }
  return [];
}

function agentsAt(
  clause: Clause,
  token: number | null,
  lexicon: EventLexicon,
  antecedent: (pronoun: string, token: number) => readonly number[],
): { readonly parties: readonly number[]; readonly direct: boolean } {
  if (token === null) return { parties: [], direct: false };
  const direct = partiesAt(clause, token);
  const lemma = clause.tokens[token]?.lemma.toLowerCase() ?? "";
  if (direct.some((p) => isSomebody(clause, p))) return { parties: direct, direct: true };
  if (direct.length > 0 && lexicon.classes.get(lemma)?.has("document") !== true)
    return { parties: direct, direct: true };
  if (clause.tokens[token]?.upos === "PRON") return { parties: antecedent(lemma, token), direct: false };
  if (lexicon.classes.get(lemma)?.has("document") === true) return { parties: authorsOf(clause, token), direct: false };
  const stands = lexicon.classes.get(lemma)?.has("instrument") === true;
  return { parties: stands ? ownersOf(clause, token) : [], direct: false };
}

/** “issued a statement urging …”: whose statement it is, else who issued it. */
function authorsOf(clause: Clause, token: number): readonly number[] {
  const owners = ownersOf(clause, token).filter((p) => isSomebody(clause, p));
  if (owners.length > 0) return owners;
  const head = clause.tree.heads[token] ?? -1;
  if (head < 0 || clause.tokens[head]?.upos !== "VERB") return [];
  const { agent } = argumentsOf(clause, head);
  return agent === null || agent === token ? [] : partiesAt(clause, agent);
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
      return args.object === null || args.object === trigger ? [] : countriesOfSides(clause, args.object);
    case "iobj":
      return args.indirect === null
        ? receiverBeforeObject(clause, args.predicate, args.object)
        : partiesAt(clause, args.indirect);
    case "owner":
      return ownersAt(clause, args);
    case "clause":
      return subjectOfContent(clause, args.complement);
    case "content":
      return partiesInContent(clause, args.complement).filter((p) => isSomebody(clause, p));
    case "each":
    case "needed":
    case "counterpart":
      return [];
    default:
      return inPhrases(
        clause,
        args.obliques.filter((o) => o.preposition === place).map((o) => o.token),
      );
  }
}

/** Nameless holders of an office (“to recall its envoy”) are what an act is about, not whom it is aimed at. */
function isSomebody({ actors }: Clause, index: number): boolean {
  const actor = actors.actors[index];
  return actor !== undefined && (actor.code !== null || actor.kind !== "unnamed");
}

/** “promised [Kenya] 30 million dollars”: the receiver right after the verb, which the tree takes for part of the object. */
function receiverBeforeObject(clause: Clause, predicate: number, object: number | null): readonly number[] {
  const mention = clause.mentions.find((m) => m.first === predicate + 1 && m.actors.length > 0);
  if (mention === undefined || object === null || object <= mention.last) return [];
  const next = clause.tokens[mention.last + 1];
  return next !== undefined && ["NUM", "DET"].includes(next.upos) ? partiesAt(clause, mention.head) : [];
}

const SIDES: ReadonlySet<string> = new Set(["side", "party", "faction"]);

/** The parties of a phrase; “all sides in Myanmar” are the country's, where the article names it. */
function countriesOfSides(clause: Clause, token: number): readonly number[] {
  const parties = partiesAt(clause, token);
  if (!SIDES.has(clause.tokens[token]?.lemma.toLowerCase() ?? "")) return parties;
  const { actors } = clause.actors;
  return parties.map((p) => {
    const party = actors[p];
    if (party?.kind !== "group" || party.code === null) return p;
    return actors.find((a) => a.kind === "country" && a.code === party.code)?.index ?? p;
  });
}

/** Whose the object is; “by” and “from” may hang on the verb instead (“accepts the demands by protesters”). */
function ownersAt(clause: Clause, { object, passive, obliques }: Match["args"]): readonly number[] {
  const owners = object === null ? [] : ownersOf(clause, object).filter((p) => isSomebody(clause, p));
  if (owners.length > 0 || object === null) return owners;
  return inPhrases(
    clause,
    obliques.filter((o) => (o.preposition === "by" && !passive) || o.preposition === "from").map((o) => o.token),
  );
}

const COLLECTIVES: ReadonlySet<string> = new Set([
  "nation",
  "nations",
  "country",
  "countries",
  "state",
  "states",
  "government",
  "governments",
  "people",
  "world",
  "community",
  "allies",
  "partners",
  "neighbours",
  "neighbors",
  "side",
  "sides",
  "parties",
]);

/** A phrase of which nothing is known but its words (“his admiration for the bravery”), unless it names people or states. */
function isMerePhrase({ actors }: Clause, index: number): boolean {
  const actor = actors.actors[index];
  if (
    actor === undefined ||
    actor.kind !== "unnamed" ||
    actor.code !== null ||
    actor.sector.length > 0 ||
    actor.office !== null
  )
    return false;
  return !COLLECTIVES.has(actor.name.toLowerCase().split(" ").at(-1) ?? "");
}

function inPhrases(clause: Clause, tokens: readonly number[]): readonly number[] {
  for (const token of tokens) {
    const direct = partiesAt(clause, token);
    if (direct.length > 0) return direct;
  }
  for (const token of tokens) {
    const owners = ownersOf(clause, token).filter((p) => isSomebody(clause, p));
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
    if (actor.includes(r) || isMerePhrase(clause, r)) return false;
    if (
      actors[r]?.kind === "unnamed" &&
      own.has(actors[r]?.code ?? "") &&
      recipient.some((o) => o !== r && !own.has(actors[o]?.code ?? ""))
    )
      return false;
    return !(actors[r]?.kind === "country" && own.has(actors[r]?.code ?? ""));
  });
}

/** How many sides act together: by code, persons without one each for himself. */
function sides(clause: Clause, actor: readonly number[]): number {
  return new Set(actor.map((a) => clause.actors.actors[a]?.code ?? `#${a}`)).size;
}
