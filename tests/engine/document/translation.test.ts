import { describe, expect, test } from "vitest";
import { findTranslation } from "../../../src/engine/document/translation.js";
import { lexicon, open } from "./support.js";

interface Setting {
  readonly outlet?: string;
  readonly government?: string;
}

function translationOf(text: string, { outlet, government }: Setting = {}): string | null {
  return findTranslation(open(text), { outlet: outlet ?? null, government: government ?? null }, lexicon)?.from ?? null;
}

const BODY = "The ministry condemned the shelling of the harbour on Tuesday and asked for talks.";

describe("a text that says it was translated", () => {
  test.each([
    ["“We are ready,” the minister told reporters in Russian on Tuesday.", "ru"],
    [`Minister warns of new duties (in Ukrainian)\n\n${BODY}`, "uk"],
    [`Statement of the ministry\n\nUnofficial translation\n\n${BODY}`, "und"],
    [`Statement of the ministry\n\nTranslated from French by Ana Ruiz\n\n${BODY}`, "fr"],
    [`${BODY}\n\nTranslated by Ana Ruiz`, "und"],
    ["His remarks were translated from Arabic.", "ar"],
    ["The bill, in an unofficial translation from Hungarian, bans the party.", "hu"],
    ["Speaking through an interpreter, the general told aides that his troops had left.", "und"],
    ["The general spoke in halting Farsi and thanked his hosts.", "fa"],
    ["The interview was first published in Japanese.", "ja"],
    ["The envoy answered through a Dari interpreter.", "fa"],
    [`Statement (unofficial translation)\n\n${BODY}`, "und"],
  ])("%s", (text, from) => expect(translationOf(text)).toBe(from));
});

describe("a publisher that writes in another language first", () => {
  test.each<[string, Setting, string]>([
    [`BAKU (Trend): ${BODY}`, {}, "az"],
    [BODY, { outlet: "Xinhua" }, "zh"],
    [BODY, { outlet: "Kremlin", government: "RUS" }, "ru"],
    [BODY, { outlet: "Asia-Plus" }, "ru"],
    [`Statement\n\nUnofficial translation\n\n${BODY}`, { outlet: "Kremlin", government: "RUS" }, "ru"],
  ])("%s %j", (text, setting, from) => expect(translationOf(text, setting)).toBe(from));
});

describe("no translation", () => {
  test.each<[string, Setting]>([
    ["Schools that teach in Russian were closed on Tuesday, the ministry said.", {}],
    ["The novel, translated from French, won a prize on Tuesday.", {}],
    ["A translator for the army was killed near the bridge on Tuesday.", {}],
    ["The minister said in Paris that talks would go on; he said in April that they would not.", {}],
    ["The minister, who speaks Russian, met his Georgian colleague.", {}],
    ["The word was lost in translation, the minister joked.", {}],
    ["He spoke in English.", {}],
    [BODY, { outlet: "The Harbour Times" }],
    [BODY, { outlet: "AFP" }],
    [BODY, { outlet: "The White House", government: "USA" }],
    [`LONDON (Reuters): ${BODY}`, {}],
  ])("%s %j", (text, setting) => expect(translationOf(text, setting)).toBeNull());
});
