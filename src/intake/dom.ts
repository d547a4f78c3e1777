/**
 * As much of a page's tree as the intake uses. The library's own types need the browser's, which this project leaves out.
 */
export interface PageNode {
  readonly nodeType: number;
  readonly nodeName: string;
  readonly nodeValue: string | null;
  readonly parentNode: PageNode | null;
  readonly childNodes: ArrayLike<PageNode>;
}

export interface PageElement extends PageNode {
  readonly textContent: string | null;
  getAttribute(name: string): string | null;
  remove(): void;
  querySelector(selector: string): PageElement | null;
  querySelectorAll(selector: string): ArrayLike<PageElement>;
}

const TEXT = 3;
const ELEMENT = 1;

const BLOCKS = new Set(
  "ADDRESS ARTICLE ASIDE BLOCKQUOTE CENTER DD DETAILS DIV DL DT FIELDSET FIGCAPTION FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN NAV OL P PRE SECTION TABLE TBODY TD TH THEAD TR UL".split(
    " ",
  ),
);
const UNREAD = new Set("SCRIPT STYLE NOSCRIPT TEMPLATE SVG IFRAME OBJECT BUTTON SELECT TEXTAREA HEAD".split(" "));

interface Step {
  readonly node: PageNode;
  readonly leave: boolean;
}

/**
 * The text of a tree, its paragraphs kept apart by empty lines; a line break is one, two of them are an empty line.
 * Walks with a stack of its own, so that no depth of nesting can break it.
 */
export function textOf(root: PageNode): string {
  const parts: string[] = [];
  const stack: Step[] = [{ node: root, leave: false }];
  for (let step = stack.pop(); step !== undefined; step = stack.pop()) {
    const { node, leave } = step;
    const name = node.nodeName.toUpperCase();
    if (leave) parts.push("\n\n");
    else if (node.nodeType === TEXT) parts.push((node.nodeValue ?? "").replace(/\s+/g, " "));
    else if (name === "BR") parts.push("\n");
    else if (node.nodeType !== ELEMENT || UNREAD.has(name)) continue;
    else {
      if (BLOCKS.has(name)) {
        parts.push("\n\n");
        stack.push({ node, leave: true });
      }
      const children = Array.from(node.childNodes); // once: the library makes the list anew whenever it is asked for
      for (const child of children.reverse()) stack.push({ node: child, leave: false });
    }
  }
  return foldParagraphs(parts.join(""));
}

/** How deep the elements of a tree are nested. */
export function depthOf(root: PageNode): number {
  let level: readonly PageNode[] = [root];
  for (let depth = 0; ; depth++) {
    const below = level.flatMap((node) => Array.from(node.childNodes)).filter((node) => node.nodeType === ELEMENT);
    if (below.length === 0) return depth;
    level = below;
  }
}

function foldParagraphs(text: string): string {
  return text
    .split(/\n[ \n]*\n/)
    .map((paragraph) =>
      paragraph
        .replace(/ {2,}/g, " ")
        .replace(/ ?\n ?/g, "\n")
        .trim(),
    )
    .filter((paragraph) => paragraph !== "")
    .join("\n\n");
}
