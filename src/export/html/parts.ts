import { clean } from "../clean.js";
import { percent } from "../labels.js";
import { escapeHtml } from "./escape.js";

/** Text of the record on one line, escaped. */
export function words(text: string): string {
  return escapeHtml(clean(text));
}

/** A part of the record with its number of items; nothing where there are none. */
export function partHtml(title: string, items: readonly string[], kind: string): string {
  if (items.length === 0) return "";
  return `<section class="part ${kind}"><h3>${escapeHtml(title)} <small>${items.length}</small></h3>\n${items.join("\n")}\n</section>`;
}

/** Named values as a list of terms; empty values are left out. */
export function termsHtml(rows: readonly (readonly [name: string, values: readonly string[]])[]): string {
  const filled = rows.filter(([, values]) => values.length > 0);
  if (filled.length === 0) return "";
  return `<dl>${filled.map(([name, values]) => `<dt>${escapeHtml(name)}</dt>${values.map((value) => `<dd>${value}</dd>`).join("")}`).join("")}</dl>`;
}

/** Why an item is there; folded unless reasons were asked for. */
export function whyHtml(why: string, confidence: number, open: boolean): string {
  return `<details class="why"${open ? " open" : ""}><summary>Why <small>${percent(confidence)} sure</small></summary><p>${words(why)}</p></details>`;
}

/** A link back to the first place in the text that an item rests on. */
export function backHtml(item: string): string {
  return `<a class="back" href="#${item}-text" aria-label="Show in the text">in the text</a>`;
}
