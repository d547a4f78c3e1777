/**
 * How time grows with length: for hostile texts and pages, processor time at doubling lengths, through each stage and the whole.
 *
 * usage: node dist/bench/growth.js [--only NAME,NAME] [--longest CODE_UNITS] [--seconds LIMIT] [--pages|--texts|--files]
 *
 * Prints a line of JSON for each input, and at the end the worst of all. Exit status 1 when twice the length took more
 * than 2.3 times the time. Garbage is collected before each reading; of each length the least of some readings counts,
 * since what else runs on the machine only slows, and where a step looks too steep both its lengths are read again in
 * turns. The factor is that of two doublings at once, for a doubling (`step` is the steepest single one); `exponent` is
 * the slope through all lengths. Times too short to be told from chance are not compared.
 */
import { parseArgs } from "node:util";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { defaultKnowledge } from "../src/knowledge.js";
import { type HostileInput, hostileInputs, LEAD, type Reading, type Times, textReader } from "./growth/inputs.js";
import { exponentOf, leastOf, type Step, steepest } from "./growth/steps.js";

const MOST = 2.3; // times the time for twice the length
const SHORTEST = 8_192; // code units
const READINGS = 6;

const { values } = parseArgs({
  options: {
    only: { type: "string" },
    longest: { type: "string", default: "1048576" },
    seconds: { type: "string", default: "8" },
    pages: { type: "boolean" },
    texts: { type: "boolean" },
    files: { type: "boolean" },
  },
});
const knowledge = defaultKnowledge();
setFlagsFromString("--expose-gc");
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

async function readOnce(text: string, read: Reading): Promise<Times> {
  collect();
  return read(text);
}

/** Reads the newest length; while the step to it looks too steep, it and the one before are read again in turns. */
async function readLast(texts: readonly string[], times: Times[], read: Reading): Promise<void> {
  const now = texts.length - 1;
  for (let reading = 0; reading < READINGS; reading++) {
    for (const at of reading === 0 ? [now] : [now - 1, now])
      times[at] = leastOf(times[at], await readOnce(texts[at] ?? "", read));
    if (now === 0 || steepest(times, now, 1).factor <= MOST) return;
  }
}

const round = (n: number): number => Math.round(n * 100) / 100;

async function measure([name, make, read]: HostileInput): Promise<number> {
  const [texts, times]: [string[], Times[]] = [[], []];
  let single: Step | null = null;
  let double: Step | null = null;
  for (let length = SHORTEST; length <= Number(values.longest); length *= 2) {
    texts.push(make(length));
    await readLast(texts, times, read);
    const now = texts.length - 1;
    if (Math.max(...(times[now]?.values() ?? [])) > Number(values.seconds) * 1000) break;
  }
  for (let now = 1; now < times.length; now++) {
    const [one, two] = [steepest(times, now, 1), steepest(times, now, 2)];
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
      exponent: round(exponentOf(times)),
      whole: times.map((each) => Math.round(Math.max(...each.values()))),
      last: rounded(times.at(-1)),
    }),
  );
  return factor;
}

await textReader(knowledge)(LEAD.repeat(30)); // warms up
let worst = { input: "", factor: 0 };
for (const input of inputs()) {
  const factor = await measure(input);
  if (factor > worst.factor) worst = { input: input[0], factor };
}
console.log(JSON.stringify({ worst, bound: MOST }));
process.exitCode = worst.factor > MOST ? 1 : 0;
