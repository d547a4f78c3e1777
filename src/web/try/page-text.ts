/** A file’s text for the engine. */
export interface PastedText {
  readonly text: string;
  readonly title: string;
}

const BLOCKS = "p, h2, h3, li, blockquote";
const FURNITURE = "script, style, nav, header, footer, aside, form, noscript, template";

/** The text of a dropped file. Of a web page the title and the paragraphs of its article; nothing of it is run or loaded. */
export function textOfFile(name: string, content: string): PastedText {
  if (!/\.x?html?$/i.test(name)) return { text: content.replace(/^\uFEFF/, ""), title: "" };
  const page = new DOMParser().parseFromString(content, "text/html");
  for (const element of page.querySelectorAll(FURNITURE)) element.remove();
  const body = page.querySelector("article") ?? page.querySelector("main") ?? page.body;
  const blocks = [...body.querySelectorAll(BLOCKS)].filter((block) => block.querySelector(BLOCKS) === null);
  const text = blocks
    .map((block) => (block.textContent ?? "").replace(/\s+/g, " ").trim())
    .filter((line) => line !== "");
  const title = body.querySelector("h1")?.textContent ?? page.title;
  return { text: text.join("\n\n"), title: title.replace(/\s+/g, " ").trim() };
}
