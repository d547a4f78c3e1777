import type { Span } from "../../src/engine/base/span.js";
import { overlaps } from "../../src/engine/base/span.js";
import type { Claim } from "../../src/engine/claims/types.js";
import type { Attribution, Labelled } from "./articles.js";

/** Counts of right, told and wanted. */
interface Count {
  right: number;
  told: number;
  wanted: number;
}

const none = (): Count => ({ right: 0, told: 0, wanted: 0 });
const round = (x: number): number => Math.round(x * 10_000) / 10_000;
const f1 = ({ right, told, wanted }: Count): number => round(told + wanted === 0 ? 0 : (2 * right) / (told + wanted));

/** An article with the claims read from it. */
export interface Answered {
  readonly article: Labelled;
  readonly claims: readonly Claim[];
}

/** Agreement by character of contents and of sources, white space aside, and by pair of the two. */
export function attributionScores(answers: readonly Answered[]): Readonly<Record<string, number>> {
  const [content, source] = [none(), none()];
  const pairs = { wanted: 0, met: 0, told: 0, right: 0 };
  for (const { article, claims } of answers) {
    countCharacters(article, claims, "content", content);
    countCharacters(article, claims, "source", source);
    const gold = article.attributions.filter((a) => a.content.length > 0 && a.source.length > 0);
    const own = claims.filter((c) => c.source !== null);
    pairs.wanted += gold.length;
    pairs.met += gold.filter((a) => own.some((c) => isPair(a, c))).length;
    pairs.told += own.length;
    pairs.right += own.filter((c) => gold.some((a) => isPair(a, c))).length;
  }
  const [recall, precision] = [pairs.met / (pairs.wanted || 1), pairs.right / (pairs.told || 1)];
  const pair = round((2 * precision * recall) / (precision + recall || 1));
  return { contentF1: f1(content), sourceF1: f1(source), pairF1: pair, pairRecall: round(recall) };
}

function countCharacters(
  { text, attributions }: Labelled,
  claims: readonly Claim[],
  part: "content" | "source",
  count: Count,
): void {
  const [gold, own] = [new Uint8Array(text.length), new Uint8Array(text.length)];
  for (const attribution of attributions) for (const [start, end] of attribution[part]) gold.fill(1, start, end);
  for (const claim of claims) {
    const span = claim[part];
    if (span !== null) own.fill(1, span[0], span[1]);
  }
  for (const { index } of text.matchAll(/\S/g)) {
    count.right += (gold[index] ?? 0) & (own[index] ?? 0);
    count.told += own[index] ?? 0;
    count.wanted += gold[index] ?? 0;
  }
}

function isPair(attribution: Attribution, claim: Claim): boolean {
  const touches = (spans: readonly Span[], span: Span | null): boolean =>
    span !== null && spans.some((s) => overlaps(s, span));
  return touches(attribution.content, claim.content) && touches(attribution.source, claim.source);
}

/** Agreement of the claims that are speech with the quotations, at an overlap of their union. */
export function quotationScore(answers: readonly Answered[], overlap: number): number {
  const count = none();
  for (const { article, claims } of answers) {
    const own = claims.filter((c) => c.act === "speech").map((c) => c.content);
    const gold = article.attributions.flatMap((a) => a.content);
    const used = new Set<number>();
    count.told += own.length;
    count.wanted += gold.length;
    for (const span of gold) {
      const worth = own
        .map((s, at) => ({ at, share: shareOf(s, span) }))
        .filter((o) => o.share >= overlap && !used.has(o.at));
      const best = worth.sort((a, b) => b.share - a.share || a.at - b.at)[0];
      if (best === undefined) continue;
      used.add(best.at);
      count.right += 1;
    }
  }
  return f1(count);
}

function shareOf(a: Span, b: Span): number {
  const shared = Math.max(0, Math.min(a[1], b[1]) - Math.max(a[0], b[0]));
  return shared / (Math.max(a[1], b[1]) - Math.min(a[0], b[0]));
}
