import fc from "fast-check";
import type { Ledger } from "../../src/store/index.js";
import { client, depsFor, TOKEN } from "../server/support.js";
import { LINES } from "./corpus.js";
import { altered, odd } from "./generators.js";
import type { Target } from "./targets.js";

const PATHS = [
  "/api/contacts?actors=RUS,TJK&limit=5", "/api/events?words=border&since=2023-01-01", "/api/documents?limit=3", "/api/claims", "/api/review", "/api/search?q=maize",
  "/api/pair?a=KEN&b=ETH", "/api/situation?topic=maize", "/api/brief?since=2023-01-01", "/api/occasions?days=30", "/api/world?since=2023-01-01&until=2024-01-01", "/api/actors?q=Ru", "/api/meta", "/api/judgements",
  "/api/documents/0123456789abcdef", "/api/contacts/0123456789abcdef", "/api/stories/1", "/feeds/contacts.atom?actors=RUS", "/feeds/events.atom", "/openapi.json", "/docs", "/assets/a.js", "/",
]; // biome-ignore format: a list
const BODIES = [
  ...LINES.slice(0, 3),
  '{"kind":"comment","document":"0123456789abcdef","text":"seen","author":"desk"}',
  '{"kind":"correct","item":"0123456789abcdef","field":"channel","value":"phone","author":"desk"}',
  '{"kind":"join","documents":["0123456789abcdef","0123456789abcdee"],"author":"desk"}',
];
const path = altered(PATHS).map((text) => `/${text.replace(/^\/+/, "")}`);
const requests = fc.record({
  method: fc.constantFrom("GET", "GET", "GET", "POST", "POST", "PUT", "DELETE", "HEAD", "OPTIONS"),
  path: fc.oneof(
    path,
    path,
    odd.map((text) => `/api/${encodeURIComponent(text.replace(/[\ud800-\udfff]/g, ""))}`),
  ),
  writes: fc.constantFrom("/api/judgements", "/api/documents", "/api/judgements/1/withdraw"),
  body: altered(BODIES),
  type: fc.constantFrom("application/json", "application/json", "text/plain", ""),
  token: fc.constantFrom(TOKEN, TOKEN, "wrong"),
});
type Asked = typeof requests extends fc.Arbitrary<infer T> ? T : never;

/** The HTTP API: whatever is asked gives an answer that is meant, never a fault of the server, always with its headers. */
export function apiTarget(ledger: Ledger): Target {
  const { app } = client(depsFor(ledger));
  const ask = async ({ method, path, writes, body, type, token }: Asked): Promise<Response | null> => {
    const headers = { host: "127.0.0.1:8321", "x-readout-token": token, ...(type === "" ? {} : { "content-type": type }) };
    const hasBody = method === "POST" || method === "PUT";
    let request: Request;
    try {
      request = new Request(`http://127.0.0.1:8321${hasBody ? writes : path}`, { method, headers, ...(hasBody ? { body } : {}) });
    } catch {
      return null; // an address that cannot be asked for
    }
    return app.request(request);
  };
  return {
    name: "api",
    share: 4_000,
    inputs: requests,
    faults: async (input) => {
      const response = await ask(input as Asked); // made by `requests`
      if (response === null) return [];
      const text = await response.text();
      return [
        ...(response.status < 500 ? [] : [`status ${response.status}: ${text.slice(0, 200)}`]),
        ...(response.headers.get("x-content-type-options") === "nosniff" ? [] : ["no nosniff"]),
        ...(/\n\s+at .+:\d+:\d+/.test(text) ? [`a stack trace: ${text.slice(0, 200)}`] : []),
      ];
    },
  };
} // biome-ignore format: short lines read best
