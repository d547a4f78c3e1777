import { Socket } from "node:net";
import type { PostgresPool } from "kysely";
import pg from "pg";

/** How the connections to a PostgreSQL database are held. */
export interface ConnectionSettings {
  /** Most of them at one time. */
  readonly connections?: number | undefined;
  /**
   * Time after which a connection over which nothing comes or goes is cut, in milliseconds: a database whose machine went
   * away never says so. What was asked over it fails as `unreachable`. It bounds every single statement too, so it is only
   * for whoever asks for nothing that may take longer. Left out, the operating system decides, after minutes to hours.
   */
  readonly silence?: number | undefined;
}

const CONNECTIONS = 4;
/** Time to get a connection, in milliseconds. */
const CONNECT = 10_000;
/** Silence after which the operating system asks whether the other side is there, in milliseconds. */
const ASK_AFTER = 10_000;
/** Time that what is still asked may take when all is closed, in milliseconds: then it is cut. */
const LAST_ANSWERS = 2000;

/** Opens a pool of connections, each made when it is first needed. Closing it waits for what is asked, but not for ever. */
export function openPostgresPool(
  url: string,
  { connections = CONNECTIONS, silence }: ConnectionSettings,
): PostgresPool {
  const sockets = new Set<Socket>();
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    connectionTimeoutMillis: CONNECT,
    keepAlive: true,
    keepAliveInitialDelayMillis: ASK_AFTER,
    stream: () => {
      const socket = socketThatEnds(silence);
      sockets.add(socket);
      return socket.once("close", () => sockets.delete(socket));
    },
  });
  // A connection that breaks is replaced when next needed, and whatever was asked over it fails by itself.
  pool.on("error", () => undefined);
  pool.on("connect", (client) => client.on("error", () => undefined));
  return {
    connect: () => pool.connect(),
    end: async () => {
      const cutting = setTimeout(() => {
        for (const socket of sockets) socket.destroy();
      }, LAST_ANSWERS);
      await pool.end().finally(() => clearTimeout(cutting));
    },
  };
}

function socketThatEnds(silence: number | undefined): Socket {
  const socket = new Socket();
  if (silence !== undefined)
    socket.setTimeout(silence, () => {
      const said = `nothing came from the database for ${Math.round(silence / 1000)} seconds`;
      socket.destroy(Object.assign(new Error(said), { code: "ETIMEDOUT" }));
    });
  return socket;
}
