import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { contains } from "../../../src/engine/base/span.js";
import { makeClaimLexicon } from "../../../src/engine/claims/index.js";
import { regularForms } from "../../../src/engine/claims/inflect.js";
import { claimTables, lexicon, model, read } from "./support.js";

const WORDS = (
  "Ruiz Berg the a minister official road talks statement message that and but who said says told denied according to adding " +
  "reports plans hopes was is open closed Monday in on of by he she it they “ ” \" ' ‘ ’ , . : ; — ( ) ? \n agreed his readiness"
).split(" ");
const texts = fc.array(fc.constantFrom(...WORDS), { maxLength: 60 }).map((words) => words.join(" "));

describe("the stage", () => {
  test("spans lie in the text, speakers in the table, claims in order and once", () => {
    fc.assert(
      fc.property(texts, (text) => {
        const { claims, actors } = read(text, { "Ana Ruiz": { as: ["Ruiz"] } });
        const seen = new Set<string>();
        let before = 0;
        for (const claim of claims) {
          for (const span of [claim.content, claim.cue, claim.source]) {
            if (span === null) continue;
            expect(contains([0, text.length], span)).toBe(true);
            expect(text.slice(...span).trim()).toBe(text.slice(...span));
            expect(span[1]).toBeGreaterThan(span[0]);
          }
          expect(claim.content[0]).toBeGreaterThanOrEqual(before);
          before = claim.content[0];
          expect(seen.has(String(claim.content))).toBe(false);
          seen.add(String(claim.content));
          for (const link of claim.chain) expect(actors.actors[link.actor]).toBeDefined();
          if (claim.speaker !== null) expect(actors.actors[claim.speaker]?.index).toBe(claim.speaker);
          if (claim.speaker !== null) expect(claim.chain.at(-1)?.actor).toBe(claim.speaker);
          expect(claim.why).not.toBe("");
          expect(claim.confidence).toBeGreaterThan(0);
          expect(claim.confidence).toBeLessThanOrEqual(1);
        }
      }),
      { numRuns: 2000 },
    );
  });

  test("the same text gives the same claims", () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(read(text).claims).toEqual(read(text).claims);
      }),
      { numRuns: 40 },
    );
  });

  test("the table given keeps its indices", () => {
    const { actors } = read("A clerk said Ruiz left.", { "Ana Ruiz": { as: ["Ruiz"] } });
    expect(actors.actors.map((a) => a.name)).toEqual(["Ana Ruiz", "clerk"]);
  });
});

describe("the tables", () => {
  test.each([
    ["telling", "tell"],
    ["swore", "swear"],
    ["denies", "deny"],
    ["signalled", "signal"],
    ["signaled", "signal"],
    ["planned", "plan"],
  ])("%s is a form of %s", (form, verb) => {
    expect(lexicon.verbs.get(form)?.some((cue) => cue.entry.word === verb)).toBe(true);
  });

  test.each(["saided", "untold", "sayings"])("%s is no cue", (form) => {
    expect(lexicon.verbs.has(form)).toBe(false);
  });

  test("an unknown frame is refused with file and line", () => {
    const tables = claimTables();
    tables.set(
      "claims/adjectives.tsv",
      "adjective\tact\tstance\tframes\tsource\nsure\tbelief\tasserts\tsideways\trecalled\n",
    );
    expect(() => makeClaimLexicon(tables, model)).toThrow("data/claims/adjectives.tsv:2: unknown frames “sideways”");
  });

  test("regular forms", () => {
    expect(regularForms("reply").map(([form]) => form)).toEqual(["reply", "replies", "replied", "replying"]);
    expect(regularForms("argue").map(([form]) => form)).toEqual(["argue", "argues", "argued", "arguing"]);
  });
});
