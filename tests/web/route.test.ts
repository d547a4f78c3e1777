import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formatRoute, listOf, parseRoute, VIEWS, withParams } from "../../src/web/route/route.js";

describe("the address of a view", () => {
  test.each([
    ["", { view: "desk", params: {} }],
    ["?view=pair&a=RUS&b=TJK", { view: "pair", params: { a: "RUS", b: "TJK" } }],
    ["?view=nothing&a=1", { view: "desk", params: { a: "1" } }],
    ["?view=__proto__", { view: "desk", params: {} }],
    ["?words=%22border%20trade%22&since=", { view: "desk", params: { words: '"border trade"' } }],
  ])("%s", (search, route) => {
    expect(parseRoute(search)).toEqual(route);
  });

  test("comes back as it was, whatever the filters hold", () => {
    const params = fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/).filter((name) => name !== "view"), fc.string({ unit: "grapheme", minLength: 1 })); // biome-ignore format: one line reads best
    fc.assert(
      fc.property(fc.constantFrom(...VIEWS), params, (view, filters) => {
        const search = formatRoute({ view, params: filters });
        expect(parseRoute(search.slice(1))).toEqual({ view, params: { ...filters } });
      }),
    );
  });

  test.each([
    ["/contact/9f86d081884c7d65", { view: "contact", params: { id: "9f86d081884c7d65" } }],
    ["/read/9f86", { view: "reader", params: { document: "9f86" } }],
    ["/read/../x", { view: "desk", params: {} }],
    ["/constructor/9f", { view: "desk", params: {} }],
  ])("may be short: %s", (path, route) => {
    expect(parseRoute("", path)).toEqual(route);
  });

  test("is one for one route: names stand in order", () => {
    expect(formatRoute({ view: "pair", params: { b: "2", a: "1" } })).toBe("/?view=pair&a=1&b=2");
  });

  test("an empty value takes a filter away", () => {
    const route = { view: "desk", params: { actors: "RUS", since: "2021" } } as const;
    expect(withParams(route, { actors: "", until: "2022" }).params).toEqual({ since: "2021", until: "2022" });
  });

  test.each([
    [undefined, []],
    ["", []],
    ["RUS", ["RUS"]],
    ["RUS, TJK,", ["RUS", "TJK"]],
  ])("list of %s", (value, list) => {
    expect(listOf(value)).toEqual(list);
  });
});
