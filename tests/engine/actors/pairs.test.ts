import { describe, expect, test } from "vitest";
import { castOf, meant } from "./support.js";

/** The names a phrase means on a day of 2021. */
function namesOf(text: string, phrase: string): readonly string[] {
  return meant(castOf(text), phrase)
    .map((who) => who.split(" | ")[0] ?? "")
    .sort();
}

const FIRST = "Russian President Vladimir Putin spoke with Tajik President Emomali Rahmon about water.";
const SECOND = "Later Kazakh President Kassym-Jomart Tokayev called on Turkish Foreign Minister Mevlüt Çavuşoğlu.";
const LATER = ["Kassym-Jomart Tokayev", "Mevlüt Çavuşoğlu"];
const THREE =
  "Presidents Vladimir Putin of Russia, Emomali Rahmon of Tajikistan and Kassym-Jomart Tokayev of Kazakhstan met.";
const ALL = ["Emomali Rahmon", "Kassym-Jomart Tokayev", "Vladimir Putin"];

describe("two people told of together last", () => {
  // biome-ignore format: a row a line
  test.each([
    [`${FIRST} ${SECOND} The two agreed to set up a fund.`, "The two", LATER],
    [`${FIRST} ${SECOND} The interlocutors were pleased.`, "The interlocutors", LATER],
    [`${FIRST} ${SECOND} The Turkish minister praised the host. The interlocutors were pleased.`, "The interlocutors", LATER],
    [`${FIRST} When Kazakh President Kassym-Jomart Tokayev met Mevlüt Çavuşoğlu, the two men laughed.`, "the two men", LATER],
    // whom the clause before names, though two countries were told of together last
    [`Russia and Tajikistan share a river, which both countries dam. Kassym-Jomart Tokayev met Mevlüt Çavuşoğlu in Ankara, where they signed a plan.`, "they", LATER],
    [`Russia and Tajikistan share a river, which both countries dam. Kassym-Jomart Tokayev told Mevlüt Çavuşoğlu that they signed a plan.`, "they", ["Russia", "Tajikistan"]],
    // Presidents are whoever holds that office, not the minister told of last.
    [`${FIRST} ${SECOND} Both presidents were pleased.`, "Both presidents", ["Emomali Rahmon", "Vladimir Putin"]],
    // Who only passes it on is none of them.
    [`${FIRST} Rahmon praised Russia, his spokeswoman said. The two agreed to meet again.`, "The two", ["Emomali Rahmon", "Vladimir Putin"]],
    ["The Turkish foreign minister and the Tajik president spoke. They also exchanged views on cattle.", "They", ["Emomali Rahmon", "Mevlüt Çavuşoğlu"]],
  ])("%s", (text, phrase, names) => {
    expect(namesOf(text, phrase)).toEqual(names);
  });
});

describe("somebody's counterpart is whom he was told of with last", () => {
  // biome-ignore format: a row a line
  test.each([
    [`${FIRST} ${SECOND} Tokayev thanked his guest.`, "his guest", ["Mevlüt Çavuşoğlu"]],
    [`${FIRST} ${SECOND} Çavuşoğlu promised his host a visit.`, "his host", ["Kassym-Jomart Tokayev"]],
    [`${FIRST} ${SECOND} “I came as a friend,” Çavuşoğlu said. He assured his interlocutor that all was well.`, "his interlocutor", ["Kassym-Jomart Tokayev"]],
    [`${FIRST} ${SECOND} Putin later thanked his colleague.`, "his colleague", ["Emomali Rahmon"]],
  ])("%s", (text, phrase, names) => {
    expect(namesOf(text, phrase)).toEqual(names);
  });
});

describe("persons named in a row are a group", () => {
  // biome-ignore format: a row a line
  test.each([
    [`${THREE} They agreed to build a line.`, "They", ALL],
    [`${THREE} In a joint statement the heads of state promised more.`, "the heads of state", ALL],
    [`${THREE} Putin asked his colleagues for patience.`, "his colleagues", ["Emomali Rahmon", "Kassym-Jomart Tokayev"]],
    [`${THREE} Putin praised his two colleagues.`, "his two colleagues", ["Emomali Rahmon", "Kassym-Jomart Tokayev"]],
    // Of two named apart, or of whom he is none, nobody is meant by “colleagues”.
    [`${FIRST} Mevlüt Çavuşoğlu asked his colleagues for patience.`, "his colleagues", []],
  ])("%s", (text, phrase, names) => {
    expect(namesOf(text, phrase)).toEqual(names);
  });
});

describe("whom a report is about, where several are told of", () => {
  const LEAD = "President Vladimir Putin received greetings from two leaders.";
  // biome-ignore format: a row a line
  test.each([
    [`${LEAD} Kazakh President Kassym-Jomart Tokayev wrote that he was glad. He praised Russia. Tajik President Emomali Rahmon thanked his colleague.`, "his colleague", ["Vladimir Putin"]],
  ])("%s", (text, phrase, names) => {
    expect(namesOf(text, phrase)).toEqual(names);
  });

  test("a guest is who came to the country the report is from", () => {
    const text = "Emomali Rahmon came at the invitation of Vladimir Putin, who thanked him. On Friday the guest left.";
    const guest = (home: string): readonly string[] => meant(castOf(text, { home }), "the guest");
    expect([guest("RUS")[0]?.split(" | ")[0], guest("TJK")[0]?.split(" | ")[0]]).toEqual([
      "Emomali Rahmon",
      "Vladimir Putin",
    ]);
    expect(namesOf(text, "him")).toEqual(["Emomali Rahmon"]);
  });
});

describe("who spoke before goes on speaking", () => {
  // biome-ignore format: a row a line
  test.each([
    ["A Fijian diplomat had filmed critics, Vladimir Putin said. “He has to go,” he told reporters.", "he", ["Vladimir Putin"]],
    ["Vladimir Putin thanked Emomali Rahmon. He told reporters that all was well.", "He", ["Vladimir Putin"]],
  ])("%s", (text, phrase, names) => {
    expect(namesOf(text, phrase)).toEqual(names);
  });
});

describe("those who speak for others", () => {
  const TWO =
    "Dmitry Peskov, the spokesman for Russian President Vladimir Putin, spoke. A spokesman for the Tajik government denied it.";
  // biome-ignore format: a row a line
  test.each([
    [`${TWO} The two had met, both spokesmen confirmed.`, "both spokesmen", 2],
    [`${TWO} The papers were not ready, the spokesman said.`, "the spokesman", 1],
    ["Both spokesmen were silent.", "Both spokesmen", 0],
  ])("%s", (text, phrase, count) => {
    const who = namesOf(text, phrase);
    expect(who).toHaveLength(count);
    if (count === 1) expect(who).not.toContain("Dmitry Peskov");
  });
});

describe("an adjective that a newspaper is called by too", () => {
  // biome-ignore format: a row a line
  test.each([
    ["Four East African presidents met."],
    ["They sent greetings on the occasion of the National Day."],
  ])("no newspaper: %s", (text) => {
    expect(castOf(text).actors.actors.filter((a) => a.role === "outlet")).toEqual([]);
  });

  test("is one where it acts", () => {
    const { actors } = castOf("The East African reported on Friday that prices rose.").actors;
    expect(actors.filter((a) => a.role === "outlet").map((a) => a.name)).toEqual(["The East African"]);
  });
});

describe("both sides", () => {
  // biome-ignore format: a row a line
  test.each([
    ["Vladimir Putin accused Turkey. Mevlüt Çavuşoğlu denied it. Antony Blinken, who spoke with Çavuşoğlu, called on both sides to wait.", "both sides", ["Russia", "Turkey"]],
    [`${FIRST} Putin said both sides agreed to wait.`, "both sides", ["Emomali Rahmon", "Vladimir Putin"]],
    [`${FIRST} Both sides agreed to wait.`, "Both sides", ["Emomali Rahmon", "Vladimir Putin"]],
  ])("%s", (text, phrase, names) => {
    expect(namesOf(text, phrase)).toEqual(names);
  });
});

describe("a title with an article of its own is somebody else's", () => {
  const met = "U.S. Secretary of State Antony Blinken met with Turkish Foreign Minister Mevlüt Çavuşoğlu.";
  // biome-ignore format: a row a line
  test.each([
    [`${met} The Secretary and the Foreign Minister agreed.`, "The Secretary", ["Antony Blinken"]],
    [`${met} The Secretary and the Foreign Minister agreed.`, "the Foreign Minister", ["Mevlüt Çavuşoğlu"]],
    ["Boris Johnson, the Prime Minister and First Lord of the Treasury, spoke. The Prime Minister left.", "The Prime Minister", ["Boris Johnson"]],
  ])("%s: %s", (text, phrase, names) => {
    expect(namesOf(text, phrase)).toEqual(names);
  });
});

describe("places where people are, and things that bear their names", () => {
  // biome-ignore format: a row a line
  test.each([
    ["Police held protesters in Lima on Monday.", "protesters in Lima", ["protesters | PER | CVL | –"]],
    ["They paid teachers in the city of Arequipa.", "teachers in the city of Arequipa", ["teachers | PER | EDU | –"]],
    // Diplomats may be anybody's where they are.
    ["They met diplomats in Lima on Monday.", "diplomats in Lima", ["diplomats | – | GOV | –"]],
  ])("%s", (text, phrase, who) => {
    expect(meant(castOf(text), phrase)).toEqual(who);
  });

  test.each([
    ["President Uhuru Kenyatta spoke. Traffic stopped on Kenyatta Avenue.", "Kenyatta Avenue"],
    ["President Salva Kiir spoke. Troops crossed the Kiir River.", "Kiir River"],
  ])("nobody: %s", (text, phrase) => {
    expect(namesOf(text, phrase)).toEqual([]);
    expect(namesOf(text, phrase.split(" ")[0] ?? "")).toEqual([]);
  });
});

describe("two titles", () => {
  const HARRIS = "Vice President Kamala Harris spoke with Prime Minister Keith Rowley of Trinidad and Tobago.";
  const RAU = "Secretary of State Antony Blinken met with Polish Foreign Minister Zbigniew Rau.";
  const MALO =
    "Colombian Foreign Minister Maria Angela Holguin met with Vice President and Foreign Minister Isabel de Saint Malo.";
  // biome-ignore format: a row a line
  test.each([
    [`${HARRIS} The Vice President and Prime Minister agreed.`, "The Vice President and Prime Minister", "2022-05-10", ["Kamala Harris", "Keith Rowley"]],
    [`${RAU} The Secretary and Foreign Minister agreed.`, "The Secretary and Foreign Minister", "2022-05-10", ["Antony Blinken", "Zbigniew Rau"]],
    [`${RAU} The Secretary and Foreign Minister Rau condemned Iran.`, "The Secretary and Foreign Minister Rau", "2022-05-10", ["Antony Blinken", "Zbigniew Rau"]],
    // One who was called both, before or here.
    ["The Prime Minister and Defence Minister Zorba Kalani left.", "The Prime Minister and Defence Minister Zorba Kalani", "2022-05-10", ["Zorba Kalani"]],
    [`${MALO} The Vice President and Foreign Minister was tired.`, "The Vice President and Foreign Minister", "2017-10-10", ["Isabel de Saint Malo"]],
  ])("%s", (text, phrase, day, names) => {
    expect(meant(castOf(text, { day }), phrase).map((who) => who.split(" | ")[0] ?? "")).toEqual(names);
  });
});

describe("a name behind two titles that are one person's", () => {
  test.each([
    "The Prime Minister and Defence Minister Zorba Kalani",
    "Prime Minister and Defence Minister Zorba Kalani",
  ])("%s", (phrase) => {
    const [who = ""] = meant(castOf(`${phrase} left.`, { day: "2022-05-10" }), phrase);
    expect(who.split(" | ").slice(0, 3)).toEqual(["Zorba Kalani", "–", "GOV"]);
  });
});

describe("“the two leaders” are the pair of the lead", () => {
  const LEAD = "Vice President Kamala Harris met with Philippine President Ferdinand Marcos.";
  // biome-ignore format: a row a line
  test.each([
    [`${LEAD} Harris brought greetings from President Biden to President Marcos. The two leaders agreed.`, ["Kamala Harris", "Ferdinand Marcos Jr."]],
    // Not where the pair told of last is in the lead too, or the other of the lead is told of no more.
    ["President Joe Biden met with President Ferdinand Marcos. Harris spoke with Marcos. The two leaders agreed.", ["Joe Biden", "Ferdinand Marcos Jr."]],
    [`${LEAD} It was hot. President Biden spoke with President Marcos. The two leaders agreed.`, ["Joe Biden", "Ferdinand Marcos Jr."]],
  ])("%s", (text, names) => {
    const found = meant(castOf(text, { day: "2022-11-21" }), "The two leaders");
    expect(found.map((who) => who.split(" | ")[0] ?? "").sort()).toEqual([...names].sort());
  });
});
