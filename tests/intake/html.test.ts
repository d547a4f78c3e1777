import { describe, expect, test } from "vitest";
import { extractPage } from "../../src/intake/html.js";

const PARAGRAPHS = [
  "The presidents of the two countries spoke by telephone on Tuesday, the press service of the ministry said in a statement.",
  "They discussed the water supply of the region, trade across the common border and the preparation of a summit in spring.",
  "“We have agreed to remain in contact,” the minister told reporters after the call, which was held at the guest’s initiative.",
  "The two sides also reaffirmed their readiness to open a second bridge over the river before the end of the year, he said.",
];
const BODY = PARAGRAPHS.map((paragraph) => `<p>${paragraph.replace("&", "&amp;")}</p>`).join("\n");

function page(head: string, body: string): string {
  return `<!DOCTYPE html><html lang="en"><head>${head}</head><body>${body}</body></html>`;
}

describe("main text", () => {
  test("paragraphs are kept apart, entities decoded, the headline is no part of the text", async () => {
    const { text, title } = await extractPage(
      page(
        "<title>Presidents talk</title>",
        `<article><h1>Presidents talk</h1>${BODY}<p>Caf&eacute; &amp; bar<br>on the river, a place of many meetings between the delegations.</p></article>`,
      ),
      "a.html",
    );
    expect(title).toBe("Presidents talk");
    expect(text.split("\n\n")).toEqual([
      ...PARAGRAPHS,
      "Café & bar\non the river, a place of many meetings between the delegations.",
    ]);
  });

  test.each([
    [
      "a cookie bar",
      '<div class="cookie-banner"><p>We use cookies to improve this site and your time on it.</p></div>',
      "cookies",
    ],
    [
      "a newsletter box",
      '<div class="newsletter-signup"><p>Sign up for our newsletter and never miss a story again.</p></div>',
      "newsletter",
    ],
    ["a share bar", '<ul class="social-share"><li>Facebook</li><li>Twitter</li></ul>', "Facebook"],
    [
      "related links",
      '<div class="related-posts"><h3>Related</h3><p>Another story about something else entirely, in short.</p></div>',
      "Another story",
    ],
    [
      "comments",
      '<section id="comments"><p>First! I have always said so, and I say so again here.</p></section>',
      "First!",
    ],
    ["navigation", "<nav><a href='/'>Home</a><a href='/world'>World news</a></nav>", "World news"],
    ["a script", "<script>var tracker = 'hidden words';</script>", "hidden words"],
    [
      "a plea among the paragraphs",
      "<p>Subscribe to our channel and read the news before all others do.</p>",
      "Subscribe",
    ],
  ])("without %s", async (_, furniture, words) => {
    const { text } = await extractPage(page("", `<article>${BODY}${furniture}</article>`), "a.html");
    expect(text).toBe(PARAGRAPHS.join("\n\n"));
    expect(text).not.toContain(words);
  });

  test.each([
    ["a wrapper named like furniture", `<div class="entry-content no-share">${BODY}</div>`],
    ["a body named like furniture", `<div class="modal">${BODY}</div>`],
    ["no paragraphs at all", `<div>${PARAGRAPHS.join("<br><br>")}</div>`],
    ["a fragment", BODY],
  ])("kept: %s", async (_, body) => {
    const { text } = await extractPage(body.startsWith("<p>") ? body : page("", body), "a.html");
    for (const paragraph of PARAGRAPHS) expect(text).toContain(paragraph);
  });

  test.each([
    ["nothing", ""],
    ["no tags", "just words"],
    ["depth", `${"<div>".repeat(5000)}deep words${"</div>".repeat(5000)}`],
    ["unclosed tags", "<p>".repeat(3000)],
  ])("a page of %s is read to the end", async (_, html) => {
    expect(typeof (await extractPage(html, "a.html")).text).toBe("string");
  });
});

describe("metadata", () => {
  test.each([
    ['<meta property="article:published_time" content="2021-10-05T14:30:00+05:00">', "2021-10-05T14:30:00+05:00"],
    ['<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2021-10-05"}</script>', "2021-10-05"],
    [
      '<script type="application/ld+json">{"@graph":[{"@type":"WebSite"},{"@type":"Article","datePublished":"2021-10-05T00:00:00Z"}]}</script>',
      "2021-10-05T00:00:00Z",
    ],
    ['<meta name="date" content="2021-10-05">', "2021-10-05"],
    ['<meta name="DC.date.issued" content="5 October 2021">', "2021-10-05"],
    ['<meta name="pubdate" content="20211005">', "2021-10-05"],
    ['<meta name="date" content="Tue, 05 Oct 2021 10:00:00 GMT">', "2021-10-05"],
    ['<meta name="date" content="soon">', null],
    ['<meta name="date" content="2021-13-45">', null],
    ['<script type="application/ld+json">{broken</script>', null],
    ["", null],
  ])("day of publication: %s", async (head, day) => {
    expect((await extractPage(page(head, `<article>${BODY}</article>`), "a.html")).published).toBe(day);
  });

  test("a time element, where the head has no day", async () => {
    const body = `<article><time datetime="2021-10-05">5 October</time>${BODY}</article>`;
    expect((await extractPage(page("", body), "a.html")).published).toBe("2021-10-05");
  });

  test.each([
    ["Presidents talk | The Paper", "Presidents talk"],
    ["The Paper - Presidents talk", "Presidents talk"],
    ["Presidents talk – on water", "Presidents talk – on water"],
    ["Presidents talk", "Presidents talk"],
  ])("title %s", async (title, wanted) => {
    const head = `<meta property="og:site_name" content="The Paper"><title>${title}</title>`;
    const found = await extractPage(page(head, `<article>${BODY}</article>`), "a.html");
    expect([found.title, found.outlet]).toEqual([wanted, "The Paper"]);
  });

  test("address: the canonical link, and no other scheme than http", async () => {
    const canonical = '<link rel="canonical" href="https://example.org/a">';
    expect((await extractPage(page(canonical, BODY), "a.html")).url).toBe("https://example.org/a");
    expect((await extractPage(page('<link rel="canonical" href="javascript:x">', BODY), "a.html")).url).toBeNull();
  });
});
