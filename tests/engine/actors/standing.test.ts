import { describe, expect, test } from "vitest";
import { castOf, meant } from "./support.js";

/** The names a phrase means. */
function namesOf(text: string, phrase: string, day: string): readonly string[] {
  return meant(castOf(text, { day }), phrase).map((who) => who.split(" | ")[0] ?? "");
}

const MACRON = "Emmanuel Macron";
const SCHOLZ = "Olaf Scholz";
const ERDOGAN = "Recep Tayyip Erdoğan";
const BERLIN = "Macron dined with Scholz in Berlin.";
const ANKARA = "Macron visited Ankara.";
const MET = "Macron saw Erdogan on Monday.";

describe("a possessive before its subject", () => {
  // biome-ignore format: a row a line
  test.each([
    [`${BERLIN} For his part, Olaf Scholz said that he was tired.`, "his", SCHOLZ],
    [`${BERLIN} For his part, Olaf Scholz said that he was tired.`, "he", SCHOLZ],
    [`${BERLIN} In his speech, Scholz said that his government was tired.`, "his government", "government"],
    [`${BERLIN} For his part, the German chancellor said he was tired.`, "he", SCHOLZ],
    ["Putin dined with Erdogan. After talks with his Turkish counterpart Mevlut Cavusoglu, Sergei Lavrov was tired.", "his", "Sergey Lavrov"],
    // Somebody else's, as its noun says, or as “his” and “her” tell.
    [`${BERLIN} At his request, Scholz said that he was tired.`, "his", MACRON],
    [`${BERLIN} At his request, Scholz said that he was tired.`, "he", SCHOLZ],
    [`${BERLIN} Answering his question, Scholz said that he was tired.`, "his", MACRON],
    ["Macron dined with Giorgia Meloni. In his view, Giorgia Meloni was tired.", "his", MACRON],
    // Whoever was told of before, where the words do not say that it is the subject's own.
    [`${ANKARA} Despite his threats, Scholz stayed.`, "his", MACRON],
    [`${ANKARA} After his departure, Scholz spoke.`, "his", MACRON],
    [`${ANKARA} Over his objections, Scholz left.`, "his", MACRON],
    [`${ANKARA} During his visit, Erdogan will press him.`, "his", MACRON],
    [`${ANKARA} On his arrival, Erdogan embraced him.`, "his", MACRON],
    ["Ankara was calm. During his visit, Scholz spoke.", "his", SCHOLZ],
    ["Giorgia Meloni dined in Rome. After his speech, Scholz left.", "his", SCHOLZ],
    [`${ANKARA} For his part, Scholz told him a story.`, "his", SCHOLZ],
    [`${ANKARA} As part of his visit, Scholz spoke.`, "his", MACRON],
    [`${ANKARA} With his speech, Scholz made friends.`, "his", SCHOLZ],
    // Not before the subject.
    [`${BERLIN} His driver was tired.`, "His", MACRON],
  ])("%s (%s)", (text, phrase, name) => {
    expect(namesOf(text, phrase, "2023-02-10")).toEqual([name]);
  });
});

describe("who “he” is not", () => {
  // biome-ignore format: a row a line
  test.each([
    [`${MET} In a conversation with Erdogan, he praised tea.`, "he", MACRON],
    [`${MET} After meeting Erdogan, he praised tea.`, "he", MACRON],
    [`${MET} In the telegram to Erdogan, he praised tea.`, "he", MACRON],
    [`${ANKARA} At the invitation of Erdogan, he stayed.`, "he", MACRON],
    ["The port stays under the protection of Erdogan, Macron said. He praised tea.", "He", MACRON],
    ["The port stays under the protection of Erdogan, Macron said. He thanked Erdogan.", "He", MACRON],
    ["In talks with Erdogan, Macron praised tea. He was tired.", "He", MACRON],
    ["In talks with Erdogan, Macron gave him tea.", "him", ERDOGAN],
    [`${MET} Macron praised tea. He thanked President Macron.`, "He", ERDOGAN],
    ["Xi Jinping hosted Vladimir Putin in Beijing. He thanked Xi.", "He", "Vladimir Putin"],
    ["Kim Jong Un received Sergei Shoigu. He thanked Kim.", "He", "Sergei Shoigu"],
    ["Abiy Ahmed received Antony Blinken. He thanked Abiy.", "He", "Antony Blinken"],
    // Whoever acts, speaks or has something before the comma may be he.
    [`${ANKARA} When Erdogan called, he praised tea.`, "he", ERDOGAN],
    [`${ANKARA} As Erdogan left, he praised tea.`, "he", ERDOGAN],
    [`${ANKARA} According to Erdogan, he praised tea.`, "he", ERDOGAN],
    [`${ANKARA} In an interview with Erdogan, he praised tea.`, "he", ERDOGAN],
    [`${ANKARA} In a speech by Erdogan, he praised tea.`, "he", ERDOGAN],
    ["In a message to Erdogan, Macron said he was tired.", "he", MACRON],
    ["Macron will visit Ankara, Erdogan said. He was tired.", "He", MACRON],
    ["Putin's spokesman Dmitry Peskov said that he was tired.", "he", "Vladimir Putin"],
  ])("%s (%s)", (text, phrase, name) => {
    expect(namesOf(text, phrase, "2023-02-10")).toEqual([name]);
  });
});

describe("“they” and “both sides” are whom a sentence is about last", () => {
  const PAIR = ["Olaf Scholz", "Emmanuel Macron"];
  const TEAM = "Marco Rubio and Steve Witkoff held a meeting with the Ukrainian delegation.";
  // biome-ignore format: a row a line
  test.each([
    ["Scholz and Macron met Ukrainian diplomats. The Ukrainian diplomats praised Germany. They were tired.", "They", ["Ukrainian diplomats"]],
    ["Scholz and Macron met in Berlin. A Ukrainian delegation arrived. They were tired.", "They", ["Ukrainian delegation"]],
    ["The Ukrainian negotiators arrived in Istanbul. They were tired.", "They", ["Ukrainian negotiators"]],
    ["The protesters said they were tired.", "they", ["protesters"]],
    ["The Ukrainian diplomats praised Germany. Macron thanked them.", "them", ["Ukrainian diplomats"]],
    [`${TEAM} Both sides were tired.`, "Both sides", ["Marco Rubio", "Steve Witkoff", "Ukrainian delegation"]],
    // The pair goes on.
    ["Scholz and Macron met. They were tired.", "They", PAIR],
    ["Scholz and Macron met. The talks were long. They were tired.", "They", PAIR],
    ["Scholz and Macron met. Officials said they were tired.", "they", PAIR],
    ["Scholz and Macron met. The Ukrainian delegation praised them.", "them", PAIR],
    ["Ukrainian officials said Scholz met Macron. They were tired.", "They", PAIR],
    ["Sergei Lavrov and Wang Yi held a meeting. Both sides were tired.", "Both sides", ["Sergey Lavrov", "Wang Yi"]],
    // Either may be meant.
    ["The police detained twelve protesters. They were tired.", "They", []],
  ])("%s (%s)", (text, phrase, names) => {
    expect(namesOf(text, phrase, text.includes("Rubio") ? "2025-11-25" : "2023-02-10")).toEqual(names);
  });
});
