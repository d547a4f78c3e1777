import type { NatsConnection } from "@nats-io/transport-node";
import { describe, expect, test } from "vitest";
import { answerPresence, type Presence, refuseOtherEngines } from "../../../src/work/nats/presence.js";
import { namesOf } from "../../../src/work/nats/streams.js";
import { ENGINE } from "./support.js";

const names = namesOf("TEST");

interface Asked {
  respond(text: string): void;
}

/** A connection on which everybody hears everybody. */
function openBus(): NatsConnection {
  const callbacks: ((error: null, message: Asked) => void)[] = [];
  const bus = {
    subscribe: (_: string, { callback }: { callback: (error: null, message: Asked) => void }) => void callbacks.push(callback), // biome-ignore format: one line reads best
    requestMany: async () => {
      const answers: { string: () => string }[] = [];
      for (const callback of callbacks) callback(null, { respond: (text) => answers.push({ string: () => text }) });
      return answers;
    },
  };
  return bus as unknown as NatsConnection; // all of it that is used here
}

function worker(given: Partial<Presence>): Presence {
  return { host: "here", pid: 1, engine: ENGINE, id: "a", began: "2024-01-01", working: false, ...given };
}

describe("workers on one stream", () => {
  const refused = { code: "foreign", message: expect.stringMatching(/another version or other actors/) };
  const [one, other] = [worker({}), worker({ id: "b", engine: "other", began: "2024-01-02" })];
  const atWork = { working: true };
  test.each<[string, Presence, Presence, boolean]>([
    ["of two that begin together the first stays", one, other, true],
    ["of two that begin together the later ends", other, one, false],
    ["of two that begin in one moment one stays", worker({}), worker({ id: "b", engine: "other" }), true],
    ["of two that begin in one moment one ends", worker({ id: "b", engine: "other" }), worker({}), false],
    ["one that begins ends, whatever its clock says", one, { ...other, ...atWork }, false],
    ["one at work stays, whatever its clock says", { ...other, ...atWork }, one, true],
    ["of two at work the first stays", { ...one, ...atWork }, { ...other, ...atWork }, true],
    ["of two at work the later ends", { ...other, ...atWork }, { ...one, ...atWork }, false],
    ["two of one engine stay", { ...other, engine: ENGINE }, { ...one, ...atWork }, true],
  ])("%s", async (_, self, there, stays) => {
    const bus = openBus();
    for (const each of [self, there]) answerPresence(bus, names, () => each);
    const asked = refuseOtherEngines(bus, names, self);
    await (stays ? expect(asked).resolves.toBeUndefined() : expect(asked).rejects.toMatchObject(refused));
  });

  test("an older worker, which says less of itself, is heard", async () => {
    const bus = openBus();
    answerPresence(bus, names, () => one);
    bus.subscribe(names.here, {
      callback: (_, message) => void message.respond('{"host":"a","pid":1,"engine":"old"}'),
    });
    await expect(refuseOtherEngines(bus, names, one)).rejects.toMatchObject(refused);
  });

  test("one that does not hear itself asks again", async () => {
    await expect(refuseOtherEngines(openBus(), names, one)).rejects.toMatchObject({ code: "passing" });
  });
});
