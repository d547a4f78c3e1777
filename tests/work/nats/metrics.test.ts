import { expect, test } from "vitest";
import { Metrics } from "../../../src/work/nats/metrics.js";
import { openWorkerMetrics } from "../../../src/work/nats/worker-metrics.js";

/** Samples of a text for Prometheus: name with labels, and value. */
function samplesOf(text: string): ReadonlyMap<string, number> {
  const rows = [...text.matchAll(/^([a-z_]+(?:\{[^}]*\})?) (\S+)$/gm)];
  return new Map(rows.map(([, name = "", value]) => [name, Number(value)]));
}

/** Types by name of the family. */
function typesOf(text: string): ReadonlyMap<string, string> {
  return new Map([...text.matchAll(/^# TYPE (\S+) (\S+)$/gm)].map(([, name = "", type = ""]) => [name, type]));
}

const worker = () =>
  openWorkerMetrics({
    engine: "0.1.0+abc",
    inWork: () => 3,
    waiting: () => 7,
    ledgerUp: () => true,
    brokerUp: () => false,
  });

test("a histogram is whole before anything was timed", () => {
  const metrics = new Metrics();
  metrics.timer("a_seconds", "Time.", [1]);
  expect(metrics.text()).toBe(
    [
      "# HELP a_seconds Time.",
      "# TYPE a_seconds histogram",
      'a_seconds_bucket{le="1"} 0',
      'a_seconds_bucket{le="+Inf"} 0',
      "a_seconds_sum 0",
      "a_seconds_count 0",
      "",
    ].join("\n"),
  );
});

test("what only grows is a counter and is called a total, and nothing else is", () => {
  const types = typesOf(worker().text());
  expect(types.size).toBeGreaterThan(9);
  for (const [name, type] of types) expect([name, name.endsWith("_total")]).toEqual([name, type === "counter"]);
});

test("a worker gives every metric from the start", () => {
  const { text, settled, read } = worker();
  const before = samplesOf(text());
  settled("new");
  read(0.2);
  const after = samplesOf(text());
  expect([...before.keys()]).toEqual([...after.keys()]);
  expect(before.get('readout_articles_total{outcome="new"}')).toBe(0);
  expect(after.get('readout_articles_total{outcome="new"}')).toBe(1);
  expect([before.get("readout_read_seconds_count"), after.get("readout_read_seconds_count")]).toEqual([0, 1]);
  expect(after.get('readout_read_seconds_bucket{le="0.1"}')).toBe(0);
  expect(after.get('readout_read_seconds_bucket{le="0.25"}')).toBe(1);
  expect(after.get("readout_broker_up")).toBe(0);
  const [earlier = 0, later = 0] = [before, after].map((samples) => samples.get("process_cpu_seconds_total"));
  expect(earlier).toBeGreaterThan(0);
  expect(later).toBeGreaterThanOrEqual(earlier);
});
