import { describe, expect, test } from "vitest";
import { contactsIn, partiesOf, shortName, summaries } from "./support.js";

const CALL = "Vladimir Putin telephoned Emmanuel Macron on Monday.";

describe("contacts told by what was discussed, where the way is said", () => {
  test.each([
    [
      "Vladimir Putin and Emmanuel Macron discussed trade by phone on Monday.",
      ["phone held: Macron, Putin @2021-10-04"],
    ],
    ["Vladimir Putin discussed trade by telephone with Emmanuel Macron.", ["phone held: Macron, Putin @2021-10-05"]],
    ["Vladimir Putin discussed trade with Emmanuel Macron on the sidelines of the fair.", ["meeting held: Macron, Putin @2021-10-05"]], // biome-ignore format: one line reads best
    ["Vladimir Putin has written to Emmanuel Macron about the border.", ["letter held: Macron, Putin @2021-10-05"]],
    [
      "Vladimir Putin held talks on shared challenges with Emmanuel Macron.",
      ["meeting held: Macron, Putin @2021-10-05"],
    ],
    // no way, the way of another clause, what is written to nobody, no other side, nobody
    ["Vladimir Putin discussed trade with Emmanuel Macron after Olaf Scholz had spoken by telephone.", []],
    ["Vladimir Putin wrote that Russia was grateful to France.", []],
    ["Vladimir Putin and Emmanuel Macron discussed trade.", []],
    ["Vladimir Putin discussed trade by phone with his cabinet.", []],
    ["Vladimir Putin discussed France by phone.", []],
    [`${CALL} They discussed trade by phone.`, ["phone held: Macron, Putin @2021-10-04"]],
  ])("%s", (text, told) => expect(summaries(contactsIn(text))).toEqual(told));
});

describe("days and places of other clauses", () => {
  test.each([
    ["Emmanuel Macron, who was re-elected in April 2020, met Vladimir Putin.", "2021-10-05", null],
    [
      "Vladimir Putin met Emmanuel Macron, who was re-elected in April 2020, in Sochi on Monday.",
      "2021-10-04",
      "Sochi",
    ],
    ["Vladimir Putin met Emmanuel Macron, whose country cut tariffs in May 2019.", "2021-10-05", null],
    ["Vladimir Putin met Emmanuel Macron for the first talks since the war began in February last year.", "2021-10-05", null], // biome-ignore format: one line reads best
    // the trigger's own clause
    ["Vladimir Putin and Emmanuel Macron met for the first time since the pandemic and signed a treaty in Sochi on Monday.", "2021-10-04", "Sochi"], // biome-ignore format: one line reads best
    ["Vladimir Putin left for Sochi, where he met Emmanuel Macron on Monday.", "2021-10-04", null],
    ["Vladimir Putin, who met Emmanuel Macron in Sochi on Monday, was pleased.", "2021-10-04", "Sochi"],
  ])("%s", (text, day, place) => {
    const [contact] = contactsIn(text).contacts;
    expect(contact?.date?.value).toBe(day);
    if (place !== null) expect(contact?.location?.name).toBe(place);
  });
});

describe("counts of contacts", () => {
  test.each([
    [`${CALL} It was the third call between the two presidents since July 28.`, 1],
    [`${CALL} This was their first conversation this year.`, 1],
    ["Vladimir Putin arrived in Paris on Monday. It was the first meeting between Vladimir Putin and Emmanuel Macron.", 1], // biome-ignore format: one line reads best
    ["A meeting of NATO and the European Union took place in Brussels on Monday.", 1],
    ["It was the first call between Vladimir Putin and Emmanuel Macron.", 1],
  ])("%s", (text, count) => expect(contactsIn(text).contacts).toHaveLength(count));
});

describe("letters to somebody", () => {
  test.each([
    ["In a letter to Emmanuel Macron, Vladimir Putin asked the world to act.", "Macron, Putin", "Putin"],
    ["In a letter, Vladimir Putin congratulated Emmanuel Macron.", "Macron, Putin", "Putin"],
  ])("%s", (text, parties, sender) => {
    const told = contactsIn(text);
    expect(told.contacts.map((contact) => [partiesOf(told, contact), shortName(told, contact.sender)])).toEqual([[parties, sender]]); // biome-ignore format: one line reads best
  });
});

describe("who takes part besides", () => {
  const MEETING = "Vladimir Putin met Emmanuel Macron on Monday.";
  const LONG = "The harvest was good. It rained. The roads were closed. Trains ran late.";
  test.each([
    [`${MEETING} Sergey Lavrov sat in on the talks.`, "Lavrov, Macron, Putin"],
    [`${MEETING} Sergey Lavrov was present at the meeting.`, "Lavrov, Macron, Putin"],
    [`${MEETING} ${LONG} Sergey Lavrov also took part in the meeting.`, "Lavrov, Macron, Putin"],
    [`${MEETING} Sergey Lavrov praised the meeting.`, "Macron, Putin"],
  ])("%s", (text, parties) => {
    const told = contactsIn(text);
    expect(told.contacts.map((contact) => partiesOf(told, contact))).toEqual([parties]);
  });

  test("not those with whom it was arranged", () => {
    const told = contactsIn(`${CALL} The call had been coordinated with Washington and London.`);
    expect(told.contacts.map((contact) => partiesOf(told, contact))).toEqual(["Macron, Putin"]);
  });
});

describe("who visits whom", () => {
  test.each([
    ["Emmanuel Macron visited Ukraine and Moldova on Monday.", "Macron, Moldova, Ukraine"],
    ["Olaf Scholz and Emmanuel Macron visited Ukraine on Monday.", "Macron, Scholz, Ukraine"],
    // what they spoke of takes no part
    ["Emmanuel Macron met Vladimir Putin to discuss Ukraine.", "Macron, Putin"],
  ])("%s", (text, parties) => {
    const told = contactsIn(text);
    expect(told.contacts.map((contact) => partiesOf(told, contact))).toEqual([parties]);
  });
});

describe("who binds himself", () => {
  const MEETING = "Kenyan President Uhuru Kenyatta met Ugandan President Yoweri Museveni on Monday.";
  test.each([
    [`${MEETING} Kenya agreed to lift the ban on milk.`, [["Kenyatta", "lift the ban on milk"]]],
    [`${MEETING} Kampala promised to reopen the border.`, [["Museveni", "reopen the border"]]],
    [`${MEETING} Tanzania agreed to lift the ban on milk.`, []],
    ["Kenyan President Uhuru Kenyatta and Ugandan President Yoweri Museveni agreed to end the row over fish. They met on Monday.", [["Kenyatta, Museveni", "end the row over fish"]]], // biome-ignore format: one line reads best
    [`${MEETING} Kenyatta said he was ready to sign the paper but that Museveni had refused.`, [["Kenyatta", "sign the paper"]]], // biome-ignore format: one line reads best
    [`${MEETING} Kenyatta stressed the readiness of Uganda to open the border.`, [["Museveni", "the readiness of Uganda to open the border"]]], // biome-ignore format: one line reads best
    // asked of another
    [`${MEETING} Kenyatta called on Museveni to show willingness to open the border.`, []],
    [`${MEETING} Kenyatta expressed willingness to open the border.`, [["Kenyatta", "open the border"]]],
  ])("%s", (text, promises) => {
    const told = contactsIn(text);
    const made = told.contacts.flatMap((contact) => contact.commitments);
    expect(made.map(({ by, text: what }) => [by.map((b) => shortName(told, b)).join(", "), what])).toEqual(promises);
  });
});

describe("what is no topic", () => {
  test.each([
    ["Vladimir Putin held talks with Emmanuel Macron on Monday.", []],
    ["Vladimir Putin held talks on the sidelines of the summit with Emmanuel Macron.", []],
    [`${CALL} The two discussed gas prices, Kremlin aide Yuri Ushakov told reporters.`, ["gas prices"]],
    [`${CALL} They discussed the war and reviewed the plans.`, ["war", "plans"]],
    [`${CALL} They discussed the dam and related questions.`, ["dam and related questions"]],
    ["Vladimir Putin held talks on Ukraine with Emmanuel Macron.", ["Ukraine"]],
    [`${CALL} The talks on the war in Syria lasted two hours.`, ["war in Syria"]],
    ["The talks of Vladimir Putin and Emmanuel Macron focused on the nuclear site.", ["nuclear site"]],
    [`${CALL} They discussed an agreement on the dam within four months.`, ["agreement on the dam"]],
    [`${CALL} They signed a deal on the eve of the summit.`, []],
    [`${CALL} They reached an agreement on arrival in Minsk.`, []],
    [`${CALL} They held discussions on the return of the miners.`, ["return of the miners"]],
    [`${CALL} They exchanged views on the line of contact in Donbas.`, ["line of contact in Donbas"]],
    [`${CALL} The talks focused on the agenda of the coming summit.`, ["agenda of the coming summit"]],
    [`${CALL} They discussed trade in the run-up to the summit.`, ["trade"]],
    [`${CALL} They discussed Turkey's economy, gas and wheat.`, ["Turkey's economy", "gas and wheat"]],
    [`${CALL} They discussed Finland's freedom, security and independence.`, ["Finland's freedom, security and independence"]], // biome-ignore format: one line reads best
    [`${CALL} They discussed their citizens, local staff and other people.`, ["citizens, local staff and other people"]], // biome-ignore format: one line reads best
    [`${CALL} They discussed gas and will meet again in May.`, ["gas"]],
    [`${CALL} They will meet in May and will discuss gas.`, []],
    [`${CALL} The Polish and Czech ministers signed an agreement on gas transit.`, []],
    [`${CALL} The French and Russian ministers signed an agreement on gas transit.`, ["gas transit"]],
  ])("%s", (text, labels) => {
    expect(contactsIn(text).contacts[0]?.topics.map((topic) => topic.label)).toEqual(labels);
  });
});

const PAIR = "Vladimir Putin and Emmanuel Macron";

describe("the way belongs to its own deed", () => {
  test.each([
    [`${PAIR} spoke by telephone and agreed to meet again next week.`, ["phone held", "meeting planned"]],
    [
      `${PAIR} spoke by telephone on Monday and agreed to hold a summit in Lima in June.`,
      ["phone held", "meeting planned"],
    ],
    [`${PAIR} met in Sochi on Monday and agreed to speak again by phone.`, ["meeting held", "phone planned"]],
    ["In a telegram, Vladimir Putin asked Emmanuel Macron to visit Moscow.", ["telegram held", "visit proposed"]],
    // its own
    ["Vladimir Putin spoke with Emmanuel Macron on Monday by phone.", ["phone held"]],
    ["Vladimir Putin spoke with Emmanuel Macron, who is visiting Lima, by phone.", ["phone held", "visit held"]],
    [`${PAIR} held talks by video on Monday.`, ["video held"]],
  ])("%s", (text, told) => {
    expect(contactsIn(text).contacts.map((c) => `${c.channel} ${c.status}`)).toEqual(told);
  });
});

describe("letters of which more is told", () => {
  test.each([
    ["In a letter seen by Reuters, Vladimir Putin asked Emmanuel Macron to open the border.", ["letter held: Macron, Putin @2021-10-05"]], // biome-ignore format: one line reads best
    ["In a letter dated October 3 and published by the palace, Vladimir Putin asked Emmanuel Macron to open the border.", ["letter held: Macron, Putin @2021-10-03"]], // biome-ignore format: one line reads best
    ["Vladimir Putin warned Emmanuel Macron in a letter that the border would close.", ["letter held: Macron, Putin @2021-10-05"]], // biome-ignore format: one line reads best
    ["Vladimir Putin told reporters in a letter that the talks were useful.", []],
    ["Vladimir Putin told Emmanuel Macron that a letter was on its way.", []],
  ])("%s", (text, told) => expect(summaries(contactsIn(text))).toEqual(told));
});

describe("what another verb tells has its own day and place", () => {
  test.each([
    ["Vladimir Putin met Emmanuel Macron and will travel to Minsk on Friday.", "2021-10-05", null],
    ["Vladimir Putin cancelled a meeting with Emmanuel Macron and will fly to Turin on Wednesday.", undefined, null],
    [`${PAIR} spoke by telephone and agreed to sign the agreement this winter.`, "2021-10-05", null],
    ["Vladimir Putin held his fourth call with Emmanuel Macron since January.", "2021-10-05", null],
    ["Vladimir Putin held talks with Emmanuel Macron, his first since January, on October 3.", "2021-10-03", null],
    ["Vladimir Putin will meet Emmanuel Macron, the Kremlin said on Monday, days after the two spoke by phone.", undefined, null], // biome-ignore format: one line reads best
    ["Vladimir Putin and Emmanuel Macron held talks on the safety of miners in Minsk.", "2021-10-05", null],
    ["Vladimir Putin met Emmanuel Macron to congratulate him on his victory in April.", "2021-10-05", null],
    ["Vladimir Putin and Emmanuel Macron held talks on the return of miners from Minsk.", "2021-10-05", null],
    ["Vladimir Putin and Emmanuel Macron held talks on the terms of a truce in Minsk.", "2021-10-05", null],
    // its own
    ["Vladimir Putin phoned Emmanuel Macron to congratulate him on Monday.", "2021-10-04", null],
    ["Vladimir Putin and Emmanuel Macron held talks on the eve of the summit in Minsk.", "2021-10-05", "Minsk"],
    ["Vladimir Putin held talks with Emmanuel Macron on the margins of the fair in Minsk.", "2021-10-05", "Minsk"],
    ["Vladimir Putin held talks with Emmanuel Macron on the outskirts of Odesa.", "2021-10-05", "Odesa"],
    ["Vladimir Putin met Emmanuel Macron in the city of Odesa.", "2021-10-05", "Odesa"],
    ["Vladimir Putin and Emmanuel Macron held talks on the sidelines of the summit in Minsk.", "2021-10-05", "Minsk"],
    ["Vladimir Putin spoke with Emmanuel Macron on Sunday and met Olaf Scholz on Monday.", "2021-10-03", null],
    ["Vladimir Putin met Emmanuel Macron and signed a treaty in Sochi on Monday.", "2021-10-04", "Sochi"],
    ["Vladimir Putin travelled to Minsk to meet Emmanuel Macron on Monday.", "2021-10-04", "Minsk"],
    // a house that else stands for a government, a town's outskirts
    ["Vladimir Putin met Emmanuel Macron in the Kremlin on Monday.", "2021-10-04", "Kremlin"],
    ["Joe Biden met Emmanuel Macron at the White House on Monday.", "2021-10-04", "White House"],
    ["Joe Biden met Emmanuel Macron on Monday and thanked the Kremlin.", "2021-10-04", null],
    ["Joe Biden met Emmanuel Macron on Monday to discuss the mood in the Kremlin.", "2021-10-04", null],
    ["Vladimir Putin met Emmanuel Macron outside Lyon on Monday.", "2021-10-04", "Lyon"],
    // when and where something came about that was spoken of
    [
      "Vladimir Putin and Emmanuel Macron met to discuss the accords on grain, reached on May 9, 2020.",
      "2021-10-05",
      null,
    ],
  ])("%s", (text, day, place) => {
    const [contact] = contactsIn(text).contacts;
    expect(contact?.date?.value).toBe(day);
    expect(contact?.location?.name ?? null).toBe(place);
  });
});

describe("told as said, denied, hindered or to come", () => {
  test.each([
    ["Vladimir Putin said he had spoken to Emmanuel Macron.", ["phone held: Macron, Putin @2021-10-05"]],
    ["Vladimir Putin said he had met Emmanuel Macron three times.", []],
    ["Vladimir Putin said he had spoken with Emmanuel Macron in the past.", []],
    ["Vladimir Putin said he had often met Emmanuel Macron.", []],
    ["Vladimir Putin said he had spoken to Emmanuel Macron twice on Monday.", ["phone held: Macron, Putin @2021-10-04"]], // biome-ignore format: one line reads best
    ["Vladimir Putin said he had met Emmanuel Macron and that Russia had often helped.", ["meeting held: Macron, Putin @2021-10-05"]], // biome-ignore format: one line reads best
    ["Vladimir Putin said they had last met Emmanuel Macron in May 2017.", ["meeting held: Macron, Putin @2017-05"]],
    ["Vladimir Putin had spoken to Emmanuel Macron before the raid.", []],
    ["The Kremlin denied that a call between Vladimir Putin and Emmanuel Macron is being prepared.", ["phone denied: Macron, Putin"]], // biome-ignore format: one line reads best
    ["Georgia's opposition blocked a meeting between Vladimir Putin and Emmanuel Macron.", []],
    [
      "Emmanuel Macron flies to Moscow on Friday to meet Vladimir Putin.",
      ["meeting planned: Macron, Putin @2021-10-08"],
    ],
    ["Emmanuel Macron flew to Moscow on Friday to meet Vladimir Putin.", ["meeting held: Macron, Putin @2021-10-01"]],
    ["FILE - In this October 3, 2021 photo, Vladimir Putin speaks with Emmanuel Macron in Sochi.", ["meeting held: Macron, Putin @2021-10-03"]], // biome-ignore format: one line reads best
    ["Emmanuel Macron meets Vladimir Putin in Moscow on Monday.", ["meeting held: Macron, Putin @2021-10-04"]],
    [`${CALL} Macron said the fighting will be ended by negotiations with Bamako.`, ["phone held: Macron, Putin @2021-10-04"]], // biome-ignore format: one line reads best
    ["At a meeting in Sochi, Vladimir Putin and Emmanuel Macron discussed energy.", ["meeting held: Macron, Putin @2021-10-05"]], // biome-ignore format: one line reads best
    ["At a meeting in Sochi, Vladimir Putin said Emmanuel Macron was a friend.", []],
    ["At a meeting in Riga on Monday, Poland accused Belarus of smuggling.", []],
    ["At a summit in Riga, Emmanuel Macron condemned Russia.", []],
    ["At a meeting in Riga, Emmanuel Macron criticised Vladimir Putin.", []],
    ["At a meeting in Riga, Emmanuel Macron thanked Vladimir Putin.", ["meeting held: Macron, Putin @2021-10-05"]],
    ["At a meeting in Riga, Latvia and Peru agreed to trade.", ["meeting held: Latvia, Peru @2021-10-05"]],
    ["In a phone call, Germany urged Iran to return to the table.", ["phone held: Germany, Iran @2021-10-05"]],
    ["In a phone call, Emmanuel Macron condemned Iran.", []],
    ["Emmanuel Macron arrived in Fiji on an official visit on Monday.", ["visit held: Fiji, Macron @2021-10-04"]],
    ["Emmanuel Macron arrived in Fiji after a state visit to Peru.", []],
    ["Emmanuel Macron took the matter to Fiji during his visit to Peru.", ["visit held: Macron, Peru @2021-10-05"]],
    ["Emmanuel Macron opposed the loan at a meeting with Vladimir Putin.", ["meeting held: Macron, Putin @2021-10-05"]], // biome-ignore format: one line reads best
    ["Emmanuel Macron denied the report at talks with Vladimir Putin.", ["meeting held: Macron, Putin @2021-10-05"]],
    ["Emmanuel Macron avoided a meeting with Vladimir Putin.", []],
    ["Emmanuel Macron prevented the opening of talks with Vladimir Putin.", []],
    ["Emmanuel Macron rejected a meeting with Vladimir Putin.", ["meeting denied: Macron, Putin"]],
    ["Emmanuel Macron stressed his continued readiness to engage with Vladimir Putin.", []],
    ["Kyiv said the negotiators met Emmanuel Macron in Riga.", ["meeting held: Macron, Ukraine @2021-10-05"]],
    ["Ukraine said a delegation met Emmanuel Macron in Riga.", ["meeting held: Macron, Ukraine @2021-10-05"]],
    ["Kyiv said the villagers met Emmanuel Macron in Riga.", []],
    ["Emmanuel Macron spoke with Vladimir Putin about a photo of the dam.", ["phone held: Macron, Putin @2021-10-05"]], // biome-ignore format: one line reads best
    ["France and Russia held talks in Sochi on Monday. Emmanuel Macron, Vladimir Putin and Hakan Fidan met at the palace.", ["meeting held: Fidan, Macron, Putin @2021-10-04"]], // biome-ignore format: one line reads best
    [`${CALL} They stressed the importance of inviting Peru to the NATO Summit in Madrid in 2022 and the steps after this summit.`, ["phone held: Macron, Putin @2021-10-04"]], // biome-ignore format: one line reads best
    [`${PAIR} held talks in Sochi on Monday. Estonian President Alar Karis visited Moscow and Paris the week before.`, ["meeting held: Macron, Putin @2021-10-04", "visit held: France, Karis, Russia @2021-10-05"]], // biome-ignore format: one line reads best
  ])("%s", (text, told) => expect(summaries(contactsIn(text))).toEqual(told));
});
