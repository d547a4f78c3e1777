import { INPUT_LIMIT, type Kernel, type Weights } from "./kernel.js";
import type { LanguageModel } from "./model.js";

/** Opens the matrix `name` with `name.scales` and `name.bias`. */
export function openWeights(model: LanguageModel, name: string): Weights {
  const [rows = 0, columns = 0] = model.shape(name);
  return {
    values: model.int8(name),
    rows,
    columns,
    scales: model.float32(`${name}.scales`),
    bias: model.float32(`${name}.bias`),
  };
}

/** Writes a vector as whole numbers up to `INPUT_LIMIT` and returns the worth of one. */
export function quantise(x: Float32Array, count: number, out: Int16Array): number {
  let most = 0;
  for (let k = 0; k < count; k++) most = Math.max(most, Math.abs(x[k] ?? 0));
  if (most === 0) {
    out.fill(0, 0, count);
    return 0;
  }
  const scale = most / INPUT_LIMIT;
  for (let k = 0; k < count; k++) out[k] = Math.round((x[k] ?? 0) / scale);
  return scale;
}

/** A matrix at its place in a kernel. */
export class Layer {
  constructor(
    private readonly kernel: Kernel,
    readonly place: number,
    readonly rows: number,
    readonly columns: number,
  ) {}

  /** Multiplies a vector of real numbers; the result stands until the kernel is used again. */
  apply(x: Float32Array): Float32Array {
    this.kernel.project(this.place, quantise(x, this.columns, this.kernel.input));
    return this.kernel.output;
  }

  /** Multiplies `count` vectors of whole numbers, each worth 1 / `INPUT_LIMIT`; vector v's rows go to `out` from v · rows on. */
  applyAll(x: Int16Array, count: number, out: Float32Array): void {
    const result = this.kernel.output.subarray(0, this.rows);
    for (let v = 0; v < count; v++) {
      this.kernel.input.set(x.subarray(v * this.columns, (v + 1) * this.columns));
      this.kernel.project(this.place, 1 / INPUT_LIMIT);
      out.set(result, v * this.rows);
    }
  }
}
