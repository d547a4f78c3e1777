import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { MAX_TEXT } from "../../../src/intake/files.js";
import { StoreError } from "../../../src/store/index.js";
import { parseServers } from "../../../src/work/nats/connect.js";
import { packArticle, unpackArticle } from "../../../src/work/nats/message.js";
import { Metrics } from "../../../src/work/nats/metrics.js";
import { GivenUp, persist } from "../../../src/work/nats/patience.js";
import { namesOf } from "../../../src/work/nats/streams.js";

describe("a message", () => {
  test("gives back the article it was made of, whatever letters it holds", async () => {
    const field = fc.option(fc.string({ unit: "binary" }), { nil: undefined });
    const article = fc.record({
      id: field,
      title: field,
      text: fc.string({ unit: "binary" }),
      published: field,
      url: field,
      outlet: field,
      language: field,
    });
    await fc.assert(
      fc.asyncProperty(fc.string(), article, async (name, given) => {
        expect(await unpackArticle(await packArticle({ name, article: given }))).toEqual({ name, article: given });
      }),
    );
  });

  test.each([
    ["", /not a packed article/],
    ["plain text", /not a packed article/],
    [gzipSync("not JSON"), /not an article: not JSON/],
    [gzipSync("{}"), /not an article: form/],
    [gzipSync('{"form":2,"name":"a","article":{"text":"b"}}'), /not an article: form/],
    [gzipSync('{"form":1,"name":"a","article":{}}'), /not an article: article\.text/],
    [gzipSync('{"form":1,"name":"a","article":{"text":7}}'), /not an article: article\.text/],
    [
      gzipSync(JSON.stringify({ form: 1, name: "a", article: { text: "b", title: "c".repeat(MAX_TEXT) } })),
      /over 5 MB/,
    ],
    [gzipSync(Buffer.alloc(60 * 1024 * 1024)), /not a packed article/],
  ])("that holds none is told apart (%#)", async (bytes, why) => {
    await expect(unpackArticle(Buffer.from(bytes))).rejects.toThrow(why);
  });
});

describe("addresses of brokers", () => {
  const plain = { encrypted: false, user: "", pass: "" };
  test.each([
    ["nats://a", { ...plain, hosts: ["a:4222"] }],
    ["nats://a:1,nats://b", { ...plain, hosts: ["a:1", "b:4222"] }],
    ["nats://[::1]:7", { ...plain, hosts: ["[::1]:7"] }],
    ["nats://me:p%40ss@a", { ...plain, hosts: ["a:4222"], user: "me", pass: "p@ss" }],
    ["tls://token@a, tls://b", { encrypted: true, hosts: ["a:4222", "b:4222"], user: "token", pass: "" }],
  ])("%s", (written, expected) => expect(parseServers(written)).toEqual(expected));

  test.each(["", "a:4222", "http://a", "nats://", "nats://a,"])("none: “%s”", (written) => {
    expect(() => parseServers(written)).toThrow(/not an address of a broker/);
  });

  test("a password is never repeated in a message", () => {
    expect(() => parseServers("natz://me:secret@a")).toThrow(/^natz:\/\/…@a: /);
  });

  test.each(["", "a.b", "a b", "*", ">", "ü", "x".repeat(65)])("no name of a stream: “%s”", (name) => {
    expect(() => namesOf(name)).toThrow(/not a name of a stream/);
  });
});

test("metrics are in the form Prometheus reads", () => {
  const metrics = new Metrics();
  const count = metrics.counter("a_total", "Things.");
  count(0, { of: 'x"\n\\' });
  count(2, { of: 'x"\n\\' });
  metrics.gauge("b", "Now.", () => 1.5);
  const took = metrics.timer("c_seconds", "Time.", [1, 5]);
  for (const seconds of [0.5, 3, 9]) took(seconds);
  expect(metrics.text().split("\n")).toEqual([
    "# HELP a_total Things.",
    "# TYPE a_total counter",
    'a_total{of="x\\"\\n\\\\"} 2',
    "# HELP b Now.",
    "# TYPE b gauge",
    "b 1.5",
    "# HELP c_seconds Time.",
    "# TYPE c_seconds histogram",
    'c_seconds_bucket{le="1"} 1',
    'c_seconds_bucket{le="5"} 2',
    'c_seconds_bucket{le="+Inf"} 3',
    "c_seconds_sum 12.5",
    "c_seconds_count 3",
    "",
  ]);
});

describe("patience", () => {
  const busy = new StoreError("busy", "busy");
  const never = new AbortController().signal;

  test("tries again what may pass", async () => {
    let tries = 0;
    const work = async () => (++tries < 3 ? Promise.reject(busy) : tries);
    expect(await persist(work, never, () => undefined)).toBe(3);
  });

  test.each([
    new StoreError("failed", "a column"),
    new StoreError("missing", "no ledger"),
    new TypeError("a fault"),
  ])("does not try again: %s", async (error) => {
    let tries = 0;
    await expect(
      persist(
        () => {
          tries++;
          return Promise.reject(error);
        },
        never,
        () => undefined,
      ),
    ).rejects.toBe(error);
    expect(tries).toBe(1);
  });

  test.each([
    "busy",
    "unreachable",
    "full",
    "read-only",
    "troubled",
  ] as const)("waits for a ledger: %s", async (code) => {
    let tries = 0;
    const work = async () => (++tries < 2 ? Promise.reject(new StoreError(code, code)) : tries);
    expect(await persist(work, never, () => undefined)).toBe(2);
  });

  test("does not wait for an answer that never comes, once asked to end", async () => {
    const end = new AbortController();
    const ended = persist(
      () => {
        setImmediate(() => end.abort());
        return new Promise(() => undefined);
      },
      end.signal,
      () => undefined,
    );
    await expect(ended).rejects.toBeInstanceOf(GivenUp);
  });

  test("ends when asked to", async () => {
    const end = new AbortController();
    const ended = persist(
      () => Promise.reject(busy),
      end.signal,
      () => end.abort(),
    );
    await expect(ended).rejects.toBeInstanceOf(GivenUp);
  });
});
