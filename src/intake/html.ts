import { depthOf, type PageElement, textOf } from "./dom.js";
import { type PageMetadata, readMetadata } from "./metadata.js";
import { dropFurniture, isPageNoise } from "./page-furniture.js";
import { limitPage } from "./page-limits.js";

/** The article of a web page. */
export interface Page extends PageMetadata {
  /** Main text, its paragraphs kept apart by empty lines; empty where there is none. */
  readonly text: string;
}

/** Pages of more elements are read without Readability, which weighs every one of them several times. */
const MAX_ELEMENTS = 60_000;
/** Trees deeper than this are no pages of people; weighing every level of them takes time that grows with its square. */
const MAX_DEPTH = 120;
/** Text shorter than this is not taken for the article while there is more to look through. */
const MIN_TEXT = 200;
/** Paragraphs of prose are this long. */
const MIN_PROSE = 60;
/** Main text that holds less of the page's prose than this is one part of an article in several. */
const MIN_SHARE = 1 / 3;

/**
 * Finds the article of a web page: title, text, day, outlet and address. The libraries are loaded when first asked for.
 *
 * @param html Decoded page.
 * @param _name Name of the file, for messages.
 */
export async function extractPage(html: string, _name: string): Promise<Page> {
  const [{ Readability }, { parseHTML }] = await Promise.all([import("@mozilla/readability"), import("linkedom")]);
  const document: PageElement = parseHTML(wrap(limitPage(html))).document as unknown as PageElement; // the part of it that is used
  const metadata = readMetadata(document);
  const isReadable = depthOf(document) <= MAX_DEPTH;
  if (isReadable) dropFurniture(document);
  const prose = proseOf(document); // before Readability, which takes the page apart
  const main = isReadable ? (readMain(document, (root) => new Readability(root as never, READING).parse()) ?? "") : ""; // typed for browsers
  const text = main.length < Math.max(MIN_TEXT, prose.length * MIN_SHARE) ? longest(main, prose) : main;
  return { ...metadata, text: tidy(text, metadata.title) };
}

const READING = {
  charThreshold: MIN_TEXT,
  maxElemsToParse: MAX_ELEMENTS,
  serializer: (node: unknown): unknown => node,
};

interface Reading {
  readonly content?: unknown;
}

function readMain(document: PageElement, read: (document: PageElement) => Reading | null): string | null {
  try {
    const content = read(document)?.content;
    return typeof content === "object" && content !== null ? textOf(content as PageElement) : null; // what the serializer got
  } catch {
    return null; // too many elements or too deep a tree: the paragraphs are read instead
  }
}

/** A page fragment is read as the body of a page. */
function wrap(html: string): string {
  return /<(?:html|body)\b/i.test(html) ? html : `<!doctype html><html><body>${html}</body></html>`;
}

/** The prose of a whole page: paragraphs of some length that end as sentences do; all its text where there is none. */
function proseOf(document: PageElement): string {
  const body = document.querySelector("body");
  const all = body === null ? "" : textOf(body);
  const prose = all.split("\n\n").filter((part) => part.length >= MIN_PROSE && /[.!?…]["'”’)\]]{0,3}$/.test(part));
  return prose.length === 0 ? all : prose.join("\n\n");
}

function longest(a: string, b: string): string {
  return b.length > a.length ? b : a;
}

/** Leaves out what is no article text, and the title where it is repeated at the head. */
function tidy(text: string, title: string | null): string {
  const paragraphs = text.split("\n\n").filter((paragraph) => !isPageNoise(paragraph));
  const [first] = paragraphs;
  const repeats = first !== undefined && title !== null && first.toLowerCase() === title.toLowerCase();
  return (repeats ? paragraphs.slice(1) : paragraphs).join("\n\n");
}
