import { afterEach, describe, expect, test } from "vitest";
import { serveHealth } from "../../../src/work/nats/health.js";

const opened: (() => void)[] = [];
afterEach(() => {
  for (const close of opened.splice(0)) close();
});

async function served(troubles: readonly string[] = []): Promise<string> {
  const health = await serveHealth({ host: "127.0.0.1", port: 0, troubles: () => troubles, metrics: () => "a 1\n" });
  opened.push(health.close);
  return health.address;
}

describe("a worker's own address", () => {
  test.each<[method: string, path: string, status: number, text: string]>([
    ["GET", "/healthz", 200, "ok\n"],
    ["GET", "/healthz?verbose=1", 200, "ok\n"],
    ["HEAD", "/healthz", 200, ""],
    ["GET", "/metrics", 200, "a 1\n"],
    ["GET", "/", 404, "/healthz and /metrics are here\n"],
    ["GET", "/healthz/../../etc/passwd", 404, "/healthz and /metrics are here\n"],
    ["GET", "/metricsx", 404, "/healthz and /metrics are here\n"],
    ["POST", "/healthz", 405, "only GET\n"],
    ["DELETE", "/metrics", 405, "only GET\n"],
  ])("%s %s: %d", async (method, path, status, text) => {
    const answer = await fetch(`${await served()}${path}`, { method });
    expect([answer.status, await answer.text()]).toEqual([status, text]);
    expect(answer.headers.get("cache-control")).toBe("no-store");
    expect(answer.headers.get("content-type")).toMatch(/^text\/plain/);
  });

  test("says what is wrong, a line each", async () => {
    const answer = await fetch(`${await served(["nats://a: not connected", "ending"])}/healthz`);
    expect([answer.status, await answer.text()]).toEqual([503, "nats://a: not connected\nending\n"]);
  });

  test("a port that is taken is told in words", async () => {
    const port = Number(new URL(await served()).port);
    const again = serveHealth({ host: "127.0.0.1", port, troubles: () => [], metrics: () => "" });
    await expect(again).rejects.toThrow(/health and metrics cannot be served there: the port is taken/);
  });
});
