import { describe, expect, test } from "vitest";
import { summaries } from "./support.js";

describe("verbal acts", () => {
  test.each([
    ["Russia congratulated Serbia.", "SUPPORT 051: Russia → Serbia"],
    ["Brazil praised the efforts of Norway.", "SUPPORT 051: Brazil → Norway"],
    ["Chile recognised Palestine.", "SUPPORT 054: Chile → Palestine"],
    ["Italy and Japan signed an agreement on fishing.", "SUPPORT 057: Italy, Japan"],
    ["Italy signed a treaty with Japan.", "SUPPORT 057: Italy, Japan"],
    ["Canada agreed with Mexico to hold talks.", "AGREE 036: Canada, Mexico"],
    ["France promised Ghana a loan.", "AGREE 0331: France → Ghana"],
    ["Poland expressed readiness to work with Latvia.", "AGREE 030: Poland → Latvia"],
    ["Kenya asked France to send doctors.", "REQUEST assist 0233: Kenya → France"],
    ["Kenya urged Somalia to release the fishermen.", "REQUEST yield 0253: Kenya → Somalia"],
    ["Kenya condemned the attack on Somalia.", "ACCUSE disapprove 111: Kenya"],
    ["Kenya condemned the attack on Somalia by Ethiopian forces.", "ACCUSE disapprove 111: Kenya → forces"],
    ["Pakistan condemned the Mumbai attacks.", "ACCUSE disapprove 111: Pakistan"],
    ["Kenya condemned the Ethiopian attack on Somalia.", "ACCUSE disapprove 111: Kenya → Ethiopia"],
    ["Kenya condemned the killing of Norwegian monks.", "ACCUSE disapprove 111: Kenya"],
    ["Kenya condemned the aggression of Ethiopia against Somalia.", "ACCUSE disapprove 111: Kenya → Ethiopia"],
    ["Kenya condemned the incursion of Ethiopian drones into Somalia.", "ACCUSE disapprove 111: Kenya → Ethiopia"],
    ["Kenya expressed regret over the incident.", "CONCEDE 055: Kenya"],
    ["Kenya barred the Somali fishermen from returning home.", "REJECT 120: Kenya → fishermen"],
    ["Kenya underscored its support for the sovereignty of Ukraine.", "SUPPORT 051: Kenya → Ukraine"],
    ["Kenya stressed the need for Chad to free the sailors.", "REQUEST yield 025: Kenya → Chad"],
    ["Kenya reiterated its commitment to Jordan's security.", "AGREE 030: Kenya → Jordan"],
    ["Chile called on Peru to stop the attacks.", "REQUEST yield 0256: Chile → Peru"],
    ["Guyana demanded that Venezuela hand over the map.", "REQUEST yield 105: Guyana → Venezuela"],
    ["Guyana accused Venezuela of piracy.", "ACCUSE allege 112: Guyana → Venezuela"],
    ["Spain condemned the attack by Syria.", "ACCUSE disapprove 111: Spain → Syria"],
    ["Norway refused to meet Russia.", "REJECT meet 125: Norway → Russia"],
    ["Iran rejected the demand from Germany.", "REJECT 120: Iran → Germany"],
    ["Egypt threatened to attack Ethiopia.", "THREATEN violence 138: Egypt → Ethiopia"],
    ["Guyana warned Venezuela that it would recall its ambassador.", "THREATEN relations 1313: Guyana → Venezuela"],
    ["Japan apologised to China.", "CONCEDE 055: Japan → China"],
  ])("%s", (text, told) => {
    expect(summaries(text)).toEqual([told]);
  });
});

describe("deeds", () => {
  test.each([
    ["Canada imposed sanctions on Belarus.", "SANCTION 163: Canada → Belarus"],
    ["Canada lifted sanctions on Belarus.", "RETREAT 085: Canada → Belarus"],
    ["Poland expelled two Russian diplomats.", "SANCTION expel 166: Poland → diplomats"],
    ["Russia withdrew its troops from Armenia.", "RETREAT withdraw 0874: Russia → Armenia"],
    ["Germany gave humanitarian aid to Chad.", "AID 073: Germany → Chad"],
    ["Germany suspended aid to Chad.", "SANCTION discontinue 162: Germany → Chad"],
    ["Syria attacked Jordan.", "ASSAULT 190: Syria → Jordan"],
    ["Syria carried out an airstrike against Jordan.", "ASSAULT aerial 195: Syria → Jordan"],
    ["Jordan was attacked by Syria.", "ASSAULT 190: Syria → Jordan"],
    ["Egypt deployed troops along the border.", "MOBILIZE troops 154: Egypt"],
    ["Egypt and Greece held a joint exercise.", "COOPERATE 062: Egypt, Greece"],
    ["Iran closed its border with Iraq.", "COERCE restrict 172: Iran → Iraq"],
  ])("%s", (text, told) => {
    expect(summaries(text)).toEqual(typeof told === "string" ? [told] : told);
  });
});

describe("where the words of a frame stand", () => {
  test.each([
    ["Italy looked into the conduct of Malta.", "ACCUSE investigate 090: Italy → Malta"], // an object behind its particle
    ["Malta lashed out at Italy.", "ACCUSE disapprove 111: Malta → Italy"],
    ["Chile was condemned on several points in a report by Peru.", "ACCUSE disapprove 111: Peru → Chile"], // an agent below a noun
    ["Kenya begged Uganda to forgive the raid.", "CONCEDE 055: Kenya → Uganda"], // an infinitive of certain verbs
    ["Kenya begged Uganda to send water.", "REQUEST assist 023: Kenya → Uganda"],
    ["France pledged to lift the sanctions against Mali.", "AGREE 0354: France → Mali"], // what is lifted makes the code
    ["France pledged to ease the rules for Mali.", "AGREE 035: France → Mali"],
  ])("%s", (text, told) => {
    expect(summaries(text)).toEqual([told]);
  });

  test.each([
    ["Italy and Malta talked about looking into the matter.", ["CONSULT 040: Italy, Malta"]],
    ["Chile was mentioned in a book by Peru.", []],
    ["Spain and Portugal discussed topics including strengthening the border guard.", ["CONSULT 040: Spain, Portugal"]],
  ])("of what is only talked about: %s", (text, told) => {
    expect(summaries(text)).toEqual(told);
  });
});

describe("who else is meant", () => {
  test.each([
    ["Brazil dismissed accusations by Chile.", "REJECT 120: Brazil → Chile"], // who is denied
    ["Brazil denied Chile's claim that it had closed the border.", "REJECT 120: Brazil → Chile"],
    ["Two Chilean reporters were arrested in Iran.", "COERCE arrest 173: Iran → reporters"], // who arrests there
    ["Two Chilean reporters were arrested in Iran by Kenya.", "COERCE arrest 173: Kenya → reporters"],
    ["Peru and Chile signed a treaty on fishing rights.", "SUPPORT 057: Peru, Chile"],
    ["Officers of Kenya met envoys of Ghana.", "CONSULT 040: Kenya, Ghana"],
    ["Syria launched air strikes against Jordan.", "ASSAULT aerial 195: Syria → Jordan"], // two words go before one
    ["Syria launched strikes against Jordan.", "ASSAULT 190: Syria → Jordan"],
    ["Denmark announced a suspension of aid to Egypt.", "SANCTION discontinue 162: Denmark → Egypt"], // aid to whom
    ["The government of Mali imposed a curfew in Mali.", "COERCE curfew 1723: Mali → Mali"], // its own country
    ["A bombing by the Taliban killed two Indian soldiers.", "ASSAULT 190: Taliban → soldiers"], // whose bombing
    ["Rebels loyal to Iran attacked Yemen.", "ASSAULT 190: Rebels → Yemen"],
    ["Greek troops remained on alert near the border.", "MOBILIZE troops 152: troops"],
    ["Malta allowed a Spanish ship to dock.", "RETREAT access 086: Malta → Spain"],
    ["The EU froze the assets of two Syrian generals.", "SANCTION 163: Union → generals"], // a past form taken for a present one
    ["Human Rights Watch called for sanctions against Eritrea.", "REQUEST 020: Watch → Eritrea"],
  ])("%s", (text, told) => {
    expect(summaries(text)).toEqual([told]);
  });
});

describe("how wide a frame is", () => {
  test.each([
    ["Russia blocked the ports of Ukraine.", ["ASSAULT 191: Russia → Ukraine"]],
    ["Russian troops blocked roads in Moldova.", ["COERCE restrict 172: troops → Moldova"]],
    ["Protesters blocked roads in Peru.", ["PROTEST obstruct 144: Protesters → Peru"]],
    ["Missiles were handed over to Ukraine by Lithuania.", ["AID 072: Lithuania → Ukraine"]],
    ["Iran does not accept the demands of France.", ["REJECT yield 124: Iran → France"]],
    ["Angela Merkel attended a campaign rally in Peru.", []],
    ["Kenya filed an appeal against Chad.", []],
    ["Kenya and Chad traded accusations.", ["ACCUSE allege 112: Kenya, Chad"]],
    ["Kenya called a halt to the talks with Chad.", ["RETREAT ceasefire 0871: Kenya → Chad"]],
    ["Poland expressed confidence that Ukraine would win.", []],
    ["Poland expressed confidence in Ukraine.", ["SUPPORT 051: Poland → Ukraine"]],
    ["Iran announced its withdrawal from the nuclear deal.", []],
    ["France announced its withdrawal from Mali.", ["RETREAT withdraw 0874: France → Mali"]],
    ["Kenya conveyed condolences to Jordan on behalf of Chad.", ["SUPPORT 051: Kenya → Jordan"]],
    ["Kenya provided Chad with details.", []],
  ])("%s", (text, told) => {
    expect(summaries(text)).toEqual(told);
  });
});

describe("no act between parties", () => {
  test.each([
    "The attack on Kenya and the sanctions against Iran were on the agenda.",
    "Spain denied that it had attacked Syria.",
    "Whether Russia attacked Georgia is not known.",
    "Brazil dismissed accusations of fraud.",
    "Brazil dismissed claims of Chilean involvement.",
    "Shops in Chile were closed.",
    "Iran was closed.",
    "The truce held, Norway said.",
    "A protester met a student.",
    "The company's founder met a friend in Chile.",
    "Japan declined to comment.",
    "Chile beat Peru in the semi-final.",
    "France fought inflation.",
    "The storm hit Japan.",
    "Did Italy promise Libya a loan?",
  ])("%s", (text) => {
    expect(summaries(text).filter((s) => !s.endsWith("(hypothetical)"))).toEqual([]);
  });
});
