import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { conlluBlocks, placesOfBlock } from "../../../src/cli/conllu.js";
import { language } from "./support.js";

const file = join(process.env["READOUT_DATA"] ?? "../shared/bench", "syntax", "en_ewt-ud-dev.conllu");
const there = existsSync(file);
const blocks = there ? conlluBlocks(readFileSync(file, "utf8")) : [];
const words = (rows: readonly (readonly string[])[]) => rows.filter(([id = ""]) => /^\d+$/.test(id));

const f1 = (right: number, got: number, gold: number): number => (2 * right) / (got + gold);

/** Paragraphs of the raw text, with the places of gold sentences and tokens. */
function paragraphs(): { text: string; sentences: Set<string>; tokens: Set<string> }[] {
  const found: { text: string; sentences: Set<string>; tokens: Set<string> }[] = [];
  for (const { comments, rows } of blocks) {
    const own = comments.find((c) => c.startsWith("# text = "))?.slice(9) ?? "";
    if (found.length === 0 || comments.some((c) => c.startsWith("# newpar"))) {
      found.push({ text: "", sentences: new Set(), tokens: new Set() });
    }
    const paragraph = found[found.length - 1];
    if (paragraph === undefined) continue;
    if (paragraph.text !== "") paragraph.text += " ";
    const base = paragraph.text.length;
    paragraph.text += own;
    paragraph.sentences.add(`${base}-${paragraph.text.length}`);
    let at = 0;
    for (const [, form = ""] of words(rows)) {
      const start = own.indexOf(form, at);
      if (start < 0) continue; // a gold word that the text does not spell
      at = start + form.length;
      paragraph.tokens.add(`${base + start}-${base + at}`);
    }
  }
  return found;
}

describe.skipIf(!there)("on the treebank's development file", () => {
  test("tokens and sentences from raw text", () => {
    const sum = { token: [0, 0, 0], sentence: [0, 0, 0] };
    const add = (to: number[], got: readonly string[], gold: ReadonlySet<string>): void => {
      [got.filter((g) => gold.has(g)).length, got.length, gold.size].forEach((n, i) => {
        to[i] = (to[i] ?? 0) + n;
      });
    };
    for (const { text, sentences, tokens } of paragraphs()) {
      const got = language.analyse(text, [[0, text.length]]);
      add(
        sum.sentence,
        got.map(({ span }) => span.join("-")),
        sentences,
      );
      add(
        sum.token,
        got.flatMap((s) => s.tokens.map((t) => `${t.start}-${t.end}`)),
        tokens,
      );
    }
    const [tr = 0, tg = 0, ta = 0] = sum.token;
    const [sr = 0, sg = 0, sa = 0] = sum.sentence;
    expect(f1(tr, tg, ta)).toBeGreaterThanOrEqual(0.985);
    expect(f1(sr, sg, sa)).toBeGreaterThanOrEqual(0.8);
  });

  test("tags, lemmas and trees on gold tokens", () => {
    const right = { upos: 0, lemma: 0, uas: 0, las: 0 };
    let all = 0;
    const plain = (relation = ""): string => relation.split(":")[0] ?? "";
    for (const block of blocks) {
      const { text, places } = placesOfBlock(block);
      const [sentence] = language.analyseTokens(text, [places]);
      words(block.rows).forEach(([, , lemma = "", upos, , , head, relation], i) => {
        all++;
        right.upos += Number(sentence?.tokens[i]?.upos === upos);
        right.lemma += Number(sentence?.tokens[i]?.lemma.toLowerCase() === lemma.toLowerCase());
        const same = (sentence?.tree.heads[i] ?? -2) + 1 === Number(head);
        right.uas += Number(same);
        right.las += Number(same && plain(sentence?.tree.relation(i)) === plain(relation));
      });
    }
    expect(right.upos / all).toBeGreaterThanOrEqual(0.952);
    expect(right.lemma / all).toBeGreaterThanOrEqual(0.963);
    expect(right.uas / all).toBeGreaterThanOrEqual(0.872);
    expect(right.las / all).toBeGreaterThanOrEqual(0.842);
  });
});
