import { describe, expect, test } from "vitest";
import { itemIds } from "../../src/engine/item-ids.js";
import { itemValues } from "../../src/engine/item-values.js";
import { itemsAt } from "../../src/engine/judged-item.js";
import type { ReadoutRecord } from "../../src/engine/record.js";
import { KAZAKH_READOUT } from "../desk/articles.js";
import { read } from "../store/articles.js";

const { record } = read(KAZAKH_READOUT);
const [first] = record.events;
if (first === undefined) throw new Error("the text tells of an event");
/** Two events told by one passage. */
const two: ReadoutRecord = {
  ...record,
  events: [first, { ...first, id: "e90", event: "AGREE", mode: null, cameo: "057" }],
};
const ids = itemIds(two).filter(({ kind }) => kind === "event");
const source = ids[0]?.source[0] ?? [0, 0];
const locals = (place: Omit<Parameters<typeof itemsAt>[1], "kind" | "source">, of = two): string[] =>
  itemsAt(of, { kind: "event", source, ...place }).map(({ local }) => local);

describe("of two events of one passage", () => {
  test("the one that was judged comes first, whichever it is", () => {
    for (const { id, local } of ids) expect(locals({ id })[0]).toBe(local);
  });

  test("without an id the first does", () => {
    expect(locals({})).toEqual([first.id, "e90"]);
  });

  test("read anew under other ids, the one alike does; the other does not take its place while it is there", () => {
    const [, agree] = ids;
    const seen = agree === undefined ? null : itemValues(two, agree);
    const moved = { ...two, events: two.events.map((one) => ({ ...one, cameo: "000" })) };
    expect(locals({ id: agree?.id, seen }, moved)).toEqual(["e90", first.id]);
    expect(locals({ id: agree?.id, seen }, record)[0]).toBe(first.id);
  });
});

test("what lies elsewhere, or is of another kind, is not it", () => {
  expect(itemsAt(two, { kind: "event", source: [99_990, 99_999], id: null })).toEqual([]);
  expect(itemsAt(two, { kind: "weather", source })).toEqual([]);
});
