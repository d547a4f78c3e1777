import { describe, expect, test } from "vitest";
import { castOf, meant, mentionOf } from "./support.js";

/** The names a phrase means. */
function namesOf(text: string, phrase: string, day: string | null = "2021-10-05"): readonly string[] {
  return meant(castOf(text, { day }), phrase).map((who) => who.split(" | ")[0] ?? "");
}

const TWO = "Vladimir Putin spoke with Emomali Rahmon.";
const BOTH = ["Vladimir Putin", "Emomali Rahmon"];
const MIXED = "Vladimir Putin spoke with Angela Merkel.";

describe("a short name after the full one", () => {
  // biome-ignore format: a row a line
  test.each([
    ["South Korean President Moon Jae-in spoke. Moon said the moon was bright.", "Moon", "2017-06-01", ["Moon Jae-in"]],
    ["Italian Prime Minister Giorgia Meloni spoke of Georgia. Meloni was ready.", "Meloni", "2023-05-05", ["Giorgia Meloni"]],
    ["European Commission President Ursula von der Leyen spoke. Von der Leyen was ready.", "Von der Leyen", "2021-10-05", ["Ursula von der Leyen"]],
    ["Egyptian President Abdel Fattah al-Sisi spoke. Al-Sisi thanked Jordan.", "Al-Sisi", "2021-10-05", ["Abdel Fattah el-Sisi"]],
    ["The Russian foreign minister, Sergei Lavrov, spoke. Lavrov was ready.", "Lavrov", "2021-10-05", ["Sergey Lavrov"]],
    ["Kari Solberg, the Norwegian climate minister, spoke. Solberg was ready.", "Solberg", "2021-10-05", ["Kari Solberg"]],
  ])("%s", (text, phrase, day, names) => {
    expect(namesOf(text, phrase, day)).toEqual(names);
  });

  test("in a title is whom the text names in full", () => {
    const text =
      "Putin, Rahmon discuss borders\nRussian President Vladimir Putin spoke with Tajik President Emomali Rahmon.";
    const cast = castOf(text, { titled: true });
    expect(meant(cast, "Rahmon")).toEqual(["Emomali Rahmon | TJK | GOV | President of Tajikistan"]);
    expect(meant(cast, "Putin")).toEqual(["Vladimir Putin | RUS | GOV | President of Russia"]);
  });

  test.each([
    ["The talks may resume in May.", "May"],
    ["Prime Minister Theresa May spoke. Elections are due in May.", "May"],
    ["South Korean President Moon Jae-in spoke. The moon was bright.", "moon"],
  ])("nobody: %s", (text, phrase) => {
    expect(namesOf(text, phrase, "2018-03-12")).toEqual([]);
  });
});

describe("a title or description after the name", () => {
  // biome-ignore format: a row a line
  test.each([
    [`${TWO} The Russian leader was ready.`, "The Russian leader", ["Vladimir Putin"]],
    [`${TWO} The leader of Tajikistan was ready.`, "The leader of Tajikistan", ["Emomali Rahmon"]],
    [`${MIXED} The chancellor praised the president.`, "The chancellor", ["Angela Merkel"]],
    [`${MIXED} The chancellor praised the president.`, "the president", ["Vladimir Putin"]],
    ["King Abdullah II of Jordan spoke. Jordan is ready, the king said.", "the king", ["Abdullah II"]],
    ["Boris Johnson, the British prime minister, spoke. The premier was ready.", "The premier", ["Boris Johnson"]],
    ["Vladimir Putin's press secretary Dmitry Peskov spoke. The press secretary was ready.", "The press secretary", ["Dmitry Peskov"]],
    [`${TWO} A president was ready.`, "A president", ["president"]],
    ["U.S. Secretary of State Antony Blinken spoke. The secretary of state was ready.", "The secretary of state", ["Antony Blinken"]],
  ])("%s", (text, phrase, names) => {
    expect(namesOf(text, phrase)).toEqual(names);
  });
});

describe("a counterpart", () => {
  // biome-ignore format: a row a line
  test.each([
    ["Vladimir Putin met his Kazakh counterpart.", "his Kazakh counterpart", "2021-10-05", ["Kassym-Jomart Tokayev"]],
    ["Vladimir Putin met his Kazakh counterpart.", "his Kazakh counterpart", "2013-10-05", ["Nursultan Nazarbayev"]],
    ["Sergei Lavrov spoke with his Turkish counterpart.", "his Turkish counterpart", "2021-10-05", ["Mevlüt Çavuşoğlu"]],
    ["Sergei Lavrov spoke with his Turkish counterpart. Lavrov thanked his colleague.", "his colleague", "2021-10-05", ["Mevlüt Çavuşoğlu"]],
    [`${TWO} The Russian leader congratulated his Tajik counterpart.`, "his Tajik counterpart", "2021-10-05", ["Emomali Rahmon"]],
    [`${TWO} Putin thanked his counterpart.`, "his counterpart", "2021-10-05", ["Emomali Rahmon"]],
    ["Emmanuel Macron met his German counterpart.", "his German counterpart", "2021-10-05", ["Frank-Walter Steinmeier"]],
  ])("%s", (text, phrase, day, names) => {
    expect(namesOf(text, phrase, day)).toEqual(names);
  });
});

describe("a phrase for several", () => {
  // biome-ignore format: a row a line
  test.each([
    [`${TWO} The two leaders agreed.`, "The two leaders", BOTH],
    [`${TWO} Both presidents were pleased.`, "Both presidents", BOTH],
    [`${TWO} The heads of state agreed.`, "The heads of state", BOTH],
    [`${TWO} The interlocutors agreed.`, "The interlocutors", BOTH],
    [`${TWO} The two countries trade.`, "The two countries", ["Russia", "Tajikistan"]],
    [`${TWO} The leaders agreed. They discussed trade.`, "They", BOTH],
    ["The Russian and Tajik presidents spoke.", "The Russian and Tajik presidents", BOTH],
    ["The presidents of Russia and Tajikistan spoke.", "The presidents of Russia and Tajikistan", BOTH],
    ["The foreign ministers of Russia and Tajikistan spoke.", "The foreign ministers of Russia and Tajikistan", ["Sergey Lavrov", "Sirojiddin Muhriddin"]],
  ])("%s", (text, phrase, names) => {
    expect([...namesOf(text, phrase)].sort()).toEqual([...names].sort());
  });

  test.each([
    ["The two leaders of the choir sang.", "The two leaders"],
    ["The two sides agreed.", "The two sides"],
    ["Several presidents came.", "Several presidents"],
    ["Presidents come and go.", "Presidents"],
    ["The ministers of the two countries met.", "The ministers"],
    ["They sang.", "They"],
  ])("nobody known: %s", (text, phrase) => {
    expect(namesOf(text, phrase)).toEqual([]);
  });
});

describe("a pronoun", () => {
  // biome-ignore format: a row a line
  test.each([
    [`${MIXED} She thanked him.`, "She", ["Angela Merkel"]],
    [`${MIXED} She thanked him.`, "him", ["Vladimir Putin"]],
    ["Angela Merkel spoke with Emmanuel Macron, who said that Vladimir Putin had phoned him.", "him", ["Emmanuel Macron"]],
    ["Vladimir Putin spoke with Emmanuel Macron. Macron told him of Emomali Rahmon's plans and urged him to come.", "him#1", ["Vladimir Putin"]],
    [`${TWO} They discussed trade. He thanked him.`, "He", ["Vladimir Putin"]],
    [`${TWO} They discussed trade. He thanked him.`, "him", ["Emomali Rahmon"]],
    [`${MIXED} He thanked her.`, "He", ["Vladimir Putin"]],
    [`${MIXED} He thanked her.`, "her", ["Angela Merkel"]],
    ["Boris Johnson, the British prime minister, spoke. The premier said he was ready.", "he", ["Boris Johnson"]],
    ["Giorgia Meloni spoke. She was ready.", "She", ["Giorgia Meloni"]],
    // A translated “her” is a press service, a noun of feminine gender in the original.
    ["The Kremlin press service said in her statement that the talks went well.", "her", ["Kremlin press service"]],
    ["Alexander Lukashenko spoke. The press service of the president said her report was ready.", "her", ["press service of the president"]],
  ])("%s", (text, phrase, names) => {
    expect(namesOf(text, phrase)).toEqual(names);
  });

  test.each([
    ["He spoke in Kabul.", "He"],
    ["It rained, and she left.", "she"],
    ["Giorgia Meloni spoke. He was ready.", "He"],
    ["The U.S. told us nothing.", "us"],
    ["Vladimir Putin spoke. It was late.", "It"],
  ])("nobody: %s", (text, phrase) => {
    expect(namesOf(text, phrase)).toEqual([]);
  });
});

describe("descriptions are actors, with country and sector", () => {
  test.each([
    ["Turkish officials met them.", "Turkish officials", ["Turkish officials | TUR | GOV | –"]],
    ["The court freed dozens of Uzbek activists.", "dozens of Uzbek activists", ["Uzbek activists | UZB | CVL | –"]],
    ["Around 300 workers in Peru walked out.", "Around 300 workers in Peru", ["workers | PER | LAB | –"]],
    ["Iran expelled diplomats from Poland.", "diplomats from Poland", ["diplomats | POL | GOV | –"]],
    [
      "Russian and Ukrainian negotiators met.",
      "Russian and Ukrainian negotiators",
      ["Russia's negotiators | RUS | GOV | –", "Ukraine's negotiators | UKR | GOV | –"],
    ],
  ])("%s", (text, phrase, who) => {
    expect(meant(castOf(text), phrase)).toEqual(who);
  });

  test("two groups of one sort are two, and “the” takes up the last", () => {
    const cast = castOf("Police held 12 protesters. Another 40 protesters fled. The protesters sang.");
    const [held, fled, sang] = ["12 protesters", "Another 40 protesters", "The protesters"].map((words) =>
      mentionOf(cast, words),
    );
    expect(held?.actors).not.toEqual(fled?.actors);
    expect(sang?.actors).toEqual(fled?.actors);
  });
});

describe("phrases that may stand for somebody", () => {
  const stood = (text: string): readonly string[] => {
    const { actors, text: all } = castOf(text);
    return actors.standIns.map((s) => `${all.slice(...s.span)} = ${actors.actors[s.actor]?.name}`);
  };

  test.each([
    ["Rebels shelled Ghazni.", ["Ghazni = Afghanistan"]],
    ["They lifted the ban on Cypriot ships.", ["the ban on Cypriot ships = Cyprus", "Cypriot ships = Cyprus"]],
    ["The mayor sued Oldcastle.", ["Oldcastle = Oldcastle"]],
  ])("%s", (text, who) => {
    expect(stood(text)).toEqual(expect.arrayContaining(who));
  });

  test.each([
    "They criticised the West.",
    "They read the legislation.",
    "They left on Tuesday.",
  ])("none: %s", (text) => {
    expect(stood(text)).toEqual([]);
  });

  test("who is only stood for is not mentioned", () => {
    const { actors } = castOf("Rebels shelled Ghazni.");
    expect(actors.actors.filter((a) => a.latent).map((a) => a.name)).toEqual(["Afghanistan"]);
    expect(actors.mentions.flatMap((m) => m.actors)).not.toContain(actors.actors.find((a) => a.latent)?.index);
  });
});
