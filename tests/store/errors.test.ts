import { describe, expect, test } from "vitest";
import { asStoreError } from "../../src/store/errors.js";

function coded(code: string): Error {
  return Object.assign(new Error("as the driver says"), { code });
}

describe("troubles of a database", () => {
  test.each([
    [coded("57P01"), "unreachable"],
    [coded("57P03"), "unreachable"],
    [coded("08006"), "unreachable"],
    [coded("25P03"), "unreachable"],
    [coded("53300"), "unreachable"],
    [coded("EPIPE"), "unreachable"],
    [new Error("Connection terminated unexpectedly"), "unreachable"],
    [new Error("Connection terminated due to connection timeout"), "unreachable"],
    [new Error("Client has encountered a connection error and is not queryable"), "unreachable"],
    [coded("ERR_STREAM_DESTROYED"), "unreachable"],
    [new Error("timeout exceeded when trying to connect"), "unreachable"],
    [coded("55P03"), "busy"],
    [coded("40001"), "busy"],
    [coded("57014"), "troubled"],
    [coded("57P05"), "unreachable"],
    [coded("53200"), "troubled"],
    [coded("53400"), "troubled"],
    [coded("58030"), "full"],
    // Nothing that an article holds makes a table go away or an index break.
    [coded("42P01"), "troubled"],
    [coded("XX000"), "troubled"],
    [coded("XX001"), "troubled"],
    [coded("40P01"), "busy"],
    [coded("53100"), "full"],
    [coded("25006"), "read-only"],
    // An article's own fault: it must not look as if it passed by itself.
    [coded("22021"), "failed"],
    [coded("23505"), "failed"],
    [coded("54000"), "failed"],
    [coded("P0001"), "failed"],
    [coded("EPERM"), "failed"],
    [coded("ERR_DLOPEN_FAILED"), "failed"],
    [new Error("invalid byte sequence"), "failed"],
    [new Error("the connection terminated is a column"), "failed"],
  ])("%s is %s", (error, code) => {
    expect(asStoreError("ledger", error).code).toBe(code);
  });
});
