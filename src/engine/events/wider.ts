import { childBy, childrenBy, isRelation } from "../language/tree.js";
import { argumentsOf } from "./arguments.js";
import { type Clause, countryOfPlace, ownersOf, partiesAt } from "./clause.js";
import { isSomebody } from "./known.js";
import type { Match } from "./match.js";
import type { Oblique } from "./obliques.js";

/** Prepositions after which stands whom a deed or a word is aimed at, nearest tie first. */
const TOWARDS: readonly string[] = [
  "to",
  "against",
  "on",
  "upon",
  "at",
  "towards",
  "toward",
  "with",
  "for",
  "from",
  "out",
  "of",
];
/** Events whose place is whom they befall or concern: “a ceasefire in Idlib”, “called for peace in Somalia”. */
const PLACED: ReadonlySet<string> = new Set(["ASSAULT", "COERCE", "MOBILIZE", "RETREAT", "REQUEST", "AGREE", "AID"]);
/** Events whose object is what is sent, given or done, nobody's fate: “deployed troops”. */
const BY_MEANS: ReadonlySet<string> = new Set(["MOBILIZE", "AID", "AGREE", "COOPERATE"]);

/** Whether a noun names what an event is done with, not whom it befalls: what is sent or given, and what is one's own (“its envoy”). */
export function isMeans(clause: Clause, noun: number, event: string): boolean {
  return (BY_MEANS.has(event) && isRelation(clause.tree.relation(noun), "obj")) || isOwn(clause, noun);
}

/** Whether a noun is somebody's by a pronoun: “its envoy”. */
export function isOwn({ tree, tokens }: Clause, noun: number): boolean {
  return childrenBy(tree, noun, "nmod:poss").some((c) => tokens[c]?.upos === "PRON");
}

const DEPTH = 3; // clauses of a content that are looked into

/**
 * Whom an event is aimed at where none of its frame's places names anybody: the object, the phrases of the verb and of its
 * object, then what the content is about, last the country where it happens.
 */
export function widerParties(clause: Clause, { args, trigger, coding }: Match): readonly number[] {
  if (coding.mode === "resign") return []; // who resigns does it to nobody
  const object = args.object === null || args.object === trigger ? [] : [args.object];
  const reachable = object.filter((token) => !isMeans(clause, token, coding.event));
  const direct = reachable.flatMap((token) => named(clause, token));
  if (direct.length > 0) return direct;
  const phrases = inOrder(args.obliques)
    .filter((o) => coding.event !== "SUPPORT" || (o.preposition !== "at" && o.preposition !== "on"))
    .map((o) => o.token);
  for (const token of [...phrases, ...reachable]) {
    const found = reached(clause, token);
    if (found.length > 0) return found;
  }
  const asked = coding.event === "REQUEST" ? subjectOf(clause, args.complement) : [];
  if (asked.length > 0) return asked;
  if (coding.event === "REJECT" && args.complementKind === "that") return []; // “rejected the charge that it hit …”
  const content = ofContent(clause, args.complement, DEPTH);
  if (content.length > 0 || !PLACED.has(coding.event)) return content;
  return placed(clause, args.obliques);
}

/** “its demand that [Seoul] ease sanctions”: who is to do what is asked. */
function subjectOf(clause: Clause, head: number | null): readonly number[] {
  if (head === null || childBy(clause.tree, head, "nsubj") === null) return [];
  const { agent, passive } = argumentsOf(clause, head);
  return agent === null || passive ? [] : named(clause, agent);
}

function inOrder(obliques: readonly Oblique[]): readonly Oblique[] {
  return TOWARDS.flatMap((word) => obliques.filter((o) => o.preposition === word));
}

function named(clause: Clause, token: number): readonly number[] {
  return partiesAt(clause, token).filter((p) => isSomebody(clause, p) || clause.actors.actors[p]?.sector.length !== 0);
}

function reached(clause: Clause, token: number): readonly number[] {
  if (isOwn(clause, token)) return [];
  const direct = named(clause, token);
  return direct.length > 0 ? direct : ownersOf(clause, token).filter((p) => isSomebody(clause, p));
}

/** “refused to remove [sanctions on the regime]”, “agreed to a ceasefire”. */
function ofContent(clause: Clause, head: number | null, depth: number): readonly number[] {
  if (head === null || depth === 0) return [];
  const args = argumentsOf(clause, head);
  const tokens = [args.indirect, ...inOrder(args.obliques).map((o) => o.token), args.passive ? null : args.object];
  for (const token of tokens) {
    if (token === null) continue;
    const found = reached(clause, token);
    if (found.length > 0) return found;
  }
  const deeper = ofContent(clause, args.complement, depth - 1);
  return deeper.length > 0 ? deeper : placed(clause, args.obliques);
}

/** The countries that phrases with “in” name. */
function placed(clause: Clause, obliques: readonly Oblique[]): readonly number[] {
  for (const { preposition, token } of obliques) {
    if (preposition !== "in" && preposition !== "across" && preposition !== "throughout") continue;
    const countries = partiesAt(clause, token).filter((p) => clause.actors.actors[p]?.kind === "country");
    const place = countries.length > 0 ? null : countryOfPlace(clause, token);
    if (place !== null) return [place];
    if (countries.length > 0) return countries;
  }
  return [];
}
