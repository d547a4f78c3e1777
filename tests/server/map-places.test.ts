import { describe, expect, test } from "vitest";
import { readTables } from "../../src/knowledge.js";
import { makeMapPlaces } from "../../src/server/map-places.js";

const places = makeMapPlaces(readTables(["map"]));

describe("places on the map", () => {
  test.each([
    ["Dushanbe", "TJK", [68.8, 38.6]],
    ["São Paulo", "BRA", [-46.6, -23.6]],
    ["Saint Petersburg", "RUS", [30.3, 59.9]],
    ["Kuwait", "KWT", [48, 29.4]],
    ["Washington, D.C.", "USA", [-77, 38.9]],
    ["Hargeisa", "SOM:Somaliland", [44.1, 9.6]],
  ])("%s in %s", (name, country, at) => {
    expect(places(name, country)).toEqual(at);
  });

  test.each([
    ["Dushanbe", "UZB"], // a street or hotel of that name elsewhere
    ["Atlantis", "GRC"],
    ["", "FRA"],
  ])("%s in %s is not known", (name, country) => {
    expect(places(name, country)).toBeNull();
  });

  test("a table with a place beyond the poles is refused", () => {
    const table = "code\tname\tlatitude\tlongitude\tsource\nNOR\tNowhere\t91\t10\trecalled";
    expect(() => makeMapPlaces(new Map([["map/places.tsv", table]]))).toThrow(/no place on the map/);
  });
});
