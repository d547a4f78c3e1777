import type { ReadoutRecord } from "../../engine/record.js";
import { dayRange, makeLabels, placeName } from "../labels.js";
import { safeLink } from "./escape.js";
import { words } from "./parts.js";
import { recordHtml } from "./record.js";
import { STYLE } from "./style.js";
import { annotatedText } from "./text.js";

/** What every page allows itself: nothing but its own style. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/** The page up to its first article. One page holds any number of articles, needs no script and fetches nothing. */
export function pageHead(first: ReadoutRecord): string {
  const { title } = first.document;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${title === null ? "Readout" : `${words(title)} – Readout`}</title>
<style>${STYLE}</style>
</head>
<body>
<header class="masthead">
<p class="name">Readout</p>
<p class="legend"><span class="sample actor coded">actor</span> <span class="sample date">date</span> <span class="sample quote direct">quote</span> <span class="sample event quad1">event</span> <span class="sample repair">repair</span></p>
<p class="caution">What sources say, not what is true.</p>
</header>
<main>
`;
}

/** One article: annotated text and its record. `number` counts the articles of the page from 1. */
export function articleHtml(record: ReadoutRecord, number: number, explain: boolean): string {
  const labels = makeLabels(record);
  const prefix = `n${number}`;
  const { title, body } = annotatedText(labels, prefix);
  return `<article class="report" aria-labelledby="${prefix}-title">
<header>
<h2 id="${prefix}-title">${title ?? words(record.document.title ?? "Article without a title")}</h2>
${sourceHtml(record)}
</header>
<div class="columns">
<section class="text" lang="${words(record.document.language)}" aria-label="Article">
${body}
</section>
<aside class="record" aria-label="Record">
${recordHtml(labels, prefix, explain)}
</aside>
</div>
</article>
`;
}

export const PAGE_FOOT = "</main>\n</body>\n</html>\n";

function sourceHtml({ document }: ReadoutRecord): string {
  const { agency, outlet, dateline, byline, published, url, translation } = document;
  const parts = [
    agency,
    outlet === null ? null : `in ${outlet}`,
    dateline === null ? null : placeName(dateline),
    byline,
  ].filter((part) => part !== null);
  const link = url === null ? null : safeLink(url);
  const day =
    published === null
      ? "Day of publication not known"
      : `<time>${words(dayRange(published))}</time> <span class="note">${words(published.why)}</span>`;
  return [
    parts.length === 0 ? "" : `<p class="source">${parts.map(words).join(" · ")}</p>`,
    `<p class="source">${day}</p>`,
    translation === null
      ? ""
      : `<p class="source">Translated from ${words(translation.from)} <span class="note">${words(translation.why)}</span></p>`,
    url === null
      ? ""
      : `<p class="source">${link === null ? words(url) : `<a href="${link}" rel="noopener noreferrer">${words(url)}</a>`}</p>`,
  ].join("");
}
