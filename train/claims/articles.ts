import { readFileSync } from "node:fs";
import { join } from "node:path";
import { findActors } from "../../src/engine/actors/index.js";
import type { Span } from "../../src/engine/base/span.js";
import type { ClaimInput } from "../../src/engine/claims/index.js";
import { readDocument } from "../../src/engine/document/document.js";
import type { Knowledge } from "../../src/engine/knowledge.js";

/** What annotators pinned on a source. */
export interface Attribution {
  readonly cue: readonly Span[];
  readonly source: readonly Span[];
  readonly content: readonly Span[];
}

/** A labelled article. */
export interface Labelled {
  readonly id: string;
  readonly text: string;
  readonly attributions: readonly Attribution[];
}

const spans = (value: unknown): readonly Span[] =>
  Array.isArray(value) ? value.map((pair: readonly unknown[]) => [Number(pair[0]), Number(pair[1])] as const) : [];

/** The articles of PolNeAR's development half. */
export function attributedArticles(data: string): readonly Labelled[] {
  const lines = readFileSync(join(data, "quotes/polnear.dev.jsonl"), "utf8").split("\n");
  return lines
    .filter((line) => line !== "")
    .map((line) => {
      const row = JSON.parse(line);
      const list: readonly Record<string, unknown>[] = row.attributions;
      const attributions = list.map((a) => ({
        cue: spans(a["cue"]),
        source: spans(a["source"]),
        content: spans(a["content"]),
      }));
      return { id: String(row.id), text: String(row.text), attributions };
    });
}

/** A quotation with the name its speaker is resolved to. */
export interface Quote {
  readonly content: Span;
  readonly speaker: string;
  readonly verb: string;
}

/** An article with its quotations, also as attributions. */
export interface Quoted extends Labelled {
  readonly quotes: readonly Quote[];
}

/** The articles of the Gender Gap Tracker's gold, development half. */
export function quotedArticles(data: string): readonly Quoted[] {
  const lines = readFileSync(join(data, "quotes/news_quotes.dev.jsonl"), "utf8").split("\n");
  return lines.flatMap((line) => {
    if (line === "") return [];
    const row = JSON.parse(line);
    if (!Array.isArray(row.quotes) || !(row.text_annotation_copy ?? row.text)) return [];
    const list: readonly Record<string, string>[] = row.quotes;
    // Of the two copies the one that holds more of the quotations.
    const held = (t: string | undefined): number => (t ? list.filter((q) => t.includes(q["quote"] ?? "")).length : -1);
    const text: string = held(row.text) >= held(row.text_annotation_copy) ? row.text : row.text_annotation_copy;
    const indexed = (q: Record<string, string>, what: string): Span | null => {
      const m = /\((\d+),\s*(\d+)\)/.exec(q[`${what}_index`] ?? "");
      return m === null ? null : [Number(m[1]), Number(m[2])];
    };
    // Places count in the other copy in some articles: cue and speaker are moved as far as the quotation is.
    const place = (q: Record<string, string>, what: string): Span | null => {
      const words = q["quote"] ?? "";
      const given = indexed(q, "quote");
      const start = given !== null && text.slice(...given) === words ? given[0] : text.indexOf(words);
      if (what === "quote") return start < 0 ? null : [start, start + words.length];
      const span = indexed(q, what);
      if (span === null || given === null || start < 0) return null;
      const moved: Span = [span[0] + start - given[0], span[1] + start - given[0]];
      return text.slice(...moved) === q[what] ? moved : null;
    };
    const quotes: Quote[] = [];
    const attributions: Attribution[] = [];
    for (const q of list) {
      const [content, cue, source] = [place(q, "quote"), place(q, "verb"), place(q, "speaker")];
      if (content === null) continue;
      quotes.push({ content, speaker: q["reference"] ?? "", verb: q["verb"] ?? "" });
      if (cue !== null) attributions.push({ cue: [cue], source: source === null ? [] : [source], content: [content] });
    }
    return [{ id: String(row.id), text, attributions, quotes }];
  });
}

/** What the claims stage reads of an article. */
export function claimInput(text: string, knowledge: Knowledge): ClaimInput {
  const document = readDocument({ text }, { repair: false }, knowledge.document);
  const sentences = knowledge.language.analyse(document.text, document.paragraphs);
  const actors = findActors(sentences, document.text, knowledge.actors, {
    day: null,
    publisher: null,
    titled: false,
    home: null,
    agency: document.agency,
  });
  return { text: document.text, document, sentences, actors };
}
