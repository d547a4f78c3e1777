import { describe, expect, test } from "vitest";
import { contactsIn, shortName, summaries } from "./support.js";

const CALL = "Vladimir Putin telephoned Emmanuel Macron on Monday.";

/** Labels of the topics of the first contact of a text. */
function topicsOf(text: string): readonly string[] {
  return (contactsIn(text).contacts[0]?.topics ?? []).map((topic) => topic.label);
}

describe("topics end where another clause begins", () => {
  // biome-ignore format: a row a line
  test.each([
    ["They discussed fish exports, and reviewed the plans for a railway.", ["fish exports", "plans for a railway"]],
    ["While discussing fish quotas, both leaders praised the harbour.", ["fish quotas"]],
    ["They exchanged opinions on the war in Syria and also discussed the timetable of visits.", ["war in Syria", "timetable of visits"]],
    ["They discussed fish quotas and will sign the treaty.", ["fish quotas"]],
    ["They discussed the war and Macron praised the doctors.", ["war"]],
    ["They discussed grain, fish, and the new port.", ["grain", "fish", "new port"]],
    ["They discussed the treaty signed in Oslo, fish exports and the port.", ["treaty signed in Oslo", "fish exports and the port"]],
  ])("%s", (sentence, labels) => expect(topicsOf(`${CALL} ${sentence}`)).toEqual(labels));
});

describe("a comma inside one phrase parts no topics", () => {
  // biome-ignore format: a row a line
  test.each([
    ["They discussed the gas deal among Russia, Turkey, and Bulgaria.", ["gas deal among Russia, Turkey, and Bulgaria"]],
    ["They discussed new economic, political and military measures.", ["new economic, political and military measures"]],
    ["They discussed the accords of November 9, 2020.", ["accords of November 9, 2020"]],
    ["They discussed the principle of equal security, enshrined in the Oslo Charter.", ["principle of equal security"]],
    ["They discussed the fight against malaria, including through the new fund.", ["fight against malaria"]],
    ["They discussed Finland's sovereignty, independence, and territorial integrity.", ["Finland's sovereignty, independence, and territorial integrity"]],
    ["They discussed the port, harbour fees, as well as wheat.", ["port", "harbour fees", "wheat"]],
    ["They discussed global challenges, including health, farming.", ["global challenges", "health", "farming"]],
    ["They discussed Iran, Syria, and Libya.", ["Iran", "Syria", "Libya"]],
    ["They discussed the war in Ukraine, the situation in Syria, and Iran.", ["war in Ukraine", "situation in Syria", "Iran"]],
  ])("%s", (sentence, labels) => expect(topicsOf(`${CALL} ${sentence}`)).toEqual(labels));
});

describe("a label is what was talked about, without what leads in and what stands beside", () => {
  // biome-ignore format: a row a line
  test.each([
    ["Macron informed Putin about the situation on the eastern border.", ["situation on the eastern border"]],
    ["Trade in timber was discussed in detail.", ["Trade in timber"]],
    ["Issues related to the wheat price were touched upon.", ["wheat price"]],
    ["The issue raised by France was solved.", []],
    ["They discussed unity in the face of the attacks.", ["unity"]],
    ["They discussed the grain deal on the eve of the summit.", ["grain deal"]],
    ["They discussed the border crisis, in Berlin on Monday.", ["border crisis"]],
    ["They discussed the deal in the north of Libya.", ["deal in the north of Libya"]],
    ["Asked if gas had been discussed, Putin said nothing.", []],
    ["They stressed the need to combat piracy, smuggling and theft.", ["piracy", "smuggling and theft"]],
  ])("%s", (sentence, labels) => expect(topicsOf(`${CALL} ${sentence}`)).toEqual(labels));

  test.each([
    ["Vladimir Putin spoke by telephone with Emmanuel Macron for about an hour.", []],
    ["Vladimir Putin met Emmanuel Macron on the 10th.", []],
    ["Vladimir Putin spoke by telephone with Emmanuel Macron about an hour of silence in schools.", []],
    ["Vladimir Putin spoke by telephone with Emmanuel Macron about the bridge.", ["bridge"]],
  ])("%s", (text, labels) => expect(topicsOf(text)).toEqual(labels));
});

describe("forms that announce a topic", () => {
  // biome-ignore format: a row a line
  test.each([
    ["Attention was also given to the fishing treaty.", ["fishing treaty"]],
    ["The sides paid considerable attention to fish quotas.", ["fish quotas"]],
    ["Special consideration was given to fish quotas.", ["fish quotas"]],
    ["An exchange of views took place on fish quotas.", ["fish quotas"]],
    ["The main focus of the conversation was on fish quotas.", ["fish quotas"]],
    ["The agenda included fish quotas and the harbour.", ["fish quotas and the harbour"]],
    ["They had a detailed exchange of opinions regarding fish quotas.", ["fish quotas"]],
    ["They shared their perspectives on fish quotas.", ["fish quotas"]],
    ["Macron briefed Putin on the harbour project.", ["harbour project"]],
    ["The importance of a fair treaty was noted.", ["importance of a fair treaty"]],
    ["They paid no attention to fish quotas.", []],
    ["The length of the call was noted.", []],
  ])("%s", (sentence, labels) => expect(topicsOf(`${CALL} ${sentence}`)).toEqual(labels));
});

describe("the contact a sentence speaks of", () => {
  /** “phone: topics; meeting: topics” of a text's contacts. */
  const told = (text: string) => contactsIn(text).contacts.map((c) => [c.channel, c.topics.map((t) => t.label)]);

  test.each([
    [
      "Vladimir Putin telephoned Emmanuel Macron on Monday. The presidents of Russia and Azerbaijan will meet in Sochi on Friday. The situation in Libya was also discussed.",
      [["phone", ["situation in Libya"]], ["meeting", []]],
    ],
    [
      "Ilham Aliyev and Recep Tayyip Erdoğan spoke by telephone. Erdoğan invited Aliyev to visit Ankara in June. Aliyev raised the question of gas supplies.",
      [["phone", ["question of gas supplies"]], ["visit", []]],
    ],
    [
      "Vladimir Putin telephoned Emmanuel Macron on Monday. They will meet in Paris in June. Trade will be discussed.",
      [["phone", []], ["meeting", ["Trade"]]],
    ],
  ])("%s", (text, topics) => expect(told(text)).toEqual(topics)); // biome-ignore format: a row a text

  test.each([
    ["Emmanuel Macron met Andrzej Duda on Monday. Poland and Lithuania pledged to build a bridge.", 0],
    ["Emmanuel Macron met Andrzej Duda on Monday. Poland and France agreed to build a bridge.", 1],
  ])("%s", (text, count) => {
    const { contacts } = contactsIn(text);
    expect(contacts.flatMap((c) => c.commitments)).toHaveLength(count);
  });
});

describe("what binds, and how far it goes", () => {
  /** “who: what” of the commitments a sentence after the call makes. */
  const made = (sentence: string): readonly string[] => {
    const told = contactsIn(`${CALL} ${sentence}`);
    return (told.contacts[0]?.commitments ?? []).map(
      (c) => `${c.by.map((b) => shortName(told, b)).sort().join("+")}: ${c.text}`, // biome-ignore format: one line reads best
    );
  };

  // biome-ignore format: a row a line
  test.each([
    ["They agreed that trade would grow, and Macron thanked Putin for his help.", ["Macron+Putin: trade would grow"]],
    ["They agreed that trade would grow and prices would fall.", ["Macron+Putin: trade would grow and prices would fall"]],
    ["They agreed to open a new harbour, and also welcomed the end of the strike.", ["Macron+Putin: open a new harbour"]],
    ["They agreed to open a new harbour and build a railway.", ["Macron+Putin: open a new harbour and build a railway"]],
    ["Mutual readiness to develop cooperation in forestry was confirmed.", ["Macron+Putin: develop cooperation in forestry"]],
    ["Macron looks forward to the harbour festival.", []],
    ["Macron looks forward to working with Russia on trade.", ["Macron: working with Russia on trade"]],
    ["Macron expressed the hope that the conflict in Mali will be settled.", []],
    ["Macron said France is committed to building a port.", ["Macron: building a port"]],
    ["Macron underscored France's commitment to build a port.", ["Macron: France's commitment to build a port"]],
    ["Macron underscored Russia's commitment to build a port.", ["Putin: Russia's commitment to build a port"]],
    ["Macron underscored the importance of support for Mali.", []],
  ])("%s", (sentence, promises) => expect(made(sentence)).toEqual(promises));
});

test("a sentence about others leaves the contact as it was", () => {
  expect(summaries(contactsIn(`${CALL} Poland and Lithuania discussed grain.`))).toEqual([
    "phone held: Macron, Putin @2021-10-04",
  ]);
});
