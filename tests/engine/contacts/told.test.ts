import { describe, expect, test } from "vitest";
import { contactsIn, shortName, summaries } from "./support.js";

/** Text and, for each contact, “channel status: participants @day”. Published on Tuesday 2021-10-05. */
type Row = readonly [text: string, ...contacts: readonly string[]];

function check(text: string, contacts: readonly string[]): void {
  expect(summaries(contactsIn(text))).toEqual(contacts);
}

describe("calls that were held", () => {
  // biome-ignore format: a row a line
  test.each<Row>([
    ["Russian President Vladimir Putin held a telephone conversation with Tajik President Emomali Rahmon on Tuesday.", "phone held: Putin, Rahmon @2021-10-05"],
    ["French President Emmanuel Macron called German Chancellor Angela Merkel on Monday.", "phone held: Macron, Merkel @2021-10-04"],
    ["Emmanuel Macron and Angela Merkel spoke by phone on Monday, the Elysee said.", "phone held: Macron, Merkel @2021-10-04"],
    ["Emmanuel Macron and Angela Merkel discussed trade in a telephone conversation on Sunday.", "phone held: Macron, Merkel @2021-10-03"],
    ["US Secretary of State Antony Blinken spoke with Russian Foreign Minister Sergey Lavrov by telephone.", "phone held: Blinken, Lavrov @2021-10-05"],
    ["The Russian president spoke by telephone with his Kazakh counterpart.", "phone held: Putin, Tokayev @2021-10-05"],
    ["The foreign ministers of Russia and Tajikistan spoke by phone.", "phone held: Lavrov, Muhriddin @2021-10-05"],
    ["Joe Biden was telephoned by Boris Johnson on Monday.", "phone held: Biden, Johnson @2021-10-04"],
    ["Sergey Lavrov told Antony Blinken by phone that the talks were over.", "phone held: Blinken, Lavrov @2021-10-05"],
    ["The conversation between Vladimir Putin and Joe Biden took place on Monday.", "phone held: Biden, Putin @2021-10-04"],
    ["Joe Biden said that he had spoken with Vladimir Putin by phone on Monday.", "phone held: Biden, Putin @2021-10-04"],
    // who only judges a visit takes no part in it by that
    ["Dmitry Peskov spoke on Monday. He called the visit of the French president to Baku a show, which proves how weak Paris is."],
    ["Joe Biden, Emmanuel Macron and Angela Merkel held a conference call on Monday.", "phone held: Biden, Macron, Merkel @2021-10-04"],
    ["Emmanuel Macron telephoned Vladimir Putin on Monday. The call lasted an hour. During the conversation, the two leaders discussed trade.", "phone held: Macron, Putin @2021-10-04"],
    ["Chinese President Xi Jinping and US President Joe Biden held a virtual meeting on Monday.", "meeting held: Biden, Jinping @2021-10-04"],
    ["Emmanuel Macron and Angela Merkel met by video link on Monday.", "video held: Macron, Merkel @2021-10-04"],
    ["Emmanuel Macron held a video conference on Monday with the leaders of Germany, Angela Merkel; Britain, Boris Johnson; and Italy, Mario Draghi.", "video held: Draghi, Johnson, Macron, Merkel @2021-10-04"],
    ["Emmanuel Macron telephoned Vladimir Putin on Monday. During the call, Emmanuel Macron promised Vladimir Putin a reply by the end of November.", "phone held: Macron, Putin @2021-10-04"],
    ["Emmanuel Macron telephoned Vladimir Putin on Monday. The call followed a letter to Emmanuel Macron dated October 1, in which Vladimir Putin asked for help.", "phone held: Macron, Putin @2021-10-04", "letter held: Macron, Putin @2021-10-01"],
    ["Emmanuel Macron telephoned Vladimir Putin on Monday. The two leaders will meet next month in Geneva.", "phone held: Macron, Putin @2021-10-04", "meeting planned: Macron, Putin @2021-11"],
    ["Emmanuel Macron met Vladimir Putin on Monday on the sidelines of the summit of the African Union and the European Union.", "meeting held: Macron, Putin @2021-10-04"],
    ["The Foreign Ministry denies Sergey Lavrov phoned Antony Blinken on Monday.", "phone denied: Blinken, Lavrov @2021-10-04"],
  ])("%s", (text, ...contacts) => check(text, contacts));
});

describe("meetings and visits that were held", () => {
  // biome-ignore format: a row a line
  test.each<Row>([
    ["US Secretary of State Antony Blinken met with Russian Foreign Minister Sergey Lavrov in Reykjavik on Monday.", "meeting held: Blinken, Lavrov @2021-10-04"],
    ["Emmanuel Macron and Angela Merkel held talks in Berlin on Monday.", "meeting held: Macron, Merkel @2021-10-04"],
    ["Indian Foreign Minister S. Jaishankar received Sri Lankan Foreign Minister G. L. Peiris in New Delhi.", "meeting held: Jaishankar, Peiris @2021-10-05"],
    ["Sergey Lavrov and Antony Blinken met on the sidelines of a summit in Rome.", "meeting held: Blinken, Lavrov @2021-10-05"],
    ["Boris Johnson and Emmanuel Macron had a working dinner in London on Monday.", "meeting held: Johnson, Macron @2021-10-04"],
    ["Antony Blinken hosted Jean-Yves Le Drian at the State Department on Monday.", "meeting held: Blinken, Drian @2021-10-04"],
    ["A meeting between Vladimir Putin and Joe Biden took place in Geneva on Monday.", "meeting held: Biden, Putin @2021-10-04"],
    ["The last meeting between Vladimir Putin and Joe Biden took place in Geneva in June.", "meeting held: Biden, Putin @2021-06"],
    ["Joe Biden said he had met Vladimir Putin in Geneva on Monday.", "meeting held: Biden, Putin @2021-10-04"],
    ["Russia and Ukraine held talks in Minsk on Monday.", "meeting held: Russia, Ukraine @2021-10-04"],
    ["Turkish President Recep Tayyip Erdogan visited Azerbaijan on Monday and met Azerbaijani President Ilham Aliyev in Baku.", "visit held: Aliyev, Erdoğan @2021-10-04"],
    ["French Foreign Minister Jean-Yves Le Drian paid a working visit to Tajikistan on Monday and was received by Emomali Rahmon.", "visit held: Drian, Rahmon @2021-10-04"],
    ["Recep Tayyip Erdogan is visiting Azerbaijan.", "visit held: Azerbaijan, Erdoğan @2021-10-05"],
    ["Emomali Rahmon paid an official visit to Kazakhstan at the invitation of Kassym-Jomart Tokayev.", "visit held: Rahmon, Tokayev @2021-10-05"],
  ])("%s", (text, ...contacts) => check(text, contacts));

  test.each([
    ["Antony Blinken met Sergey Lavrov in Reykjavik on Monday.", "Reykjavik"],
    ["Emmanuel Macron and Angela Merkel held talks in Berlin on Monday.", "Berlin"],
    ["Emmanuel Macron, in Paris, telephoned Vladimir Putin in Moscow.", null], // a call has no place
    ["Antony Blinken met Sergey Lavrov on Monday.", null],
  ])("where: %s", (text, place) => {
    expect(contactsIn(text).contacts.map((c) => c.location?.name ?? null)).toEqual([place]);
  });
});

describe("messages", () => {
  /** Text, contact, sender, occasion. */
  // biome-ignore format: a row a line
  test.each([
    ["Xi Jinping sent a telegram of congratulations to Emomali Rahmon on his birthday.", "telegram held: Jinping, Rahmon @2021-10-05", "Jinping", "birthday"],
    ["Emomali Rahmon received a telegram of condolences from Vladimir Putin.", "telegram held: Putin, Rahmon @2021-10-05", "Putin", null],
    ["King Abdullah II of Jordan sent a letter to Egyptian President Abdel Fattah al-Sisi.", "letter held: II, el-Sisi @2021-10-05", "II", null],
    ["Joe Biden wrote a letter to Vladimir Putin.", "letter held: Biden, Putin @2021-10-05", "Biden", null],
    ["Joe Biden conveyed his condolences to Emmanuel Macron.", "message held: Biden, Macron @2021-10-05", "Biden", null],
    ["Xi Jinping expressed condolences to Joko Widodo over the earthquake.", "message held: Jinping, Widodo @2021-10-05", "Jinping", "earthquake"],
    ["Xi Jinping exchanged congratulatory messages with Emomali Rahmon on the anniversary of diplomatic relations.", "message held: Jinping, Rahmon @2021-10-05", "–", "anniversary"],
    ["Recep Tayyip Erdogan sent his best wishes to Ilham Aliyev.", "message held: Aliyev, Erdoğan @2021-10-05", "Erdoğan", null],
    // A greeting is a message of its own where nothing else carried it, and no message where a call did.
    ["Vladimir Putin congratulated Emomali Rahmon on his birthday.", "message held: Putin, Rahmon @2021-10-05", "Putin", "birthday"],
    ["Vladimir Putin congratulated Emomali Rahmon on his birthday in a telephone call.", "phone held: Putin, Rahmon @2021-10-05", "–", "birthday"],
    ["Vladimir Putin telephoned Emomali Rahmon on Tuesday. He congratulated Emomali Rahmon on his birthday.", "phone held: Putin, Rahmon @2021-10-05", "–", null],
  ])("%s", (text, contact, sender, occasion) => {
    const told = contactsIn(text);
    expect(summaries(told)).toEqual([contact]);
    expect(told.contacts.map((c) => shortName(told, c.sender))).toEqual([sender]);
    if (occasion !== null) expect(told.contacts.map((c) => c.occasion?.text)).toEqual([occasion]);
  });
});

describe("who sought it", () => {
  test.each([
    ["Sergey Lavrov spoke with Antony Blinken by phone at the initiative of the American side.", "Blinken"],
    ["At the initiative of the German side, Vladimir Putin had a telephone conversation with Angela Merkel.", "Merkel"],
    ["At the request of Tajikistan, Sergey Lavrov had a phone call with Sirojiddin Muhriddin.", "Muhriddin"],
    ["Sergey Lavrov spoke with Antony Blinken by phone.", "–"],
    ["Vladimir Putin had a telephone conversation with Angela Merkel on the peace initiative.", "–"],
  ])("%s", (text, who) => {
    const told = contactsIn(text);
    expect(told.contacts.map((c) => shortName(told, c.initiator))).toEqual([who]);
  });
});

describe("several contacts in one text", () => {
  // biome-ignore format: a row a line
  test.each<Row>([
    ["Sergey Lavrov spoke separately with Antony Blinken and Jean-Yves Le Drian on Monday.", "phone held: Blinken, Lavrov @2021-10-04", "phone held: Drian, Lavrov @2021-10-04"],
    ["Sergey Lavrov spoke by phone with Antony Blinken on Monday. On Tuesday he called Jean-Yves Le Drian.", "phone held: Blinken, Lavrov @2021-10-04", "phone held: Drian, Lavrov @2021-10-05"],
    ["Joe Biden met Vladimir Putin in Geneva in June. On Tuesday he telephoned Emmanuel Macron.", "meeting held: Biden, Putin @2021-06", "phone held: Biden, Macron @2021-10-05"],
    // greetings beside telegrams are telegrams too; beside a call they belong to it
    ["Xi Jinping sent a telegram to Emomali Rahmon. Vladimir Putin congratulated Emomali Rahmon.", "telegram held: Jinping, Rahmon @2021-10-05", "telegram held: Putin, Rahmon @2021-10-05"],
    ["Xi Jinping sent a telegram to Emomali Rahmon. In the same telegram he praised Tajikistan.", "telegram held: Jinping, Rahmon @2021-10-05"],
    ["Xi Jinping telephoned Emomali Rahmon. Vladimir Putin congratulated Emomali Rahmon.", "phone held: Jinping, Rahmon @2021-10-05"],
    ["Vladimir Putin telephoned Emmanuel Macron on Monday. Xi Jinping sent a letter to Joe Biden.", "phone held: Macron, Putin @2021-10-04", "letter held: Biden, Jinping @2021-10-05"],
  ])("%s", (text, ...contacts) => check(text, contacts));

  test("the same call told thrice is one, with all its passages", () => {
    const { contacts } = contactsIn(
      "Vladimir Putin spoke with Emmanuel Macron by phone on Monday. The call was long. The telephone conversation between the Russian and the French leader took place at night.",
    );
    expect(contacts).toHaveLength(1);
    expect(contacts[0]?.evidence.length).toBeGreaterThanOrEqual(2);
  });
});

describe("the day of a contact", () => {
  test("is as said", () => {
    const [contact] = contactsIn("Emmanuel Macron called Angela Merkel on Sunday.").contacts;
    expect(contact?.date).toMatchObject({ value: "2021-10-03", earliest: "2021-10-03", latest: "2021-10-03" });
    expect(contact?.date?.why).toContain("“Sunday”");
  });

  test("is else the report's, or the day before it, with the reason", () => {
    const [contact] = contactsIn("Emmanuel Macron called Angela Merkel.").contacts;
    expect(contact?.date).toMatchObject({ value: "2021-10-05", earliest: "2021-10-04", latest: "2021-10-05" });
    expect(contact?.date?.why).toContain("no day is given");
  });

  test("is not known without either", () => {
    expect(contactsIn("Emmanuel Macron called Angela Merkel.", { day: null }).contacts.map((c) => c.date)).toEqual([
      null,
    ]);
  });
});

describe("the day of condolences", () => {
  test.each([
    ["is not that of what gave occasion", "after twelve people died on Friday", "2021-10-05"],
    ["is the one told before it", "on Friday after twelve people died", "2021-10-01"],
  ])("%s", (_, when, day) => {
    const { contacts } = contactsIn(`Vladimir Putin sent condolences to Emmanuel Macron ${when}.`);
    expect(contacts.map((c) => c.date?.value)).toEqual([day]);
  });
});
