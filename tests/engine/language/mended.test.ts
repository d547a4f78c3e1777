import { describe, expect, test } from "vitest";
import { mendTree } from "../../../src/engine/language/mended.js";

const NAMES = ["root", "nsubj", "obl", "appos", "conj", "acl:relcl", "obj", "punct", "cc", "ccomp", "aux"];

/** Words as “tag head relation”; what the tree is after mending, as “head relation”. */
function mended(words: readonly string[]): readonly string[] {
  const parts = words.map((w) => w.split(" "));
  const draft = {
    xpos: parts.map(([tag = ""]) => tag),
    heads: Int16Array.from(parts, ([, head = "-1"]) => Number(head)),
    relations: Uint8Array.from(parts, ([, , name = "root"]) => NAMES.indexOf(name)),
    names: NAMES,
  };
  mendTree(draft);
  return words.map((_, i) => `${draft.heads[i]} ${NAMES[draft.relations[i] ?? 0]}`);
}

describe("trees that are mended", () => {
  test("of two subjects behind a phrase the first stands in apposition to it", () => {
    // Thapa , adviser , Modi assured
    const words = ["NNP 5 obl", ", 0 punct", "NN 5 nsubj", ", 2 punct", "NNP 5 nsubj", "VBD -1 root"];
    expect(mended(words)[2]).toBe("0 appos");
    expect(mended(words)[4]).toBe("5 nsubj");
  });

  test("two subjects without such a phrase stay", () => {
    const words = ["NN 3 nsubj", ", 0 punct", "NNP 3 nsubj", "VBD -1 root"];
    expect(mended(words)[0]).toBe("3 nsubj");
  });

  test("a past tense behind a relative clause in the present goes on with the past before it", () => {
    // drew those live and called
    expect(mended(["VBD -1 root", "NNS 0 obj", "VBP 1 acl:relcl", "CC 4 cc", "VBD 2 conj"])[4]).toBe("0 conj");
  });

  test("a past tense goes on with the verb of saying, not with what it says would be", () => {
    // said would fair and asked
    expect(mended(["VBD -1 root", "MD 2 aux", "JJ 0 ccomp", "CC 4 cc", "VBD 2 conj"])[4]).toBe("0 conj");
    expect(mended(["VBD -1 root", "MD 2 aux", "VB 0 ccomp", "CC 4 cc", "VB 2 conj"])[4]).toBe("2 conj");
  });

  test.each([
    ["in one tense", ["VBD -1 root", "NNS 0 obj", "VBD 1 acl:relcl", "CC 4 cc", "VBD 2 conj"]],
    ["with a subject of its own", ["VBD -1 root", "NNS 0 obj", "VBP 1 acl:relcl", "NN 5 nsubj", "CC 5 cc", "VBD 2 conj"]],
    ["behind a comma", ["VBD -1 root", "NNP 0 obj", ", 3 punct", "VBZ 1 acl:relcl", "CC 5 cc", "VBD 3 conj"]],
    ["where nothing above is in that tense", ["VBZ -1 root", "NNS 0 obj", "VBP 1 acl:relcl", "CC 4 cc", "VBD 2 conj"]],
  ])("it stays %s", (_, words) => {
    expect(mended(words).at(-1)).toBe(words.at(-1)?.slice(4));
  }); // biome-ignore format: a table
});
