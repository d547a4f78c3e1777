import type { Span } from "../../engine/base/span.js";
import { clean } from "../clean.js";
import type { Labels } from "../labels.js";
import { type Annotation, annotationsOf } from "./annotations.js";
import { escapeHtml } from "./escape.js";
import { paragraphsOf, type Segment, segmentsOf } from "./segments.js";

/** An article for the page; the title is `null` where the text does not begin with it. */
export interface AnnotatedText {
  readonly title: string | null;
  readonly body: string;
}

/** The article, annotated in place. Each word marked and each tag can be reached by the keyboard and shows its reasons. */
export function annotatedText(labels: Labels, prefix: string): AnnotatedText {
  const { text, title } = labels.record.document;
  const annotations = annotationsOf(labels, prefix);
  const writer = new Writer(text, prefix);
  let [first, reach] = [0, 0];
  const spans = paragraphsOf(text);
  const paragraphs = spans.map((paragraph) => {
    // What ended before this paragraph is passed by for good; what reaches in from an earlier one is kept.
    while (first < annotations.length && (annotations[first]?.span[1] ?? 0) <= paragraph[0]) first++;
    reach = Math.max(reach, first);
    while (reach < annotations.length && (annotations[reach]?.span[0] ?? 0) < paragraph[1]) reach++;
    return segmentsOf(paragraph, annotations.slice(first, reach))
      .map((segment) => writer.segment(segment))
      .join("");
  });
  const [head] = spans;
  const titled = title !== null && head !== undefined && text.slice(...head).trim() === title.trim();
  const body = paragraphs.slice(titled ? 1 : 0).map((paragraph) => `<p>${paragraph}</p>`);
  return { title: titled ? (paragraphs[0] ?? null) : null, body: body.join("\n") };
}

const WORDS = new Set<Annotation["layer"]>(["actor", "date", "repair"]);

class Writer {
  #tips = 0;
  readonly #anchored = new Set<string>();

  constructor(
    private readonly text: string,
    private readonly prefix: string,
  ) {}

  segment({ span, begin, hold }: Segment): string {
    const tags = begin.filter((a) => a.tag !== null).map((a) => this.#tag(a));
    const words = hold.filter((a) => WORDS.has(a.layer));
    const passages = hold.filter((a) => a.layer === "event" || a.layer === "quote");
    const text = this.#plain(span);
    const marked = words.length === 0 ? text : this.#word(text, words, begin);
    const classes = classesOf(passages);
    return tags.join("") + (classes === "" ? marked : `<span class="${classes}">${marked}</span>`);
  }

  #plain(span: Span): string {
    return escapeHtml(this.text.slice(...span)).replaceAll("\n", "<br>");
  }

  /** A marked word; where one begins, it takes the focus and shows its reasons, else it is the rest of one. */
  #word(text: string, words: readonly Annotation[], begin: readonly Annotation[]): string {
    const classes = classesOf(words);
    const own = words.filter((a) => begin.includes(a));
    if (own.length === 0)
      return `<mark class="${classes}" title="${escapeHtml(words.map((a) => a.reasons[0] ?? "").join("; "))}">${text}</mark>`;
    const id = `${this.prefix}-t${++this.#tips}`;
    return `<mark class="${classes}" tabindex="0" aria-describedby="${id}">${text}${tip(id, words)}</mark>`;
  }

  /** A tag before a passage, which leads to its item in the record. */
  #tag(annotation: Annotation): string {
    const id = `${this.prefix}-t${++this.#tips}`;
    const place = this.#anchored.has(annotation.item) ? "" : ` id="${annotation.item}-text"`;
    this.#anchored.add(annotation.item);
    return `<a class="tag ${annotation.layer} ${annotation.tone}"${place} href="#${annotation.item}" aria-describedby="${id}">${escapeHtml(annotation.tag ?? "")}${tip(id, [annotation])}</a>`;
  }
}

function classesOf(annotations: readonly Annotation[]): string {
  return [...new Set(annotations.flatMap((a) => (a.tone === "" ? [a.layer] : [a.layer, a.tone])))].join(" ");
}

/** The reasons, shown on hover and focus. */
function tip(id: string, annotations: readonly Annotation[]): string {
  const notes = annotations.map(({ reasons }) => {
    const [head = "", ...rest] = reasons.map(clean).filter((reason) => reason !== "");
    return `<b>${escapeHtml(head)}</b>${rest.map((reason) => `<span>${escapeHtml(reason)}</span>`).join("")}`;
  });
  return `<span class="tip" role="tooltip" id="${id}">${notes.join("")}</span>`;
}
