import type { ActorTable, Mention } from "../actors/types.js";
import { contains } from "../base/span.js";
import type { Sentence } from "../language/types.js";
import { spanOf } from "./draft.js";
import type { ClaimLexicon } from "./lexicon.js";
import { mediumAt } from "./media.js";
import type { Memory } from "./memory.js";
import { baseEnd, type Range } from "./phrases.js";
import { isComma, type Piece, wordPiece } from "./pieces.js";
import type { Unit } from "./units.js";

/** Who speaks in an article that is somebody's own words: all who do in a joint statement; nobody in any other text. */
export function speakersOfText(
  sentences: readonly Sentence[],
  actors: ActorTable,
  issuer: number | null,
  lexicon: ClaimLexicon,
): readonly number[] {
  const one = issuer ?? namedVoice(sentences, actors);
  return one === null ? jointSpeakers(sentences, actors, lexicon) : [one];
}

/** Who says “I” in the text, where it says so or its head names him; the outlet's name alone is no sign that “we” is its holder. */
function namedVoice(sentences: readonly Sentence[], { voice, mentions }: ActorTable): number | null {
  const own = mentions.filter((m) => m.actors.length === 1 && m.actors[0] === voice);
  const says = (m: Mention): boolean => /^(?:i|my)$/.test(sentences[m.sentence]?.tokens[m.head]?.lower ?? "");
  return own.some((m) => m.sentence <= 0 || says(m)) ? (voice ?? null) : null;
}

/** “Joint statement by the Foreign Ministers of Norway and Chad on …”: those who make it, where they are two or more. */
function jointSpeakers(sentences: readonly Sentence[], actors: ActorTable, lexicon: ClaimLexicon): readonly number[] {
  const [head] = sentences;
  if (head === undefined || head.tokens[0]?.lower !== "joint") return [];
  const pieces = head.tokens.map((token) => wordPiece(token, head.index, false));
  const noun = baseEnd(pieces, 0);
  const name = mediumAt(pieces, noun, lexicon);
  if (name === null || !/^(?:by|of|from|between)$/.test(pieces[noun + 1]?.lower ?? "")) return [];
  const makers = named(actors.inSentence(head.index), noun + 1, endOfMakers(pieces, noun + 2));
  return makers.length > 1 ? makers : [];
}

/** Where the phrase that names them ends: before “on Libya”, “following the talks”. */
function endOfMakers(pieces: readonly Piece[], from: number): number {
  const end = pieces.findIndex(
    (p, i) => i > from && /^(?:on|about|regarding|following|after|concerning)$/.test(p.lower),
  );
  return end < 0 ? pieces.length : end;
}

/** The actors named between two tokens, by the widest phrases. */
function named(mentions: readonly Mention[], after: number, before: number): readonly number[] {
  const within = mentions.filter((m) => m.actors.length > 0 && m.first > after && m.last < before);
  const widest = within.filter((m) => !within.some((o) => o !== m && contains(o.span, m.span)));
  return [...new Set(widest.flatMap((m) => m.actors))];
}

/**
 * Who speaks where a source is the text's own speaker, the first of several: “we”, “I” where the actors stage leaves it
 * open, “my government”; “we, the ministers of Norway and Chad,” says itself who they are. `null` elsewhere and within
 * quotation marks, where another speaks.
 */
export function ownSpeaker(unit: Unit, source: Range, memory: Memory, lexicon: ClaimLexicon): number | null {
  const { pieces, depth } = unit;
  const first = behindCall(pieces, source);
  const word = pieces[first];
  if (depth > 0 || word === undefined || word.quote !== null) return null;
  const noun = pieces[baseEnd(pieces, first)]?.lower ?? "";
  if (word.lower === "we") {
    memory.own = saidBeside(unit, source, memory) ?? memory.own;
    if (memory.own.length > 1) memory.registry.together(memory.own, word);
  } else if (word.lower !== "i" && !(/^(?:my|our)$/.test(word.lower) && lexicon.words("own-body").has(noun)))
    return null;
  memory.speaksItself ||= memory.own.length > 0;
  return memory.own[0] ?? null;
}

/** “We, [the ministers of Norway and Chad], condemn …”. */
function saidBeside(unit: Unit, source: Range, memory: Memory): readonly number[] | undefined {
  const span = spanOf(unit.pieces, source);
  return memory.mentionsOf(unit).find((m) => m.actors.length > 1 && contains(span, m.span))?.actors;
}

/** “Mr President, [my delegation] …”: the first piece behind whoever is called on. */
function behindCall(pieces: readonly Piece[], [first, last]: Range): number {
  const comma = pieces.findIndex((p, i) => i > first && i < last && isComma(p));
  return comma > first && /^(?:i|my|our|we)$/.test(pieces[comma + 1]?.lower ?? "") ? comma + 1 : first;
}
