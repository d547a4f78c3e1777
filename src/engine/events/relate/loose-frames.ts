import { type Condition, SLOT_KINDS } from "../frames.js";
import type { EventLexicon, VerbFrame } from "../lexicon.js";
import { addPlace, isWithin, type WordPlaces } from "../word-places.js";

/** A word as it is looked for: lemma in small letters and tag. */
export interface LooseWord {
  readonly lemma: string;
  readonly upos: string;
}

const BEFORE = 8; // words before a verb among which a noun of its frame may stand
const AFTER = 11; // and words after it
const PARTICLE = 4; // words after a verb among which its particle is looked for
const MOST = 4; // codes of a word: one of more tells nothing

/**
 * Names of what the frames make of each word, whatever the tree: the codes of those of a verb whose words stand near it, of
 * several only the most demanding; those of a noun that tells an event. “frame REJECT 121” of “turn” in “turned down the
 * request”, “bare ACCUSE 111” of a verb that asks for nothing, “noun AID 073”.
 */
export function looseFrames(words: readonly LooseWord[], lexicon: EventLexicon): readonly (readonly string[])[] {
  const where = placesOf(words, lexicon);
  return words.map(({ lemma, upos }, at) => {
    const names = upos === "VERB" || upos === "AUX" ? verbNames(lemma, at, where, lexicon) : nounNames(lemma, lexicon);
    return names.length > MOST ? NONE : names;
  });
}

/** Whether a name is one of these. */
export const isLoose = (name: string): boolean => /^(?:frame|bare|noun) /.test(name);

const NONE: readonly string[] = [];

/** Where in the sentence each lemma stands, and each class of nouns, behind “class ”, since no lemma has a blank. */
function placesOf(words: readonly LooseWord[], lexicon: EventLexicon): WordPlaces {
  const places = new Map<string, number[]>();
  words.forEach(({ lemma }, at) => {
    addPlace(places, lemma, at);
    for (const name of lexicon.classes.get(lemma) ?? []) addPlace(places, `class ${name}`, at);
  });
  return places;
}

function verbNames(lemma: string, at: number, places: WordPlaces, lexicon: EventLexicon): readonly string[] {
  let best = -1;
  let names: string[] = [];
  for (const frame of lexicon.verbs.get(lemma) ?? NO_FRAMES) {
    const worth = frame.coding === null ? -1 : worthOf(frame, at, places);
    if (worth < 0 || worth < best || frame.coding === null) continue;
    const { event, cameo } = frame.coding;
    const name = `${worth >= DEMANDING ? "frame" : "bare"} ${event} ${digits(cameo)}`;
    if (worth > best) names = [name];
    else if (!names.includes(name)) names.push(name);
    best = worth;
  }
  return names;
}

const NO_FRAMES: readonly VerbFrame[] = [];
const DEMANDING = 1.5; // a frame that asks for a particle, words or a class

/** How much of what a frame asks for stands near its verb; -1 where something does not. */
function worthOf({ particle, conditions }: VerbFrame, at: number, places: WordPlaces): number {
  let worth = 0;
  if (particle !== null) {
    if (!isWithin(places.get(particle), at + 1, at + PARTICLE)) return -1;
    worth += 2;
  }
  for (const condition of conditions) {
    const { slot, kind, filler } = condition;
    if (kind === SLOT_KINDS.preposition) {
      if (filler === "none") continue;
      if (!isWithin(places.get(slot), at + 1, at + AFTER)) return -1;
      worth += 0.5;
    }
    if (typeof filler === "string") continue;
    if (!isNear(filler, at, places)) return -1;
    worth += filler.classes.length === 0 ? 2 : 1.5;
  }
  return worth;
}

function isNear(filler: Exclude<Condition["filler"], string>, at: number, places: WordPlaces): boolean {
  for (const word of filler.words) if (isBeside(places.get(word), at)) return true;
  for (const name of filler.classes) if (isBeside(places.get(`class ${name}`), at)) return true;
  return false;
}

const isBeside = (found: readonly number[] | undefined, at: number): boolean =>
  isWithin(found, at - BEFORE, at - 1) || isWithin(found, at + 1, at + AFTER);

function nounNames(lemma: string, lexicon: EventLexicon): readonly string[] {
  const frames = lexicon.nouns.get(lemma);
  if (frames === undefined) return NONE;
  return [...new Set(frames.map(({ event, cameo }) => `noun ${event} ${digits(cameo)}`))];
}

/** A code to its third digit; of one with a star, which what the act is about makes precise, its root. */
const digits = (cameo: string): string => cameo.replace(/\D.*$/, "").slice(0, 3);
