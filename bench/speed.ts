/**
 * Speed of the language core on generated text, as a ratio to wink-nlp's tokenise-and-tag in the same run.
 *
 * usage: node dist/bench/speed.js   (one line of JSON; wink-nlp and its model are used if they are installed)
 */
import { readFileSync } from "node:fs";
import { createLanguage, type LanguageCore, loadLanguageModel } from "../src/engine/language/index.js";
import { winkReader } from "./wink.js";

const ARTICLES = 40;
const SENTENCES = 14; // about 300 words an article

const WHO = [
  "President Aderin",
  "Gen. Colin L. Marsh Jr.",
  "The foreign minister",
  "Prime Minister Ulla Brandt",
  "A spokesman for the ministry",
  "Both leaders",
  "U.N. envoy Karim Sadr",
  "The delegation's head",
];
const SAID = [
  "said",
  "told reporters",
  "announced on Tuesday",
  "denied",
  "did not confirm",
  "stressed in a telephone conversation",
  "made it clear",
];
const WHAT = [
  "that talks on the border would resume before the end of the year",
  "that the agreement signed on March 4, 2019, had not been implemented",
  "that about 3,500 people were evacuated from the north-eastern districts by the army",
  "that the two sides exchanged views on trade, transport and energy",
  "that his country's position hadn't changed since the visit",
];
const WHERE = [
  "in Port Amsel",
  "at a meeting in the capital",
  "after the call",
  "on the sidelines of the summit",
  "despite the cease-fire",
];

/** The same text every time: a small linear congruential generator picks the parts. */
function generate(): string[] {
  let state = 20240306;
  const pick = (from: readonly string[]): string => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return from[Math.floor((state / 2147483648) * from.length)] ?? "";
  };
  const sentence = (): string => `${pick(WHO)} ${pick(SAID)} ${pick(WHERE)} ${pick(WHAT)}, ${pick(WHO)} ${pick(SAID)}.`;
  return Array.from({ length: ARTICLES }, () => Array.from({ length: SENTENCES }, sentence).join(" "));
}

interface Speed {
  readonly tokensPerSecond: number;
  readonly articlesPerSecond: number;
}

/** Median of five runs over all articles, tags and trees. */
function measure(texts: readonly string[], read: (text: string) => number): Speed {
  const runs = Array.from({ length: 6 }, () => {
    const start = performance.now();
    const tokens = texts.reduce((sum, text) => sum + read(text), 0);
    return { tokens, seconds: (performance.now() - start) / 1000 };
  }).slice(1); // the first warms up
  runs.sort((a, b) => a.seconds - b.seconds);
  const { tokens = 0, seconds = 1 } = runs[2] ?? {};
  return { tokensPerSecond: Math.round(tokens / seconds), articlesPerSecond: Math.round(texts.length / seconds) };
}

function treesOf(language: LanguageCore) {
  return (text: string): number => {
    let tokens = 0;
    for (const sentence of language.analyse(text, [[0, text.length]])) {
      tokens += sentence.tokens.length;
      void sentence.tree;
    }
    return tokens;
  };
}

const bytes = new Uint8Array(readFileSync("models/language.bin"));
const loading = performance.now();
const model = loadLanguageModel(bytes);
const fast = createLanguage(model);
const loadMilliseconds = Math.round(performance.now() - loading);
const texts = generate();
const simd = measure(texts, treesOf(fast));
const plain = measure(texts.slice(0, 10), treesOf(createLanguage(model, { simd: false })));
const wink = await winkReader();
const other = wink === null ? null : measure(texts, wink);
console.log(
  JSON.stringify({
    loadMilliseconds,
    simd,
    plain,
    wink: other,
    ratioToWink: other === null ? null : Math.round((simd.tokensPerSecond / other.tokensPerSecond) * 1e4) / 1e4,
  }),
);
