import { describe, expect, test } from "vitest";
import { readArticle } from "../../../src/engine/read.js";
import { defaultKnowledge } from "../../../src/knowledge.js";

const knowledge = defaultKnowledge();

function claimsOf(text: string, title?: string) {
  const record = readArticle(title === undefined ? { text } : { text, title }, knowledge);
  const name = (id: string | null) => record.actors.find((a) => a.id === id)?.name ?? null;
  return record.claims.map((c) => ({
    content: record.document.text.slice(...c.content),
    speaker: name(c.speaker),
    chain: c.chain.map((link) => `${name(link.actor)}: ${link.as}`),
  }));
}

describe("what only points to the sentence before", () => {
  const said = "The two ports will be opened again in May.";
  test.each([
    ["by whom it was stated, and on what occasion", `${said} This was stated by Prime Minister Giorgia Meloni commenting on the talks in Tunis.`, "Giorgia Meloni"],
    ["stressed", `${said} This was stressed by Prime Minister Giorgia Meloni.`, "Giorgia Meloni"],
    ["said in the active", `${said} Prime Minister Giorgia Meloni said this during a briefing.`, "Giorgia Meloni"],
  ])("%s", (_, text, speaker) => {
    expect(claimsOf(text)).toContainEqual(
      expect.objectContaining({ content: said.slice(0, -1), speaker }),
    );
  }); // biome-ignore format: a table

  test("what was discussed is no sentence before", () => {
    const contents = claimsOf(`${said} This was discussed by Giorgia Meloni and Kais Saied.`).map((c) => c.content);
    expect(contents).not.toContain(said.slice(0, -1));
  });
});

describe("what does not point back", () => {
  test.each([
    ["what was not confirmed", "A ship sank off Bergen. This has not been confirmed by the Norwegian government.", "A ship sank off Bergen"],
    ["a thing that was published", "A paper obtained a draft of the treaty. The White House published it on Friday.", "A paper obtained a draft of the treaty"],
  ])("%s", (_, text, before) => {
    expect(claimsOf(text).map((c) => c.content)).not.toContain(before);
  }); // biome-ignore format: a table
});

describe("to whom words are said", () => {
  const met = "President Petr Pavel met President Sergio Mattarella in Rome on Monday.";
  function heard(text: string): string | null {
    const { actors, claims } = readArticle({ text, published: "2024-05-13" }, knowledge);
    return actors.find((a) => a.id === claims.at(-1)?.addressee)?.name ?? null;
  }
  test.each([
    ["“you” is the other of two", `${met} “Your ports are open to us,” Petr Pavel said.`, "Sergio Mattarella"],
    ["not where nobody is spoken to", `${met} “Can you imagine such a harbour?” Petr Pavel said.`, null],
    ["not where others hear it", `${met} “Your questions are good,” Petr Pavel told reporters.`, null],
  ])("%s", (_, text, who) => {
    if (who === null) expect(heard(text)).not.toBe("Sergio Mattarella");
    else expect(heard(text)).toBe(who);
  }); // biome-ignore format: a table
});

describe("a deed is no claim", () => {
  test.each([
    ["a call", "Secretary of State Antony Blinken called Kenyan President William Ruto on Monday to discuss trade.", 0],
    ["a welcome", "President Joe Biden welcomed Kenyan President William Ruto to the White House.", 0],
    ["a name given", "Donald Trump called Joe Biden a liar.", 1],
    ["a name given to two", "Joe Biden called Russia and China a threat to peace.", 1],
    ["an appeal", "Joe Biden called on Kenyan President William Ruto to send troops.", 1],
  ])("%s", (_, text, count) => {
    expect(claimsOf(text)).toHaveLength(count);
  });
});

describe("who answers for a text", () => {
  const told = "Secretary of State Antony Blinken said that talks with Kenya would go on.";
  test.each([
    ["as it says", `The below is attributable to Spokesperson Matthew Miller:\n\n${told}`, undefined],
    ["as its headline says", told, "Statement by Spokesperson Matthew Miller on talks with Kenya"],
  ])("%s", (_, text, title) => {
    expect(claimsOf(text, title).at(-1)?.chain).toEqual(["Matthew Miller: press-service", "Antony Blinken: speaker"]);
  });
  test("nobody, where it does not say", () => {
    expect(claimsOf(`Spokesperson Matthew Miller sat by.\n\n${told}`).at(-1)?.chain).toHaveLength(1);
  });

  test("an outlet in whose interview it was said", () => {
    const chain = claimsOf("In an interview with CNN, Antony Blinken said that talks would go on.").at(-1)?.chain;
    expect(chain).toEqual(["CNN: outlet", "Antony Blinken: speaker"]);
    const told = claimsOf("Antony Blinken will give an interview to CNN on Friday, Matthew Miller said.").at(-1)?.chain;
    expect(told).toEqual(["Matthew Miller: speaker"]);
  });
});

describe("quotations within quotations of the same marks", () => {
  test("are part of the outer one", () => {
    const text = 'Emmanuel Macron said: "There is the "Lisbon Format" and we will keep it. It works."';
    expect(claimsOf(text).map((c) => c.content)).toEqual([text.slice(text.indexOf('"'))]);
  });
  test("two in a row are two", () => {
    const text = '"It works," Emmanuel Macron said. "We will keep it," he added.';
    expect(claimsOf(text).map((c) => c.content)).toEqual(['"It works,"', '"We will keep it,"']);
  });
});
