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
    [
      "Joe Biden met Emmanuel Macron on Monday. They planned a call between Andrzej Duda and Olaf Scholz in November. The two sides also discussed fish quotas.",
      [["meeting", ["fish quotas"]], ["phone", []]],
    ],
    [
      "Joe Biden telephoned Emmanuel Macron on Monday. The leaders discussed plans for Macron to visit Washington. Both leaders stressed their commitment to clean rivers.",
      [["phone", ["plans for Macron to visit Washington", "clean rivers"]], ["visit", []]],
    ],
    [
      "Vladimir Putin had a telephone conversation with Emmanuel Macron. In the follow-up to the meeting between Vladimir Putin and Emmanuel Macron on September 16, the leaders discussed fish quotas. They also talked about the harbour of Brest.",
      [["phone", ["fish quotas", "harbour of Brest"]], ["meeting", []]],
    ],
    [
      "Vladimir Putin had a telephone conversation with Emmanuel Macron. At their meeting in Rome on September 16 the leaders discussed fish quotas.",
      [["phone", []], ["meeting", ["fish quotas"]]],
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

describe("topics that a readout tells by the way", () => {
  // biome-ignore format: a row a line
  test.each([
    // beside what is called a topic
    ["They discussed fish quotas, and Emmanuel Macron stressed the need for clean rivers.", ["fish quotas", "clean rivers"]],
    ["Emmanuel Macron thanked Vladimir Putin for the timber deliveries, and they discussed fish quotas.", ["timber deliveries", "fish quotas"]],
    ["They discussed fish quotas and Macron praised the doctors.", ["fish quotas"]],
    // words of saying and showing
    ["Emmanuel Macron drew attention to the issue of freeing the trawlers.", ["freeing the trawlers"]],
    ["Vladimir Putin laid out the plans for a railway.", ["plans for a railway"]],
    ["Vladimir Putin laid a wreath.", []],
    ["Vladimir Putin gave a detailed assessment of the harvest.", ["harvest"]],
    ["Emmanuel Macron briefed his counterpart on the state of the harbour, as well as on the fish quotas.", ["state of the harbour", "fish quotas"]],
    ["Emmanuel Macron conveyed his hope for peace talks in Libya.", ["peace talks in Libya"]],
    ["Emmanuel Macron conveyed his congratulations to the people of Russia.", []],
    ["Emmanuel Macron informed his counterpart in detail about the state of the harbour.", ["state of the harbour"]],
    ["Emmanuel Macron thanked Vladimir Putin for his leadership.", []],
    // where a thing is, not when
    ["Emmanuel Macron underscored the importance of keeping peace and stability across the gulf.", ["peace and stability across the gulf"]],
    ["Emmanuel Macron underscored the importance of lifting the fish quotas in June.", ["fish quotas"]],
    // what else is to be done
    ["They stressed the need to lower the fish quotas and open the harbour of Brest.", ["fish quotas", "harbour of Brest"]],
    ["They agreed to address the drought and rebuild the harbour.", ["drought"]],
    // whole words and phrases
    ["They stressed the importance of further coordination of efforts to de-escalate the conflict.", ["further coordination of efforts to de-escalate the conflict"]],
    ["Vladimir Putin reiterated Russia's demands made earlier.", ["Russia's demands made earlier"]],
  ])("%s", (sentence, labels) => expect(topicsOf(`${CALL} ${sentence}`)).toEqual(labels));
});

describe("labels without what only points or counts", () => {
  // biome-ignore format: a row a line
  test.each([
    ["They discussed a wide range of issues related to the timber trade.", ["timber trade"]],
    ["They discussed the number of trawlers.", ["number of trawlers"]],
    ["They discussed this question.", []],
    ["They discussed many pressing issues.", []],
    ["They discussed this strange rise of prices.", ["this strange rise of prices"]],
    ["They discussed a range of bilateral, regional, and global issues.", ["bilateral, regional, and global issues"]],
    ["They discussed work ahead of the summit in Tallinn, Estonia.", ["work"]],
    ["They discussed fish quotas, to include the catch of herring.", ["fish quotas", "catch of herring"]],
    ["They discussed the main issues: fish quotas, timber prices and the harbour.", ["fish quotas", "timber prices and the harbour"]],
    ["They discussed the harbour because the fog had closed it.", ["harbour"]],
    ["They discussed fish quotas, especially in the north.", ["fish quotas"]],
    ["They discussed fish quotas, especially herring.", ["fish quotas", "especially herring"]],
    ["They discussed fish quotas, taking into account the storm.", ["fish quotas"]],
  ])("%s", (sentence, labels) => expect(topicsOf(`${CALL} ${sentence}`)).toEqual(labels));

  test("a long one ends with a word", () => {
    const sentence = `They discussed the ${"very old and very broken bridge over the river and ".repeat(5)}the harbour.`;
    expect(topicsOf(`${CALL} ${sentence}`)[0]).toMatch(/(?:bridge|river)$/);
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
    // a view, or what a thing is like
    ["They agreed that a lasting peace is vital for the region.", []],
    ["They agreed that the harbour must be reopened.", ["Macron+Putin: the harbour must be reopened"]],
    ["They agreed on the importance of clean rivers.", []],
    ["They agreed on a plan for clean rivers.", ["Macron+Putin: a plan for clean rivers"]],
    ["They paid attention to promising projects in the timber trade.", []],
    ["Macron praised the crews committed to clean rivers.", []],
    // words between, and pledges of any form
    ["Macron expressed his strong commitment to building the harbour.", ["Macron: building the harbour"]],
    ["Macron expressed his commitment to the truce.", ["Macron: his commitment to the truce"]],
    ["Macron expressed no commitment to the truce.", []],
    ["The two presidents committed to continued work on the harbour.", ["Macron+Putin: continued work on the harbour"]],
    ["They affirmed their support for the truce in Libya.", ["Macron+Putin: their support for the truce in Libya"]],
    ["Macron highlighted France's commitment to build a port.", ["Macron: France's commitment to build a port"]],
    ["Macron reiterated that France will pay for the harbour.", ["Macron: France will pay for the harbour"]],
    ["Macron reiterated that Russia will pay for the harbour.", []],
    ["Macron stressed that the rain will end.", []],
    ["Macron reiterated that it remains a hard task to resolve the dispute.", []],
  ])("%s", (sentence, promises) => expect(made(sentence)).toEqual(promises));
});

test("a sentence about others leaves the contact as it was", () => {
  expect(summaries(contactsIn(`${CALL} Poland and Lithuania discussed grain.`))).toEqual([
    "phone held: Macron, Putin @2021-10-04",
  ]);
});
