import { describe, expect, test } from "vitest";
import { castOf, meant } from "./support.js";

const who = (text: string, phrase: string): readonly string[] => meant(castOf(text, { day: "2023-03-14" }), phrase);

describe("people of a country are not their state", () => {
  test.each([
    ["Russians protested in Moscow on Saturday.", "Russians", "Russians | RUS | CVL | –"],
    ["Thousands of Georgians rallied in Tbilisi.", "Thousands of Georgians", "Georgians | GEO | CVL | –"],
    ["Young Kenyans marched in Nairobi.", "Young Kenyans", "Kenyans | KEN | CVL | –"],
    ["Iran arrested two Britons.", "two Britons", "Britons | GBR | CVL | –"],
    ["Kenyans rallied in Nairobi.", "Kenyans", "Kenyans | KEN | CVL | –"],
    ["Russians fled the country.", "Russians", "Russians | RUS | CVL | –"],
    ["Georgians protested the law.", "Georgians", "Georgians | GEO | CVL | –"],
    ["Thousands of South Koreans rallied in Seoul.", "Thousands of South Koreans", "South Koreans | KOR | CVL | –"],
    ["Hundreds of Sri Lankans rallied in Colombo.", "Hundreds of Sri Lankans", "Sri Lankans | LKA | CVL | –"],
    ["North Koreans fled the country.", "North Koreans", "North Koreans | PRK | CVL | –"],
    ["Fiji arrested two New Zealanders.", "two New Zealanders", "New Zealanders | NZL | CVL | –"],
  ])("%s", (text, phrase, actor) => expect(who(text, phrase)).toEqual([actor]));

  test.each([
    ["The Russians said they would stay.", "The Russians", "Russia | RUS | – | –"],
    ["Russians seized a village near Bakhmut.", "Russians", "Russia | RUS | – | –"],
    ["Israelis and Palestinians resumed talks.", "Israelis", "Israel | ISR | – | –"],
    ["Americans strike targets in Syria.", "Americans", "United States | USA | – | –"],
    ["South Koreans and North Koreans resumed talks.", "South Koreans", "South Korea | KOR | – | –"],
    ["Israelis gather intelligence.", "Israelis", "Israel | ISR | – | –"],
  ])("the state: %s", (text, phrase, actor) => expect(who(text, phrase)).toEqual([actor]));

  test.each([
    ["Armed Iranians marched. Most Iranians supported a deal.", 2],
    ["Two Iranians marched. Three Iranians stayed.", 2],
    ["Iranians marched. Thousands of Iranians stayed.", 1],
  ])("as many as are told of: %s", (text, groups) => {
    const { actors } = castOf(text, { day: "2023-03-14" }).actors;
    expect(actors.filter(({ kind }) => kind === "group").length).toBe(groups);
  });
});

describe("names whose parts are joined", () => {
  test.each([
    [
      "North Korean envoy Kim Yong-nok came.",
      "North Korean envoy Kim Yong-nok",
      "Kim Yong-nok | PRK | GOV | envoy of North Korea",
    ],
    [
      "South Korean official Park Jin-ho came.",
      "South Korean official Park Jin-ho",
      "Park Jin-ho | KOR | GOV | official of South Korea",
    ],
    ["Chinese official Zhou Bo came.", "Chinese official Zhou Bo", "Zhou Bo | CHN | GOV | official of China"],
  ])("%s", (text, phrase, actor) => expect(who(text, phrase)).toEqual([actor]));

  test.each([
    "The Narendra Modi-led government fell.",
    "The Donald Trump-backed candidate lost.",
    "The Trump-backed candidate lost.",
    "A Bashar Assad-linked businessman fled.",
    "Joe Biden-era sanctions ended.",
    "A Barack Obama-style deal failed.",
    "The Donald Trump-leaning voters left.",
  ])("a name that only says what something is like: %s", (text) => {
    const { actors } = castOf(text, { day: "2023-03-14" }).actors;
    expect(actors.filter(({ kind, name }) => kind === "person" || name.includes("-"))).toEqual([]);
  });

  test("who was named so is known from there on", () => {
    expect(who("The Narendra Modi-led government fell. Modi left.", "Modi")[0]).toContain("Narendra Modi |");
  });

  // Small letters that are of the name.
  test.each([
    ["Envoy Sung Nak-in came.", "Envoy Sung Nak-in", "Sung Nak-in"],
    ["Minister Suh Hoon-ho came.", "Minister Suh Hoon-ho", "Suh Hoon-ho"],
    ["Ambassador Cho Sei-young met officials.", "Ambassador Cho Sei-young", "Cho Sei-young"],
    ["Kim Min-seok came.", "Kim Min-seok", "Kim Min-seok"],
  ])("small letters of a name: %s", (text, phrase, name) => expect(who(text, phrase)[0]).toContain(`${name} |`));

  test.each([
    ["Kim Yo-jong came.", "Kim Yo-jong", "Kim Yo-jong"],
    ["Joseph R. Biden came.", "Joseph R. Biden", "Joe Biden"],
    ["Kim Jong-un came.", "Kim Jong-un", "Kim Jong-un"],
  ])("known: %s", (text, phrase, name) => expect(who(text, phrase)[0]).toContain(name));
});
