import { describe, expect, test } from "vitest";
import {
  agentOf,
  clauseOf,
  isHiddenVerb,
  isPassive,
  modalsOf,
  negated,
  numberOf,
  objectOf,
  path,
  patientOf,
  subjectOf,
  subtreeSpan,
  tenseOf,
  voiceOf,
} from "../../../src/engine/language/index.js";
import type { Sentence } from "../../../src/engine/language/types.js";
import { drawn, wordAt } from "./support.js";

const MET = drawn("Holt//PROPN/NNP/2/nsubj met/meet/VERB/VBD/0/root the//DET/DT/4/det envoy//NOUN/NN/2/obj");
const RECEIVED = drawn(
  "Holt//PROPN/NNP/3/nsubj:pass was/be/AUX/VBD/3/aux:pass received/receive/VERB/VBN/0/root by//ADP/IN/6/case the//DET/DT/6/det king//NOUN/NN/3/obl:agent",
);
const SIGNED = drawn(
  "It//PRON/PRP/3/nsubj:pass was/be/AUX/VBD/3/aux:pass signed/sign/VERB/VBN/0/root by//ADP/IN/5/case May//PROPN/NNP/3/obl:unmarked",
);
const AGREED = drawn(
  "Both//DET/DT/2/det sides/side/NOUN/NNS/3/nsubj agreed/agree/VERB/VBD/0/root to//PART/TO/5/mark meet//VERB/VB/3/xcomp and//CCONJ/CC/7/cc talk//VERB/VB/5/conj",
);
const ASKED = drawn(
  "Holt//PROPN/NNP/2/nsubj asked/ask/VERB/VBD/0/root Ferran//PROPN/NNP/2/obj to//PART/TO/5/mark come//VERB/VB/2/xcomp",
);
const DENIED = drawn(
  "They//PRON/PRP/4/nsubj did/do/AUX/VBD/4/aux not//PART/RB/4/advmod say//VERB/VB/0/root that//SCONJ/IN/8/mark Holt//PROPN/NNP/8/nsubj will//AUX/MD/8/aux come//VERB/VB/4/ccomp",
);
const NOBODY = drawn(
  "No//DET/DT/2/det vote//NOUN/NN/4/nsubj:pass was/be/AUX/VBD/4/aux:pass taken/take/VERB/VBN/0/root",
);

/** The word a function gives, or null. */
function word(sentence: Sentence, find: (s: Sentence, i: number) => number | null, of: string): string | null {
  const index = find(sentence, wordAt(sentence, of));
  return index === null ? null : (sentence.tokens[index]?.text ?? null);
}

describe("a verb taken for a participle", () => {
  const rebels = (rest: string) => drawn(`Rebels/rebel/NOUN/NNS/0/root freed/free/VERB/VBN/1/acl ${rest}`);
  test.each([
    ["is the verb before a count", rebels("at//ADP/IN/4/case least//ADJ/JJS/5/nmod ten//NUM/CD/6/nummod men/man/NOUN/NNS/2/obl .//PUNCT/./2/punct"), true],
    ["before a number", rebels("ten//NUM/CD/4/nummod men/man/NOUN/NNS/2/obj .//PUNCT/./2/punct"), true],
    ["not without a count", rebels("at//ADP/IN/4/case dawn//NOUN/NN/2/obl .//PUNCT/./2/punct"), false],
    ["not before how long ago", rebels("ten//NUM/CD/4/nummod days/day/NOUN/NNS/5/obl ago//ADV/RB/2/advmod .//PUNCT/./2/punct"), false],
    ["not in a headline", rebels("ten//NUM/CD/4/nummod men/man/NOUN/NNS/2/obj"), false],
    ["not beside another verb", rebels("ten//NUM/CD/4/nummod days/day/NOUN/NNS/2/obl fled/flee/VERB/VBD/1/parataxis .//PUNCT/./2/punct"), false],
  ])("%s", (_, sentence, hidden) => {
    expect(isHiddenVerb(sentence, 1)).toBe(hidden);
  }); // biome-ignore format: a table
});

describe("arguments", () => {
  test.each([
    [MET, "met", "Holt", "envoy", "Holt", "envoy"],
    [RECEIVED, "received", "Holt", null, "king", "Holt"],
    [SIGNED, "signed", "It", null, null, "It"],
    [NOBODY, "taken", "vote", null, null, "vote"],
    [AGREED, "meet", "sides", null, "sides", null],
    [AGREED, "talk", "sides", null, "sides", null],
    [ASKED, "come", "Ferran", null, "Ferran", null],
    [ASKED, "asked", "Holt", "Ferran", "Holt", "Ferran"],
    [DENIED, "come", "Holt", null, "Holt", null],
    [MET, "envoy", null, null, null, null],
  ])("%#: of “%s”", (sentence, of, subject, object, agent, patient) => {
    expect(word(sentence, subjectOf, of)).toBe(subject);
    expect(word(sentence, objectOf, of)).toBe(object);
    expect(word(sentence, agentOf, of)).toBe(agent);
    expect(word(sentence, patientOf, of)).toBe(patient);
  });
});

describe("negation, voice, tense", () => {
  test.each([
    [MET, "met", false, "active", "past"],
    [RECEIVED, "received", false, "passive", "past"],
    [DENIED, "say", true, "active", "past"],
    [DENIED, "come", false, "active", "future"],
    [NOBODY, "taken", true, "passive", "past"],
    [AGREED, "meet", false, "active", null],
  ])("%#: “%s”", (sentence, of, no, voice, tense) => {
    const index = wordAt(sentence, of);
    expect(negated(sentence, index)).toBe(no);
    expect(voiceOf(sentence, index)).toBe(voice);
    expect(isPassive(sentence, index)).toBe(voice === "passive");
    expect(tenseOf(sentence, index)).toBe(tense);
  });

  test("number and modals", () => {
    const number = (text: string) => AGREED.tokens.filter((t) => t.text === text).map(numberOf);
    expect(number("sides")).toEqual(["plural"]);
    expect(number("agreed")).toEqual([null]);
    expect(modalsOf(DENIED, wordAt(DENIED, "come"))).toEqual(["will"]);
    expect(modalsOf(DENIED, wordAt(DENIED, "say"))).toEqual([]);
  });
});

describe("ways through the tree", () => {
  test.each([
    [DENIED, "Holt", "come"],
    [DENIED, "not", "say"],
    [AGREED, "talk", "talk"],
    [AGREED, "to", "meet"],
    [MET, "the", "met"],
  ])("%#: clause of “%s” is “%s”", (sentence, of, head) => {
    expect(sentence.tokens[clauseOf(sentence, wordAt(sentence, of))]?.text).toBe(head);
  });

  test.each([
    [MET, "Holt", "envoy", "<nsubj >obj"],
    [MET, "met", "the", ">obj >det"],
    [MET, "the", "met", "<det <obj"],
    [MET, "met", "met", ""],
  ])("%#: path from “%s” to “%s”", (sentence, from, to, expected) => {
    expect(path(sentence.tree, wordAt(sentence, from), wordAt(sentence, to))).toBe(expected);
  });

  test("span of a subtree", () => {
    const text = DENIED.tokens.map((t) => t.text).join(" ");
    expect(text.slice(...subtreeSpan(DENIED, wordAt(DENIED, "come")))).toBe("that Holt will come");
    expect(text.slice(...subtreeSpan(DENIED, wordAt(DENIED, "not")))).toBe("not");
  });
});
