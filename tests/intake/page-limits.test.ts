import { describe, expect, test } from "vitest";
import { type PageNode, textOf } from "../../src/intake/dom.js";
import { extractPage } from "../../src/intake/html.js";
import { limitPage } from "../../src/intake/page-limits.js";

const MOST_OPEN = 2_000;

/** How many elements of a name are open at once, where ends close the last one. */
function depthOf(html: string, name: string): number {
  let [depth, most] = [0, 0];
  for (const [tag] of html.matchAll(new RegExp(`</?${name}>`, "g"))) {
    depth += tag.startsWith("</") ? -1 : 1;
    most = Math.max(most, depth);
  }
  return most;
}

describe("pages that no person made", () => {
  test.each([
    ["never closed", "<div>".repeat(50_000)],
    ["closed", "<div>".repeat(50_000) + "</div>".repeat(50_000)],
    ["closed by ends of another name", "<div></span>".repeat(50_000)],
    ["in capitals with attributes", '<DIV class="a">'.repeat(50_000)],
    ["after what needs no end", "<p><li><td>".repeat(10_000) + "<div>".repeat(50_000)],
  ])("nesting %s is cut", (_, html) => {
    expect(depthOf(limitPage(html).toLowerCase().replaceAll(' class="a"', ""), "div")).toBeLessThanOrEqual(MOST_OPEN);
  });

  test.each([
    ["elements that follow each other", "<div>a</div>".repeat(10_000)],
    ["paragraphs never closed", "<p>a<li>b<td>c".repeat(10_000)],
    ["elements that hold nothing", "<br><img><hr>".repeat(10_000)],
    ["signs that open nothing", "< <3 <<".repeat(10_000)],
    ["an ordinary depth", `${"<div>".repeat(1_500)}a${"</div>".repeat(1_500)}`],
    ["some classes", `<p class="${"a ".repeat(4_000)}">a</p>`],
  ])("%s stay as they are", (_, html) => {
    expect(limitPage(html)).toBe(html);
  });

  test("what stands too deep is still read", async () => {
    const { text } = await extractPage(`<body>${"<div>".repeat(9_000)}The two ministers met at the river.`, "deep");
    expect(text).toBe("The two ministers met at the river.");
  });

  test.each(["'", '"'])("classes by the thousand break nothing (%s)", async (mark) => {
    const { text } = await extractPage(
      `<p class=${mark}${"a ".repeat(200_000)}${mark}>The two ministers met at the river.</p>`,
      "classes",
    );
    expect(text).toBe("The two ministers met at the river.");
  });
});

/** A node that counts how often its children are asked for. */
function counted(children: readonly PageNode[], asked: () => void): PageNode {
  return {
    nodeType: 1,
    nodeName: "DIV",
    nodeValue: null,
    parentNode: null,
    get childNodes() {
      asked();
      return children;
    },
  };
}

test("the children of a node are listed once, however many there are: the library makes the list anew every time", () => {
  const letter: PageNode = { nodeType: 3, nodeName: "#text", nodeValue: "a", parentNode: null, childNodes: [] };
  let times = 0;
  const root = counted(
    Array.from({ length: 500 }, () => letter),
    () => times++,
  );
  expect(textOf(root)).toBe("a".repeat(500));
  expect(times).toBe(1);
});
