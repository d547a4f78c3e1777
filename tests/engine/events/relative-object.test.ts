import { describe, expect, test } from "vitest";
import { summaries } from "./support.js";

describe("a clause right behind a noun has it for its object", () => {
  test.each([
    ["The sailors Libya arrested came home.", ["COERCE arrest 173: Libya → sailors"]],
    ["The plan Emmanuel Macron rejected was Peruvian.", ["REJECT 120: Macron"]],
    ["Peru made an offer that Brazil rejected.", ["AGREE 030: Peru", "REJECT 120: Brazil"]],
    // when, where or why it was done
    ["The week Emmanuel Macron rejected was a short one.", []],
    ["The town Brazil fought for was Peruvian.", []],
  ])("%s", (text, told) => {
    expect(summaries(text)).toEqual(told);
  });
});

describe("a noun behind a comma takes up what another has done or said", () => {
  test.each([
    ["Peru raised the tax, a move Chile condemned.", "ACCUSE disapprove 111: Chile → Peru"],
    ["Peru raised the tax, something that Chile condemned.", "ACCUSE disapprove 111: Chile → Peru"],
    ["Angela Merkel spoke of a new tax, an idea Viktor Orban rejected.", "REJECT 120: Orbán → Merkel"],
    [
      "Angela Merkel said the tax would rise, something that Viktor Orban mocked.",
      "ACCUSE disapprove 111: Orbán → Merkel",
    ],
    [
      "Angela Merkel said the tax would rise, a remark Viktor Orban criticised.",
      "ACCUSE disapprove 111: Orbán → Merkel",
    ],
  ])("%s", (text, told) => {
    expect(summaries(text)).toEqual([told]);
  });

  test.each([
    ["Angela Merkel read a novel that Viktor Orban condemned.", ["ACCUSE disapprove 111: Orbán"]],
    ["Angela Merkel spoke of the tax that Viktor Orban condemned.", ["ACCUSE disapprove 111: Orbán"]],
    ["The tax rose, something that Chile condemned.", ["ACCUSE disapprove 111: Chile"]],
    ["Angela Merkel said the tax would rise, something Viktor Orban knew.", []],
  ])("but not: %s", (text, told) => {
    expect(summaries(text)).toEqual(told);
  });
});

describe("whoever is one of those of whom a clause tells", () => {
  test.each([
    ["Viktor Orban was among those who praised Emmanuel Macron.", ["SUPPORT 051: Orbán → Macron"]],
    ["Viktor Orban was one of the leaders who praised Emmanuel Macron.", ["SUPPORT 051: Orbán → Macron"]],
    ["Viktor Orban knows the people who praised Emmanuel Macron.", []],
    ["The trouble is people who praise Emmanuel Macron.", []],
  ])("%s", (text, told) => {
    expect(summaries(text)).toEqual(told);
  });
});

describe("a participle between “and” and a name goes on with the verb before it", () => {
  test.each([
    // the name is listed with a noun before
    ["The minister, who resigned in May and criticised Angela Merkel, spoke in Berlin.", ["ACCUSE disapprove 111: minister → Merkel (historical)", "RETREAT resign 0831: minister (historical)"]],
    ["The minister, who spoke of money and disgraced Angela Merkel, left Berlin.", []],
    ["The minister spoke of workers and injured Kenyans.", []],
  ])("%s", (text, told) => {
    expect([...summaries(text)].sort()).toEqual(told);
  }); // biome-ignore format: a table
});
