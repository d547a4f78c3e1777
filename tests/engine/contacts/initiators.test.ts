import { describe, expect, test } from "vitest";
import { contactsIn, shortName } from "./support.js";

/** Last word of the name of who sought the first contact; a dash for nobody. */
function initiator(text: string): string {
  const told = contactsIn(text);
  return shortName(told, told.contacts[0]?.initiator ?? null);
}

describe("who sought a contact", () => {
  test.each([
    ["The call, requested by Tokyo, between Toshimitsu Motegi and Wang Yi took place on Monday.", "Motegi"],
    ["Charles Michel and Abiy Ahmed spoke on Monday in a call sought by the Ethiopian leader.", "Ahmed"],
    ["Toshimitsu Motegi and Wang Yi spoke by phone. The call was requested by the Chinese side.", "Yi"],
    ["Toshimitsu Motegi and Wang Yi spoke by phone about vaccines requested by Tokyo.", "–"],
    ["Toshimitsu Motegi and Wang Yi spoke by phone about the ships sought by the Chinese side.", "–"],
  ])("%s", (text, name) => expect(initiator(text)).toBe(name));
});
