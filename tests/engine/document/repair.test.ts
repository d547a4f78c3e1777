import { describe, expect, test } from "vitest";
import { BODY, mend, open } from "./support.js";

describe("broken words", () => {
  test.each([
    ["a congratulatory tele-gram to", "telegram"],
    ["the visi-tor had to leave", "visitor"],
    ["With yo-ur help", "your"],
    ["earned resp-ect there", "respect"],
    ["the Presi-dent said", "President"],
    ["TELE-GRAM FROM ABROAD", "TELEGRAM"],
    ["the gov-ern-ment said", "government"],
    ["the par-lia-ment met", "parliament"],
    ["bilateral coopera-tion", "cooperation"],
    ["an agree-ment on trade", "agreement"],
    ["a tele- gram came", "telegram"],
    ["his coun-\nterpart said", "counterpart"],
    ["the nego­tiations went on", "negotiations"],
    ["troops in Viet-nam", "Vietnam"],
    ["met in NUR-\nSULTAN again", "NUR-SULTAN"],
  ])("%s → %s", (text, word) => {
    expect(mend(text)).toContain(word);
  });

  test.each([
    "the Tajik-Afghan border", "a well-deserved rest", "to re-sign the deal", "President al-Sisi spoke", "Jean-Marie Le Pen",
    "economic co-operation", "a re-election bid", "the vice-president", "face-to-face talks", "vis-a-vis Moscow", "US-led forces",
    "the Asia-Pacific region", "pre- and post-war years", "a policy-maker", "a cease-fire", "up-to-date", "Kara-Suu", "Nur-Sultan",
    "an e-mail", "Abu-Bakr", "five-year plan", "a 10-year plan", "co-chair", "the non-aligned", "anti-terrorist", "so-called",
    "TALKS IN NUR-SULTAN BEGIN", "JALAL-ABAD, May 3", "the summit in PORT-AU-PRINCE",
  ])("%s stays", (text) => {
    expect(mend(text)).toBe(text);
  }); // biome-ignore format: a list of samples

  const PRINT = "The gov-ern-ment held talks on the bor-der agree-ment with its neigh-bour. ";

  test.each([
    ["boats sailed down-stream", "downstream"],
    ["they under-stood it", "understood"],
    ["she kept her birth-day quiet", "birthday"],
  ])("in a text the printer broke: %s → %s", (text, word) => {
    expect(mend(PRINT + text)).toContain(word);
    expect(mend(text)).toBe(text); // one hyphen alone proves nothing
  });

  test.each([
    "the Tajik-Afghan border",
    "a twenty-kilometer fence",
    "a machete-wielding man",
    "cross-border raids",
    "an ice-free port",
    "al-Shabaab men",
  ])("in a text the printer broke %s stays", (text) => {
    expect(mend(PRINT + text)).toContain(text);
  });

  test("a compound broken at the line's end keeps its hyphen", () => {
    expect(mend("the Tajik-\nAfghan border")).toBe("the Tajik-Afghan border");
  });

  test("the repair is on record with the whole word", () => {
    expect(open("a tele-gram came").repairs).toEqual([
      { kind: "broken-word", before: "tele-gram", after: "telegram", span: [2, 10], sourceSpan: [2, 11] },
    ]);
  });
});

describe("spaces and hidden characters", () => {
  test.each([
    ["the message reads , the text", "the message reads, the text"],
    ["Who came ? Nobody .", "Who came? Nobody."],
    ["two  words", "two words"],
    ["a non\u00a0breaking space", "a non breaking space"],
    ["zero\u200bwidth", "zerowidth"],
    ["  indented line\nand more", "indented line\nand more"],
    ["line one\r\n\r\nline two", "line one\n\nline two"],
    ["(TASS) : news", "(TASS): news"],
  ])("%j → %j", (text, wanted) => {
    expect(mend(text)).toBe(wanted);
  });

  test.each([
    "grew by .5 per cent",
    "he said ... nothing",
    "a ratio of 3 : 4 or so",
    "visit www.example.org .com",
    "“ quoted ”",
  ])("%j stays or loses nothing but space", (text) => {
    expect(mend(text).replace(/ /g, "")).toBe(text.replace(/ /g, ""));
  });
});

describe("encodings", () => {
  test.each([
    ["â€œWe agreeâ€\u009d, he said", "“We agree”, he said"],
    ["the ministryâ€™s note", "the ministry’s note"],
    ["AndrÃ© and MÃ¼ller", "André and Müller"],
    ["a pause â€“ and more", "a pause – and more"],
    ["Ã¢â‚¬Å“twiceÃ¢â‚¬\u009d", "“twice”"],
    ["вЂњWe agreeвЂќ", "“We agree”"],
    ["\u0093We agree\u0094", "“We agree”"],
    ["Marks &amp; Spencer &quot;said&quot;", 'Marks & Spencer "said"'],
    ["AT&amp;amp;T &#8220;said&#8221; &#x2014;", "AT&T “said” —"],
    ["ÐŸÑ€ÐµÐ·Ð¸Ð´ÐµÐ½Ñ‚", "Президент"],
  ])("%s → %s", (text, wanted) => {
    expect(mend(text)).toBe(wanted);
  });

  test.each([
    "São Tomé and “Príncipe”",
    "CLICHÉ— he said",
    "R&D; and more",
    "a & b",
    "âge d’or",
    "Äänekoski",
    "&unknown; stays",
  ])("%s stays", (text) => {
    expect(mend(text)).toBe(text);
  });
});

describe("hard-wrapped lines", () => {
  const wrapped = [
    "The president of the republic met on Monday with the",
    "foreign minister of the neighbouring country, who had",
    "come to the capital for two days of talks on the water",
    "supply of the region.",
    "",
    "The talks will go on in spring, the minister said after",
    "the meeting in the presidential palace on the river.",
  ].join("\n");

  test("lines of a paragraph are joined, paragraphs stay apart", () => {
    const { text, paragraphs } = open(wrapped);
    expect(text.split("\n")).toHaveLength(3);
    expect(paragraphs).toHaveLength(2);
    expect(text).toContain("met on Monday with the foreign minister");
  });

  test("without repair the paragraphs are the same", () => {
    const { paragraphs } = open(wrapped);
    expect(paragraphs).toHaveLength(2);
  });

  test.each([
    [
      "paragraphs on single lines",
      "The first paragraph is one sentence.\nThe second one follows it here.\nThe third ends the text.",
    ],
    ["a list", "The parties agreed:\n- to open the border;\n- to build a bridge;\n- to meet again."],
    ["verse", "Short line\nAnother line\nLast line"],
  ])("%s stays", (_, text) => {
    expect(mend(text)).toBe(text);
  });
});

test("clean text is untouched", () => {
  const clean = `Ministers agree on water\n\nASTANA (Kazinform) – ${BODY}\n\n“We shall meet again,” the minister said — in Tashkent’s old town.`;
  expect(open(clean).repairs).toEqual([]);
});

test.each([
  ["hyphens", "a-".repeat(50_000)],
  ["letters", "a".repeat(100_000)],
  ["spaces", " ".repeat(100_000)],
  ["lines", "x\n".repeat(30_000)],
  ["brackets", "(".repeat(50_000)],
  ["entities", "&amp;".repeat(20_000)],
  ["mojibake", "â€".repeat(30_000)],
  ["hyphen and spaces", `${"ab-"}${" ".repeat(50_000)}\ncd`],
  ["share bar", "share ".repeat(20_000)],
])("hostile text is read to the end: %s", (_, text) => {
  expect(open(text).received).toBe(text);
});

test("hundreds of thousands of lines are lines like others", () => {
  const text = "PUTIN MACRON\n".repeat(300_000);
  expect(open({ text, language: "en" }).text.length).toBeGreaterThan(3_000_000);
});
