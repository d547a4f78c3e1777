import { describe, expect, test } from "vitest";
import { castOf, meant, namesIn } from "./support.js";

/** The names a phrase means, with what else a test says of the article. */
function namesOf(text: string, phrase: string, setting: Parameters<typeof castOf>[1] = {}): readonly string[] {
  return meant(castOf(text, setting), phrase).map((who) => who.split(" | ")[0] ?? "");
}

const TWO = "Vladimir Putin spoke with Emomali Rahmon.";
const MACRON = "Emmanuel Macron dined with Angela Merkel.";
const MINISTERS = "Sergei Lavrov met Mevlut Cavusoglu.";

describe("somebody by where he is from and nothing else", () => {
  // biome-ignore format: a row a line
  test.each([
    [`${MACRON} The Frenchman was tired.`, "The Frenchman", ["Emmanuel Macron"]],
    [`${MACRON} Later the German asked for tea.`, "the German", ["Angela Merkel"]],
    [`${TWO} “Good,” the Tajik replied.`, "the Tajik", ["Emomali Rahmon"]],
    ["Angela Merkel hosted Iván Duque. The South American asked for tea.", "The South American", ["Iván Duque"]],
    [`${MACRON} Angela Merkel went to Heiko Maas. Heiko Maas left. The German asked for tea.`, "The German", []],
    [`${MACRON} The French were tired.`, "The French", []],
    [`${MACRON} The German and French sides agreed.`, "The German", []],
    [`${MACRON} The German economy grew.`, "The German", []],
    [`${MACRON} The Kenyan asked for tea.`, "The Kenyan", []],
  ])("%s", (text, phrase, names) => {
    expect(namesOf(text, phrase)).toEqual(names);
  });
});

describe("a title that fits many", () => {
  // biome-ignore format: a row a line
  test.each([
    [`${MINISTERS} The top Russian diplomat left.`, "The top Russian diplomat", ["Sergey Lavrov"]],
    [`${MINISTERS} Turkey's chief diplomat left.`, "Turkey's chief diplomat", ["Mevlüt Çavuşoğlu"]],
    [`${MINISTERS} The diplomat left.`, "The diplomat", ["Sergey Lavrov"]],
    [`${TWO} Peru's ambassador, Ana Ruiz, spoke. The diplomat left.`, "The diplomat", ["Ana Ruiz"]],
    ["A Chilean diplomat spoke. The diplomat left.", "The diplomat", ["diplomat of Chile"]],
    [`${MINISTERS} Cavusoglu was tired. The minister asked for tea.`, "The minister", ["Mevlüt Çavuşoğlu"], "RUS"],
    [`${MINISTERS} The minister asked for tea.`, "The minister", ["Sergey Lavrov"], "RUS"],
    [`${TWO} The diplomat left.`, "The diplomat", ["diplomat"]],
  ])("%s", (text, phrase, names, home = "") => {
    expect(namesOf(text, phrase, { home: home === "" ? null : home })).toEqual(names);
  });
});

describe("the other of two", () => {
  // biome-ignore format: a row a line
  test.each([
    [`${TWO} Putin invited his colleague to Sochi. The latter thanked him.`, "The latter", ["Emomali Rahmon"]],
    [`${TWO} The former thanked him.`, "The former", ["Vladimir Putin"]],
    [`${TWO} The visitor was tired.`, "The visitor", ["Emomali Rahmon"]],
    ["Vladimir Putin wrote to Emomali Rahmon. The letter assures the addressee that trains will run.", "the addressee", ["Emomali Rahmon"]],
    ["Vladimir Putin spoke. The latter half was dull.", "The latter", []],
  ])("%s", (text, phrase, names) => {
    expect(namesOf(text, phrase, { home: "RUS" })).toEqual(names);
  });
});

describe("what a comma joins", () => {
  // biome-ignore format: a row a line
  test.each([
    ["Lavrov, Turkish counterpart discuss grain\nSergei Lavrov met Mevlut Cavusoglu.", "Turkish counterpart", ["Mevlüt Çavuşoğlu"]],
    ["Sergei Lavrov met Heiko Maas, his German counterpart, in Bern.", "his German counterpart", ["Heiko Maas"]],
    ["Asked about Vladimir Putin, the French president smiled.", "the French president", ["Emmanuel Macron"]],
    ["The ambassador in Bern, Ana Ruiz, spoke.", "The ambassador in Bern", ["Ana Ruiz"]],
    ["Ambassador Ana Ruiz, head of the Peruvian mission to the UN, spoke.", "head of the Peruvian mission to the UN", ["Ana Ruiz"]],
    ["Vladimir Putin, the Russian president, smiled.", "the Russian president", ["Vladimir Putin"]],
    ["The leader of the opposition Green Party, Ana Ruiz, spoke.", "The leader of the opposition Green Party", ["Ana Ruiz"]],
  ])("%s", (text, phrase, names) => {
    expect(namesOf(text, phrase)).toEqual(names);
  });
});

describe("a style before a title", () => {
  test("is of the title, and a name goes on over its particles", () => {
    const text =
      "His Highness the Amir Sheikh Nawaf Al-Ahmad Al-Jaber Al-Sabah met the Tunisian president. His Highness the Amir left.";
    const cast = castOf(text, { day: "2022-03-20" });
    const amir = ["Nawaf Al-Ahmad Al-Jaber Al-Sabah"];
    expect(namesOf(text, "His Highness the Amir", { day: "2022-03-20" })).toEqual(amir);
    expect(namesIn(cast).filter((name) => /Sabah/.test(name))).toEqual(amir);
    expect(meant(cast, "His")).toEqual([]);
  });
});
