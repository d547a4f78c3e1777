import { describe, expect, test } from "vitest";
import { castOf, meant, namesIn } from "./support.js";

function namesOf(text: string, phrase: string, day: string): readonly string[] {
  return meant(castOf(text, { day }), phrase).map((who) => who.split(" | ")[0] ?? "");
}

describe("an office by its own title", () => {
  // biome-ignore format: a row a line
  test.each([
    ["The Iranian president was ready.", "The Iranian president", "2021-06-10", "Hassan Rouhani"],
    ["The Iranian president was ready.", "The Iranian president", "2021-09-10", "Ebrahim Raisi"],
    ["Iran's supreme leader was ready.", "Iran's supreme leader", "2021-09-10", "Ali Khamenei"],
    ["The North Korean leader was ready.", "The North Korean leader", "2022-03-10", "Kim Jong-un"],
    ["The German leader was ready.", "The German leader", "2022-03-10", "Olaf Scholz"],
    ["The Russian leader was ready.", "The Russian leader", "2022-03-10", "Vladimir Putin"],
    ["The Armenian leader was ready.", "The Armenian leader", "2022-03-10", "Nikol Pashinyan"],
    ["The Turkish leader was ready.", "The Turkish leader", "2022-03-10", "Recep Tayyip Erdoğan"],
    ["The Japanese emperor was ready.", "The Japanese emperor", "2022-03-10", "Naruhito"],
    ["The sultan of Oman was ready.", "The sultan of Oman", "2022-03-10", "Haitham bin Tariq"],
    ["The Spanish monarch was ready.", "The Spanish monarch", "2022-03-10", "Felipe VI"],
    ["The Irish premier was ready.", "The Irish premier", "2022-03-10", "Micheál Martin"],
    ["The Chinese premier was ready.", "The Chinese premier", "2022-03-10", "Li Keqiang"],
  ])("%s on a day: %s %s", (text, phrase, day, name) => expect(namesOf(text, phrase, day)).toEqual([name]));

  // biome-ignore format: a row a line
  test.each([
    ["The Russian tsars were ready.", "The Russian tsars", "tsar of Russia"],
    ["The last Russian emperor was ready.", "The last Russian emperor", "emperor of Russia"],
    ["The German emperor was ready.", "The German emperor", "emperor of Germany"],
    ["The French king was ready.", "The French king", "king of France"],
    ["The Iranian prime minister was ready.", "The Iranian prime minister", "prime minister of Iran"],
    ["The American queen was ready.", "The American queen", "queen of United States"],
    ["Russian presidents seldom came.", "Russian presidents", "president of Russia"],
  ])("nobody of today: %s", (text, phrase, name) => expect(namesOf(text, phrase, "2022-03-10")).toEqual([name]));

  // biome-ignore format: a row a line
  test.each([
    ["King Charles I of England was ready.", "King Charles I"],
    ["King Philip II of Spain was ready.", "King Philip II"],
    ["King Felipe VI of Spain was ready.", "Felipe VI"],
    ["Queen Elizabeth II was ready.", "Elizabeth II"],
  ])("a ruler's number: %s", (text, name) => expect(namesIn(castOf(text, { day: "2022-03-10" }))).toContain(name));
});

describe("a body taken up by a noun", () => {
  // biome-ignore format: a row a line
  test.each([
    ["NATO was ready. The alliance has troops there.", "The alliance", "NATO"],
    ["The European Union was ready. The bloc has funds.", "The bloc", "European Union"],
    ["The IAEA was ready. The agency has inspectors.", "The agency", "International Atomic Energy Agency"],
    ["The IAEA was ready. Iran shut out the watchdog.", "the watchdog", "International Atomic Energy Agency"],
    ["TASS reported it. The agency named nobody.", "The agency", "TASS"],
    ["The African Union spoke. The union was ready.", "The union", "African Union"],
    ["Hamas and Egypt spoke. The group was ready.", "The group", "Hamas"],
    ["The IMF was ready. The fund has money.", "The fund", "International Monetary Fund"],
  ])("%s", (text, phrase, name) => expect(namesOf(text, phrase, "2022-03-10")).toEqual([name]));

  // biome-ignore format: a row a line
  test.each([
    ["NATO was ready. The alliance of farmers has tractors.", "The alliance"],
    ["NATO was ready. The agency has inspectors.", "The agency"],
    ["The European Union was ready. A bloc of deputies left.", "A bloc"],
    ["The alliance was ready. NATO came later.", "The alliance"],
    ["TASS reported it. The agency head was ready.", "The agency"],
    ["NATO was ready. He wrote. She read. It rained. They ate. We slept. You sang. The alliance broke.", "The alliance"],
  ])("nobody named: %s", (text, phrase) => {
    expect(namesOf(text, phrase, "2022-03-10").filter((n) => /NATO|European Union|TASS|Atomic/.test(n))).toEqual([]);
  });
});

describe("names and words that are also something else", () => {
  // biome-ignore format: a row a line
  test.each([
    ["Jordan Lee, a spokesman for the company, was ready. Jordan thanked them.", "Jordan Lee"],
    ["Chad Wolf resigned.", "Chad Wolf"],
    ["Mr Jordan was ready. Jim Jordan is from Ohio.", "Jim Jordan"],
    ["Nato was ready.", "NATO"],
    ["Unhcr and Unesco were ready.", "UNHCR"],
    ["Osce was ready.", "Organization for Security and Co-operation in Europe"],
  ])("%s", (text, name) => {
    const names = namesIn(castOf(text, { day: "2022-03-10" }));
    expect(names).toContain(name);
    expect(names.filter((n) => n === "Jordan" || n === "Chad")).toEqual([]);
  });

  // biome-ignore format: a row a line
  test.each([
    ["Jordan was ready on Thursday.", "Jordan"],
    ["Jordan King Abdullah was ready.", "Jordan"],
    ["Chad rebels were ready.", "Chad"],
    ["Who officials were ready?", "officials"],
  ])("not in %s", (text, name) => {
    const names = namesIn(castOf(text, { day: "2022-03-10" }));
    expect(names).toContain(name);
    expect(names).not.toContain("World Health Organization");
  });
});
