import type { Arguments } from "./arguments.js";
import { argumentsOf } from "./arguments.js";
import { type Clause, countryOfPlace, isParty, mentionAt, ownersOf, partiesAt, voicesOf } from "./clause.js";
import { takenUpFrom } from "./clause-noun.js";
import { partiesInContent } from "./content.js";
import { isSomebody } from "./known.js";
import type { Match } from "./match.js";
import { obliquesOf } from "./obliques.js";
import { meantBy } from "./referents.js";
import { OWN_WORD } from "./words.js";

const TOWARDS: readonly string[] = ["with", "to", "for", "against"];
const PLACED: ReadonlySet<string> = new Set(["ASSAULT", "COERCE", "MOBILIZE"]);

/** Parties at the first place of a list where there are any. */
export function firstOf(
  clause: Clause,
  match: Match,
  places: readonly string[],
  actor: readonly number[],
): readonly number[] {
  for (const place of places) {
    const found = partiesFrom(clause, match, place, actor).filter((p) => !actor.includes(p));
    if (found.length > 0) return found;
  }
  return [];
}

/** Where the tree shows no recipient: the first party after the trigger that stands right after a preposition of the frame; of a deed, the country it is done in. */
export function nearbyParties(clause: Clause, { trigger, coding }: Match, actor: readonly number[]): readonly number[] {
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

function partiesFrom(
  clause: Clause,
  { args, trigger, coding }: Match,
  place: string,
  actor: readonly number[],
): readonly number[] {
  const orTakenUp = (found: readonly number[], token: number | null): readonly number[] =>
    found.length > 0 || token === null ? found : takenUpFrom(clause, args.predicate, token, actor);
  const orMeant = (found: readonly number[], token: number): readonly number[] =>
    found.length > 0 ? found : orTakenUp(meantBy(clause, args, token, actor), token);
  switch (place) {
    case "obj":
      return args.object === null || args.object === trigger
        ? []
        : orMeant(partiesOfObject(clause, args.object, coding.event), args.object);
    case "iobj":
      return args.indirect === null
        ? receiverBeforeObject(clause, args.predicate, args.object)
        : orMeant(partiesAt(clause, args.indirect), args.indirect);
    case "owner":
      return orTakenUp(ownersAt(clause, args), args.object);
    case "voice":
      return args.object === null ? [] : voicesAt(clause, args.object);
    case "clause":
      return subjectOfContent(clause, args);
    case "content":
      return partiesInContent(clause, args.complement, (p) => isOwnForce(clause, p, actor)).filter((p) =>
        isSomebody(clause, p),
      );
    case "each":
    case "needed":
    case "only":
    case "counterpart":
      return [];
    default: {
      const tokens = args.obliques.filter((o) => o.preposition === place).map((o) => o.token);
      const found = inPhrases(clause, tokens);
      return found.length > 0 || !OWN_WORD.has(coding.event) || place !== "to" ? found : capitalsAt(clause, tokens);
    }
  }
}

/** “promised to pull [Israeli troops] out of Gaza”: one's own forces are what one does it with. */
function isOwnForce({ actors }: Clause, index: number, actor: readonly number[]): boolean {
  const party = actors.actors[index];
  return party?.sector[0] === "MIL" && party.code !== null && actor.every((a) => actors.actors[a]?.code === party.code);
}

/** Whose word or deed a noun is: “India's charge”, “a raid by rebels”, “the [Ethiopian] attack”. */
export function voicesAt(clause: Clause, noun: number): readonly number[] {
  const voices = voicesOf(clause, noun).filter((p) => isSomebody(clause, p));
  return voices.length > 0 ? voices : namedBefore(clause, noun);
}

/** Whom a noun is called by that stands for somebody (“[Turkish] positions in Syria”), whatever lies behind it. */
function namedBefore(clause: Clause, noun: number): readonly number[] {
  const { tree, tokens, actors, sentence } = clause;
  const isPlace = (at: number): boolean =>
    actors.places.some((p) => p.sentence === sentence.index && p.first <= at && at <= p.last); // “the Mumbai attacks”
  const named = tree
    .children(noun)
    .some((c) => /^(?:amod|compound)$/.test(tree.relation(c)) && /^\p{Lu}/u.test(tokens[c]?.text ?? "") && !isPlace(c));
  const others = obliquesOf(clause, noun).flatMap(({ token }) => partiesAt(clause, token));
  return named ? partiesAt(clause, noun).filter((p) => !others.includes(p)) : [];
}

/** “promised [Kenya] 30 million dollars”: the receiver right after the verb, which the tree takes for part of the object. */
function receiverBeforeObject(clause: Clause, predicate: number, object: number | null): readonly number[] {
  const mention = clause.mentions.find((m) => m.first === predicate + 1 && m.actors.length > 0);
  if (mention === undefined || object === null || object <= mention.last) return [];
  const next = clause.tokens[mention.last + 1];
  return next !== undefined && ["NUM", "DET"].includes(next.upos) ? partiesAt(clause, mention.head) : [];
}

/** What may be done to an outlet or an agency, which otherwise only reports. */
const TO_OUTLETS: ReadonlySet<string> = new Set(["ACCUSE", "ASSAULT", "COERCE", "REQUEST", "SANCTION", "THREATEN"]);

function partiesOfObject(clause: Clause, token: number, event: string): readonly number[] {
  const parties = countriesOfSides(clause, token);
  if (parties.length > 0 || !TO_OUTLETS.has(event)) return parties;
  const mention = mentionAt(clause, token);
  return mention?.head === token ? mention.actors : [];
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
function ownersAt(clause: Clause, { object, passive, obliques }: Arguments): readonly number[] {
  const owners = object === null ? [] : ownersOf(clause, object).filter((p) => isSomebody(clause, p));
  if (owners.length > 0 || object === null) return owners;
  const named = namedBefore(clause, object);
  if (named.length > 0) return named;
  return inPhrases(
    clause,
    obliques.filter((o) => (o.preposition === "by" && !passive) || o.preposition === "from").map((o) => o.token),
  );
}

/** “expressed regret to London”: what is said to a city is said to its country, where the article names that. */
function capitalsAt(clause: Clause, tokens: readonly number[]): readonly number[] {
  return tokens.flatMap((token) => countryOfPlace(clause, token) ?? []);
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

/** Words for who is spoken to; “he” may speak of himself (“told him that he must leave early”). */
const HEARERS: ReadonlySet<string> = new Set(["it", "they", "you"]);

/** “demanded that [Venezuela] hand over”, “called for [Israel] to stop”, “told [Canada] that it must pay”. */
function subjectOfContent(clause: Clause, { complement, indirect }: Arguments): readonly number[] {
  if (complement === null) return [];
  const { agent, passive } = argumentsOf(clause, complement);
  if (agent === null || passive) return [];
  const parties = partiesAt(clause, agent);
  const isHearer = parties.length === 0 && HEARERS.has(clause.tokens[agent]?.lower ?? "");
  return isHearer && indirect !== null ? partiesAt(clause, indirect) : parties;
}
