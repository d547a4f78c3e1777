import { describe, expect, test } from "vitest";
import { eventsIn, summaries } from "./support.js";

describe("what somebody or something is called", () => {
  test.each([
    ["Mexico called the raid a war crime.", [/^ACCUSE disapprove 111: Mexico/]],
    ["Mexico called the raid “a flagrant violation of law”.", [/^ACCUSE disapprove 111: Mexico/]],
    ["Russia called the exercise a threat to peace.", [/^ACCUSE disapprove 111: Russia/]],
    ["China called the deal a victory for dialogue.", []],
    ["China called the meeting a success for both countries.", []],
    ["Mexico called the decision an act of solidarity.", []],
    ["Mexico called the reply no threat to peace.", []],
    // other senses of the verb
    ["Unions in Peru called a general strike.", [/^PROTEST strike 143/]],
    ["Norway called for peace in Sudan.", [/^REQUEST 027: Norway → Sudan/]],
    ["Norway called on Sudan to end the raid.", [/^REQUEST/]],
  ])("%s", (text, told) => {
    expect(summaries(text)).toEqual(told.map((one) => expect.stringMatching(one)));
  });
});

describe("uses of one verb for different deeds", () => {
  test.each([
    ["Police blocked the road to the parliament.", "COERCE restrict 172"],
    ["Farmers blocked the road to the parliament.", "PROTEST obstruct 144"],
    ["Kenya withdrew the finance bill.", "CONCEDE 083"],
    ["Kenya withdrew its troops from Somalia.", "RETREAT withdraw 0874"],
    ["Kenya withdrew from Somalia.", "RETREAT withdraw 0874"],
    ["Russia expelled two employees of the German embassy.", "SANCTION expel 166"],
    ["Norway expressed deep regret over the decision of Japan.", "ACCUSE disapprove 111"],
    ["Norway expressed regret for the killings.", "CONCEDE 055"],
  ])("%s", (text, code) => {
    expect(summaries(text)).toEqual([expect.stringMatching(new RegExp(`^${code}`))]);
  });

  test.each([
    "The call between Egypt and Sudan lasted an hour.",
    "The call with Egypt was short, Sudan said.",
  ])("a telephone call asks for nothing: %s", (text) =>
    expect(summaries(text).filter((one) => one.startsWith("REQUEST"))).toEqual([]));

  test("a call for something does", () => {
    expect(summaries("Norway repeated its call for a ceasefire in Sudan.")).toEqual([
      expect.stringMatching(/^REQUEST/),
    ]);
  });

  test("a withdrawn nomination is nothing", () => expect(summaries("Kenya withdrew the nomination.")).toEqual([]));
});

describe("days of clauses with “after” and “before”", () => {
  test.each([
    ["Poland closed the border on Friday, two days after Belarus jailed a reporter.", ["2021-10-01", "2021-09-29"]],
    ["Poland closed the border on Friday, a day before Belarus jailed a reporter.", ["2021-10-01", "2021-10-02"]],
    ["Poland closed the border on Friday, weeks after Belarus jailed a reporter.", ["2021-10-01", undefined]],
    ["Poland closed the border on Friday, hours after Belarus jailed a reporter.", ["2021-10-01", "2021-10-01"]],
    ["Poland closed the border on Friday after Belarus jailed a reporter on Monday.", ["2021-10-01", "2021-10-04"]],
  ])("%s", (text, days) => {
    const { events } = eventsIn(text);
    expect([...events].sort((a, b) => (a.evidence[0]?.[0] ?? 0) - (b.evidence[0]?.[0] ?? 0)).map((e) => e.date?.value)).toEqual(days); // biome-ignore format: one line reads best
  });
});

describe("how politicians attack each other", () => {
  test.each([
    ["Donald Trump attacked Hillary Clinton.", ["ACCUSE disapprove 111: Trump → Clinton"]],
    ["Hillary Clinton continued her assault on Donald Trump.", ["ACCUSE disapprove 111: Clinton → Trump"]],
    ["Democrats attacked Donald Trump.", ["ACCUSE disapprove 111: Party → Trump"]],
    ["Donald Trump stepped up his attacks, saying that the vote was stolen.", ["ACCUSE disapprove 111: Trump"]],
    ["Hillary Clinton crushed Donald Trump in Vermont.", []], // at the polls
    // whoever bears arms, or is no rival
    ["Donald Trump attacked Iran.", ["ASSAULT 190: Trump → Iran"]],
    ["Hezbollah attacked Benjamin Netanyahu.", ["ASSAULT 190: Hezbollah → Netanyahu"]],
    ["Rebels attacked Bashar al-Assad.", ["ASSAULT 190: Rebels → al-Assad"]],
    ["Bashar al-Assad stepped up his attacks.", ["ASSAULT 190: al-Assad"]],
    ["Donald Trump attacked Hillary Clinton with a knife.", ["ASSAULT 190: Trump → Clinton"]],
    ["Donald Trump launched a scathing attack on Iran.", ["ACCUSE disapprove 111: Trump → Iran"]],
  ])("%s", (text, told) => {
    expect(summaries(text)).toEqual(told);
  });
});

describe("what is asked or said to be so", () => {
  test.each([
    ["Japan asked Ghana how it would rebuild the port.", []],
    ["Japan asked Ghana whether it would arrest the sailors.", []],
    ["Japan asked Ghana to rebuild the port.", ["REQUEST assist 023: Japan → Ghana"]],
    ["Japan asked that Ghana release the sailors.", ["REQUEST yield 0253: Japan → Ghana"]],
    ["Turkey suggested that Greece was poor.", []],
    ["Turkey suggested that Greece might lose the vote.", []],
    ["Turkey suggested that Greece should release the sailors.", ["REQUEST yield 0253: Turkey → Greece"]],
  ])("%s", (text, told) => {
    expect(summaries(text)).toEqual(told);
  });
});

describe("other senses of a verb", () => {
  test.each([
    ["Spain scrambled to keep pace with Portugal.", []],
    ["Spanish warplanes scrambled to meet two Russian jets.", ["MOBILIZE troops 150: warplanes → Russia"]],
    ["Kenya's ministers engaged communities in Uganda.", []],
    ["Kenyan troops engaged the rebels.", ["ASSAULT 190: troops → rebels"]],
    ["Chileans back Joe Biden by ten points.", []],
    ["Chile backs Joe Biden.", ["SUPPORT 051: Chile → Biden"]],
    ["Italy undertook hostile actions against Malta.", []],
    ["Italy undertook air strikes against Malta.", ["ASSAULT aerial 195: Italy → Malta"]],
    ["The spokesman for Malta would not discuss the talks with Italy.", []],
    ["Malta refused to discuss the border with Italy.", ["REJECT meet 125: Malta → Italy"]],
    ["Peru recognised Chile as a state sponsor of terrorism.", ["ACCUSE allege 112: Peru → Chile"]],
    ["Peru recognised Kosovo as a state.", ["SUPPORT 054: Peru → Kosovo"]],
    ["France disavowed the Malian minister.", ["ACCUSE disapprove 111: France → Mali"]],
    ["Chile called Peru provocative.", ["ACCUSE disapprove 111: Chile → Peru"]],
    ["Joe Biden helped lower prices for Canadian families.", []],
    ["Canada helped Ukraine.", ["AID 070: Canada → Ukraine"]],
    ["A suicide bomber went to Syria.", []],
    ["A Hamas delegation went to Egypt for talks.", ["CONSULT visit 042: delegation → Egypt"]],
    ["Joe Biden coached Kamala Harris.", []],
    ["French officers coached Malian troops.", ["AID 072: officers → troops"]],
    ["Malta released its plan on Italy.", []],
    ["Malta released the Italian sailors.", ["RETREAT release 0841: Malta → sailors"]],
  ])("%s", (text, told) => {
    expect(summaries(text)).toEqual(told);
  });
});

describe("who did it to whom", () => {
  test.each([
    ["Chad grieved over workers held hostage by Mali.", ["ASSAULT abduct 181: Mali → workers"]],
    ["The scandal forced the minister of Chad to resign.", ["RETREAT resign 0831: Chad"]],
    ["The minister of Chad was forced to resign.", ["RETREAT resign 0831: Chad"]],
    ["Mali forced the minister of Chad to resign.", ["COERCE 170: Mali → Chad"]],
    ["Mali forced Chad to withdraw its troops.", ["COERCE 170: Mali → Chad"]], // nothing beside it
    ["Mali held French sailors hostage.", ["ASSAULT abduct 181: Mali → sailors"]],
    ["The FBI and the CIA are investigating the letter.", []], // of one state
    ["The FBI and Europol are investigating the letter.", ["COOPERATE 063: Investigation, Europol"]],
  ])("%s", (text, told) => {
    expect(summaries(text)).toEqual(told);
  });
});
