import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Annotation } from "../../src/export/html/annotations.js";
import { escapeHtml, safeLink } from "../../src/export/html/escape.js";
import { articleHtml, PAGE_FOOT, pageHead } from "../../src/export/html/index.js";
import { paragraphsOf, segmentsOf } from "../../src/export/html/segments.js";
import { record } from "./record.js";

const page = (made: ReturnType<typeof record>): string => pageHead(made) + articleHtml(made, 1, true) + PAGE_FOOT;
const TAGS = /<[^>]*>/g;

describe("hostile text stays text", () => {
  const payloads = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    '"><svg onload=alert(1)>',
    "' onmouseover='alert(1)",
    "</style><script>x</script>",
    "</title><script>x</script>",
    "<!-- x",
    "&lt;b&gt;",
    "\u0000\u001b[31m",
  ];
  test.each(payloads)("%j", (payload) => {
    const text = `${payload}\n\n${payload} said on Tuesday.`;
    const html = page(
      record({
        document: {
          title: payload,
          text,
          agency: payload,
          outlet: payload,
          byline: payload,
          url: `javascript:${payload}`,
          language: "en",
          notices: [{ code: "x", message: payload, span: null }],
          repairs: [{ kind: "spacing", before: payload, after: "x", span: [0, 1], sourceSpan: [0, 1] }],
        },
        actors: [],
        events: [
          { why: payload, cameo: payload, mode: payload, context: [payload], actor: [], evidence: [[0, text.length]] },
        ],
      }),
    );
    const safe = page(record({ actors: [], events: [] }));
    const names = (whole: string): Set<string> =>
      new Set([...whole.matchAll(/<\/?([a-z0-9]+)/gi)].map((match) => match[1] ?? ""));
    for (const name of names(html))
      expect([
        ...names(safe),
        "a",
        "b",
        "span",
        "code",
        "blockquote",
        "mark",
        "details",
        "summary",
        "dl",
        "dt",
        "dd",
        "table",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
        "del",
        "ins",
        "small",
        "div",
      ]).toContain(name);
    for (const [tag] of html.matchAll(TAGS)) expect(tag).not.toMatch(/\son\w+\s*=|javascript:/i);
    expect(html).not.toMatch(/<script|<svg|<img/i);
  });

  test("any text comes back when tags are taken off and entities read", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const escaped = escapeHtml(text);
        expect(escaped).not.toMatch(/[<>"']/);
      }),
    );
  });

  test.each([
    ["https://example.org/a?b=1&c=2", "https://example.org/a?b=1&amp;c=2"],
    ["http://example.org/", "http://example.org/"],
    ["javascript:alert(1)", null],
    [" https://example.org", null],
    ["data:text/html,x", null],
    ["https://", null],
  ])("link %s", (url, link) => {
    expect(safeLink(url)).toBe(link);
  });
});

describe("annotations nest and overlap", () => {
  const text = "0123456789\n\nabcdefghij";
  const spans = fc.array(
    fc
      .tuple(fc.nat(text.length), fc.nat(text.length))
      .map(([a, b]): [number, number] => [Math.min(a, b), Math.max(a, b)])
      .filter(([a, b]) => a < b),
    { maxLength: 12 },
  );

  test("segments cover a paragraph once, and hold what overlaps them", () => {
    fc.assert(
      fc.property(spans, (chosen) => {
        const annotations: Annotation[] = chosen
          .sort((a, b) => a[0] - b[0])
          .map((span, i) => ({ span, layer: "actor", item: `i${i}`, tag: null, tone: "", reasons: [] }));
        for (const paragraph of paragraphsOf(text)) {
          const segments = segmentsOf(paragraph, annotations);
          expect(segments[0]?.span[0]).toBe(paragraph[0]);
          expect(segments.at(-1)?.span[1]).toBe(paragraph[1]);
          for (const [i, { span, hold, begin }] of segments.entries()) {
            if (i > 0) expect(span[0]).toBe(segments[i - 1]?.span[1]);
            const expected = annotations.filter((a) => a.span[0] <= span[0] && span[1] <= a.span[1]);
            expect(hold).toEqual(expected);
            expect(begin).toEqual(expected.filter((a) => a.span[0] === span[0]));
          }
        }
      }),
    );
  });

  test("the words of the article are all there, once", () => {
    const made = record();
    const html = articleHtml(made, 1, false);
    const body = html.slice(html.indexOf('<section class="text"'), html.indexOf("<aside"));
    const words = body
      .replace(/<a class="tag[\s\S]*?<\/a>/g, "")
      .replace(/<span class="tip"[\s\S]*?<\/span><\/mark>/g, "</mark>")
      .replace(TAGS, "")
      .replace(/\s+/g, " ")
      .trim();
    expect(words).toBe("Russian President Vladimir Putin telephoned Xi Jinping on Tuesday. “We agreed,” he said.");
  });
});

test("every marked word can be reached by the keyboard and names its reasons", () => {
  const html = articleHtml(record(), 1, false);
  for (const [, id] of html.matchAll(/<mark [^>]*tabindex="0" aria-describedby="([^"]+)"/g))
    expect(html).toContain(`role="tooltip" id="${id}"`);
  expect(html).toContain("the Tuesday before, 90% sure");
  expect(html.match(/<mark [^>]*tabindex="0"/g)).toHaveLength(3);
});
