import { describe, expect, test } from "vitest";
import { castOf, meant, namesIn } from "./support.js";

describe("officials and bodies of which no country is said", () => {
  // biome-ignore format: a row a line
  test.each([
    ["A presidential official was ready.", "A presidential official", ["presidential official | KOR | GOV | –"]],
    ["A government spokesman was ready.", "A government spokesman", ["government spokesman | KOR | GOV | –"]],
    ["Government sources were ready.", "Government sources", ["Government sources | KOR | GOV | –"]],
    ["A government source in Chad was ready.", "A government source in Chad", ["government source | TCD | GOV | –"]],
    ["A source at the ministry in Lima was ready.", "A source at the ministry in Lima", ["source | PER | GOV | –"]],
    ["A source was ready.", "A source", ["source | – | UNK | –"]],
    ["Namibian President Hage Geingob left, said his spokesman, Lars Holm.", "Lars Holm", ["Lars Holm | NAM | GOV | –"]],
    ["Hage Geingob left, said his friend, Lars Holm.", "Lars Holm", ["Lars Holm | – | – | –"]],
    ["The Prime Minister's Secretariat was ready.", "The Prime Minister's Secretariat", ["Prime Minister's Secretariat | KOR | GOV | –"]],
  ])("%s", (text, phrase, who) => {
    const cast = castOf(text, { home: "KOR", press: "KOR" });
    expect(meant(cast, phrase).map((d) => d.replace(/ \| spokes[^|]*$/, " | –"))).toEqual(who);
  });
});

describe("people of a body whose abbreviation stands in brackets", () => {
  // biome-ignore format: a row a line
  test.each([
    ["Six New People's Army (NPA) rebels were ready.", "Six New People's Army (NPA) rebels", "PHL | REB"],
    ["A North Atlantic Treaty Organization (NATO) spokesman was ready.", "A North Atlantic Treaty Organization (NATO) spokesman", "IGO | MIL"],
    ["The New People's Army (NPA) was ready.", "The New People's Army", "PHL | REB"],
    ["The New People's Army (founded in 1969) rebels against the state.", "The New People's Army", "PHL | REB"],
  ])("%s", (text, phrase, who) => {
    const [first = ""] = meant(castOf(text), phrase);
    expect(first).toContain(` | ${who} | `);
  });
});

describe("one body by two of its names", () => {
  // biome-ignore format: a row a line
  test.each([
    ["The Foreign Ministry in Bern spoke. The ministry was ready.", "The ministry", ["Foreign Ministry in Bern"]],
    ["Wisma Putra spoke. The Foreign Ministry was ready.", "The Foreign Ministry", ["Wisma Putra"]],
    ["Wisma Putra spoke. The Chadian Foreign Ministry was ready.", "The Chadian Foreign Ministry", ["Chadian Foreign Ministry"]],
    ["The Nepali Congress, the main opposition party, was ready.", "the main opposition party", ["Nepali Congress"]],
    ["The Nepali Congress, the main opposition party, and the army agreed.", "the main opposition party", ["main opposition party"]],
    ["The German environmental organisation Urgewald spoke. Urgewald was ready.", "Urgewald", ["Urgewald"]],
    ["The French TV channel TF1 was ready.", "The French TV channel TF1", ["TF1"]],
  ])("%s", (text, phrase, names) => {
    expect(meant(castOf(text, { home: "MYS" }), phrase).map((d) => d.split(" | ")[0])).toEqual(names);
  });
});

describe("words that mean nobody", () => {
  test.each([
    "They spoke of artificial intelligence.",
    "They spoke of the National Security Strategy.",
    "They spoke of talks for two states.",
    "They spoke of state awards.",
  ])("%s", (text) => {
    expect(namesIn(castOf(text))).toEqual([]);
  });

  test("a title of honour is none of a name", () => {
    expect(namesIn(castOf("Hero of Ukraine Ihor Koval spoke."))).toEqual(["Ihor Koval"]);
  });
});

describe("some people of a country, and countries just listed", () => {
  const THREE = "Emmanuel Macron met Angela Merkel. Peru, Chile and Chad wrote.";

  // biome-ignore format: a row a line
  test.each([
    ["The 1.3 million Syrians in the kingdom need help.", "The 1.3 million Syrians", ["Syrians"]],
    ["The Syrians need help.", "The Syrians", ["Syria"]],
    [`${THREE} These countries agreed.`, "These countries", ["Peru", "Chile", "Chad"]],
    [`${THREE} The three countries agreed.`, "The three countries", ["Peru", "Chile", "Chad"]],
    ["Emmanuel Macron met Angela Merkel. These three countries agreed.", "These three countries", []],
    ["Emmanuel Macron met Angela Merkel. The two countries agreed.", "The two countries", ["France", "Germany"]],
    ["Emmanuel Macron met Angela Merkel. The leaders of the two countries agreed.", "The leaders of the two countries", ["Emmanuel Macron", "Angela Merkel"]],
    ["Emmanuel Macron met Angela Merkel. The leaders of the Western Balkans agreed.", "The leaders of the Western Balkans", ["leaders of the Western Balkans"]],
  ])("%s", (text, phrase, names) => {
    expect(meant(castOf(text), phrase).map((d) => d.split(" | ")[0])).toEqual(names);
  });
});
