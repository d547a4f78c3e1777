import { describe, expect, test } from "vitest";
import { readMarks } from "../../../../src/engine/events/relate/marks.js";
import { placeOf, tokensIn, viewPair } from "../../../../src/engine/events/relate/view.js";
import { knowledge } from "../../../data/knowledge.js";

const { relations, language } = knowledge;

/** “rule=…” features of a marked sentence: what the frames say of its two parties (0 the source, 1 the target). */
function rules(marked: string): readonly string[] {
  return relations.input(marked).names.filter((name) => /^rule=[A-Z]+ [01]*>[01]*$/.test(name));
}

describe("what the frames say of two marked parties", () => {
  test.each([
    ["<s>Estonia</s> accused <t>Belarus</t> of jamming its radio.", "rule=ACCUSE 0>1"],
    ["<t>Belarus</t> was accused by <s>Estonia</s> of jamming its radio.", "rule=ACCUSE 0>1"],
    ["<s>Estonia</s> was accused by <t>Belarus</t> of jamming its radio.", "rule=ACCUSE 1>0"],
    ["<s>Peru</s> refused to extradite the banker to <t>Chile</t>.", "rule=REJECT 0>1"],
    ["<s>Peru</s> and <t>Chile</t> agreed to reopen the crossing.", "rule=AGREE 01>"],
  ])("%s", (sentence, rule) => {
    expect(rules(sentence)).toContain(rule);
  });

  test.each([
    "<s>Peru</s> lies north of <t>Chile</t>.",
    "Exports from <s>Peru</s> to <t>Chile</t> fell in May.",
  ])("nothing: %s", (sentence) => {
    expect(rules(sentence)).toEqual([]);
  });
});

test("the two ways up the tree meet in the word that joins the parties", () => {
  const { text, source, target } = readMarks("<s>Peru</s> refused to extradite the banker to <t>Chile</t>.");
  const [sentence] = language.analyse(text, [[0, text.length]]);
  if (sentence === undefined) throw new Error("no sentence");
  const place = (span: readonly [number, number] | undefined) => {
    const range = span === undefined ? null : tokensIn(sentence, span);
    return range === null ? null : placeOf(sentence, ...range);
  };
  const view = viewPair(sentence, place(source[0]), place(target[0]));
  expect(sentence.tokens[view.top ?? -1]?.text).toBe("refused");
  expect(view.up.map((s) => s.link)).toEqual(["nsubj"]);
  expect(view.down.map((s) => sentence.tokens[s.token]?.text)).toEqual(["extradite", "refused"]);
});
