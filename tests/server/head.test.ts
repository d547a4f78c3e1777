import { describe, expect, test } from "vitest";
import { headOf, withoutLaterMentions } from "../../src/server/views/head.js";
import { KAZAKH_READOUT, OTHERS, POSTPONED, REPORT } from "../desk/articles.js";
import { read } from "../store/articles.js";

const LONG = [KAZAKH_READOUT, REPORT, POSTPONED, OTHERS].map(({ title, text }) => `${title}\n\n${text}`).join("\n\n");
const { record } = read({ id: "long", text: `${LONG}\n\n${"Snow fell on the pass all week. ".repeat(40)}` });
const AT = 700;

describe("the beginning of a record", () => {
  const head = headOf(record, AT);

  test("has every item whose words begin there, each as it is, and the whole text", () => {
    expect(head?.record.document).toEqual(record.document);
    for (const list of ["events", "contacts"] as const)
      for (const item of record[list].filter(({ evidence }) => (evidence[0]?.[0] ?? AT) < AT))
        expect(head?.record[list]).toContainEqual(item);
    expect(head?.record.dates).toEqual(record.dates.filter(({ span }) => span[0] < AT));
  });

  test("names all actors its items speak of, and has the claims its events rest on", () => {
    const ids = new Set(head?.record.actors.map(({ id }) => id));
    const named = [
      ...(head?.record.events ?? []).flatMap(({ actor, recipient }) => [...actor, ...recipient]),
      ...(head?.record.contacts ?? []).flatMap(({ participants }) => participants),
      ...(head?.record.claims ?? []).flatMap(({ speaker, chain }) =>
        [speaker ?? [], chain.map(({ actor }) => actor)].flat(),
      ),
    ];
    expect(named.filter((id) => !ids.has(id))).toEqual([]);
    const claims = new Set(head?.record.claims.map(({ id }) => id));
    expect(head?.record.events.flatMap((event) => event.claims).filter((id) => !claims.has(id))).toEqual([]);
  });

  test("says how much there is in all", () => {
    const { events, contacts, actors, claims } = record;
    const quotes = claims.filter(({ act }) => act === "speech").length;
    expect(head?.cut).toEqual({
      at: AT,
      events: events.length,
      contacts: contacts.length,
      actors: actors.length,
      quotes,
    });
    expect(head?.record.actors.length).toBeLessThan(actors.length);
  });

  test("keeps of the mentions those that stand there", () => {
    const short = withoutLaterMentions(head?.record ?? record, AT);
    const spans = short.actors.flatMap(({ mentions }) => mentions.map(({ span }) => span[0]));
    expect(spans.length).toBeGreaterThan(5);
    expect(spans.filter((start) => start >= AT)).toEqual([]);
  });
});

test.each([0, 1])("a text that ends there, or %i before, is given whole", (less) => {
  expect(headOf(record, record.document.text.length + less)).toBeNull();
});
