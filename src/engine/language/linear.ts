import { BATCH, type Kernel, type Weights } from "./kernel.js";
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

/** A matrix at its place in a kernel. */
export class Layer {
  constructor(
    private readonly kernel: Kernel,
    readonly place: number,
    readonly rows: number,
    readonly columns: number,
  ) {}

  /** Multiplies `count` vectors of real numbers, vector v from v · `stride` on in `x`; v's rows go to `out` from v · rows on. */
  applyEach(x: Float32Array, stride: number, count: number, out: Float32Array): void {
    const { kernel, columns } = this;
    for (let from = 0; from < count; from += BATCH) {
      const some = Math.min(BATCH, count - from);
      if (stride === columns) kernel.reals.set(x.subarray(from * stride, (from + some) * stride));
      for (let v = 0; stride !== columns && v < some; v++) {
        const at = (from + v) * stride;
        kernel.reals.set(x.subarray(at, at + columns), v * columns);
      }
      kernel.projectReals(this.place, some);
      this.take(from, some, out);
    }
  }

  /**
   * Multiplies `count` vectors of whole numbers, each worth 1 / `INPUT_LIMIT`; vector v's rows go to `out` from v · rows on.
   *
   * @param leaky Whether results below zero are made smaller (`Kernel.leak`).
   */
  applyAll(x: Int16Array, count: number, out: Float32Array, leaky = false): void {
    const { kernel, columns } = this;
    for (let from = 0; from < count; from += BATCH) {
      const some = Math.min(BATCH, count - from);
      kernel.input.set(x.subarray(from * columns, (from + some) * columns));
      kernel.project(this.place, some);
      if (leaky) kernel.leak(some * this.rows);
      this.take(from, some, out);
    }
  }

  private take(from: number, count: number, out: Float32Array): void {
    out.set(this.kernel.output.subarray(0, count * this.rows), from * this.rows);
  }
}
