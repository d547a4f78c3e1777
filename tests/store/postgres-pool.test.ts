import { createServer, type Server, type Socket } from "node:net";
import { sql } from "kysely";
import { afterEach, expect, test } from "vitest";
import { asStoreError } from "../../src/store/errors.js";
import { openPostgres } from "../../src/store/postgres.js";

/** A server that greets whoever comes and then says nothing, like one whose machine went away. */
const [GREETING, READY] = ["R\0\0\0\u0008\0\0\0\0", "Z\0\0\0\u0005I"];
const servers: { readonly server: Server; readonly sockets: Set<Socket> }[] = [];

afterEach(() => {
  for (const { server, sockets } of servers.splice(0)) {
    server.close();
    for (const socket of sockets) socket.destroy();
  }
});

/** Address of a silent database. @param most So many connections over which something is asked settle `isAsked`. */
async function openSilent(most = 1) {
  const sockets = new Set<Socket>();
  let tell: () => void = () => undefined;
  let asked = 0;
  const isAsked = new Promise<void>((resolve) => {
    tell = resolve;
  });
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on("error", () => undefined);
    socket.once("data", () => {
      socket.write(Buffer.from(GREETING + READY, "latin1"));
      socket.once("data", () => {
        if (++asked === most) tell();
      });
    });
  });
  servers.push({ server, sockets });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (typeof address !== "object" || address === null) throw new Error("no port");
  return { url: `postgres://somebody@127.0.0.1:${address.port}/ledger`, isAsked };
}

test("a database that falls silent is unreachable after a while, in a transaction too", async () => {
  const { url } = await openSilent();
  const database = await openPostgres(url, { silence: 50 });
  for (const ask of [() => sql`select 1`.execute(database.db), () => database.write(async () => undefined)]) {
    const error = await ask().catch((cause: unknown) => asStoreError("ledger", cause));
    expect(error).toMatchObject({ code: "unreachable" });
  }
  await database.db.destroy();
});

test("a ledger is closed though its database never answers", async () => {
  const { url, isAsked } = await openSilent();
  const database = await openPostgres(url);
  const asked = sql`select 1`.execute(database.db).catch((cause: unknown) => asStoreError("ledger", cause));
  await isAsked;
  await database.db.destroy();
  expect(await asked).toMatchObject({ code: "unreachable" });
});

test("as many are asked at one time as there may be connections", async () => {
  const { url, isAsked } = await openSilent(7);
  const database = await openPostgres(url, { connections: 7 });
  const asked = Array.from({ length: 7 }, () => sql`select 1`.execute(database.db).catch(() => undefined));
  await isAsked;
  await database.db.destroy();
  await Promise.all(asked);
});
