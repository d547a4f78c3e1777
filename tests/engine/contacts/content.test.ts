import { describe, expect, test } from "vitest";
import { contactsIn, shortName } from "./support.js";

const CALL = "Vladimir Putin telephoned Emmanuel Macron on Monday.";

describe("topics", () => {
  test.each([
    [`${CALL} The two leaders discussed trade.`, ["trade"]],
    [`${CALL} The two leaders discussed trade, the floods and the railway.`, ["trade", "floods and the railway"]],
    [`${CALL} The situation in Libya was discussed.`, ["situation in Libya"]],
    [`${CALL} They exchanged views on the war in Syria.`, ["war in Syria"]],
    ["Vladimir Putin spoke with Emmanuel Macron by phone about the ceasefire.", ["ceasefire"]],
    ["Vladimir Putin spoke by telephone with Emmanuel Macron on the ceasefire in Libya.", ["ceasefire in Libya"]],
    ["Vladimir Putin met Emmanuel Macron on the sidelines of a fair.", []],
    ["Vladimir Putin spoke by telephone with Emmanuel Macron on Monday.", []],
    [CALL, []],
    // what is said, asked and praised, though nobody calls it a topic
    [`${CALL} Emmanuel Macron asked Russia to keep the supplies of natural gas steady.`, ["supplies of natural gas"]],
    [
      `${CALL} Vladimir Putin said that trade between the two countries had grown.`,
      ["trade between the two countries"],
    ],
    [`${CALL} The two leaders signed agreements on fishing and customs.`, ["fishing and customs"]],
    [`${CALL} On Libya the two leaders agreed on nothing.`, ["Libya"]],
    // how and with whom, a mere pointer, the words of a third
    [`${CALL} Vladimir Putin raised the matter with Emmanuel Macron.`, []],
    [`${CALL} Olaf Scholz asked Poland to keep the supplies of natural gas steady.`, []],
    [`${CALL} The two leaders did not discuss trade.`, []],
    [`${CALL} It rained in Moscow.`, []],
  ])("%s", (text, labels) => {
    const told = contactsIn(text);
    expect(told.contacts).toHaveLength(1);
    const topics = told.contacts[0]?.topics ?? [];
    expect(topics.map((t) => t.label)).toEqual(labels);
    for (const topic of topics) expect(text.slice(...topic.span)).toBe(topic.label);
  });
});

describe("commitments", () => {
  test.each([
    [`${CALL} The two leaders agreed to reopen the border.`, "agreed", "reopen the border", ["Macron", "Putin"]],
    [`${CALL} Emmanuel Macron promised to send experts.`, "offered", "send experts", ["Macron"]],
    [
      `${CALL} The two leaders reaffirmed their commitment to the truce.`,
      "reaffirmed",
      "their commitment to the truce",
      ["Macron", "Putin"],
    ],
    [`${CALL} Vladimir Putin expressed readiness to sell gas.`, "offered", "sell gas", ["Putin"]],
    [
      `${CALL} Vladimir Putin promised his French counterpart the help of two doctors.`,
      "offered",
      "the help of two doctors",
      ["Putin"],
    ],
  ])("%s", (text, status, words, by) => {
    const told = contactsIn(text);
    const commitments = told.contacts[0]?.commitments ?? [];
    expect(commitments.map((c) => [c.status, c.text])).toEqual([[status, words]]);
    expect(commitments[0]?.by.map((b) => shortName(told, b)).sort()).toEqual(by);
  });

  test.each([
    CALL,
    `${CALL} The two leaders did not agree to reopen the border.`,
    `${CALL} The border was reopened.`,
    `${CALL} The weather promised rain.`,
  ])("none: %s", (text) => {
    expect(contactsIn(text).contacts.map((c) => c.commitments)).toEqual([[]]);
  });
});

describe("who published it", () => {
  test("a press service is no participant, and is named", () => {
    const told = contactsIn(`${CALL} The Kremlin press service reported the call.`);
    const [contact] = told.contacts;
    expect(contact?.publishedBy.map((p) => told.actors.actors[p]?.name)).toEqual(["Kremlin press service"]);
    expect(contact?.participants).not.toContain(contact?.publishedBy[0]);
  });

  test("an agency is neither", () => {
    const told = contactsIn(`${CALL} TASS reported the call.`);
    expect(told.contacts.map((c) => c.publishedBy)).toEqual([[]]);
    expect(told.contacts.map((c) => c.participants.length)).toEqual([2]);
  });
});

describe("who made a contact known", () => {
  const CALL = "French President Emmanuel Macron telephoned Russian President Vladimir Putin on Monday.";

  test.each([
    [`${CALL} They discussed trade, according to a statement from the Elysee Palace.`, 1],
    [`${CALL} They discussed trade, says a text released by the Foreign Ministry of Russia.`, 1],
    [`The following is attributable to Dmitry Peskov, spokesman for the President of Russia: ${CALL}`, 1],
    [`Some remarks attributed to Dmitry Peskov were denied. ${CALL}`, 0],
    [`${CALL} They discussed trade.\n\nMinistry of Foreign Affairs of Russia`, 1],
    [`${CALL} They discussed trade.\n\nMinistry of Foreign Affairs of Japan`, 0], // of neither side
    [`${CALL} They discussed a visit to the Ministry of Foreign Affairs of Russia.`, 0],
  ])("%s", (text, count) => {
    expect(contactsIn(text).contacts[0]?.publishedBy).toHaveLength(count);
  });

  test.each([
    ["were to discuss", "Putin and Biden were to discuss grain exports.", ["grain exports"]],
    ["discussed", "Putin and Macron discussed grain exports.", []],
  ])("what two %s belongs to the contact that was put off only where it lies ahead", (_, last, topics) => {
    const text = `Vladimir Putin met Emmanuel Macron on Monday. A meeting of Vladimir Putin with Joe Biden was put off on Tuesday. ${last}`;
    const off = contactsIn(text).contacts.find((c) => c.status === "postponed");
    expect(off?.topics.map((t) => t.label)).toEqual(topics);
  });

  test("a request that was made in a call is no initiative; one it came about by is", () => {
    const initiators = (text: string) => contactsIn(text).contacts.map((c) => c.initiator !== null);
    const talk = "French President Emmanuel Macron and Russian President Vladimir Putin spoke by telephone on Monday.";
    expect(initiators(`${talk} Emmanuel Macron rejected a request by Vladimir Putin.`)).toEqual([false]);
    expect(initiators(`${talk} They spoke at the request of Vladimir Putin.`)).toEqual([true]);
  });
});
