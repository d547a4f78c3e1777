import { gzipSync } from "node:zlib";
import { jetstream } from "@nats-io/jetstream";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Article } from "../../../src/engine/document/types.js";
import { askWorkers, dropAside, listAside, retryAside } from "../../../src/work/nats/index.js";
import { makeConsumer } from "../../../src/work/nats/streams.js";
import {
  contentOf,
  onOneMachine,
  openCluster,
  openServices,
  ownPool,
  readKept,
  type Services,
  someArticles,
  until,
} from "./support.js";

const services = openServices();
afterAll(() => services?.drop());

const articles = someArticles(50);
const count = articles.length - 1; // one text comes twice

test("articles for the tests hold copies, and one text twice", () => {
  expect(new Set(articles.map(({ title, text }) => `${title}\n${text}`)).size).toBe(count);
});

function describeCluster(services: Services): void {
  describe("many machines", () => {
    let alone: Awaited<ReturnType<typeof onOneMachine>>;
    beforeAll(async () => {
      alone = await onOneMachine(articles);
      expect(alone.documents.length).toBe(count);
      expect(new Set(alone.documents.map(({ story }) => story)).size).toBeLessThan(count);
    });

    async function withCluster(
      stream: string,
      work: (cluster: Awaited<ReturnType<typeof openCluster>>) => Promise<void>,
    ) {
      const cluster = await openCluster(services, stream);
      await work(cluster).finally(() => cluster.close());
    }

    test("three workers make what one machine makes", () =>
      withCluster("HAPPY", async (cluster) => {
        const sent = await cluster.send(articles);
        expect(sent.map(({ kind }) => kind)).toEqual(articles.map(({ id }) => (id === "twin" ? "waiting" : "sent")));
        expect((await cluster.send(articles)).every(({ kind }) => kind === "waiting")).toBe(true);
        const workers = [cluster.work(), cluster.work(), cluster.work()];
        await Promise.all(workers.map(({ ended }) => ended));
        expect(await contentOf(cluster.ledger)).toEqual(alone);
        expect(alone.wrong).toEqual([]);
        expect(workers[0]?.worker.troubles()).toEqual([]);
        expect(workers.reduce((sum, { metric }) => sum + metric('readout_articles_total{outcome="new"}'), 0)).toBe(
          count,
        );
        expect(workers[0]?.metric('readout_worker_info{engine="tests"}')).toBe(1);
      }));

    test("what the ledger knows is not sent, and what is sent again changes nothing", () =>
      withCluster("AGAIN", async (cluster) => {
        await cluster.send(articles);
        await cluster.work().ended;
        const settled = (hashes: readonly string[]) => cluster.ledger.settled(hashes, "tests");
        expect((await cluster.send(articles, { settled })).every(({ kind }) => kind === "known")).toBe(true);
        expect((await cluster.send(articles.slice(0, 9))).some(({ kind }) => kind === "sent")).toBe(true);
        const { ended, metric } = cluster.work();
        await ended;
        expect(metric('readout_articles_total{outcome="known"}')).toBeGreaterThan(0);
        expect(metric('readout_articles_total{outcome="new"}')).toBe(0);
        expect(await contentOf(cluster.ledger)).toEqual(alone);
      }));

    test("an article another worker took and never answered for is delivered again", () =>
      withCluster("SILENT", async (cluster) => {
        await cluster.send(articles);
        for (const seconds of [9, 2]) await makeConsumer(cluster.manager, cluster.names, seconds);
        const { config } = await cluster.manager.consumers.info("SILENT", "workers");
        expect(config.ack_wait).toBe(2e9);
        const consumer = await jetstream(cluster.broker.connection).consumers.get("SILENT", "workers");
        let taken = 0;
        for await (const _ of await consumer.fetch({ max_messages: 10, expires: 1000 })) taken++;
        expect(taken).toBe(10);
        const { ended, metric } = cluster.work();
        await ended;
        expect(metric("readout_redelivered_total")).toBeGreaterThanOrEqual(10);
        expect(await contentOf(cluster.ledger)).toEqual(alone);
      }));

    test("the connections to the database are cut again and again", () =>
      withCluster("CUT", async (cluster) => {
        await cluster.send(articles);
        const admin = new pg.Client({ connectionString: cluster.name });
        await admin.connect();
        const cut = () =>
          admin.query(
            "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()",
          );
        let [reads, cuts] = [0, 0];
        const pool = ownPool((article) => {
          if (++reads % 9 === 0) void cut().then(({ rowCount }) => (cuts += rowCount ?? 0), () => undefined); // biome-ignore format: one line reads best
          return readKept(article);
        });
        await Promise.all([cluster.work({ pool }).ended, cluster.work({ pool }).ended]);
        await admin.end();
        expect(cuts).toBeGreaterThan(0);
        expect(await contentOf(cluster.ledger)).toEqual(alone);
      }));

    test("what cannot be read is set aside after its tries, with the reason, and can be tried again", () =>
      withCluster("POISON", async (cluster) => {
        const client = jetstream(cluster.broker.connection);
        await client.publish(cluster.names.article("garbage"), "no article");
        await client.publish(cluster.names.article("foreign"), gzipSync('{"form":99}'));
        const bad = articles[7];
        let reads = 0;
        const refuse = (article: Article) => {
          if (article.id !== bad?.id) return readKept(article);
          reads++;
          return { failure: "RangeError: too deep" };
        };
        await cluster.send(articles);
        await cluster.work({ pool: ownPool(refuse), tries: 2 }).ended;
        expect(reads).toBe(2);
        const aside = [];
        for await (const { name, reason, tries } of listAside(cluster.manager, cluster.names))
          aside.push([name, tries, reason]);
        expect(aside).toEqual([
          [null, 1, "not a packed article (gzip)"],
          [null, 1, expect.stringMatching(/^not an article: form: /)],
          [`test/${bad?.id}`, 2, "could not be read: RangeError: too deep"],
        ]);
        expect((await cluster.ledger.counts()).documents).toBe(count - 1);
        expect(await retryAside(client, cluster.manager, cluster.names)).toBe(3);
        await cluster.work().ended;
        expect(await contentOf(cluster.ledger)).toEqual(alone);
        expect(await dropAside(cluster.manager, cluster.names)).toBe(2);
      }));

    test("trying again comes to an end while a worker sets the same aside anew", () =>
      withCluster("AGAIN", async (cluster) => {
        const client = jetstream(cluster.broker.connection);
        const aside = async (): Promise<number> => {
          let number = 0;
          for await (const _ of listAside(cluster.manager, cluster.names)) number++;
          return number;
        };
        for (const name of ["one", "two", "three"]) await client.publish(cluster.names.article(name), "no article");
        const worker = cluster.work({ untilEmpty: false });
        await until("all are set aside", async () => (await aside()) === 3);
        expect(await retryAside(client, cluster.manager, cluster.names)).toBe(3);
        await until("all are set aside anew", async () => (await aside()) === 3 && (await cluster.waiting()) === 0);
        worker.drain();
        await worker.ended;
      }));

    test("asked to end, a worker finishes what it has and leaves the rest", () =>
      withCluster("DRAIN", async (cluster) => {
        await cluster.send(articles);
        let reads = 0;
        const worker = cluster.work({
          untilEmpty: false,
          pool: ownPool((article) => {
            if (++reads === 5) worker.drain();
            return readKept(article);
          }),
        });
        await worker.ended;
        const { documents } = await cluster.ledger.counts();
        expect(documents).toBeGreaterThan(4);
        expect(documents).toBeLessThan(count);
        await until("all answers arrive", async () => (await cluster.waiting()) === count - documents);
        expect(worker.metric("readout_in_work")).toBe(0);
        expect(worker.worker.troubles()).toEqual(["ending"]);
        await cluster.work().ended;
        expect(await contentOf(cluster.ledger)).toEqual(alone);
      }));

    test("asked to end at once, a worker gives back what it is still reading", () =>
      withCluster("AT_ONCE", async (cluster) => {
        await cluster.send(articles);
        const worker = cluster.work({
          untilEmpty: false,
          pool: {
            threads: 1,
            read: () => {
              worker.drain();
              worker.giveUp();
              return new Promise(() => undefined); // an article that takes minutes
            },
            relate: async () => [],
            close: async () => undefined,
          },
        });
        await worker.ended;
        expect(worker.metric("readout_in_work")).toBe(0);
        expect(worker.metric('readout_articles_total{outcome="given-back"}')).toBeGreaterThan(0);
        expect((await cluster.ledger.counts()).documents).toBe(0);
        await cluster.work().ended;
        expect(await contentOf(cluster.ledger)).toEqual(alone);
      }));

    test("a full stream makes the source wait, and loses nothing", () =>
      withCluster("FULL", async (cluster) => {
        const { config } = await cluster.manager.streams.info("FULL");
        await cluster.manager.streams.update("FULL", { ...config, max_msgs: 10 });
        let full = 0;
        const sending = cluster.send(articles, { onFull: () => full++ });
        await until("the stream is full", () => full > 0);
        const worker = cluster.work({ untilEmpty: false });
        const sent = await sending;
        expect(sent.filter(({ kind }) => kind === "sent").length).toBeGreaterThanOrEqual(count);
        await until("all are saved", async () => (await cluster.waiting()) === 0);
        worker.drain();
        await worker.ended;
        expect(await contentOf(cluster.ledger)).toEqual(alone);
      }));

    test("an article larger than the broker takes is named, and the others are sent", () =>
      withCluster("LARGE", async (cluster) => {
        // Digits of chance cannot be packed: 4 MB of them stay more than the 1 MB this source believes the broker takes.
        const noise = Array.from({ length: 400_000 }, (_, i) => Math.imul(i, 2654435761) >>> 0).join(" ");
        const info = { ...cluster.broker.connection.info, max_payload: 1024 * 1024 };
        const connection = new Proxy(cluster.broker.connection, {
          get: (target, key) => (key === "info" ? info : Reflect.get(target, key)),
        });
        const sent = await cluster.send([{ id: "noise", text: noise }, ...articles.slice(0, 2)], {
          broker: { ...cluster.broker, connection },
        });
        expect(sent.map(({ kind }) => kind)).toEqual(["failed", "sent", "sent"]);
        expect(sent[0]).toMatchObject({
          why: expect.stringMatching(/^test\/noise: \d\.\d MB packed, and the broker takes 1\.0 MB/),
        });
      }));

    test("workers of two engines do not share a stream", () =>
      withCluster("ENGINES", async (cluster) => {
        const first = cluster.work({ untilEmpty: false });
        await until("the first is there", async () =>
          (await askWorkers(cluster.broker.connection, cluster.names)).some(({ working }) => working),
        );
        await expect(cluster.work({ engine: "other" }).ended).rejects.toThrow(/another version or other actors/);
        first.drain();
        await first.ended;
      }));
  });
}

if (services !== null) describeCluster(services);
