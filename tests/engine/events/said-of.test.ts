import { describe, expect, test } from "vitest";
import { summaries } from "./support.js";

describe("what one says that another is", () => {
  test.each([
    ["Estonia said Belarus was a danger to its neighbours.", "ACCUSE disapprove 111: Estonia → Belarus"],
    ["Belarus is a menace to its neighbours, Estonia said.", "ACCUSE disapprove 111: Estonia → Belarus"], // said behind
    ["Angela Merkel declared that Viktor Orban was not fit to chair it.", "ACCUSE disapprove 111: Merkel → Orbán"],
    ["Angela Merkel insisted Viktor Orban was no friend of the press.", "ACCUSE disapprove 111: Merkel → Orbán"],
    ["Angela Merkel argued Viktor Orban would be a disaster.", "ACCUSE disapprove 111: Merkel → Orbán"],
    ["Angela Merkel told Emmanuel Macron that Viktor Orban was a liar.", "ACCUSE disapprove 111: Merkel → Orbán"],
    ["Angela Merkel said Emmanuel Macron was a reliable partner.", "SUPPORT 051: Merkel → Macron"], // a name of two words
    ["Angela Merkel said Emmanuel Macron was honest and brave.", "SUPPORT 051: Merkel → Macron"],
    ["Angela Merkel said Viktor Orban had lied.", "ACCUSE allege 112: Merkel → Orbán"],
    ["Angela Merkel said Viktor Orban did not understand Europe.", "ACCUSE disapprove 111: Merkel → Orbán"],
  ])("%s", (text, told) => {
    expect(summaries(text)).toEqual([told]);
  });

  test.each([
    "Angela Merkel said Viktor Orban was in Prague.",
    "Angela Merkel said Viktor Orban was a victim of the press.",
    "Angela Merkel said Viktor Orban was not a threat.",
    "Angela Merkel said Viktor Orban had not lied.",
    "Angela Merkel said Viktor Orban might have lied.",
    "Angela Merkel said Viktor Orban understood Europe.",
    "Angela Merkel said Viktor Orban might be a threat.",
    "Angela Merkel said Viktor Orban would be a threat if he had the votes.",
    "Angela Merkel asked whether Viktor Orban was a liar.",
    "Angela Merkel said the drought was a disaster for Hungary.",
    "Angela Merkel said that she was qualified.",
    "The mayor said his team was a disaster.",
    "A survey said Angela Merkel was honest.",
  ])("nothing of: %s", (text) => {
    expect(summaries(text)).toEqual([]);
  });
});
