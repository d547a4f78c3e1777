import { describe, expect, test } from "vitest";
import { openLedger } from "../../src/store/index.js";
import { passwordIn, shownName } from "../../src/store/shown-name.js";

describe("a ledger's name as it may be shown", () => {
  test.each([
    ["./ledger.db", "./ledger.db"],
    ["postgres:ql/odd.db", "postgres:ql/odd.db"], // a file
    ["postgres://desk@base/readout", "postgres://desk@base/readout"],
    ["postgres://desk:s3cret@base:5433/readout", "postgres://desk@base:5433/readout"],
    ["postgresql://desk:s3%40cret@base/readout?sslmode=require", "postgresql://desk@base/readout?sslmode=require"],
    ["postgres://base/readout?user=desk&password=s3cret", "postgres://base/readout?user=desk"],
    [
      "postgres://base/readout?options=-c%20search_path%3Dnews",
      "postgres://base/readout?options=-c%20search_path%3Dnews",
    ],
    ["postgres://base/readout?password=a+b&sslrootcert=/a%20b.pem", "postgres://base/readout?sslrootcert=%2Fa%20b.pem"],
    ["postgres://desk:s3cret@base:notaport/readout", "postgres://…"],
  ])("%s", (name, shown) => expect(shownName(name)).toBe(shown));

  test.each([
    ["postgres://desk@base/readout", null],
    ["postgres://desk:s3%40cret@base/readout", "s3@cret"],
    ["postgres://base/readout?password=s3cret", "s3cret"],
  ])("the password in %s", (address, password) => expect(passwordIn(address)).toBe(password));

  test("nor does a message hold it", async () => {
    for (const name of ["postgres://desk:s3cret@base:notaport/readout", "postgres://desk:s3cret@127.0.0.1:1/readout"]) {
      const message = await openLedger(name, "read").then(
        () => "",
        (error: unknown) => String(error),
      );
      expect(message).not.toBe("");
      expect(message).not.toContain("s3cret");
    }
  });
});
