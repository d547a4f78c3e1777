import { text } from "node:stream/consumers";
import { afterEach, describe, expect, test } from "vitest";
import { type Alert, openAlerts } from "../../src/cli/alerts.js";
import { type Site, serve } from "../intake/web.js";

const alert: Alert = {
  document: "d1",
  title: "Leaders speak",
  url: "https://example.org/1",
  outlet: null,
  published: "2023-05-11",
  id: "e1",
  event: "CONSULT",
  day: "2023-05-10",
  actors: ["RUS"],
  recipients: ["CHN"],
  topics: [],
  excerpt: "a few words",
};

const sites: { close(): Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(sites.splice(0).map((site) => site.close()));
});

/** Sends the alert to a path of a site; gives what was said of it and the paths that were asked. */
async function sent(path: string, site: Site) {
  const served = await serve(site);
  sites.push(served);
  const said: string[] = [];
  const messages = {
    say: (message: string) => void said.push(message),
    count: () => undefined,
    finish: () => undefined,
  };
  await openAlerts(`${served.origin}${path}`).send(alert, messages);
  return { said, asked: served.asked };
}

describe("an alert to an address", () => {
  test("is posted as JSON, without cookies or referrer", async () => {
    let taken: readonly unknown[] = [];
    const { said, asked } = await sent("/hook", {
      "/hook": async (request, response) => {
        const { "content-type": type, cookie, referer } = request.headers;
        taken = [request.method, type, cookie, referer, JSON.parse(await text(request))];
        response.writeHead(204).end();
      },
    });
    expect(taken).toEqual(["POST", "application/json", undefined, undefined, alert]);
    expect({ said, asked }).toEqual({ said: [], asked: ["/hook"] });
  });

  test("that is not taken is tried once more, then told", async () => {
    const { said, asked } = await sent("/hook", { "/hook": (_, response) => response.writeHead(500).end() });
    expect(asked).toEqual(["/hook", "/hook"]);
    expect(said).toEqual([expect.stringMatching(/\/hook: did not take an alert \(d1\)$/)]);
  });

  test.each([301, 302, 307, 308])("goes nowhere else: a redirect (%d) is not followed", async (status) => {
    const { said, asked } = await sent("/hook", {
      "/hook": (_, response) => response.writeHead(status, { location: "/elsewhere" }).end(),
      "/elsewhere": (_, response) => response.writeHead(200).end(),
    });
    expect(asked).toEqual(["/hook", "/hook"]);
    expect(said).toHaveLength(1);
  });
});
