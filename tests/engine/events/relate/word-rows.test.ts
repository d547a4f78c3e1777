import { expect, test } from "vitest";
import { rowOfToken } from "../../../../src/engine/events/relate/word-rows.js";

const KNOWN = ["provision", "counsel", "counseled", "regularize", "analyze", "harbor", "recognition", "hour", "Bern"];
const rowOf = (form: string): number => KNOWN.indexOf(form);

test.each([
  ["hour", "hour", "NN", "hour"],
  ["provisioned", "provision", "VBD", "provision"],
  ["counselled", "counsel", "VBD", "counsel"],
  ["counselled", "counsell", "VBD", "counseled"], // the lemma unknown
  ["regularise", "regularise", "VB", "regularize"],
  ["analysed", "analyse", "VBD", "analyze"],
  ["harbour", "harbour", "NN", "harbor"],
  ["non-recognition", "non-recognition", "NN", "recognition"],
])("“%s” of %s (%s) is read as “%s”", (text, lemma, xpos, known) => {
  expect(rowOfToken({ text, lemma, xpos }, rowOf)).toBe(rowOf(known));
});

test.each([
  ["Provisioned", "provision", "NNP"], // a name
  ["scuppered", "scupper", "VBD"],
  ["our", "our", "PRP$"],
  ["hourly", "hourly", "RB"],
  ["five-hour", "five", "CD"],
  ["re-or", "re-or", "NN"], // too short a part
  ["", "", "NN"],
])("“%s” of %s (%s) has none", (text, lemma, xpos) => {
  expect(rowOfToken({ text, lemma, xpos }, rowOf)).toBe(-1);
});
