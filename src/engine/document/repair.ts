import type { Repair } from "../record.js";
import { applyEdits, composeEdits, type Edit, toRepairs } from "./edits.js";
import { mendEncoding } from "./encoding.js";
import { decodeEntities } from "./entities.js";
import { type Furniture, removeFurniture } from "./furniture.js";
import { type HyphenLexicon, joinBrokenWords } from "./hyphens.js";
import { unwrapLines } from "./lines.js";
import { closeMarks, foldSpaces, removeInvisible, trimText, unifyLineEnds } from "./spacing.js";

/** The knowledge the repairs rest on. */
export interface RepairLexicon extends HyphenLexicon {
  readonly furniture: Furniture;
  readonly entities: ReadonlyMap<string, string>;
}

export interface Repaired {
  readonly text: string;
  /** In order, apart from each other; with the received text they give the repaired one, and back. */
  readonly repairs: readonly Repair[];
}

type Pass = (text: string, titleEnd: number) => readonly Edit[];

/** Text damaged many times over (escaped or misread again and again) is mended this often at most. */
const MAX_ROUNDS = 12;

/**
 * Undoes what typesetting, decoding and scraping did to a text. Repairing the result again changes nothing; clean text
 * stays as it is. Time grows linearly with the text.
 *
 * @param titleLength Length of the title the received text begins with; 0 where none was given apart.
 */
export function repairText(received: string, titleLength: number, lexicon: RepairLexicon): Repaired {
  const passes: readonly Pass[] = [
    unifyLineEnds,
    (text) => decodeEntities(text, lexicon.entities),
    mendEncoding,
    removeInvisible,
    foldSpaces,
    closeMarks,
    (text, titleEnd) => removeFurniture(text, lexicon.furniture, titleEnd),
    (text) => joinBrokenWords(text, lexicon),
    unwrapLines,
    trimText,
  ];
  let state: State = { text: received, edits: [], titleEnd: titleLength };
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const before = state.text;
    for (const pass of passes) state = step(received, state, pass);
    if (state.text === before) break;
  }
  return { text: state.text, repairs: toRepairs(received, state.edits) };
}

interface State {
  readonly text: string;
  readonly edits: readonly Edit[];
  readonly titleEnd: number;
}

function step(received: string, { text, edits, titleEnd }: State, pass: Pass): State {
  const found = pass(text, titleEnd);
  if (found.length === 0) return { text, edits, titleEnd };
  const grown = found
    .filter((edit) => edit.end <= titleEnd)
    .reduce((sum, edit) => sum + edit.after.length - (edit.end - edit.start), 0);
  return {
    text: applyEdits(text, found),
    edits: composeEdits(received, edits, text, found),
    titleEnd: Math.max(0, titleEnd + grown),
  };
}
