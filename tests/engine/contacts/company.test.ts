import { describe, expect, test } from "vitest";
import { readArticle } from "../../../src/engine/read.js";
import { knowledge } from "../../data/knowledge.js";

/** “name role” for everyone of the first contact's delegation, and the sides of its CONSULT event. */
function company(text: string, published = "2023-03-14") {
  const record = readArticle({ text, published }, knowledge);
  const last = (id: string): string =>
    record.actors
      .find((a) => a.id === id)
      ?.name.split(" ")
      .at(-1) ?? "?";
  const [contact] = record.contacts;
  const consult = record.events.find((e) => e.event === "CONSULT");
  return {
    roles: contact?.delegation.map(({ actor, role }) => `${last(actor)} ${role}`) ?? [],
    participants: contact?.participants.map(last) ?? [],
    consult: consult === undefined ? [] : [consult.cameo, ...[...consult.actor, ...consult.recipient].map(last)],
  };
}

const TWO = ["Putin principal", "Fidan principal"];
const MEETING = "Vladimir Putin met Hakan Fidan in Sochi.";

describe("who came along", () => {
  test.each([
    [`${MEETING} Fidan was accompanied by Ibrahim Kalin.`, [...TWO, "Kalın member"]],
    ["Vladimir Putin, accompanied by Sergey Lavrov, met Hakan Fidan.", [...TWO, "Lavrov member"]],
    [`${MEETING} Sergey Lavrov accompanied Putin.`, [...TWO, "Lavrov member"]],
    [`${MEETING} The Russian delegation included Sergey Lavrov and Yury Ushakov.`, [...TWO, "Lavrov member", "Ushakov member"]], // biome-ignore format: one line reads best
    [`${MEETING} Also present were Sergey Lavrov and Ibrahim Kalin.`, [...TWO, "Lavrov member", "Kalın member"]],
    [`${MEETING} Sergey Lavrov was in attendance.`, [...TWO, "Lavrov member"]],
    ["Vladimir Putin received Hakan Fidan in the presence of Sergey Lavrov.", [...TWO, "Lavrov member"]],
    [`${MEETING} Fidan came with a delegation. It included gas experts. The Turkish delegation featured Ibrahim Kalin.`, [...TWO, "Kalın member"]], // biome-ignore format: one line reads best
    ["Vladimir Putin will meet Hakan Fidan in Sochi on Friday, accompanied by Sergey Lavrov.", [...TWO, "Lavrov member"]], // biome-ignore format: one line reads best
    [`${MEETING} Present at the meeting were Sergey Lavrov and Ibrahim Kalin.`, [...TWO, "Lavrov member", "Kalın member"]], // biome-ignore format: one line reads best
    [`${MEETING} Also present on the Russian side were Sergey Lavrov and Yury Ushakov.`, [...TWO, "Lavrov member", "Ushakov member"]], // biome-ignore format: one line reads best
    [`${MEETING} The Russian delegation was made up of Sergey Lavrov and Yury Ushakov.`, [...TWO, "Lavrov member", "Ushakov member"]], // biome-ignore format: one line reads best
    [`${MEETING} The Russian delegation consisted of Sergey Lavrov and Yury Ushakov.`, [...TWO, "Lavrov member", "Ushakov member"]], // biome-ignore format: one line reads best
    // said to come, of another team
    [`${MEETING} Sergey Lavrov would accompany Putin to Ankara.`, TWO],
    ["Vladimir Putin met Hakan Fidan after a team featuring Sergey Lavrov had lost at chess.", TWO],
    // neither side's, no person, no company
    [`${MEETING} Fidan was accompanied by Olaf Scholz.`, TWO],
    [`${MEETING} Police escorted the convoy to the airport.`, TWO],
    [`${MEETING} The agenda included gas.`, TWO],
    [`${MEETING} The plan was made up of two parts.`, TWO],
    [`${MEETING} The road was lined on the Turkish side by Ibrahim Kalin.`, TWO],
    [`${MEETING} Sergey Lavrov praised the talks.`, TWO],
    ["Vladimir Putin wrote a letter to Hakan Fidan, accompanied by a gift.", ["Putin sender", "Fidan addressee"]],
  ])("%s", (text, roles) => expect(company(text).roles).toEqual(roles));

  test("takes no part in the event", () => {
    const { participants, consult } = company("Vladimir Putin, accompanied by Sergey Lavrov, met Hakan Fidan.");
    expect(participants).toEqual(["Putin", "Fidan"]);
    expect(consult).toEqual(["040", "Putin", "Fidan"]);
  });
});

describe("who mediated", () => {
  test.each([
    ["The talks between Armenia and Azerbaijan were mediated by the United States.", "States mediator"],
    ["Under the auspices of Angola, Felix Tshisekedi met Paul Kagame.", "Angola mediator"],
    ["Qatar mediated the talks between Israel and Hamas.", "Qatar mediator"],
    ["Israel and Hamas held talks in Doha. Qatar is mediating the talks.", "Qatar mediator"],
    ["Israel and Hamas held talks in Doha on Tuesday, brokered by Egypt.", "Egypt mediator"],
    ["Nikol Pashinyan met Ilham Aliyev in Geneva. The meeting was facilitated by France.", "France mediator"],
  ])("%s", (text, mediator) => {
    const { roles, consult } = company(text);
    expect(roles.at(-1)).toBe(mediator);
    expect(roles).toHaveLength(3);
    expect(consult[0]).toBe("045");
    expect(consult).toHaveLength(4);
  });

  test.each([
    "Armenia and Azerbaijan held talks. The United States praised the mediation efforts.",
    "Nikol Pashinyan met Ilham Aliyev. Russia brokered a deal on wheat.",
    "Nikol Pashinyan met Ilham Aliyev after China had offered to mediate talks.",
    "Nikol Pashinyan met Ilham Aliyev after France refused to mediate the talks.",
    "Nikol Pashinyan met Ilham Aliyev and said Qatar could not mediate talks.",
    "Nikol Pashinyan met Ilham Aliyev and praised a truce mediated by Qatar.",
    "Nikol Pashinyan met Ilham Aliyev. The talks were not mediated by France.",
    "Nikol Pashinyan met Ilham Aliyev and thanked him for the mediation of Azerbaijan.",
  ])("nobody: %s", (text) => expect(company(text).roles.join()).not.toContain("mediator"));
});

describe("letters of several senders", () => {
  test.each([
    ["Emmanuel Macron and Olaf Scholz sent a letter to Joe Biden.", ["Macron sender", "Scholz sender", "Biden addressee"]], // biome-ignore format: one line reads best
    ["Emmanuel Macron sent a letter to Olaf Scholz and Joe Biden.", ["Macron sender", "Scholz addressee", "Biden addressee"]], // biome-ignore format: one line reads best
    ["Emmanuel Macron sent a letter to Joe Biden. Joe Biden sent a letter to Macron in reply.", ["Macron sender", "Biden addressee"]], // biome-ignore format: one line reads best
    ["Emmanuel Macron and Joe Biden exchanged letters.", ["Macron principal", "Biden principal"]],
  ])("%s", (text, roles) => expect(company(text).roles).toEqual(roles));
});
