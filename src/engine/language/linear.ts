import { INPUT_LIMIT, type Kernel, type Weights } from "./kernel.js";
import type { LanguageModel } from "./model.js";

/** One matrix of the network with the bias of each row. */
export interface Linear {
  readonly weights: Weights;
  readonly bias: Float32Array;
}

/** Opens `name`, `name.scales` and `name.bias`. */
export function openLinear(model: LanguageModel, name: string): Linear {
  const [rows = 0, columns = 0] = model.shape(name);
  return {
    weights: { values: model.int8(name), rows, columns, scales: model.float32(`${name}.scales`) },
    bias: model.float32(`${name}.bias`),
  };
}

/** Writes a vector as whole numbers up to `INPUT_LIMIT` and returns the worth of one. */
export function quantise(x: Float64Array, count: number, out: Int16Array): number {
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
  readonly rows: number;
  readonly columns: number;

  constructor(
    private readonly kernel: Kernel,
    readonly place: number,
    private readonly linear: Linear,
  ) {
    this.rows = linear.weights.rows;
    this.columns = linear.weights.columns;
  }

  /** Multiplies a vector of real numbers; writes all rows to `out`. */
  apply(x: Float64Array, out: Float64Array | Float32Array): void {
    const scale = quantise(x, this.columns, this.kernel.input);
    this.kernel.multiply(this.place);
    this.write(scale, out, 0);
  }

  /** Multiplies `count` vectors of whole numbers, each worth 1 / `INPUT_LIMIT`; vector v's rows go to `out` from v · rows on. */
  applyAll(x: Int16Array, count: number, out: Float64Array | Float32Array): void {
    for (let v = 0; v < count; v++) {
      this.kernel.input.set(x.subarray(v * this.columns, (v + 1) * this.columns));
      this.kernel.multiply(this.place);
      this.write(1 / INPUT_LIMIT, out, v * this.rows);
    }
  }

  private write(scale: number, out: Float64Array | Float32Array, to: number): void {
    const { output } = this.kernel;
    const { bias, weights } = this.linear;
    const { scales } = weights;
    for (let r = 0; r < this.rows; r++) out[to + r] = (output[r] ?? 0) * (scales[r] ?? 0) * scale + (bias[r] ?? 0);
  }
}
