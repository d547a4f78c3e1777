import { describe, expect, test } from "vitest";
import { claimsOf } from "./told.js";

const SENT = "Kazakh President Kassym-Jomart Tokayev sent a letter to King Abdullah II of Jordan.";
const TOKAYEV = ["Kassym-Jomart Tokayev", "Abdullah II", "letter"];

describe("what a letter says", () => {
  test.each([
    ["in it", `${SENT} In it, the President noted that the wells were dry.`, TOKAYEV],
    ["in the paragraph behind", `${SENT}\n\nIn it, the President noted that the wells were dry.`, TOKAYEV],
    ["in his letter", `${SENT} In his letter, Tokayev said that the wells were dry.`, TOKAYEV],
    ["the letter reads", `${SENT} The letter reads: “The wells are dry.”`, TOKAYEV],
    ["“it” behind the letter", `${SENT} “The wells are dry,” it said.`, TOKAYEV],
    ["“he” in a letter received is its sender", "President Ilham Aliyev received a letter from Turkmen President Serdar Berdimuhamedow. In it, he proposed a canal.", ["Serdar Berdimuhamedow", "Ilham Aliyev", "letter"]],
    ["told of by its verb", "The Prime Minister of Armenia wrote to the President of France. In the letter, he said that the pass was open.", ["Nikol Pashinyan", "Emmanuel Macron", "letter"]],
    ["cabled", "President Jakov Milatović cabled President Zoran Milanović. “The wells are dry,” reads the telegram.", ["Jakov Milatović", "Zoran Milanović", "telegram"]],
    ["a message that congratulations imply", "President Alexander Lukashenko congratulated President Ilham Aliyev on the holiday. “The wells are full,” the message of congratulations reads.", ["Alexander Lukashenko", "Ilham Aliyev", "message"]],
    ["in a telegram to somebody, in the same sentence", "In a telegram to King Charles III, President Ranil Wickremesinghe wished the monarch a quick recovery.", ["Ranil Wickremesinghe", "Charles III", "telegram"]],
    ["not a talk that follows", `${SENT} Tokayev later said that the wells were dry.`, ["Kassym-Jomart Tokayev", null, null]],
    ["not another's words", `${SENT} Prime Minister Robert Golob said that the wells were dry.`, ["Robert Golob", null, null]],
  ])("%s", (_, text, expected) => {
    const told = claimsOf(text).at(-1);
    expect([told?.speaker, told?.addressee, told?.via]).toEqual(expected);
  }); // biome-ignore format: a table

  test("a letter between a speaker and the verb is none of the source", () => {
    const said = "Robert Golob, in a letter to the mayor, Ana Ruiz, said that the wells were dry.";
    expect(claimsOf(said).at(-1)).toMatchObject({ speaker: "Robert Golob", via: "letter" });
  });
});
