import { readFileSync } from "node:fs";
import { connect, credsAuthenticator, type NatsConnection, type NodeConnectionOptions } from "@nats-io/transport-node";
import { asBrokerError, BrokerError } from "./trouble.js";

/** How a broker is reached. */
export interface BrokerAddress {
  /** `nats://[user:password@]host[:port]`, or `tls://…`; several of one cluster with commas between. */
  readonly servers: string;
  /** File with the user's credentials (JWT and key), as `nsc` writes it. */
  readonly creds?: string | undefined;
  /** File with the certificate of whoever signed the broker's. */
  readonly ca?: string | undefined;
}

/** A broker that answers. */
export interface Broker {
  readonly connection: NatsConnection;
  /** Its addresses without passwords, for messages. */
  readonly name: string;
  /** Whether it can be reached at the moment. */
  readonly up: () => boolean;
}

const DEFAULT_PORT = "4222";
/** Time between two attempts to reach a broker that went away, in milliseconds. */
const AGAIN_AFTER = 500;
/** Time a broker has to answer the first call, in milliseconds. */
const PATIENCE = 10_000;

interface Servers {
  readonly hosts: readonly string[];
  readonly encrypted: boolean;
  readonly user: string;
  readonly pass: string;
}

/** Takes a list of addresses apart. @throws BrokerError `misused` with the one that is none. */
export function parseServers(written: string): Servers {
  const urls = written.split(",").map((one) => parseServer(one.trim()));
  const known = urls.find(({ username }) => username !== "");
  return {
    hosts: urls.map(({ hostname, port }) => `${hostname}:${port === "" ? DEFAULT_PORT : port}`),
    encrypted: urls.some(({ protocol }) => protocol === "tls:"),
    user: decodeURIComponent(known?.username ?? ""),
    pass: decodeURIComponent(known?.password ?? ""),
  };
}

function parseServer(written: string): URL {
  const url = URL.canParse(written) ? new URL(written) : null;
  if (url === null || !["nats:", "tls:"].includes(url.protocol) || url.hostname === "")
    throw new BrokerError(
      "misused",
      `${withoutPassword(written)}: not an address of a broker (wanted: nats://host:4222)`,
    );
  return url;
}

function withoutPassword(written: string): string {
  return written.replace(/\/\/[^@/]*@/, "//…@");
}

/** Connects; afterwards the connection mends itself whenever it breaks. @throws BrokerError in words. */
export async function connectBroker(address: BrokerAddress): Promise<Broker> {
  const servers = parseServers(address.servers);
  const name = servers.hosts.map((host) => `${servers.encrypted ? "tls" : "nats"}://${host}`).join(",");
  const { user, pass } = servers;
  const options: NodeConnectionOptions = {
    servers: [...servers.hosts],
    name: "readout",
    timeout: PATIENCE,
    maxReconnectAttempts: -1,
    reconnectTimeWait: AGAIN_AFTER,
    ignoreAuthErrorAbort: true, // a broker that starts anew, or has its users changed, may refuse one for a while
    ...(user !== "" && pass !== "" ? { user, pass } : {}),
    ...(user !== "" && pass === "" ? { token: user } : {}),
    ...(servers.encrypted || address.ca !== undefined
      ? { tls: address.ca === undefined ? {} : { caFile: address.ca } }
      : {}),
    ...(address.creds === undefined ? {} : { authenticator: credsAuthenticator(bytesOf(address.creds)) }),
  };
  try {
    const connection = await connect(options);
    return { connection, name, up: watch(connection) };
  } catch (error) {
    throw asBrokerError(name, error);
  }
}

function bytesOf(file: string): Uint8Array {
  try {
    return readFileSync(file);
  } catch {
    throw new BrokerError("misused", `${file}: the file with the credentials cannot be read`);
  }
}

function watch(connection: NatsConnection): () => boolean {
  let up = true;
  void (async () => {
    for await (const { type } of connection.status()) {
      if (type === "disconnect") up = false;
      if (type === "reconnect") up = true;
    }
    up = false;
  })();
  return () => up && !connection.isClosed();
}
