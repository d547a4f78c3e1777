import { modelFile, type SectionData } from "../language/model-file.js";

/** Weights of named features, `width` a feature. */
export interface Learned {
  readonly names: Int32Array;
  readonly weights: Float32Array;
}

/** The trained parts of the claims model. */
export interface Parts {
  readonly cue: Learned;
  readonly argument: Learned;
  /** From label, to label. */
  readonly transitions: Float32Array;
}

/** Weights in 8 bits, without the features that come to nothing. */
function quantised(name: string, { names, weights }: Learned): SectionData[] {
  const width = names.length === 0 ? 1 : weights.length / names.length;
  const most = weights.reduce((m, w) => Math.max(m, Math.abs(w)), 0);
  const scale = most / 127;
  const rows: { readonly name: number; readonly values: readonly number[] }[] = [];
  names.forEach((feature, i) => {
    const values = Array.from(weights.subarray(i * width, (i + 1) * width), (w) => Math.round(w / (scale || 1)));
    if (values.some((v) => v !== 0)) rows.push({ name: feature, values });
  });
  rows.sort((a, b) => a.name - b.name);
  return [
    numbers(
      `${name}.names`,
      "i32",
      Int32Array.from(rows, (r) => r.name),
    ),
    numbers(`${name}.weights`, "i8", Int8Array.from(rows.flatMap((r) => r.values))),
    numbers(`${name}.scale`, "f32", Float32Array.of(scale)),
  ];
}

function numbers(name: string, type: "i32" | "i8" | "f32", values: Int32Array | Int8Array | Float32Array): SectionData {
  const bytes = new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
  return { name, type, shape: [values.length], bytes };
}

/** The file `models/claims.bin`. */
export function claimModelFile(parts: Parts): Uint8Array {
  return modelFile([
    ...quantised("cue", parts.cue),
    ...quantised("argument", parts.argument),
    numbers("argument.transitions", "f32", parts.transitions),
  ]);
}

/** A model that has learned nothing: what the features are computed with. */
export function blankModel(): Uint8Array {
  const none: Learned = { names: new Int32Array(0), weights: new Float32Array(0) };
  return claimModelFile({ cue: none, argument: none, transitions: new Float32Array(9) });
}
