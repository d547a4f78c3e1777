/**
 * Cuts plain news into sentences of tokens, one a line, tokens apart by a blank: what the teacher parses.
 *
 * usage: node dist/train/language/tokenise-news.js NEWS.jsonl.gz OUT
 */
import { readFileSync, writeFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { readAbbreviations } from "../../src/engine/language/abbreviations.js";
import { sentencePlaces } from "../../src/engine/language/tokens.js";
import { paragraphSpans } from "./paragraphs.js";

const SHORTEST = 4;
const LONGEST = 70;

function textOf(line: string): string {
  const article: unknown = JSON.parse(line);
  if (typeof article !== "object" || article === null || !("text" in article)) return "";
  return typeof article.text === "string" ? article.text : "";
}

/** Every sentence once, in the order of the texts. */
export function newsSentences(texts: readonly string[], abbreviations: string): string[] {
  const known = readAbbreviations(abbreviations);
  const seen = new Set<string>();
  for (const text of texts) {
    for (const span of paragraphSpans(text)) {
      for (const places of sentencePlaces(text, span, known)) {
        const line = places.map(([a, b]) => text.slice(a, b)).join(" ");
        if (places.length >= SHORTEST && places.length <= LONGEST) seen.add(line);
      }
    }
  }
  return [...seen];
}

const [news, out] = process.argv.slice(2);
if (news !== undefined && out !== undefined) {
  const lines = gunzipSync(readFileSync(news)).toString("utf8").split("\n");
  const abbreviations = readFileSync("data/language/abbreviations.tsv", "utf8");
  const sentences = newsSentences(lines.filter((l) => l !== "").map(textOf), abbreviations);
  writeFileSync(out, `${sentences.join("\n")}\n`);
  console.error(`${sentences.length} sentences`);
}
