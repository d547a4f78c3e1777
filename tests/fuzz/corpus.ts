import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { ROOT } from "../layout/sources.js";

const read = (path: string): string => readFileSync(join(ROOT, path), "utf8");

/** The project's own articles. */
export const ARTICLES: readonly string[] = [
  ...readdirSync(join(ROOT, "examples"))
    .filter((name) => name.endsWith(".txt"))
    .sort()
    .map((name) => read(`examples/${name}`)),
  read("tests/engine/language/newswire.txt"),
];

/** Lines of JSON as the articles of the demonstration lie there. */
export const LINES: readonly string[] = readdirSync(join(ROOT, "examples", "demo"))
  .sort()
  .flatMap((name) => read(`examples/demo/${name}`).trim().split("\n"));

const PROSE = "Two rivers meet here, and two ministers met where they do, on Monday, to talk of dams and of a bridge.";

export const PAGES: readonly string[] = [
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Dams | The Lake Post</title><meta property="og:site_name" content="The Lake Post"><meta property="article:published_time" content="2023-03-14T08:00:00Z"><script type="application/ld+json">{"@type":"NewsArticle","headline":"Dams","datePublished":"2023-03-14","publisher":{"name":"The Lake Post"}}</script></head><body><nav><a href="/">Home</a></nav><article><h1>Dams</h1><p>${PROSE}</p><p>“We agreed on a bridge,” one of them said.<br>He left at once.</p></article><div class="share-bar">Share</div><table><tr><td>1</td></tr></table></body></html>`,
  `<p>${PROSE}</p>\n<ul><li>a<li>b</ul><svg><path d="M0"/></svg><p>${PROSE} ${PROSE}</p>`,
];

export const FEEDS: readonly string[] = [
  `<?xml version="1.0"?><rss version="2.0"><channel><title>Lake Post</title><link>https://example.org</link><item><title>Dams</title><link>https://example.org/1</link><pubDate>Tue, 14 Mar 2023 08:00:00 GMT</pubDate><description><![CDATA[<p>${PROSE}</p>]]></description></item></channel></rss>`,
  `<feed xmlns="http://www.w3.org/2005/Atom"><title>Lake Post</title><entry><title>Dams</title><link href="https://example.org/1"/><updated>2023-03-14T08:00:00Z</updated><content type="html">&lt;p&gt;${PROSE}</content></entry></feed>`,
  JSON.stringify({ version: "https://jsonfeed.org/version/1.1", title: "Lake Post", items: [{ id: "1", url: "https://example.org/1", title: "Dams", content_html: `<p>${PROSE}</p>`, date_published: "2023-03-14" }] }),
]; // biome-ignore format: a line for each

export const DICTIONARIES: readonly string[] = [
  "!PERSON! = ER, ERS, MAN\nGREEN_HARBOR_UNION_ [EST >20100101] [ESTOPP 900101-091231]   # a comment\n+G.H.U._\nBRIDGE!PERSON! [~LAB]\nLAKE_WARDEN {LAKE_WARDENS} [~COP]\nSILVER_TRUST [---]\n<!-- none -->\n",
];

export const TABLES: readonly string[] = [
  "# mine\nname\tkind\tcode\tsector\toffice\tgender\tfrom\tto\taliases\tsource\nLake Union\torganisation\tEST\tOPP\t\t\t2010\t2020-05\tUnion|LU\tbook\nAda Reed\tperson\tEST\tGOV\tMinister of Lakes\tf\t\t\t\t\nriver guards\tgroup\t\tMIL\t\t\t\t\t\t\n",
];

export const ROBOTS: readonly string[] = [
  "User-agent: *\nDisallow: /private\nAllow: /private/open$\nCrawl-delay: 2\n\nUser-agent: readout\nDisallow: /*.pdf$\n",
];

/** A record of a web archive. */
function record(url: string, content: string): Buffer {
  const http = `HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: ${Buffer.byteLength(content)}\r\n\r\n${content}`;
  return Buffer.from(
    `WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: ${url}\r\nWARC-Date: 2023-05-04T00:00:00Z\r\nWARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-000000000001>\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: ${Buffer.byteLength(http)}\r\n\r\n${http}\r\n\r\n`,
  );
}

const RECORDS = PAGES.map((page, i) => record(`https://example.org/${i}`, page));
/** Web archives, unpacked and packed record by record. */
export const ARCHIVES: readonly (readonly [name: string, bytes: Uint8Array])[] = [
  ["a.warc", Buffer.concat(RECORDS)],
  ["a.warc.gz", Buffer.concat(RECORDS.map((each) => gzipSync(each)))],
];
