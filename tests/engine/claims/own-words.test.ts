import { describe, expect, test } from "vitest";
import { claimsOf } from "./told.js";

/** Who speaks the last claim. */
const last = (text: string, title?: string): string | null => claimsOf(text, title).at(-1)?.speaker ?? null;

describe("a text that is somebody's own words", () => {
  test.each([
    ["“we”, where the title says whose remarks they are", "Remarks by President Sauli Niinistö at the port of Turku", "I greet you all. We believe that the sea unites us.", "Sauli Niinistö"],
    ["“we” without any “I”", "Statement by the Prime Minister of Norway on the drought in Chad", "We urge all parties to open the wells.", "Jonas Gahr Støre"],
    ["“my government”", "Address by the President of Zambia to the nation", "I have seen the fields. My government expects that the rain will come.", "Hakainde Hichilema"],
    ["“my delegation” behind whoever is called on", "Statement by the Ambassador of Pakistan to the United Nations, Munir Akram", "Mr President, my delegation regrets that the vote was put off.", "Munir Akram"],
    ["“we” of a spokesperson's statement", "Statement by the Spokesperson of the Ministry of Foreign Affairs of Kazakhstan", "We are convinced that the three hikers will be found.", "spokesperson of Kazakhstan"],
    ["the first of those who make a joint statement", "Joint statement by President Emmanuel Macron and Chancellor Olaf Scholz", "We demand that the harbour be cleared.", "Emmanuel Macron"],
    ["“we, the ministers of …”", "Joint statement on the lake", "We, the Foreign Ministers of France and Germany, believe that the lake is dying.", "Stéphane Séjourné"],
    ["not “he”, of whom the text speaks", "Speech by President Sauli Niinistö", "We told the guests what we want. He said that it was a mistake.", null],
    ["not “they”", "Speech of Prime Minister Mette Frederiksen in the Folketing", "We are sure that the bridge will stand. They said that it would fall.", null],
    ["nobody, where the title names nobody who speaks", "Minister meets the ambassador of Peru", "We believe that trade will grow.", null],
  ])("%s", (_, title, text, speaker) => {
    expect(last(text, title)).toBe(speaker);
  }); // biome-ignore format: a table

  test("“we” in quotation marks or in another's report is the other's", () => {
    const claims = claimsOf(
      "I met Minister Margus Tsahkna. “We will come back,” Margus Tsahkna said.",
      "Statement by the Prime Minister of Norway",
    );
    expect(claims.at(-1)?.speaker).toBe("Margus Tsahkna");
  });
});

describe("a relative pronoun as the source", () => {
  test.each([
    ["a body", "The ferry had been hit, according to the Armenian Defence Ministry, which said four sailors were missing.", "Armenian Defence Ministry"],
    ["a person", "He was met by Foreign Minister Margus Tsahkna, who said that the road was open.", "Margus Tsahkna"],
    ["not a thing that says nothing", "The day was marred by a storm which suggested that autumn had come.", null],
  ])("%s", (_, text, speaker) => {
    expect(last(text)).toBe(speaker);
  }); // biome-ignore format: a table
});
