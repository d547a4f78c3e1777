import { describe, expect, test } from "vitest";
import type { Article } from "../../src/engine/document/types.js";
import { Line } from "../../src/work/line.js";
import { longestReading, Reader } from "../../src/work/reader.js";
import { within } from "../../src/work/within.js";
import { knowledge } from "../data/knowledge.js";

/** Short, so that what never ends is soon broken off; what the tests let end needs a thousandth of it. */
const SOON = 300;

describe("work within a time", () => {
  const endless: readonly (readonly [what: string, work: () => unknown])[] = [
    ["a loop", () => { for (;;); }],
    ["a loop that catches what it can", () => { for (;;) try { for (;;); } catch {} }],
    ["a pattern that tries everything", () => /^(?:a+)+$/.test(`${"a".repeat(60)}b`)],
    ["a call without end", () => { const again = (n: number): number => (n > 500 ? again(0) : again(n + 1)); for (;;) try { again(0); } catch {} }],
  ]; // biome-ignore format: a table reads best so
  test.each(endless)("%s is broken off", (_, work) => {
    expect(within(SOON, work)).toBeNull();
  });

  test.each([[1], ["a"], [undefined], [null], [{ deep: [1] }]])("gives what the work gives: %j", (value) => {
    expect(within(SOON * 100, () => value)).toEqual({ value });
  });

  test("what the work throws is thrown as it is", () => {
    const error = new RangeError("its own");
    expect(() => within(SOON, () => { throw error; })).toThrow(error); // biome-ignore format: one line reads best
    expect(within(SOON * 100, () => 7)).toEqual({ value: 7 });
  });
});

describe("a reader", () => {
  const article = (text: string): Article => ({ text });
  /** Hangs at a text so many times. @param had Processor time the process had for each reading. */
  function reader(hangs: number, had: number) {
    let [made, left, time] = [0, hangs, 0];
    const make = () => {
      made++;
      return knowledge;
    };
    const one = ({ text }: Article) => {
      if (text === "hangs" && left-- > 0) for (;;);
      return { failure: `read: ${text}` };
    };
    const own = new Reader(make, {}, { one, longest: () => SOON, spent: () => (time += had) });
    return { read: (text: string) => own.read(article(text)), made: () => made };
  }
  const broken = { failure: "broken off after 0 seconds, the most for an article of its length" };
  const was = (text: string) => ({ failure: `read: ${text}` });

  test("sets an article aside that takes too long, with the reason, and reads the others with knowledge made anew", () => {
    const { read, made } = reader(2, SOON);
    const said = ["one", "hangs", "two", "three", "hangs", "four"].map(read);
    expect(said).toEqual([was("one"), broken, was("two"), was("three"), broken, was("four")]);
    expect(made()).toBe(3);
  });

  test("tries an article again for which the machine had no time", () => {
    const { read } = reader(2, SOON / 10);
    expect(["one", "hangs", "two"].map(read)).toEqual(["one", "hangs", "two"].map(was));
  });

  test("time may grow with length, by the same for every letter", () => {
    expect(longestReading(0)).toBe(60_000);
    expect(longestReading(3_000)).toBe(61_500);
    const a = longestReading(1_000_000) - longestReading(0);
    expect(longestReading(2_000_000) - longestReading(0)).toBe(2 * a);
  });
});

describe("a line", () => {
  const later = <T>(value: T, turns: number): Promise<T> =>
    turns === 0 ? Promise.resolve(value) : Promise.resolve().then(() => later(value, turns - 1));

  test("uses in the order of putting, whatever is finished first", async () => {
    const line = new Line({ items: 3, size: 100 });
    const used: number[] = [];
    for (let i = 0; i < 20; i++) await line.put(1, later(i, (i * 7) % 11), (n) => void used.push(n));
    await line.end();
    expect(used).toEqual(Array.from({ length: 20 }, (_, i) => i));
  });

  test.each([
    ["items", { items: 2, size: 1e9 }, 1, 3],
    ["size", { items: 1e9, size: 10 }, 4, 3],
    ["one that is larger than the room", { items: 1e9, size: 10 }, 50, 2],
  ])("holds back when there is no room: %s", async (_, room, size, most) => {
    const line = new Line(room);
    let [put, used, worst] = [0, 0, 0];
    for (let i = 0; i < 30; i++) {
      put++;
      worst = Math.max(worst, put - used);
      await line.put(size, later(i, 20), () => void used++);
    }
    await line.end();
    expect([used, worst]).toEqual([30, most]);
  });

  test("nothing is used after a stop", async () => {
    const line = new Line({ items: 9, size: 9 });
    const used: number[] = [];
    for (let i = 0; i < 5; i++)
      await line.put(1, later(i, 1), (n) => {
        used.push(n);
        if (n === 2) line.stop();
      });
    await line.end();
    expect(used).toEqual([0, 1, 2]);
  });

  test("trouble is told to whoever puts or ends, and nothing behind it is used", async () => {
    const line = new Line({ items: 9, size: 9 });
    const used: number[] = [];
    await line.put(1, later(1, 5), (n) => void used.push(n));
    await line.put(1, Promise.reject(new Error("gone")), () => void used.push(2));
    await line.put(1, later(3, 1), (n) => void used.push(n));
    await expect(line.end()).rejects.toThrow("gone");
    expect(used).toEqual([1]);
  });
});
