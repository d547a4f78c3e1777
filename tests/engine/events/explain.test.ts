import { describe, expect, test } from "vitest";
import { readArticle } from "../../../src/engine/read.js";
import { knowledge } from "../../data/knowledge.js";

const text =
  "GENEVA, 4 May 2021 - Peru accused Chile of moving a boundary stone. Norway refused a request by Iceland for two tugs.";

describe("why an event is coded as it is", () => {
  const reasons = (explain: boolean): readonly string[] =>
    readArticle({ text }, knowledge, { explain }).events.map((event) => event.why);

  test("at length: the frame, the way in the tree, the codes that the model holds possible", () => {
    const [first] = reasons(true);
    expect(first).toMatch(
      /^the verb “accuse” .*; in the tree: Peru –nsubj→ accused ←obj– Chile; by the model: ACCUSE 11\d \d+ %, .*nothing \d+ %$/,
    );
  });

  test("in short: the frame alone", () => {
    expect(reasons(false).filter((why) => why.includes("in the tree"))).toEqual([]);
    expect(reasons(false)).toHaveLength(reasons(true).length);
  });

  test("changes no code", () => {
    const codes = (explain: boolean) =>
      readArticle({ text }, knowledge, { explain }).events.map((e) => [e.event, e.mode, e.cameo, e.context]);
    expect(codes(true)).toEqual(codes(false));
  });
});

describe("a pair's codes", () => {
  const { codes, none, event, cameo } = knowledge.relations.marked(
    "<s>Peru</s> accused <t>Chile</t> of moving a boundary stone.",
    "manual",
  );

  test("and nothing make 1, the likeliest first", () => {
    expect(codes.reduce((sum, { chance }) => sum + chance, none)).toBeCloseTo(1, 3);
    expect(codes.map((c) => c.chance)).toEqual(codes.map((c) => c.chance).sort((a, b) => b - a));
  });

  test("the likeliest is the answer in the manual's habit", () => {
    expect([codes[0]?.event, codes[0]?.cameo]).toEqual([event, cameo]);
  });
});
