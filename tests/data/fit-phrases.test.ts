import { describe, expect, test } from "vitest";
import { type Case, fitWorth, rightShare } from "../../train/events/fit-phrases.js";

const codes = [["AID", "070"], ["AID", "073"], ["REJECT", "120"], ["NONE"]];

/** A sentence with one phrase of two places for a code, scored for another that is right or not. */
const sentence = (scored: number, phrase: number, right: number, size = 2): Case => {
  const [event = "", cameo = ""] = codes[phrase] ?? [];
  const scores = Float32Array.from(codes, (_, i) => (i === scored ? 0.5 : 0));
  return { scores, right, phrases: [{ text: "x", parts: [], size, event, cameo }] };
};
const times = (count: number, one: Case): readonly Case[] => Array.from({ length: count }, () => one);

describe("what set phrases are worth", () => {
  test("is much where they are right more often than the network", () => {
    const cases = [...times(9, sentence(2, 1, 1)), ...times(1, sentence(2, 1, 2))];
    const worth = fitWorth(cases, codes);
    expect(worth.code + (worth.event[2] ?? 0)).toBeGreaterThan(1);
    expect([rightShare(cases, codes, null), rightShare(cases, codes, worth)]).toEqual([0.1, 0.9]);
  });

  test("is less than nothing where they are wrong", () => {
    const worth = fitWorth([...times(9, sentence(2, 1, 2)), ...times(1, sentence(2, 1, 1))], codes);
    expect(worth.code + (worth.event[2] ?? 0)).toBeLessThan(0);
  });

  test("of an event is told from that of its code", () => {
    const worth = fitWorth([...times(5, sentence(2, 1, 0, 4)), ...times(5, sentence(2, 1, 1, 4))], codes);
    expect(worth.event[4]).toBeGreaterThan(0.5);
    expect(worth.event[4]).toBeGreaterThan(worth.code);
    expect(worth.event[1]).toBe(0);
  });

  test("sentences that tell nothing do not count among right ones", () => {
    expect(rightShare([sentence(0, 1, 3), sentence(0, 1, 0)], codes, null)).toBe(1);
  });
});
