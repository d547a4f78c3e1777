import { describe, expect, test } from "vitest";
import type { Article } from "../../src/engine/document/types.js";
import { readArticle } from "../../src/engine/read.js";
import { knowledge } from "../data/knowledge.js";

/** “channel status day: names” of every contact. */
function contactsOf(article: Article): readonly string[] {
  const record = readArticle({ published: "2022-03-10", ...article }, knowledge);
  const name = (id: string): string => record.actors.find((a) => a.id === id)?.name ?? "?";
  return record.contacts.map(
    (k) => `${k.channel} ${k.status} ${k.date?.value ?? "–"}: ${k.participants.map(name).sort().join(", ")}`,
  );
}

const CALL = "I spoke by phone with President Emmanuel Macron today.";
const WITH_MACRON = (name: string): readonly string[] => [
  `phone held 2022-03-10: ${["Emmanuel Macron", name].sort().join(", ")}`,
];

describe("a text in its publisher's own words", () => {
  // biome-ignore format: a row a line
  test.each<[string, Article, string]>([
    ["a statement", { text: `Statement by Prime Minister Kaja Kallas\n\n${CALL}` }, "Kaja Kallas"],
    ["a title given apart", { title: "Remarks by Prime Minister Kaja Kallas on Ukraine", text: CALL }, "Kaja Kallas"],
    ["a post", { text: `Tweet by Kaja Kallas\n\n${CALL} We agreed to act.` }, "Kaja Kallas"],
    ["a handle", { text: `Kaja Kallas (@kk)\n\nJust spoke by phone with President Emmanuel Macron today.` }, "Kaja Kallas"],
    ["a site", { text: `Kaja Kallas on Facebook:\n\nGood phone call with President Emmanuel Macron today.` }, "Kaja Kallas"],
    ["an owner", { text: `Prime Minister Boris Johnson's statement on the war\n\n${CALL} Britain stands ready.` }, "Boris Johnson"],
    ["an office without a name", { text: `Address by the President of Finland\n\n${CALL}` }, "Sauli Niinistö"],
    ["a byline", { text: `By Boris Johnson\n\n${CALL} We agreed to act.` }, "Boris Johnson"],
    ["an outlet", { text: CALL, outlet: "Press service of the President of Ukraine" }, "Volodymyr Zelenskyy"],
    ["another outlet", { text: CALL, outlet: "Office of the Prime Minister of India" }, "Narendra Modi"],
    ["a seat", { text: CALL, outlet: "Downing Street" }, "Boris Johnson"],
    ["a minister no table has", { text: `Statement by Norwegian Climate Minister Kari Solberg\n\n${CALL}` }, "Kari Solberg"],
    ["“we”", { text: `Statement by Prime Minister Kaja Kallas\n\nWe spoke by phone with President Emmanuel Macron today.` }, "Kaja Kallas"],
  ])("%s", (_, article, name) => expect(contactsOf(article)).toEqual(WITH_MACRON(name)));

  // biome-ignore format: a row a line
  test.each<[string, Article]>([
    ["a reporter's column", { text: `By Ana Ruiz\n\n${CALL} He was tired.`, outlet: "The Harbour Times" }],
    ["a newspaper's text", { text: CALL, outlet: "The Harbour Times" }],
    ["an agency's", { text: `PARIS (AFP): ${CALL}` }],
    ["a ministry's statement", { text: `Statement by the Foreign Ministry\n\n${CALL}` }],
    ["a company's statement", { text: `Statement by Blue Rivers Ltd\n\n${CALL}` }],
    ["a joint statement", { text: `Joint statement by Prime Minister Boris Johnson and Prime Minister Kaja Kallas\n\n${CALL}` }],
    ["two who speak", { text: `Remarks by Prime Minister Boris Johnson and Prime Minister Kaja Kallas\n\n${CALL}` }],
    ["a transcript", { text: `THE PRESIDENT: ${CALL}\n\nQ: And then?\n\nTHE PRESIDENT: Nothing.`, outlet: "The White House" }],
    ["words in quotation marks", { text: `Statement by Prime Minister Kaja Kallas\n\n“${CALL}”` }],
    ["nobody's words", { text: CALL }],
  ])("no contact in %s", (_, article) => expect(contactsOf(article)).toEqual([]));

  test("“I” is the speaker's mention, not the quoted one's", () => {
    const text = `Statement by Prime Minister Kaja Kallas\n\nI am ready. “I am not,” said President Emmanuel Macron.`;
    const { actors } = readArticle({ text, published: "2022-03-10" }, knowledge);
    const mentions = (name: string): readonly string[] =>
      actors.find((a) => a.name === name)?.mentions.map((m) => `${m.text}@${m.span[0]}`) ?? [];
    expect(mentions("Kaja Kallas")).toEqual(["Prime Minister Kaja Kallas@13", "I@41"]);
    expect(mentions("Emmanuel Macron")).not.toContain("I@41");
  });
});

describe("pronouns in quoted words", () => {
  /** Who each pronoun of the text means, “–” for nobody. */
  function pronounsOf(text: string): readonly string[] {
    const { actors } = readArticle({ text, published: "2022-03-10" }, knowledge);
    return [...text.matchAll(/\b(?:I|my|you|your)\b/g)].map((m) => {
      const who = actors.find((a) => a.mentions.some((x) => x.span[0] === m.index && x.kind === "pronoun"));
      return `${m[0]}=${who?.name ?? "–"}`;
    });
  }

  // biome-ignore format: a row a line
  test.each<[string, readonly string[]]>([
    ["“I am ready,” President Emmanuel Macron said.", ["I=Emmanuel Macron"]],
    ["President Emmanuel Macron said that he was “ready to give my word”.", ["my=Emmanuel Macron"]],
    ["“I thank you for the grain,” President Volodymyr Zelensky wrote to Prime Minister Justin Trudeau.", ["I=Volodymyr Zelenskyy", "you=Justin Trudeau"]],
    ["“I am ready,” the Polish foreign ministry said.", ["I=–"]],
    ["“I am ready.” Nobody knows who wrote it.", ["I=–"]],
    ["President Emmanuel Macron said that talks were near, and I doubt it.", ["I=–"]],
  ])("%s", (text, expected) => expect(pronounsOf(text)).toEqual(expected));
});

test("an outlet the article names is one actor with it", () => {
  const { actors } = readArticle(
    { text: "“We are ready,” a minister told Anadolu on Thursday.", outlet: "Anadolu", published: "2022-03-10" },
    knowledge,
  );
  expect(actors.filter((a) => /Anadolu/.test(a.name)).map((a) => a.name)).toEqual(["Anadolu Agency"]);
});
