import { createHash } from "node:crypto";
import type { OpenAPIHono } from "@hono/zod-openapi";
import { escapeHtml } from "../../export/html/escape.js";
import type { Deps } from "../deps.js";

/** `/openapi.json`, and `/docs`: the same to read, as one page without scripts. */
export function addOpenApi(app: OpenAPIHono, { version }: Deps): void {
  app.openAPIRegistry.registerComponent("securitySchemes", "token", {
    type: "apiKey",
    in: "header",
    name: "x-readout-token",
    description: "made anew at every start and written into the page, or the token the server was started with",
  });
  let made: { readonly json: string; readonly html: string } | null = null;
  const documents = () => {
    if (made !== null) return made;
    const document: Described = app.getOpenAPI31Document({
      openapi: "3.1.0",
      info: {
        title: "Readout",
        version,
        description: "Who contacted whom, about what, who did what to whom, and who says so.",
      },
    });
    made = { json: JSON.stringify(document), html: pageOf(document) };
    return made;
  };
  app.get("/openapi.json", () => new Response(documents().json, { headers: { "content-type": "application/json" } }));
  app.get("/docs", () => {
    const headers = { "content-type": "text/html; charset=utf-8", "content-security-policy": DOCS_POLICY };
    return new Response(documents().html, { headers });
  });
}

/** As much of an OpenAPI document as the page shows. */
interface Described {
  readonly info: { readonly title: string; readonly version: string; readonly description?: string | undefined };
  readonly paths?: Readonly<Record<string, object>> | undefined;
  readonly components?: { readonly schemas?: Readonly<Record<string, unknown>> | undefined } | undefined;
}

const STYLE =
  "body{font:1rem/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1c2430;background:#fff}code,pre{font:.9em ui-monospace,monospace}pre{overflow:auto;padding:.75rem;background:#f3f5f8}h2{margin-top:2.5rem;border-top:1px solid #c8d0da;padding-top:1rem}td,th{text-align:left;vertical-align:top;padding:.25rem 1rem .25rem 0}@media(prefers-color-scheme:dark){body{color:#e4e8ee;background:#14181f}pre{background:#1e242e}a{color:#8db7f5}}";
/** The one style of the page, by its hash. */
const DOCS_POLICY = `default-src 'none'; style-src 'sha256-${createHash("sha256").update(STYLE).digest("base64")}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;

function pageOf({ info, paths = {}, components }: Described): string {
  const schemas = Object.entries(components?.schemas ?? {}).map(
    ([name, schema]) =>
      `<details id="${escapeHtml(name)}"><summary>${escapeHtml(name)}</summary><pre>${escapeHtml(JSON.stringify(schema, null, 1))}</pre></details>`,
  );
  const operations = Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => operationHtml(method, path, operation)),
  );
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escapeHtml(info.title)}: API</title><style>${STYLE}</style></head><body><main><h1>${escapeHtml(info.title)} ${escapeHtml(info.version)}: API</h1><p>${escapeHtml(info.description ?? "")} The same for programs: <a href="/openapi.json">/openapi.json</a>. Also: <code>/api/live</code> (server-sent events), <code>/feeds/contacts.atom</code> and <code>/feeds/events.atom</code>, which take the filters of contacts and events.</p>${operations.join("")}<section><h2>What answers are made of</h2>${schemas.join("")}</section></main></body></html>`;
}

/** What `operation` is said to hold, by the schema of OpenAPI; it was made here a moment ago. */
function operationHtml(method: string, path: string, operation: unknown): string {
  const summary = String(valueAt(operation, "summary") ?? "");
  const parameters = listAt(operation, "parameters").map((one) => {
    const schema = valueAt(one, "schema");
    const description = valueAt(one, "description") ?? valueAt(schema, "description") ?? "";
    const required = valueAt(one, "required") === true ? "required" : "";
    return `<tr><td><code>${escapeHtml(String(valueAt(one, "name")))}</code></td><td>${escapeHtml(typeOf(schema))} ${required}</td><td>${escapeHtml(String(description))}</td></tr>`;
  });
  const body = valueAt(operation, "requestBody", "content", "application/json", "schema");
  const answer = valueAt(operation, "responses", "200", "content", "application/json", "schema");
  return [
    `<section><h2><code>${escapeHtml(method.toUpperCase())} ${escapeHtml(path)}</code></h2><p>${escapeHtml(summary)}</p>`,
    parameters.length === 0 ? "" : `<table><tbody>${parameters.join("")}</tbody></table>`,
    body === undefined ? "" : `<details><summary>Body</summary><pre>${escapeHtml(JSON.stringify(body, null, 1))}</pre></details>`, // biome-ignore format: one line reads best
    `<details><summary>Answer</summary><pre>${escapeHtml(JSON.stringify(answer ?? null, null, 1))}</pre></details></section>`,
  ].join("");
}

function typeOf(schema: unknown): string {
  const options = listAt(schema, "enum");
  if (options.length > 0) return options.map(String).join(" | ");
  const type = valueAt(schema, "type");
  return Array.isArray(type) ? type.join(" | ") : String(type ?? "");
}

function valueAt(value: unknown, ...path: readonly string[]): unknown {
  return path.reduce<unknown>((at, name) => (typeof at === "object" && at !== null ? Reflect.get(at, name) : undefined), value); // biome-ignore format: one line reads best
}

function listAt(value: unknown, name: string): readonly unknown[] {
  const list = valueAt(value, name);
  return Array.isArray(list) ? list : [];
}
