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

describe("the family name alone of whoever leads no state", () => {
  // biome-ignore format: a row a line
  test.each([
    ["Iran warned Trump.", "2024-11-20", ["Donald Trump | USA | ELI"]], // between election and oath
    ["Iran warned Merkel.", "2022-03-05", ["Angela Merkel | DEU | ELI"]], // left three months before
    ["Iran warned Merkel.", "2024-03-05", []],
    ["Iran warned Trump.", "2023-11-20", []],
    ["Iran warned Trump.", "2025-03-05", ["Donald Trump | USA | GOV"]],
  ])("%s on %s", (text, day, who) => {
    expect(whoIs(text, text.split(" ").at(-1)?.slice(0, -1) ?? "", day)).toEqual(who);
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

describe("a thing that bears a family name", () => {
  // biome-ignore format: a row a line
  test.each([
    ["Guests of the Trump Hotel left.", "Trump"],
    ["The Johnson County sheriff left.", "Johnson"],
    ["“Jesus loves the poor,” he said.", "Jesus"],
  ])("is nobody: %s", (text, phrase) => {
    expect(whoIs(text, phrase, "2020-06-05")).toEqual([]);
  });

  test.each([
    ["Trump left the hotel.", "Trump", "Donald Trump | USA | GOV"],
    ["Johnson left Clark County.", "Johnson", "Boris Johnson | GBR | GOV"],
  ])("but whoever acts: %s", (text, phrase, who) => {
    expect(whoIs(text, phrase, "2020-06-05")).toEqual([who]);
  });

  test("an office is its own officer's, not whoever was named last", () => {
    const text = "Angela Merkel spoke. The county coroner's office closed. Merkel's office did not.";
    expect(whoIs(text, "The county coroner's office", "2020-06-05")).toEqual([]);
    expect(whoIs(text, "Merkel's office", "2020-06-05")).toEqual(["Angela Merkel's office | DEU | GOV"]);
  });
});

describe("the same title with the given name alone", () => {
  test.each([
    ["UAE President Sheikh Mohammed bin Zayed Al Nahyan left. Sheikh Mohammed spoke.", "Sheikh Mohammed"],
    ["UAE President Sheikh Mohamed bin Zayed Al Nahyan left. Sheikh Mohamed spoke.", "Sheikh Mohamed"],
  ])("%s", (text, phrase) => {
    expect(whoIs(text, phrase, "2022-06-02")).toEqual(["Mohamed bin Zayed Al Nahyan | ARE | GOV"]);
  });
});

describe("a family name that a place has too, behind a title", () => {
  const PANAMA = "Panamanian Foreign Minister Isabel de Saint Malo left.";
  test.each([
    [
      `${PANAMA} Foreign Minister Saint Malo spoke.`,
      "Foreign Minister Saint Malo",
      ["Isabel de Saint Malo | PAN | GOV"],
    ],
    [`${PANAMA} The minister went to Saint Malo.`, "Saint Malo", []],
    ["Prime Minister Cape Town left.", "Prime Minister Cape Town", []],
  ])("%s", (text, phrase, who) => {
    expect(whoIs(text, phrase, "2017-10-10")).toEqual(who);
  });
});

describe("the given name alone, of another country", () => {
  // biome-ignore format: a row a line
  test.each([
    ["UAE President Sheikh Mohammed bin Zayed Al Nahyan left. Qatar's Sheikh Mohammed spoke.", "Qatar's Sheikh Mohammed", "Mohammed | QAT | –"],
    ["President Daniel Ortega left. Kenyan President Daniel spoke.", "Kenyan President Daniel", "Daniel | KEN | GOV"],
    ["UAE President Sheikh Mohammed bin Zayed Al Nahyan left. The UAE's Sheikh Mohammed spoke.", "The UAE's Sheikh Mohammed", "Mohamed bin Zayed Al Nahyan | ARE | GOV"],
  ])("%s", (text, phrase, who) => {
    expect(whoIs(text, phrase, "2022-06-02")).toEqual([who]);
  });
});

describe("who leads what is no state", () => {
  // biome-ignore format: a row a line
  test.each([
    ["The president of Catalonia left.", "The president of Catalonia", "president of Catalonia | ESP | GOV"],
    ["The premier of Saxony left.", "The premier of Saxony", "premier of Saxony | DEU | GOV"],
    ["The president of Harvard left.", "The president of Harvard", "president of Harvard | – | –"],
    ["The president of Barcelona left.", "The president of Barcelona", "president of Barcelona | – | –"],
    ["The president of Toyota left.", "The president of Toyota", "president of Toyota | JPN | BUS"],
    ["The prime minister of Kurdistan left.", "The prime minister of Kurdistan", "prime minister of Kurdistan | IRQ | GOV"],
    ["The president of Finland left.", "The president of Finland", "Sauli Niinistö | FIN | GOV"],
    ["The President of the Republic left.", "The President of the Republic", "Vladimir Putin | RUS | GOV"],
    ["The Head of State left.", "The Head of State", "Vladimir Putin | RUS | GOV"],
  ])("%s", (after, phrase, who) => {
    expect(whoIs(`Angela Merkel met Vladimir Putin. ${after}`, phrase, "2017-10-02")).toEqual([who]);
  });
});

describe("a rank before a title", () => {
  // biome-ignore format: a row a line
  test.each([
    ["Deputy Attorney General Ada Holm left.", "Deputy Attorney General Ada Holm", "Ada Holm | – | GOV+JUD"],
    ["Uganda's incumbent president, Yoweri Museveni, left.", "Uganda's incumbent president", "Yoweri Museveni | UGA | GOV"],
    ["The incumbent left.", "The incumbent", undefined],
    ["Deputy Ada Holm left.", "Deputy Ada Holm", "Ada Holm | – | LEG"],
  ])("%s", (text, phrase, who) => {
    expect(whoIs(text, phrase, "2017-10-02")).toEqual(who === undefined ? [] : [who]);
  });
});

describe("representatives", () => {
  // biome-ignore format: a row a line
  test.each([
    ["Representative Ada Holm left.", "Representative Ada Holm", "Ada Holm | – | LEG"],
    ["Palestinian representative Ada Holm left.", "Palestinian representative Ada Holm", "Ada Holm | PSE | GOV"],
    ["Ukrainian representatives left.", "Ukrainian representatives", "Ukrainian representatives | UKR | GOV"],
    ["Taliban representatives left.", "Taliban representatives", "Taliban representatives | AFG | REB"],
    ["Media representatives left.", "Media representatives", "Media representatives | – | JRN"],
    ["Business representatives left.", "Business representatives", "Business representatives | – | BUS"],
  ])("%s", (text, phrase, who) => {
    expect(whoIs(text, phrase, "2017-10-02")).toEqual([who]);
  });
});

describe("the family name first", () => {
  // biome-ignore format: a row a line
  test.each([
    ["Akiba Takeo left.", "Akiba Takeo", ["Takeo Akiba | JPN | GOV"]],
    ["Szijjarto Peter left.", "Szijjarto Peter", ["Péter Szijjártó | HUN | GOV"]],
    ["Macron Emmanuel left.", "Macron Emmanuel", []],
  ])("%s", (text, phrase, who) => {
    expect(whoIs(text, phrase, "2022-06-02")).toEqual(who);
  });
});

describe("a city in the name of what was agreed there", () => {
  const codes = (text: string): readonly (string | null)[] =>
    castOf(text, { day: "2017-10-02" }).actors.actors.map(({ code }) => code);

  test.each([
    "Kenya accepted the Algiers agreement.",
    "Kenya left the 2015 Paris climate accord.",
    "Kenya called it a breach of the Copenhagen document.",
    "Kenya rejected the Minsk Agreements.",
  ])("is no party: %s", (text) => {
    expect(codes(text)).toEqual(["KEN"]);
  });

  test.each([
    ["Kenya rejected the Berlin proposal.", "DEU"],
    ["Kenya accepted the Paris government's plan.", "FRA"],
    ["Kenya rejected the agreement with Paris.", "FRA"],
  ])("is one: %s", (text, code) => {
    expect(codes(text)).toContain(code);
  });
});

describe("negotiators, envoys and spokespersons", () => {
  test.each([
    ["Kim Yong-chol left.", "Kim Yong-chol", "Kim Yong-chol | PRK | GOV"],
    ["Wang Shouwen left.", "Wang Shouwen", "Wang Shouwen | CHN | GOV"],
    ["Dag Nylander left.", "Dag Nylander", "Dag Nylander | NOR | GOV"],
  ])("%s", (text, phrase, who) => {
    expect(whoIs(text, phrase, "2018-06-02")).toEqual([who]);
  });
});
