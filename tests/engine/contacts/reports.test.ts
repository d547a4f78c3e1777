import { describe, expect, test } from "vitest";
import { contactsIn, shortName, summaries } from "./support.js";

const MET = "Their meeting was held in Sochi.";

describe("what a lead says was talked about before it is told where", () => {
  test.each([
    [`Vladimir Putin and Emmanuel Macron on Monday discussed wheat and gas. ${MET}`, ["wheat and gas"]],
    // somebody else's talk
    [`Olaf Scholz and Boris Johnson on Monday discussed wheat and gas. Vladimir Putin met Emmanuel Macron in Sochi.`, []], // biome-ignore format: one line reads best
  ])("%s", (text, topics) => {
    const [contact] = contactsIn(text).contacts;
    expect(contact?.topics.map((t) => t.label)).toEqual(topics);
  });
});

describe("places", () => {
  test.each([
    ["Vladimir Putin met Emmanuel Macron on the sidelines of the 77th session of the United Nations General Assembly.", "New York"], // biome-ignore format: one line reads best
    ["Vladimir Putin met Emmanuel Macron in Sochi on the margins of the Munich Security Conference.", "Sochi"],
    ["Vladimir Putin met Emmanuel Macron before the United Nations General Assembly.", undefined],
    ["Vladimir Putin invited Emmanuel Macron to visit Sochi.", "Sochi"],
  ])("%s", (text, place) => expect(contactsIn(text).contacts[0]?.location?.name).toBe(place));
});

describe("which contact is told", () => {
  test.each([
    ["Vladimir Putin and Emmanuel Macron talk in Sochi.", ["meeting held: Macron, Putin @2021-10-05"]],
    ["Vladimir Putin and Emmanuel Macron talk by phone in Sochi.", ["phone held: Macron, Putin @2021-10-05"]],
    ["Emmanuel Macron received Vladimir Putin with military honours in Paris.", ["visit held: Macron, Putin @2021-10-05"]], // biome-ignore format: one line reads best
    ["Emmanuel Macron received Vladimir Putin with a smile in Paris.", ["meeting held: Macron, Putin @2021-10-05"]],
    ["Vladimir Putin came to France at the invitation of Emmanuel Macron.", ["visit held: Macron, Putin @2021-10-05"]],
    ["Vladimir Putin came to power at the invitation of Boris Yeltsin.", []],
    ["Vladimir Putin will brief Emmanuel Macron by telephone on Thursday.", ["phone planned: Macron, Putin @2021-10-07"]], // biome-ignore format: one line reads best
    ["Vladimir Putin will brief Emmanuel Macron on Thursday.", []],
    ["Germans were annoyed by a meeting that Vladimir Putin had with Emmanuel Macron in Sochi on Saturday.", ["meeting held: Macron, Putin @2021-10-02"]], // biome-ignore format: one line reads best
    ["Germans were annoyed by a meeting that Vladimir Putin missed.", []],
    ["Vladimir Putin reiterated his call on Emmanuel Macron to act.", []],
    ["Vladimir Putin on Tuesday called off a meeting with Emmanuel Macron that had been planned for 12 November 2021.", ["meeting cancelled: Macron, Putin @2021-11-12"]], // biome-ignore format: one line reads best
    ["Vladimir Putin invited Emmanuel Macron to visit Sochi. Macron accepted the invitation and said he would come in December.", ["visit planned: Macron, Putin @2021-12"]], // biome-ignore format: one line reads best
    ["Vladimir Putin invited Emmanuel Macron to visit Sochi. Macron has not accepted the invitation.", ["visit proposed: Macron, Putin"]], // biome-ignore format: one line reads best
  ])("%s", (text, told) => expect(summaries(contactsIn(text))).toEqual(told));
});

describe("messages of several senders", () => {
  test.each([
    ["Vladimir Putin sends condolences to Emmanuel Macron.\n\nVladimir Putin sent a telegram of condolences to Emmanuel Macron.", ["telegram held: Macron, Putin @2021-10-05"]], // biome-ignore format: one line reads best
    ["Vladimir Putin sent a telegram to Emmanuel Macron. In a separate telegram, Mikhail Mishustin expressed his condolences to Jean Castex.", ["telegram held: Macron, Putin @2021-10-05", "telegram held: Castex, Mishustin @2021-10-05"]], // biome-ignore format: one line reads best
    ["A third cable, from Vladimir Putin, went to Emmanuel Macron.", ["telegram held: Macron, Putin @2021-10-05"]],
    ["A cable from Vladimir Putin went missing in the office of Emmanuel Macron.", []],
  ])("%s", (text, told) => expect(summaries(contactsIn(text))).toEqual(told));
});

describe("who sits in and mediates", () => {
  test.each([
    ["Vladimir Putin and Emmanuel Macron met in Ankara in the presence of Recep Tayyip Erdogan, who mediates between the two.", ["Erdoğan"]], // biome-ignore format: one line reads best
    ["Vladimir Putin and Emmanuel Macron met in Ankara in the presence of Recep Tayyip Erdogan, who was tired.", []],
  ])("%s", (text, mediators) => {
    const told = contactsIn(text);
    expect(told.contacts[0]?.mediators.map((m) => shortName(told, m))).toEqual(mediators);
  });
});

const CALL = "Vladimir Putin telephoned Emmanuel Macron on Monday.";

describe("topics of a call", () => {
  test.each([
    [`${CALL} The fish trade and a bridge were to be the main items of the talks.`, ["fish trade and a bridge"]],
    [`${CALL} The fish trade and a bridge were to be the main items of the shop.`, []],
    [`${CALL} They did not touch on relations with Japan.`, []],
    [`${CALL} They touched on relations with Japan.`, ["relations with Japan"]],
    [`${CALL} They discussed the situation in the islands and the need to protect the fishermen.`, ["situation in the islands", "need to protect the fishermen"]], // biome-ignore format: one line reads best
    [`${CALL} They discussed the safety and the health of the miners.`, ["safety and the health of the miners"]],
    ["Vladimir Putin called Emmanuel Macron to express his appreciation for French efforts to reach a truce in the valley.", ["truce in the valley"]], // biome-ignore format: one line reads best
  ])("%s", (text, topics) => {
    expect(contactsIn(text).contacts[0]?.topics.map((t) => t.label)).toEqual(topics);
  });
});

describe("promises", () => {
  test.each([
    [`${CALL} Macron announced that his country would give the islands two ships.`, ["offered: give the islands two ships"]], // biome-ignore format: one line reads best
    [`${CALL} Macron said France will lose two ships.`, []],
    [`${CALL} Macron said Japan would give the islands two ships.`, []],
    [`${CALL} Macron expressed the government's commitment to the truce.`, ["offered: the government's commitment to the truce"]], // biome-ignore format: one line reads best
    [`${CALL} It will be possible to agree on the next round.`, []],
  ])("%s", (text, told) => {
    expect(contactsIn(text).contacts[0]?.commitments.map((c) => `${c.status}: ${c.text}`)).toEqual(told);
  });
});
