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
