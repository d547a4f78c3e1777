import { describe, expect, test } from "vitest";
import type { Article, SourceDocument } from "../../../src/engine/document/types.js";
import { BODY, lexicon, open } from "./support.js";

function at(document: SourceDocument, span: readonly [number, number] | null | undefined): string | null {
  return span === null || span === undefined ? null : document.text.slice(span[0], span[1]);
}

describe("datelines", () => {
  test.each([
    ["MOSCOW (TASS): ", "Moscow", "RUS", "TASS", null],
    ["WASHINGTON, Oct 5 (Reuters) - ", "Washington", "USA", "Reuters", "--10-05"],
    ["KYIV — ", "Kyiv", "UKR", null, null],
    ["BEIJING, May 3 /Xinhua/ -- ", "Beijing", "CHN", "Xinhua", "--05-03"],
    ["BEIJING, May 3 (Xinhua) -- ", "Beijing", "CHN", "Xinhua", "--05-03"],
    ["ASTANA. October 5. KAZINFORM – ", "Astana", "KAZ", "Kazinform", "--10-05"],
    ["(ANSA) - ROME, MAY 6 - ", "Rome", "ITA", "ANSA", "--05-06"],
    ["TASHKENT, Uzbekistan (AP) — ", "Tashkent", "UZB", "AP", null],
    ["Dushanbe, 5 October 2021 (Khovar) - ", "Dushanbe", "TJK", "Khovar", "2021-10-05"],
    ["MOSCOW, October 5. /TASS/. ", "Moscow", "RUS", "TASS", "--10-05"],
    ["BAKU, Azerbaijan, October 5. Trend: ", "Baku", "AZE", "Trend", "--10-05"],
    ["ANKARA, Oct. 5 (Anadolu Agency) – ", "Ankara", "TUR", "Anadolu Agency", "--10-05"],
    ["GENEVA, Switzerland (AFP) – ", "Geneva", "CHE", "AFP", null],
    ["LONDON/PARIS (Reuters) - ", "London", "GBR", "Reuters", null],
    ["ST. PETERSBURG, October 5. /TASS/. ", null, "RUS", "TASS", "--10-05"],
    ["NASHUA, N.H. — ", "Nashua", "USA", null, null],
    ["Moscow – ", "Moscow", "RUS", null, null],
    ["KYIV, Oct 5 – Ukrinform – ", "Kyiv", "UKR", "Ukrinform", "--10-05"],
    ["ISLAMABAD: ", "Islamabad", "PAK", null, null],
    ["NEW YORK _ ", "New York", "USA", null, null],
    ["Asunción, March 3 (EFE).- ", "Asunción", "PRY", "EFE", "--03-03"],
    ["Hanoi (VNA) – ", "Hanoi", "VNM", "VNA", null],
  ])("%s", (line, place, country, agency, day) => {
    const document = open(`Ministers agree on water\n\n${line}${BODY}`);
    expect(document.dateline?.country).toBe(country);
    if (place !== null) expect(document.dateline?.place).toBe(place);
    expect(at(document, document.dateline?.span)?.toLowerCase().replace(".", "")).toBe(
      document.dateline?.place.toLowerCase().replace(".", ""),
    );
    expect(document.agency?.name ?? null).toBe(agency);
    expect(document.printedDay?.value ?? null).toBe(day);
    expect(document.frame.map((span) => at(document, span))).toEqual([line.trim()]);
    expect(document.paragraphs.map((span) => at(document, span))).toEqual(["Ministers agree on water", BODY]);
  });

  test.each([
    "NATO — the alliance of thirty — has not answered the letter of the ministry yet.",
    "RUSSIA — The country has not answered the letter of the ministry yet, it was said.",
    "Moscow — the capital of Russia — was the place of the first meeting of ministers.",
    "BREAKING: Presidents have spoken by telephone, the ministry of the republic says.",
    "UPDATE — Presidents have spoken by telephone, the ministry of the republic says.",
    "The president (pictured) — who was in Moscow — has spoken to the press on Monday.",
    "Moscow (the Russian capital) was the place of the first meeting of the ministers.",
    "President Emomali Rahmon: The two sides have agreed to meet again before the year ends.",
    "Turkey, May 3 and 4 were the days on which the ministers met and talked at length.",
    "U.S. — Russian relations were discussed at length by the two ministers on Monday.",
  ])("no dateline: %s", (text) => {
    const { dateline, agency } = open(`Ministers agree on water\n\n${text}\n\n${BODY}`);
    expect([dateline, agency]).toEqual([null, null]);
  });

  test("a dateline in a paragraph of its own", () => {
    const document = open(`HAVANA (AP) --\n\n${BODY}`);
    expect(document.dateline).toEqual({ place: "Havana", country: "CUB", span: [0, 6] });
    expect(document.paragraphs.map((span) => at(document, span))).toEqual([BODY]);
  });

  test("a place in two countries is told by what stands after it", () => {
    expect(open(`TRIPOLI, Lebanon (AP) — ${BODY}`).dateline?.country).toBe("LBN");
    expect(open(`TRIPOLI, Libya (AP) — ${BODY}`).dateline?.country).toBe("LBY");
  });
});

describe("title", () => {
  test.each([
    [`Putin, Rahmon discuss border\n\n${BODY}`, "Putin, Rahmon discuss border"],
    [`What will the ministers say?\n\n${BODY}`, "What will the ministers say?"],
    [`Ministers to meet in U.S. and Canada\nMOSCOW (TASS): ${BODY}`, "Ministers to meet in U.S. and Canada"],
    [`Ministers Agree On Water Supply.\n\n${BODY}`, "Ministers Agree On Water Supply."],
    [
      `October 5, 2021\n\nPresident’s call with the Prime Minister\n\n${BODY}`,
      "President’s call with the Prime Minister",
    ],
    [
      `Office of the Spokesperson\n\nSecretary’s call with the minister\n\n${BODY}`,
      "Secretary’s call with the minister",
    ],
  ])("%j", (text, title) => {
    const document = open(text);
    expect(at(document, document.title)).toBe(title);
    expect(document.paragraphs[0]).toEqual(document.title);
  });

  test.each([
    `${BODY}\n\n${BODY}`,
    `The president met the minister in Moscow.\n\n${BODY}`,
    `MOSCOW (TASS): ${BODY}\n\n${BODY}`,
    "A single line",
    `“We agree,” he said,\n\n${BODY}`,
    `The parties agreed:\n\n${BODY}`,
    `Vladimir Putin met with President of Tajikistan Emomali Rahmon at the Marble Hall.\n\n${BODY}`,
  ])("no title: %j", (text) => {
    expect(open(text).title).toBeNull();
  });

  test("a title given apart is the first paragraph, and its repetition is frame", () => {
    const document = open({ title: "Ministers agree", text: `Ministers agree\n\n${BODY}` });
    expect(document.received).toBe(`Ministers agree\n\nMinisters agree\n\n${BODY}`);
    expect(at(document, document.title)).toBe("Ministers agree");
    expect(document.frame.map((span) => at(document, span))).toEqual(["Ministers agree"]);
  });
});

describe("header and credit lines", () => {
  test.each<[string, Partial<Record<"byline" | "agency" | "day" | "place", string>>]>([
    ["By John Smith", { byline: "John Smith" }],
    ["By JANE DOE, Associated Press", { byline: "JANE DOE, Associated Press", agency: "AP" }],
    ["Jane Doe, The Associated Press", { byline: "Jane Doe", agency: "AP" }],
    ["October 5, 2021", { day: "2021-10-05" }],
    ["Published: 5 October 2021, 14:30 (GMT+5)", { day: "2021-10-05" }],
    ["Tuesday, October 5, 2021 at 2:30 p.m. EDT", { day: "2021-10-05" }],
    ["05.10.2021 14:30", { day: "2021-10-05" }],
    ["2021-10-05", { day: "2021-10-05" }],
    ["Moscow, October 5, 2021", { day: "2021-10-05", place: "Moscow" }],
    ["Source: TASS", { agency: "TASS" }],
    ["FOR IMMEDIATE RELEASE", {}],
    ["Office of the Spokesperson", {}],
    ["Ministry of Foreign Affairs of the Republic of Tajikistan", {}],
    ["The Kremlin, Moscow", { place: "Moscow" }],
    ["Ottawa, Ontario", { place: "Ottawa" }],
  ])("“%s” is frame", (line, wanted) => {
    const document = open(`Ministers agree on water\n\n${line}\n\n${BODY}`);
    expect(document.frame.map((span) => at(document, span))).toEqual([line]);
    expect(document.byline).toBe(wanted.byline ?? null);
    expect(document.agency?.name).toBe(wanted.agency);
    expect(document.printedDay?.value).toBe(wanted.day);
    expect(document.dateline?.place).toBe(wanted.place);
  });

  test.each([
    "The following is attributable to Spokesperson Ned Price:",
    "By Tuesday the ministers had agreed on all questions.",
    "October 5, 2021 was the day of the first call.",
    "Ministry of Foreign Affairs denies reports on the border",
    "Office of the president says talks will go on",
    "On October 5, the ministers of the two countries met in Geneva.",
  ])("“%s” is text", (line) => {
    const document = open(`Ministers agree on water\n\n${line}\n\n${BODY}`);
    expect(document.paragraphs.map((span) => at(document, span))).toContain(line);
  });

  test.each([
    ["(Reporting by Jane Doe; editing by John Smith)", undefined],
    ["Reporting by Jane Doe; Editing by John Smith", undefined],
    ["(Reuters)", "Reuters"],
    ["Source: TASS", "TASS"],
    ["/TASS/", "TASS"],
    ["With inputs from agencies", undefined],
  ])("credit at the end: %s", (line, agency) => {
    const document = open(`${BODY}\n\n${BODY}\n\n${line}`);
    expect(document.agency?.name).toBe(agency);
    expect(document.paragraphs).toHaveLength(2);
    expect(document.frame.map((span) => at(document, span))).toEqual([line]);
  });

  test("an agency’s name after the last sentence is cut off it", () => {
    const document = open(`${BODY}\n\n${BODY} (Reuters)`);
    expect(document.agency?.name).toBe("Reuters");
    expect(document.paragraphs.map((span) => at(document, span))).toEqual([BODY, BODY]);
  });

  test("an abbreviation at the end is not", () => {
    const text = "The ministers met at the Organization for Security and Co-operation in Europe (OSCE)";
    expect(open(`${BODY}\n\n${text}`).frame).toEqual([]);
  });
});

test("paragraphs and frame lie apart, in order, within the text", () => {
  const article: Article = { text: `Ministers agree\n\nBy John Smith\n\nMOSCOW (TASS): ${BODY}\n\n${BODY} (TASS)` };
  const { paragraphs, frame, text } = open(article);
  const all = [...paragraphs, ...frame].sort((a, b) => a[0] - b[0]);
  all.forEach((span, i) => {
    expect(span[0]).toBeGreaterThanOrEqual(all[i - 1]?.[1] ?? 0);
    expect(text.slice(span[0], span[1])).toBe(text.slice(span[0], span[1]).trim());
  });
  expect(lexicon.languages.length).toBeGreaterThan(40);
});
