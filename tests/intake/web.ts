import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** What a site of the tests answers at a path. */
export type Site = Readonly<Record<string, (request: IncomingMessage, response: ServerResponse) => void>>;

/** A site on the loopback, with a list of the paths it was asked for. */
export async function serve(site: Site): Promise<{
  readonly origin: string;
  readonly asked: string[];
  close(): Promise<void>;
}> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const path = request.url ?? "/";
    asked.push(path);
    const answer = site[path];
    if (answer === undefined) response.writeHead(404).end("not here");
    else answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo; // it listens on TCP
  return {
    origin: `http://127.0.0.1:${port}`,
    asked,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

/** An answer with a body. */
export const say =
  (body: string | Uint8Array, type = "text/html", headers: Readonly<Record<string, string>> = {}) =>
  (_: IncomingMessage, response: ServerResponse): void => {
    response.writeHead(200, { "content-type": type, ...headers }).end(body);
  };
