import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { extname, join, relative, sep } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

/** A file of the page, ready to be sent. */
interface StaticFile {
  readonly bytes: Buffer;
  readonly type: string;
  readonly tag: string;
  /** Whether its name changes with its content, so that it may be kept for ever. */
  readonly immutable: boolean;
}

/** The files of the page. Only what was there at the start is served, so no path leads anywhere else. */
export interface StaticFiles {
  respond(path: string, headers: Headers): Response | null;
  /** The page itself, with the token it writes with. */
  index(token: string): Response | null;
}

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".ico": "image/x-icon",
  ".woff2": "font/woff2",
  ".wasm": "application/wasm",
  ".txt": "text/plain; charset=utf-8",
  ".webmanifest": "application/manifest+json",
};
/** Weights are as good as random and stay as they are. */
const COMPRESSIBLE = /^text\/|json|svg|javascript/;
/** Where the build puts files whose names hold a hash of their content: `assets/index-B3c9x_aZ.js`. */
const HASHED = /[/\\]assets[/\\][^/\\]*-[A-Za-z0-9_-]{8}\.\w+$/;
/** Brotli's middle quality: nearly as small as the best, thirty times quicker. */
const QUALITY = 6;

/** The files of a folder, `null` where there is no page in it. */
export function openStaticFiles(folder: string): StaticFiles | null {
  if (!existsSync(join(folder, "index.html"))) return null;
  const paths = new Map<string, string>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = join(entry.parentPath, entry.name);
    paths.set(`/${relative(folder, file).split(sep).join("/")}`, file);
  }
  const read = new Map<string, StaticFile>();
  const packed = new Map<string, Buffer>();
  const fileOf = (path: string): StaticFile | null => {
    const known = read.get(path);
    const file = paths.get(path);
    if (known !== undefined || file === undefined) return known ?? null;
    const fresh = readFile(file);
    read.set(path, fresh);
    return fresh;
  };
  return {
    respond: (path, headers) => {
      const file = path === "/index.html" ? null : fileOf(path);
      return file === null
        ? null
        : fileResponse(file, headers, (how) => pack(packed, `${how} ${path}`, how, file.bytes));
    },
    index: (token) => {
      const file = fileOf("/index.html");
      return file === null ? null : indexResponse(file.bytes.toString("utf8"), token);
    },
  };
}

function readFile(file: string): StaticFile {
  const bytes = readFileSync(file);
  return {
    bytes,
    type: TYPES[extname(file)] ?? "application/octet-stream",
    tag: `"${createHash("sha256").update(bytes).digest("base64url").slice(0, 22)}"`,
    immutable: HASHED.test(file),
  };
}

type Packing = "br" | "gzip";

function fileResponse(file: StaticFile, asked: Headers, packed: (how: Packing) => Buffer): Response {
  const headers = new Headers({
    "content-type": file.type,
    etag: file.tag,
    vary: "accept-encoding",
    "cache-control": file.immutable ? "public, max-age=31536000, immutable" : "no-cache",
  });
  if ((asked.get("if-none-match") ?? "").split(",").some((tag) => tag.trim().replace(/^W\//, "") === file.tag))
    return new Response(null, { status: 304, headers });
  const accepted = asked.get("accept-encoding") ?? "";
  const how = !COMPRESSIBLE.test(file.type) ? null : /\bbr\b/.test(accepted) ? "br" : /\bgzip\b/.test(accepted) ? "gzip" : null; // biome-ignore format: one line reads best
  if (how !== null) headers.set("content-encoding", how);
  const body = how === null ? file.bytes : packed(how);
  headers.set("content-length", String(body.length));
  return new Response(new Uint8Array(body), { headers });
}

function pack(known: Map<string, Buffer>, key: string, how: Packing, bytes: Buffer): Buffer {
  const before = known.get(key);
  if (before !== undefined) return before;
  const fresh = how === "br" ? brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: QUALITY } }) : gzipSync(bytes); // biome-ignore format: one line reads best
  known.set(key, fresh);
  return fresh;
}

/** Never kept: the token in it is that of this start. */
function indexResponse(html: string, token: string): Response {
  const meta = `<meta name="readout-token" content="${token}">`;
  const body = html.includes("</head>") ? html.replace("</head>", `${meta}</head>`) : `${meta}${html}`;
  return new Response(body, { headers: { "content-type": "text/html; charset=utf-8", "cache-control": "no-store" } });
}
