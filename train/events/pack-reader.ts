import { readFileSync } from "node:fs";
import { type SectionData, textSection } from "../language/model-file.js";
import { floats, rows } from "./sections.js";

const STATES = 512; // columns of the kernel's longest input

interface Matrix {
  readonly name: string;
  readonly shape: readonly number[];
}

interface Listed {
  readonly matrices: readonly Matrix[];
  readonly names: readonly string[];
  readonly whole: readonly string[];
}

const listedIn = (file: string): Listed => JSON.parse(readFileSync(`${file}.json`, "utf8"));

/**
 * The sections of a group of readers from what `sequence.py` wrote: the names of their features, which are the same for
 * all, then each one's matrices.
 */
export function readersSections(files: readonly string[], group: string): readonly SectionData[] {
  const lists = files.map(listedIn).map(({ names, whole }) => [names.join("\n"), whole.join("\n")] as const);
  const [first] = lists;
  if (first === undefined) return [];
  if (lists.some((own) => own.join("\n\n") !== first.join("\n\n")))
    throw new RangeError("the readers know different names");
  return [
    textSection(`${group}.words`, first[0]),
    textSection(`${group}.whole`, first[1]),
    ...files.flatMap((file, i) => readerSections(file, `${group}.${i}`)),
  ];
}

/** One reader's matrices: for the kernel, tables by name, outputs. */
function readerSections(file: string, name: string): readonly SectionData[] {
  const listed = listedIn(file);
  const bytes = readFileSync(`${file}.f32`);
  const all = new Float32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length));
  const found = new Map<string, { readonly values: Float32Array; readonly shape: readonly number[] }>();
  let at = 0;
  for (const matrix of listed.matrices) {
    const length = matrix.shape.reduce((a, b) => a * b, 1);
    found.set(matrix.name, { values: all.subarray(at, at + length), shape: matrix.shape });
    at += length;
  }
  const take = (section: string): { readonly values: Float32Array; readonly shape: readonly number[] } => {
    const matrix = found.get(section);
    if (matrix === undefined) throw new RangeError(`${file}.json lists no “${section}”`);
    return matrix;
  };
  const kernel = (section: string, bias: string | null): readonly SectionData[] => {
    const { values, shape } = take(section);
    return linear(`${name}.${section}`, values, shape, bias === null ? null : take(bias).values);
  };
  const table = (section: string): readonly SectionData[] => {
    const { values, shape } = take(section);
    return rows(`${name}.${section}`, shape[0] ?? 0, shape[1] ?? 0, values, 4);
  };
  const plain = (section: string): SectionData =>
    floats(`${name}.${section}`, take(section).shape, take(section).values);
  return [
    ...kernel("states", "states.bias"),
    ...kernel("words", null),
    ...kernel("around", "around.bias"),
    ...hiddenParts(name, take("hidden"), take("hidden.bias").values),
    ...kernel("out", "out.bias"),
    ...table("names"),
    ...table("whole"),
    plain("habit"),
    plain("habits"),
  ];
}

/** The matrix over the pools in parts that the kernel can take; the first has the bias. */
function hiddenParts(
  name: string,
  { values, shape }: { readonly values: Float32Array; readonly shape: readonly number[] },
  bias: Float32Array,
): readonly SectionData[] {
  const [height = 0, width = 0] = shape;
  const parts: SectionData[] = [];
  for (let from = 0, i = 0; from < width; from += STATES, i++) {
    const part = new Float32Array(height * STATES);
    for (let r = 0; r < height; r++)
      part.set(values.subarray(r * width + from, r * width + Math.min(width, from + STATES)), r * STATES);
    parts.push(...linear(`${name}.hidden.${i}`, part, [height, STATES], i === 0 ? bias : null));
  }
  return parts;
}

/** A matrix for the kernel, which wants rows in fours and columns in sixteens. */
function linear(
  name: string,
  values: Float32Array,
  [height = 0, width = 0]: readonly number[],
  bias: Float32Array | null,
): readonly SectionData[] {
  const [tall, wide] = [Math.ceil(height / 4) * 4, Math.ceil(width / 16) * 16];
  const padded = new Float32Array(tall * wide);
  for (let r = 0; r < height; r++) padded.set(values.subarray(r * width, (r + 1) * width), r * wide);
  const added = new Float32Array(tall);
  if (bias !== null) added.set(bias);
  return [...rows(name, tall, wide, padded), floats(`${name}.bias`, [tall], added)];
}
