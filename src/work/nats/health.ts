import { createServer, type ServerResponse } from "node:http";
import { BrokerError } from "./trouble.js";

export interface HealthOptions {
  readonly host: string;
  readonly port: number;
  /** What is wrong at the moment, in words; empty when nothing is. */
  readonly troubles: () => readonly string[];
  readonly metrics: () => string;
}

/** Serves `/healthz` (200, or 503 with what is wrong) and `/metrics`. Gives its address. */
export async function serveHealth({ host, port, troubles, metrics }: HealthOptions) {
  const server = createServer((request, response) => {
    const path = (request.url ?? "").split("?")[0];
    if (request.method !== "GET" && request.method !== "HEAD") answer(response, 405, "only GET\n");
    else if (path === "/metrics") answer(response, 200, metrics(), "text/plain; version=0.0.4; charset=utf-8");
    else if (path === "/healthz") {
      const wrong = troubles();
      answer(response, wrong.length === 0 ? 200 : 503, wrong.length === 0 ? "ok\n" : `${wrong.join("\n")}\n`);
    } else answer(response, 404, "/healthz and /metrics are here\n");
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", (cause) => reject(cannotListen(host, port, cause)));
    server.listen(port, host, resolve);
  });
  const address = server.address();
  const open = typeof address === "object" && address !== null ? address.port : port;
  return {
    address: `http://${host.includes(":") ? `[${host}]` : host}:${open}`,
    close: (): void => {
      server.close();
      server.closeAllConnections();
    },
  };
}

function answer(response: ServerResponse, status: number, text: string, type = "text/plain; charset=utf-8"): void {
  response.writeHead(status, { "content-type": type, "cache-control": "no-store" }).end(text);
}

function cannotListen(host: string, port: number, cause: Error): BrokerError {
  const taken = "code" in cause && cause.code === "EADDRINUSE";
  const why = taken ? "the port is taken; --port 0 takes any that is free" : cause.message;
  return new BrokerError("misused", `${host}:${port}: health and metrics cannot be served there: ${why}`, { cause });
}
