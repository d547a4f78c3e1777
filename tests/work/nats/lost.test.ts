import { createServer, type Socket } from "node:net";
import { jetstream } from "@nats-io/jetstream";
import { afterAll, describe, expect, test } from "vitest";
import { asBrokerError, askWorkers, connectBroker } from "../../../src/work/nats/index.js";
import { answerPresence } from "../../../src/work/nats/presence.js";
import { openCluster, openServices, ownPool, readKept, type Services, someArticles, until } from "./support.js";
import { listen, openWay } from "./way.js";

const services = openServices();
afterAll(() => services?.drop());

test("a broker that refuses a known user for a while is tried again", async () => {
  let connections = 0;
  const open = new Set<Socket>();
  const server = createServer((socket) => {
    open.add(socket);
    const refused = ++connections === 2 || connections === 3;
    socket.on("error", () => undefined);
    socket.write(`INFO ${JSON.stringify({ server_id: "a", version: "2.9.0", proto: 1, headers: true, max_payload: 1000 })}\r\n`); // biome-ignore format: one line reads best
    socket.on("data", (said) => {
      if (refused) socket.end("-ERR 'Authorization Violation'\r\n");
      else if (/PING/.test(said.toString())) socket.write("PONG\r\n");
    });
  });
  const broker = await connectBroker({ servers: `nats://127.0.0.1:${await listen(server)}` });
  for (const socket of open) socket.destroy();
  await until("it is back", () => connections === 4 && broker.up());
  expect(broker.connection.isClosed()).toBe(false);
  await broker.connection.close();
  expect(asBrokerError("a", await broker.connection.flush().catch((error: unknown) => error)).code).toBe("closed");
  server.close();
});

function describeLost(services: Services): void {
  describe("a worker that lost its broker, or may not go on", () => {
    async function startIdle(stream: string, nats = services.nats) {
      const cluster = await openCluster({ ...services, nats }, stream);
      const worker = cluster.work({ untilEmpty: false, lookEvery: 100 });
      await until("it is there", async () =>
        (await askWorkers(cluster.broker.connection, cluster.names)).some(({ working }) => working),
      );
      return { cluster, worker };
    }

    test("ends when it is asked to, though the broker does not come back", async () => {
      const way = await openWay(services.nats);
      const { cluster, worker } = await startIdle("AWAY", way.address);
      way.cut();
      await until("it knows", () => worker.worker.troubles().length > 0);
      worker.drain();
      await worker.ended;
      await cluster.close();
    });

    test("ends when another engine turns out to be at work", async () => {
      const { cluster, worker } = await startIdle("MET");
      const other = { host: "there", pid: 1, engine: "other", id: "", began: "1999-01-01", working: true };
      const answering = answerPresence(cluster.broker.connection, cluster.names, () => other);
      await expect(worker.ended).rejects.toMatchObject({ code: "foreign" });
      answering.unsubscribe();
      await cluster.close();
    });

    test("ends when it is asked to before there was one", async () => {
      const way = await openWay(services.nats);
      const cluster = await openCluster({ ...services, nats: way.address }, "NEVER");
      way.cut();
      const worker = cluster.work({ untilEmpty: false });
      worker.drain();
      await worker.ended;
      await cluster.close();
    });

    test("ends with its name when the connection is closed for good", async () => {
      const { cluster, worker } = await startIdle("CLOSED");
      await cluster.broker.connection.close();
      await expect(worker.ended).rejects.toMatchObject({ code: "closed" });
      await cluster.close();
    });

    test("saves what it was at when the connection is closed for good, and leaves it in the stream", async () => {
      const cluster = await openCluster(services, "CLOSED_AT_WORK");
      const articles = someArticles(5);
      await cluster.send(articles);
      let reads = 0;
      const pool = ownPool((article) => {
        if (++reads === 3) void cluster.broker.connection.close();
        return readKept(article);
      });
      await expect(cluster.work({ pool }).ended).rejects.toMatchObject({ code: "closed" });
      const { documents } = await cluster.ledger.counts();
      expect(documents).toBeGreaterThan(0);
      const broker = await connectBroker({ servers: services.nats });
      const state = await (await jetstream(broker.connection).jetstreamManager()).streams.info("CLOSED_AT_WORK");
      expect(state.state.messages).toBeGreaterThanOrEqual(documents);
      await broker.connection.close();
      await cluster.close();
    });
  });
}

if (services !== null) describeLost(services);
