import { describe, expect, test } from "vitest";
import { claimsOf } from "./told.js";

describe("by whose hands words came", () => {
  test.each([
    ["three hands", "Reuters reported on Sunday, citing the state agency Petra, which quoted a palace official as saying that the king would fly.", "agency: Reuters > agency: Petra > anonymous: palace official"],
    ["who is cited between the source and its verb", "Reuters, citing three EU diplomats, said that the package would be split.", "agency: Reuters > speaker: EU diplomats"],
    ["the source's relative clause", "According to Bloomberg, which cited people familiar with the matter, Hungary will stay out.", "agency: Bloomberg > speaker: people familiar with the matter"],
    ["cited behind “as reported by”", "As reported by the Xinhua news agency, citing the Belgian government, exports rose by 6 percent.", "agency: Xinhua > speaker: Belgian government"],
    ["a phrase that opens the sentence", "As quoted by the TASS news agency, Foreign Minister Margus Tsahkna said that the road was open.", "agency: TASS > speaker: Margus Tsahkna"],
    ["cited in the passive", "Margus Tsahkna was cited by TASS as saying that the road was open.", "agency: TASS > speaker: Margus Tsahkna"],
    ["told to an agency", "The road was open, Margus Tsahkna told AFP on Friday.", "agency: AFP > speaker: Margus Tsahkna"],
    ["an interview that another published", "“The road is open,” Margus Tsahkna told the crew in an interview published by TASS.", "agency: TASS > speaker: Margus Tsahkna"],
    ["not a paper that is cited: it is no speaker", "Reuters, citing a memo, said that the road was open.", "speaker: Reuters"],
    ["not who is cited by somebody that is no outlet", "Margus Tsahkna, citing witnesses, said that the road was open.", "speaker: Margus Tsahkna"],
    ["not reporters who are told", "The road was open, Margus Tsahkna told reporters on Friday.", "speaker: Margus Tsahkna"],
    ["not a book that somebody published", "Margus Tsahkna said that a study published by TASS was wrong.", "speaker: Margus Tsahkna"],
  ])("%s", (_, text, chain) => {
    expect(claimsOf(text).at(-1)?.chain).toBe(chain);
  }); // biome-ignore format: a table

  test("who is cited is no content of a claim", () => {
    const contents = claimsOf("The convoy was hit near Goma, Reuters reported, citing a UN spokesman.").map((c) => c.content);
    expect(contents).toEqual(["The convoy was hit near Goma"]);
  }); // biome-ignore format: one line reads best

  test("an outlet whose name ends in “Post” is no post", () => {
    expect(claimsOf("The road was open, the Washington Post reported.").at(-1)?.via).toBeNull();
  });
});
