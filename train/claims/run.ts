/**
 * Trains the claims model and writes `models/claims.bin`: the one command of this room.
 *
 * usage: node dist/train/claims/run.js [--open] [--scores] [OUT]
 *
 * Data is looked for under `READOUT_DATA` (default `../shared/bench`). Everything runs on one thread from fixed seeds: the
 * same data, tables and `models/language.bin` give the same bytes. `--open` leaves out PolNeAR, which carries no licence.
 * `--scores` also trains on four fifths of the articles at a time and prints how the rest are read.
 */
import { writeFileSync } from "node:fs";
import { type ClaimInput, ClaimModel, makeClaimLexicon, readClaims } from "../../src/engine/claims/index.js";
import { makeKnowledge } from "../../src/engine/knowledge.js";
import { loadLanguageModel } from "../../src/engine/language/index.js";
import { readKnowledgeFiles } from "../../src/knowledge.js";
import { attributedArticles, claimInput, type Labelled, quotedArticles } from "./articles.js";
import { type Lesson, lessonOf } from "./examples.js";
import { blankModel } from "./model.js";
import { type Answered, attributionScores, quotationScore } from "./scores.js";
import { trainModel } from "./training.js";

const FOLDS = 5;

interface Read {
  readonly article: Labelled;
  readonly input: ClaimInput;
  readonly lesson: Lesson;
}

const args = process.argv.slice(2);
const out = args.find((arg) => !arg.startsWith("--")) ?? "models/claims.bin";
const open = args.includes("--open");
const data = process.env["READOUT_DATA"] ?? "../shared/bench";
const files = { ...readKnowledgeFiles(), claimModel: blankModel() };
const knowledge = makeKnowledge(files);

function read(articles: readonly Labelled[], quoted: boolean): readonly Read[] {
  return articles.map((article) => {
    const input = claimInput(article.text, knowledge);
    return { article, input, lesson: lessonOf(article, input, knowledge.claims, quoted) };
  });
}

/** Reads articles with a model. */
function answer(model: Uint8Array, reads: readonly Read[]): readonly Answered[] {
  const lexicon = makeClaimLexicon(files.tables, new ClaimModel(loadLanguageModel(model)));
  return reads.map(({ article, input }) => ({ article, claims: readClaims(input, lexicon).claims }));
}

const attributed = read(attributedArticles(data), false);
const quoted = read(quotedArticles(data), true);
const lessons = (reads: readonly Read[], keep: (index: number) => boolean): readonly Lesson[] =>
  reads.filter((_, index) => keep(index)).map((r) => r.lesson);
const train = (keep: (index: number) => boolean): Uint8Array =>
  trainModel(open ? [] : lessons(attributed, keep), lessons(quoted, keep));

if (args.includes("--scores")) {
  const answers: { attributed: Answered[]; quoted: Answered[] } = { attributed: [], quoted: [] };
  for (let fold = 0; fold < FOLDS; fold++) {
    const model = train((index) => index % FOLDS !== fold);
    const held = (reads: readonly Read[]): readonly Read[] => reads.filter((_, index) => index % FOLDS === fold);
    answers.attributed.push(...answer(model, held(attributed)));
    answers.quoted.push(...answer(model, held(quoted)));
  }
  const quotations = [0.3, 0.8].map((overlap) => quotationScore(answers.quoted, overlap));
  console.log(JSON.stringify({ folds: FOLDS, open, ...attributionScores(answers.attributed), quotations }));
}
const model = train(() => true);
writeFileSync(out, model);
console.error(`${out}: ${model.length} bytes`);
