import { describe, expect, test } from "vitest";
import { findQuotations } from "../../../src/engine/claims/quotations.js";
import { lexicon, paragraphsOf } from "./support.js";

const quoted = (text: string): string[] =>
  findQuotations(text, paragraphsOf(text), lexicon).map((q) => text.slice(...q.span)); // biome-ignore format: one line reads best

describe("a closing mark that was forgotten", () => {
  test.each([
    ["the report inverted", "“The pass is open, said Holm on Monday.\n“It is wide,” he added.", ["“The pass is open,", "“It is wide,”"]],
    ["the report in order", "“The pass is open, Minister Ana Holm told reporters.\n“It is wide,” she added.", ["“The pass is open,", "“It is wide,”"]],
    ["in straight marks", '"The pass is open, the minister said.\n"It is wide," he added.', ['"The pass is open,', '"It is wide,"']],
    ["in the same paragraph", "“The pass is open, Holm said. “It is wide.”", ["“The pass is open,", "“It is wide.”"]],
    ["an exclamation", '"The pass is open! shouted the guard.\n"Then go!" he was told.', ['"The pass is open!', '"Then go!"']],
    ["a second quotation to the paragraph's end", "“It is wide,” Holm said. “But it is steep.\nNobody answered.", ["“It is wide,”", "“But it is steep."]],
    ["not a quotation that goes on in the next paragraph", "“The pass is open. It is wide.\n“Go now,” Holm said.", ["“The pass is open. It is wide.\n“Go now,”"]],
    ["not one that tells what another said", "“In May, the minister said that it was open. We wait.\n“We are tired,” Holm said.", ["“In May, the minister said that it was open. We wait.\n“We are tired,”"]],
    ["not one that holds another", "“There is the “High Pass,” the mayor said, and the “Low Pass” too,” Holm said.", ["“There is the “High Pass,” the mayor said, and the “Low Pass” too,”"]],
  ])("%s", (_, text, expected) => {
    expect(quoted(text)).toEqual(expected);
  }); // biome-ignore format: a table

  test("many open marks are read in linear time", () => {
    const text = "“The pass is open, and nobody goes. ".repeat(20_000);
    const start = performance.now();
    quoted(text);
    expect(performance.now() - start).toBeLessThan(5000);
  });
});
