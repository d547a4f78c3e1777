/** Why the ledger could not do what was asked. */
export type StoreFault =
  | "busy" // another process is writing
  | "read-only" // the file or its folder may not be written
  | "full" // no room on the disk
  | "damaged" // not a ledger, or a broken one
  | "newer" // written by a newer version of this program
  | "older" // not yet brought up to date
  | "missing" // no such ledger
  | "unreachable" // no database server
  | "troubled" // something is wrong in the database, whatever is asked of it
  | "failed"; // anything else: what was asked is to blame

/** Trouble with a ledger, in words for a person. What was committed before it stays. */
export class StoreError extends Error {
  override readonly name = "StoreError";
  constructor(
    readonly code: StoreFault,
    message: string,
    options?: { readonly cause: unknown },
  ) {
    super(message, options);
  }
}

const NO_SQLITE =
  "the library of better-sqlite3 is missing, or made for another Node.js; npm rebuild better-sqlite3 fetches or compiles it";

/** Codes of SQLite, PostgreSQL and the network, by their first letters, with what they mean here. */
const FAULTS: readonly (readonly [code: string, fault: StoreFault, message: string])[] = [
  ["SQLITE_BUSY", "busy", "another process is writing to it; try again when it has ended"],
  ["55P03", "busy", "another process is writing to it; try again when it has ended"],
  ["SQLITE_READONLY", "read-only", "it may not be written (permissions)"],
  ["25006", "read-only", "it may not be written (permissions)"],
  ["42501", "read-only", "it may not be written (permissions)"],
  ["SQLITE_FULL", "full", "the disk is full; what was committed is kept"],
  ["SQLITE_IOERR", "full", "reading or writing failed; the disk may be full or broken; what was committed is kept"],
  ["53100", "full", "the disk is full; what was committed is kept"],
  ["SQLITE_NOTADB", "damaged", "it is no ledger"],
  ["SQLITE_CORRUPT", "damaged", "the file is damaged; readout ledger check says more"],
  ["SQLITE_CANTOPEN", "missing", "it cannot be opened (no such folder, or permissions)"],
  ["ECONNREFUSED", "unreachable", "no database server answers there"],
  ["ENOTFOUND", "unreachable", "there is no such host"],
  ["EAI_AGAIN", "unreachable", "there is no such host"],
  ["ETIMEDOUT", "unreachable", "no database server answers there"],
  ["ECONNRESET", "unreachable", "the connection to the database broke"],
  ["ECONNABORTED", "unreachable", "the connection to the database broke"],
  ["EPIPE", "unreachable", "the connection to the database broke"],
  ["EHOSTUNREACH", "unreachable", "no database server answers there"],
  ["ENETUNREACH", "unreachable", "no database server answers there"],
  ["08P01", "failed", "the database did not understand what was asked"],
  ["08", "unreachable", "the connection to the database broke"],
  ["25P03", "unreachable", "the database closed a connection that was silent in the middle of its work"],
  ["ERR_S", "unreachable", "the connection to the database broke"], // a stream or socket of Node.js that is gone
  ["40", "busy", "another process was writing the same; try again"],
  ["53300", "unreachable", "the database server takes no more connections"],
  ["53", "troubled", "the database server is short of memory, or of something else it needs"],
  ["57014", "troubled", "the database broke off what was asked: its time was up, or somebody ended it"],
  ["57", "unreachable", "the database server was stopped, or is starting"],
  ["58", "full", "reading or writing failed; the disk may be full or broken; what was committed is kept"],
  ["28", "unreachable", "user or password is refused"],
  ["ERR_DLOPEN_FAILED", "failed", NO_SQLITE],
  ["3D000", "missing", "there is no such database"],
];

/** What drivers say without a code: a connection went away under PostgreSQL's, or none was free; SQLite's was installed without its script. */
const SAID: readonly (readonly [words: RegExp, fault: StoreFault, message: string])[] = [
  [
    /^(?:connection terminated|client (?:has encountered a connection error|was closed))/i,
    "unreachable",
    "the connection to the database broke",
  ],
  [
    /^timeout exceeded when trying to connect/i,
    "unreachable",
    "no connection to the database came in time, or none was free",
  ],
  [/^could not locate the bindings file/i, "failed", NO_SQLITE],
];

/** Classes of PostgreSQL's codes for which the values in a statement are to blame, or a trigger that refuses them. */
const OF_VALUES = /^(?:21|22|23|44|54|P0)/;
const OF_POSTGRES = /^(?=\D*\d)[0-9A-Z]{5}$/;

/** The trouble behind an error of a database, named. */
export function asStoreError(ledger: string, error: unknown): StoreError {
  if (error instanceof StoreError) return error;
  const code = codeOf(error);
  const said = error instanceof Error ? error.message : String(error);
  const [, fault, message] = FAULTS.find(([prefix]) => code.startsWith(prefix)) ?? SAID.find(([words]) => words.test(said)) ?? []; // biome-ignore format: one line reads best
  return new StoreError(fault ?? unnamed(code), `${ledger}: ${message ?? said}`, { cause: error });
}

/** The kind of trouble of which only a code is known. */
function unnamed(code: string): StoreFault {
  return OF_POSTGRES.test(code) && !OF_VALUES.test(code) ? "troubled" : "failed";
}

function codeOf(error: unknown): string {
  if (error instanceof AggregateError) return codeOf(error.errors[0]);
  return error instanceof Error && "code" in error ? String(error.code) : "";
}
