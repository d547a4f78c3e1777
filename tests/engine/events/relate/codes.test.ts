import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { PLOVER_EVENTS } from "../../../../src/engine/base/codes.js";
import {
  codeChances,
  codeLabels,
  codesOf,
  eventScores,
  jointLabels,
  likeliestCode,
} from "../../../../src/engine/events/relate/event-codes.js";
import { PairModel } from "../../../../src/engine/events/relate/index.js";
import { loadLanguageModel } from "../../../../src/engine/language/index.js";
import { orderFeatures } from "../../../../train/events/order-features.js";
import { withoutManual, withPartsOf } from "../../../../train/events/pack-manual.js";
import { modelFile, sectionsOf } from "../../../../train/language/model-file.js";
import { files, knowledge } from "../../../data/knowledge.js";

const chances = (length: number) => fc.array(fc.double({ min: 0.001, max: 1, noNaN: true }), { minLength: length, maxLength: length }).map((x) => Float64Array.from(x, (p) => p / x.reduce((a, b) => a + b, 0))); // biome-ignore format: one line reads best

describe("events with their codes", () => {
  const byRoot = codeLabels(["024", "036", "083"]);
  const joint = jointLabels(["AGREE 036", "CONCEDE 083", "RETREAT 083", "REQUEST 024", "REQUEST 105"]);

  test("are of the events' roots, those of two events twice", () => {
    const spelled = byRoot.map(({ event, cameo }) => `${event} ${cameo}`);
    expect([...spelled].sort()).toEqual(["AGREE 036", "CONCEDE 083", "REQUEST 024", "RETREAT 083"]);
  });

  test("that outputs tell together are read in the outputs' order", () => {
    expect(joint.map(({ event, cameo, at }) => [event, cameo, at[1]])).toEqual([
      ["AGREE", "036", 0],
      ["CONCEDE", "083", 1],
      ["RETREAT", "083", 2],
      ["REQUEST", "024", 3],
      ["REQUEST", "105", 4],
    ]);
  });

  test.each(["AGREE", "AGREE 124", "NONE 036", "none", "agree 036", ""])("“%s” is no event with its code", (name) => {
    expect(() => jointLabels([name])).toThrow(`“${name}” is no event with its code`);
  });

  test.each([
    ["codes apart from events", byRoot, 3],
    ["both together", joint, 5],
  ] as const)("make an event's probability together: %s", (_, labels, outputs) => {
    fc.assert(
      fc.property(chances(17), chances(outputs), (events, own) => {
        const codes = codeChances(labels, events, own);
        for (const [i, { at, event }] of labels.entries()) {
          const family = labels.flatMap((other, k) => (other.at[0] === at[0] ? [codes[k] ?? 0] : []));
          expect(family.reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(events[at[0]] ?? -1);
          expect(codes[i]).toBeGreaterThan(0);
          expect(likeliestCode(labels, codes, event)).toEqual(codesOf(labels, codes).find((c) => c.event === event));
        }
        expect(likeliestCode(labels, codes)).toEqual(codesOf(labels, codes)[0]);
      }),
    );
  });

  test("tell of events alone what their codes do together, and of nothing what has no label", () => {
    const labels = jointLabels(["AGREE 030", "NONE", "AGREE 036", "REQUEST 024"]);
    fc.assert(
      fc.property(fc.array(fc.double({ min: -900, max: 900, noNaN: true }), { minLength: 4, maxLength: 4 }), (own) => {
        const most = Math.max(...own);
        const [agree = 0, nothing = 0, more = 0, request = 0] = own.map((x) => Math.exp(x - most));
        const told = eventScores(labels, Float64Array.from(own), 17);
        const all = told.reduce((sum, x) => sum + Math.exp(x), 0);
        const chance = (event: number): number => Math.exp(told[event] ?? 0) / all;
        const sum = agree + nothing + more + request;
        expect(chance(PLOVER_EVENTS.indexOf("AGREE"))).toBeCloseTo((agree + more) / sum);
        expect(chance(PLOVER_EVENTS.indexOf("REQUEST"))).toBeCloseTo(request / sum);
        expect(chance(16)).toBeCloseTo(nothing / sum);
        expect(chance(PLOVER_EVENTS.indexOf("ASSAULT"))).toBeCloseTo(0);
      }),
    );
  });

  test("there is none of an event that no label has", () => {
    expect(likeliestCode(joint, Float64Array.of(0.2, 0.2, 0.2, 0.2, 0.2), "ASSAULT")).toBeNull();
  });
});

describe("the shipped model", () => {
  const language = loadLanguageModel(files.languageModel);
  const file = files.eventModel ?? new Uint8Array();

  test("is no larger than it may be", () => {
    expect(file.length).toBeLessThanOrEqual(6_000_000);
  });

  test("has features with weights of their own first, and its answers do not hang on their order", () => {
    const ordered = modelFile(orderFeatures(sectionsOf(file)), true);
    expect(Buffer.compare(Buffer.from(ordered), Buffer.from(file))).toBe(0);
  });

  test("has readers of the manual's habit, which leave the data's alone", () => {
    const [whole, bare] = [file, withoutManual(file)].map((f) => new PairModel(loadLanguageModel(f), language));
    const input = knowledge.relations.input("<s>Norway</s> asked <t>Chad</t> for help with its wells.");
    const [own, without] = [whole, bare].map((model) => model?.score(input, "data"));
    expect(own).toEqual(without);
    const [told, untold] = [whole, bare].map((model) => model?.score(input, "manual"));
    expect([told?.labels.joint, untold?.labels.joint]).toEqual([true, false]);
    expect(told?.events).not.toEqual(untold?.events);
    const asked = whole?.score(input, "record");
    expect([asked?.labels.joint, bare?.score(input, "record").labels.joint]).toEqual([true, false]);
    expect(asked?.events).not.toEqual(told?.events); // of any two parties, of whom less often anything is told
    for (const answer of [told, untold, asked]) {
      const some = answer?.codes.reduce((sum, chance) => sum + chance, 0) ?? 0;
      expect(some + (answer?.events[16] ?? 0)).toBeCloseTo(1);
    }
  });

  test("takes the parts of another model that the pair networks are not", () => {
    const again = withPartsOf(withoutManual(file), file);
    expect(Buffer.compare(Buffer.from(again), Buffer.from(file))).toBe(0);
  });

  test("knows codes that the public data's networks do not", () => {
    const model = new PairModel(loadLanguageModel(file), language);
    const input = knowledge.relations.input("<s>A</s> bombed <t>B</t>.");
    const [data, manual] = (["data", "manual"] as const).map((habit) =>
      model.score(input, habit).labels.codes.map(({ event, cameo }) => `${event} ${cameo}`),
    );
    for (const code of ["REQUEST 107", "PROTEST 140", "ASSAULT 196", "ASSAULT 200"]) {
      expect(manual).toContain(code);
      expect(data).not.toContain(code);
    }
  });
});
