import { describe, expect, test } from "vitest";
import { summaries } from "./support.js";

describe("the verb of a headline that looks like a noun", () => {
  test.each([
    ["an object and a phrase", "Uganda grants asylum to Sudanese writers", "AID 075: Uganda → writers"],
    ["every word with a capital", "Uganda Grants Asylum to Sudanese Writers", "AID 075: Uganda → Writers"],
    ["part of a compound", "Chile lifts travel ban on Peru", "RETREAT 081: Chile → Peru"],
    ["a finite verb in a compound", "Nigeria Signs Gas Deal With Morocco", "SUPPORT 057: Nigeria, Morocco"],
    ["an agreement", "Kuwait strikes deal with Iraq on oil field", "AGREE 0311: Kuwait, Iraq"],
    ["whom it arrests", "Spain Arrests Moroccan Spy", "COERCE arrest 173: Spain → Spy"],
    [
      "a verb elsewhere, behind a dash",
      "Ohio governor endorses Donald Trump - but also has praise for Joe Biden",
      "SUPPORT 051: governor → Trump",
    ],
    ["a verb behind a label", "BREAKING: Chile lifts travel ban on Peru", "RETREAT 081: Chile → Peru"],
    ["who endorses", "Emmanuel Macron endorsed by Angela Merkel", "SUPPORT 051: Merkel → Macron"],
    ["several who act", "South Korea, Japan Begin Joint Drills", "COOPERATE 062: Korea, Japan"],
  ])("%s: %s", (_, text, told) => {
    expect(summaries(text)).toEqual([told]);
  });

  const rest =
    ", falling in line with the other powers of the north after a court in The Hague had confirmed last month that the army of the republic had gone back to its barracks.";

  test.each([
    [
      "that the tree has stand before its object",
      `Norway on Monday lifted sanctions on Chad${rest}`,
      "RETREAT 085: Norway → Chad",
    ],
    ["of what concerns nobody", `Norway on Monday lifted weights${rest}`, null],
    ["by whom it was done", "Chad on Monday bombed by Libya, a town said.", null],
  ])("a past form behind a day, however long the sentence: %s", (_, text, told) => {
    expect(summaries(text)).toEqual(told === null ? [] : [told]);
  });

  test.each([
    ["what is to come", "France to send tanks to Ukraine", "AGREE 033: France → Ukraine"],
    ["what is to end", "Japan to lift ban on Chinese seafood", "AGREE 035: Japan → China"],
    ["what nobody would call a promise", "Peru to impose sanctions on Chile", "SANCTION 163: Peru → Chile (planned)"],
  ])("an infinitive announces %s: %s", (_, text, told) => {
    expect(summaries(text)).toEqual([told]);
  });

  test.each([
    ["nobody named", "Turkey accused of helping Iran", []],
    ["every word with a capital", "Turkey Accused of Helping Iran.", []],
    ["who accuses", "Chad accused by France of bombing Mali", ["ACCUSE allege 112: France → Chad"]],
    ["its object behind it", "Chad accuses France of bombing Mali", ["ACCUSE allege 112: Chad → France"]],
  ])("whoever is accused accuses nobody: %s", (_, text, told) => {
    expect(summaries(text)).toEqual(told);
  });

  test.each([
    ["a title that names a topic", "Kenya grants scheme for small farms"],
    ["a party that speaks", "Chile: fruit exports fell"],
    ["a noun behind a party with a verb elsewhere", "Chile exports fell in May after frost in Peru."],
  ])("not %s: %s", (_, text) => {
    expect(summaries(text)).toEqual([]);
  });
});
