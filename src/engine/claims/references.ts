import type { Mention } from "../actors/types.js";
import { overlaps } from "../base/span.js";
import { spanOf } from "./draft.js";
import type { ClaimLexicon } from "./lexicon.js";
import { isBody, type Memory } from "./memory.js";
import { ownSpeaker } from "./own-words.js";
import { baseEnd, type Range } from "./phrases.js";
import { isComma, type Piece } from "./pieces.js";
import { resolvePronoun } from "./pronouns.js";
import { isPhrase } from "./registry.js";
import { antecedentOf } from "./source-ends.js";
import type { Unit } from "./units.js";

/** How far into a unit, in code units, a name may stand that a later pronoun takes up (“Even though Doe …, she says”). */
const SUBJECT_REACH = 30;

/** The actor a source phrase means; one the table does not know is made an actor by its phrase. */
export function actorOf(unit: Unit, source: Range, memory: Memory, lexicon: ClaimLexicon): number | null {
  const { pieces } = unit;
  const span = spanOf(pieces, source);
  const head = pieces[Math.min(Math.max(baseEnd(pieces, source[0]), source[0]), source[1])];
  if (head === undefined) return null;
  const own = ownSpeaker(unit, source, memory, lexicon);
  if (own !== null) return own;
  const meant = source[0] === source[1] ? antecedentOf(pieces, source[0], lexicon) : null;
  if (meant !== null) return actorOf(unit, meant, memory, lexicon);
  const mentions = memory.mentionsOf(unit).filter((m) => overlaps(span, m.span) && m.actors.length > 0);
  if (head.tag === "PRP" || head.tag === "PRP$") return pronounOf(unit, head, mentions, memory);
  const nominal = mentions.filter((m) => m.kind !== "pronoun");
  const byHead = nominal.filter((m) => m.sentence === head.sentence && m.head === head.token?.index);
  const holding = nominal.filter((m) => m.span[0] <= head.start && head.end <= m.span[1]);
  const person = personNamed(unit, source, mentions, memory) ?? apposed(unit, source, memory);
  const chosen = person ?? longest(byHead) ?? longest(holding);
  const known = namesakeOf(unit, source, chosen, memory) ?? chosen?.actors[0] ?? null;
  const vague = known === null || isPhrase(memory.actors.actors[known]);
  const body = vague ? bodyOf(unit, source, memory, lexicon) : null;
  if (body === null && known === null && lexicon.bodies.get(head.lower) === "nobody") return null; // “told a briefing”
  return body ?? known ?? memory.registry.find(unit, source, (word) => memory.phrase(word));
}

function pronounOf(unit: Unit, head: Piece, mentions: readonly Mention[], memory: Memory): number | null {
  const own = mentions.find((m) => m.kind === "pronoun" && m.span[0] === head.start);
  const start = unit.pieces[0]?.start ?? 0;
  const early = (m: Mention): boolean =>
    m.kind === "name" &&
    m.actors.length === 1 &&
    m.span[0] >= start &&
    m.span[1] <= head.start &&
    m.span[0] - start < SUBJECT_REACH;
  const before =
    memory.last?.unit === unit
      ? []
      : memory
          .mentionsOf(unit)
          .filter(early)
          .map((m) => m.actors[0] ?? -1);
  const named = memory.others([...before, ...memory.named]);
  const self = /^(?:i|we|me|us|my|our)$/.test(head.lower) ? (own?.actors ?? []) : memory.others(own?.actors ?? []);
  const spoken = memory.others(memory.spoken);
  const meant = resolvePronoun(head.lower, self, spoken, named, memory.registry, memory.acting);
  if (meant !== null && /^(?:he|she)$/.test(head.lower)) memory.registry.takenUp(meant);
  return meant;
}

/** A person whose name closes the phrase or stands in apposition to it, not after “of” or “for”. */
function personNamed(unit: Unit, source: Range, mentions: readonly Mention[], memory: Memory): Mention | undefined {
  const { pieces } = unit;
  return mentions.find((m) => {
    const actor = memory.actors.actors[m.actors[0] ?? -1];
    if (m.kind !== "name" || m.actors.length !== 1 || actor?.kind !== "person") return false;
    const first = pieces.findIndex((p) => p.start >= m.span[0]);
    const after = pieces.find((p) => p.start >= m.span[1]);
    if (first < source[0]) return true;
    if (first === source[0]) return !/^(?:'s|')$/.test(after?.lower ?? "");
    if (/^(?:IN|TO|CC|POS)$/.test(pieces[first - 1]?.tag ?? "POS")) return false;
    const closes = after === undefined || after.start >= (pieces[source[1]]?.end ?? 0) || /^[,(]$/.test(after.lower);
    return closes && !pieces.slice(source[0], first).some((p) => /^(?:WP|WDT|VBD|VBZ)$/.test(p.tag));
  });
}

/** The person whose name stands between commas after the phrase (“the keeper of the seal, Ana Ruiz, said”). */
function apposed(unit: Unit, source: Range, memory: Memory): Mention | undefined {
  const { pieces } = unit;
  const name = pieces[source[1] + 2];
  if (!isComma(pieces[source[1] + 1]) || name === undefined || pieces[source[0]]?.tag.startsWith("NNP") === true)
    return undefined;
  return memory.mentionsOf(unit).find((m) => {
    const after = pieces.find((p) => p.start >= m.span[1]);
    const isPerson = memory.actors.actors[m.actors[0] ?? -1]?.kind === "person";
    return m.kind === "name" && isPerson && m.span[0] === name.start && (after === undefined || isComma(after));
  });
}

/** A country's or city's name that says something is the person's who bears it, if the article has one (Jordan Lee: “Jordan said”). */
function namesakeOf(unit: Unit, source: Range, chosen: Mention | undefined, memory: Memory): number | null {
  const actor = memory.actors.actors[chosen?.actors[0] ?? -1];
  const word = unit.pieces[source[0]];
  if (actor?.kind !== "country" || source[0] !== source[1] || word === undefined) return null;
  return memory.registry.namesake(word.lower);
}

/** “the company”, “the ministry”: the body last heard or named. */
function bodyOf(unit: Unit, source: Range, memory: Memory, lexicon: ClaimLexicon): number | null {
  const { pieces } = unit;
  if (!/^(?:the|this)$/.test(pieces[source[0]]?.lower ?? "") || source[1] - source[0] !== 1) return null;
  const noun = pieces[source[1]]?.lower ?? "";
  const kind = lexicon.bodies.get(noun);
  if (kind === undefined || kind === "nobody") return null;
  const start = pieces[source[0]]?.start ?? 0;
  const here = (word: string | null): number | undefined =>
    memory.mentionsOf(unit).findLast((m) => {
      const actor = memory.actors.actors[m.actors[0] ?? -1];
      const bears = word === null || (actor?.name.toLowerCase().split(/\s+/).includes(word) ?? false);
      return m.span[1] <= start && m.actors.length === 1 && isBody(actor) && bears;
    })?.actors[0];
  const named = here(noun) ?? memory.body(noun);
  if (named !== null || kind === "own") return named;
  const last = memory.last?.speaker ?? null;
  return isBody(memory.registry.actor(last)) ? last : (here(null) ?? memory.body(null));
}

function longest(mentions: readonly Mention[]): Mention | undefined {
  const length = (m: Mention): number => m.span[1] - m.span[0];
  return mentions.reduce<Mention | undefined>(
    (best, m) => (best === undefined || length(m) > length(best) ? m : best),
    undefined,
  );
}
