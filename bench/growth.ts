/**
 * How work grows with length: for hostile texts, pages and files at doubling lengths.
 *
 * usage: node dist/bench/growth.js --steps [--only NAME,NAME] [--longest CODE_UNITS] [--pages|--texts|--files]
 *        node dist/bench/growth.js [--seconds LIMIT] …
 *
 * Prints a line of JSON for each input, and at the end the worst of all. Exit status 1 when twice the length took more
 * than 2.3 times the work. `factor` is that of two doublings at once, for one of them; `step` is the steepest single one,
 * `exponent` the slope through all lengths.
 *
 * `--steps` counts how often the busiest block of every function is run, by the folders of the program: the same number every time, on any machine; but
 * what is built in, patterns and WebAssembly are one step each. Without it processor time is measured, through each stage and
 * the whole: in units of what a fixed text takes just before and after, garbage collected before; the least of some readings
 * counts, and where a step looks too steep both its lengths are read again in turns.
 */
import { parseArgs } from "node:util";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { folderOf, openStepCounter } from "./growth/count-steps.js";
import type { HostileInput, Times } from "./growth/inputs.js";
import { exponentOf, leastOf, type Step, steepest } from "./growth/steps.js";

const MOST = 2.3; // times the time for twice the length
const SHORTEST = 8_192; // code units
/** Readings of a length at most: time is a matter of chance, steps are not. */
const READINGS = 6;

const { values } = parseArgs({
  options: {
    only: { type: "string" },
    longest: { type: "string", default: "1048576" },
    seconds: { type: "string", default: "8" },
    pages: { type: "boolean" },
    texts: { type: "boolean" },
    files: { type: "boolean" },
    steps: { type: "boolean" },
  },
});
const counter = values.steps === true ? await openStepCounter(folderOf) : null;
// After the counter, which counts what is imported later.
const { hostileInputs, LEAD, textReader } = await import("./growth/inputs.js");
const { defaultKnowledge } = await import("../src/knowledge.js");
const knowledge = defaultKnowledge();
setFlagsFromString("--expose-gc");
const readText = textReader(knowledge);
let fastest = Number.POSITIVE_INFINITY;
/** Work that is too little to be compared, and so much that the next length is left out: steps or milliseconds. */
const [shortest, most] = counter === null ? [80, Number(values.seconds) * 1000] : [50_000, 300_000_000];
const collect: () => void = runInNewContext("gc"); // the engine's own function, by the flag above

function inputs(): readonly HostileInput[] {
  const { texts, pages, files } = hostileInputs(knowledge);
  const every = !values.pages && !values.texts && !values.files;
  const all = [
    ...(every || values.texts === true ? texts : []),
    ...(every || values.pages === true ? pages : []),
    ...(every || values.files === true ? files : []),
  ];
  const only = values.only?.split(",");
  return only === undefined ? all : all.filter(([name]) => only.includes(name));
}

/** Processor time of a fixed text in milliseconds: how fast the machine is at the moment. */
function pace(): number {
  const before = process.cpuUsage();
  readText(LEAD.repeat(20));
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** Steps by folder; or milliseconds by stage, as they were on this machine at its fastest. */
async function readOnce([, , read, work]: HostileInput, text: string): Promise<Times> {
  if (counter !== null) {
    const steps = await counter.count(() => work(text));
    return new Map([...steps, ["whole", [...steps.values()].reduce((sum, n) => sum + n, 0)]]);
  }
  collect();
  const before = pace();
  const times = await read(text);
  const now = (before + pace()) / 2;
  fastest = Math.min(fastest, now);
  return new Map([...times].map(([stage, time]) => [stage, (time * fastest) / now]));
}

/** Reads the newest length; while the step to it looks too steep, it and the one before are read again in turns. */
async function readLast(input: HostileInput, texts: readonly string[], times: Times[]): Promise<void> {
  const now = texts.length - 1;
  for (let reading = 0; reading < (counter === null ? READINGS : 1); reading++) {
    for (const at of reading === 0 ? [now] : [now - 1, now])
      times[at] = leastOf(times[at], await readOnce(input, texts[at] ?? ""));
    if (now === 0 || steepest(times, now, 1, shortest).factor <= MOST) return;
  }
}

const round = (n: number): number => Math.round(n * 100) / 100;

async function measure(input: HostileInput): Promise<number> {
  const [name, make] = input;
  const [texts, times]: [string[], Times[]] = [[], []];
  let single: Step | null = null;
  let double: Step | null = null;
  for (let length = SHORTEST; length <= Number(values.longest); length *= 2) {
    texts.push(make(length));
    await readLast(input, texts, times);
    const now = texts.length - 1;
    if (Math.max(...(times[now]?.values() ?? [])) > most) break;
  }
  for (let now = 1; now < times.length; now++) {
    const [one, two] = [steepest(times, now, 1, shortest), steepest(times, now, 2, shortest)];
    if (one.factor > (single?.factor ?? 0)) single = one;
    if (two.factor > (double?.factor ?? 0)) double = two;
  }
  const factor = round(double?.factor ?? single?.factor ?? 0);
  const rounded = (of: Times | undefined) => Object.fromEntries([...(of ?? [])].map(([stage, t]) => [stage, Math.round(t)])); // biome-ignore format: one line reads best
  console.log(
    JSON.stringify({
      input: name,
      factor,
      stage: double?.stage ?? "-",
      at: SHORTEST * 2 ** (double?.at ?? 0),
      step: single === null ? null : { ...single, factor: round(single.factor), at: SHORTEST * 2 ** single.at },
      exponent: round(exponentOf(times, shortest)),
      whole: times.map((each) => Math.round(Math.max(...each.values()))),
      last: rounded(times.at(-1)),
    }),
  );
  return factor;
}

readText(LEAD.repeat(30)); // warms up
let worst = { input: "", factor: 0 };
for (const input of inputs()) {
  const factor = await measure(input);
  if (factor > worst.factor) worst = { input: input[0], factor };
}
console.log(JSON.stringify({ worst, bound: MOST }));
await counter?.close();
process.exitCode = worst.factor > MOST ? 1 : 0;
