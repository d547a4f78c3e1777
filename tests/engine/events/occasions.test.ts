import { describe, expect, test } from "vitest";
import { summaries } from "./support.js";

describe("what somebody did, told as what something else came of", () => {
  test.each([
    ["The markets fell after Chad's attack on Libya.", "ASSAULT 190: Chad → Libya"],
    ["Many were upset by Viktor Orban's criticism of Angela Merkel.", "ACCUSE disapprove 111: Orbán → Merkel"],
    ["The crowd was stunned by Angela Merkel's praise for Emmanuel Macron.", "SUPPORT 051: Merkel → Macron"],
    ["The mayor left amid Chad's bombardment of Libya.", "ASSAULT heavy-weapons 194: Chad → Libya"],
  ])("%s", (text, told) => {
    expect(summaries(text)).toEqual([told]);
  });

  test.each([
    "The markets were calm before Chad's attack on Libya.", // still to come, if it came
    "The paper wrote about Viktor Orban's criticism of Angela Merkel.", // told by whoever wrote
    "The mayor left after Chad's attack.", // on nobody
    "The mayor left after an attack on Libya.", // nobody's
    "The mayor left after Angela Merkel's call to Emmanuel Macron.", // by telephone
    "The mayor left over criticism of Libya.",
  ])("nothing of: %s", (text) => {
    expect(summaries(text)).toEqual([]);
  });
});

test("a preposition that the tree hangs on the first name still leads to whom the whole name means", () => {
  expect(summaries("Angela Merkel threw her weight behind Emmanuel Macron.")).toEqual(["SUPPORT 051: Merkel → Macron"]);
});
