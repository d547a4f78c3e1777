import { describe, expect, test } from "vitest";
import { type Told, tell } from "./support.js";

const PEOPLE = {
  "Ana Ruiz": { as: ["Ana Ruiz", "Ruiz"], gender: "f" },
  "Nils Berg": { as: ["Nils Berg", "Berg"], gender: "m" },
  "Eva Holm": { as: ["Eva Holm", "Holm"], gender: "f" },
} as const;

const told = (text: string): readonly Told[] => tell(text, PEOPLE);
const contents = (text: string): readonly string[] => told(text).map((c) => c.content);
const by = (text: string): readonly (readonly [string | null, string])[] =>
  told(text).map((c) => [c.speaker, c.content]);

describe("where contents end", () => {
  test("two subjects after “that” are no second claim", () => {
    expect(by("Ruiz announced that Holm and Berg had agreed to meet.")).toContainEqual([
      "Ana Ruiz",
      "that Holm and Berg had agreed to meet",
    ]);
    expect(contents("Ruiz said that it rained and Berg said that it snowed.")).toContain("that it rained");
  });

  test.each([
    ["Holm stressed the need for a region that is free, open, and secure.", "the need for a region that is free, open, and secure"],
    ["Holm praised the plan, Berg and Ruiz said.", "the plan"],
  ])("%s", (text, content) => {
    expect(contents(text)).toContain(content);
  }); // biome-ignore format: a list of samples

  test("an addressee with “of” of its own is parted from what follows the last one", () => {
    const [claim] = told("Holm assured the council of the city of full support.");
    expect([claim?.content, claim?.addressee]).toEqual(["full support", "council of the city"]);
  });

  test("who is told where does not part a quotation that goes on", () => {
    expect(contents("“I know it,” Berg told a radio station in Bergen, “and I said so.”")).toEqual([
      "“I know it,” Berg told a radio station in Bergen, “and I said so.”",
    ]);
  });
});

describe("whose words they are", () => {
  test.each([
    ["According to Ana Ruiz, the aide to the king, Berg promised his guest that the road would open.", "Nils Berg", "that the road would open"],
    ["According to Ana Ruiz, during a talk with Berg, she proposed a truce.", "Ana Ruiz", "during a talk with Berg, she proposed a truce"],
    ["The road was closed, Nils Berg said after the morning sitting of his council.", "Nils Berg", "The road was closed"],
    ["President Holm updated Nils Berg on the talks and stressed the need for a truce.", "Eva Holm", "the need for a truce"],
    ["Ruiz voiced hope that the road will open, an official said.", "Ana Ruiz", "that the road will open"],
  ])("%s", (text, speaker, content) => {
    expect(by(text)).toContainEqual([speaker, content]);
  }); // biome-ignore format: a list of samples

  test("a noun's tag on a closing verb is no noun", () => {
    expect(contents("Ruiz left for Oslo on Monday, the city press service reports.")).toContain(
      "Ruiz left for Oslo on Monday",
    );
    expect(contents("Ruiz reads the statements, the press reports.")).not.toContain("Ruiz reads the statements, the");
  });

  test("what stands between commas after a conjunction leaves the clause before it out", () => {
    expect(contents("Ruiz went to the port, where, according to Berg, ten ships are waiting.")).toContain(
      "ten ships are waiting",
    );
  });

  test("a letter's words are its sender's, to its addressee", () => {
    const text =
      "Nils Berg informed Ana Ruiz of the plan in a letter. The letter assures the addressee that it is safe.";
    const claim = told(text).find((c) => c.content === "that it is safe");
    expect([claim?.speaker, claim?.addressee]).toEqual(["Nils Berg", "Ana Ruiz"]);
  });

  test("“in the cable” brings the cable back to mind", () => {
    const text =
      "Nils Berg sent a cable to Ana Ruiz, the palace said.\nIn the cable, he wished her luck. “It will pass,” it read.";
    expect(by(text)).toContainEqual(["Nils Berg", "“It will pass,”"]);
  });
});

describe("what is no claim", () => {
  test.each([
    "Berg telephoned his colleague, Eva Holm, on Friday.",
    "Holm convened the Fjord Forum in Oslo.",
    "The soldiers defend themselves at the border.",
  ])("%s", (text) => {
    expect(told(text)).toEqual([]);
  });

  test("a denied belief is doubted", () => {
    expect(told("Holm does not believe that the plan can work.")[0]?.stance).toBe("doubts");
    expect(told("Holm believes that the plan can work.")[0]?.stance).toBe("asserts");
  });
});
