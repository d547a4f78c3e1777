import { describe, expect, test } from "vitest";
import { summaries } from "./support.js";

const AT_ORBAN = "ACCUSE disapprove 111: Merkel → Orbán";

describe("everyday words for criticism", () => {
  test.each([
    ["Angela Merkel made fun of Viktor Orban.", [AT_ORBAN]],
    ["Angela Merkel made fun of the weather.", []],
    ["Angela Merkel has gone after Viktor Orban.", [AT_ORBAN]],
    ["Police went after Viktor Orban.", []],
    ["Angela Merkel went home after Viktor Orban.", []],
    ["Angela Merkel came down hard on Viktor Orban.", [AT_ORBAN]],
    ["Angela Merkel came down with a cold.", []],
    ["Angela Merkel fired back at Viktor Orban.", [AT_ORBAN]],
    ["Rebels fired back at Kenyan troops.", ["ASSAULT firearms 193: Rebels → troops"]],
    ["Angela Merkel parted ways with Viktor Orban.", []],
    ["Angela Merkel's remark was a dig at Viktor Orban.", [AT_ORBAN]],
    ["Angela Merkel's visit was a blow to Viktor Orban.", []],
    ["Angela Merkel is an insult to Viktor Orban.", []],
    ["The report prompted a rebuke from Angela Merkel for Viktor Orban.", ["ACCUSE disapprove 111: Merkel"]],
  ])("%s", (text, told) => {
    expect(summaries(text)).toEqual(told);
  });
});

describe("sanctions that are got ready are a threat", () => {
  test.each([
    ["Canada is preparing sanctions against Belarus.", ["THREATEN restrict 1312: Canada → Belarus"]],
    ["Canada is drawing up sanctions against Belarus.", ["THREATEN restrict 1312: Canada → Belarus"]],
    ["Canada is working on sanctions against Belarus.", ["THREATEN restrict 1312: Canada → Belarus"]],
    ["Canada discussed sanctions against Belarus.", []],
    ["Canada is working on a film about Belarus.", []],
  ])("%s", (text, told) => {
    expect(summaries(text)).toEqual(told);
  });
});

describe("what one feels about another is said", () => {
  test.each([
    ["Angela Merkel said she disagreed with Viktor Orban.", [AT_ORBAN]],
    ["Angela Merkel was angry at Viktor Orban.", [AT_ORBAN]],
    ["Angela Merkel was angry at the weather.", []],
    ["Angela Merkel described Viktor Orban as a danger to Europe.", [AT_ORBAN]],
    ["Angela Merkel described Viktor Orban as a tall man.", []],
    ["Angela Merkel warned voters about Viktor Orban.", [AT_ORBAN]],
    ["Angela Merkel walked back her criticism of Viktor Orban.", ["CONCEDE 080: Merkel → Orbán"]],
    ["Angela Merkel withdrew her endorsement of Emmanuel Macron.", ["SANCTION discontinue 160: Merkel → Macron"]],
    ["Angela Merkel announced her support for Emmanuel Macron.", ["SUPPORT 051: Merkel → Macron"]],
    ["Angela Merkel is grateful to Emmanuel Macron.", ["SUPPORT 051: Merkel → Macron"]],
  ])("%s", (text, told) => {
    expect(summaries(text)).toEqual(told);
  });
});

describe("where the preposition of a phrase stands", () => {
  test.each([
    ["Angela Merkel stood by Emmanuel Macron.", ["SUPPORT 051: Merkel → Macron"]], // hung on no verb
    ["Angela Merkel stood by the window.", []],
    ["France pulled out of Mali.", ["RETREAT withdraw 0874: France → Mali"]],
    ["France pulled out of the race.", []],
    ["Emmanuel Macron walked out of a meeting with Viktor Orban.", ["SANCTION discontinue 164: Macron → Orbán"]],
    ["Emmanuel Macron walked out of the house of Viktor Orban.", []],
  ])("%s", (text, told) => {
    expect(summaries(text)).toEqual(told);
  });
});

test("hackers in somebody's mail attack him", () => {
  expect(summaries("Hackers accessed the emails of Angela Merkel.")).toEqual(["COERCE cyber 176: Hackers → Merkel"]);
  expect(summaries("Aides accessed the emails of Angela Merkel.")).toEqual([]);
});

describe("what is announced is done by whoever announces it", () => {
  test.each([
    ["Iran announced the release of two Kuwaiti sailors.", ["RETREAT release 0841: Iran → sailors"]],
    ["Kenya announced the release of two Kuwaiti sailors by Iran.", []],
    ["Kenya announced the release of two hostages.", []],
    ["Kenya announced the release of a report.", []],
    ["Iran confirmed the arrest of two German reporters.", ["COERCE arrest 173: Iran → reporters"]],
    ["Germany confirmed the arrest of two reporters in Iran.", []],
    ["Poland announced the expulsion of three Russian diplomats.", ["SANCTION expel 166: Poland → diplomats"]],
    ["Japan announced the lifting of sanctions on Myanmar.", ["RETREAT 085: Japan → Myanmar"]],
  ])("%s", (text, told) => {
    expect(summaries(text)).toEqual(told);
  });
});
