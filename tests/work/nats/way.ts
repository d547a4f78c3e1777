import { connect, createServer, type Server, type Socket } from "node:net";

/** A way to a broker that can be cut: whoever goes by it finds nobody there any more. */
export async function openWay(to: string) {
  const { hostname, port } = new URL(to);
  const open = new Set<Socket>();
  const server = createServer((near) => {
    const far = connect(Number(port), hostname);
    for (const [one, other] of [[near, far] as const, [far, near] as const]) {
      open.add(one);
      one.on("error", () => undefined).on("close", () => other.destroy());
      one.pipe(other);
    }
  });
  const cut = (): void => {
    server.close();
    for (const socket of open) socket.destroy();
  };
  return { address: `nats://127.0.0.1:${await listen(server)}`, cut };
}

/** Opens a server on a port of its own; gives the port. */
export async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (typeof address !== "object" || address === null) throw new Error("no port");
  return address.port;
}
