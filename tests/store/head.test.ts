import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { itemIds } from "../../src/engine/item-ids.js";
import { withoutLaterMentions } from "../../src/server/views/head.js";
import type { Ledger, RecordHead } from "../../src/store/index.js";
import { KAZAKH_READOUT, OTHERS, POSTPONED, REPORT } from "../desk/articles.js";
import { read } from "./articles.js";
import { type LedgerMaker, postgresMaker, sqliteMaker } from "./databases.js";

const LONG = [KAZAKH_READOUT, REPORT, POSTPONED, OTHERS].map(({ title, text }) => `${title}\n\n${text}`).join("\n\n");
const article = read({ id: "long", text: `${LONG}\n\n${"Snow fell on the pass all week. ".repeat(40)}` });
const { record } = article;
const BEGUN = { at: 700, first: 1 };
const begins = (span: readonly [number, number] | undefined): boolean => span !== undefined && span[0] < BEGUN.at;

function describeHead(make: LedgerMaker): void {
  describe(`the beginning of a record in ${make.kind}`, () => {
    let ledger: Ledger;
    let head: RecordHead;
    beforeAll(async () => {
      ledger = await make.open(await make.fresh());
      await ledger.save([article]);
      const found = await ledger.head("long", BEGUN);
      if (found === null) throw new Error("it was saved");
      head = found;
    });
    afterAll(async () => {
      await ledger.close();
      await make.drop();
    });

    test("has the whole text, and every item whose words begin there, each as it is, in its order", () => {
      expect(head.record.document).toEqual(record.document);
      for (const list of ["events", "contacts"] as const)
        expect(head.record[list]).toEqual(record[list].filter(({ evidence }, i) => i === 0 || begins(evidence[0])));
      expect(head.record.dates).toEqual(record.dates.filter(({ span }) => begins(span)));
      const rests = new Set(head.record.events.flatMap(({ claims }) => claims));
      expect(head.record.claims).toEqual(
        record.claims.filter(({ id, content }, i) => i === 0 || begins(content) || rests.has(id)),
      );
      expect(head.record.events.length).toBeLessThan(record.events.length);
    });

    test("names all actors its items speak of, with their lasting ids", () => {
      const ids = new Set(head.record.actors.map(({ id }) => id));
      const named = [
        ...head.record.events.flatMap(({ actor, recipient }) => [...actor, ...recipient]),
        ...head.record.contacts.flatMap(({ participants, commitments }) => [
          ...participants,
          ...commitments.flatMap(({ by, to }) => [...by, ...to]),
        ]),
        ...head.record.claims.flatMap(({ speaker, addressee, chain }) =>
          [speaker ?? [], addressee ?? [], chain.map(({ actor }) => actor)].flat(),
        ),
      ];
      expect(named.filter((id) => !ids.has(id))).toEqual([]);
      const all = new Map(itemIds(record).map(({ local, id }) => [local, id]));
      for (const { local, id } of itemIds(head.record)) expect([local, id]).toEqual([local, all.get(local)]);
    });

    test("has the mentions that stand there, and of each actor the first", () => {
      for (const { id, mentions } of head.record.actors) {
        const whole = record.actors.find((actor) => actor.id === id);
        expect(mentions).toEqual(whole?.mentions.filter(({ span }, i) => i === 0 || begins(span)));
      }
      const spans = withoutLaterMentions(head.record, BEGUN.at).actors.flatMap(({ mentions }) =>
        mentions.map(({ span }) => span[0]),
      );
      expect(spans.length).toBeGreaterThan(5);
      expect(spans.filter((start) => start >= BEGUN.at)).toEqual([]);
    });

    test("says how much there is in all", () => {
      const { events, contacts, actors, claims } = record;
      expect(head.whole).toEqual({
        events: events.length,
        contacts: contacts.length,
        actors: actors.length,
        quotes: claims.filter(({ act }) => act === "speech").length,
      });
      expect(head.record.actors.length).toBeLessThan(actors.length);
    });

    test("of a text that ends there is all of it; of none is nothing", async () => {
      const { length } = record.document.text;
      for (const at of [length, length + 1]) {
        const whole = await ledger.head(record.document.hash, { at, first: 1 });
        expect([whole?.whole, whole?.record]).toEqual([null, record]);
      }
      expect((await ledger.head("long", { at: length - 1, first: 1 }))?.whole).not.toBeNull();
      expect(await ledger.head("0123456789abcdef", BEGUN)).toBeNull();
    });
  });
}

describeHead(sqliteMaker());
const postgres = postgresMaker();
if (postgres !== null) describeHead(postgres);
