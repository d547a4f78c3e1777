import { describe, expect, test } from "vitest";
import { readArticle } from "../../src/engine/read.js";
import { knowledge } from "../data/knowledge.js";

/** A record's parts in words: what takes more than one stage to be right. */
function told(text: string) {
  const record = readArticle({ text, published: "2021-10-05" }, knowledge);
  const names = new Map(record.actors.map(({ id, name }) => [id, name.split(" ").at(-1)]));
  const all = (ids: readonly string[]): string => ids.map((id) => names.get(id)).join(", ");
  return {
    agency: record.document.agency,
    events: record.events.map((e) => `${e.event}: ${all(e.actor)} → ${all(e.recipient)}`),
    chains: record.claims.filter((c) => c.act === "speech").map((c) => all(c.chain.map(({ actor }) => actor))),
    publishedBy: record.contacts.map((c) => all(c.publishedBy)),
  };
}

describe("who says so, through whom", () => {
  test.each([
    ["The talks will take place in May, TASS reported, citing Kremlin spokesman Dmitry Peskov.", ["TASS, Peskov"]],
    ["MOSCOW, October 5 (Interfax) - The talks will take place in May, TASS reported, citing Kremlin spokesman Dmitry Peskov.", ["Interfax, TASS, Peskov"]], // biome-ignore format: one line reads best
    ["The talks will take place in May, TASS reported.", ["TASS"]],
    ["Jan Lipavsky said he was ready. Russia's Foreign Ministry rejected the charge. “We will take measures,” it said.", ["Lipavský", "Ministry"]], // biome-ignore format: one line reads best
    ["Maria Zakharova said the plan was useful. In Turkey the talks failed. It said Russia would wait.", ["Zakharova", "Zakharova"]], // biome-ignore format: one line reads best
  ])("%s", (text, chains) => expect(told(text).chains).toEqual(chains));

  test("a press service of neither side made nothing known", () => {
    const text =
      "Nicolas Maduro received a delegation on Monday, the Venezuelan presidential press office said. Emmanuel Macron spoke by telephone with Olaf Scholz on Monday.";
    expect(told(text).publishedBy).toEqual([""]);
  });

  test.each([
    ["NAIROBI, Kenya — ", null],
    ["NAIROBI (Kenya News Agency) — ", "Kenya News Agency"],
    ["BEIJING (Xinhua News Agency) — ", "Xinhua"],
  ])("%s", (line, agency) => {
    expect(told(`Ministers agree on water\n\n${line}Kenyan ministers met on Monday to speak about water.`).agency).toBe(agency); // biome-ignore format: one line reads best
  });
});

describe("who is meant", () => {
  test.each([
    ["Joe Biden met Xi Jinping. Iran arrested two men on Friday.", "COERCE: Iran → "],
    ["The United States threatened military action against Syria.", "THREATEN: States → Syria"],
    ["Patriarch Porfirije was denied entry to Kosovo on Monday.", null],
    ["Israel denies killing the journalist.", null],
  ])("%s", (text, event) => {
    const events = told(text).events.filter((one) => !one.startsWith("CONSULT"));
    if (event === null) expect(events).toEqual([]);
    else expect(events).toEqual([expect.stringContaining(event)]);
  });
});

describe("whose an army or a government is", () => {
  const text = (line: string, more = "") => `Fighting goes on\n\n${line}Sudan's army and the Rapid Support Forces resumed talks on Monday.${more} The government accused the Rapid Support Forces of looting.`; // biome-ignore format: one line reads best
  const accuser = (article: string): string | null => {
    const record = readArticle({ text: article, published: "2021-10-05" }, knowledge);
    const [actor] = record.events.find(({ event }) => event === "ACCUSE")?.actor ?? [];
    return record.actors.find(({ id }) => id === actor)?.code ?? null;
  };
  test.each([
    ["of the country told of, in a report from elsewhere", text("CAIRO, Oct 5 (AP) — "), "SDN"],
    [
      "of the country the report is from, where that is told of",
      text("CAIRO, Oct 5 (AP) — ", " Egypt was pleased."),
      "EGY",
    ],
    ["of the country of its own agency", text("CAIRO, Oct 5 (MENA) — "), "EGY"],
  ])("%s", (_, article, code) => expect(accuser(article)).toBe(code));
});

describe("counterparts of several countries", () => {
  test.each([
    ["US Secretary of State Antony Blinken spoke with his British, French and German counterparts on Monday.", ["Blinken", "Truss", "Drian", "Maas"]], // biome-ignore format: one line reads best
    ["US Secretary of State Antony Blinken spoke with his German and French counterparts on Monday.", ["Blinken", "Maas", "Drian"]], // biome-ignore format: one line reads best
  ])("%s", (text, names) => {
    const record = readArticle({ text, published: "2021-10-05" }, knowledge);
    const told = record.contacts.flatMap(({ participants }) => participants);
    expect(told.map((id) => record.actors.find((actor) => actor.id === id)?.name.split(" ").at(-1)).sort()).toEqual([...names].sort()); // biome-ignore format: one line reads best
  });
});
