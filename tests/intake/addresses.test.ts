import { gzipSync } from "node:zlib";
import { afterEach, describe, expect, test } from "vitest";
import { fetchAddress } from "../../src/intake/fetch-address.js";
import type { Input } from "../../src/intake/files.js";
import { isPrivateAddress } from "../../src/intake/private-address.js";
import { parseRobots } from "../../src/intake/robots.js";
import { Visits } from "../../src/intake/visits.js";
import { type Site, say, serve } from "./web.js";

describe("private addresses", () => {
  test.each([
    "127.0.0.1", "10.1.2.3", "172.16.0.1", "172.31.255.255", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0",
    "::1", "[::1]", "::", "fe80::1%eth0", "fc00::1", "::ffff:127.0.0.1", "::ffff:7f00:1", "224.0.0.1", "no address",
  ])("%s", (address) => { expect(isPrivateAddress(address)).toBe(true); }); // biome-ignore format: one line reads best

  test.each([
    "1.1.1.1",
    "172.32.0.1",
    "192.169.0.1",
    "100.128.0.1",
    "2606:4700::1111",
    "::ffff:8.8.8.8",
  ])("%s is public", (address) => {
    expect(isPrivateAddress(address)).toBe(false);
  });
});

describe("robots.txt", () => {
  const robots = parseRobots(
    "User-agent: other\nDisallow: /\n\nUser-agent: *\nDisallow: /private # not this\nAllow: /private/press\nDisallow: /*.pdf$\nCrawl-delay: 2\n",
  );
  test.each([
    ["/", true],
    ["/private/a", false],
    ["/private/press/1", true],
    ["/a/b.pdf", false],
    ["/a/b.pdf?x", true],
  ])("%s: %s", (path, allowed) => {
    expect(robots.allows(path)).toBe(allowed);
  });

  test("the group of this program goes before the one for all", () => {
    expect(robots.delay).toBe(2);
    expect(parseRobots("User-agent: *\nDisallow: /\nUser-agent: Readout\nDisallow:\n").allows("/a")).toBe(true);
    expect(parseRobots("User-agent: a\nUser-agent: readout\nDisallow: /x").allows("/x")).toBe(false);
    expect(parseRobots("").allows("/a")).toBe(true);
  });
});

const PARAGRAPH =
  "Ministers of five lake states met in the port town on Thursday and agreed to count the fish together before the season opens, the host's office said. ";
const PAGE = (title: string) =>
  `<html><head><title>${title}</title><meta property="article:published_time" content="2023-05-04"></head><body><article><h1>${title}</h1><p>${PARAGRAPH.repeat(3)}</p><p>${PARAGRAPH.repeat(2)}</p></article></body></html>`;

describe("visits", () => {
  let close = async (): Promise<void> => undefined;
  afterEach(() => close());
  const kept = new Map<string, Readonly<Record<string, string>>>();
  const memory = {
    state: async (url: string) => kept.get(url) ?? null,
    keep: async (url: string, _: string, state: Readonly<Record<string, string>>) => void kept.set(url, state),
  };
  const visit = async (site: Site, path: string, allowPrivate = true) => {
    const served = await serve(site);
    close = served.close;
    const inputs: Input[] = [];
    const visits = new Visits(memory, { allowPrivate, timeout: 500 });
    const read = async (): Promise<Input[]> => {
      inputs.length = 0;
      for await (const input of visits.read(served.origin + path)) inputs.push(input);
      return inputs;
    };
    return { ...served, read };
  };

  test("a page, packed, with its address and its site as outlet", async () => {
    const site = await visit(
      { "/a": say(gzipSync(PAGE("Lake states meet")), "text/html", { "content-encoding": "gzip" }) },
      "/a",
    );
    const [input] = await site.read();
    expect(input).toMatchObject({
      article: { title: "Lake states meet", published: "2023-05-04", url: `${site.origin}/a`, outlet: "127.0.0.1" },
    });
    expect(site.asked).toEqual(["/robots.txt", "/a"]);
  });

  test("what has not changed is not read again", async () => {
    const site = await visit(
      {
        "/a": (request, response) => {
          if (request.headers["if-none-match"] === '"1"') response.writeHead(304).end();
          else say(PAGE("Lake states meet"), "text/html", { etag: '"1"' })(request, response);
        },
      },
      "/a",
    );
    expect(await site.read()).toHaveLength(1);
    expect(await site.read()).toHaveLength(0);
  });

  test.each([
    [
      "RSS",
      "application/rss+xml",
      (url: string) =>
        `<?xml version="1.0"?><rss version="2.0"><channel><title>Lake Post</title><item><title>Whole</title><link>${url}/whole</link><pubDate>Thu, 04 May 2023 08:00:00 GMT</pubDate><description><![CDATA[<p>${PARAGRAPH.repeat(6)}</p>]]></description></item><item><title>Teaser</title><link>/page</link><description>Short.</description></item></channel></rss>`,
    ],
    [
      "Atom",
      "application/atom+xml",
      (url: string) =>
        `<feed xmlns="http://www.w3.org/2005/Atom"><title>Lake Post</title><entry><title>Whole</title><link href="${url}/whole"/><updated>2023-05-04T08:00:00Z</updated><content type="html">&lt;p&gt;${PARAGRAPH.repeat(6)}&lt;/p&gt;</content></entry><entry><title>Teaser</title><link href="${url}/page"/><summary>Short.</summary></entry></feed>`,
    ],
    [
      "JSON Feed",
      "application/feed+json",
      (url: string) =>
        JSON.stringify({
          version: "https://jsonfeed.org/version/1.1",
          title: "Lake Post",
          items: [
            {
              id: "1",
              title: "Whole",
              url: `${url}/whole`,
              date_published: "2023-05-04T08:00:00Z",
              content_html: `<p>${PARAGRAPH.repeat(6)}</p>`,
            },
            { id: "2", title: "Teaser", url: `${url}/page`, content_text: "Short." },
          ],
        }),
    ],
  ])("a feed: %s", async (_, type, feed) => {
    const site = await visit(
      {
        "/feed": (request, response) => say(feed(`http://${request.headers.host}`), type)(request, response),
        "/page": say(PAGE("Lake states meet")),
      },
      "/feed",
    ); // biome-ignore format: feeds are lines
    const [whole, teaser] = await site.read();
    expect(whole).toMatchObject({ article: { title: "Whole", outlet: "Lake Post", url: `${site.origin}/whole` } });
    expect(whole).toMatchObject({
      article: { published: "2023-05-04T08:00:00.000Z".replace(".000", _ === "JSON Feed" ? "" : ".000") },
    });
    expect(teaser).toMatchObject({ article: { title: "Lake states meet", url: `${site.origin}/page` } });
  });

  test.each<[string, Site, string]>([
    ["robots.txt forbids it", { "/robots.txt": say("User-agent: *\nDisallow: /a", "text/plain"), "/a": say("x") }, "input-robots"],
    ["robots.txt cannot be had", { "/robots.txt": (_, r) => void r.writeHead(503).end(), "/a": say("x") }, "input-robots"],
    ["redirects in a circle", { "/a": (_, r) => void r.writeHead(302, { location: "/b" }).end(), "/b": (_, r) => void r.writeHead(302, { location: "/a" }).end() }, "input-redirects"],
    ["a redirect to another protocol", { "/a": (_, r) => void r.writeHead(302, { location: "file:///etc/passwd" }).end() }, "input-address"],
    ["no answer", { "/a": () => undefined }, "input-timeout"],
    ["an error", { "/a": (_, r) => void r.writeHead(500).end() }, "input-status"],
    ["a picture", { "/a": say(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1]), "image/png") }, "input-binary"],
    ["a broken feed", { "/a": say('<?xml version="1.0"?><rss version="2.0">', "application/rss+xml") }, "input-feed"],
  ])("is refused: %s", async (_, site, code) => {
    const { read } = await visit(site, "/a");
    await expect(read()).rejects.toMatchObject({ code });
  }); // biome-ignore format: a line for each site

  test("a private network is not asked unless allowed, nor by a redirect", async () => {
    const site = await visit({ "/a": say("x") }, "/a", false);
    await expect(site.read()).rejects.toMatchObject({ code: "input-private" });
    expect(site.asked).toEqual([]);
    await expect(fetchAddress("http://localhost:1/")).rejects.toMatchObject({ code: "input-private" });
    await expect(fetchAddress("http://2130706433/")).rejects.toMatchObject({ code: "input-private" });
    await expect(fetchAddress("ftp://example.org/")).rejects.toMatchObject({ code: "input-address" });
  });

  test("an answer that is too large is cut off, packed or not", async () => {
    const bomb = gzipSync(Buffer.alloc(3_000_000));
    const site = await serve({ "/a": say(bomb, "text/html", { "content-encoding": "gzip" }) });
    close = site.close;
    await expect(fetchAddress(`${site.origin}/a`, { allowPrivate: true, maxBytes: 1_048_576 })).rejects.toMatchObject({
      code: "input-too-large",
    });
  });
});
