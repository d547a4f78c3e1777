import { describe, expect, test } from "vitest";
import type { Setting } from "../actors/support.js";
import { contactsIn, shortName, summaries } from "./support.js";

/** A short article, its setting, and the contacts it tells of. */
interface Article {
  readonly what: string;
  readonly text: string;
  readonly setting?: Setting;
  readonly contacts: readonly string[];
  readonly initiator?: string;
  readonly sender?: string;
}

const ARTICLES: readonly Article[] = [
  {
    what: "a call told by an agency after a press service, with an earlier meeting",
    text: `Putin, Tokayev discuss harvest by phone
Russian President Vladimir Putin and his Kazakh counterpart Kassym-Jomart Tokayev discussed the harvest in a telephone conversation on Monday, the Kremlin press service reported.
The conversation took place at the initiative of the Kazakh side.
The heads of state agreed to stay in touch. Last year the two presidents met in Sochi.`,
    setting: { titled: true },
    contacts: ["phone held: Putin, Tokayev @2021-10-04", "meeting held: Putin, Tokayev @2020"],
    initiator: "Tokayev",
  },
  {
    what: "a government's readout that leaves its own country out",
    text: `Secretary Blinken’s Call with Indonesian Foreign Minister Marsudi
Secretary of State Antony J. Blinken spoke today with Indonesian Foreign Minister Retno Marsudi.
The Secretary and the Foreign Minister discussed vaccines. The Secretary thanked the Foreign Minister for her work.`,
    setting: { titled: true, publisher: "USA" },
    contacts: ["phone held: Blinken, Marsudi @2021-10-05"],
  },
  {
    what: "a visit with a meeting within it, and a plan",
    text: `Georgian Prime Minister Irakli Garibashvili arrived in Yerevan on Monday, where he met Armenian Prime Minister Nikol Pashinyan.
The two prime ministers discussed the railway. Garibashvili called for peace in the region and spoke to reporters after the talks.`,
    contacts: ["meeting held: Garibashvili, Pashinyan @2021-10-04"],
  },
  {
    what: "a telegram of which the text is quoted",
    text: `Tajik President Emomali Rahmon sent a telegram of condolences to Pakistani President Arif Alvi on Monday over the earthquake.
“I spoke with the families and met the governor,” the telegram reads. “Please accept my condolences.”
The telegram was published by the president's press service.`,
    contacts: ["telegram held: Alvi, Rahmon @2021-10-04"],
    sender: "Rahmon",
  },
  {
    what: "a telegram that a title calls a greeting",
    text: `Xi congratulates Rahmon
Chinese President Xi Jinping congratulated Tajik President Emomali Rahmon on his birthday in a letter.
He wished him good health.`,
    setting: { titled: true },
    contacts: ["letter held: Jinping, Rahmon @2021-10-05"],
    sender: "Jinping",
  },
  {
    what: "a meeting that was put off",
    text: `The meeting of Indian Foreign Minister S. Jaishankar with Sri Lankan Foreign Minister G. L. Peiris, which was to be held on Thursday, has been postponed, the ministry said on Tuesday.
“Nobody called anything off,” a diplomat told reporters.`,
    contacts: ["meeting postponed: Jaishankar, Peiris @2021-10-07"],
  },
  {
    what: "a meeting of ministers beside a war of words",
    text: `US Secretary of State Antony Blinken met French Foreign Minister Jean-Yves Le Drian in Paris on Tuesday.
Emmanuel Macron called on Washington to explain itself. French officials had called the deal a stab in the back.`,
    contacts: ["meeting held: Blinken, Drian @2021-10-05"],
  },
  {
    what: "home news with the words of diplomacy",
    text: `The museum received visitors from France and Germany on Monday.
An ambassador of good taste, the curator called the exhibition a dialogue between Chinese vases and Turkish carpets. He spoke with passion about a letter that Napoleon had sent to Josephine.
A call for help went out to Italy after the flood.`,
    contacts: [],
  },
  {
    what: "a parliament's debate",
    text: `British Prime Minister Boris Johnson addressed parliament on Monday. He met criticism from all sides over his talks about fish.
France and Germany were named eleven times. The session was adjourned until Thursday.`,
    contacts: [],
  },
  {
    what: "sport",
    text: `Germany met France in Munich on Tuesday. Didier Deschamps called the match a conversation between equals.
Italy faces Spain on Friday.`,
    contacts: [],
  },
];

describe("a short article", () => {
  test.each(ARTICLES)("$what", ({ text, setting, contacts, initiator, sender }) => {
    const told = contactsIn(text, setting);
    expect(summaries(told)).toEqual(contacts);
    if (initiator !== undefined) expect(shortName(told, told.contacts[0]?.initiator ?? null)).toBe(initiator);
    if (sender !== undefined) expect(shortName(told, told.contacts[0]?.sender ?? null)).toBe(sender);
    for (const contact of told.contacts) {
      expect(contact.evidence.length).toBeGreaterThan(0);
      expect(contact.why).not.toBe("");
    }
  });
});
