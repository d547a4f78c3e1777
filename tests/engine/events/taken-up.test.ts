import { describe, expect, test } from "vitest";
import { summaries } from "./support.js";

describe("answers to what was told before", () => {
  test.each([
    ["an offer", "Norway offered Peru a loan. Peru rejected the offer.", ["REJECT 120: Peru → Norway"]],
    ["a step, whatever it was", "Chad released 40 Sudanese soldiers. Kenya welcomed the step.", ["SUPPORT 051: Kenya → Chad"]],
    ["the event its noun names", "Egypt accused Chad of theft. Egypt asked Libya for help. Chad rejected the accusation.", ["REJECT 120: Chad → Egypt"]],
    ["of one's own country's government", "Colombia's government offered the FARC a truce. FARC commanders rejected the offer.", ["REJECT 120: commanders → government"]],
    ["not somebody's own", "Norway offered Peru a loan. Norway praised the offer.", ["SUPPORT 051: Norway"]],
    ["not one named with its owner", "Norway offered Peru a loan. Peru rejected the offer of Spain.", ["REJECT 120: Peru → Spain"]],
    ["not one told long before", "Norway offered Peru a loan. It rained. It snowed. It rained again. Peru rejected the offer.", ["REJECT 120: Peru"]],
    ["not where nothing of the kind was told", "Norway met Spain. Peru rejected the accusation.", ["REJECT 120: Peru"]],
  ])("%s: %s", (_, text, last) => {
    expect(summaries(text).slice(-1)).toEqual(last);
  }); // biome-ignore format: a table
});

describe("names the tree makes no argument of, and those it names twice", () => {
  test.each([
    ["a receiver taken for part of the object", "Colombia offered Peru two transport aircraft.", "AGREE 033: Colombia → Peru"],
    ["who is asked, taken for an adverb", "Bolivia thanked Spain and asked Chile for a field hospital.", "REQUEST .*02\\d*: Bolivia → Chile"],
    ["who gets what is given", "Zambia was given a loan of $200 million by China.", "AID 071: China → Zambia"],
    ["whom the relative pronoun means", "Peru expelled two Chilean diplomats whom it accused of bribery.", "ACCUSE allege 112: Peru → diplomats"],
    ["an outlet, where it is what is accused", "Iran accused the BBC of spreading lies.", "ACCUSE allege 112: Iran → BBC"],
    ["in front of whom", "Farmers protested in front of the French embassy.", "PROTEST demo 141: Farmers → embassy"],
    ["the country of a post", "The French ambassador in Ankara was summoned to the foreign ministry on Monday. Turkey was angry.", "ACCUSE disapprove 114: Turkey → .*"],
    ["some of a number", "Chad released five of the thirteen Libyan soldiers.", "RETREAT release 0841: Chad → soldiers"],
  ])("%s: %s", (_, text, told) => {
    expect(summaries(text)).toContainEqual(expect.stringMatching(new RegExp(`^${told}$`)));
  }); // biome-ignore format: a table
});

describe("what does not end", () => {
  test.each([
    ["a strike that goes on", "Polish teachers will not end their strike until they are paid.", ["PROTEST 140: teachers"]],
    ["one of people no list has", "Arben Deda said that despite the cold they will not end the strike.", ["PROTEST 140: Deda"]],
    ["one that ends", "Polish teachers ended their strike.", ["RETREAT 082: teachers"]],
    ["an office that is taken", "Putin took office in 2012.", []],
    ["a tour that ends", "Putin ended his tour of Peru.", []],
  ])("%s: %s", (_, text, told) => {
    expect(summaries(text)).toEqual(told);
  }); // biome-ignore format: a table
});

describe("deeds behind other words", () => {
  test.each([
    ["a participle before a count that is the only verb", "The rebels released at least 12 hostages on Friday.", ["RETREAT .*084\\d*: rebels → hostages"]],
    ["what somebody is guilty of", "Armenia and Azerbaijan are guilty of violating the ceasefire agreement.", ["ASSAULT 190: Armenia, Azerbaijan"]],
    ["not what somebody is innocent of", "Armenia is innocent of violating the ceasefire agreement.", []],
    ["a participle behind an aside", "The Nigerian leader, who also chairs the bloc, called on Laurent Gbagbo to step down.", ["REQUEST .*02\\d*: Buhari → Gbagbo"]],
    ["one behind “for his part”", "President López Obrador, for his part, thanked Chile for its apples and said that growers have missed it.", ["SUPPORT 051: Obrador → Chile"]],
    ["not “accompanied by”", "The Peruvian leader, in Lima on Monday, accompanied by the Chilean minister.", []],
    ["a past tense after a clause in another", "The Kenyan minister demanded that Uganda open its market and warned Uganda that Kenya would halt its ferries.", ["REQUEST .*: Kenya → Uganda", "THREATEN .*: Kenya → Uganda"]],
    ["not one of the clause's own tense", "The Kenyan minister said that Ugandan soldiers crossed the border and attacked Ethiopia.", ["ASSAULT .*: soldiers → Ethiopia"]],
    ["all of a list whatever the tree", "Presidents Uhuru Kenyatta of Kenya, Yoweri Museveni of Uganda and Salva Kiir of South Sudan agreed to dredge the canal.", ["AGREE 03\\d*: Kenyatta, Museveni, Kiir"]],
    ["all of a list with “and” twice", "Joe Biden and Emmanuel Macron and Olaf Scholz accused Chad of theft.", ["ACCUSE .*: Biden, Macron, Scholz → Chad"]],
    ["not whose deputy it is", "Antony Blinken and Sergei Lavrov's deputy accused Chad of theft.", ["ACCUSE .*: Blinken, .* → Chad"]],
    ["not whom somebody met before", "After a meeting with Uhuru Kenyatta and Salva Kiir, Yoweri Museveni accused Chad of theft.", ["ACCUSE .*: Museveni → Chad"]],
    ["a call on a person without a request", "Foreign Minister Elina Valtonen called on President William Ruto.", ["CONSULT visit 042: Valtonen → Ruto"]],
    ["the border that would be closed", "Kenya threatened to close the border with Uganda.", ["THREATEN restrict 1312: Kenya → Uganda"]],
  ])("%s: %s", (_, text, told) => {
    const found = summaries(text);
    expect(found).toHaveLength(told.length);
    told.forEach((one, i) => {
      expect(found[i]).toMatch(new RegExp(`^${one}$`));
    });
  }); // biome-ignore format: a table
});
