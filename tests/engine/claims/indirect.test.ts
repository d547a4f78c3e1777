import { describe, expect, test } from "vitest";
import { tell } from "./support.js";

const told = (text: string): (string | null)[][] => tell(text).map((c) => [c.content, c.source]);

describe("reported clauses", () => {
  test.each([
    ["that", "Ruiz said that the road was open.", "that the road was open", "Ruiz"],
    ["without that", "Ruiz said the road was open.", "the road was open", "Ruiz"],
    ["a day before that", "Ruiz said on Monday that the road was open.", "that the road was open", "Ruiz"],
    ["an addressee", "Ruiz told the paper that the road was open.", "that the road was open", "Ruiz"],
    ["a question", "Ruiz asked whether the road was open.", "whether the road was open", "Ruiz"],
    ["sentence first", "The road was open again, Ruiz said.", "The road was open again", "Ruiz"],
    ["sentence first, inverted", "The road was open again, said Ruiz.", "The road was open again", "Ruiz"],
    ["according to", "The road was open, according to Ruiz.", "The road was open", "Ruiz"],
    ["according to, first", "According to Ruiz, the road was open.", "the road was open", "Ruiz"],
    ["parenthetical", "The road, Ruiz said, was open again.", "The road, Ruiz said, was open again", "Ruiz"],
    ["a day beside the subject", "The minister Tuesday said the road was open.", "the road was open", "The minister"],
    [
      "relative clause in the source",
      "Drivers who use the road told the paper that it was open.",
      "that it was open",
      "Drivers who use the road",
    ],
  ])("%s", (_, text, content, source) => {
    expect(told(text)).toContainEqual([content, source]);
  });

  test("the content ends where another cue of the same speaker begins", () => {
    expect(told("Ruiz said the road is open and urged drivers to be careful.")).toContainEqual([
      "the road is open",
      "Ruiz",
    ]);
    expect(told("Ruiz said the road was open, adding that work had ended.")).toEqual([
      ["the road was open", "Ruiz"],
      ["that work had ended", "Ruiz"],
    ]);
  });

  test("the sentence before is the content of “This was reported …”", () => {
    const found = tell("The leaders spoke by telephone. This was reported on Friday by the governor's press service.");
    expect(found).toContainEqual(
      expect.objectContaining({
        content: "The leaders spoke by telephone",
        source: "the governor's press service",
        kind: "indirect",
      }),
    );
  });

  test("what one says another said is a claim of its own", () => {
    const found = tell("Ruiz said that Berg promised that the road would open.", {
      "Ana Ruiz": { as: ["Ruiz"] },
      "Nils Berg": { as: ["Berg"] },
    });
    expect(found.map((c) => [c.content, c.speaker, c.chain])).toEqual([
      ["that Berg promised that the road would open", "Ana Ruiz", ["Ana Ruiz (speaker)"]],
      ["that the road would open", "Nils Berg", ["Ana Ruiz (speaker)", "Nils Berg (speaker)"]],
    ]);
  });

  test.each([
    ["denies", "Ruiz denied that the road was open."],
    ["doubts", "Ruiz doubted that the road was open."],
    ["asks", "Ruiz asked the governor to open the road."],
    ["promises", "Ruiz promised to open the road."],
    ["asserts", "Ruiz noted that the road was open."],
  ])("stance %s", (stance, text) => {
    expect(tell(text).map((c) => c.stance)).toEqual([stance]);
  });

  test.each([
    ["speech", "Ruiz said the road was open."],
    ["belief", "Ruiz believes the road is open."],
    ["belief", "Ruiz is confident that the road is open."],
    ["intention", "Ruiz plans to open the road."],
    ["intention", "Ruiz reaffirmed his readiness to open the road."],
    ["perception", "The survey shows that the road is open."],
    ["belief", "Ruiz praised the work of the road agency."],
  ])("act %s: %s", (act, text) => {
    expect(tell(text).map((c) => c.act)).toEqual([act]);
  });

  test("“readiness” keeps its possessor after “reaffirmed” and leaves it after “expressed”", () => {
    expect(told("Ruiz reaffirmed his readiness to go on with the dialogue.")).toEqual([
      ["his readiness to go on with the dialogue", "Ruiz"],
    ]);
    expect(told("He expressed readiness to work with Indonesia.")).toEqual([["to work with Indonesia", "He"]]);
  });

  test.each([
    "The road leads to the old harbour.",
    "Ruiz declined to say whether the road was open.",
    "The company added two lanes to the road.",
    "The note was on the table when Ruiz arrived.",
    "Ruiz did not say why the road was closed.",
  ])("no speech: %s", (text) => {
    expect(tell(text).filter((c) => c.act === "speech")).toEqual([]);
  });

  test.each([
    ["a predicate goes on", "The road, according to Ruiz, was open.", "The road, according to Ruiz, was open"],
    ["a reporting verb goes on", "The governor, according to Ruiz, stressed that it was open.", "The governor, according to Ruiz, stressed that it was open"],
    ["a relative clause", "The road, which was closed in May, according to Ruiz, was opened.", "The road, which was closed in May, according to Ruiz, was opened"],
    ["a number", "Nearly 200 people, according to Ruiz, were on the road.", "Nearly 200 people, according to Ruiz, were on the road"],
    ["a condition", "If the rain stops, according to Ruiz, the road will open.", "If the rain stops, according to Ruiz, the road will open"],
    ["an adverbial", "At the same time, according to Ruiz, it was necessary to wait.", "it was necessary to wait"],
    ["who closes it", "The road was open, according to Ruiz, who came from Oslo.", "The road was open"],
    ["apposition closes it", "The road was open, according to Ruiz, the governor of the province.", "The road was open"],
    ["another clause", "The road was open, according to Ruiz, and the bridge was closed.", "The road was open"],
  ])("according to within the sentence: %s", (_, text, content) => {
    expect(tell(text).find((c) => c.cue === "according to")?.content).toBe(content);
  }); // biome-ignore format: a sentence a line

  test.each([
    ["a second deed", "Ruiz said the plan was dead and accused Berg of lying.", "the plan was dead"],
    ["a clause with an aside before the main one", "Although Ruiz said that, despite the rain, Berg would go on working, Holm went home.", "that, despite the rain, Berg would go on working"],
    ["one with a day in it", "Because Ruiz said that on Monday, the men had struck, Holm went home.", "that on Monday, the men had struck"],
    ["one with a condition in it", "While Ruiz said that if it rains, the road will close, Holm went home.", "that if it rains, the road will close"],
    ["a past tense taken for a participle", "While Ruiz said that if it rains, the road will close, Holm left early.", "that if it rains, the road will close"],
    ["no past tense", "While Ruiz said the road, a street built by Berg, was closed, Holm went home.", "the road, a street built by Berg, was closed"],
    ["one with a list in it", "Although Ruiz said Berg, Holm and Lund are friends, she left early.", "Berg, Holm and Lund are friends"],
    ["one after another", "After Ruiz said that the road would close, Holm went home.", "that the road would close"],
    ["somebody who will answer is no source", "Ruiz said that, although the talks were over, Berg would respond, and the road would open.", "that, although the talks were over, Berg would respond, and the road would open"],
    ["a perfect of the speaker's own", "Ruiz said on Monday that the talks were over and had warned Berg last week that it would rain.", "that the talks were over"],
    ["a perfect that is no cue", "Ruiz said that the talks were over and had failed.", "that the talks were over and had failed"],
    ["who somebody is", "The “plan for the road is dead,” says Ruiz, president of a trust that backs the bridge.", "The “plan for the road is dead,”"],
    ["a clause that goes on", "The “plan for the road,” says Ruiz, president of a trust, will be remembered.", "The “plan for the road,” says Ruiz, president of a trust, will be remembered"],
    ["a quotation that goes on", "The plan “will hold,” Ruiz said, “and will be kept.”", "The plan “will hold,” Ruiz said, “and will be kept.”"],
    ["a source between subject and verb", "The bridge, said Ruiz, is a gift and will open in May.", "The bridge, said Ruiz, is a gift and will open in May"],
    ["a clause before the main one", "Though Ruiz said he was loath to punish it, he left early.", "he was loath to punish it"],
    ["a list of clauses", "Ruiz said the talks were useful, the plan was good and nobody left.", "the talks were useful, the plan was good and nobody left"],
    ["a second deed, with “on”", "Ruiz said the talks were over and called on Berg to open the road.", "the talks were over"],
    ["a cue", "Ruiz said the work had ended and recalled that it had rained.", "the work had ended"],
    ["a shared perfect", "Ruiz said that Berg had signed and withdrawn the plan.", "that Berg had signed and withdrawn the plan"],
    ["a shared passive", "Ruiz said that the men had been arrested and accused of theft.", "that the men had been arrested and accused of theft"],
    ["a second perfect", "Ruiz said that Berg had praised the town and had asked it for help.", "that Berg had praised the town and had asked it for help"],
    ["who told whom", "Ruiz warned Berg that the road would close, a senior official told the paper.", "that the road would close"],
    ["what is cited", "The paper reported that the road was open, citing two officials.", "that the road was open"],
    ["a reason that is cited", "Ruiz said Berg had refused to come, citing the bad weather.", "Berg had refused to come, citing the bad weather"],
  ])("where a content ends: %s", (_, text, content) => {
    expect(tell(text).map((c) => c.content)).toContain(content);
  }); // biome-ignore format: a sentence a line

  test.each([
    ["afterwards", "Ruiz said afterwards that the road was open."],
    ["on X", "Ruiz wrote on X that the road was open."],
    [
      "a published interview",
      "Ruiz told the Lurian Post in an interview published on Thursday that the road was open.",
    ],
    ["a letter sent", "Ruiz said in a letter sent to the town that the road was open."],
    ["somebody cited", "Norpress reported on Tuesday, citing two officials, that the road was open."],
  ])("where a content begins: %s", (_, text) => {
    expect(tell(text).map((c) => c.content)).toContain("that the road was open");
  });

  test.each([
    ["denies", "Ruiz denies reports that the road was closed."],
    ["asserts", "Ruiz confirmed reports that the road was closed."],
  ])("reports that one %s", (stance, text) => {
    expect(new Set(tell(text).map((c) => c.stance))).toEqual(new Set([stance]));
  });

  test.each([
    ["“The road is open,” said an official who asked not to be named.", 1],
    ["Ruiz asked not to be named in the report.", 0],
    ["Ruiz asked not to be included in the team.", 1],
  ])("who wants no name makes no claim of it: %s", (text, count) => {
    expect(tell(text)).toHaveLength(count);
  });

  test("headlines", () => {
    expect(told("Ruiz: Road will open in spring")).toEqual([["Road will open in spring", "Ruiz"]]);
  });
});
