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
