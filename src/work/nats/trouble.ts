import { JetStreamApiError, JetStreamError } from "@nats-io/jetstream";
import { errors } from "@nats-io/transport-node";

/** Why the broker could not do what was asked. */
export type BrokerFault =
  | "misused" // an address, name or option that cannot be meant
  | "unreachable" // nobody answers there
  | "closed" // the connection was closed and does not mend itself
  | "refused" // user, password, token or permissions
  | "no-jetstream" // the broker keeps no streams
  | "no-stream" // nothing was made there yet
  | "foreign" // a stream or workers of another kind
  | "too-large" // more than the broker takes in one message
  | "full" // the stream holds as much as it may
  | "passing" // a change of leader, a moment's overload
  | "failed"; // anything else

/** Trouble with the broker, in words for a person. */
export class BrokerError extends Error {
  override readonly name = "BrokerError";
  constructor(
    readonly code: BrokerFault,
    message: string,
    options?: { readonly cause: unknown },
  ) {
    super(message, options);
  }
}

/** Codes JetStream gives when it refuses a message because of the stream's own limits. */
const STORE_FAILED = 10077;
/** Codes that pass by themselves: no leader, peers away, resources short for a moment. */
const PASSING_CODES: ReadonlySet<number> = new Set([10008, 10009, 10023, 10028, 10118]);
const NO_STREAM = 10059;
const NO_JETSTREAM: ReadonlySet<number> = new Set([10035, 10039, 10076]);
const TOO_FEW_SERVERS: ReadonlySet<number> = new Set([10005, 10074]);

/** Words of the network's errors, with what they mean here. */
const NETWORK: readonly (readonly [words: RegExp, message: string])[] = [
  [/ENOTFOUND|EAI_AGAIN/, "there is no such host"],
  [/ECONNREFUSED|connection refused/i, "no broker answers there"],
  [/timeout|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH/i, "no broker answers there"],
  [/certificate|SSL|TLS/i, "no safe connection: its certificate is not trusted, or it speaks no TLS"],
];

/** The trouble behind an error of the broker or of the way to it, named. */
export function asBrokerError(where: string, error: unknown): BrokerError {
  if (error instanceof BrokerError) return error;
  const [code, message] = faultOf(error);
  return new BrokerError(code, `${where}: ${message}`, { cause: error });
}

function faultOf(error: unknown): readonly [BrokerFault, string] {
  const said = wordsOf(error);
  if (error instanceof JetStreamApiError) return apiFault(error.code, said);
  if (error instanceof errors.AuthorizationError || error instanceof errors.UserAuthenticationExpiredError)
    return ["refused", "user, password or token is refused"];
  if (error instanceof errors.PermissionViolationError || /permissions violation/i.test(said))
    return ["refused", `it may not be used so (${said})`];
  if (error instanceof Error && error.name === "JetStreamNotEnabled")
    return ["no-jetstream", "the broker keeps no streams (it must be started with JetStream: nats-server -js)"];
  if (error instanceof errors.ClosedConnectionError || error instanceof errors.DrainingConnectionError)
    return ["closed", "the connection was closed for good"];
  const [, message] = NETWORK.find(([words]) => words.test(said)) ?? [];
  if (error instanceof errors.TimeoutError || error instanceof errors.NoRespondersError)
    return ["passing", "the stream does not answer"];
  if (error instanceof errors.RequestError || error instanceof JetStreamError) return ["passing", said];
  return message === undefined ? ["failed", said] : ["unreachable", message];
}

function apiFault(code: number, said: string): readonly [BrokerFault, string] {
  if (code === NO_STREAM)
    return ["no-stream", "there is no such stream; readout work or readout ingest --nats makes it"];
  if (NO_JETSTREAM.has(code)) return ["no-jetstream", `streams are not to be had: ${said}`];
  if (TOO_FEW_SERVERS.has(code)) return ["misused", `the replicas asked for cannot be had: ${said}`];
  if (PASSING_CODES.has(code)) return ["passing", said];
  if (code === STORE_FAILED && /exceeded/.test(said)) return ["full", said];
  return ["failed", said];
}

function wordsOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const cause = error.cause instanceof Error ? ` ${error.cause.message}` : "";
  const code = "code" in error && typeof error.code === "string" ? ` ${error.code}` : "";
  return `${error.message}${code}${cause}`;
}

/** Whether it is worth trying again: the broker may be choosing a new leader, or starting anew. */
export function mayPass(error: unknown): boolean {
  const { code } = asBrokerError("", error);
  return code === "passing" || code === "unreachable" || code === "no-jetstream";
}
