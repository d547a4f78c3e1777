import { describe, expect, test } from "vitest";
import { readArticle } from "../../src/engine/read.js";
import { knowledge } from "../data/knowledge.js";

/** The day of publication that a text without one gives, or `null`. */
function dayOf(text: string): string | null {
  return readArticle({ text }, knowledge).document.published?.value ?? null;
}

describe("the offices a text gives date it", () => {
  // biome-ignore format: a row a line
  test.each([
    ["PARIS, Feb. 19 - Secretary of State Madeleine Albright met Yugoslav President Slobodan Milosevic on Friday.", "1999-02-19"],
    ["WASHINGTON, June 13 - President Bill Clinton met Japanese Prime Minister Tomiichi Murayama on Tuesday.", "1995-06-13"],
    // Somebody of whom it says no office, or another than the tables have, was whatever he was.
    ["PARIS, Feb. 19 - Secretary of State Madeleine Albright met Yugoslav President Slobodan Milosevic on Friday. Hashim Thaci came too.", "1999-02-19"],
    ["GENEVA, Jan. 9 - Secretary of State James Baker met Iraqi Foreign Minister Tariq Aziz on Wednesday. The Soviet ambassador, Alexander Bessmertnykh, came too.", "1991-01-09"],
  ])("%s", (text, day) => {
    expect(dayOf(text)).toBe(day);
  });

  test.each([
    "LONDON, May 4 - Labour leader Tony Blair met Jacques Chirac on Thursday. They spoke for an hour.",
    "PARIS, Feb. 19 - Former Secretary of State Madeleine Albright met Jacques Chirac on Friday. They spoke for an hour.",
  ])("no office the tables have: %s", (text) => {
    expect(dayOf(text)).toBeNull();
  });
});
