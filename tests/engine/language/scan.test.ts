import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readAbbreviations } from "../../../src/engine/language/abbreviations.js";
import { cutParagraph, sentencePlaces } from "../../../src/engine/language/tokens.js";

const known = readAbbreviations(readFileSync("data/language/abbreviations.tsv", "utf8"));

function tokens(text: string): string {
  return sentencePlaces(text, [0, text.length], known)
    .flat()
    .map(([a, b]) => text.slice(a, b))
    .join(" ");
}

describe("tokens", () => {
  test.each([
    // contractions and possessives
    ["It doesn't matter.", "It does n't matter ."],
    ["He didn’t, we’re told.", "He did n’t , we ’re told ."],
    ["Rahmon's aide can't come.", "Rahmon 's aide ca n't come ."],
    ["The leaders' summit cannot wait.", "The leaders ' summit can not wait ."],
    ["They won't be gonna go.", "They wo n't be gon na go ."],
    ["I'm sure she'll say he'd left.", "I 'm sure she 'll say he 'd left ."],
    // near-misses: these stay whole
    ["O'Neill met Sha'lan at noon o'clock.", "O'Neill met Sha'lan at noon o'clock ."],
    ["In the 80's and the 1990s", "In the 80's and the 1990s"],
    // hyphens
    ["the Tajik-Afghan border", "the Tajik - Afghan border"],
    ["a well-known 40-year-old al-Ani", "a well - known 40 - year - old al - Ani"],
    ["pre-war co-operation, non-Arab, mid-1980s", "pre-war co-operation , non-Arab , mid-1980s"],
    ["the years 2003-2007, 8-9 February", "the years 2003 - 2007 , 8 - 9 February"],
    ["call 212-555-0143 on 2024-03-06", "call 212-555-0143 on 2024-03-06"],
    ["peace – at last—came -- slowly", "peace – at last — came -- slowly"],
    // abbreviations, initials, titles
    ["Gen. Colin L. Marsh Jr. said so.", "Gen. Colin L. Marsh Jr. said so ."],
    ["The U.S. and the U.N. met at 5 p.m. today.", "The U.S. and the U.N. met at 5 p.m. today ."],
    ["J.-P. Moreau of Brix Corp., No. 3", "J.-P. Moreau of Brix Corp. , No. 3"],
    ["There is no plan. No.", "There is no plan . No ."],
    ["in Reno, Nev., and Oslo", "in Reno , Nev. , and Oslo"],
    ["He sat. They see.", "He sat . They see ."],
    // numbers, money, units
    ["$1.35 a share, €3,500.50 or 4.2%", "$ 1.35 a share , € 3,500.50 or 4.2 %"],
    ["at 5pm or 5:30 p.m. over 10km", "at 5 pm or 5:30 p.m. over 10 km"],
    ["the 20th and 21st, flight 3143C", "the 20th and 21st , flight 3143C"],
    ["$4.5bn, 3/4 of it on 9/11", "$ 4.5 bn , 3/4 of it on 9/11"],
    ["and/or, w/o, AT&T", "and / or , w/o , AT&T"],
    // quotes and brackets
    ['He said: "We met."', 'He said : " We met . "'],
    ["“She told us, ‘No.’”", "“ She told us , ‘ No . ’ ”"],
    ["(see p. 12) [sic]", "( see p. 12 ) [ sic ]"],
    ["What?! No... yes…", "What ?! No ... yes …"],
    // addresses
    ["Write to a.b@c.org or see https://x.org/a?b=1.", "Write to a.b@c.org or see https://x.org/a?b=1 ."],
    ["see readout.org, end.Then", "see readout.org , end . Then"],
  ])("%s", (text, expected) => {
    expect(tokens(text)).toBe(expected);
  });

  test.each([
    "\u0301",
    "Ж",
    "é",
    "é’",
    "é&",
    "A.",
    "1,",
    "1",
  ])("a row of millions of %j is cut, and nothing of it is lost", (piece) => {
    const text = `e${piece.repeat(4_000_000 / piece.length)}`;
    const { sentences, left } = cutParagraph(text, [0, text.length], known);
    const places = [...sentences.flat(), ...left];
    expect(places.filter(([start], i) => start !== (places[i - 1]?.[1] ?? 0))).toEqual([]);
    expect(places.at(-1)?.[1]).toBe(text.length);
    expect(Math.max(...places.slice(0, 9).map(([start, end]) => end - start))).toBeLessThan(1_100_000);
  });

  test("cover every character that is no white space, in order", () => {
    const piece = fc.oneof(
      fc.constantFrom(
        "Gen.",
        "U.S.",
        "don't",
        "“",
        "”",
        "'",
        '"',
        "...",
        "a.b.c",
        "x@y.z",
        "1,000",
        "-",
        "–",
        "é",
        "北京",
        "🙂",
        "\n",
        " ",
      ),
      fc.string({ maxLength: 6 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const text = pieces.join(" ").concat(pieces.join(""));
        const places = sentencePlaces(text, [0, text.length], known).flat();
        let at = 0;
        for (const [start, end] of places) {
          expect(text.slice(at, start).trim()).toBe("");
          expect(end).toBeGreaterThan(start);
          at = end;
        }
        expect(text.slice(at).trim()).toBe("");
      }),
    );
  });

  test.each([
    ["ab.", "a."],
    ["-", "x@"],
    ["'s", "(("],
    ["www.", "1:"],
  ])("survive a long run of %j and %j", (a, b) => {
    const text = (a + b).repeat(20_000);
    const { sentences, left } = cutParagraph(text, [0, text.length], known);
    expect(Math.max(sentences.flat().at(-1)?.[1] ?? 0, left.at(-1)?.[1] ?? 0)).toBe(text.length);
  });
});
