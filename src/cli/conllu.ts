import { featsOf, type Sentence } from "../engine/language/index.js";

/** One sentence of a CoNLL-U file: its comment lines and its other lines, cut into cells. */
export interface ConlluBlock {
  readonly comments: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

const WORD_ID = /^\d+$/u;

/** Sentences of a CoNLL-U text; blocks without words are left out. */
export function conlluBlocks(text: string): ConlluBlock[] {
  const blocks = text.split(/\r?\n(?:\r?\n)+/u).map((block) => {
    const lines = block.split(/\r?\n/u).filter((line) => line !== "");
    return {
      comments: lines.filter((line) => line.startsWith("#")),
      rows: lines.filter((line) => !line.startsWith("#")).map((line) => line.split("\t")),
    };
  });
  return blocks.filter((block) => block.rows.some(([id = ""]) => WORD_ID.test(id)));
}

/** A text that holds a block's words, apart by a blank unless the block says `SpaceAfter=No`, and where they stand. */
export function placesOfBlock(block: ConlluBlock): { text: string; places: (readonly [number, number])[] } {
  let text = "";
  const places: (readonly [number, number])[] = [];
  for (const row of block.rows) {
    const [id = "", form = ""] = row;
    if (!WORD_ID.test(id)) continue;
    places.push([text.length, text.length + form.length]);
    text += form + (/SpaceAfter=No/u.test(row[9] ?? "") ? "" : " ");
  }
  return { text, places };
}

function wordLine(sentence: Sentence, index: number, form: string, misc: string): string {
  const token = sentence.tokens[index];
  if (token === undefined) throw new RangeError(`no token ${index} in sentence ${sentence.index}`);
  const head = (sentence.tree.heads[index] ?? -1) + 1;
  return [
    index + 1,
    form,
    token.lemma,
    token.upos,
    token.xpos,
    featsOf(token),
    head,
    sentence.tree.relation(index),
    "_",
    misc,
  ].join("\t");
}

/** The block's own lines with tags, lemmas, heads and relations of the sentence; empty nodes are left out. */
export function conlluOfBlock(block: ConlluBlock, sentence: Sentence): string {
  const lines = [...block.comments];
  let index = 0;
  for (const row of block.rows) {
    const [id = "", form = ""] = row;
    if (WORD_ID.test(id)) lines.push(wordLine(sentence, index++, form, row[9] ?? "_"));
    else if (id.includes("-")) lines.push(row.join("\t"));
  }
  return `${lines.join("\n")}\n`;
}

/** A sentence found in `text`. */
export function conlluOfSentence(sentence: Sentence, text: string): string {
  const { tokens, span } = sentence;
  const lines = [`# sent_id = ${sentence.index + 1}`, `# text = ${text.slice(...span).replace(/\s+/gu, " ")}`];
  tokens.forEach((token, i) => {
    const after = text.slice(token.end, tokens[i + 1]?.start ?? token.end + 1);
    lines.push(wordLine(sentence, i, token.text, after === "" && i + 1 < tokens.length ? "SpaceAfter=No" : "_"));
  });
  return `${lines.join("\n")}\n`;
}
