import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/**
 * What the shipped pair model and the answers out of fold were made from, as hashes: `bench/relations/inputs.json`. The
 * build compares them with what lies there now, so that neither stays behind when the other, or the data, moves on.
 */
export interface Inputs {
  /** Data and language model that the answers were made from. */
  readonly answers: string;
  /** The factor on the events' scores that was found on those answers. */
  readonly temperature: number;
  /** Data and language model that the model was trained on. */
  readonly trained: string;
  /** Later sentences and labels that the readers of the manual's habit were trained on too, and the network for contexts. */
  readonly manual: string;
  readonly contexts: string;
  /** The model file. */
  readonly model: string;
}

/** Where the answers out of fold and the hashes of their inputs are kept. */
export const ANSWERS = join("bench", "relations");
const FILE = join(ANSWERS, "inputs.json");

/** Hash of everything that the project itself trains the pair model on. */
export function dataHash(project: string): string {
  return hashOf(project, ["data/written", "data/written/habit", "data/labels"], ["models/language.bin"]);
}

/** Hash of the sentences that were written, and of the labels that were put, after that. */
export function laterHash(project: string): string {
  return hashOf(project, ["data/written/later", "data/labels/later"], []);
}

function hashOf(project: string, folders: readonly string[], others: readonly string[]): string {
  const files = folders.flatMap((folder) =>
    readdirSync(join(project, folder))
      .filter((name) => name.endsWith(".tsv"))
      .sort()
      .map((name) => `${folder}/${name}`),
  );
  const hash = createHash("sha256");
  for (const file of [...files, ...others]) hash.update(`${file}\n`).update(readFileSync(join(project, file)));
  return hash.digest("hex");
}

export function modelHash(project: string): string {
  return createHash("sha256")
    .update(readFileSync(join(project, "models", "events.bin")))
    .digest("hex");
}

export function readInputs(project: string): Inputs {
  const file = join(project, FILE);
  const none = { answers: "", temperature: Number.NaN, trained: "", manual: "", contexts: "", model: "" };
  return existsSync(file) ? { ...none, ...JSON.parse(readFileSync(file, "utf8")) } : none;
}

/** Writes down that the model or a part of it was made from data of this hash. */
export function recordInputs(project: string, what: "model" | "manual" | "contexts", hash: string): void {
  write(project, { [what === "model" ? "trained" : what]: hash, model: modelHash(project) });
}

/** Writes down that the answers were, and what their temperature is. */
export function recordAnswers(project: string, hash: string, temperature: number): void {
  write(project, { answers: hash, temperature });
}

function write(project: string, some: Partial<Inputs>): void {
  writeFileSync(join(project, FILE), `${JSON.stringify({ ...readInputs(project), ...some }, null, 2)}\n`);
}
