import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { isLoopback, ownHosts } from "../../src/server/http/hosts.js";
import { openStaticFiles } from "../../src/server/http/static-files.js";
import { type Ledger, openLedger } from "../../src/store/index.js";
import { read } from "../store/articles.js";
import { bodyOf, client, depsFor, TOKEN } from "./support.js";

const PAYLOADS = [
  "<script>alert(1)</script>",
  '"><img src=x onerror=alert(1)>',
  "</title><svg onload=alert(1)>",
  "{{constructor.constructor('alert(1)')()}}",
  "]]><script>alert(1)</script>",
];

const folder = mkdtempSync(join(tmpdir(), "readout-security-"));
let ledger: Ledger;
let hash: string;

beforeAll(async () => {
  ledger = await openLedger(join(folder, "ledger.db"), "create");
  const article = read({
    id: "xss",
    title: `Ruto calls Abiy ${PAYLOADS.join(" ")}`,
    text: `NAIROBI, March 14 (Reuters) - Kenyan President William Ruto spoke by telephone with Ethiopian Prime Minister Abiy Ahmed on Tuesday about ${PAYLOADS[0]} and the price of maize.\n\n${PAYLOADS.join("\n\n")}`,
    published: "2023-03-14",
    outlet: `Daily ${PAYLOADS[1]}`,
    url: "javascript:alert(1)",
  });
  hash = article.record.document.hash;
  await ledger.save([article]);
  mkdirSync(join(folder, "web", "assets"), { recursive: true });
  writeFileSync(join(folder, "web", "index.html"), "<!doctype html><html><head></head><body></body></html>");
  writeFileSync(join(folder, "web", "assets", "index-B3c9x_aZ.js"), "export {};".repeat(50));
  writeFileSync(join(folder, "secret.txt"), "nobody may read this");
});
afterAll(async () => {
  await ledger.close();
  rmSync(folder, { recursive: true, force: true });
});

describe("what articles and people write", () => {
  test.each([
    "/api/contacts", "/api/events", "/api/documents", "/api/claims", "/api/review", "/api/search?q=maize", "/api/meta",
  ])("%s gives it as JSON that no browser takes for a page", async (path) => {
    const response = await client(depsFor(ledger)).get(path);
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toBe("application/json");
    expect(response.headers.get("x-content-type-options")).toBe("nosniff");
    expect(response.headers.get("content-security-policy")).not.toContain("unsafe-inline");
    expect(await response.text()).not.toContain("javascript:alert");
  }); // biome-ignore format: the table reads best so

  test.each(PAYLOADS)("a comment comes back as it was written: %s", async (text) => {
    const { post, get } = client(depsFor(ledger));
    const kept = await post("/api/judgements", { kind: "comment", document: hash, text, author: text });
    expect(kept.status).toBe(200);
    const { judgements } = await bodyOf<{ judgements: { value: unknown }[] }>(get(`/api/documents/${hash}`));
    expect(judgements.map(({ value }) => value)).toContain(text);
  });

  test("an address in an article is a link only when it is one of the web", async () => {
    const response = await client(depsFor(ledger)).get(`/api/documents/${hash}`);
    const { document } = await bodyOf<{ document: { url: unknown } }>(response);
    expect(document.url).toBeNull();
  });

  test("feeds and problems escape it", async () => {
    const { get } = client(depsFor(ledger));
    for (const path of ["/feeds/contacts.atom", "/feeds/events.atom", `/feeds/events.atom?words=${encodeURIComponent(PAYLOADS[0] ?? "")}`]) {
      const feed = await get(path);
      expect(feed.headers.get("content-type")).toContain("application/atom+xml");
      expect(await feed.text()).not.toMatch(/<script|<img|<svg/);
    }
    const problem = await get(`/api/${encodeURIComponent(PAYLOADS[0] ?? "")}`);
    expect([problem.status, problem.headers.get("content-type")]).toEqual([404, "application/problem+json"]);
  }); // biome-ignore format: one line reads best
});

describe("writing", () => {
  const comment = () => ({ kind: "comment", document: hash, text: "seen", author: "desk" });

  test.each<[string, Record<string, string>, number]>([
    ["no token", { "x-readout-token": "" }, 401],
    ["a wrong token", { "x-readout-token": "a-token-for-those-tests-alone" }, 401],
    ["the token and more", { "x-readout-token": `${TOKEN}x` }, 401],
    ["another site's page", { origin: "https://evil.example" }, 403],
    ["another port of this machine", { origin: "http://127.0.0.1:9999" }, 403],
    ["a page without an origin of its own", { origin: "null" }, 403],
    ["a cross-site request without Origin", { "sec-fetch-site": "cross-site" }, 403],
    ["a same-site request", { "sec-fetch-site": "same-site" }, 403],
    ["a form", { "content-type": "application/x-www-form-urlencoded" }, 415],
    ["text", { "content-type": "text/plain" }, 415],
    ["another name of this address", { host: "evil.example:8321" }, 403],
    ["its own page", { origin: "http://127.0.0.1:8321", "sec-fetch-site": "same-origin" }, 200],
    ["no page at all", {}, 200],
  ])("%s", async (_, headers, status) => {
    const response = await client(depsFor(ledger)).post("/api/judgements", comment(), headers);
    expect(response.status).toBe(status);
    if (status !== 200) expect(response.headers.get("content-type")).toBe("application/problem+json");
    expect(response.headers.get("access-control-allow-origin")).toBeNull();
  });

  test.each<[string, string]>([
    ["nothing", ""],
    ["half of it", '{"kind":"comment"'],
    ["a list", "[]"],
    ["another kind", '{"kind":"burn","author":"desk"}'],
    ["no author", '{"kind":"accept","item":"0123456789abcdef"}'],
    ["an item that is none", '{"kind":"accept","item":"../../etc","author":"desk"}'],
    ["null", "null"],
  ])("a body that is %s is refused", async (_, body) => {
    const response = await client(depsFor(ledger)).post("/api/judgements", body);
    expect(response.status).toBe(400);
    const problem = await bodyOf<{ detail: string }>(response);
    expect(problem.detail.length).toBeGreaterThan(5);
  });

  test("a body that is too large is refused, with and without its length", async () => {
    const { post, app } = client(depsFor(ledger));
    const large = JSON.stringify({ ...comment(), text: "x".repeat(80_000) });
    expect((await post("/api/judgements", large, { "content-length": String(large.length) })).status).toBe(413);
    const stream = new ReadableStream({
      pull(controller) {
        controller.enqueue(new TextEncoder().encode("x".repeat(10_000)));
      },
    });
    const request = new Request("http://127.0.0.1:8321/api/judgements", {
      method: "POST",
      headers: { host: "127.0.0.1:8321", "content-type": "application/json", "x-readout-token": TOKEN },
      body: stream,
      duplex: "half",
    } as RequestInit); // TypeScript's types of Node do not know `duplex` yet
    expect((await app.request(request)).status).toBe(413);
  });

  test("other methods are refused", async () => {
    const { app } = client(depsFor(ledger));
    for (const method of ["PUT", "DELETE", "PATCH", "OPTIONS"])
      expect((await app.request("http://127.0.0.1:8321/api/judgements", { method })).status).toBe(405);
  });
});

describe("names and tokens", () => {
  test.each<[string, string, boolean]>([
    ["127.0.0.1", "127.0.0.1:8321", true],
    ["127.0.0.1", "localhost:9000", true],
    ["127.0.0.1", "[::1]:8321", true],
    ["127.0.0.1", "LOCALHOST", true],
    ["127.0.0.1", "evil.example", false],
    ["127.0.0.1", "127.0.0.1.evil.example", false],
    ["127.0.0.1", "localhost.evil.example:8321", false],
    ["127.0.0.1", "192.168.1.5:8321", false],
    ["127.0.0.1", "", false],
    ["0.0.0.0", "192.168.1.5:8321", true],
    ["0.0.0.0", "desk.example:8321", true],
    ["0.0.0.0", "evil.example", false],
  ])("listening on %s, a request for %s: %s", (listening, host, own) => {
    expect(ownHosts(listening, listening === "0.0.0.0" ? ["desk.example"] : [])(host)).toBe(own);
  });

  test("only the loopback is the loopback", () => {
    expect(["127.0.0.1", "localhost", "::1", "127.8.9.1"].map(isLoopback)).toEqual([true, true, true, true]);
    expect(["0.0.0.0", "::", "192.168.0.1", "128.0.0.1", "localhost.example"].map(isLoopback)).not.toContain(true);
  });

  const guarded = () => {
    const secret = "the-reader's-own-token";
    const access = { readToken: secret, writeToken: secret, pageToken: TOKEN, isOwnHost: () => true };
    return { secret, ...client(depsFor(ledger, { access, files: openStaticFiles(join(folder, "web")) })) };
  };

  test.each(["/api/contacts", "/", "/feeds/contacts.atom", "/openapi.json", "/docs", "/api/live", "/assets/index-B3c9x_aZ.js"])(
    "elsewhere %s asks for the token",
    async (path) => {
      const { get, secret } = guarded();
      expect((await get(path)).status).toBe(401);
      expect((await get(path, { authorization: "Bearer wrong" })).status).toBe(401);
      expect((await get(path, { cookie: "readout=wrong" })).status).toBe(401);
      if (path === "/api/live") return;
      expect((await get(path, { authorization: `Bearer ${secret}` })).status).toBe(200);
      expect((await get(path, { cookie: `a=b; readout=${secret}` })).status).toBe(200);
    },
  ); // biome-ignore format: the table reads best so

  test("the token of an address is kept in a cookie that scripts and other sites do not see", async () => {
    const { get, secret } = guarded();
    const response = await get(`/?token=${encodeURIComponent(secret)}&view=desk`);
    expect(response.status).toBe(303);
    expect(response.headers.get("location")).toBe("/?view=desk");
    expect(response.headers.get("set-cookie")).toMatch(/HttpOnly; SameSite=Strict/);
    expect((await get("/?token=wrong")).status).toBe(401);
  });

  test("an address that asks too often is told so", async () => {
    const rates = { read: { burst: 3, perSecond: 1 }, write: { burst: 1, perSecond: 1 } };
    const { get } = client(depsFor(ledger, { rates }));
    const statuses = [];
    for (let i = 0; i < 5; i++) statuses.push((await get("/api/meta")).status);
    expect(statuses).toEqual([200, 200, 200, 429, 429]);
  });
});

describe("files", () => {
  const page = () => client(depsFor(ledger, { files: openStaticFiles(join(folder, "web")) }));

  test.each([
    "/../secret.txt", "/..%2fsecret.txt", "/%2e%2e/secret.txt", "/assets/../../secret.txt", "/assets/..%5c..%5csecret.txt",
    "/....//secret.txt", "//secret.txt", "/assets/%00secret.txt", "/etc/passwd.txt",
  ])("%s leads nowhere", async (path) => {
    const response = await page().get(path);
    expect(await response.text()).not.toContain("nobody may read this");
    expect([200, 404]).toContain(response.status);
    if (response.status === 200) expect(response.headers.get("content-type")).toContain("text/html");
  }); // biome-ignore format: the table reads best so

  test("hashed files are kept for ever, the page itself never, and it holds the token", async () => {
    const { get } = page();
    const script = await get("/assets/index-B3c9x_aZ.js", { "accept-encoding": "br, gzip" });
    expect(script.headers.get("cache-control")).toContain("immutable");
    expect(script.headers.get("content-encoding")).toBe("br");
    expect(script.headers.get("content-type")).toContain("text/javascript");
    const again = await get("/assets/index-B3c9x_aZ.js", { "if-none-match": script.headers.get("etag") ?? "" });
    expect(again.status).toBe(304);
    for (const path of ["/", "/index.html", "/pair/RUS/TJK"]) {
      const html = await get(path);
      expect(html.headers.get("cache-control")).toBe("no-store");
      expect(await html.text()).toContain(`<meta name="readout-token" content="${TOKEN}">`);
    }
  });

  test("every response has the headers that keep a browser careful", async () => {
    for (const path of ["/", "/api/meta", "/api/nothing", "/docs", "/assets/index-B3c9x_aZ.js"]) {
      const { headers } = await page().get(path);
      expect(headers.get("x-content-type-options")).toBe("nosniff");
      expect(headers.get("referrer-policy")).toBe("no-referrer");
      expect(headers.get("cross-origin-opener-policy")).toBe("same-origin");
      expect(headers.get("cross-origin-resource-policy")).toBe("same-origin");
      const policy = headers.get("content-security-policy") ?? "";
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).toContain("default-src 'none'");
      expect(policy).not.toMatch(/unsafe-inline|unsafe-eval(?!')|\*/);
    }
  });
});
