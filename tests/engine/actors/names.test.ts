import { describe, expect, test } from "vitest";
import { castOf, meant, namesIn } from "./support.js";

const who = (text: string, phrase: string, day = "2018-05-05"): readonly string[] =>
  meant(castOf(text, { day }), phrase);

describe("a month that is a family name", () => {
  const MAY = "Theresa May | GBR | GOV | Prime Minister of United Kingdom";
  test("before a verb, once the article has named the person", () => {
    expect(who("Theresa May came. May said little.", "May")).toEqual([MAY]);
    expect(who("Prime Minister May may travel.", "Prime Minister May")).toEqual([MAY]);
  });

  test.each([
    "May said little.",
    "Theresa May came in May.",
    "May the talks succeed.",
    "Theresa May spoke on May 5.",
  ])("nobody: %s", (text) => {
    expect(who(text, "May")).toEqual([]);
  });
});

describe("a month before a family name", () => {
  test.each([
    ["In August Putin visited Minsk.", "Putin", ["Vladimir Putin | RUS | GOV | President of Russia"]],
    ["Last April Putin visited Minsk.", "Putin", ["Vladimir Putin | RUS | GOV | President of Russia"]],
  ])("opens no name: %s", (text, phrase, expected) => {
    expect(who(text, phrase)).toEqual(expected);
  });

  test.each([
    ["Vladimir Putin was received by June Putin.", ["Vladimir Putin", "June Putin"]],
  ])("but does elsewhere: %s", (text, names) => {
    expect(namesIn(castOf(text, { day: "2018-05-05" }))).toEqual(names);
  });
});

describe("an unknown given name before a known family name", () => {
  test.each([
    ["Bartek Putin met Vladimir Putin.", ["Bartek Putin", "Vladimir Putin"]],
    ["Vladimir Putin met Bartek Putin.", ["Vladimir Putin", "Bartek Putin"]],
  ])("is somebody else: %s", (text, names) => {
    expect(namesIn(castOf(text, { day: "2018-05-05" }))).toEqual(names);
  });

  test.each([
    ["Yesterday Putin spoke.", "Putin"],
    ["The Kremlin said Putin spoke.", "Putin"],
  ])("and other words before it are not: %s", (text, phrase) => {
    expect(who(text, phrase)).toEqual(["Vladimir Putin | RUS | GOV | President of Russia"]);
  });
});

describe("a name alone when no day is known", () => {
  const alone = (text: string): readonly string[] => namesIn(castOf(text, { day: null }));

  test.each([
    ["Erdogan left.", ["Recep Tayyip Erdoğan"]],
    ["The court heard that Maduro left.", ["Nicolás Maduro"]],
  ])("means a head of state or government: %s", (text, names) => {
    expect(alone(text)).toEqual(expect.arrayContaining(names));
  });

  test.each(["Kim left.", "Lagumo left."])("of two, or none, nobody: %s", (text) => {
    expect(alone(text)).toEqual([]);
  });
});

describe("abbreviations in brackets", () => {
  test.each([
    ["The Organisation of Blue Rivers (OBR) left. OBR came back.", "OBR#1", "Organisation of Blue Rivers | – | – | –"],
    ["The Lake Council for Peace (LCP) left. The LCP came.", "The LCP", "Lake Council for Peace | – | – | –"],
  ])("%s", (text, phrase, actor) => {
    expect(who(text, phrase)).toEqual([actor]);
  });

  test("letters that do not fit are nobody's", () => {
    expect(who("The Organisation of Blue Rivers (XYZ) left. XYZ came back.", "XYZ")).toEqual([]);
  });

  test("a body's name ends before whoever follows “and”", () => {
    expect(namesIn(castOf("The Council of Blue Rivers and Emmanuel Macron agreed."))).toEqual([
      "Council of Blue Rivers",
      "Emmanuel Macron",
    ]);
  });
});

describe("envoys", () => {
  test("go by whose they are and where they are sent", () => {
    const text = "Moscow's ambassador to Dushanbe left. Moscow's ambassador to Tashkent stayed.";
    expect(who(text, "Moscow's ambassador to Dushanbe")).toEqual([
      "ambassador of Russia to Tajikistan | RUS | GOV | –",
    ]);
    expect(who(text, "Moscow's ambassador to Tashkent")).toEqual([
      "ambassador of Russia to Uzbekistan | RUS | GOV | –",
    ]);
  });
});

describe("former", () => {
  test.each([
    ["Ex-minister Jane Dorr spoke.", "Ex-minister Jane Dorr", "Jane Dorr | – | ELI | –"],
    [
      "Former French President Nicolas Sarkozy spoke.",
      "Former French President Nicolas Sarkozy",
      "Nicolas Sarkozy | FRA | ELI | –",
    ],
    ["Ex-President Nicolas Sarkozy spoke.", "Ex-President Nicolas Sarkozy", "Nicolas Sarkozy | FRA | ELI | –"],
    ["Former President Clinton spoke.", "Former President Clinton", "Bill Clinton | USA | ELI | –"],
    ["The ex-premier of Spain spoke.", "The ex-premier of Spain", "former premier of Spain | ESP | ELI | –"],
    ["Former Prime Minister Zorba Kalani spoke.", "Former Prime Minister Zorba Kalani", "Zorba Kalani | – | ELI | –"],
    [
      "Former presidents of Finland spoke.",
      "Former presidents of Finland",
      "Former presidents of Finland | FIN | ELI | –",
    ],
    ["A former president spoke. The president left.", "The president", "president | – | GOV | –"],
  ])("%s", (text, phrase, actor) => {
    expect(who(text, phrase)).toEqual([actor]);
  });
});

test("former holders of an office are not those who hold it", () => {
  expect(who("The former French and German presidents spoke.", "The former French and German presidents")).toEqual([
    "France's former presidents | FRA | ELI | –",
    "Germany's former presidents | DEU | ELI | –",
  ]);
});

describe("sides and ordinals", () => {
  test("both sides are those of the group before", () => {
    const cast = castOf("Russian and Ukrainian negotiators met. Both sides agreed.");
    expect(meant(cast, "Both sides")).toEqual(meant(cast, "Russian and Ukrainian negotiators"));
  });

  test("“the latter” after “the former” is still the second named", () => {
    const text = "Vladimir Putin met Emmanuel Macron. The former praised the latter.";
    expect(who(text, "The former")[0]).toContain("Putin");
    expect(who(text, "the latter")[0]).toContain("Macron");
  });
});

describe("what stands beside a name in the capitals of a headline", () => {
  test.each([
    ["Call with Prime Minister Modi of India", "Vice President Harris"],
    ["Meeting with Prime Minister Modi of India", "Vice President Harris"],
  ])("is no part of it: Vice President Harris %s", (rest, phrase) => {
    expect(who(`Vice President Harris ${rest}`, phrase, "2022-05-05")).toEqual([
      "Kamala Harris | USA | GOV | Vice President of United States",
    ]);
  });

  test("may be a family name where no phrase follows", () => {
    expect(namesIn(castOf("Senator Ada Call Lund resigned.", { day: "2022-05-05" }))).toEqual(["Ada Call Lund"]);
  });
});

describe("the same of several countries", () => {
  test.each([
    ["Finnish and Swedish forces trained.", "Finnish and Swedish forces", ["FIN", "SWE"]],
    ["Thai and Lao troops withdrew.", "Thai and Lao troops", ["THA", "LAO"]],
    ["Iraqi Kurdish leaders voted.", "Iraqi Kurdish leaders", ["IRQ"]],
    ["Swedish forces trained.", "Swedish forces", ["SWE"]],
    ["Officials from Iran, Russia and China met.", "Officials from Iran", ["IRN", "RUS", "CHN"]],
    ["After talks with officials from Iran, Russia was ready.", "officials from Iran", ["IRN"]],
    ["Diplomats from Qatar and Egypt's foreign minister met.", "Diplomats from Qatar", ["QAT"]],
    ["Officials from Iran, Russia's ally, met Xi Jinping.", "Officials from Iran", ["IRN"]],
  ])("%s", (text, phrase, codes) => {
    expect(who(text, phrase).map((actor) => actor.split(" | ")[1])).toEqual(codes);
  });

  test("an hour of the day is no prime minister", () => {
    expect(namesIn(castOf("Passes are issued from 9 am to 4 pm.", { day: "2022-05-05" }))).toEqual([]);
  });
});
