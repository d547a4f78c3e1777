import { describe, expect, test } from "vitest";
import { castOf, meant } from "./support.js";

/** “name | code | sector” of everybody a phrase means. */
function whoIs(text: string, phrase: string, day: string | null, home: string | null = null): readonly string[] {
  return meant(castOf(text, { day, home }), phrase).map((who) => who.split(" | ").slice(0, 3).join(" | "));
}

describe("a country and somebody who is its", () => {
  // biome-ignore format: a row a line
  test.each([
    ["Spain's Pedro Sanchez left Rome.", "Spain's Pedro Sanchez", "Pedro Sánchez | ESP | GOV"],
    ["Leaders heard from Canada's Justin Trudeau and Japan's Shinzo Abe.", "Japan's Shinzo Abe", "Shinzo Abe | JPN | GOV"],
    ["Israel's Netanyahu left Rome.", "Israel's Netanyahu", "Benjamin Netanyahu | ISR | GOV"],
    ["Norway's Kari Solberg left Rome.", "Norway's Kari Solberg", "Kari Solberg | NOR | –"],
    ["Egypt's President Abdel Fattah al-Sisi left Rome.", "Egypt's President Abdel Fattah al-Sisi", "Abdel Fattah el-Sisi | EGY | GOV"],
  ])("is one person: %s", (text, phrase, who) => {
    expect(whoIs(text, phrase, "2019-06-05")).toEqual([who]);
  });

  // biome-ignore format: a row a line
  test.each([
    ["Poland's Donald Trump fans cheered.", "Donald Trump", "Donald Trump | USA | GOV"],
    ["Spain's Repsol left Libya.", "Spain", "Spain | ESP | –"],
    ["Brazil's help was welcome.", "Brazil", "Brazil | BRA | –"],
    ["Emmanuel Macron's envoy Pierre Dubois left Rome.", "Emmanuel Macron", "Emmanuel Macron | FRA | GOV"],
  ])("is not: %s", (text, phrase, who) => {
    expect(whoIs(text, phrase, "2019-06-05")).toEqual([who]);
  });
});

describe("a title of ministers in general", () => {
  // biome-ignore format: a row a line
  test.each([
    ["Secretary Pompeo left Kabul.", "Secretary Pompeo", "2019-06-05", "Mike Pompeo | USA | GOV"],
    ["Secretary Mnuchin left Kabul.", "Secretary Mnuchin", "2019-06-05", "Steven Mnuchin | USA | GOV"],
    ["Minister Lavrov left Kabul.", "Minister Lavrov", "2019-06-05", "Sergey Lavrov | RUS | GOV"],
    // Nobody in office on the day bears the name, or the title is another's.
    ["Secretary Kerry left Kabul.", "Secretary Kerry", "2019-06-05", "Kerry | – | GOV"],
    ["Secretary Lavrov left Kabul.", "Secretary Lavrov", "2019-06-05", "Lavrov | – | GOV"],
    ["Secretary Tarrant left Kabul.", "Secretary Tarrant", "2019-06-05", "Tarrant | – | GOV"],
  ])("%s", (text, phrase, day, who) => {
    expect(whoIs(text, phrase, day)).toEqual([who]);
  });
});

describe("an office that was left", () => {
  // biome-ignore format: a row a line
  test.each([
    ["Former President Clinton left Haiti.", "Former President Clinton", "2017-06-05", "Bill Clinton | USA | ELI"],
    ["Former President Bush left Haiti.", "Former President Bush", "2006-06-05", "George H. W. Bush | USA | ELI"],
    ["Former President Bush left Haiti.", "Former President Bush", "2017-06-05", "Bush | USA | ELI"],
    ["Former President Clinton left Haiti.", "Former President Clinton", null, "Bill Clinton | USA | ELI"],
  ])("%s %#", (text, phrase, day, who) => {
    expect(whoIs(text, phrase, day, "HTI")).toEqual([who]);
  });
});

describe("an office said, when no day is known", () => {
  // biome-ignore format: a row a line
  test.each([
    ["U.S. President Clinton left Cairo.", "U.S. President Clinton", "Bill Clinton | USA | GOV"],
    ["President Clinton left Cairo.", "President Clinton", "Bill Clinton | USA | GOV"],
    ["President Bush left Cairo.", "President Bush", "Bush | USA | GOV"],
    ["Presidents Joseph Kabila of Congo and Paul Kagame of Rwanda left.", "Paul Kagame of Rwanda", "Paul Kagame | RWA | GOV"],
    ["Prime Minister Okoro left Cairo.", "Prime Minister Okoro", "Okoro | EGY | GOV"],
  ])("%s", (text, phrase, who) => {
    expect(whoIs(text, phrase, null, "EGY")).toEqual([who]);
  });

  test.each([
    ["President Bush left Cairo.", "1990-06-05", "George H. W. Bush | USA | GOV"],
    ["President Bush left Cairo.", "2003-06-05", "George W. Bush | USA | GOV"],
  ])("a day tells which: %s %s", (text, day, who) => {
    expect(whoIs(text, "President Bush", day, "EGY")).toEqual([who]);
  });

  test("a plural title is each one's behind it", () => {
    const text = "Presidents Joseph Kabila of Congo and Paul Kagame of Rwanda left. Presidents of Chad spoke.";
    expect(whoIs(text, "Presidents", null)).toHaveLength(2);
  });
});
